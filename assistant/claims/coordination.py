"""Clauses with a figure each, joined in one sentence, written out one by one.

"In 2023, revenue rose 5% and profit fell 3%" states two facts, and the year belongs to both. A
sentence is split only where every part has a verb and a figure of its own, or plainly shares those
of the part before it; a sentence that depends on a condition, is told by somebody, or deals its
figures out "respectively" stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.claims import coordination_words as words
from assistant.claims.clauses import FIGURE, PERIOD, Clause, clause, compiled, masked
from assistant.claims.negation import is_negated
from assistant.claims.repeated import by_period
from assistant.claims.sharing import with_noun, with_owner, with_period

_LEAD, _FRAME = compiled(words.LEAD, r"\A{}"), compiled(words.FRAME, r"\A{}")
_SEPARATOR = compiled(words.SEPARATOR)
_GOVERNED, _CONDITION = compiled(words.GOVERNED), compiled(words.CONDITION)
_ENDS_TH = re.compile(words.ENDS_TH)
_QUOTES = re.compile('[“”"()]')
_LONGEST, _LONGEST_TAIL_TH = 600, 40


@dataclass(frozen=True, slots=True)
class Part:
    """One clause written out; `own` are its words as they stand in the sentence.

    `unsure` says that whose figure it is was taken from another clause.
    """

    text: str
    own: str
    unsure: bool = False


def clauses_of(text: str, language: str) -> tuple[Part, ...]:
    """The clauses of a sentence that tell a figure each; one part with `text` when it is one."""
    whole = (Part(text, text),)
    if len(text) > _LONGEST or not FIGURE[language].search(text):
        return whole
    if _CONDITION[language].search(text):
        return whole
    repeated = tuple(Part(*told) for told in by_period(text, language))
    if len(repeated) > 1:
        return repeated
    start = _opening(text, language)
    if start is None or _GOVERNED[language].search(text, start):
        return whole
    found = _split(text[start:], language)
    if len(found) < 2 or any(_unbalanced(part.own) for part in found):
        return whole
    return tuple(_written(found, text[:start], language))


def _opening(text: str, language: str) -> int | None:
    """Where the first clause begins, after what holds for all; None when that denies them."""
    frame = _FRAME[language].match(text)
    if frame is not None and is_negated(frame.group(), language):
        return None
    start = frame.end() if frame else 0
    lead = _LEAD[language].match(text[start:])
    return start + (lead.end() if lead else 0)


def tells_figure(text: str, language: str) -> bool:
    """Whether `text` is a clause with a subject, a verb and a figure."""
    found = clause(text[_opening(text, language) or 0 :], language, ())
    return found is not None and not found.leaning


def _unbalanced(part: str) -> bool:
    marks = _QUOTES.findall(part)
    return (
        marks.count("“") != marks.count("”")
        or marks.count("(") != marks.count(")")
        or marks.count('"') % 2 == 1
    )


def _split(text: str, language: str) -> list[Clause]:
    """The clauses of `text`, in order; a piece that is none stays with the one before it."""
    found: list[Clause] = []
    begin = 0
    for separator in _SEPARATOR[language].finditer(text):
        if separator.start() < begin:
            continue
        left = text[begin : separator.start()]
        word = separator["word"] or separator.groupdict().get("fused") or ""
        ended = clause(left, language, found)
        if ended is None or not _complete(left, language, word):
            continue
        following = _first(text[separator.end() :], language, [*found, ended])
        if following is None or (following.leaning and not word and language == "th"):
            continue
        found.append(ended)
        begin = separator.end()
    last = clause(text[begin:], language, found)
    return [*found, last] if last is not None and found else []


def _complete(left: str, language: str, word: str) -> bool:
    """Whether a clause may end after `left`: in Thai only near its figure, or right after it."""
    if language == "en":
        return True
    hidden = masked(left, language)
    if not word:
        return _ENDS_TH.search(hidden) is not None
    figures = list(FIGURE["th"].finditer(hidden))
    return len(hidden) - figures[-1].end() <= _LONGEST_TAIL_TH


def _first(rest: str, language: str, before: Sequence[Clause]) -> Clause | None:
    """The clause that `rest` begins with, None when it begins with none.

    All that makes it one stands before its first figure.
    """
    figure = FIGURE[language].search(masked(rest, language))
    if figure is None:
        return None
    end = _SEPARATOR[language].search(rest, figure.end())
    return clause(rest[: end.start() if end else len(rest)], language, before)


def _written(found: Sequence[Clause], lead: str, language: str) -> Iterator[Part]:
    """The clauses as sentences, with the noun and the period that belong to all of them."""
    counted = with_noun(with_owner(found, language), language)
    dated = with_period(counted, language) if not PERIOD[language].search(lead) else counted
    for number, part in enumerate(dated):
        text = part.words if not number or language == "th" else _capitalised(part, lead)
        own = f"{lead}{part.own}" if not number else part.own
        yield Part(f"{lead}{text}".strip(), own, part.borrowed)


def _capitalised(part: Clause, lead: str) -> str:
    """A later clause: with a capital only where it opens the sentence."""
    return part.words if lead else f"{part.words[:1].upper()}{part.words[1:]}"
