"""Topics of a sentence: what is measured, which way it moves, what is denied or expected.

One table a language lists wordings under ids that both languages share; the rest of the room
works with the ids.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assistant.quantities.words.lexicon import trie_pattern
from assistant.quantities.words.plain import plain


class Topic(StrEnum):
    """What a wording tells about the sentence it stands in."""

    MEASURE = "measure"  # what a figure measures
    MOVE = "move"  # up or down
    FURTHER = "further"  # beside a count: so many more, no rise by themselves
    GROWTH = "growth"  # a change as a thing of its own, which can be forecast, raised, lowered
    ADDING = "adding"  # what is done to so many more: hires, buys, opens
    PUT_OFF = "put_off"  # moved to another day: what it was moved from holds no more
    ENLARGING = "enlarging"  # a rise, or of counts what is done: adds 12 routes
    COMING = "coming"  # a fall, or what costs come to
    ALLOTTED = "allotted"  # money set aside: a plan by nature
    VANISHING = "vanishing"  # a fall, or how long somebody is missing
    COSTS = "costs"  # what is paid for something
    PLACING = "placing"  # a fall, or what is put into the ground or the water
    REARING = "rearing"  # a rise, or how plants and animals are brought up
    PHRASAL = "phrasal"  # a verb with "up" or "down": a change before "by" and a figure alone
    BY = "by"  # the figure that follows is a change
    AGENT = "agent"  # the figure that follows is how many did it: opposed by 61%
    TO = "to"  # the figure that follows is a level reached
    SOARING = "soaring"  # a move that a level follows at once: soared past, พุ่งเกิน
    CROSSING = "crossing"  # "up" or "down" beyond a level: a move that way leads there
    BASE = "base"  # the figure that follows is where it came from
    NEGATION = "negation"
    EXPECTED = "expected"
    FUTURE = "future"
    UNDECIDED = "undecided"
    ALL = "all"
    DEPENDING = "depending"
    KEPT = "kept"  # not changed
    SUM = "sum"
    ALONE = "alone"  # one party without the others
    RESPECTIVE = "respective"
    UNANIMOUS = "unanimous"
    SPAN = "span"  # a quarter, of no named year
    FUNDS = "funds"  # money raised: no rise
    SPELL = "spell"  # over how long a figure runs: half a year, a quarter
    INSTEAD = "instead"  # what follows is not so: rather than
    LATEST = "latest"  # the newest of several
    EDGE = "edge"  # the lowest or highest of several values
    CEILING = "ceiling"  # the figure told is the most that is allowed
    LIMIT = "limit"  # as a ceiling, by a word that may be left out
    NORMAL = "normal"  # what is usual, which a figure is told to be off
    MORE = "more"  # "more" or "less" in a comparison of two parties
    THAN = "than"
    THING = "thing"  # the kind of thing counted: two different ones are never compared
    STATE = "state"  # "family:side": open and closed, upheld and overturned
    BALLOT = "ballot"  # a side of a vote, or "ballot" itself
    KIN = "kin"  # whose relative: no name, so never capitalised among names
    EXIST = "exist"  # what there is in all: has, there are
    PACK = "pack"  # containers that are counted with what they hold
    COMPOSED = "composed"  # what follows is all that the subject has in it: consists of
    BEING = "being"  # what stands behind it is what the subject is
    TENDING = "tending"  # one does it for so many: a teacher looks after 15 children
    PART = "part"  # what follows is a part of what was told: "of whom"
    STATISTIC = "statistic"  # mean, median, before and after tax
    POLE = "pole"  # "plus" or "minus": profit and loss
    AND = "and"
    PER = "per"
    SIDE = "side"  # points of the compass in names
    FIRM = "firm"  # kinds of firms in names
    HOUSE = "house"  # what bears a name of its own: radio stations, museums, islands
    THAT = "that"  # a date directly before it is that of the telling: "said in May that"
    AFTER = "after"  # the date that follows bounds the event
    BEFORE = "before"
    UNTIL = "until"
    SINCE = "since"
    WHOLE_YEAR = "whole_year"
    OF = "of"
    REST = "rest"  # what is left of a whole of which a share was told
    BEFORE_LEVEL = "before_level"  # what a result is a share of: the level before
    TOP = "top"  # "top" or "bottom" of an order
    RANK = "rank"
    QUALIFIER = "qualifier"  # tells apart parties of nearly the same name
    ONLY_ONE = "only_one"
    EXCLUSIVE = "exclusive"
    STILL = "still"
    OWNING = "owning"  # who stands before it owns what stands behind it, or "passive"
    SCORE = "score"  # won, lost, drawn: a score may follow
    PLANNED = "planned"  # meant to be done, not done
    MODE = "mode"  # might be, is asked for or arranged: no fact yet
    DONE = "done"  # already, so far
    CUMULATIVE = "cumulative"  # all there has been up to a day
    PRIVATIVE = "privative"  # says "without" in one word: homeless, uninsured
    SUPERLATIVE = "superlative"  # "the slowest": what follows "since" is then no time of its own
    EXTREME = "extreme"  # a superlative beside a figure: "low" or "high" of several values
    DEVIATION = "deviation"  # off what was aimed at or expected: "more" or "less"
    THEN = "then"  # of an earlier time: five years ago
    AGO = "ago"  # behind a length of time: how long ago
    AHEAD = "ahead"  # beside a length of time: how far off something is
    BEGIN = "begin"  # the date or hour that follows is where something begins
    END = "end"  # where it ends
    ROOM = "room"  # what there is room for follows
    LAPSE = "lapse"  # what a length of time is lost to: idle, late, queueing
    NOW = "now"  # of the present, beside what once was
    OFFICE = "office"  # who is spoken of by an office: governor, mayor
    TELLING = "telling"  # who tells is not who is told of
    OR = "or"  # what follows says the same in another unit
    SHIELD = "shield"  # contains wordings of the table but is none


SERVING = frozenset({
    Topic.FURTHER, Topic.ADDING, Topic.ENLARGING, Topic.COMING, Topic.COSTS, Topic.PLACING,
    Topic.REARING, Topic.ALLOTTED, Topic.ALONE, Topic.KEPT, Topic.PHRASAL,
    Topic.VANISHING, Topic.CROSSING, Topic.GROWTH, Topic.CEILING,
    Topic.LIMIT,
})  # fmt: skip
"""Topics that say nothing by themselves: they help to read a word beside them."""

PEOPLE = "who:"
"""How the ids of things begin that are people."""


@dataclass(frozen=True)
class Topics:
    """The topics of one language: topic, id, wordings separated by `|`."""

    code: str
    spaced: bool
    words: Mapping[Topic, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Mention:
    """A wording found at `[start, end)` and all that it may tell, as (topic, id) pairs."""

    start: int
    end: int
    senses: tuple[tuple[Topic, str], ...]

    def has(self, topic: Topic) -> str | None:
        """The id under `topic`, None when it tells nothing of that."""
        for told, value in self.senses:  # no generator: sentences are asked this very often
            if told is topic:
                return value
        return None


_EDGES = frozenset({Topic.BEGIN, Topic.END})
_MARKS = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"


class TopicFinder:
    """Finds the wordings of several tables in one pass."""

    def __init__(self, tables: tuple[Topics, ...]) -> None:
        self._senses: dict[str, list[tuple[Topic, str]]] = {}
        spaced: list[str] = []
        runs: list[str] = []
        for table in tables:
            for topic, ids in table.words.items():
                for name, wordings in ids.items():
                    for wording in wordings.split("|"):
                        (spaced if table.spaced else runs).append(wording)
                        self._senses.setdefault(wording, []).append((topic, name))
        self._with_states()
        self._with_measures()
        self._spaced = _Wordings(spaced, letters=5, ends=re.compile(r"(?![a-z])"))
        self._runs = _Wordings(runs, letters=4, ends=re.compile(rf"(?![{_MARKS}])"))
        begins = (trie_pattern(words.beginnings) for words in (self._spaced, self._runs))
        self._begin = re.compile("(?<![a-z])(?:{})|(?:{})".format(*begins))

    def _with_states(self) -> None:
        """Give "opened in" the states of "opened", which it hides."""
        for wording, senses in self._senses.items():
            if any(topic in _EDGES for topic, _ in senses):
                verb = wording.rpartition(" ")[0]
                told = self._senses.get(verb, ())
                senses += [s for s in told if s[0] is Topic.STATE and s not in senses]

    def _with_measures(self) -> None:
        """Give "target price" what "price" tells, which a dealing of several words hides."""
        told = {w: s for w, s in self._senses.items() if not all(_of_dealing(t) for t in s)}
        for wording in self._senses.keys() - told.keys():
            self._senses[wording] += _within(wording, told)

    def find(self, text: str) -> tuple[Mention, ...]:
        """The mentions of `text` in order, longest wording first, never overlapping."""
        lowered = plain(text).translate(_LOWER)
        found: list[Mention] = []
        place = self._begin.search(lowered)
        while place:
            start, begin = place.start(), place.group()
            end = self._spaced.end(lowered, start, begin) or self._runs.end(lowered, start, begin)
            if end:
                found.append(Mention(start, end, tuple(self._senses[lowered[start:end]])))
            place = self._begin.search(lowered, end or start + 1)
        return tuple(found)


class _Wordings:
    """Wordings by their first `letters` letters: few begin alike, and a pattern of the beginnings
    is ready in a tenth of the time that one of the whole wordings takes."""

    def __init__(self, wordings: Iterable[str], *, letters: int, ends: re.Pattern[str]) -> None:
        self._all = frozenset(wordings)
        self._ends = ends
        sizes: dict[str, set[int]] = {}
        for wording in self._all:
            sizes.setdefault(wording[:letters], set()).add(len(wording))
        self.beginnings = frozenset(sizes)
        shorter = {b: {n for n in range(1, len(b)) if b[:n] in self._all} for b in sizes}
        self._sizes = {b: sorted(own | shorter[b], reverse=True) for b, own in sizes.items()}

    def end(self, text: str, start: int, begin: str) -> int:
        """Where the longest wording that stands at `start` ends, 0 where none stands there;
        `begin` is the longest of the beginnings that does."""
        for size in self._sizes.get(begin, ()):
            end = start + size
            if text[start:end] in self._all and end <= len(text) and self._ends.match(text, end):
                return end
        return 0


def _of_dealing(sense: tuple[Topic, str]) -> bool:
    """Whether a sense only tells one side of a dealing."""
    return sense[0] is Topic.STATE and sense[1].startswith("?")


def _within(wording: str, told: Mapping[str, list[tuple[Topic, str]]]) -> list[tuple[Topic, str]]:
    """What the words within a longer one tell of measures, which it would otherwise hide: the
    price in "target price"."""
    found: list[tuple[Topic, str]] = []
    start = 0
    while start < len(wording):
        ends = range(len(wording), start, -1)
        end = next((e for e in ends if wording[start:e] in told and _apart(wording, start, e)), 0)
        found += (s for s in told.get(wording[start:end], ()) if end and _is_lent(s[0], start))
        start = end or start + 1
    return found


def _is_lent(topic: Topic, start: int) -> bool:
    """Whether a longer wording tells what the word at its place `start` is; a thing only where it
    begins with it, as "gold bar" does."""
    return topic in _LENT or (topic is Topic.THING and start == 0)


def _apart(text: str, start: int, end: int) -> bool:
    """Whether no letter of a spaced language goes on beyond the stretch."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return not any(letter.isascii() and letter.isalpha() for letter in (before, behind))


_LENT = frozenset({
    Topic.MEASURE, Topic.STATISTIC, Topic.POLE, Topic.EXPECTED, Topic.FUTURE, Topic.TO,
    Topic.BEGIN, Topic.END, Topic.EDGE, Topic.ALLOTTED,
})  # fmt: skip

_LOWER = {upper: upper + 32 for upper in range(ord("A"), ord("Z") + 1)}
