"""Who speaks a quotation: the name beside its marks, before or behind."""

from __future__ import annotations

import re

from assistant.claims import attribution_words as words
from assistant.claims.speakers import is_name, speaker_in

_DENIED = {"th": re.compile(words.DENIED_TH), "en": re.compile(words.DENIED_EN, re.IGNORECASE)}
_OPENING_EN = re.compile(words.OPENING_EN)
# "...," the minister said, "..."
BETWEEN = {
    "th": re.compile(
        r"^\s*(?:[“\"](?P<one>[^“”\"]+)[”\"])\s?(?P<who>[^“”\"0-9]{2,120}?)\s?"
        rf"{words.QUOTE_VERB_TH}\s?(?:ว่า)?\s?[“\"](?P<two>[^“”\"]+)[”\"]?\s*$"
    ),
    "en": re.compile(
        r"^\s*[“\"](?P<one>[^“”\"]+?),?[”\"]\s"
        rf"(?:(?P<who>{words.WHO_EN}|he|she|they|it)(?:,[^“”\",]{{3,80}},)?\s{words.ANNOUNCE_EN}"
        rf"|said\s(?P<named>{words.WHO_EN}))"
        r"[^“”\"]{0,40}?[,.:]?\s[“\"](?P<two>[^“”\"]+)[”\"]?\s*$"
    ),
}
_AFTER_QUOTE = {
    "th": re.compile(
        rf"[”\"]\s*(?P<who>[^“”\"0-9\n]{{2,120}}?)\s?{words.QUOTE_VERB_TH}(?=\s|[.“\"]|$)"
    ),
    "en": re.compile(
        rf"[”\"]\s*(?:(?P<who>{words.WHO_EN})(?:,[^“”\",]{{3,80}},)?\s{words.ANNOUNCE_EN}\b"
        rf"|(?:said|added)\s(?P<named>{words.WHO_EN}))"
    ),
}
_BEFORE_QUOTE = {
    "th": re.compile(
        rf"(?:^|[”\"\s])(?P<who>[^“”\"0-9\n]{{2,120}}?)\s?{words.QUOTE_VERB_TH}\s?(?:ว่า)?\s*\Z"
    ),
    "en": re.compile(
        rf"(?:(?P<who>{words.WHO_EN})(?:,[^“”\",]{{3,80}},)?\s{words.ANNOUNCE_EN}[^“”\"]{{0,30}}?"
        rf"|(?:said|added)\s(?P<named>{words.WHO_EN})(?:,[^“”\"]{{3,80}})?)[,.:]?\s*\Z"
    ),
}
_QUOTE = re.compile('[“”"]')
_LONGEST_QUOTING = 130
# How far after a quotation the words for its speaker begin.
_NEAR_QUOTE = 6


def named_beside(match: re.Match[str], language: str) -> str | None:
    """The speaker that a pattern around a quotation found; None when it is nobody."""
    who = (match["who"] or match.groupdict().get("named") or "").strip(" ,")
    if _DENIED[language].search(who):
        return None
    if language == "en":
        return _OPENING_EN.sub("", who) or None
    speaker = speaker_in(who) if is_name(who) else None
    return speaker.name if speaker and speaker.start <= _NEAR_QUOTE else None


def quoted_speaker(text: str, start: int, end: int, language: str) -> str | None:
    """Who speaks the quotation that `[start, end)` lies in, named beside it; None: nobody."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    quotation = _quotation(text, line_start, line_end, start, end)
    if quotation is None:
        return None
    opened, closed = quotation
    after = _AFTER_QUOTE[language].match(text[closed : min(line_end, closed + _LONGEST_QUOTING)])
    named = named_beside(after, language) if after is not None else None
    if named is not None:
        return named
    left = max(line_start, opened - _LONGEST_QUOTING)
    before = _BEFORE_QUOTE[language].search(text[left:opened])
    return named_beside(before, language) if before is not None else None


def _quotation(
    text: str, line_start: int, line_end: int, start: int, end: int
) -> tuple[int, int] | None:
    """The quotation marks around `start`, or the first that open before `end`; None: none do."""
    opened = -1
    for mark in _QUOTE.finditer(text, line_start, line_end):
        at = mark.start()
        if opened < 0 and mark.group() != "”":
            if at >= end:
                return None
            opened = at
        elif opened >= 0 and _closes(text, opened, at, line_end):
            if at >= start:
                return opened, at
            opened = -1
    return None


def _closes(text: str, opened: int, at: int, line_end: int) -> bool:
    """Whether the mark at `at` closes the one at `opened`; a curly one waits for its like."""
    if text[opened] == '"' or text[at] == "“":
        return text[at] == '"'
    return text[at] == "”" or text.find("”", at, line_end) < 0
