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

    `longest` is the most pieces a text may have; the rest of it is not read. Pieces in `dropped`
    (marks of beginning, end and unknown characters, where a model does not use them) are left out.
    """

    def __init__(self, file: Path, *, longest: int, dropped: Sequence[int] = ()) -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(file))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(longest)
        self._dropped = np.array(sorted(dropped), dtype=np.int64)

    def ids(self, texts: Sequence[str]) -> list[Ids]:
        """One array of piece ids a text; empty where nothing is left."""
        prepared = [canonical(_clean(text)) for text in texts]
        arrays = [
            np.array(encoding.ids, dtype=np.int64)
            for encoding in self._tokenizer.encode_batch_fast(prepared)
        ]
        if len(self._dropped):
            return [a[~np.isin(a, self._dropped)] for a in arrays]
        return arrays


def _clean(text: str) -> str:
    """`text` without lone surrogates, which the tokenizer cannot read."""
    return text.encode("utf-8", "replace").decode("utf-8")
