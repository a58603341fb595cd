"""A bulk run behind the page."""

import json
import threading
from pathlib import Path

import pytest

from assistant.bulk.reports import Format
from assistant.errors import InputError
from assistant.ui.jobs import Job, JobState
from tests.assistant.ui.fakes import FakeChecker, backstage


class Gated(FakeChecker):
    """Judges one claim for each permit."""

    def __init__(self, permits: int) -> None:
        super().__init__()
        self.gate = threading.Semaphore(permits)

    def judge_claims(self, claims, *, cutoff=None, batch=64, ends=()):
        for claim in claims:
            self.gate.acquire()
            yield self._judge(claim)


def claims(tmp_path: Path, count: int = 20) -> Path:
    path = tmp_path / "claims.csv"
    rows = "".join(f"r{n},boats number {n}\n" for n in range(count))
    path.write_text(f"id,claim\n{rows}", "utf-8")
    return path


def opened(tmp_path: Path, checker=None, count: int = 20):
    stage = backstage(tmp_path, checker)
    stage.start()
    stage.wait()
    return Job(claims(tmp_path, count), stage, language="en"), stage


def until(job: Job, done: int) -> None:
    for _ in range(500):
        if job.progress and job.progress.done >= done:
            return
        threading.Event().wait(0.01)
    raise AssertionError(f"{job.state}: {job.progress}")


def test_a_run_from_start_to_download(tmp_path: Path) -> None:
    job, _ = opened(tmp_path)
    assert job.state is JobState.IDLE and job.estimate.scan.rows == 20
    assert dict(job.estimate.scan.columns)["claim"] == "claim"
    assert job.results(Format.CSV) is None
    job.start()
    job.join(20)
    assert job.state is JobState.DONE and job.progress and job.progress.done == 20
    path = job.results(Format.JSONL)
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert [r["id"] for r in rows] == [f"r{n}" for n in range(20)]
    assert {r["label"] for r in rows} == {"refuted"}
    for form in Format:
        assert job.results(form).stat().st_size


def test_people_read_what_went_wrong_in_their_language(tmp_path: Path) -> None:
    job, _ = opened(tmp_path)
    job.start()
    job.join(20)
    first, *rest = job.journal.read_text("utf-8").splitlines()
    row = {**json.loads(first), "label": None, "problem": "a:b: no answer in time (try again)"}
    job.journal.write_text("\n".join([json.dumps(row), *rest]) + "\n", "utf-8")
    for form, language, told in (
        (Format.HTML, "th", "a:b ไม่ตอบภายในเวลาที่กำหนด"),
        (Format.CSV, "th", "a:b ไม่ตอบภายในเวลาที่กำหนด"),
        (Format.CSV, "en", "no answer in time"),
        (Format.JSONL, "th", "no answer in time"),
    ):
        assert told in job.results(form, language).read_text("utf-8-sig")
    assert job.results(Format.CSV, "th").name == "claims-ตรวจแล้ว.csv"


def test_partial_results_pause_cancel_and_resume(tmp_path: Path) -> None:
    checker = Gated(5)
    job, _ = opened(tmp_path, checker)
    job.start()
    until(job, 5)
    assert job.state is JobState.RUNNING
    partial = job.results(Format.JSONL).read_text("utf-8").splitlines()
    assert len(partial) >= 5
    job.pause()
    assert job.state is JobState.PAUSED
    job.resume()
    assert job.state is JobState.RUNNING
    job.cancel()
    checker.gate.release(2)
    job.join(20)
    assert job.state is JobState.CANCELLED
    kept = len(job.results(Format.JSONL).read_text("utf-8").splitlines())
    assert 5 <= kept < 20
    checker.gate.release(100)
    job.start()
    job.join(20)
    assert job.state is JobState.DONE
    rows = [json.loads(x) for x in job.results(Format.JSONL).read_text("utf-8").splitlines()]
    assert [r["id"] for r in rows] == [f"r{n}" for n in range(20)]


def test_others_get_their_turn_while_a_run_goes_on(tmp_path: Path) -> None:
    checker = Gated(0)
    job, stage = opened(tmp_path, checker, count=200)
    job.start()

    served = 0
    for _ in range(10):
        checker.gate.release(2)
        with stage.checker() as other:
            served += len(other.library.documents())
    checker.gate.release(1000)
    job.join(20)
    assert served == 30 and job.state is JobState.DONE


def test_a_file_without_claims_is_refused(tmp_path: Path) -> None:
    stage = backstage(tmp_path)
    stage.start()
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(InputError) as caught:
        Job(path, stage)
    assert caught.value.hint


def test_a_failure_is_told_and_can_be_retried(tmp_path: Path) -> None:
    class Failing(FakeChecker):
        fails = True

        @property
        def settings_fingerprint(self):
            if self.fails:
                raise RuntimeError("a bug")
            return "s"

    checker = Failing()
    job, _ = opened(tmp_path, checker)
    job.start()
    job.join(20)
    assert job.state is JobState.FAILED and "RuntimeError" in job.error
    checker.fails = False
    job.start()
    job.join(20)
    assert job.state is JobState.DONE
