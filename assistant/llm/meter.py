"""What the model calls of one piece of work used, whoever made them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from threading import Lock

from assistant.llm.cost import total_cost
from assistant.types import Cost


class Meter:
    """Adds up the calls made while it runs. Thread-safe.

    `cost` is what they used now, calls that failed included; `full_cost` also counts replies from
    the cache with what they took when they were made, and no time.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._costs: list[Cost] = []
        self._full: list[Cost] = []

    @property
    def cost(self) -> Cost:
        """See above; `Cost()` when there was no call."""
        return _sum(self._costs)

    @property
    def full_cost(self) -> Cost:
        """See above; `Cost()` when there was no call."""
        return _sum(self._full)

    def add(self, cost: Cost, full_cost: Cost) -> None:
        """Count one call."""
        with self._lock:
            self._costs.append(cost)
            self._full.append(full_cost)


_RUNNING: ContextVar[tuple[Meter, ...]] = ContextVar("meters", default=())


@contextmanager
def metered() -> Iterator[Meter]:
    """A meter of the calls that this thread makes inside. Meters may stand in each other."""
    meter = Meter()
    token = _RUNNING.set((*_RUNNING.get(), meter))
    try:
        yield meter
    finally:
        _RUNNING.reset(token)


def count_call(cost: Cost, full_cost: Cost) -> None:
    """Tell every meter that runs in this thread of a call."""
    for meter in _RUNNING.get():
        meter.add(cost, full_cost)


def _sum(costs: list[Cost]) -> Cost:
    return total_cost(costs) if costs else Cost()
