"""The extractor that needs no language model: an article's claims, in reading order."""

from __future__ import annotations

from datetime import date

from assistant.names import names_in
from assistant.quantities import parse
from assistant.types import Claim, Extraction
from index.sentences import sentences
from index.text import language_of
from index.types import Document


def claim_of(
    text: str,
    *,
    id: str | None = None,
    as_of: date | None = None,
    language: str | None = None,
) -> Claim:
    """One claim as a person typed it, with figures, period and names filled in."""
    language = language or language_of(text)
    quantities = parse(text, language=language, as_of=as_of)
    return Claim(
        id=id or "c1",
        text=text,
        language=language,
        end=len(text),
        self_contained=text,
        quantities=quantities,
        period=next((q.period for q in quantities if q.period), None),
        entities=tuple(dict.fromkeys(n.text for n in names_in(text, language))),
        as_of=as_of,
    )


class ArticleExtractor:
    """Finds claims by rules and a small trained model; the same document gives the same claims."""

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """Find the claims of `document`; `as_of` overrides its publication date."""
        day = as_of or document.published
        claims = []
        for start, end in sentences(document.text, document.language):
            text = document.text[start:end]
            claim = claim_of(text, id=f"c{len(claims) + 1}", as_of=day, language=document.language)
            if claim.quantities or len(text) > 40:
                claims.append(_placed(claim, start, end))
        return Extraction(document, tuple(claims))


def _placed(claim: Claim, start: int, end: int) -> Claim:
    from dataclasses import replace

    return replace(claim, start=start, end=end)
