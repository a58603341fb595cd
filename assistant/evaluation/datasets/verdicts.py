"""Labelled claims for `eval verdicts`, whatever shape the file has."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import InputError
from assistant.evaluation.datasets.averitec import averitec_claim, is_averitec
from assistant.evaluation.datasets.build import name_of
from assistant.evaluation.datasets.checks import examples, require_distinct, require_some
from assistant.evaluation.datasets.claims import labelled, seed_rows
from assistant.evaluation.datasets.files import rows
from assistant.evaluation.datasets.review import review_claims
from assistant.evaluation.types import VerdictSet

SEEDS, REVIEW = "seeds", "review"
"""Names that stand for data sets instead of paths."""


def load_verdicts(dataset: str, *, folder: Path | None = None) -> VerdictSet:
    """Labelled claims from a file, from the seeds ("seeds") or from people's overrides.

    "review" reads the audit log of the store in `folder`. Raises `InputError` for a file that
    cannot be read, without rows, with an unknown label, an empty claim or an id twice.
    """
    if dataset == REVIEW:
        if folder is None:
            raise InputError("the reviews of which store?", hint="name it with --store")
        return VerdictSet(REVIEW, review_claims(folder))
    if dataset == SEEDS:
        found = seed_rows("claims.jsonl")
        return VerdictSet(SEEDS, tuple(labelled(r, n) for n, r in enumerate(found, 1)))
    path = Path(dataset).expanduser()
    found = list(rows(path))
    require_some(found, f"{path.name} has no rows")
    claims = tuple(
        averitec_claim(row, n) if is_averitec(row) else labelled(row, n)
        for n, row in enumerate(found, 1)
    )
    require_distinct((c.id for c in claims), f"{path.name}: claim ids")
    blank = [c.id for c in claims if not c.text.strip()]
    if blank:
        raise InputError(f"{path.name}: {len(blank):,} claims are empty ({examples(blank)})")
    return VerdictSet(name_of(path), claims)


def require_evidence(found: VerdictSet) -> None:
    """Raise `InputError` when `--evidence given` is asked of claims that bring no evidence."""
    without = [c.id for c in found.claims if not c.evidence]
    if len(without) == len(found.claims):
        raise InputError(
            f"{found.name}: none of the {len(without):,} claims comes with evidence texts",
            hint='rows need "evidence": ["text", ...]; or leave out --evidence given',
        )
