"""Running `jingmai` as a user does: a process of its own, the network blocked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def jingmai(
    *args: str | Path, input: str | None = None, timeout: float = 240, cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run one command with the network blocked and return what it printed."""
    return subprocess.run(
        [sys.executable, "-m", "tests.offline", *map(str, args)],
        input=input,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=timeout,
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )


def one_plain_line(result: subprocess.CompletedProcess[str]) -> bool:
    """Whether an error was told as one line and a hint, without a traceback."""
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    told = [line for line in lines if line.startswith("jingmai: ")]
    hints = [line for line in lines if line.startswith("  hint: ") and line.split()[1:]]
    return len(told) == len(hints) == 1 and "Traceback" not in result.stderr
