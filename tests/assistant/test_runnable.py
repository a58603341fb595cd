"""The checker inside LangChain chains: invoke, batch, stream, and composition."""

from pathlib import Path

from langchain_core.runnables import RunnableLambda

from assistant.answer import report_json
from assistant.checker import Checker
from assistant.runnable import CheckerRunnable
from index.types import Document, Kind

CLAIMS = ["GPT-3 was released in 2020.", "ChatGPT เปิดตัวในปี 2565"]
TEXT = "Nvidia lost $589 billion on 27 January 2025.\n\nMeta spent $39 billion in 2024.\n"


def test_invoke_is_what_check_prints(checker: Checker) -> None:
    told = CheckerRunnable(checker).invoke(CLAIMS[0])
    assert told == report_json(checker.check(CLAIMS[0]))


def test_batch_keeps_the_order(checker: Checker) -> None:
    told = CheckerRunnable(checker).batch(list(CLAIMS))
    assert [t["verdicts"][0]["claim"] for t in told] == CLAIMS


def test_stream_gives_an_article_verdict_by_verdict(checker: Checker) -> None:
    article = Document("a", "", TEXT, "en", kind=Kind.ARTICLE)
    parts = list(CheckerRunnable(checker).stream(article))
    whole = CheckerRunnable(checker).invoke(article)
    assert all(len(part["verdicts"]) == 1 for part in parts)
    assert [part["verdicts"][0] for part in parts] == whole["verdicts"]
    assert len(parts) >= 2


def test_it_composes(checker: Checker) -> None:
    chain = CheckerRunnable(checker) | RunnableLambda(lambda told: told["verdicts"][0]["label"])
    assert chain.invoke(CLAIMS[0]) == checker.check(CLAIMS[0]).verdicts[0].label.value


def test_the_store_is_untouched_by_checking(checker: Checker, seed_store: Path) -> None:
    before = checker.library.fingerprint
    CheckerRunnable(checker).invoke(CLAIMS[1])
    assert checker.library.fingerprint == before
