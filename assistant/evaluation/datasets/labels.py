"""The labels of other data sets in our words: one table, one parser."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from assistant.types import Label

HEADINGS = (
    *("label", "goldlabel", "verdict", "rating", "textualrating", "veracity", "truthvalue"),
    *("คำตัดสิน", "ผลการตรวจสอบ", "ผลตรวจสอบ", "ผลการตรวจ", "ผลตรวจ", "ผล", "ป้ายกำกับ", "ฉลาก"),
)
"""What the heading of the right label may be, folded by `build.folded`, best first."""

# Keys are folded by `_fold`. AVeriTeC (Schlichtkrull et al. 2023), FEVER (Thorne et al. 2018),
# natural language inference, Climate-FEVER, the words of Thai and English fact-check desks, and
# PolitiFact's six of LIAR (Wang 2017): barely true "contains an element of truth but ignores
# critical facts", half true "leaves out important details", so both are missing context.
_WORDS: dict[Label, tuple[str, ...]] = {
    Label.SUPPORTED: (
        "supported", "supports", "support", "entailment", "entailed", "true", "correct",
        "mostly true",
        "จริง", "ข่าวจริง", "ถูกต้อง", "มีหลักฐานสนับสนุน",
    ),
    Label.REFUTED: (
        "refuted", "refutes", "refute", "contradiction", "contradicted", "false", "incorrect",
        "pants fire", "pants on fire",
        "เท็จ", "ไม่จริง", "ข่าวปลอม", "ข้อมูลเท็จ", "หลักฐานหักล้าง",
    ),
    Label.CONFLICTING: (
        "conflicting", "conflicting evidence cherrypicking", "conflicting evidence", "disputed",
        "cherrypicking", "misleading", "mixed", "half true",
        "barely true", "mostly false", "บิดเบือน", "ข่าวบิดเบือน",
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


def label_in(values: Mapping[str, Any]) -> Any:
    """What stands for the right label in a row whose names are folded; None when nothing does.

    Also found in a ClaimReview (schema.org) and in a result of Google's fact-check search.
    """
    ratings = (
        _part(values.get("reviewrating")).get("alternateName"),
        _part(values.get("claimreview")).get("textualRating"),
    )
    found = (*(values.get(name) for name in HEADINGS), *ratings)
    return next((value for value in found if value is not None and value != ""), None)


def _part(value: Any) -> Mapping[str, Any]:
    first = value[0] if isinstance(value, list) and value else value
    return first if isinstance(first, dict) else {}


def _fold(text: str) -> str:
    return re.sub(r"[\s_/,.-]+", " ", text.casefold()).strip()
