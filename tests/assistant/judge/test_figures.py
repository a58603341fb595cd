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
