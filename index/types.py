"""What crosses rooms in `index`: documents, passages, hits and filters."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tier(StrEnum):
    """How near a publisher stands to the facts, best first."""

    PRIMARY = "primary"
    PRESS = "press"
    SECONDARY = "secondary"
    LOW = "low"


class Kind(StrEnum):
    """What a document is used for. Only `REFERENCE` and `FACT_CHECK` serve as evidence."""

    REFERENCE = "reference"
    ARTICLE = "article"
    FACT_CHECK = "fact_check"


class Mode(StrEnum):
    """Which retriever answers: words, vectors, vectors by exhaustive search, or the fusion."""

    LEXICAL = "lexical"
    DENSE = "dense"
    EXACT = "exact"
    HYBRID = "hybrid"


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its provenance.

    `text` is the original, never normalised: every offset in the product counts its code
    points. `language` is "th" or "en". `published` is None when the date is unknown. `also`
    holds other addresses of the same text (wire copies). `made` is the day on which the file it
    was read from was made, None when that is not told; it dates no publication and is not stored.
    """

    id: str
    title: str
    text: str
    language: str
    url: str = ""
    publisher: str = ""
    published: date | None = None
    tier: Tier = Tier.SECONDARY
    kind: Kind = Kind.REFERENCE
    also: tuple[str, ...] = ()
    made: date | None = None

    @property
    def content_hash(self) -> str:
        """SHA-256 (hex) over every field but the id: equal means nothing to update."""
        parts = (
            self.title,
            self.text,
            self.language,
            self.url,
            self.publisher,
            self.published.isoformat() if self.published else "",
            self.tier,
            self.kind,
            *self.also,
        )
        return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of sentences of one document: `text == document.text[start:end]`.

    Offsets are half-open and count code points of the document's original text.
    """

    id: str
    document_id: str
    text: str
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found for a query.

    `rank` counts from 1; `score` falls with rank and is comparable only within one answer.
    `ranks` names the rank each retriever gave it, e.g. (("lexical", 3), ("dense", 1)); a
    retriever that did not find it is absent. `parts` says what a fused score is the sum of:
    (("dense", weight, cosine), ("lexical", weight, share of the most words could score)); empty
    where nothing was fused.
    """

    passage: Passage
    document: Document
    score: float
    rank: int
    ranks: tuple[tuple[str, int], ...] = ()
    parts: tuple[tuple[str, float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a hit must satisfy; an empty tuple or None means no restriction.

    `published_by` keeps documents published on that day or before it; undated documents are
    kept only when `undated` is true.
    """

    languages: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    tiers: tuple[Tier, ...] = ()
    kinds: tuple[Kind, ...] = ()
    document_ids: tuple[str, ...] = ()
    published_by: date | None = None
    undated: bool = True

    def accepts(self, document: Document) -> bool:
        """Whether `document` satisfies every restriction."""
        return (
            (not self.languages or document.language in self.languages)
            and (not self.publishers or document.publisher in self.publishers)
            and (not self.tiers or document.tier in self.tiers)
            and (not self.kinds or document.kind in self.kinds)
            and (not self.document_ids or document.id in self.document_ids)
            and self._accepts_date(document.published)
        )

    def _accepts_date(self, published: date | None) -> bool:
        if self.published_by is None:
            return True
        return self.undated if published is None else published <= self.published_by
