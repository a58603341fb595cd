"""The audit log: appended, chained, checked; and the labelled data that comes out of it."""

import hashlib
import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.errors import InputError, StoreError
from assistant.review import Action, AuditLog, Decision, labelled_claims, qrels
from assistant.types import VERDICT_LABELS

OVERRIDE = Decision(
    who="นที", action=Action.OVERRIDE, claim_id="k1", claim="ปลาบินได้", language="th",
    reason="ไม่มีปีก", label="refuted", machine_label="supported",
)  # fmt: skip
ADD = replace(OVERRIDE, action=Action.ADD_EVIDENCE, label="", document_id="d1", stance="refutes")
STRIKE = replace(ADD, action=Action.STRIKE_EVIDENCE, document_id="d2", stance="")


def log_at(path: Path) -> AuditLog:
    return AuditLog(path / "review.jsonl", clock=lambda: datetime(2026, 1, 2, tzinfo=UTC))


def test_entries_come_back_as_written(tmp_path: Path) -> None:
    log = log_at(tmp_path)
    for decision in (OVERRIDE, ADD, STRIKE):
        log.append(decision)
    assert [e.decision for e in log.entries()] == [OVERRIDE, ADD, STRIKE]
    assert [e.number for e in log.entries()] == [1, 2, 3]
    assert {e.at for e in log.entries()} == {"2026-01-02T00:00:00+00:00"}
    assert log.verify() is None


@settings(deadline=None, max_examples=60)
@given(reason=st.text(min_size=1).filter(str.strip))
def test_any_text_survives(tmp_path_factory: pytest.TempPathFactory, reason: str) -> None:
    log = log_at(tmp_path_factory.mktemp("log"))
    log.append(replace(OVERRIDE, reason=reason))
    assert log.entries()[0].decision.reason == reason


@pytest.mark.parametrize(
    ("damage", "told"),
    [
        (lambda rows: [rows[0].replace("refuted", "supported"), *rows[1:]], "entry 1"),
        (lambda rows: rows[1:], "entry 1"),
        (lambda rows: [rows[0], *rows[2:]], "entry 2"),
        (lambda rows: [rows[1], rows[0], rows[2]], "entry 1"),
        (lambda rows: [*rows, "not json"], "not a log entry"),
        (lambda rows: [*rows, "{}"], "not a log entry"),
    ],
    ids=["edited", "first cut", "middle cut", "swapped", "garbage", "empty object"],
)
def test_tampering_shows(tmp_path: Path, damage, told: str) -> None:
    log = log_at(tmp_path)
    for decision in (OVERRIDE, ADD, STRIKE):
        log.append(decision)
    rows = log.path.read_text("utf-8").splitlines()
    log.path.write_text("\n".join(damage(rows)) + "\n", "utf-8")
    assert told in (log.verify() or "")
    with pytest.raises(StoreError) as caught:
        log.append(OVERRIDE)
    assert caught.value.hint


@pytest.mark.parametrize(
    "change",
    [
        {"who": " "}, {"reason": ""}, {"claim": ""}, {"label": "unjudged"}, {"label": "maybe"},
        {"action": Action.ADD_EVIDENCE, "document_id": ""}, {"stance": "likes"},
        {"machine_label": "perhaps"},
    ],
)  # fmt: skip
def test_incomplete_decisions_are_refused(tmp_path: Path, change: dict[str, str]) -> None:
    log = log_at(tmp_path)
    with pytest.raises(InputError) as caught:
        log.append(replace(OVERRIDE, **change))
    assert caught.value.hint
    assert log.entries() == ()


def test_writers_wait_for_each_other(tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda n: log_at(tmp_path).append(replace(OVERRIDE, who=f"w{n}")), range(12)))
    log = log_at(tmp_path)
    assert log.verify() is None
    assert {e.decision.who for e in log.entries()} == {f"w{n}" for n in range(12)}


def test_export_and_import_keep_author_and_time_and_take_nothing_twice(tmp_path: Path) -> None:
    here, there = log_at(tmp_path / "a"), AuditLog(tmp_path / "b" / "review.jsonl")
    here.append(OVERRIDE)
    here.append(ADD)
    copy = tmp_path / "copy.jsonl"
    assert here.export(copy) == 2
    there.append(replace(OVERRIDE, who="จันทร์"))
    assert there.take_in(copy) == 2
    assert there.take_in(copy) == 0
    assert here.take_in(copy) == 0
    assert [e.decision for e in there.entries()][1:] == [OVERRIDE, ADD]
    assert there.entries()[1].at == here.entries()[0].at
    assert there.verify() is None
    back = tmp_path / "back.jsonl"
    there.export(back)
    assert here.take_in(back) == 1, "only the entry made there is new here"


def test_a_changed_export_is_not_taken_in(tmp_path: Path) -> None:
    log = log_at(tmp_path)
    log.append(OVERRIDE)
    bad = tmp_path / "bad.jsonl"
    bad.write_text(json.dumps({**json.loads(log.path.read_text()), "who": "x"}) + "\n", "utf-8")
    for path in (bad, tmp_path / "missing.jsonl"):
        with pytest.raises(InputError):
            log.take_in(path)
    assert len(log.entries()) == 1


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"who": 5}, "not a log entry"),
        ({"quote_start": "0"}, "not a log entry"),
        ({"at": None}, "not a log entry"),
        ({"at": "yesterday"}, "not a log entry"),
        ({"label": "perhaps"}, "entry 2 is not complete: not a verdict"),
        ({"reason": " "}, "entry 2 is not complete"),
    ],
)
def test_a_half_wrong_file_is_refused_whole(tmp_path: Path, change, told: str) -> None:
    """Its chain is sound, but an entry could not have been made at the desk."""
    here, there = log_at(tmp_path / "a"), log_at(tmp_path / "b")
    here.append(OVERRIDE)
    here.append(OVERRIDE)
    first, second = here.path.read_text("utf-8").splitlines()
    row = {**json.loads(second), **change}
    del row["digest"]
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    row["digest"] = hashlib.sha256(text.encode()).hexdigest()
    copy = tmp_path / "copy.jsonl"
    copy.write_text(f"{first}\n{json.dumps(row)}\n", "utf-8")
    with pytest.raises(InputError, match=told):
        there.take_in(copy)
    assert there.entries() == ()


@pytest.mark.parametrize("text", ["[" * 100_000, '{"id": "c1", "claim": "x"}', "\x00", "[]"])
def test_another_file_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match="not a log entry"):
        log_at(tmp_path).take_in(path)


def test_decisions_become_labelled_claims_and_qrels(tmp_path: Path) -> None:
    log = log_at(tmp_path)
    for decision in (
        OVERRIDE, ADD, STRIKE, replace(ADD, document_id="d3"), replace(STRIKE, document_id="d3"),
        replace(OVERRIDE, who="จันทร์", label="conflicting", reason="แล้วแต่ปลา"),
        replace(ADD, claim_id="k2"),
    ):  # fmt: skip
        log.append(decision)
    assert qrels(log.entries()) == {"k1": {"d1": 1, "d2": 0, "d3": 0}, "k2": {"d1": 1}}
    (row,) = labelled_claims(log.entries())
    assert row == {
        "id": "k1", "lang": "th", "claim": "ปลาบินได้", "label": "conflicting",
        "evidence_ids": ["d1"], "why": "แล้วแต่ปลา", "annotators": ["นที", "จันทร์"],
    }  # fmt: skip
    assert row["label"] in set(VERDICT_LABELS)


def test_an_unwritable_log_is_a_user_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as caught:
        AuditLog(tmp_path / "file" / "review.jsonl").append(OVERRIDE)
    assert caught.value.hint
