"""States that exclude each other: upheld and overturned, open and closed, gold and silver."""

from __future__ import annotations

from assistant.quantities.compare import Comparison, Why
from assistant.quantities.linking.acts import acts
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Stance
from index.text import words

_DENYING = frozenset("+-")
_DEALING = "?"


def opposed(
    mine: Frame, theirs: Frame, found: tuple[Comparison, ...] = ()
) -> tuple[Stance, Why] | None:
    """What the states of two sentences about one event make of figures that agree.

    `REFUTES` where one denies what the other says, `SILENT` where the two tell other ends of a
    dealing, `SUPPORTS` where they say the same in spite of a "no" on one side only; None when no
    state is told by both. Dealings are those told round the figures of `found`, if any.
    """
    one, two = _told(mine, theirs, found)
    agreed = False
    for family in sorted(one.keys() & two.keys(), key=_first):
        (side, first), (other, second) = one[family], two[family]
        if family.startswith(_DEALING):
            told = {f"{family}:{side}", f"{family}:{other}"}
            if side != other and not (told == _POWERED and _rated(mine, theirs, found)):
                return Stance.SILENT, Why.OTHER_ACT
            continue
        turned = _denied(mine, first) != _denied(theirs, second)
        if not {side, other} <= _DENYING:
            if side != other and not turned:
                return Stance.REFUTES, Why.DIRECTION
            continue
        if (side != other) != turned:
            return Stance.REFUTES, Why.NEGATED
        agreed = True
    return (Stance.SUPPORTS, Why.NEGATED) if agreed else None


def _rated(mine: Frame, theirs: Frame, found: tuple[Comparison, ...]) -> bool:
    """Whether all figures are of power, on no average: what makes so much is built to make it."""
    mean = _MEAN in mine.ids(Topic.STATISTIC) | theirs.ids(Topic.STATISTIC)
    return not mean and bool(found) and all(c.claim.kind == "power" for c in found)


_MEAN = "kind:mean"


_POWERED = {"?grid:made", "?grid:built"}


def _first(family: str) -> tuple[bool, str]:
    """Families in order: what proves nothing before what denies."""
    return not family.startswith(_DEALING), family


def _told(
    mine: Frame, theirs: Frame, found: tuple[Comparison, ...]
) -> list[dict[str, tuple[str, Mention]]]:
    """The families of which each sentence tells one side only, with the side and where it stands.

    In a family of what is done with what there is, a sentence that tells no more than that there
    is so much tells a side of its own, unless the two tell the same of another family.
    """
    one = _sides(mine, tuple(c.claim.start for c in found))
    two = _sides(theirs, tuple(c.evidence.start for c in found))
    alike = any(
        f.startswith(_DEALING) and not f.startswith(_ASIDE) and one[f].keys() == two[f].keys()
        for f in one
        if f in two
    )
    for own, frame, others in ((one, mine, set(two)), (two, theirs, set(one))):
        untold = [f for f in others if f.startswith(_HAVING) and f not in own]
        for family in () if alike else untold:
            if there := _there(frame, people=family in _OF_PEOPLE):
                own[family] = {_HAS: there}
    return [{f: next(iter(s.items())) for f, s in own.items() if len(s) == 1} for own in (one, two)]


_HAVING = "?having_"
_ASIDE = ("?buyer", "?place")  # who or where somebody is, not what was done
_OF_PEOPLE = frozenset({"?having_staff", "?having_study", "?having_member", "?having_seat"})
_HAS = "has"
_BESIDE = 3  # words of what there is, between "there are" and its count


def _sides(one: Frame, starts: tuple[int, ...]) -> dict[str, dict[str, Mention]]:
    """Every family that a sentence tells of: its sides and where they stand."""
    found: dict[str, dict[str, Mention]] = {}
    clauses = _clauses(one, starts)
    for mention in (*one.everything, *acts(one)):
        near = not clauses or any(low <= mention.start < high for low, high in clauses)
        for topic, name in mention.senses:
            if topic is Topic.STATE and (near or not name.startswith(_DEALING)):
                family, _, side = name.partition(":")
                found.setdefault(family, {})[side] = mention
    return found


def _clauses(one: Frame, starts: tuple[int, ...]) -> list[tuple[int, int]]:
    """What stands round the figures at `starts`, from the figure before each to the one behind it;
    of a short sentence all."""
    if len(one.text) < _LONG:
        return []
    return [
        (f.quantity.start - len(f.left), f.quantity.end + len(f.right))
        for f in one.facts
        if f.quantity.start in starts
    ]


_LONG = 120  # characters of a sentence that may tell of other things beside its figures


def _there(one: Frame, *, people: bool) -> Mention | None:
    """What tells that there are as many as a count says: has, there are; None when nothing does,
    or when the count says in Thai how many those are that were told of before."""
    for fact in one.facts:
        start = fact.quantity.start
        told = [m for m in one.mentions if m.has(Topic.EXIST) and m.end <= start]
        counted = fact.quantity.unit == "person" if people else fact.quantity.kind == "count"
        if not told or not counted:
            continue
        between = one.text[told[-1].end : start]
        bare = not between.strip() and one.text[told[-1].start] > "\u0e00"
        if not bare and len(words(between)) <= _BESIDE:
            return told[-1]
    return None


def _denied(one: Frame, state: Mention) -> bool:
    """Whether the sentence denies the state, by another word than the state's own."""
    return any(m.has(Topic.NEGATION) for m in one.mentions if m.start != state.start)
