"""Texts to piece ids with the tokenizer that lies beside the weights."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding.numerals import canonical

Ids = NDArray[np.int64]


class Tokens:
    """The pieces of a text, after `canonical` has respelled its figures.

    `longest` is the most pieces a text may have, None for no limit; the rest of it is not read.
    `marks` puts the pieces for beginning and end around each text.
    """

    def __init__(self, file: Path, *, longest: int | None = None, marks: bool = True) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        if longest is not None:
            self._tokenizer.enable_truncation(longest)
        self._marks = marks

    def ids(self, texts: Sequence[str]) -> list[Ids]:
        """One array of piece ids a text; empty where nothing is left."""
        prepared = [canonical(without_surrogates(text)) for text in texts]
        encodings = self._tokenizer.encode_batch_fast(prepared, add_special_tokens=self._marks)
        return [np.array(encoding.ids, dtype=np.int64) for encoding in encodings]


def without_surrogates(text: str) -> str:
    """`text` with lone surrogates, which the tokenizers cannot read, as question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
