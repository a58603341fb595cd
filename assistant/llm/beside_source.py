"""A model's search for claims in a translation, with what the translation's source tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from assistant.claims.translation import translation_notices
from assistant.claims.translation_source import source_notices
from assistant.types import Extraction, Extractor, Notice
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
        warnings = (*found.warnings, *self._spoilt(found.document, as_of))
        ordered = sorted(dict.fromkeys(warnings), key=lambda n: (n.start, n.end))
        return replace(found, warnings=tuple(ordered))

    def _spoilt(self, document: Document, as_of: date | None) -> tuple[Notice, ...]:
        day = as_of or document.published
        return (
            *translation_notices(document.text, document.language),
            *source_notices(document.text, document.language, self._source, as_of=day),
        )
