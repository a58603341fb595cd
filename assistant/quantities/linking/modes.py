"""Whether two sentences that agree in a figure tell it in one mode: as done, as possible, as asked
for, as arranged, as needed."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities.compare import Comparison
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import MAY
from assistant.quantities.words.thai_rules import MAY as THAI_MAY
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Quantity

_NEEDED = "needed"
_PERHAPS = "?"  # ends the modes that some mean as a fact
_POSSIBLE = "possible"
_PLANS = frozenset({"due", _NEEDED, "asked", _POSSIBLE})
_AHEAD = (Topic.EXPECTED, Topic.FUTURE, Topic.PLANNED, Topic.ALLOTTED)
_CLAUSE = 70  # characters before a figure in which its mode is told


def modes_apart(found: Comparison, mine: Frame, theirs: Frame) -> bool:
    """Whether one side tells a figure as a fact, and the other only as what might be or is asked
    for; plans go with plans."""
    if not any(f.has(Topic.MODE) or _possible(f.text) for f in (mine, theirs)):
        return False
    one, two = _modes(mine, found.claim), _modes(theirs, found.evidence)
    return _lacking(one, two, theirs) or _lacking(two, one, mine)


def _lacking(told: frozenset[str], others: frozenset[str], other: Frame) -> bool:
    """Whether a mode is told that the other side has no word of."""
    sure = {mode for mode in told if not mode.endswith(_PERHAPS)}
    if not sure or sure & {mode.rstrip(_PERHAPS) for mode in others}:
        return False
    planned = any(other.has(topic) for topic in _AHEAD) or not others.isdisjoint(_PLANS)
    return not (sure <= _PLANS and planned)


def _modes(one: Frame, quantity: Quantity) -> frozenset[str]:
    """The modes told of a figure; what takes so long or so much is told as a need by nature."""
    told = frozenset(
        value
        for m in one.mentions
        if (value := m.has(Topic.MODE))
        and (_of(m, one, quantity.start) or _said_of(m, one, quantity))
    )
    if quantity.kind != "count":
        return told - {_NEEDED}
    possible = any(_of(m, one, quantity.start) for m in _possible(one.text))
    return told | {_POSSIBLE} if possible and quantity.comparator == "exact" else told


@lru_cache(maxsize=4096)
def _possible(text: str) -> tuple[Mention, ...]:
    """Where a text tells that something is only possible."""
    found = (m for pattern in (MAY, THAI_MAY) for m in pattern.finditer(text))
    return tuple(Mention(m.start(), m.end(), ()) for m in found)


def _of(mention: Mention, one: Frame, start: int) -> bool:
    """Whether a mode is told in the clause of a figure, and no figure stands between."""
    low = mention.end
    if low > start or start - low > _CLAUSE or ", " in one.text[low:start]:
        return False
    return not any(low <= f.quantity.start < start for f in one.facts)


def _said_of(mention: Mention, one: Frame, quantity: Quantity) -> bool:
    """Whether a mode is what directly behind it is said of those whom a figure counts: 1,200 homes
    have applied for it."""
    gap = one.text[quantity.end : max(mention.start, quantity.end)]
    behind = 0 <= mention.start - quantity.end <= _PREDICATE
    things = quantity.kind == "count" and quantity.unit != "person"  # who applies is an applicant
    return things and behind and "," not in gap


_PREDICATE = 8  # characters of "have" between those counted and what they ask for


def ends_apart(mine: Frame, theirs: Frame) -> bool:
    """Whether one figure is told as the most of several values, and the other as the least: fines
    of at most 2,000 baht, a minimum fine of 2,000 baht."""
    return (_ends(mine), _ends(theirs)) in _ENDS


def _ends(one: Frame) -> frozenset[str]:
    """Which ends of several values a sentence tells, also where the figure itself is worded so."""
    told = (m.has(topic) for m in one.everything for topic in (Topic.EDGE, Topic.EXTREME))
    return frozenset(end for end in told if end)


_ENDS = ((frozenset({"high"}), frozenset({"low"})), (frozenset({"low"}), frozenset({"high"})))
