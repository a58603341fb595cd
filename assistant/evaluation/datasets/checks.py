"""Refusing bad data sets in words that say what is wrong, how often and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

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
    dropped: Collection[str] = (),
) -> RetrievalSet:
    """Bind the parts together, leaving out queries that nothing is judged relevant for.

    `notices` tell what was left out before. `dropped` are queries among that, whose judgements
    go with them. Documents without text stay, so that whoever asks for them finds nothing.
    Raises `InputError`, with counts, for an empty corpus, no queries, ids that occur twice,
    judgements that name unknown documents or queries, and when no query can be scored.
    """
    if not documents:
        raise _refused(f"{name}: the corpus has no documents", notices)
    if not queries:
        raise _refused(f"{name}: there are no queries", notices)
    require_distinct((d.id for d in documents), f"{name}: document ids")
    require_distinct((q.id for q in queries), f"{name}: query ids")
    asked = {q.id for q in queries}
    wanted = {q: grades for q, grades in qrels.items() if q in asked or q not in dropped}
    _require_known(name, documents, asked, wanted)
    judged = tuple(q for q in queries if any(g > 0 for g in wanted.get(q.id, {}).values()))
    if not judged:
        raise _refused(
            f"{name}: none of the {len(queries):,} queries has a relevant document",
            notices,
            hint="the judgements (qrels) need a grade of 1 or more",
        )
    kept = {q.id: dict(wanted[q.id]) for q in judged}
    told = (*notices, *_oddities(documents, queries, {q.id for q in judged}))
    return RetrievalSet(name, tuple(documents), judged, kept, told)


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


def _refused(message: str, notices: Sequence[str], *, hint: str = "") -> InputError:
    return InputError(
        "; ".join([message, *notices]), hint=hint or "check the path and the files of the data set"
    )


def _oddities(
    documents: Sequence[Document], queries: Sequence[Query], judged: Collection[str]
) -> list[str]:
    """What counts as unanswered or unjudged, and why, in sentences."""
    told = []
    if blank := [d.id for d in documents if not d.text.strip()]:
        told.append(
            f"{len(blank):,} of {len(documents):,} documents have no text and are never found "
            f"({examples(blank)})"
        )
    if empty := [q.id for q in queries if q.id in judged and not q.text.strip()]:
        told.append(
            f"{len(empty):,} of {len(queries):,} queries are empty and count as unanswered "
            f"({examples(empty)})"
        )
    if left_out := [q.id for q in queries if q.id not in judged]:
        told.append(
            f"{len(left_out):,} of {len(queries):,} queries have no relevant document in the "
            f"judgements and are left out ({examples(left_out)})"
        )
    return told


def _require_known(
    name: str,
    documents: Sequence[Document],
    asked: Collection[str],
    qrels: Mapping[str, Mapping[str, int]],
) -> None:
    known = {d.id for d in documents}
    named = {d for grades in qrels.values() for d in grades}
    lost, stray = sorted(named - known), sorted(q for q in qrels if q not in asked)
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
