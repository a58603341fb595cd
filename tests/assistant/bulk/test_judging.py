"""Blocks to answers, in this process and in others."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.bulk.journal import OutputError, Resume
from assistant.bulk.judging import Block, Here, judge_rows
from assistant.bulk.processes import FEW, AsManyAsPay, Processes, cpus
from assistant.bulk.rows import Row
from assistant.errors import SettingsError
from tests.assistant.bulk.fakes import FakeChecker, OtherChecker, open_fake, open_slow, run


def test_a_row_becomes_a_claim_with_its_date_and_speaker() -> None:
    row = Row(1, "a", "x is y", as_of=date(2025, 2, 7), speaker="Somebody")
    (told,) = judge_rows(FakeChecker(), [row])  # type: ignore[arg-type]
    assert told["claim"] == "x is y" and told["speaker"] == "Somebody"
    assert told["rationale"] == "2025-02-07"


def test_what_goes_wrong_with_a_row_stays_in_that_row() -> None:
    texts = ["a", "b", "a bug", "c", "bug again", "d"]
    rows = [Row(n, n, text) for n, text in enumerate(texts, 1)]
    told = list(judge_rows(FakeChecker(), rows))  # type: ignore[arg-type]
    assert [t["claim"] for t in told] == texts
    assert [t["label"] == "unjudged" for t in told] == ["bug" in text for text in texts]
    assert told[2]["problem"] == "internal error: TypeError: a bug"


def blocks(texts: list[str], size: int = 2) -> list[Block]:
    rows = [Row(n, n, text) for n, text in enumerate(texts, 1)]
    parts = [tuple(rows[i : i + size]) for i in range(0, len(rows), size)]
    return [Block(n, part, part) for n, part in enumerate(parts)]


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_processes_give_what_one_gives_and_survive_their_death() -> None:
    texts = [f"claim {'x' * n}" for n in range(10)]
    processes = Processes(open_fake, 2)  # type: ignore[arg-type]
    try:
        straight = [list(a) for _, a in Here(FakeChecker()).judge(blocks(texts))]  # type: ignore[arg-type]
        assert [list(a) for _, a in processes.judge(blocks(texts))] == straight
        texts[4] = "halt"
        answers = [list(a) for _, a in processes.judge(blocks(texts))]
    finally:
        processes.close()
    assert [t["label"] for t in answers[2]] == ["unjudged", "unjudged"]
    assert "died 3 times" in answers[2][0]["problem"]
    assert answers[:2] + answers[3:] == straight[:2] + straight[3:]


def test_a_row_that_failed_makes_the_run_partial(tmp_path: Path) -> None:
    source = tmp_path / "claims.csv"
    source.write_text("id,claim\n1,fine\n2,a bug\n3,fine too\n", "utf-8")
    outcome = run(source, tmp_path / "out.jsonl", Here(FakeChecker()))  # type: ignore[arg-type]
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").open(encoding="utf-8")]
    assert [row["label"] == "unjudged" for row in rows] == [False, True, False]
    assert outcome.partly and outcome.progress.unjudged == 1


def test_what_the_user_must_mend_ends_the_run_and_keeps_what_is_done(tmp_path: Path) -> None:
    source, output = tmp_path / "claims.csv", tmp_path / "out.jsonl"
    source.write_text("id,claim\n1,fine\n2,a key\n3,fine too\n", "utf-8")
    with pytest.raises(SettingsError, match="refused"):
        run(source, output, Here(FakeChecker()))  # type: ignore[arg-type]
    assert [json.loads(line)["id"] for line in output.open("rb")] == ["1"]
    source.write_text("id,claim\n1,fine\n2,a thing\n3,fine too\n", "utf-8")
    with pytest.raises(OutputError, match="the input changed"):
        run(source, output, Here(FakeChecker()), resume=Resume.YES)  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("count", [FEW, 4 * FEW])
def test_as_many_processes_as_pay_give_what_one_gives(count: int) -> None:
    texts = [f"claim {'x' * n}" for n in range(2 * count)]
    processes = AsManyAsPay(open_slow)  # type: ignore[arg-type]
    straight = [list(a) for _, a in Here(FakeChecker()).judge(blocks(texts))]  # type: ignore[arg-type]
    try:
        assert [list(a) for _, a in processes.judge(blocks(texts))] == straight
        assert (processes.started > 0) == (count > FEW and cpus() > 1)
    finally:
        processes.close()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_worker_that_sees_other_documents_is_not_believed() -> None:
    processes = Processes(open_fake, 2)  # type: ignore[arg-type]
    processes.checker = OtherChecker()  # type: ignore[assignment]
    try:
        answers = [t for _, a in processes.judge(blocks(["a b", "c d e"])) for t in a]
    finally:
        processes.close()
    assert {t["method"] for t in answers} == {"other"}
