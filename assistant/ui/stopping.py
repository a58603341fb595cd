"""Work that its reader can stop at any time; what was found until then is kept.

A page has one writer: the function that streams to it. It is told to end rather than cancelled,
so that nothing it wrote late can cover what was written after it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import SimpleQueue
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 10.0
"""Seconds that `Stops.end` waits for a run to write its last words."""

_OVER = object()


class Run:
    """One run of a visitor's. `stopped` says that it was told to end."""

    def __init__(self) -> None:
        self.stopped = False
        self.done = threading.Event()
        self._made: SimpleQueue[object] = SimpleQueue()

    def stop(self) -> None:
        """Tell the run to end. It hears this while it waits for its next item, too."""
        self.stopped = True
        self._made.put(_OVER)

    def until_stopped(self, items: Iterator[T]) -> Iterator[T]:
        """`items` until they end or `stop` is called; raises what they raise.

        They are made in a thread of their own, one when the last has been taken. One that is in
        the making when the run is stopped is finished there and dropped.
        """
        wanted, over = threading.Semaphore(0), threading.Event()
        error: list[BaseException] = []

        def make() -> None:
            try:
                for item in items:
                    self._made.put((item,))
                    wanted.acquire()
                    if over.is_set():
                        break
            except BaseException as problem:
                error.append(problem)
            finally:
                self._made.put(_OVER)
                if close := getattr(items, "close", None):
                    close()

        threading.Thread(target=make, name="work", daemon=True).start()
        try:
            while isinstance(found := self._made.get(), tuple) and not self.stopped:
                yield found[0]
                wanted.release()
            if error and not self.stopped:
                raise error[0]
        finally:
            over.set()
            wanted.release()


class Stops:
    """The runs that are going on, by visitor."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._runs: dict[str, list[Run]] = {}

    @contextmanager
    def going(self, visitor: str) -> Iterator[Run]:
        """A run for as long as the block takes. The visitor's earlier ones are ended first."""
        self.end(visitor)
        run = Run()
        with self._lock:
            self._runs.setdefault(visitor, []).append(run)
        try:
            yield run
        finally:
            with self._lock:
                self._runs[visitor].remove(run)
                if not self._runs[visitor]:
                    del self._runs[visitor]
            run.done.set()

    def end(self, visitor: str) -> None:
        """Stop what is going on for `visitor` and wait until it has had its last words."""
        with self._lock:
            runs = [*self._runs.get(visitor, ())]
        for run in runs:
            run.stop()
        for run in runs:
            run.done.wait(PATIENCE)
