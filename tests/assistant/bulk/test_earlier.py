"""What a resumed run takes over from an earlier one, what it refuses, and what it does again."""

import errno
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from assistant.bulk.earlier import Matching, named
from assistant.bulk.journal import Journal, OutputError, Resume, aside_of, encoded, state_of
from assistant.bulk.judging import Block, Told, unjudged
from assistant.bulk.run import BulkRun
from assistant.bulk.sources import open_source
from tests.assistant.bulk.fakes import FakeJudges, run, told

ROWS = 90


def lines_of(rows: Iterable[int]) -> list[dict[str, object]]:
    """Every seventh claim is empty, every eleventh repeats the one before, some have a date."""
    found = []
    for n in rows:
        line: dict[str, object] = {"id": f"r{n}", "claim": f"claim {n - (n % 11 == 0)}"}
        if n % 7 == 0:
            line["claim"] = ""
        if n % 5 == 0:
            line |= {"claim_date": "2025-02-07", "speaker": "Somebody", "url": "https://x.example/"}
        found.append(line)
    return found


def write(path: Path, lines: Iterable[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    return path


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    return write(tmp_path / "claims.jsonl", lines_of(range(1, ROWS + 1)))


def partly(source: Path, output: Path, rows: int, **options: object) -> FakeJudges:
    """A run that is stopped after `rows` rows."""
    judges = FakeJudges()
    with open_source(source) as opened:
        bulk = BulkRun(opened, output, judges, **options)  # type: ignore[arg-type]
        for progress in bulk.events():
            if progress.done == rows:
                bulk.cancel.set()
    return judges


def everything(output: Path) -> dict[str, bytes]:
    """All the files of a run."""
    return {p.name: p.read_bytes() for p in output.parent.glob(output.name + "*")}


EDITS = {
    "a claim changed": lambda lines: lines[3].update(claim="another claim"),
    "a date changed": lambda lines: lines[4].update(claim_date="2024-01-01"),
    "an address changed": lambda lines: lines[4].update(url="https://y.example/"),
    "a speaker changed": lambda lines: lines[4].update(speaker="Nobody"),
    "an id changed": lambda lines: lines[3].update(id="other"),
    "a row more in front": lambda lines: lines.insert(0, {"id": "new", "claim": "a new claim"}),
    "a row more at the end": lambda lines: lines.append({"id": "new", "claim": "a new claim"}),
    "a row less": lambda lines: lines.pop(10),
    "reversed": lambda lines: lines.reverse(),
    "fewer rows": lambda lines: lines.__delitem__(slice(20, None)),
    "a broken row mended": lambda lines: lines[6].update(claim="mended"),
    "a row broken": lambda lines: lines[3].update(claim=""),
}


@pytest.mark.parametrize("done", [1, 40, ROWS])
@pytest.mark.parametrize("edit", EDITS)
def test_a_changed_input_is_refused_and_force_makes_what_a_new_run_makes(
    claims: Path, tmp_path: Path, edit: str, done: int
) -> None:
    output, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    before = partly(claims, output, done)
    lines = lines_of(range(1, ROWS + 1))
    EDITS[edit](lines)
    write(claims, lines)
    files = everything(output)
    with pytest.raises(OutputError, match="the input changed") as caught:
        run(claims, output, resume=Resume.YES)
    assert "--resume=force" in caught.value.hint
    assert everything(output) == files, "a refusal spoils nothing"
    judges = FakeJudges()
    outcome = run(claims, output, judges, resume=Resume.FORCE)
    run(claims, fresh)
    assert output.read_bytes() == fresh.read_bytes() and outcome.finished
    assert sorted(everything(output)) == ["out.jsonl", "out.jsonl.state.json"]
    if done == ROWS and edit != "a row more at the end":  # there the last block goes on
        assert len(judges.asked) <= 1, "claims that were judged are not judged again"
    assert len(set(before.asked) & set(judges.asked)) <= 64, "but for the block in hand"


@pytest.mark.parametrize(
    ("changed", "word"),
    [(FakeJudges(index="other"), "the index"), (FakeJudges(settings="other"), "the settings")],
)
def test_a_finished_output_is_not_handed_out_for_other_settings(
    claims: Path, tmp_path: Path, changed: FakeJudges, word: str
) -> None:
    output = tmp_path / "out.jsonl"
    run(claims, output)
    files = everything(output)
    with pytest.raises(OutputError, match=f"{word} changed since out.jsonl was begun") as caught:
        run(claims, output, changed, resume=Resume.YES)
    assert "--resume=force" in caught.value.hint
    assert everything(output) == files and changed.asked == []
    assert run(claims, output, resume=Resume.YES).finished, "with the old settings it still is one"
    assert run(claims, output, changed, resume=Resume.FORCE).finished
    assert changed.asked == [] and output.read_bytes() == files["out.jsonl"]


def test_without_a_state_only_what_changes_nothing_is_allowed(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(claims, output)
    state_of(output).unlink()
    before = output.read_bytes()
    for _ in range(2):
        judges = FakeJudges(settings="unknown")
        assert run(claims, output, judges, resume=Resume.YES).finished
        assert everything(output) == {"out.jsonl": before} and judges.asked == []
    shorter = write(tmp_path / "shorter.jsonl", lines_of(range(1, ROWS)))
    longer = write(tmp_path / "longer.jsonl", lines_of(range(1, ROWS + 2)))
    changed = [*lines_of(range(1, ROWS)), {"id": "r90", "claim": "x"}]
    other = write(tmp_path / "other.jsonl", changed)
    for source in (shorter, longer, other):
        with pytest.raises(OutputError, match=r"out.jsonl.state.json is gone") as told:
            run(source, output, resume=Resume.YES)
        assert "--resume=force" in told.value.hint
        assert everything(output) == {"out.jsonl": before}
    assert run(longer, output, resume=Resume.FORCE).progress.kept > ROWS * 3 // 4


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"input": 1}'])
def test_a_damaged_state_is_no_state(claims: Path, tmp_path: Path, text: str) -> None:
    output = tmp_path / "out.jsonl"
    partly(claims, output, 40)
    state_of(output).write_text(text, "utf-8")
    with pytest.raises(OutputError) as caught:
        run(claims, output, resume=Resume.YES)
    assert "--resume=force" in caught.value.hint
    assert run(claims, output, resume=Resume.FORCE).finished


def test_lines_that_somebody_edited_are_found(claims: Path, tmp_path: Path) -> None:
    output, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    run(claims, output)
    run(claims, fresh)
    edited = output.read_text("utf-8").splitlines(keepends=True)
    edited[2] = "not JSON\n"
    edited[7] = edited[7].replace("claim 8", "claim 9999")
    output.write_text("".join(edited), "utf-8")
    with pytest.raises(OutputError, match="are not those of this input") as caught:
        run(claims, output, resume=Resume.YES)
    assert "--resume=force" in caught.value.hint
    outcome = run(claims, output, resume=Resume.FORCE)
    assert output.read_bytes() == fresh.read_bytes() and outcome.replaced >= 2


class Failing(FakeJudges):
    """Judges that fail on some claims."""

    def _answers(self, block: Block) -> Iterator[Told]:
        for row in block.tasks:
            self.asked.append(row.text)
            yield unjudged(row, "no answer") if row.text.endswith("3") else told(row)


def test_rows_that_failed_are_judged_again_and_no_others(claims: Path, tmp_path: Path) -> None:
    output, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    run(claims, fresh)
    failed = run(claims, output, Failing())
    assert failed.progress.unjudged
    judges = FakeJudges()
    outcome = run(claims, output, judges, resume=Resume.YES)
    assert output.read_bytes() == fresh.read_bytes()
    assert judges.asked and all(text.endswith("3") for text in judges.asked)
    assert outcome.progress.unjudged == 0 and outcome.replaced


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_a_forced_run_that_is_interrupted_loses_nothing(
    tmp_path: Path, data: st.DataObject
) -> None:
    """Cut after any row and any byte, any number of times: the bytes of a new run in the end."""
    output, fresh = tmp_path / "out.jsonl", tmp_path / "fresh.jsonl"
    source = write(tmp_path / "claims.jsonl", lines_of(range(1, ROWS + 1)))
    partly(source, output, data.draw(st.integers(1, ROWS)), overwrite=True)
    written = [json.loads(line)["claim"] for line in output.open("rb")]
    order = data.draw(st.permutations(range(1, ROWS + 11)))[: data.draw(st.integers(1, ROWS))]
    write(source, lines_of(order))
    resume, asked, finished = Resume.FORCE, list[str](), False
    for rows in data.draw(st.lists(st.integers(1, len(order)), max_size=4)):
        asked += partly(source, output, rows, resume=resume).asked
        finished = finished or not aside_of(output).exists()
        whole = output.read_bytes()
        output.write_bytes(whole[: data.draw(st.integers(0, len(whole)))])
        resume = Resume.YES
    last = FakeJudges()
    assert run(source, output, last, resume=resume).finished
    run(source, fresh, overwrite=True)
    assert output.read_bytes() == fresh.read_bytes()
    assert not aside_of(output).exists()
    lines = [json.loads(line)["claim"] for line in output.open("rb")]
    in_place = {a for a, b in zip(written, lines, strict=False) if a == b}  # these may be cut
    assert finished or not ({*written} - in_place) & {*asked, *last.asked}


def test_a_full_disk_while_rows_are_set_aside_leaves_all_as_it_was(
    claims: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import assistant.bulk.journal as journal_module

    def full(file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    output = tmp_path / "out.jsonl"
    run(claims, output)
    write(claims, reversed(lines_of(range(1, ROWS + 1))))
    files = everything(output)
    with monkeypatch.context() as patched:
        patched.setattr(journal_module.os, "fsync", full)
        with pytest.raises(OutputError, match="the disk is full"):
            run(claims, output, resume=Resume.FORCE)
    left = everything(output)
    assert {name: left[name] for name in files} == files
    assert run(claims, output, resume=Resume.FORCE).progress.kept > ROWS // 2


@pytest.mark.parametrize("name", ["out.csv", "out.html", "out.averitec.json"])
def test_other_formats_are_forced_too(claims: Path, tmp_path: Path, name: str) -> None:
    output = tmp_path / name
    partly(claims, output, 40)
    write(claims, reversed(lines_of(range(1, ROWS + 1))))
    with pytest.raises(OutputError, match="the input changed"):
        run(claims, output, resume=Resume.YES)
    run(claims, output, resume=Resume.FORCE)
    run(claims, tmp_path / f"fresh.{name}")
    assert output.read_bytes() == (tmp_path / f"fresh.{name}").read_bytes()
    assert [p.name for p in tmp_path.glob("out*")] == [name]


def test_rows_set_aside_are_not_begun_over(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(claims, output)
    aside_of(output).write_bytes(output.read_bytes())
    output.write_bytes(b"")
    with pytest.raises(OutputError, match="is there already"):
        run(claims, output)
    run(claims, output, overwrite=True)
    assert not aside_of(output).exists()


def test_every_line_written_belongs_to_its_row(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(claims, output)
    journal = Journal(output)
    try:
        with open_source(claims) as source:
            matching = Matching(journal)
            for row, line in zip(source, output.open("rb"), strict=True):
                matching.see(row)
                if not row.fault:
                    assert encoded(named(row, json.loads(line))) + b"\n" == line
        assert matching.whole and not matching.foreign
    finally:
        journal.close()
