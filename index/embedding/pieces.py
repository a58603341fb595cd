"""Piece vectors of both languages for transformer bodies that come from all-MiniLM-L6-v2.

English and other scripts keep that model's WordPiece rows (those of its 30,522 pieces that
English text can use); each run of Thai is cut by the tokenizer that `accurate` and `fast` share,
and its pieces have rows of their own in the same space. A body whose word embeddings were frozen
in training reads both.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.tokens import Ids, without_surrogates

WEIGHTS = Path(__file__).parent / "weights"
_THAI_RUN = re.compile(r"[\u0e00-\u0e7f]+(?:\s*[\u0e00-\u0e7f]+)*")
_THAI_WORD = re.compile(r"[\u0e00-\u0e7f]{2,}")


class PieceRows:
    """Texts to piece ids, and ids to vectors of `dimensions` floats.

    `start`, `end` and `unknown` are the ids of [CLS], [SEP] and [UNK].
    """

    def __init__(self, folder: Path = WEIGHTS / "pieces", thai: Path = WEIGHTS / "fast") -> None:
        os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
        from tokenizers import Tokenizer

        self._words: Any = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._thai: Any = Tokenizer.from_file(str(thai / "tokenizer.json"))
        with np.load(folder / "rows.npz", allow_pickle=False) as stored:
            self._rows = stored["rows"]
            self._scales = stored["scales"]
            # Position: id in the Thai tokenizer; value: row here, or -1.
            self._row_of: NDArray[np.int64] = stored["thai_rows"].astype(np.int64)
        self.dimensions = int(self._rows.shape[1])
        self.start, self.end, self.unknown = (
            int(self._words.token_to_id(mark) or 0) for mark in ("[CLS]", "[SEP]", "[UNK]")
        )

    def ids(self, text: str) -> Ids:
        """The piece ids of `text`, without start and end marks, in reading order."""
        text = without_surrogates(text)
        parts: list[Ids] = []
        at = 0
        for run in _THAI_RUN.finditer(text):
            parts += [self._word_ids(text[at : run.start()]), self._thai_ids(run[0])]
            at = run.end()
        parts.append(self._word_ids(text[at:]))
        return np.concatenate(parts)

    def rows(self, ids: Ids) -> NDArray[np.float32]:
        """Input vectors, float32 of shape (*ids.shape, dimensions)."""
        out: NDArray[np.float32] = self._rows[ids] * self._scales[ids][..., None]
        return out

    @property
    def size(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def thai_rows(self) -> NDArray[np.int32]:
        """By id of the Thai tokenizer: the row here, or -1."""
        return self._row_of.astype(np.int32)

    def thai_words(self) -> Ids:
        """Ids of pieces that are Thai and longer than a letter, each once, in rising order."""
        vocabulary = self._thai.get_vocab().items()
        rows = [self._row_of[i] for word, i in vocabulary if _THAI_WORD.fullmatch(word.strip("▁"))]
        return np.unique([row for row in rows if row >= 0]).astype(np.int64)

    def english_words(self) -> Ids:
        """Ids of pieces that are whole words of letters, in rising order."""
        ids = [i for word, i in self._words.get_vocab().items() if word.isalpha()]
        return np.array(sorted(i for i in ids if i < len(self._rows)), dtype=np.int64)

    def _word_ids(self, text: str) -> Ids:
        if not text.strip():
            return np.zeros(0, dtype=np.int64)
        return np.array(self._words.encode(text, add_special_tokens=False).ids, dtype=np.int64)

    def _thai_ids(self, text: str) -> Ids:
        found = np.array(self._thai.encode(text, add_special_tokens=False).ids, dtype=np.int64)
        rows = self._row_of[found]
        return rows[rows >= 0]
