"""A little of `python -m assistant.bulk.soak`: real kills, a real writer, a really full disk."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bulk.soak import Soak

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]

CLAIMS, KILLS = 150, 2
DISK = "8m"


@pytest.fixture(scope="module")
def soak(tmp_path_factory: pytest.TempPathFactory) -> Soak:
    """A straight run over a small, fast store of this test's own."""
    folder = tmp_path_factory.mktemp("soak")
    config = folder / "settings.toml"
    config.write_text('encoder = "fast"\nreranker = "none"\n', "utf-8")
    return Soak(folder, claims=CLAIMS, config=config)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of a few megabytes; skips where none can be mounted."""
    folder = tmp_path / "small"
    folder.mkdir()
    if shutil.which("mount") is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        pytest.skip("mounting a small file system needs root and the command mount")
    command = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(folder)]
    mounted = subprocess.run(command, capture_output=True, text=True, check=False)
    if mounted.returncode:
        pytest.skip(f"no small file system can be mounted here: {mounted.stderr.strip()}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=False)


def test_kills_at_random_moments_lose_and_double_nothing(soak: Soak) -> None:
    trial = soak.killed(KILLS)
    assert trial.passed and trial.identical and trial.rows == CLAIMS, trial


def test_a_disk_that_is_really_full_loses_and_doubles_nothing(soak: Soak, small_disk: Path) -> None:
    trial = soak.full_disk(small_disk)
    assert trial.passed and trial.identical and trial.rows == CLAIMS, trial
    assert trial.interruptions, "the disk was never full"


# From here on the store is another one than in the straight run.


def test_a_run_does_not_see_what_is_indexed_meanwhile(soak: Soak) -> None:
    trial = soak.written_meanwhile()
    assert trial.passed and trial.identical and trial.rows == CLAIMS, trial


def test_kills_while_the_index_is_written_lose_and_double_nothing(soak: Soak) -> None:
    with soak.another_writer():
        trial = soak.killed(1, name="kill -9 while the index is written", force=True)
    assert trial.passed and trial.rows == CLAIMS, trial
