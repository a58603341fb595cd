"""Evidence told as what its figures come to: two boxes of 30 each are 60."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal

from assistant.quantities.compare import conversion
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Quantity

UNSETTLED = (Topic.NEGATION, Topic.SUM, Topic.MOVE, Topic.RESPECTIVE, Topic.ALONE, Topic.EXPECTED)
"""What keeps the figures of a sentence from being added up."""
_WRITTEN = frozenset({"exact", "approx"})


@dataclass(frozen=True, slots=True)
class Reckoned:
    """A sentence with one figure worked out of others in their place.

    `whole` is that figure, `working` the sum that led to it, None where a figure is only picked
    out. A claim that agrees with it is only borne out where it is `sure` to
    speak of it; `clear` says that one that gives the figure of a part for it is wrong.
    """

    frame: Frame
    whole: Fact
    working: Working | None
    sure: bool = True
    clear: bool = False


Rule = Callable[[Frame, Frame], Reckoned | None]


def value_of(fact: Fact) -> Decimal | None:
    """The one value of a figure that is written as such, None for bounds and ranges."""
    quantity = fact.quantity
    plain = quantity.comparator in _WRITTEN and quantity.low == quantity.high
    return quantity.low if plain and isinstance(quantity.low, Decimal) else None


def hedge(*facts: Fact) -> str:
    """The comparator of what several figures come to."""
    return "approx" if any(f.quantity.comparator == "approx" for f in facts) else "exact"


def made_of(fact: Fact, value: Decimal, quantity: Quantity) -> Fact:
    """`fact` as the figure that others come to: a plain level, told of nothing else."""
    return replace(
        fact, quantity=replace(quantity, low=value, high=value), role="level", move=None,
        told=frozenset(), ids=fact.ids - {Topic.PER, Topic.ALL}, share="", predicate="", head="",
        listed=False, of_before=False,
    )  # fmt: skip


def retold(
    one: Frame,
    facts: tuple[Fact, ...],
    without: Callable[[Mention], bool],
    added: tuple[Mention, ...] = (),
) -> Frame:
    """The sentence with other figures, without some of its mentions and with others."""
    kept = (*(m for m in one.mentions if not without(m)), *added)
    everything = (*(m for m in one.everything if not without(m)), *added)
    topics: dict[Topic, set[str]] = {}
    for mention in kept:
        for topic, value in mention.senses:
            topics.setdefault(topic, set()).add(value)
    told = {sense for m in everything for sense in m.senses}
    things = frozenset(sense for sense in one.things if sense in told)
    things |= {sense for m in added for sense in m.senses if sense[0] is Topic.THING}
    numbered = tuple(replace(fact, index=i) for i, fact in enumerate(facts))
    return replace(
        one, mentions=kept, facts=numbered, things=things, everything=everything,
        topics={topic: frozenset(ids) for topic, ids in topics.items()},
    )  # fmt: skip


def total_of(facts: tuple[Fact, ...], ones: int = 0) -> Decimal | None:
    """What several figures and so many single ones come to, None where one has no one value."""
    values = [value_of(fact) for fact in facts]
    if any(v is None for v in values):
        return None
    return sum((v for v in values if v is not None), Decimal(ones))


def summed(facts: tuple[Fact, ...], value: Decimal) -> Fact:
    """The figure that several of one unit come to, in the place of the last."""
    quantity = replace(
        facts[-1].quantity, comparator=hedge(*facts),
        resolution=max(f.quantity.resolution for f in facts),
    )  # fmt: skip
    return made_of(facts[-1], value, quantity)


def only_joined(start: int, end: int, one: Frame, known: Callable[[Mention], bool]) -> bool:
    """Whether nothing stands in a stretch but times, what is `known` there, and words that only
    join others."""
    from assistant.quantities.words.english_roles import FUNCTIONS

    told = [(m.start, m.end) for m in one.everything if known(m)]
    told += [(f.start, f.end) for f in one.reading.figures if f.moment is not None]
    rest = list(one.text[start:end])
    for low, high in told:
        for i in range(max(low, start), min(high, end)):
            rest[i - start] = " "
    words = "".join(rest).replace(",", " ").split()
    latin = all(w.lower() in FUNCTIONS for w in words if w.isascii() and w.isalpha())
    return latin and sum(len(w) for w in words if not w.isascii()) <= _FILLING


_FILLING = 6  # Thai letters of words that only join others


def comparable(mine: Frame, quantity: Quantity) -> bool:
    """Whether the claim has a figure that could be told by a quantity."""
    return any(
        conversion(f.quantity, quantity) is not None or f.quantity.kind == quantity.kind == "money"
        for f in mine.facts
    )
