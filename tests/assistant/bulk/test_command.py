"""`jingmai bulk` as people run it."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from assistant.bulk.soak import write_claims
from assistant.cli import main
from tests.commands import ROOT, jingmai, one_plain_line

ROWS = 100


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """Options for a small, fast store of this test's own."""
    folder = tmp_path_factory.mktemp("store")
    config = folder / "settings.toml"
    config.write_text('encoder = "fast"\nreranker = "none"\n', "utf-8")
    return ["--store", str(folder / "store"), "--config", str(config)]


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    write_claims(path, ROWS, random.Random(7))
    return path


def test_input_is_read_from_standard_input_and_broken_rows_give_3(
    store: list[str], tmp_path: Path
) -> None:
    output = tmp_path / "out.jsonl"
    text = "ลำดับ,ข้อความ\n1,เศรษฐกิจไทยปี 2567 ขยายตัว 2.5%\n2,\n"
    result = jingmai("bulk", "-", "-o", output, *store, input=text)
    good, bad = (json.loads(line) for line in output.open(encoding="utf-8"))
    assert result.returncode == 3 and "1 could not be read" in result.stdout
    assert (good["id"], good["language"], good["problem"]) == ("1", "th", None)
    assert (bad["id"], bad["label"]) == ("2", None)
    assert set(good) == set(bad)


@pytest.mark.parametrize(
    "extra",
    [
        ["nowhere.csv", "-o", "out.jsonl"],
        ["claims.jsonl", "-o", "out.pdf"],
        ["claims.jsonl", "-o", "nowhere/out.jsonl"],
        ["claims.jsonl", "-o", "claims.jsonl"],
        ["claims.jsonl", "-o", "out.jsonl", "--workers", "0"],
        ["claims.jsonl", "-o", "out.jsonl", "--claim-column", "nope"],
    ],
)
def test_mistakes_are_told_in_one_line(
    extra: list[str],
    store: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("claims.jsonl").write_text('{"id": 1, "claim": "x"}\n', "utf-8")
    assert main(["bulk", *extra, *store]) == 1
    captured = capsys.readouterr()
    error = subprocess.CompletedProcess([], 1, captured.out, captured.err)
    assert one_plain_line(error)
    assert [p.name for p in tmp_path.iterdir()] == ["claims.jsonl"]


def wait_for_rows(process: subprocess.Popen[str], output: Path, rows: int) -> None:
    until = time.monotonic() + 200
    while process.poll() is None and time.monotonic() < until:
        if output.exists() and output.read_bytes().count(b"\n") >= rows:
            return
        time.sleep(0.02)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_ctrl_c_and_kill_lose_and_double_nothing(
    store: list[str], claims: Path, tmp_path: Path
) -> None:
    straight, output = tmp_path / "straight.jsonl", tmp_path / "out.jsonl"
    assert jingmai("bulk", claims, "-o", straight, *store).returncode == 0
    command = [sys.executable, "-m", "assistant", "bulk", str(claims), "-o", str(output), *store]
    for number, rows in ((signal.SIGINT, 1), (signal.SIGKILL, 40), (signal.SIGKILL, 70)):
        process = subprocess.Popen(
            [*command, "--resume"],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        wait_for_rows(process, output, rows)
        process.send_signal(number)
        told, hints = process.communicate(timeout=200)
        if number is signal.SIGINT:
            assert process.returncode == 130 and "Traceback" not in hints
            done = output.read_bytes().count(b"\n")
            assert f"stopped: {done} of {ROWS} rows" in told and "--resume" in hints
    result = jingmai("bulk", claims, "-o", output, "--resume", "--workers", "2", *store)
    assert result.returncode == 0
    assert output.read_bytes() == straight.read_bytes()
    names = ["out.jsonl", "straight.jsonl"]
    beside = [name + ".state.json" for name in names]
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*names, *beside])
