"""Figures that only a comparison reads: the bare ends of lists, and counts spelled before "of".

In "the Liberals won 34 seats and the Farmers' Party 28" the last number counts seats too; by
itself it might be part of a name, so the plain reading leaves it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import chain, pairwise

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.reading.numbers import fraction, near, read_number
from assistant.quantities.reading.parse import Reading
from assistant.quantities.reading.scan import Token
from assistant.quantities.sentence.most import most
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic
from assistant.quantities.words.units import currency_of, kind_of

_SPELLED = 2  # "one" is mostly no count
_FEWEST = 3  # "two of them" counts nothing worth comparing
_LONGEST = 400  # tokens of a sentence that is compared
_REACH = 60  # characters between the entries of a list
_ENDS = frozenset(".,;:)")


def with_loose(read: Reading, mentions: tuple[Mention, ...]) -> tuple[Figure, ...]:
    """The figures of a text with those that stand loose in it, in reading order."""
    if len(read.scanned.tokens) > _LONGEST:
        return read.figures
    kept = [f for f in read.figures if f.unit != "number" or f.noun or f.scaled or f.low is None]
    split = [pair for f in read.figures if (pair := _split(f, read, mentions))]
    split += [(both,) for both in _ranges(read, mentions)]
    split += [(share,) for share in _of_every(read, mentions)]
    split += [(alike,) for alike in _described_alike(read)]
    found = [*_ends_of_lists(read, kept, mentions), *_parted(read), *chain.from_iterable(split)]
    found += _rows(read, kept, mentions)
    found += _ages(read)
    found += _beyond(read, kept, mentions)
    found += most(read)
    if not found:
        return read.figures
    spans = [(f.start, f.end) for f in found]
    inside = [(f.first, f.last) for f in found if f.unit == "ratio"]
    figures = (
        f
        for f in read.figures
        if not any(a <= f.start < b for a, b in spans)
        and not any(a <= f.first < b for a, b in inside)
    )
    return tuple(sorted((*figures, *found), key=lambda f: f.start))


def _ranges(read: Reading, mentions: tuple[Mention, ...]) -> Iterator[Figure]:
    """Two figures joined by "from" and "to" behind what is measured, where nothing has moved:
    tickets that cost from 25 to 90 baht, fines that run from 200 to 900."""
    if any(m.has(Topic.MOVE) for m in mentions):
        return
    tokens = read.scanned.tokens
    for a, b in pairwise(read.figures):
        if a.moment or b.moment or a.unit != b.unit or a.comparator != b.comparator != "exact":
            continue
        base = next((m for m in mentions if m.has(Topic.BASE) and 0 <= a.start - m.end <= 1), None)
        measured = base and any(
            m.has(Topic.MEASURE) and 0 <= base.start - m.end <= 1 for m in mentions
        )
        varied = any(m.has(Topic.DEPENDING) and 0 <= a.start - m.end <= 1 for m in mentions)
        joined = b.first == a.last + 1 and Sense.JOIN in tokens[a.last].senses
        if (
            (measured or varied)
            and joined
            and a.low is not None
            and b.high is not None
            and a.low < b.high
        ):
            yield replace(b, low=a.low, comparator="range", start=a.start, first=a.first)


def _of_every(read: Reading, mentions: tuple[Mention, ...]) -> Iterator[Figure]:
    """A share told with its whole in front: of every ten voters, seven; ทุก 10 คน มี 7 คน."""
    tokens = read.scanned.tokens
    ends = {m.end for m in mentions if m.has(Topic.ALL) == "all"}
    for i, token in enumerate(tokens):
        if not ends & {token.start, token.start - 1}:
            continue
        whole, last = _count_at(read, i)
        if whole is None or not _FEWEST <= whole <= _MANY:
            continue
        for j in range(last, min(len(tokens), last + _WITHIN)):
            part, end = _count_at(read, j)
            if part is not None:
                if 0 < part < whole and not _measured(read, j, end):
                    yield _share(part, whole, tokens, i, j, end)
                break


def _count_at(read: Reading, i: int) -> tuple[Decimal | None, int]:
    """The whole number that begins at a token, spelled in either language, and the token after."""
    token = read.scanned.tokens[i]
    if token.number is None and Sense.DIGIT not in token.senses and Sense.PLACE not in token.senses:
        return None, i + 1
    found = read_number(read.scanned, i)
    whole = found is not None and found.low == found.high == int(found.low) and not token.glued
    return (found.low, found.last) if found and whole else (None, i + 1)


def _measured(read: Reading, first: int, last: int) -> bool:
    """Whether a number carries a unit or money, so that it is no count."""
    token = read.scanned.tokens[last] if last < len(read.scanned.tokens) else None
    near_by = token is not None and near(read.scanned, read.scanned.tokens[last - 1], token)
    return bool(near_by and token and not _UNCOUNTED.isdisjoint(token.senses))


def _share(
    part: Decimal, whole: Decimal, tokens: list[Token], first: int, second: int, last: int
) -> Figure:
    if last < len(tokens) and Sense.NOUN in tokens[last].senses:
        last += 1
    read = fraction(part, whole, first, last)
    start, end = tokens[second].start, tokens[last - 1].end
    kind = "exact" if read.low == read.high else "range"
    return Figure(read.low, read.high, "ratio", kind, start, end, first, last, "", read.step,
                  False, True)  # fmt: skip


_MANY = 1000  # in "of every thousand"
_WITHIN = 8  # tokens between a whole and its part
_UNCOUNTED = frozenset({Sense.UNIT, Sense.MONEY, Sense.FOLD})


def _split(
    figure: Figure, read: Reading, mentions: tuple[Mention, ...]
) -> tuple[Figure, ...] | None:
    """A change and the level it leads to, that read like a range: up 2 baht to 30 baht."""
    if figure.comparator != "range" or figure.unit == "percent" or figure.moment is not None:
        return None
    starts = [m.start for m in mentions if m.has(Topic.BY) and 0 <= figure.start - m.end <= 1]
    moved = any(
        m.has(Topic.MOVE) and any(0 <= start - m.end <= 1 for start in (figure.start, *starts))
        for m in mentions
    )
    tokens = read.scanned.tokens
    joins = [j for j in range(figure.first, figure.last) if Sense.JOIN in tokens[j].senses]
    if not moved or len(joins) != 1:
        return None
    if tokens[joins[0] - 1].number is not None and not (starts and _far(figure)):
        return None
    to = tokens[joins[0]]
    if not any(m.has(Topic.TO) and m.start == to.start for m in mentions):
        return None
    low, high = replace(figure, comparator="exact"), replace(figure, comparator="exact")
    return (
        replace(low, high=figure.low, last=joins[0], end=tokens[joins[0] - 1].end),
        replace(high, low=figure.high, first=joins[0] + 1, start=tokens[joins[0] + 1].start),
    )


def _far(figure: Figure) -> bool:
    """Whether the ends are too far apart for a range: by 1,500 to 48,500."""
    return bool(figure.low and figure.high and figure.high >= figure.low * _TENFOLD)


_TENFOLD = 10


def _free(read: Reading, start: int) -> bool:
    return not any(f.start <= start < f.end for f in read.figures)


def _ages(read: Reading) -> Iterator[Figure]:
    """The age of a person between commas behind the name or the office: the minister, 54, said."""
    row = read.scanned.tokens
    for i in range(2, len(row) - 2):
        token, word, following = row[i], row[i - 2], row[i + 2]
        plain = token.number is not None and not token.glued and not token.decimals
        if not plain or (row[i - 1].word, row[i + 1].word) != (",", ","):
            continue
        called = word.word.isalpha() and word.word.isascii() and not _TIMED & word.senses.keys()
        aged = token.number is not None and _GROWN <= token.number <= _OLDEST
        if called and aged and following.word.isalpha() and _free(read, token.start):
            yield _count(token.number or Decimal(0), token, i, i + 1, "year", "")


def _beyond(
    read: Reading, figures: list[Figure], mentions: tuple[Mention, ...]
) -> Iterator[Figure]:
    """A bare number that says how many more or fewer behind the count it is told of: with 182
    branches, nine fewer than a year earlier."""
    counted = [f for f in figures if f.moment is None and f.noun]
    thans = {m.start for m in mentions if m.has(Topic.THAN)}
    signs = {m.start for m in mentions if m.has(Topic.MORE) and thans & {m.end, m.end + 1}}
    tokens = read.scanned.tokens
    for i, token in enumerate(tokens):
        number, last = _number(read, i)
        behind = tokens[last - 1].end + 1
        if number is None or behind not in signs or not i or tokens[i - 1].word != ",":
            continue
        before = next((f for f in counted if 0 <= token.start - f.end <= _COMMA), None)
        if before is not None and _free(read, token.start):
            end = tokens[last - 1].end
            yield _count(number, token, i, last, before.unit, before.noun, end)


_COMMA = 2  # characters between a count and what is told of it behind a comma
_GROWN, _OLDEST = 10, 110  # years of those whose age is told in passing
_TIMED = frozenset({Sense.MONTH, Sense.YEAR, Sense.UNIT, Sense.BLOCK, Sense.DAY, Sense.NOUN})


def _ends_of_lists(
    read: Reading, figures: list[Figure], mentions: tuple[Mention, ...]
) -> Iterator[Figure]:
    """Bare numbers behind a count with its noun, that end a clause behind "and" and a name, or of
    which something is said behind a comma."""
    counted = [f for f in figures if f.moment is None and _lends(f)]
    if not counted:
        return
    cuts = [m.start for m in mentions if m.has(Topic.AND)]
    against = [(m.start, m.end) for m in mentions if m.has(Topic.BASE)]
    tokens = read.scanned.tokens
    for i, token in enumerate(tokens):
        if any(f.start <= token.start < f.end for f in figures):
            continue
        number, last = _number(read, i)
        if number is None:
            continue
        before = max((f for f in counted if f.end <= token.start), key=_end, default=None)
        if before is None or token.start - before.end > _REACH:
            continue
        comma = "," in read.scanned.plain[before.end : token.start]
        joined = comma or any(before.end <= cut < token.start for cut in cuts)
        joined = joined or any(before.end <= a and b + 1 < token.start for a, b in against)
        opened = tokens[i - 1]
        of = last < len(tokens) and Sense.OF in tokens[last].senses
        if (
            (joined and _closed(read, last - 1) and _named(opened, token))
            or (opened.word == "," and (of or _predicated(read, last - 1)))
            or (Sense.AND in opened.senses and (of or _predicated(read, last - 1)))
        ):
            value = number if before.noun else _times(before, read, number)
            if value is not None:
                end = tokens[last - 1].end
                yield _count(value, token, i, last, before.unit, before.noun, end)


def _rows(read: Reading, figures: list[Figure], mentions: tuple[Mention, ...]) -> Iterator[Figure]:
    """Bare numbers in front of one with a unit that "and" joins to them: 9, 15 and 4 years; a name
    before each: Leeds 142, York 118 and Hull 97 micrograms."""
    tokens = read.scanned.tokens
    ands = [m.start for m in mentions if m.has(Topic.AND)]
    for figure in figures:
        if figure.moment or figure.unit in _NO_ROWS or figure.comparator != "exact":
            continue
        row, edge = [], figure.first
        while (i := _entry_before(read, edge, figures)) is not None:
            row.append(i)
            edge = i
        joined = row and any(tokens[row[0]].end <= cut < figure.start for cut in ands)
        for i in row if joined and len(row) >= _ROW else ():
            value = _number(read, i)[0]
            if value is not None and (same := _times(figure, read, value)) is not None:
                yield _count(same, tokens[i], i, i + 1, figure.unit, figure.noun)


_NO_ROWS = frozenset({"number", "times", "ratio"})
_ROW = 2  # bare numbers that make a row with the one behind them


def _entry_before(read: Reading, edge: int, figures: list[Figure]) -> int | None:
    """The place of the bare number of a row before the token at `edge`, None where there is none
    behind no more than a name."""
    tokens = read.scanned.tokens
    for i in range(edge - 1, max(-1, edge - _NAME), -1):
        token = tokens[i]
        own = next((f for f in figures if f.start <= token.start < f.end), None)
        if own is not None and (own.moment or own.last - own.first > 1):
            return None
        if token.number is not None:
            plain = _number(read, i)[0] is not None and i > 0
            return i if plain and _behind_a_name(read, i) else None
        if token.senses and not _JOINS & token.senses.keys() and token.word != ",":
            return None
    return None


def _behind_a_name(read: Reading, i: int) -> bool:
    """Whether a comma or a name stands directly before a number: a word that no table knows, one
    between blanks where they are rare, or any in front of the first of several."""
    before, token = read.scanned.tokens[i - 1], read.scanned.tokens[i]
    gap = read.scanned.plain[before.end : token.start]
    if gap.strip():
        return gap.endswith(" ") and not gap.isascii() and len(gap.split()) == 1
    following = read.scanned.tokens[i + 1]
    listed = not before.senses or following.word == ","
    return before.word == "," or (_named(before, token) and listed)


_NAME = 6  # tokens of a name and what joins it to the number before
_JOINS = frozenset({Sense.AND, Sense.JOIN_OPENED})


def _lends(figure: Figure) -> bool:
    """Whether the bare numbers of a list count or measure what a figure does: 48,000 square
    kilometres and Pellora 31,000."""
    sized = kind_of(figure.unit) in _SIZES and figure.comparator == "exact"
    return bool(figure.noun or currency_of(figure.unit)) or sized


_SIZES = frozenset({"point", "area", "mass", "volume", "length", "power", "energy"})


def _number(read: Reading, i: int) -> tuple[Decimal | None, int]:
    """The plain number that begins at a token and the token after it, None when there is none."""
    token = read.scanned.tokens[i]
    if token.number is not None:
        return (None if token.glued or token.decimals else token.number), i + 1
    found = read_number(read.scanned, i) if Sense.DIGIT in token.senses else None
    if found is None or found.low < _SPELLED or not token.word.isascii():
        return None, i + 1
    return found.low, found.last


def _times(before: Figure, read: Reading, number: Decimal) -> Decimal | None:
    """`number` in the scale and unit of the amount before it, None where that cannot be told."""
    written = [t.number for t in read.scanned.tokens[before.first : before.last] if t.number]
    if len(written) != 1 or before.low is None or before.low != before.high:
        return None
    return number * before.low / written[0]


def _end(figure: Figure) -> int:
    return figure.end


def _named(before: Token, token: Token) -> bool:
    """Whether a word stands directly before the number that gives it no other meaning."""
    barred = {Sense.BLOCK, Sense.RANK, Sense.MONTH, Sense.YEAR, Sense.QUARTER, Sense.FISCAL}
    return 0 <= token.start - before.end <= 1 and barred.isdisjoint(before.senses)


def _closed(read: Reading, i: int) -> bool:
    """Whether the clause ends behind the number: at a stop, at "and", or with the text."""
    tokens = read.scanned.tokens
    if i + 1 >= len(tokens):
        return not read.scanned.plain[tokens[i].end :].strip()
    following = tokens[i + 1]
    return following.word in _ENDS or Sense.JOIN_OPENED in following.senses


def _predicated(read: Reading, i: int) -> bool:
    """Whether something is said of the number behind a comma: ", 312 were hurt", ", 40 of them"."""
    tokens = read.scanned.tokens
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or not near(read.scanned, tokens[i], following):
        return False
    told = not following.senses or not _SAID.isdisjoint(following.senses)
    return told and read.scanned.plain[following.start].islower()


_SAID = frozenset({Sense.NO_NOUN, Sense.PARTITIVE, Sense.FROM, Sense.PASSING})


def _parted(read: Reading) -> Iterator[Figure]:
    """Bare numbers in front of "of" and what they count: forty of the town's teachers."""
    scanned, i = read.scanned, 0
    tokens = scanned.tokens
    while i + 1 < len(tokens):
        number, last = _number(read, i)
        called = i > 0 and _called(read, tokens[i - 1])
        if number is None or called or not _free(read, tokens[i].start):
            i += 1
            continue
        follows = last < len(tokens) and near(scanned, tokens[last - 1], tokens[last])
        if follows and Sense.PARTITIVE in tokens[last].senses and number >= _FEWEST:
            yield _count(number, tokens[i], i, last, "number", "", tokens[last - 1].end)
        i = last


def _described_alike(read: Reading) -> Iterator[Figure]:
    """A count whose noun stands behind the count joined to it: five red and eight blue buses."""
    tokens = read.scanned.tokens
    for figure in read.figures:
        i = figure.first
        described = bool(figure.noun) and figure.last - i > _DESCRIBED and figure.noun.isascii()
        if not described or i < _DESCRIBED + 1 or Sense.AND not in tokens[i - 1].senses:
            continue
        word, number = tokens[i - 2], tokens[i - 3]
        plain = word.word.isalpha() and not _UNCOUNTED & word.senses.keys() and word.word.isascii()
        value, last = _count_at(read, i - 3)
        beside = near(read.scanned, number, word) and near(read.scanned, word, tokens[i - 1])
        if value is not None and last == i - 2 and plain and beside and _free(read, number.start):
            yield _count(value, number, i - 3, i - 1, figure.unit, figure.noun, word.end)


_DESCRIBED = 2  # tokens of a count without a describing word


def _called(read: Reading, before: Token) -> bool:
    """Whether the word before a number makes it a name: Section 5 of, Resolution 88 of."""
    capital = read.scanned.plain[before.start].isupper() and not before.senses
    return capital or Sense.BLOCK in before.senses


def _count(
    value: Decimal, token: Token, first: int, last: int, unit: str, noun: str, end: int = 0
) -> Figure:
    end = end or token.end
    return Figure(value, value, unit, "exact", token.start, end, first, last, noun, Decimal(1))
