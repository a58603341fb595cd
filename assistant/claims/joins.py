"""Whether a Thai clause begins a new unit or goes on with the one before it.

A logistic model over named features: the words at the place between the two and what
`index.gaps` says of it, how long the two are, and whether each has something to check of its own.
The weights are a JSON file that a person can read; `training/joins.py` makes it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from assistant.claims.worthiness import Model, cues_of
from index.gaps import Gap, features_of
from index.sentences import Piece, thai_weights
from index.text import thai_tokens

# Cues told of either side, because a change of them is a change of class.
_TOLD = (
    *("opinion", "request", "wish", "puffery", "promise", "event", "attribution", "decision"),
    *("order", "superlative", "result", "target", "predicate", "figure", "change", "cause"),
    *("date", "denial", "forecast"),
)
_LEFT_OVER = (15, 30, 50, 80, 120, 160, 200, 260)
_REST_OVER = (15, 30, 50, 80, 120)
_NEXT_OVER = (8, 15, 30, 50)
# How far the words beside a place, what follows it for its sort, and either side at all are read:
# bounds of the work for each place.
_BESIDE, _AHEAD, _FAR = 60, 120, 300
_LEAST_ODDS, _MOST_ODDS, _ODDS_SCALE = -5.0, 3.0, 3.0


@dataclass(frozen=True, slots=True)
class Joins:
    """Weights by feature; a clause begins a unit when its log-odds are over `border`."""

    bias: float
    weights: Mapping[str, float]
    border: float

    def begins_unit(self, text: str, before: Piece, piece: Piece, model: Model) -> bool:
        """Whether `piece` begins a unit of its own, after the unit `before` it."""
        found = join_features(text, before, piece, model)
        odds = self.bias + sum([self.weights.get(name, 0.0) * v for name, v in found.items()])
        return odds > self.border


def join_features(text: str, before: Piece, piece: Piece, model: Model) -> dict[str, float]:
    """What speaks for and against a new unit at `piece`, in Thai text. Values are -2..1.

    `before` is the unit as far as it goes; `piece` ends at the next place where a cut is possible.
    """
    rest = ahead(text, piece)
    end = piece.start + len(rest)
    gap = Gap(before.end, piece.start)
    found = features_of(text, before.start, gap, piece.end, end)
    odds = max(_LEAST_ODDS, min(_MOST_ODDS, thai_weights().of(found)))
    found["odds"] = odds / _ODDS_SCALE
    found.update(_words(text, before, piece, end))
    left, right = cues_of(behind(text, before), "th"), cues_of(rest[:_AHEAD], "th")
    found.update(dict.fromkeys(_contents(left, right), 0.5))
    found.update(_worth(model.score(left), model.score(right)))
    sizes = (
        ("left", before.end - before.start, _LEFT_OVER),
        ("rest", end - piece.start, _REST_OVER),
        ("next", piece.end - piece.start, _NEXT_OVER),
    )
    found.update({f"{name} over {n}": 0.5 for name, size, over in sizes for n in over if size > n})
    return found


def behind(text: str, before: Piece) -> str:
    """The unit `before` a place, or the end of a very long one."""
    return text[max(before.start, before.end - _FAR) : before.end]


def ahead(text: str, piece: Piece) -> str:
    """The rest of the line from `piece` on, or the beginning of a very long one."""
    return text[piece.start : piece.start + _FAR].partition("\n")[0]


def _words(text: str, before: Piece, piece: Piece, end: int) -> Iterator[tuple[str, float]]:
    left = _tokens(text[max(before.start, before.end - _BESIDE) : before.end])[-2:]
    right = _tokens(text[piece.start : min(end, piece.start + _BESIDE)])[:2]
    yield from ((f"word {n} before {w}", 1.0 / n) for n, w in enumerate(reversed(left), 1))
    yield from ((f"word {n} after {w}", 1.0 / n) for n, w in enumerate(right, 1))
    if len(right) > 1:
        yield f"words after {right[0]} {right[1]}", 0.7


@lru_cache(maxsize=4096)
def _tokens(text: str) -> tuple[str, ...]:
    """Words, figures as 0."""
    words = (token.strip() for token in thai_tokens(text))
    return tuple("0" if any(c.isdigit() for c in word) else word for word in words if word)


def _worth(left: float, right: float) -> dict[str, float]:
    low, high = sorted((left, right))
    return {"left worth": left, "right worth": right, "worth both": low, "worth apart": high - low}


def _contents(left: Mapping[str, float], right: Mapping[str, float]) -> Iterator[str]:
    for cue in _TOLD:
        if cue in left:
            yield f"left {cue}"
        if cue in right:
            yield f"right {cue}"
        if (cue in left) != (cue in right):
            yield f"differ in {cue}"


@cache
def default_joins() -> Joins:
    """The shipped weights."""
    raw = json.loads((files(__package__) / "weights" / "joins.json").read_text("utf-8"))
    return Joins(raw["bias"], raw["weights"], raw["border"])
