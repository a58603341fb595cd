"""Settings to the parts that use a language model; `assistant.build` puts them in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant.errors import SettingsError
from assistant.llm.answers import write_answer
from assistant.llm.beside_source import BesideSource
from assistant.llm.cache import ReplyCache
from assistant.llm.caller import Caller
from assistant.llm.choices import choice_of, price_of
from assistant.llm.cost import Ledger
from assistant.llm.extract import LLMExtractor
from assistant.llm.judge import LLMJudge
from assistant.llm.limits import Limits
from assistant.llm.models import model_names, open_model, temperature_of
from assistant.llm.queries import QueryWriter
from assistant.llm.totals import Totals
from assistant.settings import Settings, checked
from assistant.types import Extractor, Judge, Verdict


class Parts:
    """One ledger, one cache and one limit shared by everything that asks a model in a run.

    `shared` are the counters of a run in several processes (None: this process's own). Raises
    `SettingsError` for a budget in USD without prices, and `StoreError` for a broken cache.
    """

    def __init__(self, settings: Settings, *, shared: Totals | None = None) -> None:
        self.settings = checked(settings)
        _check_prices(settings)
        self.ledger = Ledger(settings, shared=shared)
        self._limits = Limits(
            concurrency=settings.llm_concurrency, rate=settings.llm_rate, shared=shared
        )
        path = settings.folder.parent / "llm-replies.sqlite"
        self._cache = ReplyCache(path) if settings.llm_cache else None

    def callers(self) -> list[Caller]:
        """Every model of the settings, `llm_agree` times each."""
        names = model_names(self.settings)
        votes = range(self.settings.llm_agree)
        return [self.caller(name, sample=sample) for name in names for sample in votes]

    def caller(self, name: str, *, sample: int = 0) -> Caller:
        """The caller of one model. It is opened here, so that a wrong name is told at once."""
        model = open_model(name, self.settings, sample=sample)
        return Caller(
            name,
            model,
            ledger=self.ledger,
            cache=self._cache,
            limits=self._limits,
            retries=self.settings.llm_retries,
            sample=sample,
            timeout=self.settings.llm_timeout,
            address=choice_of(name, self.settings).address,
            options={"temperature": temperature_of(sample)},
        )

    def judge(self, default: Judge) -> LLMJudge:
        """The judge of the settings."""
        return LLMJudge(self.callers(), default)

    def extractor(self, *, source: str | None = None) -> Extractor:
        """The extractor of the settings: the first model. `source` is what an article was
        translated from, None when it is not known.
        """
        extractor = LLMExtractor(self.caller(model_names(self.settings)[0]))
        return extractor if source is None else BesideSource(extractor, source)

    def answer_writer(self) -> Callable[[Verdict, str], str]:
        """The answer writer of the settings: the first model."""
        return partial(write_answer, self.caller(model_names(self.settings)[0]))

    def query_writer(self) -> QueryWriter:
        """The query writer of the settings: the first model."""
        return QueryWriter(self.caller(model_names(self.settings)[0]))


def _check_prices(settings: Settings) -> None:
    """Without prices nobody could tell when a budget of money is spent."""
    if settings.budget_usd is None:
        return
    for name in model_names(settings):
        if price_of(name, settings) is None:
            raise SettingsError(
                f"a budget in USD needs the price of {name}",
                hint="set llm_price_in and llm_price_out (USD a million tokens) in the settings "
                "file, or give the budget in tokens: --budget-tokens",
            )
