"""The checker as a LangChain `Runnable`, for chains and graphs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from langchain_core.runnables import Runnable, RunnableConfig

from assistant.answer import report_json
from assistant.checker import Checker
from index.types import Document


class CheckerRunnable(Runnable[str | Document, dict[str, Any]]):
    """`invoke` takes a claim (str) or an article (`Document`) and gives the JSON of a report.

    `stream` gives one such report for each claim as soon as it is rated; `batch` takes many.
    """

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def invoke(
        self, input: str | Document, config: RunnableConfig | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Rate `input` and return the object that `check --json` prints."""
        return self._call_with_config(self._check, input, config, **kwargs)

    def stream(
        self, input: str | Document, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[dict[str, Any]]:
        """Yield a report of one verdict after the other."""
        if isinstance(input, str):
            yield self.invoke(input, config, **kwargs)
            return
        whole = self.checker.extract(input)
        for verdict in self.checker.judge_claims(whole.claims, batch=1):
            yield report_json(self.checker.report_of(whole, (verdict,)))

    def _check(self, given: str | Document) -> dict[str, Any]:
        checker = self.checker
        report = checker.check(given) if isinstance(given, str) else checker.check_article(given)
        return report_json(report)
