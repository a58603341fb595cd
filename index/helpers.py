"""Preparing batches in processes of their own, where there is much to do and more than one core.

A helper is started as `python -m index.helper`, so that it imports nothing of the program that
uses the library. One that dies is not missed: its batches are prepared here.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from itertools import chain, islice
from pathlib import Path
from types import TracebackType

import index
from index.batch import Batch, from_bytes, prepare
from index.embedding.base import Encoder
from index.embedding.models import SHIPPED
from index.types import Document

# A helper takes about a second and 150 MB to start: not worth it for fewer batches than these.
_FEWEST_BATCHES = 4
_MOST_HELPERS = 8
# How many batches may be ready while earlier ones are written.
_AHEAD = 3


def prepared(batches: Iterable[Sequence[Document]], encoder: Encoder) -> Iterator[Batch]:
    """`prepare` for every batch, in order; no more of them are read ahead than are worked on."""
    waiting = iter(batches)
    first = list(islice(waiting, _FEWEST_BATCHES))
    count = min(cores(), _MOST_HELPERS)
    if len(first) < _FEWEST_BATCHES or count < 2 or encoder.name not in SHIPPED:
        for batch in chain(first, waiting):
            yield prepare(batch, encoder)
        return
    with ThreadPoolExecutor(count) as threads, _Helpers(encoder, count) as helpers:
        under_way: deque[Future[Batch]] = deque()
        for batch in chain(first, waiting):
            under_way.append(threads.submit(helpers.prepare, batch))
            if len(under_way) > count + _AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class _Helpers:
    """`count` processes with the model of `encoder`. Thread-safe; a context manager."""

    def __init__(self, encoder: Encoder, count: int) -> None:
        self._encoder = encoder
        self._processes = [_start(encoder.name) for _ in range(count)]
        self._idle: queue.SimpleQueue[subprocess.Popen[bytes] | None] = queue.SimpleQueue()
        for process in self._processes:
            self._idle.put(process)
        self._closed = False

    def __enter__(self) -> _Helpers:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._closed = True
        for process in self._processes:
            process.kill()
        for process in self._processes:
            with suppress(OSError):
                process.communicate()

    def prepare(self, documents: Sequence[Document]) -> Batch:
        """The batch of `documents`, by the next free helper."""
        process = self._idle.get()
        try:
            reply = b"" if process is None else self._ask(process, documents)
            if not reply:
                process = None
        finally:
            self._idle.put(process)
        if reply:
            return from_bytes(documents, reply)
        if self._closed:
            raise RuntimeError("the helpers were ended")
        return prepare(documents, self._encoder)

    def _ask(self, process: subprocess.Popen[bytes], documents: Sequence[Document]) -> bytes:
        """What the helper answers; nothing when it is gone or reads another model."""
        request = {
            "fingerprint": self._encoder.fingerprint,
            "documents": [[d.id, d.title, d.text, d.language] for d in documents],
        }
        told, heard = process.stdin, process.stdout
        assert told is not None
        assert heard is not None
        try:
            told.write(json.dumps(request, ensure_ascii=False).encode() + b"\n")
            told.flush()
            size = int.from_bytes(heard.read(8), "big")
            reply = heard.read(size)
        except (OSError, ValueError):
            return b""
        return reply if len(reply) == size else b""


def _start(encoder_name: str) -> subprocess.Popen[bytes]:
    home = str(Path(index.__file__).parent.parent)
    paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
    return subprocess.Popen(
        [sys.executable, "-m", "index.helper", encoder_name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
    )
