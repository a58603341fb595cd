"""The rationale in the reader's language; every sentence is backed by a quote or a computation."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.types import Claim, Evidence, Label, Stance

_OPENING = {
    "th": {
        Label.SUPPORTED: "หลักฐานสนับสนุนข้อความนี้",
        Label.REFUTED: "หลักฐานหักล้างข้อความนี้",
        Label.CONFLICTING: "หลักฐานขัดแย้งกันในเรื่องนี้",
        Label.NOT_ENOUGH_EVIDENCE: "เอกสารที่มีไม่พอจะยืนยันหรือหักล้างข้อความนี้",
    },
    "en": {
        Label.SUPPORTED: "The evidence supports this claim.",
        Label.REFUTED: "The evidence refutes this claim.",
        Label.CONFLICTING: "The evidence on this claim conflicts.",
        Label.NOT_ENOUGH_EVIDENCE: "The documents neither confirm nor refute this claim.",
    },
}


def rationale(claim: Claim, label: Label, evidence: Sequence[Evidence]) -> str:
    """Say why `label`, quoting `evidence` verbatim."""
    language = "th" if claim.language == "th" else "en"
    lines = [_OPENING[language][label]]
    for item in evidence:
        if item.stance is not Stance.SILENT:
            source = item.document.publisher or item.document.title or item.document.id
            lines.append(f"{source}: “{item.quote}”")
            lines.extend(item.reasons)
    return "\n".join(lines[:7])
