"""Whether a statement denies: one table for both languages.

Words that only bound an amount ("not more than", ไม่เกิน) deny nothing.
"""

from __future__ import annotations

import re

_NEGATED = {
    "th": re.compile(
        r"ไม่(?!เกิน|น้อยกว่า|ต่ำกว่า|มากกว่า|ถึง|ใช่แค่|ใช่เพียง|ว่า|เพียง|เฉพาะ|นาน|กี่|ต้องพูดถึง|ต้องสงสัย|แน่)"
        r"|มิได้|มิใช่|ปฏิเสธ|ปราศจาก|ยกเลิก|ห้าม(?!าง)"
    ),
    "en": re.compile(
        r"\b(?:not(?! (?:only|more|less|just|exceeding|to mention))|never"
        r"|no(?! (?:more|less|later|fewer|doubt|wonder))|none|nobody|nothing|neither|nor|without"
        r"|den(?:y|ies|ied)|bann?ed|prohibit\w*|cannot)\b|n['’]t\b",
        re.IGNORECASE,
    ),
}


def is_negated(text: str, language: str) -> bool:
    """Whether `text` denies something. `language` is "th" or "en"."""
    return _NEGATED[language].search(text) is not None
