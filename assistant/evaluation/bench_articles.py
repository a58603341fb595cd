"""Articles for the benchmark, as long as a long news story."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import resources
from itertools import chain
from random import Random

from assistant.evaluation.datasets.claims import references
from index.sentences import sentences
from index.types import Document, Kind

WORDS = 1_000
"""Words of an English article."""

THAI_CHARACTERS = 4_500
"""Characters of a Thai article: Thai writes no blanks between words, and a word takes 4.5."""

_SEED = 20250207
_LAST_DIGIT = re.compile(r"[0-9](?![0-9])")


def articles(language: str, count: int) -> Iterator[Document]:
    """`count` articles in `language` ("th" or "en") of the length above, cut after a sentence.

    They are put together from the seeds, each from another place on and with figures of its own,
    so that none is answered from memory. The same at every call.
    """
    told = _sentences(language)
    rng = Random(_SEED)
    for number in range(count):
        start = number * len(told) // max(count, 1)
        text = _cut(told[start:] + told[:start], language)
        text = _LAST_DIGIT.sub(lambda _: str(rng.randrange(10)), text)
        yield Document(f"bench-{number}", "", text, language, kind=Kind.ARTICLE)


def _cut(told: list[str], language: str) -> str:
    """The first of the sentences, as many as make an article; over again where they are few."""
    found: list[str] = []
    length = 0
    most = THAI_CHARACTERS if language == "th" else WORDS
    for sentence in chain(told, told):
        found.append(sentence)
        length += len(sentence) if language == "th" else len(sentence.split())
        if length >= most:
            break
    return "\n".join(found)


def _sentences(language: str) -> list[str]:
    seed = (resources.files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
    texts = [seed] if language == "th" else []
    texts += [d.text for d in references() if d.language == language]
    return [
        text[start:end].strip()
        for text in texts
        for start, end in sentences(text, language)
        if text[start:end].strip()
    ]
