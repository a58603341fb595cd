"""How much of a claim's arithmetic a sentence could carry."""

import pytest

from assistant.judge.figures import figures


@pytest.mark.parametrize(
    ("claim", "sentence", "periods", "matched"),
    [
        # The day of the telling lies within the year told of; another day does not.
        ("เมื่อวันที่ 6 กุมภาพันธ์ 2568 เวหาเทคประกาศว่าจะลงทุน 5 พันล้านดอลลาร์ในปี 2568",
         "Vehatech plans to spend $5 billion in 2025.", 1, 1.0),
        ("On 6 February 2024 Vehatech planned to spend $5 billion in 2025.",
         "Vehatech plans to spend $5 billion in 2025.", 2, 0.5),
        ("Vehatech lost $5 billion on 6 February 2025.",
         "Vehatech lost $5 billion on 6 February 2025.", 1, 1.0),
    ],
)  # fmt: skip
def test_periods_that_must_be_matched(
    claim: str, sentence: str, periods: int, matched: float
) -> None:
    found = figures(claim, sentence, "")
    assert (found.periods, found.period_matched) == (periods, matched)


def test_small_counts_need_no_counterpart() -> None:
    assert figures("The two countries signed.", "Both signed.", "").amounts == 0
    assert figures("The 20 countries signed.", "Both signed.", "").amounts == 1


@pytest.mark.parametrize(
    ("claim", "matched", "mistimed"),
    [
        ("Vehatech earned $20 million in the fourth quarter of 2022.", 1.0, 0.0),
        ("Vehatech earned $20 million in the fourth quarter of 2021.", 0.0, 1.0),
        ("Vehatech earned $11 million in the fourth quarter of 2021.", 1.0, 0.0),
    ],
)
def test_a_figure_is_not_of_the_time_it_is_compared_with(
    claim: str, matched: float, mistimed: float
) -> None:
    sentence = "It earned $20 million, compared with $11 million in the fourth quarter of 2021."
    found = figures(claim, sentence, "")
    assert (found.matched, found.mistimed) == (matched, mistimed)


def test_the_year_of_a_record_is_no_other_time_than_the_claims() -> None:
    found = figures(
        "The shares touched $200.30 in February 2026.",
        "The shares touched $200.30, the lowest since May 2025.",
        "",
    )
    assert (found.matched, found.period_apart) == (1.0, 0.0)


def test_interest_by_the_year_is_a_share_like_any_other() -> None:
    found = figures("The rate was cut to 1.00%.", "อัตราดอกเบี้ยลดเหลือ 1.00% ต่อปี", "")
    assert found.matched == 1.0


@pytest.mark.parametrize(
    ("claim", "sentence", "matched", "slipped"),
    [
        ("It may need up to 8 GW.", "It may need 8 GW.", 1.0, 0.0),
        ("It may need up to 80 GW.", "It may need 1 GW, and 8 GW later.", 0.0, 1.0),
        ("More than 80 people came.", "14.5 million came.", 0.0, 0.0),
        ("More than 80 people came.", "90 people came.", 1.0, 0.0),
    ],
)
def test_a_bound_is_borne_out_only_by_figures_near_it(
    claim: str, sentence: str, matched: float, slipped: float
) -> None:
    found = figures(claim, sentence, "")
    assert (found.matched, found.slipped) == (matched, slipped)


def test_a_rise_bears_out_no_fall() -> None:
    claim = "Kestrel's shares fell by more than 7%."
    assert figures(claim, "Sales brought in $115.6 billion (+10%).", "").matched == 0.0
    assert figures(claim, "The shares dropped 8%.", "").matched == 1.0


def test_what_surrounds_a_sentence_bears_out_no_bound_of_a_fall() -> None:
    claim, beside = (
        "Kestrel's shares fell by more than 7%.",
        "Sales brought in $115 million (+10%).",
    )
    assert figures(claim, "Kestrel reported.", beside).nearby == 0.0
