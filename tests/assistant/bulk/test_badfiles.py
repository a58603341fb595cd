"""Every broken or hostile file answers as its table says."""

import json
from pathlib import Path

import pytest

from assistant.errors import UserError
from tests.assistant.bulk.fakes import run

FOLDER = Path(__file__).parents[2] / "badfiles"
TABLE = [json.loads(line) for line in (FOLDER / "table.jsonl").open(encoding="utf-8")]
BULK = [entry for entry in TABLE if entry["command"] == "bulk"]


@pytest.mark.parametrize("entry", BULK, ids=lambda entry: entry["file"])
def test_answer_is_one_of_the_allowed(entry: dict, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    try:
        outcome = run(FOLDER / entry["file"], output)
    except UserError as error:
        answer, rows = "user_error", []
        assert error.message and error.hint and "\n" not in error.message
        assert list(tmp_path.iterdir()) == [], "nothing is left behind"
    else:
        answer = "partial" if outcome.partly else "ok"
        rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert answer in (entry["expect"], *entry.get("also_ok", []))
    assert all((row["label"] is None) == bool(row["problem"]) for row in rows)
    good = sum(row["label"] is not None for row in rows)
    if answer == entry["expect"] and entry["rows_ok"] is not None:
        assert good == entry["rows_ok"]
    assert not any("\ufffd" in (row["claim"] or "") for row in rows if row["label"])
