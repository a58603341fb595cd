"""Bulk rows judged in a second process."""

import os
from pathlib import Path

import pytest

from assistant.bulk.judging import fingerprints_of
from assistant.bulk.rows import Row
from assistant.errors import SettingsError
from assistant.ui.jobs import Job, JobState
from assistant.ui.worker import Worker
from tests.assistant.ui.fakes import FakeChecker, backstage


class Mortal(FakeChecker):
    """Its process dies over a claim with "deadly" in it."""

    def judge_claims(self, claims, *, cutoff=None, batch=64, ends=()):
        for claim in claims:
            if "deadly" in claim.text:
                os._exit(9)
            yield self._judge(claim)


def unable() -> FakeChecker:
    raise SettingsError("no such model", hint="choose another")


def rows(*claims: str) -> list[Row]:
    return [Row(n, str(n), claim) for n, claim in enumerate(claims, 1)]


@pytest.fixture
def worker():
    found = Worker(Mortal)
    yield found
    found.close()


def test_answers_come_from_another_process(worker: Worker) -> None:
    assert worker.fingerprints() == fingerprints_of(FakeChecker())
    told = list(worker.answers(rows("boats float", "whales swim")))
    assert [t["label"] for t in told] == ["refuted", "supported"]


def test_two_runs_take_turns_and_one_may_be_left(worker: Worker) -> None:
    one, two = (worker.answers(rows("boats", "whales")) for _ in range(2))
    assert next(one)["label"] == next(two)["label"] == "refuted"
    one.close()
    assert next(two)["label"] == "supported"


def test_a_row_that_ends_the_process_stays_unjudged(worker: Worker) -> None:
    told = list(worker.answers(rows("boats", "deadly boats", "whales", "boats")))
    assert [t["label"] for t in told] == ["refuted", "unjudged", "supported", "refuted"]
    assert "died" in told[1]["problem"]


def test_what_keeps_the_checker_from_opening_is_told(tmp_path: Path) -> None:
    stage = backstage(tmp_path / "store", opener=unable)
    stage.start()
    path = tmp_path / "claims.csv"
    path.write_text("id,claim\n1,boats float\n", "utf-8")
    job = Job(path, stage)
    job.start()
    job.join(60)
    stage.close()
    assert job.state is JobState.FAILED and "no such model" in job.error


def test_a_job_in_another_process(tmp_path: Path) -> None:
    stage = backstage(tmp_path / "store", opener=FakeChecker)
    stage.start()
    path = tmp_path / "claims.csv"
    path.write_text("id,claim\n1,boats float\n2,whales swim\n", "utf-8")
    job = Job(path, stage)
    job.start()
    job.join(60)
    stage.close()
    assert job.state is JobState.DONE and job.progress and job.progress.done == 2
