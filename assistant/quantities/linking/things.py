"""The things a sentence tells of, as far as tables know them, and whether two tell of others."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names.heard import sound_alike
from assistant.quantities.sentence.capitals import beside_capital
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import PEOPLE, Topic

_WORD = re.compile(r"[A-Za-z]{4,}")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z][a-z]{2,}")


def things_told(one: Frame, *, housed: bool = True) -> frozenset[str]:
    """The things a sentence tells of, without those that are a part of a capitalised name of
    several words: Dunmore Steel, the 88th Engineer Battalion. With `housed` false also without
    houses, which are of many kinds: a gold mine, a coal mine."""
    plain = all(word[0].isupper() for word in _WORD.findall(one.text))
    return frozenset(
        v
        for m in one.everything
        for t, v in m.senses
        if t is Topic.THING
        and (housed or not (m.has(Topic.HOUSE) or m.has(Topic.FIRM)))
        and (plain or not beside_capital(one.text, m))
    )


def other_things(mine: Frame, theirs: Frame) -> bool:
    """Whether the two sentences tell of different things, names apart; two houses of one kind that
    are each of another thing are two."""
    if _things_apart(mine.ids(Topic.THING), theirs.ids(Topic.THING)):
        return _things_apart(_not_in_names(mine, theirs), _not_in_names(theirs, mine))
    if _shares_of_people(mine, theirs):
        return True
    shared = mine.ids(Topic.THING) & theirs.ids(Topic.THING)
    if not shared or not shared <= mine.ids(Topic.HOUSE) & theirs.ids(Topic.HOUSE):
        return False
    return _things_apart(things_told(mine, housed=False), things_told(theirs, housed=False))


def _not_in_names(one: Frame, other: Frame) -> frozenset[str]:
    """The things a sentence tells of, without those whose Thai words the other spells as part of a
    name: no bird is told of by บึงนกขาว where the other has Bueng Nok Khao."""
    spelled = {
        m.has(Topic.THING)
        for m in one.everything
        if one.text[m.start] > "\u0e00" and _spelled_in(one.text[m.start : m.end], other.text)
    }
    return things_told(one) - spelled


@lru_cache(maxsize=4096)
def _spelled_in(word: str, text: str) -> bool:
    """Whether a capitalised word of a Latin text, not its first, is a Thai word by its sound."""
    return any(sound_alike(m.group(), word) for m in _CAPITAL.finditer(text, 1))


def _shares_of_people(mine: Frame, theirs: Frame) -> bool:
    """Whether shares of the same people are told to have, use or grow different things."""
    if not all(any(f.quantity.kind in _SHARES for f in one.facts) for one in (mine, theirs)):
        return False
    one, two = things_told(mine), things_told(theirs)
    shared = one & two
    if not shared or not all(thing.startswith(PEOPLE) for thing in shared):
        return False
    own = [things_told(f, housed=False) - shared for f in (mine, theirs)]
    things = any(not thing.startswith(PEOPLE) for side in own for thing in side)
    return all(own) and things


_TRADED = frozenset({"export", "import"})
_SHARES = frozenset({"percent", "ratio"})


def _things_apart(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether both tell whom, or both tell what, and never the same; growers rival no tea."""
    dealt = one & two & _TRADED
    if dealt and one - dealt and two - dealt:
        one, two = one - dealt, two - dealt  # exports of rice, exports of rubber
    if one & two:
        return False
    kinds = [{thing.startswith(PEOPLE) for thing in side} for side in (one, two)]
    return bool(kinds[0] & kinds[1])
