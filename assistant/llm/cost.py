"""Tokens and money: a running total, a limit, and an estimate before a run."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from assistant.errors import BudgetSpent
from assistant.settings import Settings
from assistant.types import Cost

CHARACTERS_PER_TOKEN = 2.5
"""Rough mean over Thai and English text; only for estimates."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run may use. `usd` is None when no price is set."""

    calls: int
    tokens: int
    usd: Decimal | None


class Ledger:
    """Adds up what calls used and refuses the next one once the budget is spent. Thread-safe."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._lock = threading.Lock()
        self._input = 0
        self._output = 0

    @property
    def total(self) -> Cost:
        """Everything used so far; `usd` is None when no price is set."""
        with self._lock:
            return self.cost_of(self._input, self._output)

    def cost_of(self, input_tokens: int, output_tokens: int) -> Cost:
        """The cost of one call."""
        return Cost(input_tokens, output_tokens, price(self._settings, input_tokens, output_tokens))

    def add(self, input_tokens: int, output_tokens: int) -> None:
        """Count one call."""
        with self._lock:
            self._input += input_tokens
            self._output += output_tokens

    def check(self) -> None:
        """Raise `BudgetSpent` when the budget leaves nothing for another call."""
        used, limits = self.total, self._settings
        if limits.budget_tokens and used.input_tokens + used.output_tokens >= limits.budget_tokens:
            raise BudgetSpent(f"the budget of {limits.budget_tokens:,} tokens is spent")
        if (
            limits.budget_usd
            and used.usd is not None
            and used.usd >= Decimal(str(limits.budget_usd))
        ):
            raise BudgetSpent(f"the budget of ${limits.budget_usd:,.2f} is spent")


def total_cost(costs: Iterable[Cost]) -> Cost:
    """The sum of `costs`; its `usd` is None as soon as one used tokens at an unknown price."""
    total = Cost(usd=Decimal(0))
    for c in costs:
        free = not c.input_tokens and not c.output_tokens
        known = total.usd is not None and (free or c.usd is not None)
        total = Cost(
            total.input_tokens + c.input_tokens,
            total.output_tokens + c.output_tokens,
            (total.usd or Decimal(0)) + (c.usd or Decimal(0)) if known else None,
        )
    return total


def price(settings: Settings, input_tokens: int, output_tokens: int) -> Decimal | None:
    """The price in USD from the settings' prices a million tokens, None when none is set."""
    if not settings.llm_price_in and not settings.llm_price_out:
        return None
    million = Decimal(1_000_000)
    return (
        Decimal(str(settings.llm_price_in)) * input_tokens
        + Decimal(str(settings.llm_price_out)) * output_tokens
    ) / million


def estimate(settings: Settings, claims: int, *, characters: int = 6_000) -> Estimate:
    """What rating `claims` claims may use, `characters` of prompt and 300 tokens of reply each."""
    from assistant.llm.models import model_names

    votes = max(1, len(model_names(settings))) * max(1, settings.llm_agree)
    calls = claims * votes
    sent, received = int(calls * characters / CHARACTERS_PER_TOKEN), calls * 300
    return Estimate(calls, sent + received, price(settings, sent, received))
