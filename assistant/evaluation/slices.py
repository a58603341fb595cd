"""Cutting a data set into slices: language pairs, figures and times, lengths, sources."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from assistant.evaluation.types import LabelledClaim, Query, RetrievalSet
from index.types import Document

SOURCE = "source: "
"""How the names of slices by source begin."""

SMALLEST_SOURCE = 3
"""Queries a source needs to be a slice of its own."""

_TIME_KINDS = ("date", "year_ce")
_LENGTHS = ((8, "short (up to 8 words)"), (20, "medium (9-20 words)"))
_LONG = "long (over 20 words)"


def retrieval_slices(data: RetrievalSet) -> dict[str, tuple[int, ...]]:
    """Names of slices and the numbers of their queries, every slice non-empty.

    A language pair names the query's language and that of its relevant documents ("th→mixed"
    when they are in both). A source is the publisher of a relevant document.
    """
    documents = {d.id: d for d in data.documents}
    found: dict[str, list[int]] = defaultdict(list)
    for number, query in enumerate(data.queries):
        relevant = [documents[d] for d, grade in data.qrels[query.id].items() if grade > 0]
        for name in (_pair(query, relevant), *_text_slices(query.text), *_tags(query.tags)):
            found[name].append(number)
        for source in {d.publisher for d in relevant if d.publisher}:
            found[f"{SOURCE}{source}"].append(number)
    return {
        name: tuple(rows)
        for name, rows in sorted(found.items())
        if not name.startswith(SOURCE) or len(rows) >= SMALLEST_SOURCE
    }


def claim_slices(
    claims: Iterable[LabelledClaim], documents: Mapping[str, Document]
) -> dict[str, tuple[int, ...]]:
    """Names of slices and the numbers of their claims; `documents` may lack some ids."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, claim in enumerate(claims):
        names = [claim.language, *_text_slices(claim.text), *_tags(claim.tags)]
        relevant = [documents[d] for d in claim.evidence_ids if d in documents]
        if relevant:
            names.append(_pair(Query(claim.id, claim.text, claim.language), relevant))
        for name in names:
            found[name].append(number)
    return {name: tuple(rows) for name, rows in sorted(found.items())}


def _pair(query: Query, relevant: Iterable[Document]) -> str:
    languages = {d.language for d in relevant}
    return f"{query.language}→{languages.pop() if len(languages) == 1 else 'mixed'}"


def _tags(tags: Iterable[str]) -> list[str]:
    return [f"kind: {tag}" for tag in tags]


def _text_slices(text: str) -> list[str]:
    from assistant.quantities import parse
    from index.text import words

    length = len(words(text))
    names = [next((name for top, name in _LENGTHS if length <= top), _LONG)]
    found = parse(text)
    if any(q.unit not in _TIME_KINDS for q in found):
        names.append("numeric")
    if any(q.unit in _TIME_KINDS or q.period for q in found):
        names.append("temporal")
    return names
