"""Whose bulk job is whose."""

import threading
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.ui.jobbook import JobBook
from assistant.ui.jobs import JobState
from tests.assistant.ui.fakes import backstage
from tests.assistant.ui.test_jobs import Gated, claims


@pytest.fixture
def stage(tmp_path: Path):
    found = backstage(tmp_path / "store")
    found.start()
    found.wait()
    yield found
    found.close()


def test_a_key_finds_its_job_and_only_for_its_owner(tmp_path: Path, stage) -> None:
    book = JobBook()
    one = book.open(claims(tmp_path), stage, language="en", owner="nok")
    two = book.open(claims(tmp_path), stage, language="en", owner="ploy")
    assert one != two and len(one) > 20
    assert book.find(one, "nok") is not book.find(two, "ploy")
    for key, owner in ((one, "ploy"), (one, ""), ("", ""), (None, "nok"), ("guess", "nok")):
        assert book.find(key, owner) is None
    book.drop(one, "ploy")
    assert book.find(one, "nok") is not None
    book.drop(one, "nok")
    assert book.find(one, "nok") is None


def test_the_oldest_idle_jobs_are_dropped_and_running_ones_kept(tmp_path: Path) -> None:
    checker = Gated(0)
    stage = backstage(tmp_path / "store", checker)
    stage.start()
    book, path = JobBook(kept=2), claims(tmp_path)
    keys = [book.open(path, stage, language="en")]
    running = book.find(keys[0])
    assert running is not None
    running.start()
    while running.state is not JobState.RUNNING:
        threading.Event().wait(0.01)
    keys += [book.open(path, stage, language="en") for _ in range(3)]
    assert [book.find(key) is not None for key in keys] == [True, False, False, True]
    checker.gate.release(100)
    running.join(20)
    assert running.state is JobState.DONE


def test_an_unusable_file_opens_nothing(tmp_path: Path, stage) -> None:
    path = tmp_path / "x.csv"
    path.write_text("a,b\n1,2\n", "utf-8")
    with pytest.raises(InputError):
        JobBook().open(path, stage, language="en")
