"""Text from outside on one line of a terminal."""

from __future__ import annotations

import unicodedata


def one_line(text: str) -> str:
    """`text` on one line: control characters and line breaks become blanks, invisible ones
    (directions, joiners, tags, halves of surrogates) go, runs of blanks become one."""
    return " ".join("".join(map(_shown, text)).split())


def _shown(char: str) -> str:
    if char.isprintable():
        return char
    return "" if unicodedata.category(char) in ("Cf", "Cs") else " "
