"""Whether a text states anything at all; figures or signs alone leave nothing to judge."""

from __future__ import annotations

import unicodedata

from assistant.quantities import parse
from assistant.types import Claim, Label, Verdict

BY_RULE = "rule"
"""The method of a verdict for which nobody had to judge."""

NO_STATEMENT = {
    "en": "There is no statement here, only figures or signs: nothing could bear it out.",
    "th": "ไม่มีข้ออ้างในข้อความนี้ มีแต่ตัวเลขหรือเครื่องหมาย จึงไม่มีอะไรให้หลักฐานยืนยัน",
}

_LONGEST_FIGURE = 60
"""Code points above which a claim is taken to say something without being parsed."""


def states(text: str) -> bool:
    """Whether `text` says anything: it holds a letter outside its figures ("12%" says nothing)."""
    if not any(map(_is_letter, text)):
        return False
    if len(text) > _LONGEST_FIGURE:
        return True
    figures = parse(text)
    return any(
        _is_letter(sign) and not any(f.start <= place < f.end for f in figures)
        for place, sign in enumerate(text)
    )


def stateless(claim: Claim) -> Verdict:
    """The verdict on a claim that states nothing: not enough evidence, and why."""
    reason = NO_STATEMENT["th" if claim.language == "th" else "en"]
    return Verdict(claim, Label.NOT_ENOUGH_EVIDENCE, 1.0, (), reason, BY_RULE)


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] == "L"
