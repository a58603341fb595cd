"""Remembered claims that wait to be written to the vector store: a log beside it.

Opening the vector store for one claim costs more than checking it. So new claims are appended to
a log, flushed to the disk, and the next session that writes to the store takes them in. Until
then they are read from the log: a claim counts as remembered as soon as it stands in either.
"""

from __future__ import annotations

import base64
import binascii
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.lock import WriterLock
from index.manifest import cannot_write

FILE, LOCK = "claims.jsonl", "claims.lock"
MOST = 200
"""How many claims may wait; the next one opens the store and takes them in."""

_PATIENCE = 10.0


@dataclass(frozen=True, slots=True)
class Remembered:
    """A remembered claim with its vector, of length 1; `made_by` is the encoder's fingerprint."""

    id: str
    text: str
    metadata: dict[str, Any]
    vector: NDArray[np.float32]
    made_by: str


class ClaimLog:
    """The log in `folder`. Appended lines last; a line that was cut off by a crash is no claim."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / FILE

    @contextmanager
    def held(self) -> Iterator[None]:
        """Nobody else appends or takes in meanwhile. Raises `StoreBusy`, `StoreError`."""
        lock = WriterLock(self._folder, LOCK)
        lock.acquire(wait=_PATIENCE)
        try:
            yield
        finally:
            lock.release()

    def stamp(self) -> tuple[int, ...]:
        """Changes whenever the log does; () when nothing waits."""
        try:
            status = self._path.stat()
        except OSError:
            return ()
        return (status.st_ino, status.st_mtime_ns, status.st_size)

    def rows(self) -> tuple[Remembered, ...]:
        """The claims that wait, each id once with what was written last, in order of writing."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except OSError:
            return ()
        found: dict[str, Remembered] = {}
        for line in lines:
            if row := _row(line):
                found.pop(row.id, None)
                found[row.id] = row
        return tuple(found.values())

    def append(self, rows: Sequence[Remembered]) -> None:
        """Write `rows` and return when they are on the disk; use inside `held`."""
        self._write(rows, "r+b" if self._path.exists() else "wb")

    def leave(self, rows: Sequence[Remembered]) -> None:
        """Let only `rows` go on waiting; use inside `held`."""
        if not rows:
            self._path.unlink(missing_ok=True)
            return
        other = ClaimLog(self._folder)
        other._path = self._path.with_suffix(".new")
        other._write(rows, "wb")
        other._path.replace(self._path)

    def _write(self, rows: Sequence[Remembered], mode: str) -> None:
        data = b"".join(_line(row) for row in rows)
        try:
            with self._path.open(mode) as file:
                if file.seek(0, os.SEEK_END):
                    file.seek(-1, os.SEEK_END)
                    torn = file.read(1) != b"\n"
                    file.seek(0, os.SEEK_END)
                    data = b"\n" * torn + data
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise cannot_write(self._folder, error) from error


def _line(row: Remembered) -> bytes:
    vector = base64.b64encode(np.ascontiguousarray(row.vector, dtype="<f4").tobytes())
    told = {
        "id": row.id,
        "text": row.text,
        "metadata": row.metadata,
        "made_by": row.made_by,
        "vector": vector.decode("ascii"),
    }
    return json.dumps(told).encode("ascii") + b"\n"


def _row(line: bytes) -> Remembered | None:
    """The claim of a line, None for one that is not whole."""
    try:
        told = json.loads(line)
        vector = np.frombuffer(base64.b64decode(told["vector"], validate=True), dtype="<f4")
        return Remembered(
            str(told["id"]), str(told["text"]), dict(told["metadata"]), vector, told["made_by"]
        )
    except (ValueError, KeyError, TypeError, binascii.Error):
        return None
