"""A model's search for claims in a translation, with what the translation's source tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.claims.translation_source import spoilt_notices
from assistant.types import Extraction, Extractor
from index.types import Document


class BesideSource:
    """`extractor`, with what the translation seems to have spoilt among the warnings.

    `source` is the text that the article was translated from.
    """

    def __init__(self, extractor: Extractor, source: str) -> None:
        self._extractor = extractor
        self._source = source

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """See `assistant.types.Extractor`."""
        found = self._extractor.extract(document, as_of=as_of)
        text, language = found.document.text, found.document.language
        day = as_of or found.document.published
        spoilt = spoilt_notices(text, language, self._source, as_of=day)
        told = sorted({*found.warnings, *spoilt}, key=lambda n: (n.start, n.end, n.code))
        return replace(found, warnings=tuple(told))
