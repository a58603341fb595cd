"""What people decided at the review desk, as labelled claims and relevance judgements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from assistant.bulk.rows import Record
from assistant.errors import InputError
from assistant.evaluation.datasets.build import query_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.claims import labelled_claims
from assistant.evaluation.types import LabelledClaim, Query, RetrievalSet
from assistant.review import AuditLog, qrels
from assistant.review import labelled_claims as overridden
from index.types import Document


def review_claims(folder: Path) -> tuple[tuple[LabelledClaim, ...], tuple[str, ...]]:
    """The claims that reviewers gave a label to, from the audit log of the store `folder`, and
    notices of those left out.

    Raises `InputError` when there are none, `StoreError` when the log was tampered with.
    """
    found = overridden(AuditLog.beside(folder).entries())
    if not found:
        raise InputError(
            "no verdict was overridden at the review desk yet", hint="see the desk in: jingmai chat"
        )
    records = [Record(number, values=row) for number, row in enumerate(found, 1)]
    return labelled_claims(records, "review")


def review_retrieval(folder: Path, documents: Sequence[Document]) -> RetrievalSet:
    """Reviewed claims as queries over `documents`, evidence added or struck as judgements.

    Judgements on documents that have left the store since are left out, with a notice.
    """
    entries = AuditLog.beside(folder).entries()
    known = {d.id for d in documents}
    queries: dict[str, Query] = {}
    for entry in entries:
        said = entry.decision
        queries[said.claim_id] = query_of(said.claim_id, said.claim, language=said.language)
    judged = qrels(entries)
    kept: Qrels = {
        q: {d: grade for d, grade in found.items() if d in known} for q, found in judged.items()
    }
    gone = sum(d not in known for found in judged.values() for d in found)
    notices = [f"{gone:,} judgements name documents no longer in the store"] if gone else []
    return retrieval_set("review", documents, list(queries.values()), kept, notices=notices)
