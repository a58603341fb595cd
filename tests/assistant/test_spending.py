"""What models used is told in both languages and as JSON, and not at all where none was asked."""

from dataclasses import replace
from decimal import Decimal

import pytest

from assistant.answer import markdown_of, report_json, verdict_json
from assistant.spending import cost_words, report_cost, verdict_cost
from assistant.types import Claim, Cost, Label, Report, Verdict
from index.types import Document

PAID = Cost(1_100, 20, Decimal("0.0123"), 1.26)
FULL = replace(PAID, seconds=0.0)
PLAIN = Verdict(Claim("c1", "x", "en"), Label.SUPPORTED, 0.9, (), "", "default")
ASKED = replace(PLAIN, cost=PAID, full_cost=FULL)
CACHED = replace(PLAIN, full_cost=FULL)
FAILED = replace(PLAIN, cost=Cost(seconds=2.0))


def report(*verdicts: Verdict, cost: Cost = PAID) -> Report:
    return Report("r", Document("d", "", "x", "en"), verdicts, "i", "s", cost=cost)


@pytest.mark.parametrize(
    ("cost", "thai", "english"),
    [
        (PAID, "1,100 + 20 โทเคน · $0.01 · 1.3 วินาที", "1,100 + 20 tokens · $0.01 · 1.3 s"),
        (Cost(1, 2), "1 + 2 โทเคน", "1 + 2 tokens"),
        (Cost(1, 2, estimated=True), "ราว 1 + 2 โทเคน", "about 1 + 2 tokens"),
        (Cost(0, 0, Decimal(0), 2.0), "0 + 0 โทเคน · 2.0 วินาที", "0 + 0 tokens · 2.0 s"),
    ],
)
def test_costs_in_words(cost: Cost, thai: str, english: str) -> None:
    assert (cost_words(cost, "th"), cost_words(cost, "en")) == (thai, english)


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (PLAIN, ""),
        (ASKED, "Language model: 1,100 + 20 tokens · $0.01 · 1.3 s"),
        (CACHED,
         "Language model: a reply from the cache (1,100 + 20 tokens when it was made)"),
        (FAILED, "Language model: 0 + 0 tokens · 2.0 s"),
    ],
)  # fmt: skip
def test_a_verdict_tells_what_it_used(verdict: Verdict, told: str) -> None:
    assert verdict_cost(verdict, "en") == told
    assert bool(verdict_cost(verdict, "th")) == bool(told)


@pytest.mark.parametrize(
    ("verdicts", "cost", "told"),
    [
        ((PLAIN, PLAIN), Cost(usd=Decimal(0)), False),
        ((ASKED,), PAID, False),  # the one verdict says it all
        ((ASKED,), replace(PAID, input_tokens=5_000), True),  # finding the claim was paid too
        ((ASKED, CACHED), PAID, True),
    ],
)
def test_a_report_tells_the_total(verdicts: tuple[Verdict, ...], cost: Cost, told: bool) -> None:
    made = report(*verdicts, cost=cost)
    assert bool(report_cost(made, "th")) is bool(report_cost(made, "en")) is told
    assert ("in total" in markdown_of(made, language="en")) is told


def test_json_has_costs_only_where_a_model_was_asked() -> None:
    plain = report_json(report(PLAIN, cost=Cost(usd=Decimal(0))))
    assert "cost" not in plain and "cost" not in plain["verdicts"][0]
    paid = report_json(report(ASKED, CACHED))
    asked = {"input_tokens": 1_100, "output_tokens": 20, "usd": 0.0123}
    assert [v["cost"] for v in paid["verdicts"]] == [asked, asked]
    assert paid["cost"] == {
        **asked,
        "seconds": 1.26,
        "claims": [
            {**asked, "seconds": 1.26},
            {"input_tokens": 0, "output_tokens": 0, "usd": None, "seconds": 0.0},
        ],
    }


def test_equal_replies_give_equal_verdicts_whoever_remembers_them() -> None:
    assert verdict_json(ASKED) == verdict_json(CACHED)
