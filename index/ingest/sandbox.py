"""The sandbox's outside: parsing in a process that can be killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO

import index
from index.errors import InputError
from index.ingest.extract import Extract
from index.ingest.limits import SECONDS
from index.ingest.worker import ONLY_ITS_TEXT


class Sandbox:
    """A parser process, started when first needed and again after each failure.

    A context manager; one process serves all files of one import.
    """

    def __init__(self, *, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Sandbox:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._end()

    def read(self, kind: str, path: Path, *, charset: str = "", address: str = "") -> Extract:
        """Parse the file at `path` as "html", "pdf", "docx" or "xlsx".

        Raises `InputError` when it cannot be used, takes too long or breaks the parser.
        """
        request = {"kind": kind, "path": str(path), "charset": charset, "address": address}
        reply = self._ask(json.dumps(request))
        if "error" in reply:
            raise InputError(reply["error"], hint=reply["hint"])
        return Extract.from_json(reply)

    def _ask(self, request: str) -> dict[str, str]:
        process = self._start()
        late = threading.Event()

        def stop() -> None:
            late.set()
            process.kill()

        timer = threading.Timer(self._seconds, stop)
        timer.start()
        try:
            line = _exchange(process, request)
        finally:
            timer.cancel()
        if line.endswith("\n"):
            return dict(json.loads(line))
        self._end()
        if late.is_set():
            raise InputError(
                f"reading it takes longer than {self._seconds:.0f} seconds", hint=ONLY_ITS_TEXT
            )
        raise InputError("it breaks the reader, or takes too much memory", hint=ONLY_ITS_TEXT)

    def _start(self) -> subprocess.Popen[str]:
        if self._process is None or self._process.poll() is not None:
            home = str(Path(index.__file__).parent.parent)
            paths = [home, *filter(None, [os.environ.get("PYTHONPATH")])]
            self._process = subprocess.Popen(
                [sys.executable, "-m", "index.ingest.worker"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                encoding="utf-8",
                env={
                    **os.environ,
                    "PYTHONPATH": os.pathsep.join(paths),
                    "PYTHONIOENCODING": "utf-8",
                    "OPENBLAS_NUM_THREADS": "1",
                    "MALLOC_ARENA_MAX": "1",
                },
            )
        return self._process

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
        process.wait()


def _exchange(process: subprocess.Popen[str], request: str) -> str:
    """Send a line, receive a line; "" when the process is gone."""
    told, heard = process.stdin, process.stdout
    assert told is not None
    assert heard is not None
    try:
        _send(told, request)
        return heard.readline()
    except (BrokenPipeError, OSError, ValueError):
        return ""


def _send(stream: IO[str], request: str) -> None:
    stream.write(request + "\n")
    stream.flush()
