"""The words of a claim that tell what it is about, and how many of them another claim has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.claims.glossary import Glossary
from assistant.judge.cues import cues_in, function_words
from assistant.names.heard import heard_in
from assistant.quantities import parse
from assistant.quantities.sentence.facts import finder
from assistant.quantities.words.topics import Topic
from index.text import words

_WORDY = re.compile(r"[^\W\d_]")
_SHORTEST = 2
_CAUSE = "cause"


def uncovered(one: str, two: str, glossary: Glossary) -> tuple[str, ...]:
    """The telling words of `one` that `two` has nothing for.

    A word is there when it stands there, means the same by the tables of measures, translates a
    word of `two` or, alone or with the syllables next to it, sounds like one. Verbs of causing
    tell nothing here: the table of opposites parts them.
    """
    there, lowered = senses(two), two.casefold()
    alone = [
        word
        for word in telling(one)
        if not (word in lowered or senses(word) & there or _CAUSE in cues_in(word))
        and not glossary.knows(word, two)
        and not sounds(word, two)
    ]
    return tuple(word for run in _runs(alone, telling(one)) for word in run if not _said(run, two))


def _runs(alone: Sequence[str], whole: Sequence[str]) -> Iterator[list[str]]:
    """The words of `alone` in the runs in which they stand next to each other in `whole`."""
    run: list[str] = []
    for word in whole:
        if word in alone:
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _said(run: Sequence[str], text: str) -> bool:
    """Whether Thai syllables together write a Latin word of `text` by its sound."""
    return len(run) > 1 and sounds("".join(run), text)


@lru_cache(maxsize=4096)
def telling(text: str) -> tuple[str, ...]:
    """The words of `text` that may tell who or what: without figures, times, function words."""
    common = function_words()
    return tuple(
        w
        for w in words(without_figures(text))
        if w not in common and _WORDY.search(w) and len(w) >= _SHORTEST
    )


@lru_cache(maxsize=4096)
def without_figures(text: str) -> str:
    """`text` with blanks in the place of its figures and times."""
    found = parse(text)
    spans = [(q.start, q.end) for q in found]
    return _blanked(text, spans + [(q.period.start, q.period.end) for q in found if q.period])


@lru_cache(maxsize=16384)
def senses(text: str) -> frozenset[tuple[Topic, str]]:
    """What the tables of topics read in `text`."""
    return frozenset(sense for mention in finder().find(text) for sense in mention.senses)


def sounds(word: str, text: str) -> bool:
    """Whether a Latin `word` and a Thai word of `text` sound alike, or the other way round."""
    if word.isascii():
        return heard_in(word.title(), text)
    return any(heard_in(other.title(), word) for other in telling(text) if other.isascii())


def _blanked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
