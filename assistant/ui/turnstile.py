"""A fair lock."""

from __future__ import annotations

import threading
from types import TracebackType


class Turnstile:
    """A lock that serves waiting threads in order of arrival, so that a long run starves nobody."""

    def __init__(self) -> None:
        self._gate = threading.Condition()
        self._next = 0
        self._serving = 0

    def __enter__(self) -> None:
        with self._gate:
            ticket = self._next
            self._next += 1
            self._gate.wait_for(lambda: self._serving == ticket)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        with self._gate:
            self._serving += 1
            self._gate.notify_all()
