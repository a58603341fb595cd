"""Every broken or hostile file answers as its table says."""

import json
from pathlib import Path

import pytest

from assistant.bulk.sources import open_source
from assistant.errors import UserError
from tests.assistant.bulk.fakes import FakeJudges, run

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


HOSTILE = {
    "deep.json": (b"[" * 300_000 + b"]" * 300_000, "user_error", 0),
    "deep.jsonl": (b'{"claim":"a","x":' + b'{"x":' * 9_999 + b"1" + b"}" * 10_000 + b"\n", None, 0),
    "nul.csv": (b"id,claim\n1,a\x00b\n2,\x00\n3,fine\n", "partial", 2),
    "mixed.csv": (
        "id,claim\n1,เศรษฐกิจ\n".encode() + "2,เศรษฐกิจ\n".encode("cp874") + b"3,plain\n",
        "partial",
        2,
    ),
    "wide.csv": (b",".join(b"c%d" % n for n in range(300_000)) + b"\nx\n", "user_error", 0),
    "surrogates.jsonl": (
        b'{"id":"\\ud800","claim":"x \\udfff"}\n{"claim":"fine","speaker":"\\ud800"}\n',
        "partial",
        1,
    ),
    "nulls.json": (
        b'[{"claim":null,"claim_date":null,"label":null},'
        b'{"claim":"x rose","claim_date":null,"speaker":null,"label":null}]',
        "partial",
        1,
    ),
    "no-mark.jsonl": ('{"claim":"เศรษฐกิจ"}\n{"claim":"x rose"}\n'.encode("utf-16-le"), "ok", 2),
    "quotes.csv": (b'id,claim\n1,"' + b'""' * 1_000_000 + b"\n", "user_error", 0),
    "zip.jsonl": (b"\x1f\x8b\x08\x00 not text", "user_error", 0),
    "numbers.json": (b'[{"claim":"a","id":NaN},{"claim":"b","id":-Infinity}]', None, 1),
}
"""Name: content, the answer wanted (None: anything told), and how many rows at least are judged."""


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_content_is_answered(name: str, tmp_path: Path) -> None:
    content, wanted, good = HOSTILE[name]
    source, output = tmp_path / name, tmp_path / "out" / "out.jsonl"
    source.write_bytes(content)
    output.parent.mkdir()
    try:
        outcome = run(source, output)
    except UserError as error:
        answer, rows = "user_error", []
        assert error.hint and "\n" not in error.message and len(error.message) < 500
    else:
        answer = "partial" if outcome.partly else "ok"
        rows = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    assert wanted in (None, answer)
    assert sum(row["label"] is not None for row in rows) >= good


def test_a_folder_that_leads_back_to_itself_is_read_once(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    (folder / "sub").mkdir(parents=True)
    (folder / "a.txt").write_text("Sales rose. Exports fell", "utf-8")
    (folder / "sub" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere")
    with open_source(folder, extract=FakeJudges().extract) as source:
        texts = [row.text for row in source if not row.fault]
    assert texts == ["Sales rose", "Exports fell"]
