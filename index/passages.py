"""Documents to passages: neighbouring sentences together, never overlapping, verbatim."""

from __future__ import annotations

import re
from collections.abc import Iterator

from index.sentences import sentences
from index.text import language_of
from index.types import Document, Passage

# A paragraph of news. Thai needs fewer code points than English for the same content.
TARGET = {"th": 500, "en": 700}
LONGEST = 1200
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_LINE = re.compile(r"[^\n]*\n?")
_UNWRAPPED = 150
_SOFT_CUT = re.compile(r"[\s,;:\u0e46\u0e2f]")
# Signs that belong to the letter before them: a cut in front of one would split a syllable.
_DEPENDENT = re.compile("[ะ-ฺๅ-๎\u0300-\u036f\u200d\ufe0f]")

Span = tuple[int, int]


def passages_of(document: Document) -> tuple[Passage, ...]:
    """Cut `document` into passages of a few sentences, ids "<document>#<n>" from 0.

    Paragraphs are kept together up to about `TARGET` code points; a sentence longer than
    `LONGEST` is cut at a blank or comma, or between syllables where there is none. A passage's
    language is that of its own letters: Thai articles quote English paragraphs.
    """
    return tuple(
        Passage(
            id=f"{document.id}#{n}",
            document_id=document.id,
            text=document.text[start:end],
            language=language_of(document.text[start:end]),
            start=start,
            end=end,
        )
        for n, (start, end) in enumerate(_spans(document.text, document.language))
    )


def search_text(title: str, text: str) -> str:
    """What is embedded and indexed for a passage: it is found by its document's title too."""
    return f"{title}\n{text}" if title else text


def _spans(text: str, language: str) -> Iterator[Span]:
    target = TARGET.get(language, TARGET["en"])
    current: Span | None = None
    for start, end in _pieces(text, language, target):
        if current is None:
            current = (start, end)
        elif _joins(text, current, (start, end), target):
            current = (current[0], end)
        else:
            yield current
            current = (start, end)
    if current is not None:
        yield current


def _joins(text: str, current: Span, following: Span, target: int) -> bool:
    """Whether `following` still belongs to the passage `current`."""
    joined = following[1] - current[0]
    # Headings and one-line paragraphs go with what follows them.
    if current[1] - current[0] >= target // 4 and _PARAGRAPH.search(text, current[1], following[0]):
        return False
    # A last short sentence is not worth a passage of its own.
    return joined <= target or (joined <= target * 3 // 2 and following[1] - following[0] < 80)


def _pieces(text: str, language: str, target: int) -> Iterator[Span]:
    """What passages are put together from: short paragraphs whole, longer ones by sentences."""
    for start, end in _paragraphs(text):
        if end - start <= target:
            yield start, end
            continue
        for low, high in sentences(text[start:end], language):
            yield from _bounded(text, start + low, start + high)


def _paragraphs(text: str) -> Iterator[Span]:
    """Blocks of lines. A blank line ends one; so does a line too long to be wrapped by hand."""
    start = end = 0
    for line in _LINE.finditer(text):
        low, high = line.start(), line.end()
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if start < end and (low == high or high - low >= _UNWRAPPED):
            yield start, end
            start = end
        if low < high:
            start, end = (start if start < end else low), high
        if high - low >= _UNWRAPPED:
            yield start, end
            start = end
    if start < end:
        yield start, end


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """[start, end) in pieces of at most `LONGEST`."""
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield start, cut
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def _cut(text: str, start: int, limit: int) -> int:
    for place in range(limit, start + LONGEST // 2, -1):
        if _SOFT_CUT.match(text[place - 1]):
            while place - 1 > start and text[place - 1].isspace():
                place -= 1
            return place
    place = limit
    while place > start + 1 and (_DEPENDENT.match(text[place]) or text[place - 1] in "เแโใไ"):
        place -= 1
    return place
