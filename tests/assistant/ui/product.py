"""The real program, served from a new store with headless Chromium in front of it."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.assistant.ui.conftest import Browser, chrome, free_port


@dataclass(frozen=True)
class Product:
    """A browser at the program's page; `seconds` passed until it told its address."""

    browser: Browser
    folder: Path
    seconds: float


@contextmanager
def product() -> Iterator[Product]:
    """Start the program and a browser; both are ended and the store removed afterwards."""
    with tempfile.TemporaryDirectory() as name:
        folder, port, began = Path(name), free_port(), time.monotonic()
        server = subprocess.Popen(
            [sys.executable, "-m", "assistant", "chat", "--store", str(folder / "store"),
             "--port", str(port)],
            stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        try:
            assert server.stdout is not None
            server.stdout.readline()
            seconds = time.monotonic() - began
            with chrome(folder / "profile") as driver:
                yield Product(Browser(driver, f"http://127.0.0.1:{port}"), folder, seconds)
        finally:
            server.terminate()
            server.wait(30)
