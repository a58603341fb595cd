"""An evaluation of the page's: how it is told of, and what a stop leaves."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.evaluation.datasets.claims import references
from assistant.evaluation.doors import Done, execute
from assistant.evaluation.history import History, history_path
from assistant.evaluation.options import parse
from assistant.ui.measuring import measured, source_of
from assistant.ui.stopping import Run
from assistant.ui.words import say
from tests.assistant.ui.fakes import backstage


def dataset(folder: Path) -> str:
    """One claim with evidence among the seed references."""
    path = folder / "one.jsonl"
    row = {"id": "a", "claim": "Amazon spent $83 billion.", "evidence_ids": [references()[0].id]}
    path.write_text(json.dumps(row) + "\n", "utf-8")
    return str(path)


def steps(folder: Path, run: Run) -> Iterator[str | Done]:
    return measured(
        backstage(folder / "store"), "retrieval", dataset(folder), limit=0, owner="",
        run=run, language="en",
    )  # fmt: skip


def test_the_progress_is_told_step_by_step_and_the_run_is_kept(tmp_path: Path) -> None:
    *told, done = steps(tmp_path, Run())
    assert isinstance(done, Done) and done.run == 1
    assert say("en", "evaluation.starting") in str(told[0])
    assert any('role="progressbar"' in str(step) for step in told)
    kept = History(history_path(tmp_path / "store")).runs()
    assert [run.id for run in kept] == [1]


@pytest.mark.parametrize("step", ["indexing", "keeping"])
def test_a_run_that_is_stopped_at_a_step_is_not_kept(tmp_path: Path, step: str) -> None:
    class Stopped(Exception):
        pass

    def heard(what: str, done: int, count: int) -> None:
        if what == step:
            raise Stopped

    args = parse(["retrieval", "--dataset", dataset(tmp_path)])
    with pytest.raises(Stopped):
        execute(args, backstage(tmp_path / "store").settings, progress=heard)
    assert History(history_path(tmp_path / "store")).runs() == ()


def test_a_run_stopped_before_it_begins_ends_at_once(tmp_path: Path) -> None:
    run = Run()
    run.stop()
    assert not [step for step in steps(tmp_path, run) if isinstance(step, Done)]
    assert History(history_path(tmp_path / "store")).runs() == ()


def test_a_zipped_folder_is_unpacked_and_named_after_the_file(tmp_path: Path) -> None:
    path = tmp_path / "news.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("corpus.jsonl", "{}")
        archive.writestr("../outside.txt", "x")
    stage = backstage(tmp_path / "store")
    folder = Path(source_of(stage, "file", str(path), "en"))
    assert folder.name == "news" and (folder / "corpus.jsonl").is_file()
    assert not (folder.parent / "outside.txt").exists()


@pytest.mark.parametrize("data", [b"not a zip", b""])
def test_what_is_no_archive_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "news.zip"
    path.write_bytes(data)
    with pytest.raises(InputError, match=r"news\.zip is not a zip file"):
        source_of(backstage(tmp_path / "store"), "file", str(path), "en")
