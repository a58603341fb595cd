"""What sort of thing is counted: people, vehicles, places, creatures, as far as words tell."""

from __future__ import annotations

from difflib import SequenceMatcher

from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.sentence.sorts import classifiers, fine_sort
from assistant.quantities.words.topics import PEOPLE
from assistant.quantities.words.units import kind_of
from index.text import words

_PLAIN = frozenset({"person", "vehicle", "house", "household", "machine", "place"})
_ROOMY = frozenset({"seat", "bed"})
_CLOSE = frozenset({
    frozenset({"place", "house"}), frozenset({"place", "household"}),
    frozenset({"machine", "craft"}), frozenset({"machine", "vehicle"}),
    frozenset({"machine", "place"}), frozenset({"house", "household"}),
})  # fmt: skip
_DRIVEN = frozenset(
    "car lorry pickup van bus bicycle motorcycle tractor ambulance taxi carriage train robot "
    "locomotive wheelchair stretcher".split()
)
_THING = "thing"  # no person, whatever it is


def unlike(fact: Fact, other: Fact) -> bool:
    """Whether two counts are of things that cannot be one: cars and stalls, parcels and people."""
    one, two = sort_of(fact), sort_of(other)
    for vehicles, thing in ((fact, other), (other, fact)):
        if vehicles.quantity.unit == "vehicle" and thing.quantity.unit == "number":
            return bool(thing.thing) and thing.thing not in _DRIVEN
    if _people_for_things(fact, other) or _people_for_things(other, fact):
        return True
    if not one or not two or one == two:
        return False
    if _THING in (one, two):
        return "person" in (one, two)
    return frozenset({one, two}) not in _CLOSE


def _people_for_things(thing: Fact, people: Fact) -> bool:
    """Whether a thing that a table knows stands against an English noun that names people: thirty
    monkeys, thirty keepers."""
    known = bool(thing.thing) and not thing.thing.startswith(PEOPLE) and not people.thing
    noun = people.figure.noun
    plain = known and thing.quantity.unit == people.quantity.unit == "number"
    return plain and thing.thing not in _DRIVEN and noun.isascii() and _personal(noun)


def other_noun(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two sentences say the same of two different nouns: 40,000 letters, 40,000 parcels."""
    one, two = fact.figure.noun, other.figure.noun
    units = {fact.quantity.unit, other.quantity.unit}
    plain = units <= {"number", "person"} and "number" in units
    if not plain or not one or not two or not (one + two).isascii() or one[:_STEM] == two[:_STEM]:
        return False
    if one in theirs.text.lower() or two in mine.text.lower():
        return False
    nouns = (one[:_STEM], two[:_STEM])
    told, there = ([w for w in words(f.text) if w[:_STEM] not in nouns] for f in (mine, theirs))
    return SequenceMatcher(None, told, there, autojunk=False).ratio() >= _SAME


_STEM = 4  # letters that forms of one noun share
_SAME = 0.85  # of the other words, for the nouns alone to tell two sentences apart


def seats(people: Fact, things: Fact) -> bool:
    """Whether so many people are those that so many seats or beds are for."""
    if things.thing not in _ROOMY:
        return False
    return people.thing == things.thing or "capacity" in people.measures


def sort_of(fact: Fact) -> str:
    """The sort of thing that a figure counts, "" when its words do not tell."""
    unit, noun = fact.quantity.unit, fact.figure.noun
    sort = classifiers().get(noun)
    if kind_of(unit) != "count" or unit in _PLAIN:
        return "" if unit not in _PLAIN or sort == "" else unit
    if unit != "number" or not noun:
        return ""
    if sort is not None:
        return sort
    return _THING if noun.isascii() and not _personal(noun) else ""


def alike_sorted(fact: Fact, others: list[Fact]) -> list[bool]:
    """Whether each of several counts is of the very sort of thing that `fact` counts, where the
    words of all tell: 31 games, 31 นัด."""
    own, sorts = fine_sort(fact), [fine_sort(other) for other in others]
    return [bool(own) and all(sorts) and sort == own for sort in sorts]


def people_or_things(fact: Fact) -> str:
    """Whether a count is of people or of things by its own words, "" where they do not tell."""
    unit, noun = fact.quantity.unit, fact.figure.noun
    if unit == "person" or (unit == "number" and noun.isascii() and noun and _personal(noun)):
        return "person"
    sort = classifiers().get(noun, "") if unit == "number" else ""
    return _THING if sort or (unit == "number" and noun and noun.isascii()) else ""


def _personal(noun: str) -> bool:
    """Whether a plural may name people: by its end, or because a table lists it."""
    from assistant.quantities.words.english_things import PERSON_ENDS, PERSONS

    return noun in PERSONS or noun.endswith(PERSON_ENDS)
