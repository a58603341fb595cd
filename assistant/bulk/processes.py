"""Judging in several processes of one machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from assistant.bulk.judging import (
    Block,
    Fingerprints,
    Here,
    Opener,
    Told,
    judge_rows,
    unjudged,
)
from assistant.bulk.rows import Row
from assistant.checker import Checker

_TRIES = 3
_END_SECONDS = 5.0

_Answer = tuple[str, list[Told]]
"""The fingerprint of the index that a worker saw, and its answers."""


class Processes(Here):
    """Judges in `workers` processes of this machine, each with a checker of its own from `opener`.

    A worker that dies has its rows judged again; rows that kill their worker three times come
    out unjudged.
    """

    def __init__(self, opener: Opener, workers: int) -> None:
        super().__init__(opener())
        self._opener, self._workers = opener, workers
        self._pool: ProcessPoolExecutor | None = None
        self._children: list[BaseProcess] = []
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
        """Close the checker and end the workers at once: they only read."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.terminate()
            child.join(_END_SECONDS)
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
            before = active_children()
            with _deaf_to_ctrl_c():
                future = self._pool.submit(_work, block.tasks)
            self._children += [child for child in active_children() if child not in before]
            return future
        except BrokenProcessPool:
            self._pool = None
            return self._send(block)


def _alive(future: Future[_Answer]) -> bool:
    return not (future.done() and isinstance(future.exception(), BrokenProcessPool))


_WORKERS_OWN: list[Checker] = []


@contextmanager
def _deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started inside never hear Ctrl-C: ending them is for the one that started them."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _start_worker(opener: Opener) -> None:
    """Open the checker of a worker process."""
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
