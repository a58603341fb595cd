"""One clause that tells a figure: its subject, its verb, and what it takes from the one before.

"Revenue rose 5%" stands alone. "fell 3%", "fall 3%" after "will rise" and "Hyundai 7.2 million"
lean on the clause before them, and are read only where it is plain what they take from it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.claims import coordination_words as words
from assistant.claims.cue_words import NOT_FIGURES
from assistant.claims.negation import is_negated

SIDES = ("th", "en")


def compiled(table: dict[str, str], form: str = "{}") -> dict[str, re.Pattern[str]]:
    """The patterns of a table of `coordination_words`, each put into `form`."""
    return {side: re.compile(form.format(table[side])) for side in SIDES}


FIGURE, PERIOD = compiled(words.FIGURE), compiled(words.PERIOD)
_WITHIN = {side: re.compile(words.WITHIN[side] + words.PERIOD[side]) for side in SIDES}
_NO_SUBJECT = compiled(words.NO_SUBJECT)
_DIRECTLY = compiled(words.DIRECTLY)
_CHANGE = compiled(words.CHANGING, "(?:{})\\Z")
_NAMED = compiled(words.NAME_WITH_FIGURE, r"\A{}\Z")
_PREDICATE = compiled(words.PREDICATE)
_PLAIN_FIRST = compiled(words.PLAIN, r"\A(?P<verb>{})\b")
_MODAL = re.compile(words.MODAL)
_NOT_FIGURES = re.compile(NOT_FIGURES, re.M)
_LETTERS = re.compile("[A-Za-zก-๎]{2}")
_MONEY, _SHARE = re.compile("[$€£¥฿]"), re.compile("%|per ?cent")
# Stands for the digits of a period, which are no figure.
MASK = "\u241f"
_MOST_WORDS_OF_SUBJECT, _LONGEST_SUBJECT_TH = 9, 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause written out as `words`; `own` is how it stands in the sentence.

    `predicate` is its verb with what sets its time or denies it, `between` what stands between that
    and the figure. Where `sure` is false, nothing may be taken over from it. `leaning` says that it
    took something over itself, `borrowed` that whose it is was taken over and may be wrong.
    """

    words: str
    own: str
    subject: str
    predicate: str
    between: str
    sure: bool = True
    leaning: bool = False
    borrowed: bool = False


def masked(text: str, language: str) -> str:
    """`text`, as long as before, with the digits of periods hidden."""

    def hide(match: re.Match[str]) -> str:
        return re.sub("[0-9๐-๙]", MASK, match.group())

    return _NOT_FIGURES.sub(hide, PERIOD[language].sub(hide, text))


def clause(part: str, language: str, before: Sequence[Clause]) -> Clause | None:
    """`part` as a clause, None when it is none.

    With clauses `before` it, it may lean on the last of them.
    """
    own = part.strip(" ,;")
    hidden = masked(own, language)
    figure = FIGURE[language].search(hidden)
    if figure is None:
        return None
    predicates = list(_PREDICATE[language].finditer(hidden, 0, figure.start()))
    if not predicates:
        return _named(own, language, before) or _plain(own, hidden, figure, language, before)
    predicate = predicates[-1]
    subject = own[: predicate.start()].strip()
    between = own[predicate.end() : figure.start()]
    if not subject:
        return _leaning(own, predicate.group().strip(), between, language, before)
    if not _is_subject(subject, language):
        return None
    sure = len(predicates) == 1
    return Clause(own, own, subject, predicate.group().strip(), between, sure)


def _is_subject(subject: str, language: str) -> bool:
    if _NO_SUBJECT[language].match(subject) or subject[-1:] in ",;:":
        return False
    if "," in subject or ";" in subject:
        return False
    if _LETTERS.search(subject) is None:
        return False
    if language == "th":
        return 2 <= len(subject) <= _LONGEST_SUBJECT_TH and subject.count(" ") <= 3
    return subject.count(" ") < _MOST_WORDS_OF_SUBJECT


def _leaning(
    own: str, predicate: str, between: str, language: str, before: Sequence[Clause]
) -> Clause | None:
    """A clause that opens with its verb and takes the subject of the one before it."""
    if not before or not before[-1].sure:
        return None
    last = before[-1]
    if _intransitive(predicate, between, language) != _intransitive(
        last.predicate, last.between, language
    ):
        return None
    subject = _timeless(last.subject, language)
    text = _joined(subject, own, language)
    return Clause(text, own, subject, predicate, between, leaning=True)


def _timeless(subject: str, language: str) -> str:
    """`subject` without a period in it, which its clause has and the next one may not share."""
    return _WITHIN[language].sub("", subject).strip() or subject


def _plain(
    own: str, hidden: str, figure: re.Match[str], language: str, before: Sequence[Clause]
) -> Clause | None:
    """ "... will rise 5% and fall 3%": a plain verb that shares the auxiliary before it."""
    plain = _PLAIN_FIRST[language].match(hidden)
    if plain is None or plain.end() > figure.start() or not before or not before[-1].sure:
        return None
    modal = _MODAL.search(before[-1].predicate)
    if modal is None or is_negated(before[-1].predicate, language):
        return None
    last = before[-1]
    text = f"{last.subject} {modal.group()} {own}"
    predicate = f"{modal.group()} {plain['verb']}"
    between = own[plain.end() : figure.start()]
    return Clause(text, own, last.subject, predicate, between, leaning=True)


def _named(own: str, language: str, before: Sequence[Clause]) -> Clause | None:
    """ "Hyundai 7.2 million": a name with a figure, the verb of the clause before it left out."""
    named = _NAMED[language].match(own)
    if named is None or not before or not before[-1].sure or not before[-1].subject[:1].isupper():
        return None
    last = before[-1]
    if is_negated(last.predicate, language) or kind(last.words) != kind(own):
        return None
    text = " ".join(
        filter(
            None, (named["name"], last.predicate, last.between.strip(), named["measured"].strip())
        )
    )
    return Clause(text, own, named["name"], last.predicate, last.between, leaning=True)


def kind(text: str) -> str:
    """What sort of figure `text` tells: "money", "share" or "count"."""
    if _MONEY.search(text):
        return "money"
    return "share" if _SHARE.search(text) else "count"


def _intransitive(predicate: str, between: str, language: str) -> bool:
    """Whether a clause tells how its subject changed, rather than what it did to a thing."""
    changed = _CHANGE[language].search(predicate) is not None
    return changed and _DIRECTLY[language].match(between) is not None


def _joined(subject: str, clause: str, language: str) -> str:
    tight = language == "th" and subject[-1:] not in ".)" and not subject[-1:].isascii()
    return f"{subject}{'' if tight else ' '}{clause}"
