"""Judging on a Ray cluster (extra `scale`). The one file that imports ray.

Every worker is an actor with a checker of its own over the shared store. Blocks are sent out,
answers come back in any order and are given on in input order. A block whose worker is lost goes
to another; since only answers that have arrived are given on, none can come out twice.
"""

from __future__ import annotations

import os
import socket
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from assistant.bulk.judging import (
    Block,
    Fingerprints,
    Here,
    Opener,
    Told,
    fingerprints_of,
    judge_rows,
    unjudged,
)
from assistant.bulk.rows import Row
from assistant.errors import MachineError, SettingsError, StoreError, UserError

_TRIES = 3
_AHEAD = 4
"""Blocks a worker may be ahead of the one that is waited for."""

_KNOCK_SECONDS = 5.0
_STARTS = 3
_START_SECONDS = 300.0


class Cluster(Here):
    """Judges on a Ray cluster at `address`; "local" starts one on this machine.

    `workers` actors judge at once (None: one a CPU of the cluster). `opener` opens the checker of
    this process and `joiner` (None: the same) those of the workers. Raises `SettingsError` when
    ray is not installed or there is no cluster, `StoreError` when a worker sees another index
    than this process does.
    """

    def __init__(
        self,
        opener: Opener,
        address: str,
        workers: int | None = None,
        *,
        joiner: Opener | None = None,
    ) -> None:
        self._ray = _connected(address, workers)
        super().__init__(opener())
        self._opener = joiner or opener
        cpus = int(self._ray.cluster_resources().get("CPU", 1))
        self._count = max(1, workers or cpus)
        self._actor = self._ray.remote(num_cpus=1)(_Judging)
        self.workers: list[Worker] = []

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers, in order, as they come back."""
        if not self.workers:
            self.workers = self._started(self._count)
        work = _Work(iter(blocks), idle=deque(self.workers))
        while self._send(work):
            self._receive(work)
            while work.given in work.answers:
                block, told = work.answers.pop(work.given)
                work.given += 1
                yield block, iter(told)

    def close(self) -> None:
        """End the workers and leave the cluster."""
        for worker in self.workers:
            self._ray.kill(worker.actor)
        super().close()
        self._ray.shutdown()

    def _send(self, work: _Work) -> bool:
        """Give every idle worker a block; whether there is still anything to wait for."""
        limit = work.given + _AHEAD * self._count
        while work.idle and (block := work.next_block(limit)):
            if not block.tasks:
                work.answers[block.number] = (block, [])
                continue
            worker = work.idle.popleft()
            work.sent[worker.actor.work.remote(block.tasks)] = (block, worker)
        return bool(work.sent or work.answers)

    def _receive(self, work: _Work) -> None:
        if work.given in work.answers:
            return
        ready, _ = self._ray.wait(list(work.sent), num_returns=1)
        for reference in ready:
            block, worker = work.sent.pop(reference)
            try:
                told = self._ray.get(reference)
            except self._ray.exceptions.RayError as error:
                if isinstance(cause := getattr(error, "cause", None), UserError):
                    raise cause from error
                worker = self._replaced(worker)
                told = work.lost(block, str(error).splitlines()[0])
            if told is not None:
                work.answers[block.number] = (block, told)
            work.idle.append(worker)

    def _replaced(self, worker: Worker) -> Worker:
        self._ray.kill(worker.actor)
        (fresh,) = self._started(1)
        self.workers = [fresh if w is worker else w for w in self.workers]
        return fresh

    def _started(self, count: int) -> list[Worker]:
        """`count` workers that are ready and see what this process sees."""
        actors = [self._actor.remote(self._opener) for _ in range(count)]
        return [self._ready(actor) for actor in actors]

    def _ready(self, actor: Any) -> Worker:
        """Wait for an actor; one that does not start gets two successors."""
        for start in range(_STARTS):
            try:
                process, seen = self._ray.get(actor.hello.remote(), timeout=_START_SECONDS)
            except self._ray.exceptions.RayError as error:
                if isinstance(cause := getattr(error, "cause", None), UserError):
                    raise cause from error
                if start == _STARTS - 1:
                    why = str(error).strip().splitlines()[-1]
                    raise MachineError(
                        f"a worker of the cluster cannot start: {why}",
                        hint="install the same version on every machine; see: ray status",
                    ) from error
                actor = self._actor.remote(self._opener)
            else:
                break
        _check_same(self.fingerprints(), seen)
        return Worker(actor, process)


@dataclass(frozen=True, slots=True, eq=False)
class Worker:
    """An actor, and the id of its process on its machine."""

    actor: Any
    process: int


@dataclass(slots=True)
class _Work:
    """Where every block is: not yet read, waiting again, sent, or answered."""

    blocks: Iterator[Block]
    idle: deque[Worker]
    sent: dict[Any, tuple[Block, Worker]] = field(default_factory=dict)
    answers: dict[int, tuple[Block, list[Told]]] = field(default_factory=dict)
    again: deque[Block] = field(default_factory=deque)
    tries: dict[int, int] = field(default_factory=dict)
    read: int = -1
    given: int = 0

    def next_block(self, limit: int) -> Block | None:
        """A block to send: a lost one first, then the next, but none from `limit` on."""
        if self.again:
            return self.again.popleft()
        if self.read + 1 >= limit and self.read >= 0:
            return None
        block = next(self.blocks, None)
        if block is not None:
            if self.read < 0:
                self.given = block.number  # a resumed run begins later
            self.read = block.number
        return block

    def lost(self, block: Block, why: str) -> list[Told] | None:
        """None to have `block` done again; after three losses its rows are unjudged."""
        self.tries[block.number] = self.tries.get(block.number, 0) + 1
        if self.tries[block.number] < _TRIES:
            self.again.append(block)
            return None
        problem = f"the worker was lost {_TRIES} times while judging these rows: {why}"
        return [unjudged(row, problem) for row in block.tasks]


class _Judging:
    """What runs on the cluster."""

    def __init__(self, opener: Opener) -> None:
        self._mistake: UserError | None = None
        try:
            self._checker = opener()
        except UserError as error:  # raised here it would come back as a dead actor, without hint
            self._mistake = error

    def hello(self) -> tuple[int, Fingerprints]:
        if self._mistake is not None:
            raise self._mistake
        return os.getpid(), fingerprints_of(self._checker)

    def work(self, rows: Sequence[Row]) -> list[Told]:
        return list(judge_rows(self._checker, rows))


def _connected(address: str, workers: int | None) -> Any:
    """The ray module, connected. It must not report usage to anybody, so that is set first."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray
    except ImportError as error:
        raise SettingsError("ray is not installed", hint="pip install 'jingmai[scale]'") from error
    _knock(address)
    local = {"num_cpus": workers or os.cpu_count(), "include_dashboard": False}
    try:
        ray.init(
            address=address,  # "local" too: without one ray looks for a cluster, perhaps a dead one
            **(local if address == "local" else {}),
            log_to_driver=False,
            logging_level="ERROR",
        )
    except (OSError, ValueError, RuntimeError, AssertionError, ray.exceptions.RayError) as error:
        raise _no_cluster(address, str(error)) from error
    return ray


def _knock(address: str) -> None:
    """Raise `SettingsError` unless something listens at `address`: ray itself waits for minutes."""
    where = (_noted() or "") if address == "auto" else address
    host, colon, port = where.removeprefix("ray://").rpartition(":")
    if not colon or not port.isdecimal():
        return  # "local" and what is no address: ray answers at once
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=_KNOCK_SECONDS).close()
    except (OSError, OverflowError) as error:
        raise _no_cluster(address, getattr(error, "strerror", None) or str(error)) from error


def _noted() -> str | None:
    """The cluster that "auto" means: it is noted on the disk, and perhaps long dead."""
    from ray._private.utils import read_ray_address

    noted: str | None = os.environ.get("RAY_ADDRESS") or read_ray_address()
    return noted


def _no_cluster(address: str, why: str) -> SettingsError:
    detail = (why.strip() or "no answer").splitlines()[0]
    return SettingsError(
        f"there is no Ray cluster at {address}: {detail}",
        hint='start one with "ray start --head", or use --ray local; where a cluster asks for a '
        "token, set RAY_AUTH_MODE=token and RAY_AUTH_TOKEN as it has them",
    )


def _check_same(own: Fingerprints, seen: Fingerprints) -> None:
    if own == seen:
        return
    what = "index" if own.index != seen.index else "settings or models"
    raise StoreError(
        f"a worker of the cluster has another {what} than this machine",
        hint="share one store (--chroma URL) and install the same version everywhere",
    )
