"""Counters that everything which asks a model in a run shares, in several processes if need be."""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from enum import IntEnum
from threading import Lock
from typing import Any


class Count(IntEnum):
    """What is counted; money in billionths of a USD, so that sums stay exact."""

    INPUT = 0
    OUTPUT = 1
    NANO_USD = 2
    HELD_TOKENS = 3
    HELD_NANO_USD = 4
    ESTIMATED = 5
    NEXT_START = 6
    """When the next call may begin: nanoseconds of the monotonic clock."""


@dataclass(frozen=True, slots=True)
class Totals:
    """Whole numbers under one lock. Make them with one of the two functions below."""

    lock: AbstractContextManager[Any]
    numbers: MutableSequence[int]

    @contextmanager
    def held(self) -> Iterator[MutableSequence[int]]:
        """The numbers, and nobody else changes them meanwhile."""
        with self.lock:
            yield self.numbers


def totals() -> Totals:
    """Counters of this process."""
    return Totals(Lock(), [0] * len(Count))


def totals_across_processes() -> Totals:
    """Counters that child processes share; they go to a child as an argument when it starts."""
    from multiprocessing import get_context

    context = get_context("spawn")
    return Totals(context.Lock(), context.Array("q", len(Count), lock=False))
