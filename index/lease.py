"""One writer at a time on a Chroma server: a lease that is renewed while its holder lives.

Leases are numbered notes on the server. Chroma ignores an `add` under an id that is there, so of
two that ask for the next number one gets it. A lease that was not renewed in time, or was given
back, is free: whoever wants it asks for the number after it.
"""

from __future__ import annotations

import json
import threading
import time
import uuid
from types import TracebackType

from index.errors import StoreBusy
from index.store import Store

SECONDS = 60.0
"""How long a lease lasts unrenewed; the clocks of two machines may differ by less than that."""

_RENEWALS = 4
_PAUSE = 0.2
_PREFIX = "lease-"


class Lease:
    """The right to write to the store on a server; use as a context manager.

    Raises `StoreBusy` when another holds it for `wait` seconds, `StoreError` when the server
    does not answer.
    """

    def __init__(self, store: Store, *, wait: float, seconds: float = SECONDS) -> None:
        self._store, self._wait, self._seconds = store, wait, seconds
        self._owner = uuid.uuid4().hex
        self._key = ""
        self._end = threading.Event()
        self._renewer: threading.Thread | None = None

    def __enter__(self) -> Lease:
        until = time.monotonic() + self._wait
        while not self._taken():
            if time.monotonic() >= until:
                raise StoreBusy(
                    "another machine is writing to the store on the Chroma server",
                    hint="wait until it has finished and try again",
                )
            time.sleep(_PAUSE)
        self._renewer = threading.Thread(target=self._renew, daemon=True)
        self._renewer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end.set()
        if self._renewer is not None:
            self._renewer.join()
        self._store.put_note(self._key, self._told(0.0))

    def _taken(self) -> bool:
        """Ask for the lease after the newest one, if that is free."""
        numbers = sorted(
            int(key.removeprefix(_PREFIX))
            for key in self._store.note_keys()
            if key.startswith(_PREFIX)
        )
        newest = numbers[-1] if numbers else 0
        if numbers and not self._free(f"{_PREFIX}{newest}"):
            return False
        key = f"{_PREFIX}{newest + 1}"
        self._store.add_note(key, self._told(time.time() + self._seconds))
        if self._owner_of(key) != self._owner:
            return False
        self._key = key
        self._store.drop_notes([f"{_PREFIX}{number}" for number in numbers])
        return True

    def _free(self, key: str) -> bool:
        note = self._store.note(key)
        return note is None or float(json.loads(note)["until"]) < time.time()

    def _owner_of(self, key: str) -> str | None:
        note = self._store.note(key)
        return None if note is None else str(json.loads(note)["owner"])

    def _renew(self) -> None:
        while not self._end.wait(self._seconds / _RENEWALS):
            self._store.put_note(self._key, self._told(time.time() + self._seconds))

    def _told(self, until: float) -> str:
        return json.dumps({"owner": self._owner, "until": until})
