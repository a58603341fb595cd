"""Text that is no evidence: words addressed to whoever checks, disguised letters, word salad.

Documents are data. A sentence that tells a reader how to label a claim says nothing about the
world, whoever published it, so it is set aside before judging.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from index.text import words

_VERDICT_EN = r"(?:supported|refuted|conflicting|not[_ ]enough[_ ]evidence)"
_PATTERNS = (
    # chat and tool markup, broken delimiters
    r"<\|[^|>]*\|>|\[/?INST\]|<</?SYS>>|</?(?:document|evidence|passage|system|tool_\w+|assistant)\b",
    r"\[\[\s*\w+\s*:|#{2,}\s*\w+\s*#{2,}|-{2,}\s*(?:END|BEGIN)\b|```|\"{3}",
    r"[\"'](?:label|verdict|stance|score|evidence)[\"']\s*:",
    # orders to a judge
    r"\b(?:labell?(?:ed)?|mark(?:ed)?|rated?|rule|judged?|classif(?:y|ied)|answer|output|return|respond"
    r"|verdict)\b[^.]{0,60}"
    r"\b" + _VERDICT_EN + r"\b",
    r"\b" + _VERDICT_EN + r"\b\s*[=:]|[=:]\s*[\"']?(?:supported|refuted|conflicting|not_enough)\b",
    r"\b(?:please|must|should|always|every|all|any)\b[^.]{0,40}\b(?:claim|statement|assertion)s?\b[^.]{0,60}"
    r"\b(?:true|false|accurate|correct|verified)\b",
    r"\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:instruction|prompt|rule|evidence|document|source)",
    r"\b(?:replaces?|deletes?|supersedes?|overrides?)\b[^.]{0,20}\b(?:document|evidence|source)s?\b",
    r"\b(?:rot13|base64)\b|\bdecode\b[^.]{0,30}\bfollow\b",
    r"\bsystem prompt\b|\b(?:as|you are) an? (?:AI|language model|assistant|fact.?check)",
    r"\b(?:AI|LLM|automated)\s+(?:assistant|judge|checker|system|model)s?\b[^.]{0,40}\b(?:must|should|please|shall)",
    r"\bfact.?checking (?:assistant|system|model|tool)\b|\bunder (?:the )?(?:fact.?)?check\b",
    r"\bthe claim (?:you are|being|under) (?:check|judg|verif)|\bclaim has been verified\b",
    r"(?:รบกวน|โปรด|กรุณา|ขอให้|ถึง)[^\n]{0,20}(?:ผู้ช่วย|ระบบ|โมเดล|บอท|เอไอ|AI)[^\n]{0,80}"
    r"(?:ตอบ|ตัดสิน|ติดป้าย|ให้คะแนน|จัดเป็น)",
    r"(?:ติดป้าย|ให้ตอบว่า|จงตอบ|ตอบว่า|ตัดสินว่า|ให้คะแนน|ห้ามตัดสิน)[^.\n]{0,60}"
    r"(?:จริง|เท็จ|ปลอม|สนับสนุน|หักล้าง|ไม่พอ|ไม่เพียงพอ|supported|refuted)",
    r"(?:ละเว้น|เพิกเฉย|ไม่ต้องสนใจ|ลืม)[^\n]{0,30}คำสั่ง|คำสั่งก่อนหน้า",
    r"เฉลย\s*[:(（]|พร้อมเฉลย|คำตอบ\s*:\s*(?:จริง|เท็จ|supported|refuted)|answer key",
    r"忽略[^。]{0,20}指令|判定为",
)
_ADDRESSED = re.compile("|".join(f"(?:{p})" for p in _PATTERNS), re.IGNORECASE)
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_SALAD_WORDS, _SALAD_SHARE = 24, 0.4


@lru_cache(maxsize=4096)
def no_evidence(text: str) -> str | None:
    """Why `text` cannot serve as evidence, or None when it can.

    "addressed": it speaks to the checker; "disguised": direction overrides, invisible letters,
    look-alike letters of another script or foreign digits; "salad": the same words over and
    over instead of a sentence.
    """
    if _ADDRESSED.search(text):
        return "addressed"
    if _OVERRIDES.search(text) or _disguised(text):
        return "disguised"
    return "salad" if _salad(words(text)) else None


def _salad(tokens: list[str]) -> bool:
    """The same word three times running, or few different words in a long text."""
    runs = zip(tokens, tokens[1:], tokens[2:], strict=False)
    if any(a == b == c and not a.isdigit() for a, b, c in runs):
        return True
    return len(tokens) >= _SALAD_WORDS and len(set(tokens)) < _SALAD_SHARE * len(tokens)


def _disguised(text: str) -> bool:
    """Latin mixed with Cyrillic or Greek in a word, or digits neither ASCII nor Thai."""
    if text.isascii():
        return False
    for char in text:
        if char.isdecimal() and not char.isascii() and not "๐" <= char <= "๙":
            return True
    for word in re.findall(r"[^\W\d_]+", text):
        if (
            not word.isascii()
            and len({_script(c) for c in word} & {"LATIN", "CYRILLIC", "GREEK"}) > 1
        ):
            return True
    return False


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "?").split(" ", 1)[0]
