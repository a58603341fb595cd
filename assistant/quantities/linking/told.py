"""What one side alone tells of a figure that agrees: a loss, a rival, a share of something else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

from assistant.names import PLACES, known_in, names_in, same_name
from assistant.names.provinces import provinces_in
from assistant.names.table import OWNERS, usual
from assistant.quantities.linking.meaning import FAR, NEAR, likeness, nearest
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import (
    AGAINST,
    FUNCTIONS,
    PLAIN,
    RECIPIENT,
)
from assistant.quantities.words.english_rules import OF_THOSE, OF_WHOM, OFFICIAL, THOSE_WHO
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.thai_rules import JOINING
from assistant.quantities.words.thai_rules import THOSE_WHO as THAI_THOSE_WHO
from assistant.quantities.words.topics import Topic
from index.text import words

_LATIN = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{3,}")
_STEM = 4  # letters that forms of one word share


def unlike_told(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether equal figures are told of different things all the same."""
    return _lossless(fact, mine, other, theirs) or _given_another(fact, mine, other, theirs)


def _lossless(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether the claim tells a profit or a loss, and the evidence an amount of neither."""
    if fact.quantity.kind != "money" or not mine.has(Topic.POLE) or theirs.has(Topic.POLE):
        return False
    low = other.quantity.low
    below = low is not None and not hasattr(low, "year") and low < 0
    return not (below or theirs.has(Topic.MOVE) or fact.measures & other.measures)


def against_another(fact: Fact, theirs: Frame) -> bool:
    """Whether a multiple of another party's figure meets one of a figure of one's own: twice as
    many as Norhaven, twice as many as in 2010."""
    if fact.quantity.unit != "times":
        return False
    rivals = [name.text for name in names_in(fact.right, "en")]
    if not rivals or not theirs.text.isascii() or rivals[-1] in theirs.text:
        return False
    multiples = [f for f in theirs.facts if f.quantity.unit == "times"]
    return not multiples or any(AGAINST.search(f.right) for f in multiples)


def _given_another(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two amounts are given to two different people: pays its keeper, pays its striker."""
    if fact.quantity.kind not in ("money", "rate"):
        return False
    one, two = RECIPIENT.search(fact.left), RECIPIENT.search(other.left)
    if one is None or two is None:
        return False
    first, second = one["who"], two["who"]
    return first[:_STEM] not in theirs.text and second[:_STEM] not in mine.text


def named_otherwise(mine: Frame, theirs: Frame) -> bool:
    """Whether two English sentences each name, behind their subjects, a party of several words of
    which the other names no part: plays for the Orin Herons, signed by the Dunmere Owls."""
    if not (mine.text.isascii() and theirs.text.isascii()):
        return False
    return _unheard(mine.text, theirs.text) and _unheard(theirs.text, mine.text)


def _unheard(one: str, two: str) -> bool:
    lowered = two.lower()
    return any(
        " " in name.text and not any(w[:_NAME] in lowered for w in name.text.lower().split())
        for name in names_in(one, "en")
        if name.start > _SUBJECT
    )


_NAME = 5  # letters that forms of one name share
_SUBJECT = 12  # characters in which a sentence begins with its subject


def elsewhere(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences name countries or continents, each of them one that the other does
    not: US tariffs on Vietnamese goods, US tariffs on Thai ones."""
    one, two = _places(mine), _places(theirs)
    own, others = one - two, two - one
    if not own or not others:
        return _in_other_provinces(mine.text, theirs.text)
    return not (own & _places(theirs, counted=True) or others & _places(mine, counted=True))


def other_firm(mine: Frame, theirs: Frame) -> bool:
    """Whether two sentences open with two names of the table that are no places, and neither names
    the other's: Google will spend so much, ไมโครซอฟท์จะลงทุน."""
    one, two = _opening(mine), _opening(theirs)
    if not one or not two or one == two:
        return False
    if OWNERS.get(one, one) == OWNERS.get(two, two) or one.split()[0] == two.split()[0]:
        return False
    told, there = ({known.name for known in known_in(f.text)} for f in (mine, theirs))
    return one not in there and two not in told


@lru_cache(maxsize=4096)
def _opening(one: Frame) -> str:
    """The name of the table with which a sentence opens, "" where it opens with none, a place or an
    office, which may only be who tells it."""
    found = next(iter(sorted(known_in(one.text), key=lambda known: known.start)), None)
    if found is None or found.start or found.name in _COUNTRIES or OFFICIAL.search(found.name):
        return ""
    return found.name


def _in_other_provinces(one: str, two: str) -> bool:
    """Whether each of two sentences names a province that the other does not."""
    first, second = provinces_in(one), provinces_in(two)
    if not first or not second:
        return False
    return bool(first - provinces_in(two, loose=True) and second - provinces_in(one, loose=True))


def _places(one: Frame, *, counted: bool = False) -> frozenset[str]:
    """The countries and continents that a sentence names, with those whose people it counts where
    `counted`."""
    spans = [] if counted else [(f.quantity.start, f.quantity.end) for f in one.facts]
    peoples = {usual(f.figure.noun.title()) for f in one.facts if counted and f.figure.noun}
    return frozenset(p for p in peoples if p in _COUNTRIES) | frozenset(
        known.name
        for known in known_in(one.text)
        if known.name in _COUNTRIES and not any(s <= known.start < e for s, e in spans)
    )


_COUNTRIES = PLACES | {"Europe", "Asia", "Africa", "North America", "South America", "Oceania"}


def foreign(mine: Frame, theirs: Frame) -> bool:
    """Whether two English sentences share nothing that the tables know, nor any other word near in
    meaning, but names and figures."""
    if not (mine.text.isascii() and theirs.text.isascii()):
        return False
    shared = (mine.ids(t) & theirs.ids(t) for t in (Topic.MEASURE, Topic.THING, Topic.STATISTIC))
    if any(shared) or _same_done(mine, theirs):
        return False
    told, there = _content(mine), _content(theirs)
    apart = bool(told) and len(there) > 1 and all(nearest(word, there) < FAR for word in told)
    return apart and not _one_rate_or_names(mine, theirs)


def _one_rate_or_names(mine: Frame, theirs: Frame) -> bool:
    """Whether two sentences tell a rate of one unit, or share two names: Corvin and Meldra."""
    rates = (
        {f.quantity.unit for f in one.facts if "/" in f.quantity.unit} for one in (mine, theirs)
    )
    names = ({n.text for n in names_in(one.text, "en")} for one in (mine, theirs))
    return bool(set.intersection(*rates)) or len(set.intersection(*names)) > 1


def _content(one: Frame) -> tuple[str, ...]:
    counting = {
        t.word.lower() for t in one.reading.scanned.tokens if not _COUNTING.isdisjoint(t.senses)
    }
    return tuple(w for w in _LATIN.findall(one.text) if w not in counting and w not in PLAIN)


_COUNTING = frozenset({Sense.DIGIT, Sense.UNIT, Sense.MONEY, Sense.PERIOD, Sense.BEFORE})


def exchanged(mine: Frame, theirs: Frame) -> bool:
    """Whether two English sentences say the same but for the figures and one word, whose meanings
    are far apart, or one name: spent on advertising, spent on lawyers; in Ossel, in Norhaven."""
    if not (mine.text.isascii() and theirs.text.isascii()):
        return _ends_otherwise(mine, theirs)
    one, two = _worded(mine), _worded(theirs)
    swaps = [
        c for c in SequenceMatcher(None, one, two, autojunk=False).get_opcodes() if c[0] != "equal"
    ]
    if len(swaps) != 1 or swaps[0][0] != "replace":
        return False
    _, a, b, c, d = swaps[0]
    if a and c and _called(one[a:b], mine) and _called(two[c:d], theirs):
        return len(one) - (b - a) >= _SAME and not _one_name(one[a:b], two[c:d])
    if not (1 <= b - a <= _RUN and 1 <= d - c <= _RUN) or len(one) - (b - a) < _SAME:
        return False
    if b - a > 1 or d - c > 1:
        return _runs_apart(one[a:b], mine, two[c:d], theirs)
    first, second = one[a], two[c]
    if one[b : b + 1] == [_FIGURE]:  # runs 20 trains, operates 20 trains
        return False
    opens = (not a and first[0].isupper()) or (not c and second[0].isupper())
    if opens or not (first.isalpha() and second.isalpha()):
        return False
    first, second = first.lower(), second.lower()
    if _tells(first, mine) or _tells(second, theirs) or first[:_STEM] == second[:_STEM]:
        return False
    return likeness(first, second) < NEAR


_RUN = 2  # words that stand in the place of one or two others


def _runs_apart(one: list[str], mine: Frame, two: list[str], theirs: Frame) -> bool:
    """Whether two short runs of plain words, as of two diseases, mean nothing alike."""
    for run, frame in ((one, mine), (two, theirs)):
        if any(not w.isalpha() or not w.islower() or _tells(w, frame) for w in run):
            return False
    if {w[:_STEM] for w in one} & {w[:_STEM] for w in two} or _same_done(mine, theirs):
        return False
    return max(nearest(word, tuple(two)) for word in one) < NEAR


def of_the_same(mine: Frame, theirs: Frame) -> bool:
    """Whether two English shares are of the same people or things, and what is said of them shares
    no word and no meaning: a third of the loans are bad, a third of the loans are to farmers."""
    one, two = _said_of_a_share(mine), _said_of_a_share(theirs)
    if mine.ids(Topic.BALLOT) & theirs.ids(Topic.BALLOT):
        return False
    if one is None or two is None or one[0][:_STEM] != two[0][:_STEM]:
        return False
    first, second = ([w for w in side[1] if w[:_STEM] != one[0][:_STEM]] for side in (one, two))
    if not first or not second or {w[:_STEM] for w in first} & {w[:_STEM] for w in second}:
        return False
    return all(nearest(word, tuple(second)) < _UNLIKE for word in first)


def _same_done(mine: Frame, theirs: Frame) -> bool:
    """Whether the tables know of one act, or one side of a vote, that both sentences tell."""
    return any(mine.ids(topic) & theirs.ids(topic) for topic in (Topic.STATE, Topic.BALLOT))


_UNLIKE = 0.3  # likeness of words that say nothing alike


@lru_cache(maxsize=4096)
def _said_of_a_share(one: Frame) -> tuple[str, list[str]] | None:
    """Whom or what the one share of an English sentence is of, and the words of what is said."""
    if not one.text.isascii() or len(one.facts) != 1 or one.dates:
        return None
    fact = one.facts[0]
    if fact.quantity.kind not in ("percent", "ratio") or fact.role != "level":
        return None
    told = OF_THOSE.match(fact.right)
    if told is None:
        return None
    rest = fact.right[told.end() :]
    return told["who"], [
        w for w in _LATIN_WORD.findall(rest) if w not in FUNCTIONS and w not in PLAIN
    ]


_LATIN_WORD = re.compile(r"(?<![\w'’-])[a-z]{3,}")


def _ends_otherwise(mine: Frame, theirs: Frame) -> bool:
    """Whether two Thai sentences are one up to the figure, and end behind it in other words, far
    apart in meaning: died of a fever, died in accidents."""
    if len(mine.facts) != 1 or len(theirs.facts) != 1:
        return False
    one, two = mine.facts[0], theirs.facts[0]
    if one.left != two.left or not _THAI.search(one.left):
        return False
    told, there = words(one.right), words(two.right)
    while told and there and told[0] == there[0]:
        told, there = told[1:], there[1:]
    while told and there and told[-1] == there[-1]:
        told, there = told[:-1], there[:-1]
    told, there = ([w for w in run if w not in JOINING] for run in (told, there))
    first, second = "".join(told), "".join(there)
    if not told or not there or max(len(told), len(there)) > _NAME:
        return False
    if set(told) & set(there) or first in second or second in first:
        return False
    known = (m for f in (mine, theirs) for m in f.everything if m.start >= f.facts[0].quantity.end)
    if any(m.has(t) for m in known for t in (*_TURNING, Topic.MEASURE)):
        return False
    return max(nearest(a, tuple(there)) for a in told) < NEAR


_THAI = re.compile(r"[\u0e00-\u0e7f]")


def converse(mine: Frame, theirs: Frame) -> bool:
    """Whether one tells what share of some did something, and the other what share of those who did
    it they were: 60% of women agreed, 60% of those who agreed were women."""
    return _turned_round(mine.text, theirs.text) or _turned_round(theirs.text, mine.text)


def _turned_round(one: str, two: str) -> bool:
    for those_who in (THOSE_WHO, THAI_THOSE_WHO):
        if (told := those_who.search(two)) is None or those_who.search(one):
            continue
        did, rest = told["did"][: -_ENDING or None], two[told.end() :]
        at = one.find(did)
        whole = OF_WHOM.search(one[:at]) if at > 0 else None
        return whole is not None and whole["whole"][:_STEM] in rest
    return False


_ENDING = 1  # letters in which forms of a verb differ


def _called(run: list[str], one: Frame) -> bool:
    """Whether a run of words is a name, as far as its capitals tell, and in no table."""
    capitals = all(word[0].isupper() and not _tells(word.lower(), one) for word in run)
    return 1 <= len(run) <= _NAME and capitals


def _one_name(one: list[str], two: list[str]) -> bool:
    """Whether two runs may name one party: by an alias, a shared word, or the letters of one."""
    first, second = " ".join(one), " ".join(two)
    stems = {w[:_STEM].lower() for w in one} & {w[:_STEM].lower() for w in two}
    short = any(a.isupper() and len(a) <= _STEM for a in (first, second))
    return bool(stems) or short or same_name(first, second)


_NAME = 3  # words of a name
_FIGURE = "#"
_WORDS = re.compile(r"[A-Za-z][A-Za-z'-]*|#")
_SAME = 3  # other words of a sentence, for one to tell two sentences apart


def _worded(one: Frame) -> list[str]:
    """The words of a sentence but its figures."""
    text, end = [], 0
    for fact in one.facts:
        head = fact.quantity.text.lower().rfind(fact.figure.noun) if fact.figure.noun else -1
        until = fact.quantity.start + head if head > 0 else fact.quantity.end
        text.append(one.text[end : fact.quantity.start])
        end = until
    text.append(one.text[end:])
    ordinal = {t.word.lower() for t in one.reading.scanned.tokens if Sense.ORDINAL in t.senses}
    found = _WORDS.findall(f" {_FIGURE} ".join(text))
    return [_FIGURE if word.lower() in ordinal else word for word in found]


def _tells(word: str, one: Frame) -> bool:
    """Whether a word only joins others, counts, or turns what is told, as far as tables know."""
    if word in FUNCTIONS or word in PLAIN:
        return True
    tokens = (t for t in one.reading.scanned.tokens if t.word.lower() == word)
    if any(not _VALUED.isdisjoint(t.senses) for t in tokens):
        return True
    return any(
        one.text[m.start : m.end].lower() == word and any(m.has(t) for t in _TURNING)
        for m in one.mentions
    )


_VALUED = frozenset({
    Sense.DIGIT, Sense.UNIT, Sense.MONEY, Sense.PERIOD, Sense.BEFORE, Sense.AFTER, Sense.MONTH,
    Sense.ORDINAL, Sense.TIMES, Sense.FOLD, Sense.PART, Sense.DENOMINATOR, Sense.DOZEN,
})  # fmt: skip
_TURNING = (
    Topic.MOVE, Topic.STATE, Topic.MORE, Topic.NEGATION, Topic.TOP, Topic.EDGE, Topic.EXTREME,
    Topic.POLE, Topic.BALLOT, Topic.SCORE, Topic.EXPECTED, Topic.FUTURE, Topic.BY, Topic.TO,
)  # fmt: skip
