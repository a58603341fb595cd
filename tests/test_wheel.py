"""A built wheel is complete: unpacked elsewhere and started from another folder, it works."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.commands import ROOT

WANTED = (
    "assistant/py.typed",
    "assistant/ui/style.css",
    "index/py.typed",
    "prompts/judge.th.yaml",
    "prompts/digests.json",
    "seeds/references.jsonl",
    "seeds/claims.jsonl",
    "seeds/amazon-ai-capex.th.txt",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    # A copy, so that the build leaves nothing in the working tree: tracked files only.
    source.mkdir()
    for name in _tracked():
        target = source / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes((ROOT / name).read_bytes())
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-q"]
    subprocess.run([*command, "-w", str(folder), str(source)], check=True, capture_output=True)
    return next(folder.glob("jingmai-*.whl"))


def _tracked() -> list[str]:
    told = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = [n for n in told.stdout.decode().split("\0") if n and (ROOT / n).is_file()]
    return [n for n in names if not n.startswith(("tests/", "."))]


def test_it_holds_everything(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    assert set(WANTED) <= held
    data = {n for n in _tracked() if n.startswith(("assistant/", "index/", "prompts/", "seeds/"))}
    assert sorted(data - held) == []
    assert not any(n.startswith("tests/") for n in held)


def test_it_works_from_another_folder(wheel: Path, tmp_path: Path) -> None:
    site, elsewhere = tmp_path / "site", tmp_path / "elsewhere"
    zipfile.ZipFile(wheel).extractall(site)
    elsewhere.mkdir()
    command = [sys.executable, "-m", "assistant", "check", "ChatGPT เปิดตัวในปี 2565", "--json"]
    result = subprocess.run(
        [*command, "--store", "store"],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["verdicts"][0]["evidence"]
    where = "import assistant, index, prompts, seeds; print(assistant.__file__)"
    told = subprocess.run(
        [sys.executable, "-c", where],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.startswith(str(site))
