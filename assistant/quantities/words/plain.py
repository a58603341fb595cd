"""Text with one spelling of digits, dashes and spaces, before any word is looked for."""

from __future__ import annotations

_PLAIN = {ord("๐") + i: str(i) for i in range(10)}
_PLAIN |= dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"), "-")
_PLAIN |= dict.fromkeys(map(ord, "\u00a0\u2007\u2009\u202f\u200b\ufeff"), " ")
_PLAIN |= {ord("’"): "'", ord("～"): "~", ord("〜"): "~", ord("\u066b"): ".", ord("％"): "%"}


def plain(text: str) -> str:
    """`text` with Thai digits, dashes and odd spaces made plain, at the same offsets."""
    return text.translate(_PLAIN)
