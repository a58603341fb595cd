"""Words of rising and falling that tell of no change where they stand."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.sentence.facts import finder
from assistant.quantities.words.topics import PEOPLE, Mention, Topic
from assistant.quantities.words.units import kind_of


def without_idle_moves(
    text: str, mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """The mentions without the moves that are none: takes on so many more, costs that come to so
    much, what is put into the ground, crops that are grown; nor the "by" of those who did
    something: opposed by 61%."""
    read: list[Mention] = []
    mentions = _moved_to(text, mentions, figures)
    for place, m in enumerate(mentions):
        behind = mentions[place + 1 : place + 3]
        reared = m.has(Topic.REARING) and _reared(m, behind, figures, text)
        idle = m.has(Topic.MOVE) and (
            _idle(m, read, figures, text) or _stands(m, mentions[place + 1 :], figures)
        )
        if reared or idle:
            m = _told_as(m, Topic.MOVE, ())
        elif (way := m.has(Topic.PHRASAL)) and _by_so_much(mentions[place + 1 :], figures, text):
            m = _told_as(m, Topic.PHRASAL, ((Topic.MOVE, way),))
        elif m.has(Topic.BY) and _by_whom(m, read):
            m = _told_as(m, Topic.BY, ((Topic.AGENT, "agent"),))
        read.append(m)
    return tuple(read)


def _moved_to(
    text: str, mentions: tuple[Mention, ...], figures: tuple[Figure, ...]
) -> tuple[Mention, ...]:
    """The mentions with a move and its "to" for what denies with a verb behind it, and has a figure
    there: declined to 40 baht, declined to answer."""
    found: list[Mention] = []
    for m in mentions:
        verb, _, to = text[m.start : m.end].rpartition(" ")
        parts = []
        if verb and m.has(Topic.NEGATION) and any(0 <= f.start - m.end <= 1 for f in figures):
            parts = [*finder().find(verb), *finder().find(to)]
        if len(parts) == _TWO and parts[0].has(Topic.MOVE) and parts[1].has(Topic.TO):
            middle = m.start + len(verb)
            found += [Mention(m.start, middle, parts[0].senses)]
            found += [Mention(middle + 1, m.end, parts[1].senses)]
        else:
            found.append(m)
    return tuple(found)


_TWO = 2


def _told_as(mention: Mention, topic: Topic, instead: tuple[tuple[Topic, str], ...]) -> Mention:
    """A mention with other senses instead of those of one topic."""
    kept = tuple(s for s in mention.senses if s[0] is not topic)
    return Mention(mention.start, mention.end, (*kept, *instead))


def _idle(move: Mention, before: Sequence[Mention], figures: tuple[Figure, ...], text: str) -> bool:
    """Whether a word of rising or falling moves none of the figures behind it."""
    figure = next((f for f in figures if f.start >= move.end and f.moment is None), None)
    if figure is None:
        return False
    kind, gap = kind_of(figure.unit), text[move.end : figure.start]
    if move.has(Topic.FURTHER):
        added = any(m.has(Topic.ADDING) for m in before)
        return added and kind == "count" and not gap.strip() and not _moved(before)
    if move.has(Topic.ENLARGING):
        return kind == "count"
    if move.has(Topic.GROWTH):  # lowered its growth forecast
        return any(_moves(m) and not _told_between(m.end, move.start, figures) for m in before)
    if move.has(Topic.VANISHING) and kind == "duration":
        return True
    if move.has(Topic.COMING):
        paid = any(m.has(Topic.COSTS) for m in before) and not _moved(before)
        return paid and kind in _PAID and len(gap.strip()) == 0
    if move.has(Topic.PLACING):
        placed = bool(gap) and not gap[0].isascii() and kind in _PLACED
        return placed and not _moved(before) and not _told_at(move.end, figures)
    return False


def _stands(move: Mention, behind: Sequence[Mention], figures: tuple[Figure, ...]) -> bool:
    """Whether a rise is how high something stands: rises 1,890 metres above sea level."""
    figure = next((f for f in figures if f.start >= move.end and f.moment is None), None)
    if figure is None or kind_of(figure.unit) != "length":
        return False
    return any(m.has(Topic.MEASURE) == "height" and 0 <= m.start - figure.end <= 1 for m in behind)


def _reared(
    move: Mention, behind: Sequence[Mention], figures: tuple[Figure, ...], text: str
) -> bool:
    """Whether what is grown or raised is a crop or an animal, told by at most one word or so many
    more: grow fragrant rice, raise 900 pigs; not "raised rice prices", nor "raised rice by 5%"."""
    if behind and behind[0].has(Topic.OF):
        behind = behind[1:]
    if not behind or not (thing := behind[0].has(Topic.THING)) or thing.startswith(PEOPLE):
        return False
    end = behind[0].end
    many = next((f for f in figures if 0 <= f.start - move.end <= 1), None)
    if many is not None:
        return kind_of(many.unit) in _RAISED and behind[0].start - many.end <= _OF
    if len(text[move.end : behind[0].start].split()) > 1:
        return False
    following = behind[1] if len(behind) > 1 and behind[1].start - end <= 1 else None
    moved = following and any(following.has(t) for t in (Topic.MEASURE, Topic.BY, Topic.TO))
    return not moved and not any(move.end <= f.start <= end + 1 for f in figures)


_RAISED = frozenset({"count", "mass", "area"})
_OF = 4  # characters of "of" between so much and what is grown
_PAID = frozenset({"money", "rate"})
_PLACED = frozenset({"count", "area"})


def _by_so_much(behind: Sequence[Mention], figures: tuple[Figure, ...], text: str) -> bool:
    """Whether "by" and a figure follow before anything else moves: put up its rate by a point."""
    for m in behind:
        if m.has(Topic.MOVE):
            return False
        if m.has(Topic.BY):
            return any(f.moment is None and not text[m.end : f.start].strip() for f in figures
                       if f.start >= m.end)  # fmt: skip
    return False


def _moved(before: Sequence[Mention]) -> bool:
    return any(m.has(Topic.MOVE) for m in before)


def _moves(one: Mention) -> bool:
    return bool(one.has(Topic.MOVE)) and not one.has(Topic.GROWTH)


def _told_between(start: int, end: int, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure stands between two places."""
    return any(start <= f.start < end for f in figures)


def _told_at(end: int, figures: tuple[Figure, ...]) -> bool:
    """Whether a figure, with what bounds it, stands directly behind a place."""
    return any(f.start == end for f in figures)


def _by_whom(by: Mention, before: Sequence[Mention]) -> bool:
    """Whether "by" is followed by those who did what stands before it: approved by 61%."""
    last = before[-1] if before else None
    if last is None or by.start - last.end != 1:
        return False
    state = last.has(Topic.STATE)
    return bool(last.has(Topic.BALLOT) or (state and not state.startswith(_PAID_FOR)))


_PAID_FOR = tuple(
    f"?{kind}:"
    for kind in "pay crowd outlay rate base jobless basket gap debtor profit quote tag cover "
    "crops gold bourse trade fund wares fleet grid tender purse".split()
)
"""How the ids of states begin that are no acts but things: put up tuition by 8%."""
