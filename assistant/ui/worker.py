"""Bulk rows judged in a second process, so that a long run never holds up the page."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import count
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from assistant.bulk.judging import (
    Block,
    Fingerprints,
    Opener,
    Told,
    fingerprints_of,
    judge_rows,
    unjudged,
)
from assistant.bulk.rows import Row
from assistant.types import Extraction
from assistant.ui.turnstile import Turnstile
from index.types import Document

_NICENESS = 10
_END_SECONDS = 5.0


class WorkerDied(Exception):
    """The second process ended, without being asked to, before it answered."""


class Worker:
    """A second process with a checker of its own from `opener`, asked for one row at a time.

    Runs take turns: each of them asks for its next row and waits for that alone. The process
    starts with the first question, and again after it died.
    """

    def __init__(self, opener: Opener) -> None:
        self._opener = opener
        self._turn = Turnstile()
        self._numbers = count()
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def start(self) -> None:
        """Start the process; returns at once."""
        with self._lock:
            self._connected()

    def fingerprints(self) -> Fingerprints:
        """Of the second process's checker. Raises what opening it raised."""
        found: Fingerprints = self._ask("fingerprints")
        return found

    def answers(self, rows: Sequence[Row]) -> Iterator[Told]:
        """One verdict object a row, in order.

        When the process dies the rest is judged again, row by row; a row that kills it once
        more comes out unjudged.
        """
        done = 0
        try:
            for told in self._block(rows):
                yield told
                done += 1
            return
        except WorkerDied:
            pass
        for row in rows[done:]:
            try:
                told = next(self._block([row]))
            except WorkerDied:
                told = unjudged(row, "the process that judged this row died")
            yield told

    def close(self) -> None:
        """End the process at once: it only reads."""
        with self._lock:
            if self._process is not None:
                self._process.terminate()
                self._process.join(_END_SECONDS)
            self._forget()

    def _block(self, rows: Sequence[Row]) -> Iterator[Told]:
        number = next(self._numbers)
        self._ask("open", number, tuple(rows))
        try:
            for _ in rows:
                yield self._ask("next", number)
        finally:
            with suppress(WorkerDied):
                self._ask("close", number)

    def _ask(self, *question: Any) -> Any:
        with self._turn:
            try:
                with self._lock:
                    line = self._connected()
                line.send(question)
                fine, answer = line.recv()
            except (EOFError, OSError) as error:
                with self._lock:
                    self._forget()
                raise WorkerDied("the worker process died") from error
        if not fine:
            raise answer
        return answer

    def _connected(self) -> Connection:
        if self._line is None:
            context = get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(
                target=_serve, args=(theirs, self._opener), name="bulk", daemon=True
            )
            self._process.start()
            theirs.close()
        return self._line

    def _forget(self) -> None:
        if self._line is not None:
            self._line.close()
        self._line = self._process = None


class Apart:
    """Judges whose work a `Worker` does; `extract` finds the claims of an article."""

    def __init__(self, worker: Worker, extract: Callable[[Document], Extraction]) -> None:
        self._worker, self._extract = worker, extract

    def fingerprints(self) -> Fingerprints:
        """Of the worker's checker."""
        return self._worker.fingerprints()

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers, which are found as they are asked for."""
        for block in blocks:
            yield block, self._worker.answers(block.tasks)

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        return self._extract(document)

    def close(self) -> None:
        """The worker is shared and stays."""


def _serve(line: Connection, opener: Opener) -> None:
    """The second process: answer questions until the first one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that started this
    threading.Thread(target=_end_with_parent, daemon=True).start()
    os.nice(_NICENESS)
    opened: dict[int, Iterator[Told]] = {}
    checker = None
    while True:
        try:
            what, *rest = line.recv()
        except (EOFError, OSError):
            return
        try:
            checker = checker or opener()
            line.send((True, _answer(checker, opened, what, rest)))
        except Exception as error:
            line.send((False, error))


def _answer(checker: Any, opened: dict[int, Iterator[Told]], what: str, rest: list[Any]) -> Any:
    if what == "fingerprints":
        return fingerprints_of(checker)
    if what == "open":
        number, rows = rest
        opened[number] = judge_rows(checker, rows)
        return None
    if what == "next":
        return next(opened[rest[0]])
    opened.pop(rest[0], None)
    return None


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
