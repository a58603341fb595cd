"""What all desks share behind the pages: one checker, taken in turns, and how it is doing.

Nothing here belongs to a user; whatever does lives in that user's session. `Backstage.owned`
says whose a file is that was handed out.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from time import monotonic
from typing import TYPE_CHECKING

from assistant.errors import JingmaiError, StoreBusy, StoreMismatch
from assistant.settings import Settings
from assistant.types import Report
from assistant.ui.owned import Owned
from assistant.ui.turnstile import Turnstile
from assistant.ui.worker import Worker
from index.manifest import rebuild_command

if TYPE_CHECKING:
    from assistant.bulk.judging import Opener
    from assistant.checker import Checker
    from index.ingest.read import Fetch, Ingested

log = logging.getLogger(__name__)

RETRY = 10.0
"""Seconds before a store that could not be opened is tried again."""


class Health(StrEnum):
    """How the library is doing."""

    STARTING = "starting"
    READY = "ready"
    EMPTY = "empty"
    BUSY = "busy"
    MISMATCH = "mismatch"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Status:
    """The library at a glance; `problem` is "" unless `health` is `PROBLEM`.

    `command` mends a library that was made by another model. `fingerprint` changes with what is
    in it.
    """

    health: Health
    documents: int = 0
    passages: int = 0
    problem: str = ""
    command: str = ""
    fingerprint: str = ""


class Backstage:
    """Builds the checker once, in the background, and lends it to one desk at a time.

    `build` makes the checker. `remembers` says whether verdicts are kept for "checked before":
    not where several people share the page, for one must not see another's work. `opener` makes
    another checker in the process that bulk runs are judged in (it must be picklable); without
    it they share this one, in turns. `warm` is run on the fresh checker, in the background, so
    that the first visitor need not wait for what is loaded late. `today` is the calendar,
    `fetch` gets pages from the web (None: as `index.ingest` does).
    """

    def __init__(
        self,
        build: Callable[[], Checker],
        settings: Settings,
        *,
        remembers: bool = True,
        opener: Opener | None = None,
        warm: Callable[[Checker], None] | None = None,
        today: Callable[[], date] = date.today,
        fetch: Fetch | None = None,
    ) -> None:
        self.settings = settings
        self.remembers = remembers
        self.worker = Worker(opener) if opener else None
        self.today = today
        self._fetch = fetch
        self.owned = Owned()
        self._build = build
        self._warm = warm
        self._checker: Checker | None = None
        self._error: JingmaiError | None = None
        self._done = threading.Event()
        self._turn = Turnstile()
        self._writing = 0
        self._scratch = TemporaryDirectory(prefix="jingmai-", ignore_cleanup_errors=True)
        self._tried = 0.0
        self._before = Status(Health.STARTING)
        self._seen = Status(Health.STARTING)

    def start(self) -> None:
        """Begin building; returns at once."""
        threading.Thread(target=self._make, name="build", daemon=True).start()

    @property
    def ready(self) -> bool:
        """Whether the checker stands and can be used without waiting for it."""
        return self._done.is_set() and self._error is None

    def wait(self) -> None:
        """Until the checker stands. Raises what building it raised."""
        self._done.wait()
        if self._error:
            raise self._error

    @contextmanager
    def checker(self) -> Iterator[Checker]:
        """The checker, for as long as the block runs and for nobody else meanwhile."""
        self.wait()
        assert self._checker is not None
        with self._turn:
            yield self._checker

    @contextmanager
    def writing(self) -> Iterator[Checker]:
        """Like `checker`, while the library is being changed: the pages say so."""
        self._writing += 1
        try:
            with self.checker() as checker:
                yield checker
        finally:
            self._writing -= 1

    def read(self, source: str) -> Ingested:
        """The documents in a file or at a web address. Raises `InputError` when there are none."""
        from index.ingest import read_documents  # brings in the readers of every file type

        return read_documents(source, fetch=self._fetch) if self._fetch else read_documents(source)

    @property
    def seen(self) -> Status:
        """What `status` found last; unlike it, this never waits for anybody's turn."""
        return self._seen

    def status(self) -> Status:
        """How the library is doing now; notices what another process has written."""
        self._seen = self._look()
        return self._seen

    def _look(self) -> Status:
        if not self._done.is_set():
            return self._before
        if self._error or self._checker is None:
            status = self._before = self._wrong(self._error)
            self._try_again()
            return status
        if self._writing:
            stats = self._checker.library.stats()
            told = self._checker.library.fingerprint
            return Status(Health.BUSY, stats.documents, stats.passages, fingerprint=told)
        try:
            with self.checker() as checker:
                library = checker.library
                library.refresh()
                stats, told, busy = library.stats(), library.fingerprint, library.being_written()
        except JingmaiError as error:
            return self._wrong(error)
        health = Health.READY if stats.passages else Health.EMPTY
        health = Health.BUSY if busy else health
        return Status(health, stats.documents, stats.passages, fingerprint=told)

    def _wrong(self, error: JingmaiError | None) -> Status:
        health = _health(error)
        command = rebuild_command(self.folder) if health is Health.MISMATCH else ""
        return Status(health, problem=str(error or ""), command=command)

    def remember(self, checker: Checker, report: Report) -> None:
        """Keep the verdicts of `report`, where verdicts are kept; a full disk stops no answer."""
        if not self.remembers:
            return
        try:
            checker.remember(report, self.today())
        except JingmaiError as error:
            log.warning("verdicts are not kept: %s", error)

    @property
    def folder(self) -> Path:
        """The store's folder."""
        return self.settings.folder

    def scratch(self) -> Path:
        """A new empty folder for files that are handed out; gone when the program ends."""
        return Path(mkdtemp(dir=self._scratch.name))

    def close(self) -> None:
        """Let go of the store and of everything handed out."""
        if self.worker is not None:
            self.worker.close()
        self._scratch.cleanup()
        if self._checker is not None:
            self._checker.close()

    def _try_again(self) -> None:
        """A store that could not be opened may have been mended meanwhile, from the terminal."""
        if monotonic() - self._tried > RETRY:
            self._done.clear()
            self._error = None
            self.start()

    def _make(self) -> None:
        self._tried = monotonic()
        try:
            self._checker = self._build()
        except JingmaiError as error:
            self._error = error
        except Exception as error:
            log.exception("the checker could not be built")
            self._error = JingmaiError(f"the program failed to start ({type(error).__name__})")
        finally:
            self._done.set()
        if self._warm and self.ready:
            with self.checker() as checker:
                self._warm(checker)


def _health(error: JingmaiError | None) -> Health:
    if isinstance(error, StoreMismatch):
        return Health.MISMATCH
    return Health.BUSY if isinstance(error, StoreBusy) else Health.PROBLEM
