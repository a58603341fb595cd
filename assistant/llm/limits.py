"""How many calls may be under way at once, and how often one may begin: one limit for all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore
from time import monotonic_ns, sleep

from assistant.llm.totals import Count, Totals, totals

_SECOND = 1_000_000_000


class Limits:
    """Shared by every caller of a run, whatever its model, task or sample. Thread-safe.

    `concurrency` calls at most are under way in this process, `rate` at most begin in a second
    (0: no limit) in all processes that have the counters `shared`.
    """

    def __init__(self, *, concurrency: int, rate: float, shared: Totals | None = None) -> None:
        self._slots = BoundedSemaphore(concurrency)
        self._gap = round(_SECOND / rate) if rate > 0 else 0
        self._totals = shared or totals()

    @contextmanager
    def slot(self) -> Iterator[None]:
        """Wait until one call more may be under way, and count it until the block ends."""
        with self._slots:
            yield

    def pace(self) -> None:
        """Wait until the next call may begin."""
        if not self._gap:
            return
        with self._totals.held() as n:
            start = max(monotonic_ns(), n[Count.NEXT_START])
            n[Count.NEXT_START] = start + self._gap
        sleep(max(0, start - monotonic_ns()) / _SECOND)
