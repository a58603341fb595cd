"""The command `jingmai quantities`."""

import json
from pathlib import Path

import pytest

from assistant.cli import main


def test_text_prints_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "ปี 2568 ลงทุน 1 แสนล้านบาท"]) == 0
    head, year, money = capsys.readouterr().out.splitlines()
    assert head.split() == ["text", "low", "high", "unit", "kind", "comparator"]
    assert "2025" in year
    assert money.split()[-5:] == ["100000000000", "100000000000", "THB", "money", "exact"]


def test_json_has_spans(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "about $5", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["text"], row["start"], row["end"], row["qual"]) == ("about $5", 0, 8, "approx")


def test_files_in_and_out(tmp_path: Path) -> None:
    rows, out = tmp_path / "rows.jsonl", tmp_path / "out.jsonl"
    rows.write_text('{"id": "a", "text": "5 ล้านบาท"}\n\n', "utf-8")
    assert main(["quantities", "--parse", str(rows), "--json", str(out)]) == 0
    row = json.loads(out.read_text("utf-8"))
    assert row["id"] == "a"
    assert row["quantities"][0]["low"] == "5000000"
    rows.write_text('{"id": 1, "claim": "5 บาท", "evidence": "50 baht"}\n', "utf-8")
    assert main(["quantities", "--pairs", str(rows), "--json", str(out)]) == 0
    assert json.loads(out.read_text("utf-8"))["relation"] == "refutes"


@pytest.mark.parametrize("line", ["not json", "[1]", '{"id": 1}', '{"id": 1, "text": 5}'])
def test_bad_rows_are_told_in_one_line(
    line: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text(line, "utf-8")
    assert main(["quantities", "--parse", str(path)]) == 1
    told = capsys.readouterr().err.splitlines()
    assert "line 1" in told[0]
    assert told[1].strip().startswith("hint:")


def test_missing_files_and_bad_dates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["quantities", "--parse", "/nowhere/rows.jsonl"]) == 1
    assert main(["quantities", "today", "--as-of", "soon"]) == 1
    assert "Traceback" not in capsys.readouterr().err
