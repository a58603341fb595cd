"""Whose is what on a page with logins: the files that are fetched, the sessions that are asked."""

from __future__ import annotations

import threading
from collections import OrderedDict

KEPT = 50_000
"""Files and sessions remembered; of more, the oldest are forgotten and then nobody's."""


class Owned:
    """Things by name with the logins they belong to. Thread-safe."""

    def __init__(self, *, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._owners: OrderedDict[str, set[str]] = OrderedDict()

    def give(self, name: str, login: str) -> None:
        """Let `login` have it too: equal files that two people made lie in one place."""
        with self._lock:
            self._owners.setdefault(name, set()).add(login)
            self._owners.move_to_end(name)
            while len(self._owners) > self._kept:
                self._owners.popitem(last=False)

    def has(self, login: str, name: str) -> bool:
        """Whether it belongs to `login`. What was given to nobody belongs to nobody."""
        with self._lock:
            return login in self._owners.get(name, ())

    def take(self, name: str, login: str) -> bool:
        """Give it to `login` if it is nobody's yet; whether it is `login`'s now."""
        with self._lock:
            free = name not in self._owners
        if free:
            self.give(name, login)
        return self.has(login, name)
