"""Claims seen before: every claim is kept with its verdict and found again in other words.

The claims table of the library finds near claims by vector, across wording and language;
`assistant.claims.identity` decides whether one of them is the same claim.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assistant.claims.amounts import amounts
from assistant.claims.extract import claim_of
from assistant.claims.glossary import VectorGlossary
from assistant.claims.identity import same_claim
from assistant.types import Claim, Label, Report
from index.embedding.base import Encoder
from index.library import Library, Neighbour

# Nearer than this a claim may be the same, than the second where no figure tells claims apart;
# how many of the nearest are looked at.
NEAR, NEAR_WITHOUT_FIGURES, LOOKED_AT, SHOWN = 0.35, 0.45, 30, 5


@dataclass(frozen=True, slots=True)
class Earlier:
    """A verdict reached before on the same claim.

    `by` is who overrode the machine (None: nobody did), `machine_label` what the machine had
    said then (the label itself when nobody overrode it). `similarity` is 0..1.
    """

    claim_id: str
    text: str
    language: str
    label: Label
    day: date
    by: str | None
    machine_label: Label
    similarity: float


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

        A claim in the same words keeps its newest machine verdict. Claims that could not be
        judged are kept without a verdict. Raises `StoreError` when the store cannot be written.
        """
        rows = {
            _key(v.claim): (v.claim, _metadata(v.claim, v.label, v.label, day, None, report.id))
            for v in report.verdicts
        }
        self._write(rows.items())

    def override(
        self, claim: Claim, label: Label, *, by: str, day: date, machine_label: Label
    ) -> None:
        """Keep that `by` rated `claim` as `label` on `day`, against `machine_label`."""
        metadata = _metadata(claim, label, machine_label, day, by, "")
        self._write([(_key(claim, by), (claim, metadata))])

    def recall(self, claim: Claim) -> tuple[Earlier, ...]:
        """Earlier verdicts on the same claim, newest first, people's before the machine's.

        The same words, other words or the other language; never another figure, year or name.
        """
        table = self._library.claims
        if not table.count():
            return ()
        vector = self._library.encoder.encode([claim.query], role="passage")
        near = table.query(vector, LOOKED_AT)
        least = NEAR if amounts(claim.quantities) else NEAR_WITHOUT_FIGURES
        found = [
            _earlier(n)
            for n in near
            if n.similarity >= least
            and n.metadata.get("label") != Label.UNJUDGED
            and same_claim(claim, _claim(n), glossary=self._glossary)
        ]
        found.sort(key=lambda e: (e.day, e.by is not None, e.similarity), reverse=True)
        return tuple(found[:SHOWN])

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


def _key(claim: Claim, by: str = "") -> str:
    parts = (claim.query, claim.as_of.isoformat() if claim.as_of else "", by)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def _metadata(
    claim: Claim, label: Label, machine_label: Label, day: date, by: str | None, report_id: str
) -> dict[str, Any]:
    return {
        "label": label.value,
        "machine_label": machine_label.value,
        "day": day.isoformat(),
        "by": by or "",
        "language": claim.language,
        "as_of": claim.as_of.isoformat() if claim.as_of else "",
        "report_id": report_id,
    }


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
    )
