import pytest

from assistant.evaluation.classification import Outcome
from assistant.evaluation.datasets import load_verdicts
from assistant.evaluation.mutants import KINDS, mutant_figures, mutants
from assistant.evaluation.types import LabelledClaim
from assistant.types import Label


def claim(
    text: str, language: str, key: str = "c", label: Label = Label.SUPPORTED
) -> LabelledClaim:
    return LabelledClaim(key, text, language, label)


@pytest.mark.parametrize(
    ("text", "language", "kind", "expected"),
    [
        ("Sales were $5.25 million.", "en", "figure_x10", "Sales were $52.5 million."),
        ("Sales were $5.25 million.", "en", "figure_x1000", "Sales were $5250 million."),
        ("Sales were 1,500 tonnes.", "en", "figure_x10", "Sales were 15,000 tonnes."),
        ("Sales were 1,500 tonnes.", "en", "unit", "Sales were 1,500 kilograms."),
        ("It cost less than $600 million.", "en", "figure_x10", "It cost less than $60 million."),
        ("It cost more than $600 million.", "en", "figure_x10", "It cost more than $6000 million."),
        ("Sales rose in 2024.", "en", "year", "Sales rose in 2022."),
        ("Sales rose in 2024.", "en", "negation", "Sales never rose in 2024."),
        ("Sales were flat.", "en", "negation", "Sales were not flat."),
        ("ยอดขาย ๑๕ ล้านบาท", "th", "figure_x10", "ยอดขาย ๑๕๐ ล้านบาท"),
        ("ยอดขาย 15 ล้านบาท", "th", "unit", "ยอดขาย 15 ล้านดอลลาร์"),
        ("ยอดขายลดลงในปี 2567", "th", "year", "ยอดขายลดลงในปี 2565"),
        ("บริษัทจะลงทุน", "th", "negation", "บริษัทจะไม่ลงทุน"),
        ("ยอดขายลดลง", "th", "negation", "ยอดขายไม่ลดลง"),
    ],
)
def test_one_thing_changes(text: str, language: str, kind: str, expected: str) -> None:
    found = {m.kind: m.claim.text for m in mutants([claim(text, language)])}
    assert found.get(kind) == expected


@pytest.mark.parametrize(
    ("text", "language"), [("Sales were not flat.", "en"), ("ยอดขายไม่ลดลง", "th")]
)
def test_a_negated_claim_is_not_negated_again(text: str, language: str) -> None:
    assert "negation" not in {m.kind for m in mutants([claim(text, language)])}


def test_a_name_becomes_somebody_elses() -> None:
    pair = [claim("Microsoft spent much.", "en", "1"), claim("Amazon spent much.", "en", "2")]
    found = {m.source: m.claim.text for m in mutants(pair) if m.kind == "name"}
    assert found == {"1": "Amazon spent much.", "2": "Microsoft spent much."}


def test_only_supported_claims_have_mutants() -> None:
    refuted = claim("Sales were $5 million in 2024.", "en", label=Label.REFUTED)
    assert mutants([refuted]) == ()


def test_the_seeds_give_every_kind_in_both_languages() -> None:
    made = mutants(load_verdicts("seeds").claims)
    assert len({(m.kind, m.claim.language) for m in made}) == 2 * len(KINDS)
    assert len({m.claim.id for m in made}) == len(made)
    assert made == mutants(load_verdicts("seeds").claims)


def test_rates_by_hand() -> None:
    made = mutants([claim("Sales were $5 million in 2024.", "en")])
    said = [Label.SUPPORTED, Label.UNJUDGED, *[Label.REFUTED] * (len(made) - 2)]
    outcomes = [
        Outcome(m.claim.id, Label.REFUTED, label, 0.5, "en")
        for m, label in zip(made, said, strict=True)
    ]
    figures = mutant_figures(made, outcomes)
    assert figures["unjudged"] == 1
    assert figures["false_support_rate"] == pytest.approx(1 / (len(made) - 1))
    assert [f["id"] for f in figures["false"]] == [made[0].claim.id]
    assert figures["by_language"]["en"]["mutants"] == len(made)


def test_a_name_does_not_become_one_that_holds_it() -> None:
    texts = ("Thailand's rate is 1%.", "Bank of Thailand met.", "Japan's rate is 2%.")
    told = [claim(text, "en", str(i)) for i, text in enumerate(texts)]
    found = {m.source: m.claim.text for m in mutants(told) if m.kind == "name"}
    assert found["0"] == "Japan's rate is 1%."
