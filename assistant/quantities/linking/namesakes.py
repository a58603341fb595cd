"""Parties of one name that are two all the same: a port and an airport; a country, its capital."""

from __future__ import annotations

import re

from assistant.names import named_in, names_in
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.echo import echo
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import CAPITAL_OF, CAPITALS
from assistant.quantities.words.thai_roles import CAPITAL, OWN
from assistant.quantities.words.topics import Topic

_HOUSED = (Topic.FIRM, Topic.HOUSE)
_BEFORE = re.compile(r"(?<![\w'’-])([A-Z][a-z]+(?: [A-Z][a-z]+){0,2}) $")
_BEHIND = re.compile(r" (?:of )?([A-Z][a-z]+(?: [A-Z][a-z]+){0,2})")
_ECHOED = 0.6  # of a name's consonants
_NAME = 14  # letters of a Thai name behind the word for the house
_STEM = 4  # letters that two Thai names share


def namesakes(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell of a house of one name and different kinds, or one of a country and the
    other of its capital."""
    if _of_capital(mine, theirs) or _of_capital(theirs, mine):
        return True
    one, two = _kinds(mine), _kinds(theirs)
    if not one or not two or one & two:
        return False
    return any(_same(a, b) for a in _called(mine) for b in _called(theirs))


def _kinds(one: Frame) -> frozenset[str]:
    return one.ids(Topic.HOUSE) | one.ids(Topic.FIRM)


def _called(one: Frame) -> list[str]:
    """The names that stand beside the words for houses."""
    found = []
    for m in one.everything:
        if not any(m.has(t) for t in _HOUSED):
            continue
        if one.text[m.start] > "\u0e00":
            found.append(one.text[m.end : m.end + _NAME].strip().split(" ")[0])
        elif name := _BEFORE.search(one.text, 0, m.start) or _BEHIND.match(one.text, m.end):
            found.append(name[1])
    return found


def _same(one: str, two: str) -> bool:
    """Whether two names beside words for houses are one, in either script."""
    if one.isascii() == two.isascii():
        if one.isascii():
            return one.lower() == two.lower()
        return len(one) >= _STEM and one[:_STEM] == two[:_STEM]
    latin, thai = (one, two) if one.isascii() else (two, one)
    return named_in(latin, thai) or echo(latin, thai) >= _ECHOED


def _of_capital(one: Frame, two: Frame) -> bool:
    """Whether one sentence tells of the capital of what alone the other tells of."""
    if CAPITAL in two.text or CAPITALS.search(two.text):
        return False
    if CAPITAL in one.text:
        head, _, tail = one.text.partition(CAPITAL)
        owner = tail.removeprefix(OWN).strip()[:_NAME]
        if two.text.isascii():
            return any(_same(n.text, owner) for n in names_in(two.text, "en")[:1])
        return len(owner) >= _STEM and owner[:_STEM] in two.text and alike(head, two.text) <= 0
    found = CAPITAL_OF.search(one.text)
    if found is None:
        return False
    owner = found[1] or found[2]
    others = [n.text for n in names_in(one.text, "en") if n.text not in owner]
    if two.text.isascii():
        return owner in two.text and not any(name in two.text for name in others)
    return _heard(owner, two.text) and not any(_heard(name, two.text) for name in others)


def _heard(name: str, thai: str) -> bool:
    return named_in(name, thai) or echo(name, thai) >= _ECHOED
