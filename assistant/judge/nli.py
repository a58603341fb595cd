"""Any natural-language-inference cross-encoder in the place of the shipped reader."""

from __future__ import annotations

import math
from functools import lru_cache

from assistant.errors import SettingsError
from index.embedding.cross_encoders import CrossEncoder

_CLASSES = {
    "contradiction": 0,
    "refutes": 0,
    "refuted": 0,
    "neutral": 1,
    "not enough info": 1,
    "entailment": 2,
    "supports": 2,
    "supported": 2,
}
"""What models call the classes, and their place in (refutes, silent, supports)."""


class NLIReader:
    """Reads pairs with an NLI model; the same face as `assistant.judge.reader.PairReader`.

    Raises `SettingsError` when the model's classes are not those of NLI.
    """

    def __init__(self, model: CrossEncoder) -> None:
        places = [_CLASSES.get(label.replace("_", " ")) for label in model.labels]
        if sorted(p for p in places if p is not None) != [0, 1, 2] or len(places) != 3:
            raise SettingsError(
                f"{model.name} is no NLI model: its classes are {', '.join(model.labels)}",
                hint="the classes must be contradiction, neutral and entailment",
            )
        self._model = model
        self._places = tuple(places)
        self.fingerprint = model.name

    @lru_cache(maxsize=4096)  # noqa: B019  one reader lives as long as the process
    def probabilities(self, evidence: str, claim: str) -> tuple[float, float, float]:
        """Probabilities of refutes, silent and supports."""
        scores = [float(s) for s in self._model.scores([(evidence, claim)])[0]]
        powers = [math.exp(s - max(scores)) for s in scores]
        total = sum(powers)
        by_place = {place: p / total for place, p in zip(self._places, powers, strict=True)}
        return by_place[0], by_place[1], by_place[2]
