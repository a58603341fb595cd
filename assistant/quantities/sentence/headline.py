"""English headlines that write every word large, as they would stand in a sentence."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names.ordinary import COMMON, SITES, opening
from assistant.quantities.reading.parse import reading
from assistant.quantities.sentence.facts import finder
from assistant.quantities.words.english_telling import MONTH_NAME, SMALL_IN_HEADLINES
from assistant.quantities.words.topics import Topic

_WORD = re.compile(r"(?<![\w'’.-])[A-Za-z][a-z'’]*(?:-[a-z]+)*(?![\w$])")
_WORD_BEFORE = re.compile(r"[A-Za-z'’]+ $")
_ORDINARY = 2  # words that a sentence would write small
_MOSTLY = 0.9
_NAMING = frozenset({Topic.FIRM, Topic.HOUSE, Topic.SIDE, Topic.THING, Topic.KIN})


@lru_cache(maxsize=8192)
def in_sentence_case(text: str) -> str:
    """The text with the words of a headline that are no names written small, at the same offsets;
    as it is where it is none.

    A headline writes nine in ten of its words large, but for the shortest ones, and at least
    two words that are mostly written small inside sentences.
    """
    found = [m for m in _WORD.finditer(text) if m.start()]
    long = [m for m in found if m.group().lower() not in SMALL_IN_HEADLINES]
    large = [m for m in long if m.group()[0].isupper()]
    ordinary = [m for m in found if m.group()[0].isupper() and _small(m.group().lower())]
    if len(ordinary) < _ORDINARY or len(large) < _MOSTLY * len(long):
        return text
    mentions = finder().find(text.lower())
    naming = {m.start for m in mentions if any(topic in _NAMING for topic, _ in m.senses)}
    told = ({m.start for m in mentions} - naming) | _counted(text, large)
    letters = list(text)
    for m in found:
        word, before = m.group().lower(), _WORD_BEFORE.search(text, 0, m.start())
        beside = before is not None and letters[before.start()].isupper()
        named = beside and (m.start() in naming or word in SITES)
        if m.start() in told or (_small(word) and not named):
            letters[m.start()] = word[0]
    return "".join(letters)


def _counted(text: str, large: list[re.Match[str]]) -> set[int]:
    """Where words begin that belong to a figure, but for the names of months."""
    counted = {at for f in reading(text.lower()).figures for at in range(f.start, f.end)}
    return {m.start() for m in large if m.start() in counted and not _month(m.group())}


def _small(word: str) -> bool:
    """Whether sentences write a word small."""
    return (word in COMMON or word in opening()) and not _month(word.capitalize())


def _month(word: str) -> bool:
    return MONTH_NAME.fullmatch(word) is not None
