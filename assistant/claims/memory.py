"""Claims seen before: every claim is kept with its verdict and found again in other words.

The claims table of the library finds near claims by vector, across wording and language;
`assistant.claims.identity` decides whether one of them is the same claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from assistant.claims.amounts import amounts
from assistant.claims.extract import claim_of
from assistant.claims.glossary import VectorGlossary
from assistant.claims.identity import same_claim
from assistant.types import Claim, Earlier, Label, Report, Verdict
from index.embedding.base import Encoder
from index.library import Library, Neighbour

__all__ = ["Earlier", "Memory"]

# Nearer than this a claim may be the same, than the second where no figure tells claims apart;
# how many of the nearest are looked at.
NEAR, NEAR_WITHOUT_FIGURES, LOOKED_AT, SHOWN = 0.35, 0.45, 30, 5


class Memory:
    """Remembers claims and verdicts in `library`, and recalls them.

    `words` embeds single words of both languages, to tell which of them translate each other;
    None: the encoder of `library` does it.
    """

    def __init__(self, library: Library, *, words: Encoder | None = None) -> None:
        self._library = library
        self._glossary = VectorGlossary(words or library.encoder)

    def remember(self, report: Report, day: date) -> None:
        """Keep the claims of `report` with their verdicts, dated `day`.

        Of a claim in the same words the newest machine verdict of each label is kept, so that a
        verdict that changed is still told when the claim comes back. Claims that could not be
        judged are kept without a verdict. Raises `StoreError` when the store cannot be written.
        """
        rows = {
            _key(v.claim, v.label): (v.claim, _verdict_metadata(v, day, report.id))
            for v in report.verdicts
        }
        self._write(rows.items())

    def override(
        self,
        claim: Claim,
        label: Label,
        *,
        by: str,
        day: date,
        machine_label: Label,
        reason: str = "",
    ) -> None:
        """Keep that `by` rated `claim` as `label` on `day`, against `machine_label`."""
        metadata = _metadata(claim, label, day) | {
            "machine_label": machine_label.value,
            "by": by,
            "reason": reason,
        }
        self._write([(_key(claim, by), (claim, metadata))])

    def recall(self, claim: Claim) -> tuple[Earlier, ...]:
        """Earlier verdicts on the same claim, newest first, people's before the machine's.

        The same words, other words or the other language; never another figure, year or name.
        """
        return self.recall_all([claim])[0][:SHOWN]

    def recall_all(self, claims: Sequence[Claim]) -> list[tuple[Earlier, ...]]:
        """`recall` for each of `claims`, and however many there are."""
        table = self._library.claims
        if not claims or not table.count():
            return [()] * len(claims)
        vectors = self._library.encoder.encode([c.query for c in claims], role="passage")
        pairs = zip(claims, vectors, strict=True)
        return [self._same(claim, table.query(vector, LOOKED_AT)) for claim, vector in pairs]

    def _same(self, claim: Claim, near: Iterable[Neighbour]) -> tuple[Earlier, ...]:
        """Those of `near` that are verdicts on `claim`."""
        least = NEAR if amounts(claim.quantities) else NEAR_WITHOUT_FIGURES
        found = [
            _earlier(n)
            for n in near
            if n.similarity >= least
            and n.metadata.get("label") != Label.UNJUDGED
            and same_claim(claim, _claim(n), glossary=self._glossary)
        ]
        found.sort(key=lambda e: (-e.day.toordinal(), e.by is None, -e.similarity, e.claim_id))
        told: dict[object, Earlier] = {}
        for e in found:
            told.setdefault((e.text, e.label, e.by), e)
        return tuple(told.values())

    def _write(self, rows: Iterable[tuple[str, tuple[Claim, dict[str, Any]]]]) -> None:
        kept = list(rows)
        if not kept:
            return
        texts = [claim.query for _, (claim, _) in kept]
        self._library.claims.upsert(
            [key for key, _ in kept],
            self._library.encoder.encode(texts, role="passage"),
            texts,
            [metadata for _, (_, metadata) in kept],
        )


def _key(claim: Claim, who: str) -> str:
    """A verdict's id; `who` is the person, or the label of the machine."""
    parts = (claim.query, claim.as_of.isoformat() if claim.as_of else "", who)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _metadata(claim: Claim, label: Label, day: date) -> dict[str, Any]:
    return {
        "label": label.value,
        "day": day.isoformat(),
        "language": claim.language,
        "as_of": claim.as_of.isoformat() if claim.as_of else "",
    }


def _verdict_metadata(verdict: Verdict, day: date, report_id: str) -> dict[str, Any]:
    told = {"machine_label": verdict.label.value, "by": "", "report_id": report_id}
    sure = {} if verdict.confidence is None else {"confidence": round(verdict.confidence, 4)}
    return _metadata(verdict.claim, verdict.label, day) | told | sure


def _claim(near: Neighbour) -> Claim:
    as_of = near.metadata.get("as_of")
    return claim_of(
        near.text,
        id=near.id,
        language=near.metadata.get("language"),
        as_of=date.fromisoformat(as_of) if as_of else None,
    )


def _earlier(near: Neighbour) -> Earlier:
    told = near.metadata
    return Earlier(
        claim_id=near.id,
        text=near.text,
        language=told["language"],
        label=Label(told["label"]),
        day=date.fromisoformat(told["day"]),
        by=told["by"] or None,
        machine_label=Label(told["machine_label"]),
        similarity=max(0.0, min(1.0, near.similarity)),
        confidence=told.get("confidence"),
        reason=told.get("reason", ""),
    )
