"""What a run with a language model may use, and what it has used, in words."""

from __future__ import annotations

from decimal import Decimal
from math import ceil
from pathlib import Path

from assistant.bulk.articles import ARTICLE_SUFFIXES, article_files
from assistant.bulk.judging import Here
from assistant.bulk.run import BulkRun
from assistant.llm.cost import dollars
from assistant.llm.estimate import Estimate, estimate
from assistant.settings import Settings
from assistant.spending import cost_words
from assistant.types import Cost

_PART_BYTES = 12_000
"""Bytes of an article that are sent at a time, Thai and English alike."""


def estimate_line(rows: int, settings: Settings) -> str:
    """What judging `rows` rows may use: calls, tokens, money where the models have prices."""
    return f"{_count(rows, 'claim')} to judge: {_told(estimate(settings, rows), settings)}"


def search_line(source: str, settings: Settings) -> str:
    """What finding the claims of the articles in `source` may use; "" where no model does that."""
    path = Path(source)
    articles = path.is_dir() or path.suffix.lower() in ARTICLE_SUFFIXES
    if not settings.llm_extract or not articles or not path.exists():
        return ""
    sizes = [file.stat().st_size for file in article_files(path)]
    parts = sum(max(1, ceil(size / _PART_BYTES)) for size in sizes)
    told = _told(estimate(settings, 0, articles=parts), settings)
    return f"{_count(len(sizes), 'article')} in which to find claims: {told}"


def spent_line(bulk: BulkRun) -> str:
    """What the models of this run have used; "" where none was asked."""
    spent = bulk.judges.checker.spent() if isinstance(bulk.judges, Here) else Cost()
    if not bulk.ask_once or bulk.outcome is None:
        return ""
    seconds = bulk.outcome.progress.seconds
    return f"language model: {cost_words(spent, 'en')} used in {seconds:,.1f} s"


def _told(found: Estimate, settings: Settings) -> str:
    money = "price not known" if found.usd is None else f"about {dollars(found.usd)}"
    line = f"about {_count(found.calls, 'call')}, {found.tokens:,} tokens, {money}"
    return f"{line}; the budget is {limit}" if (limit := _budget(settings)) else line


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _budget(settings: Settings) -> str:
    limits = []
    if settings.budget_usd is not None:
        limits.append(dollars(Decimal(str(settings.budget_usd))))
    if settings.budget_tokens is not None:
        limits.append(f"{settings.budget_tokens:,} tokens")
    return " and ".join(limits)
