"""A language model as extractor: claims whose words must stand in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.claims.dating import date_notices
from assistant.claims.extract import claim_of
from assistant.llm.caller import Caller
from assistant.llm.leash import neutral
from assistant.llm.prompts import Prompt, load_prompt
from assistant.llm.schemas import ExtractedClaim, ExtractReply
from assistant.llm.words import words
from assistant.types import Claim, Extraction, Notice
from index.types import Document

PART = 6_000
"""Code points of an article sent at a time, cut at line ends."""


class LLMExtractor:
    """Finds claims with a chat model; quotes that are not in the article are dropped and told."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """See `assistant.types.Extractor`. Raises `MachineError` when the model fails."""
        day, dated = date_notices(document.text, document.language, as_of or document.published)
        document = replace(document, published=document.published or day)
        prompt = load_prompt("extract", document.language)
        claims: list[Claim] = []
        notices: list[Notice] = [*dated]
        for start, end in _parts(document.text):
            for found in self._ask(prompt, document.text[start:end], day):
                at = _find(document.text, found.quote, start, end)
                if at is None:
                    message = words(document.language)["unfound"]
                    notices.append(Notice("quote_not_found", message, start, start))
                else:
                    claims.append(_claim(document, found, at, day))
        ordered = sorted(claims, key=lambda c: (c.start, c.end))
        numbered = (replace(c, id=f"c{n}") for n, c in enumerate(ordered, 1))
        return Extraction(document, tuple(numbered), tuple(notices))

    def _ask(self, prompt: Prompt, part: str, day: date | None) -> list[ExtractedClaim]:
        published = day.isoformat() if day else "unknown"
        asked = self._caller.ask(prompt, ExtractReply, published=published, article=neutral(part))
        return asked.reply.claims


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most `PART` code points that end at a line end where there is one."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PART)
        if end < len(text):
            line = text.rfind("\n", start, end)
            end = line + 1 if line > start else end
        if text[start:end].strip():
            yield start, end
        start = end


def _find(text: str, quote: str, start: int, end: int) -> int | None:
    wanted = neutral(quote.strip())
    at = neutral(text).find(wanted, start, end) if wanted else -1
    return at if at >= 0 else None


def _claim(document: Document, found: ExtractedClaim, at: int, day: date | None) -> Claim:
    end = at + len(found.quote.strip())
    read = claim_of(found.self_contained or found.quote, as_of=day, language=document.language)
    return replace(
        read,
        text=document.text[at:end],
        start=at,
        end=end,
        self_contained=found.self_contained,
        speaker=found.speaker,
        check_worthiness=found.check_worthiness,
        ambiguous=tuple(found.ambiguous),
    )
