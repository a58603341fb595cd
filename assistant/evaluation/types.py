"""What crosses modules in `assistant.evaluation`: data sets, in the shape that measuring needs."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from assistant.types import VERDICT_LABELS, Label
from index.types import Document

Progress = Callable[[str, int, int], None]
"""Told (what is being done, how many are done, of how many)."""


@dataclass(frozen=True, slots=True)
class Query:
    """Something to search for. `tags` are slices it belongs to besides the computed ones."""

    id: str
    text: str
    language: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RetrievalSet:
    """Documents, queries and judgements.

    `qrels` maps a query id to {document id: grade}; a grade of 1 or more is relevant. Every
    query has at least one relevant document. `notices` say in plain words what was left out.
    """

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]
    qrels: Mapping[str, Mapping[str, int]]
    notices: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Sixteen hex digits over documents, queries and judgements."""
        return _digest(
            (
                *(f"{d.id} {d.content_hash}" for d in self.documents),
                *(f"{q.id} {q.text}" for q in self.queries),
                *(f"{q} {sorted(found.items())}" for q, found in sorted(self.qrels.items())),
            )
        )


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """A claim with its right label.

    `evidence` holds texts that came with it (for `--evidence given`), `evidence_ids` the
    documents that decide it. `as_of` is the day it was made, None when unknown. `given_id` is
    the id as the data set has it, an integer staying one; None where it has none.
    """

    id: str
    text: str
    language: str
    label: Label
    evidence: tuple[str, ...] = ()
    evidence_ids: tuple[str, ...] = ()
    as_of: date | None = None
    tags: tuple[str, ...] = ()
    given_id: str | int | float | None = None

    @property
    def told_id(self) -> str | int | float:
        """What the claim is called in figures: as the data set calls it, if it does."""
        return self.id if self.given_id is None else self.given_id


@dataclass(frozen=True, slots=True)
class VerdictSet:
    """Labelled claims; `notices` say in plain words what was left out."""

    name: str
    claims: tuple[LabelledClaim, ...]
    notices: tuple[str, ...] = ()

    @property
    def classes(self) -> tuple[Label, ...]:
        """The labels that occur, in the order of `VERDICT_LABELS`: two to four."""
        present = {claim.label for claim in self.claims}
        return tuple(label for label in VERDICT_LABELS if label in present)

    @property
    def digest(self) -> str:
        """Sixteen hex digits over ids, texts, labels and evidence."""
        return _digest(f"{c.id} {c.text} {c.label} {c.evidence}" for c in self.claims)


@dataclass(frozen=True, slots=True)
class Unit:
    """An annotated stretch `[start, end)` of an article; `worth` is 0, 1 or 2."""

    start: int
    end: int
    worth: int


@dataclass(frozen=True, slots=True)
class AnnotatedArticle:
    """An article with all its units marked."""

    document: Document
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class ExtractionSet:
    """Annotated articles."""

    name: str
    articles: tuple[AnnotatedArticle, ...]
    notices: tuple[str, ...] = ()

    @property
    def digest(self) -> str:
        """Sixteen hex digits over texts and annotations."""
        return _digest(f"{a.document.content_hash} {a.units}" for a in self.articles)


def _digest(parts: Iterable[str]) -> str:
    whole = hashlib.sha256()
    for part in parts:
        whole.update(part.encode("utf-8", "surrogatepass") + b"\n")
    return whole.hexdigest()[:16]
