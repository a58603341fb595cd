"""From claims to verdicts: what a model used is on each of them, and errors stay in their place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.errors import BudgetSpent, JingmaiError, ModelTimeout, SettingsError
from assistant.llm.meter import count_call
from assistant.types import Claim, Cost, Evidence, Extraction, Label, Verdict
from index.types import Document

CLAIMS = ("Nvidia rose by 3% in 2024.", "Nvidia fell by 4% in 2024.", "Amazon grew by 5% in 2024.")
USED, FULL = Cost(10, 2, seconds=0.5), Cost(10, 2)


class Paid:
    """A judge that is paid by the question, and fails on claims that a test names."""

    name = fingerprint = "paid"

    def __init__(self, errors: dict[str, JingmaiError] | None = None) -> None:
        self.errors = errors or {}
        self.asked: list[str] = []

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        self.asked.append(claim.text)
        count_call(USED, FULL)
        for word, error in self.errors.items():
            if word in claim.text:
                raise error
        return Verdict(claim, Label.SUPPORTED, 0.9, tuple(candidates), "", self.name)


def checker_with(
    checker: Checker,
    judge: object,
    *,
    workers: int = 1,
    writer: Callable[[Claim], tuple[str, ...]] | None = None,
) -> Checker:
    return Checker(
        checker.library,
        extractor=checker.extractor,
        judge=judge,  # type: ignore[arg-type]
        sentence_encoder=checker.sentence_encoder,
        workers=workers,
        query_writer=writer,
    )


def written(claim: Claim) -> tuple[str, ...]:
    count_call(Cost(1, 1, seconds=0.1), Cost(1, 1))
    return (claim.query.split()[0],)


@pytest.mark.parametrize("workers", [1, 3])
def test_everything_that_a_verdict_used_is_on_it(checker: Checker, workers: int) -> None:
    paid = checker_with(checker, Paid(), workers=workers, writer=written)
    for verdict in paid.judge_claims([claim_of(t) for t in CLAIMS]):
        assert verdict.cost == replace(verdict.cost, input_tokens=11, output_tokens=3, seconds=0.6)
        assert (verdict.full_cost.input_tokens, verdict.full_cost.seconds) == (11, 0)


def test_a_judge_that_is_not_paid_uses_nothing(checker: Checker) -> None:
    report = checker.check(CLAIMS[0])
    assert report.verdicts[0].cost == report.verdicts[0].full_cost == Cost()
    assert report.cost.input_tokens == 0 and report.cost.seconds == 0


def test_failed_calls_are_on_the_verdict_that_failed(checker: Checker) -> None:
    paid = checker_with(checker, Paid({"Nvidia": ModelTimeout("no answer", hint="wait")}))
    report = paid.check(CLAIMS[0])
    assert report.verdicts[0].label is Label.UNJUDGED
    assert report.verdicts[0].cost.input_tokens == report.cost.input_tokens == 10


def test_finding_the_claims_is_part_of_the_total(checker: Checker) -> None:
    document = Document("a", "", CLAIMS[0], "en")
    found = Extraction(document, (), cost=Cost(100, 10))
    verdicts = [Verdict(claim_of(CLAIMS[0]), Label.SUPPORTED, 0.9, (), "", "x", cost=USED)]
    total = checker.report_of(found, verdicts).cost
    assert (total.input_tokens, total.output_tokens, total.seconds) == (110, 12, 0.5)


def queries_fail(error: JingmaiError) -> Callable[[Claim], tuple[str, ...]]:
    def write(claim: Claim) -> tuple[str, ...]:
        if "fell" in claim.text:
            raise error
        return written(claim)

    return write


@pytest.mark.parametrize("workers", [1, 3])
def test_a_query_that_fails_is_that_claims_failure(checker: Checker, workers: int) -> None:
    writer = queries_fail(ModelTimeout("no answer", hint="wait"))
    paid = checker_with(checker, Paid(), workers=workers, writer=writer)
    labels = [v.label for v in paid.judge_claims([claim_of(t) for t in CLAIMS])]
    assert labels == [Label.SUPPORTED, Label.UNJUDGED, Label.SUPPORTED]


def test_a_refused_key_in_a_query_lets_the_claims_before_it_out(checker: Checker) -> None:
    judge = Paid()
    writer = queries_fail(SettingsError("the key was refused", hint="another"))
    verdicts: list[Verdict] = []
    with pytest.raises(SettingsError):
        asked = checker_with(checker, judge, writer=writer)
        verdicts.extend(asked.judge_claims([claim_of(t) for t in CLAIMS]))
    assert [v.label for v in verdicts] == [Label.SUPPORTED] and judge.asked == [CLAIMS[0]]


@pytest.mark.parametrize(
    ("ends", "told"),
    [((SettingsError,), ["supported", "unjudged", "supported"]), ((BudgetSpent,), ["supported"])],
)
def test_a_spent_budget_ends_the_run_where_that_is_asked_for(
    checker: Checker, ends: tuple[type[JingmaiError], ...], told: list[str]
) -> None:
    paid = checker_with(checker, Paid({"fell": BudgetSpent("spent", hint="raise it")}))
    verdicts: list[Verdict] = []
    try:
        verdicts.extend(paid.judge_claims([claim_of(t) for t in CLAIMS], ends=ends))
    except BudgetSpent:
        assert ends == (BudgetSpent,)
    assert [v.label.value for v in verdicts] == told


class OnTheDay(Paid):
    """Fails when only what was known by the claim's day is before it."""

    def __init__(self, error: JingmaiError) -> None:
        super().__init__()
        self.error = error

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        verdict = super().judge(claim, candidates)
        late = any(e.document.published and e.document.published.year > 2025 for e in candidates)
        if not late:
            raise self.error
        return verdict


DATED = replace(
    claim_of("Amazon plans about $200 billion of capital spending for 2026."),
    as_of=date(2025, 3, 1),
)


def test_a_failure_on_the_claims_own_day_leaves_the_verdict_alone(checker: Checker) -> None:
    judge = OnTheDay(ModelTimeout("no answer", hint="wait"))
    (verdict,) = checker_with(checker, judge).judge_claims([DATED])
    assert verdict.label is Label.SUPPORTED and verdict.problem is None
    assert verdict.then is not None and verdict.then.label is Label.UNJUDGED
    assert verdict.then.problem == "no answer (wait)"
    assert verdict.cost.input_tokens == 20  # both judgements


def test_a_refused_key_on_the_claims_own_day_ends_the_run_after_the_verdict(
    checker: Checker,
) -> None:
    judge = OnTheDay(SettingsError("the key was refused", hint="another"))
    found: list[Verdict] = []
    with pytest.raises(SettingsError):
        found.extend(checker_with(checker, judge).judge_claims([DATED, DATED]))
    assert [v.label for v in found] == [Label.SUPPORTED]
