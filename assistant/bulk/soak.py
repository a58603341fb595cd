"""Does a night's work survive? `python -m assistant.bulk.soak`

Runs the same claims straight and with `kill -9` at random moments, each time followed by
`--resume`, and compares the outputs byte by byte; again with a second process writing to the
index meanwhile; again on a disk that fills up, where `--small-disk` names a folder on one that
holds the output, about 7 kB a claim, and little more (for 2,000 claims
`mount -t tmpfs -o size=32m tmpfs DIR`). Needs no network and changes no store but its
own.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

_SEED = 20250207
_STARTING = 0.25
"""The share of kills that come while a run starts, before it has added a row."""

_log = logging.getLogger("jingmai.soak")


@dataclass(frozen=True, slots=True)
class Trial:
    """What a torture came to. `lost` and `doubled` count rows by id.

    `identical` is None where equal bytes cannot be expected: rows judged after a kill, on
    documents that were not there before.
    """

    name: str
    interruptions: int
    rows: int
    lost: int
    doubled: int
    identical: bool | None

    @property
    def passed(self) -> bool:
        """Whether every row came out once, with the bytes of a straight run."""
        return self.identical is not False and not self.lost and not self.doubled


class Soak:
    """Claims, a store and the output of a straight run, in `folder`.

    `config` is a file of settings for all runs, None for the usual ones.
    """

    def __init__(
        self,
        folder: Path,
        *,
        claims: int,
        workers: int = 1,
        seed: int = _SEED,
        config: Path | None = None,
    ) -> None:
        self.folder, self.workers = folder, workers
        self.config = ["--config", str(config)] if config else []
        self.random = random.Random(seed)
        self.input = folder / "claims.jsonl"
        self.store = folder / "store"
        self.straight = folder / "straight.jsonl"
        self.rows = claims
        write_claims(self.input, claims, random.Random(seed))
        began = time.monotonic()
        self.run(self.straight)
        self.seconds = time.monotonic() - began

    def command(self, output: Path, *extra: str) -> list[str]:
        """The command line of one run."""
        parts = [sys.executable, "-m", "assistant", "bulk", str(self.input), "-o", str(output)]
        parts += ["--store", str(self.store), "--workers", str(self.workers)]
        return [*parts, *self.config, *extra]

    def run(self, output: Path, *extra: str) -> subprocess.CompletedProcess[str]:
        """One run to its end."""
        return subprocess.run(self.command(output, *extra), capture_output=True, text=True)

    def killed(self, kills: int, *, name: str = "kill -9", force: bool = False) -> Trial:
        """Kill a run `kills` times, then let it finish: some times while it starts, else once it
        has come to a random row and a random moment more. No run is left to finish before.
        """
        output = self.folder / "killed.jsonl"
        output.unlink(missing_ok=True)
        resume = "--resume=force" if force else "--resume"
        rows = sorted(self.random.sample(range(1, self.rows - self.rows // 10), kills))
        for number, row in enumerate(rows):
            process = subprocess.Popen(
                self.command(output, resume), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            if self.random.random() < _STARTING:
                time.sleep(self.random.uniform(0, 2))
            else:
                self._wait_for_rows(process, output, row)
                time.sleep(self.random.uniform(0, 0.2))
            if process.poll() is not None:
                raise SystemExit(f"run {number + 1} ended by itself: {self.run(output, resume)}")
            process.send_signal(signal.SIGKILL)
            process.wait()
            _log.info("%s %d: %d rows on disk", name, number + 1, _rows_in(output))
        ended = self.run(output, resume)
        _log.info("%s: %s%s", name, ended.stdout.strip(), ended.stderr.strip())
        return self.compared(name, kills, output, bytes_too=not force)

    def written_meanwhile(self) -> Trial:
        """A run that goes on while another process adds documents: it must not see them."""
        output = self.folder / "meanwhile.jsonl"
        process = subprocess.Popen(
            self.command(output), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        self._wait_for_rows(process, output, 1)
        with self.another_writer():
            process.wait()
        return self.compared("index written meanwhile", 0, output)

    def full_disk(self, small: Path) -> Trial:
        """Run on a disk too small, making room bit by bit."""
        output, ballast = small / "out.jsonl", small / "ballast"
        free = shutil.disk_usage(small).free
        needed = self.straight.stat().st_size
        if free < needed + (1 << 20):
            raise SystemExit(f"{small} has {free:,} bytes free, the output needs {needed:,}")
        interruptions = 0
        for room in (0, needed // 3, needed * 2 // 3):
            with ballast.open("wb") as file:
                file.truncate(0)
                file.write(bytes(max(free - room - (64 << 10), 0)))
            ended = self.run(output, "--resume")
            interruptions += ended.returncode == 1 and "disk is full" in ended.stderr
            _log.info("full disk: exit code %d: %s", ended.returncode, ended.stderr.strip())
            ballast.unlink()
            free = shutil.disk_usage(small).free
        self.run(output, "--resume")
        return self.compared("full disk", interruptions, output)

    def compared(
        self, name: str, interruptions: int, output: Path, *, bytes_too: bool = True
    ) -> Trial:
        """What came out, against the straight run."""
        ids = [json.loads(line)["id"] for line in output.open("rb")]
        missing = self.rows - len(set(ids))
        same = output.read_bytes() == self.straight.read_bytes() if bytes_too else None
        return Trial(name, interruptions, len(ids), missing, len(ids) - len(set(ids)), same)

    @contextmanager
    def another_writer(self) -> Iterator[None]:
        """Meanwhile another process adds documents to the store."""
        code = (
            "import os, sys, time\nfrom pathlib import Path\n"
            "from assistant.build import open_library\n"
            "from assistant.settings import load_settings\n"
            "from index.types import Document\n"
            "config = Path(sys.argv[3]) if sys.argv[3:] else None\n"
            "library, n = open_library(load_settings(config, store=Path(sys.argv[1]))), 0\n"
            "parent = os.getppid()\n"
            "while os.getppid() == parent:\n"  # whoever started this may be killed
            "    n += 1\n"
            "    library.add([Document(f'noise-{n}', '', f'Zebra {n} grazes quietly.', 'en')])\n"
            "    time.sleep(0.5)\n"
        )
        process = subprocess.Popen([sys.executable, "-c", code, str(self.store), *self.config])
        try:
            yield
        finally:
            process.kill()
            process.wait()

    def _wait_for_rows(self, process: subprocess.Popen[bytes], output: Path, rows: int) -> None:
        """Until the output has `rows` rows or the run has ended."""
        while process.poll() is None and _rows_in(output) < rows:
            time.sleep(0.05)


def _rows_in(output: Path) -> int:
    return output.read_bytes().count(b"\n") if output.exists() else 0


def write_claims(path: Path, count: int, rng: random.Random) -> None:
    """`count` claims made from the seeds by changing their digits; every fifth is verbatim."""
    lines = (resources.files("seeds") / "claims.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["claim"] for line in lines]
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = rng.choice(texts)
            if number % 5:
                text = re.sub(r"\d", lambda _: str(rng.randrange(10)), text)
            file.write(json.dumps({"id": number, "claim": text}, ensure_ascii=False) + "\n")


def main(argv: list[str] | None = None) -> int:
    """Run the trials; 0 when all of them passed."""
    parser = argparse.ArgumentParser(prog="python -m assistant.bulk.soak", description=__doc__)
    parser.add_argument("--claims", type=int, default=2_000)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--small-disk", type=Path, metavar="DIR")
    args = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(message)s", stream=sys.stdout)
    with tempfile.TemporaryDirectory(prefix="jingmai-soak-") as folder:
        soak = Soak(Path(folder), claims=args.claims, workers=args.workers)
        _log.info("straight run: %d rows in %.0f s", soak.rows, soak.seconds)
        trials = [soak.killed(args.kills)]
        if args.small_disk:
            trials.append(soak.full_disk(args.small_disk))
        trials.append(soak.written_meanwhile())
        with soak.another_writer():
            name = "kill -9 while the index is written"
            trials.append(soak.killed(args.kills, name=name, force=True))
    for trial in trials:
        _log.info("%s %s", "passed" if trial.passed else "FAILED", trial)
    return 0 if all(trial.passed for trial in trials) else 1


if __name__ == "__main__":
    raise SystemExit(main())
