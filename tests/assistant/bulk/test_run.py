"""Order, repeats, resuming, refusing, stopping."""

import errno
import json
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.bulk import journal as journal_module
from assistant.bulk.journal import OutputError, Resume
from assistant.bulk.run import BulkRun, estimate
from assistant.bulk.sources import open_source
from assistant.errors import InputError
from tests.assistant.bulk.fakes import FakeJudges, run

ROWS = 150


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    """150 rows: every seventh repeats an earlier claim, every eleventh is broken."""
    lines = []
    for n in range(ROWS):
        text = f"claim {n // 7 * 7 if n % 7 == 6 else n}"
        entry = {"id": n, "claim": text} if n % 11 else {"id": n, "claim": ""}
        lines.append(json.dumps(entry))
    path = tmp_path / "claims.jsonl"
    path.write_text("\n".join(lines), "utf-8")
    return path


@pytest.fixture
def straight(claims: Path, tmp_path: Path) -> bytes:
    output = tmp_path / "straight.jsonl"
    run(claims, output)
    return output.read_bytes()


def test_one_result_for_every_row_in_order(claims: Path, straight: bytes) -> None:
    rows = [json.loads(line) for line in straight.splitlines()]
    assert [row["id"] for row in rows] == list(range(ROWS))
    for number, row in enumerate(rows):
        assert (row["label"] is None) == (number % 11 == 0) == bool(row["problem"])


def test_equal_claims_are_judged_once_and_told_alike(claims: Path, tmp_path: Path) -> None:
    judges = FakeJudges()
    outcome = run(claims, tmp_path / "out.jsonl", judges)
    assert len(judges.asked) == len(set(judges.asked))
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").open(encoding="utf-8")]
    by_text: dict[str, set[str]] = {}
    for row in rows:
        if row["label"]:
            told = {k: v for k, v in row.items() if k != "id"}
            by_text.setdefault(row["claim"], set()).add(json.dumps(told))
    assert all(len(kinds) == 1 for kinds in by_text.values())
    good = sum(row["label"] is not None for row in rows)
    assert outcome.progress.copied == good - len(judges.asked) > 0
    assert outcome.partly and outcome.finished


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_resuming_after_any_byte_gives_the_same_bytes(
    claims: Path, straight: bytes, tmp_path: Path, data: st.DataObject
) -> None:
    output = tmp_path / "out.jsonl"
    stop = data.draw(st.integers(0, ROWS - 1))
    with open_source(claims) as source:
        bulk = BulkRun(source, output, FakeJudges(), overwrite=True)
        for progress in bulk.events():
            if progress.done > stop:
                bulk.cancel.set()
    assert bulk.outcome is not None and bulk.outcome.finished == (stop == ROWS - 1)
    written = output.read_bytes()
    assert straight.startswith(written)
    output.write_bytes(written[: data.draw(st.integers(0, len(written)))])
    judges = FakeJudges()
    outcome = run(claims, output, judges, resume=Resume.YES)
    assert output.read_bytes() == straight
    assert outcome.finished and outcome.progress.done == ROWS
    beside = sorted(p.name for p in tmp_path.glob("out.jsonl*"))
    assert beside == ["out.jsonl", "out.jsonl.state.json"], "a later --resume compares the state"


@pytest.mark.parametrize(
    "name", ["out.csv", "out.html", "out.jsonld", "out.averitec.json", "out.xlsx"]
)
def test_other_formats_resume_too(claims: Path, tmp_path: Path, name: str) -> None:
    run(claims, tmp_path / f"straight.{name}")
    output = tmp_path / name
    with open_source(claims) as source:
        bulk = BulkRun(source, output, FakeJudges())
        for progress in bulk.events():
            if progress.done == 70:
                bulk.cancel.set()
    assert not output.exists() and bulk.journal.exists()
    judges = FakeJudges()
    run(claims, output, judges, resume=Resume.YES)
    assert len(judges.asked) < ROWS // 2 + 64
    assert output.read_bytes() == (tmp_path / f"straight.{name}").read_bytes()
    assert sorted(p.name for p in tmp_path.glob("*out*")) == sorted([name, f"straight.{name}"])


def interrupted(claims: Path, output: Path, judges: FakeJudges) -> None:
    with open_source(claims) as source:
        bulk = BulkRun(source, output, judges)
        for progress in bulk.events():
            if progress.done == 70:
                bulk.cancel.set()


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (FakeJudges(index="other"), "the index"),
        (FakeJudges(settings="other"), "the settings"),
    ],
)
def test_resuming_is_refused_when_something_changed(
    claims: Path, tmp_path: Path, changed: FakeJudges, told: str
) -> None:
    output = tmp_path / "out.jsonl"
    interrupted(claims, output, FakeJudges())
    before = output.read_bytes()
    with pytest.raises(OutputError, match=told) as caught:
        run(claims, output, changed, resume=Resume.YES)
    assert "--resume=force" in caught.value.hint
    assert output.read_bytes() == before
    assert run(claims, output, changed, resume=Resume.FORCE).finished


def test_resuming_with_another_input_is_refused(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    interrupted(claims, output, FakeJudges())
    lines = claims.read_text("utf-8").splitlines()
    claims.write_text("\n".join(lines[::-1]), "utf-8")
    with pytest.raises(OutputError, match="the input changed"):
        run(claims, output, resume=Resume.YES)


def test_resuming_what_is_finished_changes_nothing(
    claims: Path, tmp_path: Path, straight: bytes
) -> None:
    output, judges = tmp_path / "straight.jsonl", FakeJudges()
    outcome = run(claims, output, judges, resume=Resume.YES)
    assert output.read_bytes() == straight and judges.asked == []
    assert outcome.finished and outcome.partly and outcome.progress.kept == ROWS


def test_resuming_what_was_never_begun_begins(
    claims: Path, tmp_path: Path, straight: bytes
) -> None:
    run(claims, tmp_path / "new.jsonl", resume=Resume.YES)
    assert (tmp_path / "new.jsonl").read_bytes() == straight


def test_an_output_that_is_there_is_not_written_over(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    output.write_text("precious", "utf-8")
    with pytest.raises(OutputError, match="is there already") as caught:
        run(claims, output)
    assert "--overwrite" in caught.value.hint and output.read_text("utf-8") == "precious"
    run(claims, output, overwrite=True)
    assert output.read_text("utf-8-sig").startswith("id,claim,")


def test_two_runs_cannot_write_one_output(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    with open_source(claims) as source:
        events = BulkRun(source, output, FakeJudges()).events()
        next(events)
        with pytest.raises(OutputError, match="another run"):
            run(claims, output, resume=Resume.YES)
        events.close()


def test_a_bad_input_leaves_nothing_behind(tmp_path: Path) -> None:
    source = tmp_path / "empty.jsonl"
    source.write_text("", "utf-8")
    with pytest.raises(InputError):
        run(source, tmp_path / "out.jsonl")
    assert [p.name for p in tmp_path.iterdir()] == ["empty.jsonl"]


@pytest.mark.parametrize("after", [0, 5, 1000, 20_000])
def test_a_full_disk_is_one_clear_line_and_loses_nothing(
    claims: Path, tmp_path: Path, straight: bytes, after: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    room, write = after, os.write

    def full(file: int, data: bytes) -> int:
        nonlocal room
        if not room:
            raise OSError(errno.ENOSPC, "No space left on device")
        written = write(file, data[:room])
        room -= written
        return written

    output = tmp_path / "out.jsonl"
    with monkeypatch.context() as patched:
        patched.setattr(journal_module.os, "write", full)
        with pytest.raises(OutputError, match="the disk is full") as caught:
            run(claims, output)
    assert "--resume" in caught.value.hint
    assert straight.startswith(output.read_bytes())
    assert output.read_bytes() == b"" or output.read_bytes().endswith(b"\n")
    run(claims, output, resume=Resume.YES)
    assert output.read_bytes() == straight


def test_pause_holds_and_cancel_ends(claims: Path, tmp_path: Path) -> None:
    import threading

    with open_source(claims) as source:
        bulk = BulkRun(source, tmp_path / "out.jsonl", FakeJudges())
        bulk.pause.set()
        events = bulk.events()
        first = next(events)
        timer = threading.Timer(0.2, bulk.pause.clear)
        timer.start()
        second = next(events)
        assert second.done == first.done + 1 and second.seconds - first.seconds > 0.15
        bulk.pause.set()
        bulk.cancel.set()
        assert list(events) == []
    assert bulk.outcome is not None and not bulk.outcome.finished


def test_an_index_that_changes_meanwhile_is_told(claims: Path, tmp_path: Path) -> None:
    judges = FakeJudges()
    with open_source(claims) as source:
        bulk = BulkRun(source, tmp_path / "out.jsonl", judges)
        for _ in bulk.events():
            judges.index = "changed"
    assert bulk.outcome is not None and bulk.outcome.index_changed


def test_estimate(claims: Path) -> None:
    with open_source(claims) as source:
        plan = estimate(source, rate=10)
    assert plan.scan.rows == ROWS
    assert plan.to_judge == ROWS - plan.scan.broken - plan.scan.repeats
    assert plan.seconds == plan.to_judge / 10
    assert dict(plan.scan.columns) == {"id": "id", "claim": "claim"}


def test_progress_counts_every_row_once(claims: Path, tmp_path: Path) -> None:
    with open_source(claims) as source:
        seen = list(BulkRun(source, tmp_path / "out.jsonl", FakeJudges()).events())
    assert [p.done for p in seen] == list(range(1, ROWS + 1))
    last = seen[-1]
    assert sum(n for _, n in last.labels) + last.broken + last.unjudged == ROWS
    assert last.left == 0 and last.rate > 0
