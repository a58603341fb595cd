"""Judging in several processes of one machine."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.process import BaseProcess
from threading import Thread

from assistant.bulk.judging import (
    Block,
    Here,
    Opener,
    Told,
    judge_rows,
    unjudged,
)
from assistant.bulk.rows import Row
from assistant.checker import Checker

FEW = 4
"""Blocks up to which a run of its own accord stays in one process."""

MOST = 4
"""Processes that are started unasked, at most: each holds the store in memory."""

_TRIES = 3
_END_SECONDS = 5.0

_Answer = tuple[str, list[Told]]
"""The fingerprint of the index that a worker saw, and its answers."""


class Processes(Here):
    """Judges in `workers` processes of this machine, each with a checker of its own from `opener`.

    A worker that dies has its rows judged again; rows that kill their worker three times come
    out unjudged. All rows are judged on the documents that were there when the run began: where
    a worker started later, on others, its answers are not used.
    """

    def __init__(self, opener: Opener, workers: int) -> None:
        super().__init__(opener())
        self._opener, self._workers = opener, workers
        self._pool: ProcessPoolExecutor | None = None
        self._children: list[BaseProcess] = []

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

    @property
    def started(self) -> int:
        """How many worker processes were started so far."""
        return len(self._children)

    def close(self) -> None:
        """Close the checker and end the workers at once: they only read."""
        if self._pool:
            self._pool.shutdown(wait=False, cancel_futures=True)
        for child in self._children:
            child.terminate()
            child.join(_END_SECONDS)
        super().close()

    def _pool_of(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(
                self._workers,
                mp_context=get_context("spawn"),
                initializer=_start_worker,
                initargs=(self._opener,),
            )
        return self._pool

    def _first(self, waiting: deque[tuple[Block, Future[_Answer]]]) -> tuple[Block, Iterator[Told]]:
        block, future = waiting.popleft()
        for _ in range(_TRIES - 1):
            try:
                return block, iter(self._told(block, future))
            except BrokenProcessPool:
                self._pool = None
                future = self._send(block)  # alone, so that a deadly block shows itself
        try:
            told = self._told(block, future)
        except BrokenProcessPool:
            self._pool = None
            problem = f"the worker process died {_TRIES} times while judging these rows"
            told = [unjudged(row, problem) for row in block.tasks]
        rest = [(b, f if _alive(f) else self._send(b)) for b, f in waiting]
        waiting.clear()
        waiting.extend(rest)
        return block, iter(told)

    def _told(self, block: Block, future: Future[_Answer]) -> list[Told]:
        """A worker's answers; where it saw another index than this process, our own."""
        index, told = future.result()
        if index == self.fingerprints().index:
            return told
        return list(judge_rows(self.checker, block.tasks))

    def _send(self, block: Block) -> Future[_Answer]:
        try:
            return self._submit(block.tasks)
        except BrokenProcessPool:
            self._pool = None
            return self._send(block)

    def _submit(self, rows: Sequence[Row]) -> Future[_Answer]:
        pool, before = self._pool_of(), active_children()
        with _deaf_to_ctrl_c():
            future = pool.submit(_work, rows)
        self._children += [child for child in active_children() if child not in before]
        return future


class AsManyAsPay(Processes):
    """Judges in one process where there is little to do, else in one a CPU, `MOST` at most.

    This process judges until the others are ready, so that their start costs no time.
    """

    def __init__(self, opener: Opener) -> None:
        super().__init__(opener, min(cpus(), MOST))

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers."""
        rest = iter(blocks)
        first = list(islice(rest, FEW + 1))
        if self._workers == 1 or len(first) <= FEW:
            yield from Here.judge(self, first)
            return
        started = [self._submit(()) for _ in range(self._workers)]
        todo = chain(first, rest)
        while not all(future.done() for future in started) and (block := next(todo, None)):
            yield block, judge_rows(self.checker, block.tasks)
        yield from super().judge(todo)


def cpus() -> int:
    """CPUs that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


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
