"""Uncertainty: bootstrap intervals, paired tests and their correction. All seeded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import comb, sqrt
from statistics import NormalDist
from typing import Any

import numpy as np
from numpy.typing import NDArray

SEED = 20250207
RESAMPLES = 2_000
PERMUTATIONS = 10_000
_EXACT_UP_TO = 12
_CHUNK = 2_000_000

Values = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Interval:
    """`low` and `high` enclose the truth at the stated rate; None when there is no data."""

    low: float | None
    high: float | None

    def json(self) -> list[float | None]:
        """As a pair."""
        return [self.low, self.high]


@dataclass(frozen=True, slots=True)
class PairedTest:
    """`difference` is mean(a) - mean(b) over `n` pairs; `p` is two-sided."""

    difference: float
    p: float
    n: int


def bootstrap(
    columns: Any, *, level: float = 0.95, resamples: int = RESAMPLES, seed: int = SEED
) -> list[Interval]:
    """Percentile bootstrap intervals (Efron 1979) of the mean of each column.

    `columns` has shape (items, measures); items are drawn with replacement, the same draw for
    every measure. No items: intervals of None.
    """
    values = np.asarray(columns, dtype=np.float64)
    n = values.shape[0]
    if n == 0:
        return [Interval(None, None)] * (values.shape[1] if values.ndim == 2 else 1)
    means = np.concatenate([draw @ values for draw in _draws(n, resamples, seed)])
    tail = (1 - level) / 2
    low, high = np.quantile(means, [tail, 1 - tail], axis=0)
    return [Interval(float(a), float(b)) for a, b in zip(low, high, strict=True)]


def bootstrap_of(
    items: int,
    figure: Callable[[NDArray[np.int64]], float],
    *,
    level: float = 0.95,
    resamples: int = RESAMPLES,
    seed: int = SEED,
) -> Interval:
    """A percentile bootstrap interval of any figure (macro-F1 and the like).

    `figure` takes an array of item numbers, drawn with replacement, and gives a float.
    """
    if items == 0:
        return Interval(None, None)
    rng = np.random.default_rng(seed)
    found = [figure(rng.integers(0, items, items)) for _ in range(resamples)]
    tail = (1 - level) / 2
    low, high = np.quantile(np.asarray(found), [tail, 1 - tail])
    return Interval(float(low), float(high))


def randomisation(
    a: Sequence[float], b: Sequence[float], *, rounds: int = PERMUTATIONS, seed: int = SEED
) -> PairedTest:
    """The paired randomisation test (Fisher; Smucker, Allan and Carterette 2007).

    Under the null hypothesis the sign of each difference is a coin toss; `p` is the share of
    tosses whose mean is at least as far from 0. Exact up to 12 pairs that differ, else sampled
    with (count + 1) / (rounds + 1). Raises `ValueError` when the lengths differ.
    """
    if len(a) != len(b):
        raise ValueError("paired samples have the same length")
    gaps = np.asarray(a, dtype=np.float64) - np.asarray(b, dtype=np.float64)
    n, seen = len(gaps), float(gaps.mean()) if len(gaps) else 0.0
    gaps = gaps[gaps != 0]
    if not len(gaps):
        return PairedTest(seen, 1.0, n)
    reached = abs(gaps.sum()) * (1 - 1e-12)
    if len(gaps) <= _EXACT_UP_TO:
        signs = np.asarray(list(product((1.0, -1.0), repeat=len(gaps))))
        return PairedTest(seen, float(np.mean(np.abs(signs @ gaps) >= reached)), n)
    rng, count, left = np.random.default_rng(seed), 0, rounds
    while left:
        size = min(left, max(1, _CHUNK // len(gaps)))
        tosses = rng.integers(0, 2, (size, len(gaps)), dtype=np.int8) * 2.0 - 1.0
        count += int(np.sum(np.abs(tosses @ gaps) >= reached))
        left -= size
    return PairedTest(seen, (count + 1) / (rounds + 1), n)


def holm(ps: Sequence[float]) -> list[float]:
    """Holm's step-down correction (1979) for testing several hypotheses, in the order given."""
    adjusted, highest = [0.0] * len(ps), 0.0
    for rank, index in enumerate(sorted(range(len(ps)), key=lambda i: ps[i])):
        highest = max(highest, min(1.0, ps[index] * (len(ps) - rank)))
        adjusted[index] = highest
    return adjusted


def mcnemar(a: Sequence[bool], b: Sequence[bool]) -> PairedTest:
    """McNemar's exact test (1947) of two judges on the same claims; True means right.

    Only claims on which exactly one is right count; `p` is the two-sided binomial tail.
    """
    if len(a) != len(b):
        raise ValueError("paired samples have the same length")
    only_a = sum(x and not y for x, y in zip(a, b, strict=True))
    only_b = sum(y and not x for x, y in zip(a, b, strict=True))
    odd = only_a + only_b
    tail = sum(comb(odd, k) for k in range(min(only_a, only_b) + 1)) / 2**odd if odd else 1.0
    return PairedTest((only_a - only_b) / len(a) if a else 0.0, min(1.0, 2 * tail), len(a))


def wilson(successes: int, trials: int, *, level: float = 0.95) -> Interval:
    """Wilson's interval (1927) of a proportion; None on both sides without trials."""
    if not trials:
        return Interval(None, None)
    z = NormalDist().inv_cdf((1 + level) / 2)
    share, z2 = successes / trials, z * z / trials
    centre = (share + z2 / 2) / (1 + z2)
    half = z * sqrt(share * (1 - share) / trials + z2 / (4 * trials)) / (1 + z2)
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def _draws(n: int, resamples: int, seed: int) -> Iterator[Values]:
    """Matrices of shape (some resamples, n) whose rows are weights that sum to 1."""
    rng, left = np.random.default_rng(seed), resamples
    while left:
        size = min(left, max(1, _CHUNK // n))
        yield rng.multinomial(n, np.full(n, 1 / n), size=size) / n
        left -= size
