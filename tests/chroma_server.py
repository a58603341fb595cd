"""A real Chroma server on a free port of this machine, for as long as a test needs it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest


@contextmanager
def chroma_server(folder: Path) -> Iterator[str]:
    """The address ("127.0.0.1:PORT") of a server that keeps its data in `folder`; the test is
    skipped where the `chroma` command is not installed."""
    command = Path(sys.executable).with_name("chroma")
    if not command.exists():
        pytest.skip("no chroma command")
    for _ in range(3):  # another process may take the port before the server does
        port = _free_port()
        process = subprocess.Popen(
            [command, "run", "--host", "127.0.0.1", "--port", str(port), "--path", folder],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "ANONYMIZED_TELEMETRY": "False"},
        )
        try:
            if _answers(port, process):
                yield f"127.0.0.1:{port}"
                return
        finally:
            process.kill()
            process.wait()
    pytest.fail("the Chroma server did not start")


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _answers(port: int, process: subprocess.Popen[bytes]) -> bool:
    """Whether the server answers within a minute; asked over HTTP, as a bare connection to a free
    port may meet itself."""
    until = time.monotonic() + 60
    while time.monotonic() < until and process.poll() is None:
        try:
            with urlopen(f"http://127.0.0.1:{port}/api/v2/heartbeat", timeout=5):
                return True
        except OSError:
            time.sleep(0.1)
    return False
