"""Whether what one sentence numbers is another thing than what the other measures: halved the
number of its mills, halved its staff."""

from __future__ import annotations

from assistant.quantities.linking.meaning import nearest
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import NUMBERED
from assistant.quantities.words.thai_roles import NUMBERED as THAI_NUMBERED
from assistant.quantities.words.thai_roles import UNNUMBERED
from assistant.quantities.words.topics import Topic
from index.text import words

_RENDERED = 0.3  # likeness of a word to what it may be a translation of
_TELLING = (Topic.THING, Topic.MEASURE, Topic.STATISTIC)


def numbers_another(mine: Frame, theirs: Frame) -> bool:
    """Whether both tell a change, one of them in the number of something that no table knows and
    the other in what a table knows, of which the something is no translation."""
    if not (_changed(mine) and _changed(theirs)):
        return False
    return _unlike(mine, theirs) or _unlike(theirs, mine)


def _changed(one: Frame) -> bool:
    fact = one.facts[0] if len(one.facts) == 1 else None
    return fact is not None and (fact.role == "change" or fact.quantity.unit in _SHARES)


_SHARES = frozenset({"times", "ratio", "percent"})


def _unlike(one: Frame, two: Frame) -> bool:
    things = _numbered(one)
    known = [two.text[m.start : m.end].lower() for m in two.everything if m.has(Topic.MEASURE)]
    return bool(things and known) and all(nearest(t, tuple(known)) < _RENDERED for t in things)


def _numbered(one: Frame) -> tuple[str, ...]:
    """The thing whose number a sentence tells, in one or several readings; () where there is none
    or a table knows it."""
    if found := NUMBERED.search(one.text):
        return () if _known(one, *found.span(1)) else (found[1], found[1].split()[-1])
    found = THAI_NUMBERED.search(one.text)
    if found is None or UNNUMBERED.match(found[1]):
        return ()
    told = [w for w in words(found[1]) if w.strip()][:2]
    if (
        not told
        or len(told[0]) < _WORD
        or _known(one, found.start(1), found.start(1) + len(told[0]))
    ):
        return ()
    return (told[0], "".join(told))


_WORD = 3  # letters of a Thai word that names a thing


def _known(one: Frame, start: int, end: int) -> bool:
    """Whether a table knows what stands in a stretch of a sentence."""
    near = (m for m in one.everything if m.start < end and start < m.end)
    return any(m.has(topic) for m in near for topic in _TELLING)
