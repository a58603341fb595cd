"""Budgets hold whatever is under way, prices are exact, estimates count every call."""

import threading
from decimal import Decimal
from multiprocessing import get_context
from time import monotonic, sleep

import pytest

from assistant.errors import BudgetSpent
from assistant.llm.cost import Ledger, dollars, total_cost
from assistant.llm.estimate import estimate, tokens_of
from assistant.llm.limits import Limits
from assistant.llm.meter import count_call, metered
from assistant.llm.totals import Totals, totals_across_processes
from assistant.settings import ModelSettings, Settings
from assistant.types import Cost

MODEL = "openai:a"
PRICED = {"llm_price_in": 1.0, "llm_price_out": 2.0}


def ledger(shared: Totals | None = None, **settings: object) -> Ledger:
    return Ledger(Settings(llm=MODEL, **settings), shared=shared)  # type: ignore[arg-type]


def test_what_is_held_is_not_spent_and_what_is_settled_is() -> None:
    book = ledger(**PRICED)
    hold = book.hold(MODEL, 1_000, 300)
    assert book.total == Cost(usd=Decimal(0))
    used = book.settle(hold, 100, 20)
    assert used.usd == Decimal("0.00014") and book.total == Cost(100, 20, Decimal("0.00014"))


def test_a_call_waits_while_the_others_hold_what_is_left() -> None:
    book = ledger(budget_tokens=1_000)
    first = book.hold(MODEL, 800, 300)
    began: list[float] = []

    def second() -> None:
        book.hold(MODEL, 100, 100)
        began.append(monotonic())

    thread = threading.Thread(target=second)
    thread.start()
    sleep(0.15)
    assert not began
    book.settle(first, 100, 20)
    thread.join(5)
    assert began


@pytest.mark.parametrize(
    ("limit", "told"),
    [
        ({"budget_tokens": 120}, "the budget of 120 tokens is spent"),
        ({"budget_usd": 0.00014}, r"the budget of \$0.00014 is spent"),
    ],
)
def test_a_spent_budget_refuses_the_next_call(limit: dict[str, object], told: str) -> None:
    book = ledger(**PRICED, **limit)
    book.settle(book.hold(MODEL, 1, 1), 100, 20)
    with pytest.raises(BudgetSpent, match=told) as caught:
        book.hold(MODEL, 1, 1)
    assert caught.value.hint


def test_a_call_whose_end_is_never_heard_of_holds_nothing_for_ever() -> None:
    book = ledger(budget_tokens=100, llm_timeout=-4.8)  # and five seconds to spare
    book.hold(MODEL, 1_000, 0)
    book.hold(MODEL, 10, 0)


def test_the_largest_call_so_far_is_what_the_next_one_may_use() -> None:
    book = ledger(budget_tokens=10_000)
    book.settle(book.hold(MODEL, 10, 10), 2_000, 6_000)
    assert book.hold(MODEL, 10, 10).tokens == 8_000


def _spend(shared: Totals) -> None:
    book = ledger(shared, **PRICED)
    book.settle(book.hold(MODEL, 1, 1), 100, 20)


def test_processes_share_one_budget() -> None:
    shared = totals_across_processes()
    process = get_context("spawn").Process(target=_spend, args=(shared,))
    process.start()
    process.join(60)
    book = ledger(shared, budget_tokens=120, **PRICED)
    assert book.total == Cost(100, 20, Decimal("0.00014"))
    with pytest.raises(BudgetSpent):
        book.hold(MODEL, 1, 1)


def test_models_have_their_own_prices() -> None:
    own = (
        ModelSettings("openai:a", price_in=1.0, price_out=1.0),
        ModelSettings("openai:b", price_in=10.0, price_out=10.0),
    )
    book = Ledger(Settings(llm="openai:a,openai:b", llm_models=own))
    costs = [book.settle(book.hold(name, 1, 1), 100, 0).usd for name in ("openai:a", "openai:b")]
    assert costs == [Decimal("0.0001"), Decimal("0.001")]
    assert book.total.usd == Decimal("0.0011")
    unknown = Ledger(Settings(llm="openai:a,openai:c", llm_models=own))
    assert unknown.total.usd is None


@pytest.mark.parametrize(
    ("usd", "told"),
    [("0", "$0.00"), ("1.2", "$1.20"), ("12345", "$12,345.00"), ("0.01", "$0.01"),
     ("0.0007", "$0.0007"), ("0.00014", "$0.00014"), ("0.00000001", "$0.000001")],
)  # fmt: skip
def test_money_is_told_so_that_it_can_be_read(usd: str, told: str) -> None:
    assert dollars(Decimal(usd)) == told


def test_costs_add_up() -> None:
    one = Cost(1, 2, Decimal("0.5"), 1.0)
    assert total_cost([one, one]) == Cost(2, 4, Decimal("1.0"), 2.0)
    assert total_cost([one, Cost(1, 1, None, 0.0, True)]) == Cost(2, 3, None, 1.0, True)
    assert total_cost([one, Cost(seconds=3.0)]).usd == Decimal("0.5")


def test_meters_stand_in_each_other() -> None:
    with metered() as outer:
        count_call(Cost(1, 1), Cost(1, 1))
        with metered() as inner:
            count_call(Cost(2, 2), Cost(3, 3))
    assert (inner.cost.input_tokens, inner.full_cost.input_tokens) == (2, 3)
    assert (outer.cost.input_tokens, outer.full_cost.input_tokens) == (3, 4)
    with metered() as none:
        pass
    assert none.cost == none.full_cost == Cost()


@pytest.mark.parametrize(
    ("settings", "claims", "articles", "calls"),
    [
        ({}, 10, 0, 10),
        ({"llm_agree": 3}, 10, 0, 30),
        ({"llm": "openai:a,openai:b", "llm_agree": 2}, 10, 0, 40),
        ({"llm_queries": True}, 10, 0, 20),
        ({}, 0, 4, 4),
        ({"llm": None}, 10, 4, 0),
    ],
)
def test_an_estimate_counts_every_call(
    settings: dict[str, object], claims: int, articles: int, calls: int
) -> None:
    chosen = Settings(**{"llm": MODEL, **settings})  # type: ignore[arg-type]
    found = estimate(chosen, claims, articles=articles)
    assert found.calls == calls and found.usd is None and (found.tokens > 0) == (calls > 0)


def test_an_estimate_has_a_price_where_every_model_has_one() -> None:
    found = estimate(Settings(llm=MODEL, **PRICED), 10)  # type: ignore[arg-type]
    assert found.usd == Decimal("0.03")


@pytest.mark.parametrize(("text", "tokens"), [("", 0), ("a" * 400, 100), ("ก" * 16, 10)])
def test_tokens_of_a_text(text: str, tokens: int) -> None:
    assert tokens_of([text]) == tokens


def test_calls_begin_at_the_rate_whoever_makes_them() -> None:
    limits = Limits(concurrency=8, rate=20.0)
    started = monotonic()
    threads = [threading.Thread(target=limits.pace) for _ in range(7)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert 6 / 20 <= monotonic() - started < 3.0


def test_one_slot_is_one_call() -> None:
    limits = Limits(concurrency=2, rate=0)
    under_way, most, lock = 0, 0, threading.Lock()

    def call() -> None:
        nonlocal under_way, most
        with limits.slot():
            with lock:
                under_way += 1
                most = max(most, under_way)
            sleep(0.02)
            with lock:
                under_way -= 1

    threads = [threading.Thread(target=call) for _ in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == 2
