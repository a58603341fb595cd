"""Signs of bad translation, and how each is told."""

from __future__ import annotations

from assistant.claims import translation_words as tables
from assistant.types import Notice

# A code of `translation_words.MESSAGES`, `[start, end)` and what to tell with it.
Sign = tuple[str, int, int, str]


def notice(code: str, language: str, start: int, end: int, what: str = "") -> Notice:
    """A notice in the reader's language."""
    thai, english = tables.MESSAGES[code]
    message = (thai if language == "th" else english).format(what=what)
    return Notice(code, message, start, end)
