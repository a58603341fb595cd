"""The extractor that needs no language model: an article's claims, in reading order."""

from __future__ import annotations

from datetime import date

from assistant.claims.negation import is_negated
from assistant.claims.translation import translation_notices
from assistant.claims.translation_source import source_notices
from assistant.claims.units import Unit, units_of
from assistant.claims.worthiness import Rating, default_model
from assistant.names import names_in
from assistant.quantities import parse
from assistant.types import Claim, Extraction, Notice
from index.text import language_of
from index.types import Document

# A unit rated this high is worth a look and becomes a claim.
LOOK = 0.5


def claim_of(
    text: str,
    *,
    id: str | None = None,
    as_of: date | None = None,
    language: str | None = None,
) -> Claim:
    """One claim as a person typed it, with figures, period, names and negation filled in.

    `id` defaults to "c1", `language` to the language the text is written in.
    """
    return _claim(text, text, 0, id or "c1", language or language_of(text), as_of)


class ArticleExtractor:
    """Finds claims by rules and a small trained model; the same document gives the same claims.

    `source` is the text that the article was translated from, None when it is not known.
    """

    def __init__(self, *, source: str | None = None) -> None:
        self.source = source

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """Find the claims of `document`; `as_of` overrides its publication date."""
        day = as_of or document.published
        model = default_model()
        claims: list[Claim] = []
        for unit in units_of(document.text, document.language, model):
            rating = model.rate(unit.text, document.language, unit.place)
            if rating.score >= LOOK:
                claims.append(_from_unit(unit, rating, f"c{len(claims) + 1}", document, day))
        return Extraction(document, tuple(claims), self._warnings(document, day))

    def _warnings(self, document: Document, as_of: date | None) -> tuple[Notice, ...]:
        found = translation_notices(document.text, document.language)
        if self.source is not None:
            found += source_notices(document.text, document.language, self.source, as_of=as_of)
        return tuple(dict.fromkeys(sorted(found, key=lambda n: (n.start, n.end))))


def _from_unit(
    unit: Unit, rating: Rating, id: str, document: Document, as_of: date | None
) -> Claim:
    return _claim(
        unit.text, unit.text, unit.start, id, document.language, as_of,
        check_worthiness=rating.score, reasons=rating.reasons,
    )  # fmt: skip


def _claim(
    text: str,
    self_contained: str,
    start: int,
    id: str,
    language: str,
    as_of: date | None,
    *,
    check_worthiness: float = 1.0,
    reasons: tuple[str, ...] = (),
) -> Claim:
    quantities = parse(self_contained, language=language, as_of=as_of)
    return Claim(
        id=id,
        text=text,
        language=language,
        start=start,
        end=start + len(text),
        self_contained=self_contained,
        quantities=quantities,
        period=next((q.period for q in quantities if q.period), None),
        entities=tuple(dict.fromkeys(name.text for name in names_in(self_contained, language))),
        negated=is_negated(self_contained, language),
        check_worthiness=check_worthiness,
        reasons=reasons,
        as_of=as_of,
    )
