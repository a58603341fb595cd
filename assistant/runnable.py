"""The checker as a LangChain `Runnable`, for chains and graphs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, cast

from langchain_core.callbacks import (
    AsyncCallbackManagerForChainRun,
    CallbackManagerForChainRun,
)
from langchain_core.documents import Document as LangChainDocument
from langchain_core.runnables import ConfigurableFieldSpec, Runnable, RunnableConfig
from langchain_core.runnables.config import run_in_executor
from langchain_core.tools import BaseTool
from pydantic import BaseModel, Field

from assistant.answer import report_json
from assistant.checker import Checker
from assistant.llm.cost import total_cost
from assistant.types import Cost, Report
from index.ingest.records import date_of, document_of_row
from index.langchain import from_langchain
from index.types import Document, Kind

Given = str | Document | LangChainDocument | dict[str, Any]
"""A claim (str), an article (a document, ours or LangChain's), or a mapping.

A mapping has either "claim" or "text" (an article, with "title", "url", "publisher" and
"published" as in a file of references), and perhaps "as_of". Its other keys are left alone.
"""

Day = date | str | None

AS_OF = "as_of"
_WANTED = (
    'give a claim (str), an article (Document), {"claim": ...} or {"text": ...}, '
    'perhaps with "as_of"'
)


class ClaimToCheck(BaseModel):
    """What `CheckerRunnable.as_tool` asks a model for."""

    claim: str = Field(description="one checkable statement, in Thai or English")
    as_of: str | None = Field(
        default=None, description="leave out evidence published after this day (YYYY-MM-DD)"
    )


class ReportPart(dict[str, Any]):
    """The JSON of a report on some of an article's claims; the sum of all parts is the whole."""

    def __init__(self, report: Report) -> None:
        super().__init__(report_json(report))
        self._report = report

    def __add__(self, other: ReportPart) -> ReportPart:
        """This part with the verdicts of `other` after its own, and what both cost."""
        if not isinstance(other, ReportPart):
            return NotImplemented
        mine, theirs = self._report, other._report
        cost = total_cost((mine.cost, theirs.cost))
        return ReportPart(replace(mine, verdicts=(*mine.verdicts, *theirs.verdicts), cost=cost))


class CheckerRunnable(Runnable[Given, dict[str, Any]]):
    """`invoke` takes a claim or an article (see `Given`) and gives the JSON of a report.

    `stream` and `astream` give one such report for each claim as soon as it is rated (one
    without verdicts when an article has no claims), and their sum is what `invoke` gives.

    `as_of` leaves out evidence published later. It stands in the mapping that is given, else it
    is bound (`runnable.bind(as_of="2025-02-07")`), else it comes from the config
    (`{"configurable": {"as_of": "2025-02-07"}}`); a date, or a text like those of files.

    Raises `TypeError` for a thing that is neither claim nor article, `ValueError` for a mapping
    without either or with a wrong date, and the `UserError` of `Checker`.
    """

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    @property
    def config_specs(self) -> list[ConfigurableFieldSpec]:
        """The fields of `config["configurable"]` that are read."""
        return [
            ConfigurableFieldSpec(
                id=AS_OF,
                annotation=str | None,
                name="As of",
                description="leave out evidence published after this day (YYYY-MM-DD)",
                default=None,
            )
        ]

    def invoke(
        self, input: Given, config: RunnableConfig | None = None, **kwargs: Any
    ) -> dict[str, Any]:
        """Rate `input` and return the object that `check --json` prints."""
        return self._call_with_config(self._check, input, config, **kwargs)

    def stream(
        self, input: Given, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[dict[str, Any]]:
        """Yield a report of one verdict after the other."""
        yield from self.transform(iter((input,)), config, **kwargs)

    async def astream(
        self, input: Given, config: RunnableConfig | None = None, **kwargs: Any
    ) -> AsyncIterator[dict[str, Any]]:
        """`stream`, judged in a thread of its own."""

        async def alone() -> AsyncIterator[Given]:
            yield input

        async for part in self.atransform(alone(), config, **kwargs):
            yield part

    def transform(
        self, input: Iterator[Given], config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[dict[str, Any]]:
        """`stream`, once all of `input` is there."""
        yield from self._transform_stream_with_config(input, self._streamed, config, **kwargs)

    async def atransform(
        self, input: AsyncIterator[Given], config: RunnableConfig | None = None, **kwargs: Any
    ) -> AsyncIterator[dict[str, Any]]:
        """`astream`, once all of `input` is there."""
        parts = self._atransform_stream_with_config(input, self._astreamed, config, **kwargs)
        async for part in parts:
            yield part

    def as_tool(
        self,
        args_schema: type[BaseModel] | None = None,
        *,
        name: str | None = None,
        description: str | None = None,
        arg_types: dict[str, type] | None = None,
    ) -> BaseTool:
        """A tool that checks one claim; by default with the arguments of `ClaimToCheck`."""
        return super().as_tool(
            args_schema or (None if arg_types else ClaimToCheck),
            name=name or "check_claim",
            description=description
            or "Check a claim against the reference documents: verdict, "
            "confidence, verbatim quotes and the arithmetic.",
            arg_types=arg_types,
        )

    def _check(
        self,
        given: Given,
        run_manager: CallbackManagerForChainRun,
        config: RunnableConfig,
        *,
        as_of: Day = None,
    ) -> dict[str, Any]:
        what, day = _read(given, as_of, config)
        if isinstance(what, str):
            return report_json(self.checker.check(what, as_of=day))
        report = self.checker.check_article(what, as_of=day)
        if report.stopped:
            raise report.stopped
        return report_json(report)

    def _streamed(
        self,
        given: Iterator[Given],
        run_manager: CallbackManagerForChainRun,
        config: RunnableConfig,
        *,
        as_of: Day = None,
    ) -> Iterator[dict[str, Any]]:
        pieces = list(given)
        if pieces:
            yield from self._parts(_whole(pieces), config, as_of)

    async def _astreamed(
        self,
        given: AsyncIterator[Given],
        run_manager: AsyncCallbackManagerForChainRun,
        config: RunnableConfig,
        *,
        as_of: Day = None,
    ) -> AsyncIterator[dict[str, Any]]:
        pieces = [piece async for piece in given]
        if not pieces:
            return
        parts = self._parts(_whole(pieces), config, as_of)
        while (part := await run_in_executor(config, next, parts, None)) is not None:
            yield part

    def _parts(self, given: Given, config: RunnableConfig, as_of: Day) -> Iterator[ReportPart]:
        what, day = _read(given, as_of, config)
        if isinstance(what, str):
            yield ReportPart(self.checker.check(what, as_of=day))
            return
        found = self.checker.extract(what)
        if not found.claims:
            yield ReportPart(self.checker.report_of(found, (), stopped=found.stopped))
        left = found
        for verdict in self.checker.judge_claims(found.claims, cutoff=day, batch=1):
            yield ReportPart(self.checker.report_of(left, (verdict,)))
            left = replace(found, cost=Cost())  # the search for claims is counted once
        if found.stopped:
            raise found.stopped


def _whole(pieces: Iterable[Given]) -> Given:
    """What a stream of inputs amounts to: their sum, or the last of what cannot be added."""
    whole: Any = None
    for piece in pieces:
        try:
            whole = piece if whole is None else whole + piece
        except TypeError:
            whole = piece
    return cast(Given, whole)


def _read(given: object, bound: Day, config: RunnableConfig) -> tuple[str | Document, date | None]:
    """The claim or the article that was given, and the day that evidence ends with."""
    told = given.get(AS_OF) if isinstance(given, Mapping) else None
    configured = config.get("configurable", {}).get(AS_OF)
    day = next((x for x in (told, bound, configured) if x is not None), None)
    return _claim_or_article(given), _day(day)


def _claim_or_article(given: object) -> str | Document:
    if isinstance(given, str | Document):
        return given
    if isinstance(given, LangChainDocument):
        return next((_article(d) for d in from_langchain([given])), _NOTHING)
    if not isinstance(given, Mapping):
        raise TypeError(f"{type(given).__name__} is neither a claim nor an article; {_WANTED}")
    found = [key for key in ("claim", "text") if given.get(key) is not None]
    if len(found) != 1:
        has = " and ".join(map(repr, found or given)) or "nothing"
        raise ValueError(f"the mapping has {has}; {_WANTED}")
    what = given[found[0]]
    if not isinstance(what, str):
        raise TypeError(f"{found[0]!r} is {type(what).__name__}, not a text; {_WANTED}")
    if found == ["claim"]:
        return what
    return _article(document_of_row(given)) if what.strip() else _NOTHING


_NOTHING = Document("", "", "", "en", kind=Kind.ARTICLE)
"""An article without text: the checker says what to do about it."""


def _article(document: Document) -> Document:
    return replace(document, kind=Kind.ARTICLE)


def _day(told: object) -> date | None:
    if told is None or isinstance(told, date):
        return date(told.year, told.month, told.day) if told else None
    day = date_of(told) if isinstance(told, str) else None
    if day is None:
        raise ValueError(f"{AS_OF} is no date: {told!r}; write it as 2025-02-07")
    return day
