"""Every word of the pages, in Thai and English: key -> (Thai, English)."""

# ruff: noqa: SIM905

from __future__ import annotations

from datetime import date

from assistant.ui.words import asking, desks, frame, measuring

LANGUAGES = ("th", "en")

WORDS: dict[str, tuple[str, str]] = {
    **frame.WORDS,
    **asking.WORDS,
    **desks.WORDS,
    **measuring.WORDS,
}

_MONTHS = {
    "th": "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split(),
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(),
}
_BUDDHIST = 543


def say(language: str, key: str, **values: object) -> str:
    """The words of `key` in `language` ("th" or "en"), `values` filled in."""
    text = WORDS[key][0 if language == "th" else 1]
    return text.format(**values) if values else text


def day(language: str, value: date | None) -> str:
    """A date as people write it: "6 ก.พ. 2568", "6 Feb 2025"; "undated" for None."""
    if value is None:
        return say(language, "card.undated")
    reader = "th" if language == "th" else "en"
    year = value.year + (_BUDDHIST if reader == "th" else 0)
    return f"{value.day} {_MONTHS[reader][value.month - 1]} {year}"


def duration(language: str, seconds: float) -> str:
    """A length of time in the unit that people would use."""
    if seconds < 90:
        return say(language, "time.seconds", n=max(1, round(seconds)))
    if seconds < 5400:
        return say(language, "time.minutes", n=round(seconds / 60))
    return say(language, "time.hours", n=seconds / 3600)
