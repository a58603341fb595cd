"""The bulk jobs of all visitors: a page that is loaded again finds its own, and no other."""

from __future__ import annotations

import shutil
import threading
from dataclasses import dataclass
from pathlib import Path
from secrets import token_urlsafe

from assistant.ui.backstage import Backstage
from assistant.ui.jobs import Job, JobState

KEPT = 200
"""Jobs kept; of more, the oldest that are not going are dropped."""

_GOING = (JobState.RUNNING, JobState.PAUSED)


@dataclass(frozen=True, slots=True)
class _Entry:
    job: Job
    owner: str


class JobBook:
    """Jobs under keys that cannot be guessed. Each browser keeps the key of its own job.

    Where people log in, a key alone is not enough: `owner` must be the one who opened the job.
    """

    def __init__(self, *, kept: int = KEPT) -> None:
        self._kept = kept
        self._lock = threading.Lock()
        self._jobs: dict[str, _Entry] = {}

    def open(self, path: Path, stage: Backstage, *, language: str, owner: str = "") -> str:
        """The key of a new job over the file at `path`. Raises `InputError`."""
        job, key = Job(path, stage, language=language), token_urlsafe(24)
        with self._lock:
            self._jobs[key] = _Entry(job, owner)
            spare = [k for k, e in self._jobs.items() if e.job.state not in _GOING and k != key]
            for old in spare[: max(0, len(self._jobs) - self._kept)]:
                shutil.rmtree(self._jobs.pop(old).job.folder, ignore_errors=True)
        return key

    def find(self, key: str | None, owner: str = "") -> Job | None:
        """The job under `key`; None when there is none or it is somebody else's."""
        with self._lock:
            entry = self._jobs.get(key or "")
        return entry.job if entry and entry.owner == owner else None

    def drop(self, key: str | None, owner: str = "") -> None:
        """End the job under `key` and forget it, if it is `owner`'s."""
        job = self.find(key, owner)
        if job is not None:
            job.cancel()
            with self._lock:
                self._jobs.pop(key or "", None)
