"""A small cross-encoder that reads evidence and claim together, in both languages.

The body is all-MiniLM-L6-v2, fine-tuned on pairs with its word vectors frozen, run by
onnxruntime in 8 bits. Its words come from the shipped bilingual table. Activations are quantised
for a whole input at once, so pairs are run one by one: the same pair always gives the same bits.
"""

from __future__ import annotations

import hashlib
import math
import os
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Protocol

import numpy as np

from assistant.judge.marking import as_read

LONGEST = 160
"""Pieces of a pair that are read; the evidence is cut first, then the claim."""


class Reader(Protocol):
    """Whoever reads a piece of evidence and a claim together."""

    @property
    def fingerprint(self) -> str:
        """Names the weights."""
        ...

    def probabilities(self, evidence: str, claim: str) -> tuple[float, float, float]:
        """Probabilities of refutes, silent and supports."""
        ...


class PairReader:
    """The shipped reader; `fingerprint` names the weights."""

    def __init__(self, weights: bytes) -> None:
        self.fingerprint = f"reader-{hashlib.sha256(weights).hexdigest()[:16]}"
        import onnxruntime

        from index.embedding.pieces import PieceRows

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            weights, options, providers=["CPUExecutionProvider"]
        )
        self._pieces = PieceRows()

    @lru_cache(maxsize=4096)  # noqa: B019  one reader lives as long as the process
    def logits(self, evidence: str, claim: str) -> tuple[float, float, float]:
        """Scores for refutes, silent and supports, before any softmax."""
        ids, split = self._ids(evidence, claim)
        types = np.zeros((1, len(ids)), dtype=np.int64)
        types[0, split:] = 1
        found = self._session.run(
            None,
            {
                "embeds": self._pieces.rows(ids)[None].astype(np.float32),
                "types": types,
                "mask": np.ones((1, len(ids)), dtype=np.int64),
            },
        )[0][0]
        return float(found[0]), float(found[1]), float(found[2])

    def probabilities(self, evidence: str, claim: str) -> tuple[float, float, float]:
        """Probabilities of refutes, silent and supports."""
        scores = self.logits(evidence, claim)
        powers = [math.exp(s - max(scores)) for s in scores]
        total = sum(powers)
        return powers[0] / total, powers[1] / total, powers[2] / total

    def _ids(self, evidence: str, claim: str) -> tuple[Any, int]:
        read = as_read(evidence, claim)
        second = self._pieces.ids(read[1])[: LONGEST // 2]
        first = self._pieces.ids(read[0])[: LONGEST - 3 - len(second)]
        start, end = [self._pieces.start], [self._pieces.end]
        return np.concatenate([start, first, end, second, end]).astype(np.int64), len(first) + 2


@cache
def load_reader() -> PairReader:
    """The reader shipped with the package, read once a process."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    weights = resources.files("assistant.judge").joinpath("weights", "reader.onnx").read_bytes()
    return PairReader(weights)
