"""Times that figures are only measured against are not their own."""

from datetime import date
from decimal import Decimal

import pytest

from assistant.quantities import parse, relate
from assistant.quantities.sentence.frame import frame


def _times(text: str) -> dict[str, list[str]]:
    """The first day of each figure's times, by the figure's wording."""
    return {
        fact.quantity.text: [str(period.first) for period in fact.periods]
        for fact in frame(text).facts
    }


@pytest.mark.parametrize(
    ("text", "figure", "others"),
    [
        ("Net income was $20 million, compared with $11 million in the fourth quarter of 2021.",
         "$11 million", ["$20 million"]),
        ("Profit came to $20 million, against $11 million, or $1.00 a share, in 2021.",
         "$11 million", ["$20 million"]),
        ("กำไร 5 พันล้านบาท เทียบกับ 4 พันล้านบาทในปี 2564", "4 พันล้านบาท", ["5 พันล้านบาท"]),
    ],
)  # fmt: skip
def test_a_time_of_comparison_belongs_to_what_is_compared_with(
    text: str, figure: str, others: list[str]
) -> None:
    found = _times(text)
    assert found[figure] and found[figure][0].startswith("2021")
    assert all(not found[other] for other in others)
    assert not frame(text).periods


@pytest.mark.parametrize(
    "text",
    [
        "การบริโภคขยายตัว 2.6% ช้ากว่า 3.4% ในไตรมาสก่อน",
        "Consumption grew 2.6%, slower than 3.4% in the previous quarter.",
        "เศรษฐกิจโต 2.6% สูงกว่า 3.4% ในปีก่อน",
    ],
)
def test_what_was_less_or_more_then_is_no_bound(text: str) -> None:
    now, then = frame(text).facts
    assert (now.role, then.role) == ("change", "base")
    assert (then.quantity.low, then.quantity.high) == (Decimal("3.4"), Decimal("3.4"))


@pytest.mark.parametrize(
    "text",
    [
        "Inflation was 3%, the highest since March 2019.",
        "It sold 40,000 cars, the fewest since 2012.",
        "The fund lost 2 million baht, its first loss since 2015.",
        "ยอดขาย 5 หมื่นล้านบาท สูงสุดนับตั้งแต่ปี 2560",
        "โต 1.2% ซึ่งช้าที่สุดนับตั้งแต่ปี 2555",
        "รถใหม่เพิ่มขึ้น 4.6% จากปี 2565",
        "Output rose 4% from 2019.",
    ],
)
def test_a_record_is_not_of_the_year_since_which_it_stands(text: str) -> None:
    assert frame(text).facts
    assert not any(fact.periods for fact in frame(text).facts)
    assert not frame(text).periods
    assert [q for q in parse(text) if q.kind == "date"], "the date itself is read all the same"


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("Since 2019 the plant has made 4 million tyres.", "4 million tyres", "2019"),
        ("From July 2025 the wage is 400 baht.", "400 baht", "2025"),
        ("Sales rose to $5 billion from $4 billion in 2023.", "$5 billion", "2023"),
        ("Spending was $131 million in 2025, up from $83 million the year before.",
         "$131 million", "2025"),
        ("Spending was $131 million in 2025, up from $83 million the year before.",
         "$83 million", "2024"),
        ("It cost 83 million in 2025, up from 70 million the year before, and 90 are due in 2026.",
         "83 million", "2025"),
        ("ปี 2568 มีกำไร 90 ล้านบาท เทียบกับ 70 ล้านบาทปีก่อน", "70 ล้านบาท", "2024"),
    ],
)  # fmt: skip
def test_times_that_stay(text: str, figure: str, year: str) -> None:
    (first,) = _times(text)[figure]
    assert first.startswith(year)


def test_a_year_before_a_leap_day() -> None:
    text = "Loans stood at 9 million on 28 February 2025, up from 8 million the year before."
    facts = {f.quantity.text: f.periods for f in frame(text).facts}
    assert [p.first for p in facts["9 million"]] == [date(2025, 2, 28)]
    text = "Loans stood at 9 million in February 2025, up from 8 million the year before."
    (period,) = {f.quantity.text: f.periods for f in frame(text).facts}["8 million"]
    assert (period.first, period.last) == (date(2024, 2, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("claim", "evidence", "context", "stance"),
    [
        # What is told beside a baseline is of the document's own time.
        ("Vehatech's net income was $20 million in the fourth quarter of 2022.",
         "Net income was $20 million, compared with $11 million in the fourth quarter of 2021.",
         "Vehatech: results of the fourth quarter of 2022.", "supports"),
        ("Vehatech's net income was $20 million in the fourth quarter of 2021.",
         "Net income was $20 million, compared with $11 million in the fourth quarter of 2021.",
         "Vehatech: results of the fourth quarter of 2022.", "refutes"),
        ("Vehatech's net income was $11 million in the fourth quarter of 2021.",
         "Net income was $20 million, compared with $11 million in the fourth quarter of 2021.",
         "Vehatech: results of the fourth quarter of 2022.", "supports"),
        # Results of a quarter come out some weeks after it, not years.
        ("Vehatech's revenue was $96 million in the second quarter of 2025.",
         "Revenue for the quarter was $96 million.",
         "Vehatech reported its results on 23 July 2025.", "supports"),
        ("Vehatech's revenue was $96 million in the second quarter of 2022.",
         "Revenue for the quarter was $96 million.",
         "Vehatech reported its results on 23 July 2025.", "silent"),
        # Votes of two meetings.
        ("The Bank of Vela held its rate in April 2024 by five votes to two.",
         "The Bank of Vela voted 6 to 1 on 26 February 2025 to lower its rate.", "", "silent"),
        ("The Bank of Vela held its rate in April 2024 by five votes to two.",
         "The Bank of Vela voted 6 to 1 on 10 April 2024 to hold its rate.", "", "refutes"),
        # A forecast that was beaten is no forecast of what beat it.
        ("Vehatech earned $1.68 a share in 2024.",
         "Results of 2024 had beaten forecasts, with earnings of $1.68 a share at Vehatech.",
         "", "supports"),
        # A figure told of others proves nothing for a party that only the context names.
        ("Vehatech's shares dropped 26% on 3 February 2022.",
         "Kellan Motors dropped 26% on 3 February 2022.",
         "Vehatech and others lost much in those years.", "silent"),
        ("Kellan's shares dropped 26% on 3 February 2022.",
         "Kellan Motors dropped 26% on 3 February 2022.",
         "Vehatech and others lost much in those years.", "supports"),
        # A close is a rate of exchange where one stands beside it.
        ("The baht closed at 31.12 to the dollar on Monday.",
         "The baht touched 31.06 baht to the dollar after a close at 31.12 baht on Monday.",
         "", "supports"),
    ],
)  # fmt: skip
def test_what_a_baseline_settles(claim: str, evidence: str, context: str, stance: str) -> None:
    assert relate(claim, evidence, context=context).stance.value == stance


@pytest.mark.parametrize(
    ("text", "unit", "noun"),
    [
        ("It had 36 data-centre projects with partners.", "project", "36 data-centre projects"),
        ("It runs 14 state-owned banks.", "number", "14 state-owned banks"),
        ("It bought 25 new electric buses.", "vehicle", "25 new electric buses"),
        ("The index fell to 36 amid growing fears.", "number", "36"),
    ],
)
def test_things_counted_behind_describing_words(text: str, unit: str, noun: str) -> None:
    (found,) = parse(text)
    assert (found.unit, found.text) == (unit, noun)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("เศรษฐกิจปี 2567 ขยายตัว 2.5% ดีขึ้นจากปี 2566 ที่ขยายตัว 2.0%", ["2024", "2023"]),
        ("The economy grew 2.5% in 2024, up from 2023 when it grew 2.0%.", ["2024", "2023"]),
        ("เทียบกับปี 2566 ซึ่งมีกำไร 200 ล้านบาท ปี 2567 มีกำไร 300 ล้านบาท", ["2023", "2024"]),
        ("ดีขึ้นจากปี 2566 ที่ผ่านมา โดยขยายตัว 2.0%", [""]),
    ],
)
def test_a_clause_tells_how_the_time_of_comparison_was(text: str, years: list[str]) -> None:
    assert [("".join(t)[:4]) for t in _times(text).values()] == years
