"""Settings to the parts that use a language model; `assistant.build` puts them in place."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from assistant.llm.answers import write_answer
from assistant.llm.cache import ReplyCache
from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger
from assistant.llm.extract import LLMExtractor
from assistant.llm.judge import LLMJudge
from assistant.llm.models import model_names, open_model
from assistant.llm.queries import QueryWriter
from assistant.settings import Settings
from assistant.types import Judge, Verdict


class Parts:
    """One ledger and one cache shared by everything that asks a model in a run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.ledger = Ledger(settings)
        path = settings.folder.parent / "llm-replies.sqlite"
        self._cache = ReplyCache(path) if settings.llm_cache else None

    def callers(self) -> list[Caller]:
        """Every model of the settings, `llm_agree` times each."""
        names = model_names(self.settings)
        votes = range(max(1, self.settings.llm_agree))
        return [self.caller(name, sample=sample) for name in names for sample in votes]

    def caller(self, name: str, *, sample: int = 0) -> Caller:
        """The caller of one model. It is opened here, so that a wrong name is told at once."""
        model = open_model(name, self.settings, sample=sample)
        return Caller(
            name,
            model,
            ledger=self.ledger,
            cache=self._cache,
            retries=self.settings.llm_retries,
            sample=sample,
        )

    def judge(self, default: Judge) -> LLMJudge:
        """The judge of the settings."""
        return LLMJudge(self.callers(), default, ledger=self.ledger)

    def extractor(self) -> LLMExtractor:
        """The extractor of the settings: the first model."""
        return LLMExtractor(self.caller(model_names(self.settings)[0]))

    def answer_writer(self) -> Callable[[Verdict, str], str]:
        """The answer writer of the settings: the first model."""
        return partial(write_answer, self.caller(model_names(self.settings)[0]))

    def query_writer(self) -> QueryWriter:
        """The query writer of the settings: the first model."""
        return QueryWriter(self.caller(model_names(self.settings)[0]))
