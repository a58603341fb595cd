"""What stands where a figure's noun stands: whether two figures count two different nouns.

No table lists all that can be counted. Two nouns are told apart where neither stands in the other
sentence and their vectors are far apart. Across languages, where a translation that the vectors do
not know is common, they are only where the one noun is nowhere in the other sentence while the
counterpart of the other stands there as something else: ให้เช่ารถ 24 คัน is no "rents out cars from
24 depots".
"""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.names.ordinary import is_word
from assistant.quantities.linking.align import one_script
from assistant.quantities.linking.meaning import NEAR, likeness, nearest
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import OF_WHAT
from assistant.quantities.words.topics import PEOPLE, Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_LATIN = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{2,}")
_STEM = 4  # letters that forms of one noun share
_SLOT = 3  # words before a Thai figure among which its noun stands
_APART = 0.3  # two nouns of one language below this are no synonyms
_ANYBODY = frozenset({"person", "household", "house", "vote"})


def other_slot(fact: Fact, mine: Frame, other: Fact, theirs: Frame) -> bool:
    """Whether two counts are of two different nouns, as far as words and vectors tell."""
    kinds = {fact.quantity.kind, other.quantity.kind}
    if kinds != {"count"} or (fact.thing and fact.thing == other.thing):
        return False
    if not one_script(mine.text, theirs.text):
        turned = _is_thai(mine)
        return _across(other, theirs, fact, mine) if turned else _across(fact, mine, other, theirs)
    if _is_thai(mine):
        return _two_nouns(thai_noun(fact, mine), mine, thai_noun(other, theirs), theirs)
    people = {fact.quantity.unit, other.quantity.unit} & _ANYBODY
    if people or PEOPLE in (fact.thing[:4], other.thing[:4]):
        return False
    return _two_nouns(_latin_noun(fact), mine, _latin_noun(other), theirs)


def _is_thai(one: Frame) -> bool:
    return bool(_THAI.search(one.text))


def _latin_noun(fact: Fact) -> str:
    noun = fact.figure.noun
    return noun if noun.isascii() else ""


def thai_noun(fact: Fact, one: Frame) -> str:
    """The ordinary Thai word before a figure and its verb, "" where a name stands there."""
    from assistant.quantities.words.thai_things import BEFORE_COUNTS

    run = words(fact.left)[-_SLOT - 1 :]
    crossed = False
    for before, word in reversed(list(pairwise(["", *run]))):
        if word in BEFORE_COUNTS:
            continue
        if _said(word, one):
            crossed = True
            continue
        plain = len(word) > 1 and bool(_THAI.match(word)) and is_word(word)
        return word if plain and (not crossed or before in BEFORE_COUNTS) else ""
    return ""


def _two_nouns(one: str, mine: Frame, two: str, theirs: Frame) -> bool:
    if not one or not two or one[:_STEM] in theirs.text.lower() or two[:_STEM] in mine.text.lower():
        return False
    return likeness(one, two) < _APART


def _across(latin: Fact, english: Frame, thai: Fact, other: Frame) -> bool:
    """Whether an English noun has no counterpart in the Thai sentence, and the Thai one has one in
    the English sentence that is not what is counted there."""
    noun, slot = _latin_noun(latin), thai_noun(thai, other)
    if not noun or not slot or latin.quantity.unit in _ANYBODY:
        return False
    span = latin.quantity.text
    of_what = OF_WHAT.match(latin.right)
    counted = tuple(_LATIN.findall(of_what.group())) if of_what else ()
    if nearest(slot, counted) >= NEAR:
        return False  # so many copies of its game
    elsewhere = tuple(w for w in _LATIN.findall(english.text) if w not in span)
    if nearest(slot, elsewhere) < NEAR:
        return False
    return nearest(noun, _joined(words(other.text))) < _APART


def _said(word: str, one: Frame) -> bool:
    """Whether the tables know a word as what is measured or done, so that it is no noun."""
    place = one.text.find(word)
    return any(
        m.start < place + len(word) and place < m.end and any(m.has(topic) for topic in _DOINGS)
        for m in one.everything
    )


_DOINGS = (Topic.MEASURE, Topic.MOVE, Topic.STATE)


def _joined(run: list[str]) -> tuple[str, ...]:
    """The words of a run and every two neighbours joined, as Thai words are often cut too short."""
    run = [word for word in run if _THAI.match(word)]
    return (*run, *(a + b for a, b in pairwise(run)))
