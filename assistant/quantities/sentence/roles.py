"""What a figure is: a level, what it was, what it has become, or by how much it moved."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.reading.scan import means
from assistant.quantities.words.english_rules import TOWARDS
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_rules import GONE
from assistant.quantities.words.topics import Mention, Topic
from assistant.quantities.words.units import kind_of

REACH = 60
"""How far before a figure its verb may stand, in characters."""

_AFTER = 14
_OWN = 4  # characters of "of" between a measure and its figure
_STEPS = frozenset({"percentage_point"})  # a difference by nature
RATES = frozenset({"percent", "percentage_point", "ratio", "times"})
_MOVED = RATES | {"job"}  # what a measure moves by when its figure stands behind


def role_of(
    figure: Figure, before: list[Mention], after: list[Mention], inside: Sequence[Mention],
    mentions: tuple[Mention, ...], text: str,
) -> tuple[str, str | None]:  # fmt: skip
    """What a figure is ("level", "result", "base" or "change"), by what stands round it, and which
    way it moves: "up", "down" or None."""
    if figure.worded:
        return "level", None
    # worded as the highest or lowest that was reached: a peak of over 4 m
    peak = figure.comparator != "le" and any(m.has(Topic.EDGE) for m in inside)
    if figure.signed and figure.unit in RATES:
        return "change", "up"
    if _spread_over(figure, text):
        return "level", None
    frozen = kind_of(figure.unit) == "temperature" and figure.low is not None and figure.low < 0
    near = [m for m in before if figure.start - m.end <= REACH]
    earlier = [m for m in mentions if m.end <= figure.start]
    move = next((v for m in reversed(near) if (v := m.has(Topic.MOVE))), None)
    any_move = next((v for m in reversed(earlier) if (v := m.has(Topic.MOVE))), None)
    if peak or frozen or _crossed(figure, near, inside, move or any_move):
        return ("result" if any_move else "level"), move or any_move
    near = [m for m in near if not (m.has(Topic.BASE) and _since_when(figure, m, near, text))]
    if way := _gone(figure, text):
        return "change", way
    told_to = any(m.has(Topic.TO) for m in after)
    told = _role_before(figure, near, move, any_move, text, told_to=told_to)
    if told is not None:
        return told
    counted = kind_of(figure.unit) in ("count", "money")
    if counted and after and after[0].has(Topic.BEFORE) and after[0].start - figure.end <= 1:
        return "base", any_move
    way = _way_behind(figure, after, text)
    return ("change", way) if way else ("level", any_move)


def _way_behind(figure: Figure, after: list[Mention], text: str) -> str | None:
    """Which way a figure is told to have moved by what stands behind it: 3% more, a 3% rise."""
    for m in after:
        if m.start - figure.end > _AFTER or (
            (m.has(Topic.MOVE) or m.has(Topic.MORE)) and _apart(figure, m, text)
        ):
            break
        if m.has(Topic.STATE):  # 72% back a rise
            break
        if (direction := m.has(Topic.MOVE)) and figure.unit in RATES:
            return direction
        if (kind := m.has(Topic.MORE)) and TOWARDS.search(text, figure.end, m.start) is None:
            return "up" if kind == "more" else "down"
    return None


def _gone(figure: Figure, text: str) -> str | None:
    """Which way a figure is told to have moved by a verb of going before it: ขึ้นไป 5 บาท."""
    if figure.comparator not in _PLAINLY or kind_of(figure.unit) not in _GOING:
        return None
    gone = GONE.search(text, max(0, figure.start - _AFTER), figure.start)
    if gone is None or (gone.start() and text[gone.start() - 1].isdigit()):
        return None
    return "up" if gone["up"] else "down"


_PLAINLY = frozenset({"exact", "approx"})
_GOING = frozenset({"money", "percent", "percentage_point", "point", "ratio", "times"})


def _spread_over(figure: Figure, text: str) -> bool:
    """Whether a length of time is that over which something runs: rain fell over 48 hours."""
    timed = kind_of(figure.unit) == "duration" and figure.comparator == "exact"
    return timed and means(text[figure.start :].split(maxsplit=1)[0].lower(), Sense.THROUGHOUT)


def _apart(figure: Figure, move: Mention, text: str) -> bool:
    """Whether a pause stands between a level and how it has moved: 68%, down 4 points."""
    gap = text[figure.end : move.start]
    return "," in gap or (" " in gap.strip(" ") + gap[-1:] and not text[move.start].isascii())


def _since_when(figure: Figure, base: Mention, near: list[Mention], text: str) -> bool:
    """Whether a time is what stands behind "from", so that the figure is how much it has moved
    since: down from last year by a tenth; "from last year's 30" is no such time."""
    times = [m for m in near if m.has(Topic.THEN) and 0 <= m.start - base.end <= 1]
    if not times:
        return False
    gap = text[times[0].end : figure.start]
    return "," in gap or (not gap.strip() and not text[times[0].start].isascii())


def _crossed(
    figure: Figure, near: list[Mention], inside: Sequence[Mention], move: str | None
) -> bool:
    """Whether a figure is worded as a level that a move in its direction crosses: fell below 5
    degrees; not "grew below 3%", nor "fell by just below 3%"."""
    by_so_much = any(m.has(Topic.BY) and figure.start - m.end <= 1 for m in near)
    soared = near and near[-1].end == figure.start and near[-1].has(Topic.SOARING)
    if figure.unit not in RATES and figure.comparator in _BEYOND and soared and soared == move:
        return True
    return bool(inside and move) and inside[0].has(Topic.CROSSING) == move and not by_so_much


_BEYOND = frozenset({"gt", "lt"})


def _role_before(
    figure: Figure,
    near: list[Mention],
    move: str | None,
    any_move: str | None,
    text: str,
    *,
    told_to: bool,
) -> tuple[str, str | None] | None:
    """What the nearest telling mention before a figure makes of it, None when none tells."""
    for m in reversed(near):
        if m.has(Topic.AGENT):
            return "level", None
        if m.has(Topic.BASE) and (any_move or told_to or _directly(m, figure, text)):
            return "base", move or any_move
        if m.has(Topic.BY):
            way = move or m.has(Topic.MOVE) or any_move or _made(near, m)
            return ("change", way) if way else ("level", None)
        if m.has(Topic.TO):
            return ("result" if any_move else "level"), move or any_move
        if m.has(Topic.FUNDS) and figure.start - m.end < 2 and kind_of(figure.unit) == "money":
            return "level", None
        if m.has(Topic.MOVE):
            return "change", m.has(Topic.MOVE)
        if (way := _off_the_usual(figure, m, near, text)) is not None:
            return "change", way
        spare = m.has(Topic.MORE) if kind_of(figure.unit) == "duration" else None
        if spare and figure.start - m.end <= 1:
            return "change", "up" if spare == "more" else "down"
        if m.has(Topic.MEASURE) and figure.start - m.end < 2 and figure.unit not in _STEPS:
            moved = _moves_measures(near, m)
            return ("change", moved) if moved and figure.unit in _MOVED else None
    return None


def _directly(base: Mention, figure: Figure, text: str) -> bool:
    """Whether a figure stands behind "from", and not a place: จากลาว 900 คน."""
    gap = text[base.end : figure.start]
    return len(gap) <= _OWN and all(letter < "\u0e00" for letter in gap)


def _moves_measures(near: list[Mention], last: Mention) -> str | None:
    """Which way the measures that end with `last`, with the things they are of, are moved by a verb
    in front of them: ขึ้นค่าเช่าที่ดิน 7%, raised rice output 7%; None where none stands there."""
    start = last.start
    for m in reversed([m for m in near if m.end <= start]):
        if start - m.end > 1:
            return None
        if m.has(Topic.MOVE) or not (m.has(Topic.MEASURE) or m.has(Topic.THING)):
            return m.has(Topic.MOVE)
        start = m.start
    return None


def _off_the_usual(figure: Figure, more: Mention, near: list[Mention], text: str) -> str | None:
    """Which way a share is off what was before or is usual, where only that stands between "more"
    and it, in a language written without blanks: ต่ำกว่าปกติ 12%; None elsewhere."""
    kind = more.has(Topic.MORE)
    if not kind or figure.unit not in RATES or text[more.start].isascii():
        return None
    usual = [m for m in near if m.start == more.end and any(m.has(t) for t in _USUAL)]
    if not usual or not 0 <= figure.start - usual[0].end <= 1:
        return None
    return "up" if kind == "more" else "down"


_USUAL = (Topic.THEN, Topic.NORMAL, Topic.BEFORE_LEVEL)


def _made(near: list[Mention], by: Mention) -> str | None:
    """The direction of what is told as done just before "by": were cut by 7%."""
    done = next((v for m in near if by.start - m.end == 1 and (v := m.has(Topic.MORE))), None)
    return {"more": "up", "less": "down"}.get(done or "")
