"""Whether a clause begins a new unit or goes on with the one before it.

A small logistic model over named features: the odds and the words of the place between the two
(`index.gaps`), how long the two are, and whether each has something to check of its own. The
weights are a JSON file that a person can read; `training/joins.py` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.claims.worthiness import Model, cues_of
from index.gaps import Gap, features_of
from index.sentences import Piece

# A side rated this high is worth a look, and this high has something to check of its own.
_LOOK, _OWN = 0.5, 0.65
_MOST_ODDS = 3.0
# Cues told of either side, because a change of them is a change of class.
_TOLD = (
    *("opinion", "request", "wish", "puffery", "promise", "event", "attribution", "decision"),
    *("order", "superlative", "result", "target", "predicate"),
)
# What is told of the place between the two.
_PLACE = ("head", "tail", "fused", "subject", "connected", "in a", "in q", "in b", "wide", "unf")


@dataclass(frozen=True, slots=True)
class Joins:
    """Weights by feature; a clause begins a unit when its log-odds are over `border`."""

    bias: float
    weights: Mapping[str, float]
    border: float

    def begins_unit(self, text: str, before: Piece, piece: Piece, model: Model) -> bool:
        """Whether `piece` begins a unit of its own, after the unit `before` it."""
        found = join_features(text, before, piece, model)
        odds = self.bias + sum(self.weights.get(name, 0.0) * v for name, v in found.items())
        return odds > self.border


def join_features(text: str, before: Piece, piece: Piece, model: Model) -> dict[str, float]:
    """What speaks for and against a new unit at `piece`, in Thai text. Values are -3..3."""
    end = text.find("\n", piece.start)
    gap = Gap(before.end, piece.start)
    place = features_of(text, before.start, gap, piece.end, len(text) if end < 0 else end)
    found = {f"place {n}": v for n, v in place.items() if n.startswith(_PLACE)}
    found["odds"] = max(-_MOST_ODDS, min(_MOST_ODDS, piece.odds))
    left, right = (cues_of(text[p.start : p.end], "th") for p in (before, piece))
    return (
        found
        | _sizes(before, piece)
        | _worth(model.score(left), model.score(right))
        | dict.fromkeys(_contents(left, right), 1.0)
    )


def _sizes(before: Piece, piece: Piece) -> dict[str, float]:
    left, right = before.end - before.start, piece.end - piece.start
    told = {f"left over {n}": 1.0 for n in (28, 60, 120, 180, 250) if left > n}
    told |= {f"right over {n}": 1.0 for n in (28, 60) if right > n}
    return told | {"left length": min(left, 300) / 300}


def _worth(left: float, right: float) -> dict[str, float]:
    low, high = sorted((left, right))
    told = {"left worth": left, "right worth": right, "worth both": low, "worth apart": high - low}
    if low < _LOOK <= high:
        told["turn"] = 1.0
    if low >= _OWN:
        told["both own"] = 1.0
    return told


def _contents(left: Mapping[str, float], right: Mapping[str, float]) -> list[str]:
    told = [f"left {cue}" for cue in _TOLD if cue in left]
    told += [f"right {cue}" for cue in _TOLD if cue in right]
    figures = ("figure" in left, "figure" in right)
    names = {(True, True): "both", (True, False): "only left", (False, True): "only right"}
    if figures in names:
        told.append(f"figures {names[figures]}")
    return told


@cache
def default_joins() -> Joins:
    """The shipped weights."""
    raw = json.loads((files(__package__) / "weights" / "joins.json").read_text("utf-8"))
    return Joins(raw["bias"], raw["weights"], raw["border"])
