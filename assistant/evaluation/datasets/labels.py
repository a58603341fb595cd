"""The labels of other data sets in our words: one table, one parser."""

from __future__ import annotations

import re
from typing import Any

from assistant.errors import InputError
from assistant.types import Label

# Keys are folded by `_fold`. AVeriTeC (Schlichtkrull et al. 2023), FEVER (Thorne et al. 2018),
# natural language inference, Climate-FEVER, and the words of Thai and English fact-check desks.
_WORDS: dict[Label, tuple[str, ...]] = {
    Label.SUPPORTED: (
        "supported", "supports", "support", "entailment", "entailed", "true", "correct",
        "จริง", "ข่าวจริง", "ถูกต้อง", "มีหลักฐานสนับสนุน",
    ),
    Label.REFUTED: (
        "refuted", "refutes", "refute", "contradiction", "contradicted", "false", "incorrect",
        "เท็จ", "ไม่จริง", "ข่าวปลอม", "ข้อมูลเท็จ", "หลักฐานหักล้าง",
    ),
    Label.CONFLICTING: (
        "conflicting", "conflicting evidence cherrypicking", "conflicting evidence", "disputed",
        "cherrypicking", "misleading", "mixed", "half true", "บิดเบือน", "ข่าวบิดเบือน",
        "หลักฐานขัดแย้งกัน",
    ),
    Label.NOT_ENOUGH_EVIDENCE: (
        "not enough evidence", "not enough info", "not enough information", "nei", "neutral",
        "unverified", "unproven", "หลักฐานไม่พอ", "ยังไม่ยืนยัน",
    ),
}  # fmt: skip
_TABLE = {word: label for label, words in _WORDS.items() for word in words}


def label_of(value: Any) -> Label | None:
    """The `Label` that `value` means, None when it is not a known word. Case does not matter."""
    if isinstance(value, bool):
        return Label.SUPPORTED if value else Label.REFUTED
    return _TABLE.get(_fold(str(value)))


def require_label(value: Any, where: str) -> Label:
    """`label_of`, raising `InputError` for an unknown word; `where` names the row."""
    label = label_of(value)
    if label is None:
        shown = " ".join(str(value).split())[:60]
        raise InputError(
            f"{where} has an unknown label: {shown!r}",
            hint="use supported, refuted, conflicting or not_enough_evidence",
        )
    return label


def _fold(text: str) -> str:
    return re.sub(r"[\s_/,.-]+", " ", text.casefold()).strip()
