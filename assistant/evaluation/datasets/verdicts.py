"""Labelled claims for `eval verdicts`, whatever shape the file has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.errors import InputError
from assistant.evaluation.datasets.build import name_of
from assistant.evaluation.datasets.claims import labelled_claims, seed_records
from assistant.evaluation.datasets.faults import Faults, Trouble
from assistant.evaluation.datasets.records import claim_records
from assistant.evaluation.datasets.review import review_claims
from assistant.evaluation.types import VerdictSet

SEEDS, REVIEW = "seeds", "review"
"""Names that stand for data sets instead of paths."""


def load_verdicts(dataset: str, *, folder: Path | None = None) -> VerdictSet:
    """Labelled claims from a file, from the seeds ("seeds") or from people's overrides.

    Files are those that `jingmai bulk` reads. "review" reads the audit log of the store in
    `folder`. Rows without a claim or a known label are left out, with notices. Raises
    `InputError` for a file that cannot be read, when no row is left or an id occurs twice.
    """
    if dataset == REVIEW:
        if folder is None:
            raise InputError("the reviews of which store?", hint="name it with --store")
        return VerdictSet(REVIEW, *review_claims(folder))
    if dataset == SEEDS:
        return VerdictSet(SEEDS, *labelled_claims(seed_records("claims.jsonl"), SEEDS))
    path = Path(dataset).expanduser()
    records = claim_records(path)
    return VerdictSet(name_of(path), *labelled_claims(records, path.name))


def require_evidence(found: VerdictSet) -> VerdictSet:
    """The claims that bring evidence texts, the others left out with a notice.

    Raises `InputError` when none does.
    """
    kept = tuple(c for c in found.claims if c.evidence)
    left = Faults("claims")
    for claim in found.claims:
        if not claim.evidence:
            left.note(Trouble.NO_EVIDENCE, f"claim {claim.id}")
    count = len(found.claims)
    if not kept:
        message = f"{found.name}: none of the {count:,} claims comes with evidence texts"
        raise InputError("; ".join([message, *found.notices]), hint=left.hint)
    return replace(found, claims=kept, notices=(*found.notices, *left.told(count)))
