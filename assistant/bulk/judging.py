"""Rows to verdict objects: block by block, in this process or in several.

A block is a fixed run of rows, so that the same rows are always embedded and searched together:
an interrupted run, a resumed one and any number of workers give the same bytes.
"""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from multiprocessing import get_context, parent_process
from threading import Thread
from typing import Any, Protocol

from assistant.answer import verdict_json
from assistant.bulk.rows import Row
from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.types import Claim, Extraction, Label, Verdict
from index.text import language_of
from index.types import Document

BLOCK = 64
"""Rows in a block."""

_TRIES = 3

Told = dict[str, Any]
"""A verdict as `jingmai check --json` writes it."""

Opener = Callable[[], Checker]
"""Opens a checker; it is called again in every worker, so it must be picklable."""

_Answer = tuple[str, list[Told]]
"""The fingerprint of the index that a worker saw, and its answers."""


@dataclass(frozen=True, slots=True)
class Block:
    """`number` counts blocks from 0; `rows` are all of its rows, `tasks` those to be judged."""

    number: int
    rows: tuple[Row, ...]
    tasks: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What, besides the input, decides the answers: the documents, and everything else."""

    index: str
    settings: str


class Judges(Protocol):
    """Whoever judges blocks. The run writes; judges only answer."""

    def fingerprints(self) -> Fingerprints:
        """As they are now."""
        ...

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with one answer for every task, in order; failures are answers too."""
        ...

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        ...

    def close(self) -> None:
        """Let go of stores and workers."""
        ...


class Here:
    """Judges in this process, with a checker that is open already."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def fingerprints(self) -> Fingerprints:
        """Of the checker."""
        return fingerprints_of(self.checker)

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers, which are found as they are asked for."""
        for block in blocks:
            yield block, judge_rows(self.checker, block.tasks)

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        return self.checker.extract(document)

    def close(self) -> None:
        """Close the checker."""
        self.checker.close()


class Processes(Here):
    """Judges in `workers` processes of this machine, each with a checker of its own from `opener`.

    A worker that dies has its rows judged again; rows that kill their worker three times come
    out unjudged.
    """

    def __init__(self, opener: Opener, workers: int) -> None:
        super().__init__(opener())
        self._opener, self._workers = opener, workers
        self._pool: ProcessPoolExecutor | None = None
        self._indexes: set[str] = set()

    def fingerprints(self) -> Fingerprints:
        """Those of this process; every index that some worker saw instead is named too."""
        own = super().fingerprints()
        return replace(own, index="+".join([own.index, *sorted(self._indexes - {own.index})]))

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers; at most two blocks a worker are on their way."""
        waiting: deque[tuple[Block, Future[_Answer]]] = deque()
        try:
            for block in blocks:
                waiting.append((block, self._send(block)))
                if len(waiting) > 2 * self._workers:
                    yield self._first(waiting)
            while waiting:
                yield self._first(waiting)
        finally:
            for _, future in waiting:
                future.cancel()

    def close(self) -> None:
        """Close the checker and end the workers."""
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)
        super().close()

    def _first(self, waiting: deque[tuple[Block, Future[_Answer]]]) -> tuple[Block, Iterator[Told]]:
        block, future = waiting.popleft()
        for _ in range(_TRIES - 1):
            try:
                return block, iter(self._told(future))
            except BrokenProcessPool:
                self._pool = None
                future = self._send(block)  # alone, so that a deadly block shows itself
        try:
            told = self._told(future)
        except BrokenProcessPool:
            self._pool = None
            problem = f"the worker process died {_TRIES} times while judging these rows"
            told = [unjudged(row, problem) for row in block.tasks]
        rest = [(b, f if _alive(f) else self._send(b)) for b, f in waiting]
        waiting.clear()
        waiting.extend(rest)
        return block, iter(told)

    def _told(self, future: Future[_Answer]) -> list[Told]:
        index, told = future.result()
        self._indexes.add(index)
        return told

    def _send(self, block: Block) -> Future[_Answer]:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=get_context("spawn"),
                initializer=_start_worker,
                initargs=(self._opener,),
            )
        try:
            return self._pool.submit(_work, block.tasks)
        except BrokenProcessPool:
            self._pool = None
            return self._send(block)


def fingerprints_of(checker: Checker) -> Fingerprints:
    """What decides the answers of `checker`."""
    settings = f"{checker.settings_fingerprint}-{checker.judge.fingerprint}"
    return Fingerprints(checker.library.fingerprint, settings)


def judge_rows(checker: Checker, rows: Sequence[Row]) -> Iterator[Told]:
    """One verdict object a row, in order. Whatever goes wrong with a row stays in that row."""
    done = 0
    try:
        claims = [_claim(row) for row in rows]
        for verdict in checker.judge_claims(claims, batch=BLOCK):
            yield verdict_json(verdict)
            done += 1
        return
    except GeneratorExit:
        raise
    except Exception as error:
        if len(rows) - done == 1:
            yield unjudged(rows[done], f"internal error: {type(error).__name__}: {error}")
            return
    for row in rows[done:]:
        yield from judge_rows(checker, [row])


def unjudged(row: Row, problem: str) -> Told:
    """The verdict object of a row that the machine failed on."""
    claim = Claim("", row.text, row.language or language_of(row.text), speaker=row.speaker)
    return verdict_json(Verdict(claim, Label.UNJUDGED, None, (), "", "", problem=problem))


def faulty(row: Row) -> Told:
    """The verdict object of a row that cannot be judged: every field there, `label` null."""
    language = language_of(row.text) if row.text.strip() else None
    told = unjudged(row, row.fault.told(language) if row.fault else "")
    return told | {
        "claim": row.text or None,
        "language": language,
        "label": None,
        "method": None,
        "self_contained": row.text or None,
    }


def _claim(row: Row) -> Claim:
    if row.claim:
        return row.claim
    claim = claim_of(row.text, as_of=row.as_of, language=row.language)
    return replace(claim, speaker=row.speaker) if row.speaker else claim


def _alive(future: Future[_Answer]) -> bool:
    return not (future.done() and isinstance(future.exception(), BrokenProcessPool))


_WORKERS_OWN: list[Checker] = []


def _start_worker(opener: Opener) -> None:
    """Open the checker of a worker process; Ctrl-C is for the process that started it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()
    _WORKERS_OWN.append(opener())


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(rows: Sequence[Row]) -> _Answer:
    checker = _WORKERS_OWN[0]
    return checker.library.fingerprint, list(judge_rows(checker, rows))
