"""Claims without figures of their own: more than another, more than before, risen or fallen."""

from __future__ import annotations

from decimal import Decimal
from itertools import permutations

from assistant.names import names_in
from assistant.quantities.compare import Interval, Why, interval
from assistant.quantities.linking.align import alike, labels, one_script
from assistant.quantities.linking.echo import echo
from assistant.quantities.linking.items import item_named, item_words, items
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.meaning import NEAR, nearest
from assistant.quantities.linking.parties import strangers
from assistant.quantities.relating.change import Change, changes
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.once import then_and_now
from assistant.quantities.words.english_roles import AS_MANY, KINDS
from assistant.quantities.words.thai_roles import KINDS as THAI_KINDS
from assistant.quantities.words.topics import Topic
from assistant.types import Stance
from index.text import words

Settled = tuple[Stance, Why]
LISTED = 12
"""Figures of a list in which two parties are looked for."""
_BOTH = 2


def compared(mine: Frame, theirs: Frame) -> Settled | None:
    """One party or time has more than the other, against a figure for each."""
    more = mine.ids(Topic.MORE)
    both = _both(mine, theirs)
    of_two = both and not mine.has(Topic.THAN)
    if len(more) != 1 or not _BOTH <= len(theirs.facts) <= LISTED or (mine.facts and not both):
        return None
    if of_two:
        pair = _one_of_two(mine, theirs)
    elif timely := _timely(mine, theirs):
        pair = timely[0]
        if pair is None:
            return Stance.SILENT, Why.OTHER_PERIOD
    else:
        if len({fact.quantity.unit for fact in theirs.facts}) > 1:
            return None
        pair = _parties(mine, theirs)
    if pair is None:
        return None
    if apart := other_subject(mine, theirs, same_story=True) or _unrelated(mine, theirs):
        return Stance.SILENT, apart
    if _of_a_kind(mine) - _of_a_kind(theirs) or _only_rates(pair, mine):
        return Stance.SILENT, Why.OTHER_MEASURE
    first, second = (interval(fact.quantity).point for fact in pair)
    if first is None or second is None or pair[0].quantity.unit != pair[1].quantity.unit:
        return None
    turned = (more == {"more"}) == mine.has(Topic.NEGATION)
    same = first < second if turned else first > second
    return (Stance.SUPPORTS if same else Stance.REFUTES), Why.NAMES


def _of_a_kind(one: Frame) -> set[str]:
    """What makes a part of the things that a sentence compares: electric cars."""
    low = one.text.lower()
    return set(KINDS.findall(low)) | {w for w, thai in THAI_KINDS.items() if thai in low}


def _only_rates(pair: tuple[Fact, Fact], mine: Frame) -> bool:
    """Whether the evidence tells by which part both grew, the claim how much they have."""
    rates = all(f.role == "change" and f.quantity.unit in _SHARES for f in pair)
    return rates and not (mine.has(Topic.MOVE) or mine.has(Topic.GROWTH))


_SHARES = frozenset({"percent", "ratio", "times"})


def _both(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim says which of two has more or less: of the two clubs, the larger."""
    both = len(mine.facts) == 1 and len(theirs.facts) == mine.facts[0].quantity.low == _BOTH
    return both and mine.facts[0].quantity.kind == "count"


def _one_of_two(mine: Frame, theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figure of the party of two that a claim names, and that of the other."""
    one, two = theirs.facts
    named = item_named(mine, theirs)
    if named is None or one.quantity.unit != two.quantity.unit:
        return None
    return (one, two) if named is one else (two, one)


def multiplied(mine: Frame, theirs: Frame) -> Settled | None:
    """So many times as much as another party, against a figure for each."""
    told = mine.facts[0] if len(mine.facts) == 1 else None
    if told is None or told.quantity.unit != "times" or not _BOTH <= len(theirs.facts) <= LISTED:
        return None
    units = {fact.quantity.unit for fact in theirs.facts}
    if len(units) > 1 or "times" in units or told.move or mine.dates or theirs.has(Topic.MOVE):
        return None
    sign = next((m for m in mine.mentions if m.has(Topic.MORE)), None)
    start, end = (sign.start, sign.end) if sign else (told.quantity.start, told.quantity.end)
    if not any(letter.isalpha() for letter in mine.text[end:]):
        return None
    pair = _as_many(mine.text[end:], theirs)
    pair = pair or named_best((mine.text[:start], mine.text[end:]), theirs)
    if pair is None or other_subject(mine, theirs, same_story=True) or _unrelated(mine, theirs):
        return None
    first, second = (interval(fact.quantity).point for fact in pair)
    if first is None or not second:
        return None
    point = Interval(first / second, first / second)
    same = interval(told.quantity).contains(point)
    return (Stance.SUPPORTS if same else Stance.REFUTES), Why.NAMES


def _as_many(behind: str, theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the two things that a claim lays side by side: twice as many ducks as
    geese."""
    told = AS_MANY.match(behind)
    return named_best((told[1], told[2]), theirs) if told and told[2].islower() else None


def _boundary(mine: Frame) -> int:
    """Where what a claim compares with begins: behind "than", or behind "more" itself."""
    sign = next(m for m in mine.mentions if m.has(Topic.MORE))
    than = [m for m in mine.mentions if m.has(Topic.THAN) and m.start >= sign.end]
    return than[0].end if than else sign.end


def _timely(mine: Frame, theirs: Frame) -> list[tuple[Fact, Fact] | None]:
    """The figures of the two times that a claim compares, [None] where the evidence has not both,
    [] where the claim compares no times."""
    cut = _boundary(mine)
    before, behind = (
        [d for d in mine.dates if (d.start >= cut) == after] for after in (False, True)
    )
    if len(before) == len(behind) == 1:
        found = [
            _at(d.period and (d.period.first, d.period.last), theirs) for d in (*before, *behind)
        ]
        return [(found[0], found[1])] if found[0] and found[1] else [None]
    if mine.dates or not mine.has(Topic.THEN):
        return []
    then = min(m.start for m in mine.mentions if m.has(Topic.THEN))
    pair = then_and_now(theirs.facts, theirs.mentions)
    if pair is None or not (then >= cut or mine.has(Topic.NOW)):
        return []
    return [pair[::-1] if then >= cut else pair]


def _at(span: object, theirs: Frame) -> Fact | None:
    """The one figure of a period, None when there is none or several."""
    found = [
        f
        for f in theirs.facts
        if len(f.periods) == 1 and (f.periods[0].first, f.periods[0].last) == span
    ]
    return found[0] if len(found) == 1 else None


def _parties(mine: Frame, theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the parties that a claim names before and behind "more than"."""
    sign = next(m for m in mine.mentions if m.has(Topic.MORE))
    first, second = mine.text[: sign.start], mine.text[_boundary(mine) :]
    earlier = next((m for m in mine.mentions if m.has(Topic.THAN) and m.end <= sign.start), None)
    if earlier and mine.text[: earlier.start].strip():  # hit harder than others, losing more
        first, second = mine.text[: earlier.start], mine.text[earlier.end : sign.start]
        return named_best((first, second), theirs)
    if than := next((m for m in mine.mentions if m.has(Topic.THAN) and not first.strip()), None):
        first = mine.text[sign.end : than.start]  # fewer Russians than Indians came
        second = " ".join(second.split()[: len(first.split())])
        if min(like(side, theirs.text) for side in (first, second)) < _THERE:
            return None
    return named_best((first, second), theirs)


def named_best(sides: tuple[str, str], theirs: Frame) -> tuple[Fact, Fact] | None:
    """The figures of the party named in the first and of that named in the second stretch."""
    told = [_nearest_name(fact, theirs) for fact in theirs.facts]
    near = [_item(fact, theirs, label) for fact, label in zip(theirs.facts, told, strict=True)]
    pairs = list(permutations(range(len(theirs.facts)), _BOTH))
    scores = [
        tuple(like(sides[0], names[a]) + like(sides[1], names[b]) for names in (near, told))
        for a, b in pairs
    ]
    if own := _own_things(sides, theirs):
        scores = [
            (own[0][a] + own[1][b], *score) for (a, b), score in zip(pairs, scores, strict=True)
        ]
    best = max(scores)
    if not any(best) or scores.count(best) > 1:
        return None
    subject, other = pairs[scores.index(best)]
    return theirs.facts[subject], theirs.facts[other]


def _own_things(sides: tuple[str, str], theirs: Frame) -> list[list[float]]:
    """How much each of two stretches names the thing that each figure of a list counts, by words
    that only that item bears; nothing where an item has none, or a name."""
    listed = items(theirs)
    own = item_words(theirs) if len(listed) == len(theirs.facts) else None
    if own is None or not all(_is_thing(item) for item in own):
        return []
    return [[like(side, item) for item in own] for side in sides]


def _is_thing(item: str) -> bool:
    plain = item.strip(" .,")
    return plain.isascii() and plain.islower()


def party_of(side: str, fact: Fact, one: Frame) -> float:
    """How much a stretch of text names the party of a figure."""
    name = _nearest_name(fact, one)
    if one_script(side, name):
        return like(side, name)
    return max(like(side, name), echo(*((name, side) if name.isascii() else (side, name))))


def like(side: str, name: str) -> float:
    """How alike a party and a label are, by names, or by what their words mean across scripts."""
    found = alike(side, name)
    if one_script(side, name):
        return found
    latin, thai = (name, side) if name.isascii() else (side, name)
    there = tuple(words(thai))
    likes = [nearest(w.lower(), there) for w in words(latin) if len(w) >= _TRANSLATED]
    return found + _MEANT * sum(like for like in likes if like >= NEAR)


_TRANSLATED = 3  # letters of a word that may be a part of a translated name
_THERE = 1  # how alike a party and a sentence are that names it
_MEANT = 2  # how much more a translated word counts than a faint echo


def _nearest_name(fact: Fact, one: Frame) -> str:
    """The name nearest to a figure in its label; the whole label where no name is known."""
    found = labels(fact, one)
    names = names_in(found[0], "en")
    return names[-1].text if names and not one.has(Topic.RESPECTIVE) else found[-1]


def _item(fact: Fact, one: Frame, label: str) -> str:
    """The phrase directly before a figure of a list written without commas; else its label."""
    phrases = fact.left.split()
    spaced = len(phrases) > 1 and not phrases[-1].isascii() and len(phrases[-1]) >= _PHRASE
    return phrases[-1] if spaced and not one.has(Topic.RESPECTIVE) else label


_PHRASE = 4  # letters of a phrase that can name a party


def moved(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim that something has risen or fallen, against how it has moved."""
    ways = mine.ids(Topic.MOVE)
    plain = not (mine.facts or mine.has(Topic.NEGATION) or mine.ids(Topic.MORE) or _hoped(mine))
    if not plain or len(ways) != 1:
        return None
    found = changes(theirs)
    if not found:
        turned = (
            not theirs.facts
            and len(theirs.ids(Topic.MOVE)) == 1
            and ways.isdisjoint(theirs.ids(Topic.MOVE))
        )
        denied = theirs.has(Topic.NEGATION)
        return (Stance.REFUTES, Why.DIRECTION) if turned and not denied else None
    there = {_way(change.step, change.facts[-1].move) for change in found}
    if theirs.has(Topic.GROWTH) and not mine.has(Topic.GROWTH):
        there = {_grown(change) for change in found}
    if theirs.has(Topic.NEGATION) or len(there) != 1 or None in there or _hoped(theirs):
        return Stance.SILENT, Why.UNSURE
    if apart := other_subject(mine, theirs, same_story=True):
        return Stance.SILENT, apart
    if apart := _unrelated(mine, theirs):
        return Stance.SILENT, apart
    if strangers(mine, theirs):
        return Stance.SILENT, Why.OTHER_PARTY
    if mine.dates and not _of_its_time(mine, found[0].facts[-1]):
        return Stance.SILENT, Why.OTHER_PERIOD
    return (Stance.SUPPORTS, Why.EQUAL) if there == ways else (Stance.REFUTES, Why.DIRECTION)


def _unrelated(mine: Frame, theirs: Frame) -> Why | None:
    """Whether the two measure different things, or share no word at all in one script."""
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    if one and two and not one & two:
        return Why.OTHER_MEASURE
    if not (mine.text.isascii() and theirs.text.isascii()):
        return None
    shared = _stems(mine.text) & _stems(theirs.text)
    return None if shared or one & two else Why.OTHER_MEASURE


def _stems(text: str) -> set[str]:
    return {word[:_STEM] for word in words(text) if len(word) >= _WORD and word.isalpha()}


_STEM, _WORD = 5, 4  # letters that forms of a word share; letters of a word that tells something


def _hoped(one: Frame) -> bool:
    return any(one.has(t) for t in (Topic.EXPECTED, Topic.FUTURE, Topic.UNDECIDED, Topic.PLANNED))


def _way(step: object, move: str | None) -> str | None:
    if step is None:
        return move
    return "down" if step < 0 else "up" if step > 0 else None  # type: ignore[operator]


def _grown(change: Change) -> str | None:
    """Which way a level moved whose growth has changed: slower growth is growth all the same."""
    last = change.facts[-1]
    low, share = last.quantity.low, last.quantity.unit in ("percent", "ratio")
    return last.move if share and isinstance(low, Decimal) and low > 0 else None


def _of_its_time(mine: Frame, result: Fact) -> bool:
    """Whether a change leads to the period that the claim names, or to one of those it names."""
    told = {(d.period.first, d.period.last) for d in mine.dates if d.period}
    return any((p.first, p.last) in told for p in result.periods)
