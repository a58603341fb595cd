"""One writer at a time, across processes: a lock file held open for a whole write session."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from pathlib import Path

from index.errors import StoreBusy
from index.manifest import cannot_write

FILE = "writer.lock"
_PAUSE = 0.05


class WriterLock:
    """An exclusive lock on the file `name` in a folder.

    The operating system frees it when its holder dies.
    """

    def __init__(self, folder: Path, name: str = FILE) -> None:
        self._path = folder / name
        self._descriptor: int | None = None

    def acquire(self, *, wait: float) -> None:
        """Take the lock, waiting at most `wait` seconds.

        Raises `StoreBusy` when another holds it that long, `StoreError` when the folder
        cannot be written.
        """
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        except OSError as error:
            raise cannot_write(self._path.parent, error) from error
        until = time.monotonic() + wait
        while not _try_lock(descriptor):
            if time.monotonic() >= until:
                os.close(descriptor)
                raise StoreBusy(
                    f"another process is writing to the store in {self._path.parent}",
                    hint="wait until it has finished and try again",
                )
            time.sleep(_PAUSE)
        self._descriptor = descriptor

    def release(self) -> None:
        """Give the lock back."""
        if self._descriptor is not None:
            with suppress(OSError):
                os.close(self._descriptor)
            self._descriptor = None


def held(folder: Path) -> bool:
    """Whether somebody holds the lock of `folder` now."""
    try:
        descriptor = os.open(folder / FILE, os.O_RDWR | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        return not _try_lock(descriptor)
    finally:
        os.close(descriptor)


def _try_lock(descriptor: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return _try_lock_windows(descriptor)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _try_lock_windows(descriptor: int) -> bool:
    import msvcrt

    try:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
