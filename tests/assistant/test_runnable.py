"""The checker inside LangChain chains: invoke, batch, stream, tools, callbacks and composition."""

import asyncio
import warnings
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import date
from functools import reduce
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.documents import Document as LangChainDocument
from langchain_core.runnables import RunnableConfig, RunnableGenerator, RunnableLambda

from assistant.answer import report_json
from assistant.checker import Checker
from assistant.errors import InputError, ModelTimeout, SettingsError
from assistant.runnable import CheckerRunnable, ClaimToCheck
from assistant.types import Cost, Extraction
from index.types import Document, Kind

CLAIMS = ["GPT-3 was released in 2020.", "ChatGPT เปิดตัวในปี 2565"]
TEXT = "Nvidia lost $589 billion on 27 January 2025.\n\nMeta spent $39 billion in 2024.\n"
ARTICLE = Document("a", "", TEXT, "en", kind=Kind.ARTICLE)
LATE = "Amazon's capital expenditure for 2025 was $131 billion."
DAY = date(2025, 2, 10)


class Runs(BaseCallbackHandler):
    """The outputs of chains that started and ended, by name."""

    def __init__(self) -> None:
        self.started: list[UUID] = []
        self.ended: list[Any] = []
        self.failed: list[BaseException] = []

    def on_chain_start(self, serialized: Any, inputs: Any, *, run_id: UUID, **kwargs: Any) -> None:
        self.started.append(run_id)

    def on_chain_end(self, outputs: Any, **kwargs: Any) -> None:
        self.ended.append(outputs)

    def on_chain_error(self, error: BaseException, **kwargs: Any) -> None:
        self.failed.append(error)


async def gathered(stream: AsyncIterator[Any]) -> list[Any]:
    return [part async for part in stream]


def test_invoke_is_what_check_prints(checker: Checker) -> None:
    told = CheckerRunnable(checker).invoke(CLAIMS[0])
    assert told == report_json(checker.check(CLAIMS[0]))


def test_batch_keeps_the_order(checker: Checker) -> None:
    told = CheckerRunnable(checker).batch(list(CLAIMS))
    assert [t["verdicts"][0]["claim"] for t in told] == CLAIMS


def test_stream_gives_an_article_verdict_by_verdict(checker: Checker) -> None:
    parts = list(CheckerRunnable(checker).stream(ARTICLE))
    whole = CheckerRunnable(checker).invoke(ARTICLE)
    assert all(len(part["verdicts"]) == 1 for part in parts)
    assert [part["verdicts"][0] for part in parts] == whole["verdicts"]
    assert len(parts) >= 2
    assert reduce(lambda a, b: a + b, parts) == whole


def test_astream_gives_what_stream_gives(checker: Checker) -> None:
    runnable = CheckerRunnable(checker)
    assert asyncio.run(gathered(runnable.astream(ARTICLE))) == list(runnable.stream(ARTICLE))


def test_an_article_without_claims_gives_one_empty_report(checker: Checker) -> None:
    runnable, quiet = CheckerRunnable(checker), Document("q", "", "Good morning!", "en")
    assert list(runnable.stream(quiet)) == [runnable.invoke(quiet)]


@pytest.mark.parametrize("asynchronous", [False, True])
def test_callbacks_fire_when_an_article_is_streamed(checker: Checker, asynchronous: bool) -> None:
    runs, runnable = Runs(), CheckerRunnable(checker)
    config: RunnableConfig = {"callbacks": [runs]}
    if asynchronous:
        asyncio.run(gathered(runnable.astream(ARTICLE, config)))
    else:
        list(runnable.stream(ARTICLE, config))
    assert len(runs.started) == 1
    assert runs.ended == [runnable.invoke(ARTICLE)]  # the whole report, not its last part


def test_events_come_a_claim_at_a_time(checker: Checker) -> None:
    events = asyncio.run(gathered(CheckerRunnable(checker).astream_events(ARTICLE, version="v2")))
    names = [e["event"] for e in events]
    assert names.count("on_chain_stream") >= 2
    assert (names[0], names[-1]) == ("on_chain_start", "on_chain_end")


def test_callbacks_are_told_of_errors(checker: Checker) -> None:
    runs = Runs()
    with pytest.raises(InputError):
        list(CheckerRunnable(checker).stream(Document("e", "", " ", "en"), {"callbacks": [runs]}))
    assert len(runs.failed) == 1


@pytest.mark.parametrize(
    "given",
    [
        LangChainDocument(
            page_content=TEXT, metadata={"source": "news/a.txt", "kind": "reference"}
        ),
        {
            "text": TEXT,
            "title": "A day on Wall Street",
            "published": "2025-01-28",
            "more": object(),
        },
        {"text": TEXT},
    ],
    ids=["LangChain", "rich", "plain"],
)
def test_articles_of_other_shapes(checker: Checker, given: Any) -> None:
    runnable = CheckerRunnable(checker)
    texts = [v["claim"] for v in runnable.invoke(ARTICLE)["verdicts"]]
    assert [v["claim"] for v in runnable.invoke(given)["verdicts"]] == texts
    assert [p["verdicts"][0]["claim"] for p in runnable.stream(given)] == texts


def test_a_claim_in_a_mapping(checker: Checker) -> None:
    runnable = CheckerRunnable(checker)
    assert runnable.invoke({"claim": CLAIMS[0], "more": 1}) == runnable.invoke(CLAIMS[0])


@pytest.mark.parametrize(
    ("given", "error", "told"),
    [
        (3, TypeError, "int is neither a claim nor an article"),
        ([CLAIMS[0]], TypeError, "list is neither"),
        ({}, ValueError, "the mapping has nothing"),
        ({"question": "x"}, ValueError, "the mapping has 'question'"),
        ({"claim": "x", "text": "y"}, ValueError, "the mapping has 'claim' and 'text'"),
        ({"claim": 3}, TypeError, "'claim' is int, not a text"),
        ({"claim": CLAIMS[0], "as_of": "someday"}, ValueError, "as_of is no date: 'someday'"),
        ({"claim": CLAIMS[0], "as_of": 2025}, ValueError, "as_of is no date: 2025"),
        ({"text": " "}, InputError, "the article is empty"),
        (LangChainDocument(page_content=""), InputError, "the article is empty"),
        ("", InputError, "the claim is empty"),
    ],
)
def test_what_cannot_be_checked_is_told_in_one_line(
    checker: Checker, given: Any, error: type[Exception], told: str
) -> None:
    runnable = CheckerRunnable(checker)
    for call in (runnable.invoke, lambda x: list(runnable.stream(x))):
        with pytest.raises(error) as caught:
            call(given)
        assert told in str(caught.value)
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("day", [DAY, DAY.isoformat(), "10 ก.พ. 2568"])
def test_as_of_leaves_out_what_came_later(checker: Checker, day: date | str) -> None:
    runnable = CheckerRunnable(checker)
    config: RunnableConfig = {"configurable": {"as_of": day, "thread_id": "7"}}
    wanted = report_json(checker.check(LATE, as_of=DAY))
    assert wanted != report_json(checker.check(LATE))
    assert runnable.invoke({"claim": LATE, "as_of": day}) == wanted
    assert runnable.invoke(LATE, config) == wanted
    assert runnable.with_config(configurable={"as_of": day}).invoke(LATE) == wanted
    assert runnable.bind(as_of=day).invoke(LATE) == wanted
    assert list(runnable.bind(as_of=day).stream(LATE)) == [wanted]
    assert list(runnable.stream({"text": LATE, "as_of": day})) == list(
        runnable.stream({"text": LATE}, config)
    )


def test_the_nearest_as_of_counts(checker: Checker) -> None:
    runnable = CheckerRunnable(checker)
    config: RunnableConfig = {"configurable": {"as_of": "2020-01-01"}}
    wanted = report_json(checker.check(LATE, as_of=DAY))
    assert runnable.invoke({"claim": LATE, "as_of": DAY}, config) == wanted
    assert runnable.bind(as_of=DAY).invoke(LATE, config) == wanted
    assert "as_of" in str(runnable.get_config_jsonschema())


def test_a_mistake_half_way_is_raised(checker: Checker) -> None:
    class Refusing:
        name = fingerprint = "refusing"

        def judge(self, claim: object, candidates: object) -> Any:
            raise SettingsError("the key was refused", hint="check it")

    refusing = Checker(
        checker.library,
        extractor=checker.extractor,
        judge=Refusing(),
        sentence_encoder=checker.sentence_encoder,
    )
    with pytest.raises(SettingsError):
        CheckerRunnable(refusing).invoke(ARTICLE)
    with pytest.raises(SettingsError):
        list(CheckerRunnable(refusing).stream(ARTICLE))


@pytest.mark.parametrize(
    "given", [{}, {"args_schema": ClaimToCheck}, {"arg_types": {"claim": str}}]
)
def test_it_is_a_tool(checker: Checker, given: dict[str, Any]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # `as_tool` is in beta
        tool = CheckerRunnable(checker).as_tool(**given)
    assert tool.name == "check_claim"
    assert tool.description
    assert "claim" in tool.args
    assert tool.invoke({"claim": CLAIMS[0]}) == report_json(checker.check(CLAIMS[0]))
    asynchronous = asyncio.run(tool.ainvoke({"claim": CLAIMS[0]}))
    assert asynchronous == report_json(checker.check(CLAIMS[0]))


def test_the_search_for_claims_is_counted_once_and_its_end_is_raised_last(
    checker: Checker,
) -> None:
    class Costly:
        stopped: ModelTimeout | None = None

        def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
            found = checker.extract(document)
            return replace(found, cost=Cost(7, 3), stopped=self.stopped)

    costly = Costly()
    runnable = CheckerRunnable(
        Checker(
            checker.library,
            extractor=costly,
            judge=checker.judge,
            sentence_encoder=checker.sentence_encoder,
        )
    )
    parts = list(runnable.stream(ARTICLE))
    assert len(parts) >= 2
    assert reduce(lambda a, b: a + b, parts) == runnable.invoke(ARTICLE)
    costly.stopped = ModelTimeout("no answer", hint="wait")
    given: list[Any] = []
    with pytest.raises(ModelTimeout):
        for part in runnable.stream(ARTICLE):
            given.append(part)  # noqa: PERF402 (what came before the error counts)
    assert len(given) == len(parts)
    with pytest.raises(ModelTimeout):
        runnable.invoke(ARTICLE)


def test_the_tool_takes_a_day(checker: Checker) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tool = CheckerRunnable(checker).as_tool(name="factcheck")
    told = tool.invoke({"claim": LATE, "as_of": "2025-02-10"})
    assert (tool.name, told) == ("factcheck", report_json(checker.check(LATE, as_of=DAY)))


def test_schemas_can_be_asked_for(checker: Checker) -> None:
    runnable = CheckerRunnable(checker)
    assert runnable.get_input_jsonschema()
    assert runnable.get_output_jsonschema()


def test_it_composes(checker: Checker) -> None:
    chain = CheckerRunnable(checker) | RunnableLambda(lambda told: told["verdicts"][0]["label"])
    assert chain.invoke(CLAIMS[0]) == checker.check(CLAIMS[0]).verdicts[0].label.value
    assert asyncio.run(chain.ainvoke(CLAIMS[0])) == chain.invoke(CLAIMS[0])


def test_a_claim_that_arrives_in_pieces(checker: Checker) -> None:
    def pieces(given: Iterator[str]) -> Iterator[str]:
        for text in given:
            yield from text.partition(" was")

    async def pieces_later(given: AsyncIterator[str]) -> AsyncIterator[str]:
        async for text in given:
            for piece in text.partition(" was"):
                yield piece

    chain = RunnableGenerator(pieces, pieces_later) | CheckerRunnable(checker)
    assert list(chain.stream(CLAIMS[0])) == [report_json(checker.check(CLAIMS[0]))]
    assert asyncio.run(gathered(chain.astream(CLAIMS[0]))) == list(chain.stream(CLAIMS[0]))


def test_what_follows_sees_the_whole_report(checker: Checker) -> None:
    chain = CheckerRunnable(checker) | RunnableLambda(lambda told: len(told["verdicts"]))
    assert list(chain.stream(ARTICLE)) == [chain.invoke(ARTICLE)]


def test_the_store_is_untouched_by_checking(checker: Checker, seed_store: Path) -> None:
    before = checker.library.fingerprint
    CheckerRunnable(checker).invoke(CLAIMS[1])
    assert checker.library.fingerprint == before
