"""Piece ids word by word, for the tokenizer of the `fast` model: no word is cut twice.

That tokenizer normalises, divides at white space and cuts each word on its own, so the pieces of
a text are those of its words one after the other. News says the same words again and again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from index.embedding.numerals import canonical
from index.embedding.tokens import Ids, Tokens, without_surrogates

# Signs that the tokenizer never joins with a blank beside them, and whose blanks are these two. A
# text with any other sign, or with a mark that stands on a blank, goes through it as a whole.
_SIGNS = "!-~\u00c0-\u024f\u0e01-\u0e3a\u0e3f-\u0e5b‐‑‒–—‘’“”•…€£¥°"
_MARKS = "\u0e31\u0e33-\u0e3a\u0e47-\u0e4e"
_UNUSUAL = re.compile(rf"[^ \n{_SIGNS}]|(?:^|[ \n])[{_MARKS}]")
# A longer run of letters is a Thai phrase, which hardly ever comes back.
_LONGEST_KEPT = 24
_KEPT = 40_000
# An encoding takes a hundred times the room of its ids.
_AT_ONCE = 500


class WordPieces(Tokens):
    """The pieces of a text as `Tokens` without marks tells them. Thread-safe."""

    def __init__(self, file: Path) -> None:
        super().__init__(file, marks=False)
        self._known: dict[str, bytes] = {}

    def ids(self, texts: Sequence[str]) -> list[Ids]:
        """One array of piece ids a text; empty where nothing is left."""
        prepared = [canonical(without_surrogates(text)) for text in texts]
        parts = [[text] if _UNUSUAL.search(text) else text.split() for text in prepared]
        known = self._known
        missing = list({part for own in parts for part in own if part not in known})
        found = dict(zip(missing, self._cut(missing), strict=True))
        told = [b"".join([found[p] if p in found else known[p] for p in own]) for own in parts]
        self._keep({word: ids for word, ids in found.items() if len(word) <= _LONGEST_KEPT})
        return [np.frombuffer(data, dtype=np.int32).astype(np.int64) for data in told]

    def _keep(self, found: dict[str, bytes]) -> None:
        """Remember `found`; when there is no room left, all others are forgotten."""
        if len(self._known) + len(found) > _KEPT:
            self._known = {}  # another call may be reading the old one
        self._known.update(found)

    def _cut(self, words: Sequence[str]) -> list[bytes]:
        cut: list[bytes] = []
        for i in range(0, len(words), _AT_ONCE):
            encodings = self._tokenizer.encode_batch_fast(
                words[i : i + _AT_ONCE], add_special_tokens=False
            )
            cut += [np.array(encoding.ids, dtype=np.int32).tobytes() for encoding in encodings]
        return cut
