"""Tokens and money: a running total, and a limit that holds however many calls are under way."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from threading import Lock
from time import monotonic, sleep

from assistant.errors import BudgetSpent
from assistant.llm.choices import model_names, price_of
from assistant.llm.totals import Count, Totals, totals
from assistant.settings import Settings
from assistant.types import Cost

_NANO = 1_000_000_000
_LOOK_SECONDS = 0.02
_SPARE_SECONDS = 5.0
_ANY = "openai:any"
"""A model where none is named: the settings' one price is its own."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Tokens and money set aside for a call of `model` that is under way."""

    model: str
    tokens: int
    nano_usd: int


class Ledger:
    """Adds up what calls used and refuses the next one once the budget is spent. Thread-safe.

    Before a call what it may use is set aside, afterwards what it used is counted instead. A call
    begins only while what is used and set aside leaves something of the budget; so the budget is
    overdrawn by one call at most. `shared` are the counters of a run in several processes (None:
    this ledger's own).
    """

    def __init__(self, settings: Settings, *, shared: Totals | None = None) -> None:
        self._settings = settings
        self._totals = shared or totals()
        self._largest: dict[str, int] = {}
        self._lock = Lock()

    @property
    def total(self) -> Cost:
        """Everything used so far; `usd` is None when a model has no price."""
        names = model_names(self._settings) or (_ANY,)
        with self._totals.held() as n:
            used = [n[count] for count in Count]
        priced = all(price_of(name, self._settings) for name in names)
        usd = Decimal(used[Count.NANO_USD]) / _NANO if priced else None
        return Cost(
            used[Count.INPUT], used[Count.OUTPUT], usd, estimated=bool(used[Count.ESTIMATED])
        )

    def cost_of(
        self,
        input_tokens: int,
        output_tokens: int,
        *,
        model: str | None = None,
        seconds: float = 0.0,
        estimated: bool = False,
    ) -> Cost:
        """The cost of so many tokens of `model` (None: the first of the settings)."""
        price = price_of(model or next(iter(model_names(self._settings)), _ANY), self._settings)
        usd = price.of(input_tokens, output_tokens) if price else None
        return Cost(input_tokens, output_tokens, usd, seconds, estimated)

    def hold(self, model: str, input_tokens: int, output_tokens: int) -> Hold:
        """Set aside what a call may use, or more where one of `model` has used more before.

        Waits while calls under way hold what is left; a call that nothing is heard of for longer
        than it may take is waited for no more. Raises `BudgetSpent` when nothing is left.
        """
        wanted = self._wanted(model, input_tokens, output_tokens)
        seen: list[int] = []
        until = 0.0
        while True:
            with self._totals.held() as n:
                self._refuse_when_spent(n)
                if [*n] != seen:
                    seen = [*n]
                    until = monotonic() + self._settings.llm_timeout + _SPARE_SECONDS
                if monotonic() > until or self._leaves_something(n):
                    n[Count.HELD_TOKENS] += wanted.tokens
                    n[Count.HELD_NANO_USD] += wanted.nano_usd
                    return wanted
            sleep(_LOOK_SECONDS)

    def settle(
        self, hold: Hold, input_tokens: int, output_tokens: int, *, estimated: bool = False
    ) -> Cost:
        """Count what the call used in the place of what was set aside for it."""
        used = self.cost_of(input_tokens, output_tokens, model=hold.model, estimated=estimated)
        with self._lock:
            largest = self._largest.get(hold.model, 0)
            self._largest[hold.model] = max(largest, input_tokens + output_tokens)
        with self._totals.held() as n:
            n[Count.HELD_TOKENS] -= hold.tokens
            n[Count.HELD_NANO_USD] -= hold.nano_usd
            n[Count.INPUT] += input_tokens
            n[Count.OUTPUT] += output_tokens
            n[Count.NANO_USD] += _nano(used.usd)
            n[Count.ESTIMATED] |= int(estimated)
        return used

    def _wanted(self, model: str, input_tokens: int, output_tokens: int) -> Hold:
        with self._lock:
            most = self._largest.get(model, 0)
        output_tokens = max(output_tokens, most - input_tokens)
        usd = self.cost_of(input_tokens, output_tokens, model=model).usd
        return Hold(model, input_tokens + output_tokens, _nano(usd))

    def _refuse_when_spent(self, n: Iterable[int]) -> None:
        used = list(n)
        tokens, usd = self._settings.budget_tokens, self._settings.budget_usd
        hint = "what is finished is kept; to go on, raise it, in bulk with --resume"
        if tokens is not None and used[Count.INPUT] + used[Count.OUTPUT] >= tokens:
            raise BudgetSpent(f"the budget of {tokens:,} tokens is spent", hint=hint)
        if usd is not None and used[Count.NANO_USD] >= _nano(Decimal(str(usd))):
            raise BudgetSpent(f"the budget of {dollars(Decimal(str(usd)))} is spent", hint=hint)

    def _leaves_something(self, n: Iterable[int]) -> bool:
        used = list(n)
        tokens, usd = self._settings.budget_tokens, self._settings.budget_usd
        spoken_for = used[Count.INPUT] + used[Count.OUTPUT] + used[Count.HELD_TOKENS]
        money = used[Count.NANO_USD] + used[Count.HELD_NANO_USD]
        return (tokens is None or spoken_for < tokens) and (
            usd is None or money < _nano(Decimal(str(usd)))
        )


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
            total.seconds + c.seconds,
            total.estimated or c.estimated,
        )
    return total


def dollars(usd: Decimal) -> str:
    """Money for reading: two places, more where it is less than a cent, e.g. $1.20, $0.0007."""
    if usd == 0 or usd >= Decimal("0.01"):
        return f"${usd:,.2f}"
    return "$" + f"{max(usd, Decimal('0.000001')):.6f}".rstrip("0")


def _nano(usd: Decimal | None) -> int:
    return int((usd or Decimal(0)) * _NANO)
