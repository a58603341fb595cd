"""Which item of a list a claim speaks of, by a people or a name; and lists that need not be all."""

from __future__ import annotations

import re

from assistant.names import known_in, named_in
from assistant.names.table import usual
from assistant.quantities.linking.items import item_named
from assistant.quantities.linking.pairing import Link
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import WHERE
from assistant.quantities.words.english_rules import NEXT_ITEM
from assistant.quantities.words.thai_rules import NEXT_ITEM as THAI_NEXT_ITEM
from assistant.quantities.words.topics import Topic

_FEW = 3  # figures that make a list
_BESIDE = 12  # characters of "tourists from" between a figure and its people


def own_items(fact: Fact, mine: Frame, theirs: Frame, options: list[Link]) -> list[Link]:
    """The one item of a list of three figures and more that a claim with one figure names, all
    options where it names none or several."""
    if len(mine.facts) != 1 or fact.role != "level":
        return options
    if len(options) == len(theirs.facts) == _TWO and (place := _only_place(mine, options)):
        return [place]
    named = _by_model(mine, options)
    if named is None and len(options) == len(theirs.facts):
        named = _spelled_out(mine, options)
    if named is not None:
        return [named]
    if len(options) < _FEW:
        return options
    if len(options) != len(theirs.facts) or any(o.fact.role != "level" for o in options):
        return options
    told = {known.name for known in known_in(mine.text)}
    peoples = [_people(o.fact, theirs) for o in options]
    if all(peoples) and len(set(peoples)) == len(peoples):
        own = [o for o, people in zip(options, peoples, strict=True) if people in told]
        return own if len(own) == 1 else options
    summed = mine.has(Topic.SUM) or theirs.has(Topic.SUM)
    found = None if summed else item_named(mine, theirs)
    own = [o for o in options if o.fact is found]
    if mine.has(Topic.TOP):  # the highest must be the item's own: not what is told of another
        agreeing = [o for o in options if o.evidence.low == fact.quantity.low]
        own = own if theirs.has(Topic.TOP) and agreeing and own != agreeing else []
    return own or options


def _only_place(mine: Frame, options: list[Link]) -> Link | None:
    """Of two figures that are each told of a place behind them, that of the one place that the
    claim names: sold 950 in Laem Kaeo and 720 in Chiang Than; None elsewhere."""
    places = [WHERE.match(o.fact.right) for o in options]
    told = zip(options, places, strict=True)
    named = [o for o, place in told if place and named_in(place[1], mine.text)]
    return named[0] if all(places) and len(named) == 1 else None


def _spelled_out(mine: Frame, options: list[Link]) -> Link | None:
    """The one figure of a list, not its first, in front of which no more stands than words that the
    claim has as they are; None where there is none or several."""
    labels = [_JOINED.sub("", o.fact.left).strip() for o in options]
    found = [
        o
        for o, label in zip(options[1:], labels[1:], strict=True)
        if len(label) >= _NAMING and label in mine.text
    ]
    alone = len(found) == 1 and mine.text.find(labels[0]) < 0
    return found[0] if alone and not mine.has(Topic.SUM) else None


def _by_model(mine: Frame, options: list[Link]) -> Link | None:
    """The one figure behind the model that the claim names, where each stands behind another
    model: R1 scored 79.8% and o1 79.2%."""
    labels = [frozenset(_MODEL.findall(o.fact.left)) for o in options]
    told = frozenset(_MODEL.findall(mine.text))
    if len(options) < _TWO or not all(labels) or len(set(labels)) < len(labels):
        return None
    found = [o for o, label in zip(options, labels, strict=True) if label & told]
    return found[0] if len(found) == 1 else None


_MODEL = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]{1,6}-?\d{1,4}[a-z]?(?![A-Za-z0-9])")
_JOINED = re.compile(rf"^[ ,;]*(?:{NEXT_ITEM}|{THAI_NEXT_ITEM})?")
_NAMING = 3  # letters of a name
_TWO = 2


def of_another(fact: Fact, own: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether a claim tells of its own item of a list what the list tells of another."""
    people, low = _people(own, theirs), fact.quantity.low
    if not people or people not in {known.name for known in known_in(mine.text)}:
        return False
    return low != own.quantity.low and any(f.quantity.low == low for f in theirs.facts)


def open_list(mine: Frame, theirs: Frame, options: list[Link]) -> bool:
    """Whether a claim tells a sum of all, and the evidence some of a list that need not be whole:
    visitors included 4.5 million of these."""
    some = theirs.has(Topic.PART) or theirs.has(Topic.TOP) or theirs.has(Topic.EDGE)
    some = some or len({_people(o.fact, theirs) for o in options} - {""}) == len(options)
    whole = mine.has(Topic.ALL) or mine.has(Topic.SUM)
    return len(options) >= _FEW and bool(some) and whole


def _people(fact: Fact, one: Frame) -> str:
    """The country that a table knows of whose people a figure counts: 4.4 million Chinese."""
    if known := usual(fact.figure.noun.title()) if fact.figure.noun else None:
        return known
    end, start = fact.quantity.end, fact.quantity.start
    near = [
        k.name
        for k in known_in(one.text)
        if (0 <= k.start - end <= 1 or 0 <= start - k.end <= _BESIDE)
        and not (k.end <= start and one.text.isascii())
    ]
    return near[-1] if near else ""
