"""Refusing bad data sets in words that say what is wrong, how often and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from assistant.errors import InputError
from assistant.evaluation.types import Query, RetrievalSet
from index.types import Document

Qrels = dict[str, dict[str, int]]


def retrieval_set(
    name: str,
    documents: Sequence[Document],
    queries: Sequence[Query],
    qrels: Mapping[str, Mapping[str, int]],
    *,
    notices: Sequence[str] = (),
) -> RetrievalSet:
    """Bind the parts together, leaving out queries that nothing is judged relevant for.

    Raises `InputError`, with counts, for an empty corpus, no queries, ids that occur twice,
    judgements that name unknown documents or queries, and when no query can be scored.
    """
    require_some(documents, f"{name}: the corpus has no documents")
    require_some(queries, f"{name}: there are no queries")
    require_distinct((d.id for d in documents), f"{name}: document ids")
    require_distinct((q.id for q in queries), f"{name}: query ids")
    _require_known(name, documents, queries, qrels)
    judged = tuple(q for q in queries if any(g > 0 for g in qrels.get(q.id, {}).values()))
    left_out = [q.id for q in queries if not any(g > 0 for g in qrels.get(q.id, {}).values())]
    if not judged:
        raise InputError(
            f"{name}: none of the {len(queries):,} queries has a relevant document",
            hint="the judgements (qrels) need a grade of 1 or more",
        )
    said = list(notices)
    if left_out:
        said.append(
            f"{len(left_out):,} of {len(queries):,} queries have no relevant document in the "
            f"judgements and are left out ({examples(left_out)})"
        )
    kept = {q.id: dict(qrels[q.id]) for q in judged}
    return RetrievalSet(name, tuple(documents), judged, kept, tuple(said))


def require_some(items: Sequence[object], message: str) -> None:
    """Raise `InputError(message)` when there is nothing in `items`."""
    if not items:
        raise InputError(message, hint="check the path of the data set")


def require_distinct(ids: Iterable[str], what: str) -> None:
    """Raise `InputError` when an id occurs twice, saying how many do."""
    twice = [key for key, count in Counter(ids).items() if count > 1]
    if twice:
        raise InputError(
            f"{what}: {len(twice):,} occur more than once ({examples(twice)})",
            hint="every id must occur once",
        )


def examples(ids: Sequence[str], limit: int = 3) -> str:
    """The first few of `ids` for a message, cut to a sensible length."""
    shown = ", ".join(" ".join(i.split())[:40] for i in ids[:limit])
    return f"e.g. {shown}" if len(ids) > limit else shown


def _require_known(
    name: str,
    documents: Sequence[Document],
    queries: Sequence[Query],
    qrels: Mapping[str, Mapping[str, int]],
) -> None:
    known, asked = {d.id for d in documents}, {q.id for q in queries}
    named = {d for grades in qrels.values() for d in grades}
    lost, stray = sorted(named - known), sorted(set(qrels) - asked)
    parts = []
    if lost:
        parts.append(f"{len(lost):,} documents that are not in the corpus ({examples(lost)})")
    if stray:
        parts.append(f"{len(stray):,} queries that are not in the query file ({examples(stray)})")
    if parts:
        raise InputError(
            f"{name}: the judgements (qrels) name {' and '.join(parts)}",
            hint="take corpus, queries and qrels from the same release of the data set",
        )
