"""Whether two claims speak of the same parties: named ones, numbered ones and unknown subjects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.claims.attribution import attribution_of
from assistant.claims.glossary import Glossary
from assistant.claims.wording import senses, sounds, telling, without_figures
from assistant.names import HOME, PLACES, known_in, named_in, names_in, usual
from assistant.types import Claim

_LISTED = 3
# Capital letters that name nobody.
_GENERIC_WORDS = "AI GDP GPU CPU CEO CFO CAPEX Capex US USD THB EV EVs IT GW MW TWh Q1 Q2 Q3 Q4"
_GENERIC = frozenset(_GENERIC_WORDS.split())
_NUMBER = re.compile(r"\d+(?:\.\d+)*")
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_WORDY = re.compile(r"[^\W\d_]")
# Of the content words, how many are the same when only one stretch was exchanged.
_SAME = 0.6
_LETTERS = 2


@dataclass(frozen=True, slots=True)
class _Named:
    """Whom a text names: `known` by usual names of the alias table, `others` word by word."""

    known: frozenset[str]
    others: tuple[str, ...]

    def all(self) -> frozenset[str]:
        """All names, known and other."""
        return self.known | frozenset(self.others)


def same_parties(a: Claim, b: Claim, glossary: Glossary | None = None) -> bool:
    """Not so when a name, the number in a name or an unknown subject was replaced by another.

    Without a `glossary` words of two languages are not laid beside each other.
    """
    across = a.language != b.language
    if not _numbers_agree(a.query, b.query):
        return False
    shared = _names_agree(a, b, glossary if across else None)
    if shared is None:
        return False
    one, two = (_content(c.query, c.language) for c in (a, b))
    mine, theirs = telling(one), telling(two)
    if across:
        return shared or glossary is None or not _unheard(mine, theirs, (one, two), glossary)
    return not _exchanged(mine, theirs) and (shared or not _foreign(mine, theirs, (one, two)))


@lru_cache(maxsize=4096)
def _content(text: str, language: str) -> str:
    """What is claimed, without who announced it."""
    return attribution_of(text, language).content or text


def _names_agree(a: Claim, b: Claim, glossary: Glossary | None) -> bool | None:
    """Whether a party is named by both; None when the names exclude that it is one claim.

    Somebody who only announced it counts as named, but need not be named by the other.
    """
    mine, theirs = _named_in(a.query), _named_in(b.query)
    only_mine = _alone(mine, theirs, b.query, glossary)
    only_theirs = _alone(theirs, mine, a.query, glossary)
    if only_mine and only_theirs:
        return None
    counts = [len(side.known) + len(side.others) for side in (mine, theirs)]
    if min(counts) >= _LISTED and (only_mine or only_theirs):
        return None
    shared = any(
        side.all() - only - PLACES for side, only in ((mine, only_mine), (theirs, only_theirs))
    )
    if shared:
        return True
    lacking = (only_mine | only_theirs) & _told_of(a, b)
    return None if lacking and not _at_home(lacking, a.query, b.query) else False


def _told_of(a: Claim, b: Claim) -> frozenset[str]:
    """Everybody whom the two claims are about, speakers left out."""
    return frozenset().union(*(_named_in(_content(c.query, c.language)).all() for c in (a, b)))


def _at_home(only: frozenset[str], one: str, two: str) -> bool:
    """Whether one side merely does not name the country that its language is at home in."""
    return only == {HOME["th"]} and bool(_THAI.search(one) or _THAI.search(two))


def _alone(mine: _Named, theirs: _Named, other: str, glossary: Glossary | None) -> frozenset[str]:
    """Whom `mine` names and the `other` text, whose names are `theirs`, does not."""
    found = set(mine.known - theirs.known)
    for name in mine.others:
        if not _stands(name, other) and not (glossary and glossary.knows(name, other)):
            found.add(name)
    return frozenset(found)


def _stands(name: str, text: str) -> bool:
    """`named_in`, but capitals such as RAND or IEA must stand there as they are."""
    if name.isascii() and name.isupper() and len(name) <= 5 and re.search(r"[A-Z]{2}", text):
        return re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text) is not None
    return named_in(name, text)


@lru_cache(maxsize=4096)
def _named_in(text: str) -> _Named:
    known = known_in(text)
    covered = [(k.start, k.end) for k in known]
    others: list[str] = []
    for name in names_in(text):
        for part in re.finditer(r"[^\s-]+", name.text):
            start, end = name.start + part.start(), name.start + part.end()
            word = re.sub(r"['’]s$", "", part.group())
            if len(word) < _LETTERS or word in _GENERIC or not _WORDY.search(word):
                continue
            if not any(s < end and start < e for s, e in covered):
                others.append(word)
    return _Named(frozenset(k.name for k in known), tuple(dict.fromkeys(others)))


def _numbers_agree(one: str, two: str) -> bool:
    """Whether the numbers that are no figures, as in GPT-4, stand in both."""
    mine, theirs = _loose(one), _loose(two)
    only_mine, only_theirs = mine - theirs, theirs - mine
    if only_mine and only_theirs:
        return False
    return only_mine <= _all_numbers(two) and only_theirs <= _all_numbers(one)


def _loose(text: str) -> frozenset[str]:
    return _all_numbers(without_figures(text))


def _all_numbers(text: str) -> frozenset[str]:
    return frozenset(_NUMBER.findall(text))


def _exchanged(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one stretch was exchanged in otherwise the same wording, or the opening one was."""
    codes = SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes()
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    swaps = [code for code in codes if code[0] == "replace"]
    if not swaps or same < _SAME * (max(len(mine), len(theirs)) - 1):
        return False
    first = swaps[0]
    opening = first[1] == 0 and first[3] == 0
    if not opening and len(codes) - sum(code[0] == "equal" for code in codes) > 1:
        return False
    return not _interchangeable(mine[first[1] : first[2]], theirs[first[3] : first[4]])


def _interchangeable(one: Sequence[str], two: Sequence[str]) -> bool:
    """Whether the tables give two stretches a sense in common, or one contains the other."""
    a, b = "".join(one), "".join(two)
    return bool(senses(" ".join(one)) & senses(" ".join(two))) or a in b or b in a


def _foreign(mine: Sequence[str], theirs: Sequence[str], texts: tuple[str, str]) -> bool:
    """Whether neither side's untabled words stand in the other's text, in one language."""
    one, two = _untabled(mine), _untabled(theirs)
    lowered = [text.casefold() for text in texts]
    return bool(one and two) and not any(
        word in other for side, other in ((one, lowered[1]), (two, lowered[0])) for word in side
    )


def _unheard(
    mine: Sequence[str], theirs: Sequence[str], texts: tuple[str, str], glossary: Glossary
) -> bool:
    """Whether neither side's untabled words are known to the other, across languages."""
    one, two = _untabled(mine), _untabled(theirs)
    return bool(one and two) and not any(
        glossary.knows(word, other) or sounds(word, other)
        for side, other in ((one, texts[1]), (two, texts[0]))
        for word in side
    )


def _untabled(tokens: Sequence[str]) -> list[str]:
    return [w for w in tokens if not senses(w) and usual(w) is None]
