"""Runs whose judges are paid by the question: nothing is asked twice, failures do not stick."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.bulk.articles import article_rows, once
from assistant.bulk.journal import Resume
from assistant.bulk.judging import Block, Told
from assistant.bulk.paid import estimate_line, search_line
from assistant.bulk.run import BulkRun
from assistant.bulk.sources import open_source
from assistant.errors import (
    BudgetSpent,
    JingmaiError,
    ModelReplyError,
    ModelTimeout,
    SettingsError,
)
from assistant.settings import Settings
from assistant.types import Claim, Extraction
from index.types import Document
from tests.assistant.bulk.fakes import FakeJudges, run

ROWS = 150


@pytest.fixture
def claims(tmp_path: Path) -> Path:
    path = tmp_path / "claims.jsonl"
    path.write_text(
        "".join(json.dumps({"id": n, "claim": f"claim {n}"}) + "\n" for n in range(ROWS)), "utf-8"
    )
    return path


class Failing(FakeJudges):
    """Has no verdict on the rows in `failed`, nor on their own day for those in `then`."""

    def __init__(self, *, failed: tuple[int, ...] = (), then: tuple[int, ...] = ()) -> None:
        super().__init__()
        self.failed = {f"claim {n}" for n in failed}
        self.then = {f"claim {n}" for n in then}

    def _answers(self, block: Block) -> Iterator[Told]:
        for answer in super()._answers(block):
            if answer["claim"] in self.failed:
                yield answer | {"label": "unjudged", "confidence": None, "problem": "no answer"}
            elif answer["claim"] in self.then:
                yield answer | {"then": {"label": "unjudged", "problem": "no answer"}}
            else:
                yield answer


def stopped_at(claims: Path, output: Path, rows: int) -> None:
    with open_source(claims) as source:
        bulk = BulkRun(source, output, FakeJudges(), ask_once=True)
        for progress in bulk.events():
            if progress.done == rows:
                bulk.cancel.set()


@pytest.mark.parametrize("rows", [1, 63, 64, 70, 128])
def test_what_is_kept_is_not_asked_again(claims: Path, tmp_path: Path, rows: int) -> None:
    straight, output = tmp_path / "straight.jsonl", tmp_path / "out.jsonl"
    run(claims, straight)
    stopped_at(claims, output, rows)
    judges = FakeJudges()
    outcome = run(claims, output, judges, resume=Resume.YES, ask_once=True)
    assert judges.asked == [f"claim {n}" for n in range(rows, ROWS)]
    assert outcome.finished and outcome.progress.kept == rows
    assert output.read_bytes() == straight.read_bytes()


@pytest.mark.parametrize("name", ["out.jsonl", "out.csv", "out.html"])
@pytest.mark.parametrize(
    ("failing", "again"),
    [({"failed": (3, 100)}, [3, 100]), ({"then": (3, 100)}, [3, 100]), ({"failed": (149,)}, [149])],
)
def test_rows_that_failed_are_judged_again_and_no_others(
    claims: Path, tmp_path: Path, name: str, failing: dict[str, tuple[int, ...]], again: list[int]
) -> None:
    straight, output = tmp_path / f"straight-{name}", tmp_path / name
    run(claims, straight)
    first = run(claims, output, Failing(**failing), ask_once=True)
    assert first.partly is ("failed" in failing)
    if name != "out.jsonl" and "then" in failing:
        return  # a verdict on the claim's own day is in no table
    judges = FakeJudges()
    run(claims, output, judges, resume=Resume.YES, ask_once=True)
    assert judges.asked == [f"claim {n}" for n in again]
    assert output.read_bytes() == straight.read_bytes()


def test_the_rows_to_judge_are_told_before_the_first_is(claims: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    stopped_at(claims, output, 70)
    told: list[object] = []
    with open_source(claims) as source:
        bulk = BulkRun(source, output, FakeJudges(), resume=Resume.YES, ask_once=True)
        bulk.planned = told.append
        told.extend("row" for _ in bulk.events())
    assert told[:2] == [ROWS - 70, "row"]


class Finder:
    """Finds one claim in an article, or stops."""

    def __init__(self, error: JingmaiError | None = None, *, raises: bool = False) -> None:
        self.error, self.raises, self.asked = error, raises, 0

    def __call__(self, document: Document) -> Extraction:
        self.asked += 1
        if self.error and self.raises:
            raise self.error
        return Extraction(document, (Claim("c1", document.text, "en"),), stopped=self.error)


@pytest.fixture
def folder(tmp_path: Path) -> tuple[Path, tuple[Path, ...]]:
    files = tuple(tmp_path / f"{n}.txt" for n in range(3))
    for file in files:
        file.write_text(f"Kestrel sold {file.stem}00 boats in 2024.\n", "utf-8")
    return tmp_path, files


def test_an_article_is_searched_once(folder: tuple[Path, tuple[Path, ...]]) -> None:
    finder = Finder()
    extract = once(finder)
    first = list(article_rows(*folder, extract))
    assert list(article_rows(*folder, extract)) == first and len(first) == 3
    assert finder.asked == 3


@pytest.mark.parametrize("raises", [False, True])
@pytest.mark.parametrize(
    "error",
    [SettingsError("key", hint="h"), BudgetSpent("spent", hint="h"), ModelTimeout("no", hint="h")],
)
def test_what_would_fail_for_every_article_is_raised(
    folder: tuple[Path, tuple[Path, ...]], error: JingmaiError, raises: bool
) -> None:
    finder = Finder(error, raises=raises)
    with pytest.raises(type(error)):
        list(article_rows(*folder, finder))
    assert finder.asked == 1


@pytest.mark.parametrize(("raises", "rows"), [(False, 6), (True, 3)])
def test_a_bad_reply_is_one_articles_trouble(
    folder: tuple[Path, tuple[Path, ...]], raises: bool, rows: int
) -> None:
    found = list(article_rows(*folder, Finder(ModelReplyError("bad", hint="h"), raises=raises)))
    assert len(found) == rows
    assert sum(row.fault is not None for row in found) == 3
    assert [row.number for row in found] == list(range(1, rows + 1))


LLM = Settings(llm="openai:x")
PRICED = Settings(llm="openai:x", llm_price_in=1.0, llm_price_out=1.0, llm_extract=True)


@pytest.mark.parametrize(
    ("rows", "settings", "told"),
    [
        (1, LLM, "1 claim to judge: about 1 call, 2,700 tokens, price not known"),
        (2_000, PRICED, "2,000 claims to judge: about 2,000 calls, 5,400,000 tokens, about $5.40"),
        (
            10,
            Settings(llm="openai:x", llm_agree=3, budget_usd=1.5, budget_tokens=9_000),
            "10 claims to judge: about 30 calls, 81,000 tokens, price not known; "
            "the budget is $1.50 and 9,000 tokens",
        ),
    ],
)
def test_estimates_in_words(rows: int, settings: Settings, told: str) -> None:
    assert estimate_line(rows, settings) == told


def test_an_estimate_of_the_search_is_for_articles_only(
    folder: tuple[Path, tuple[Path, ...]], claims: Path
) -> None:
    root, files = folder
    assert search_line(str(files[0]), PRICED).startswith("1 article in which to find claims: ")
    assert search_line(str(claims), PRICED) == ""
    assert search_line(str(root), LLM) == ""
    assert search_line("-", PRICED) == ""
