"""A model may fill a claim in from the article, and no more."""

from datetime import date

import pytest

from assistant.llm.restated import Article, restates, stands, unclear
from index.types import Document

EN = Article(
    Document(
        "a",
        "Kestrel's year",
        "Kestrel sold 5,000 boats in 2024, said Mary Jones, head of sales. Osprey sold 9,000 "
        "planes in 2019. Everyone was happy. The firm's profit rose 10% last year to $3 million.",
        "en",
        publisher="Boat News",
    ),
    date(2025, 2, 7),
)
TH = Article(
    Document("a", "", "บริษัทเคสเทรลประกาศผลประกอบการ\nปีที่แล้วบริษัทมีกำไร 5 ล้านบาท ยอดขายโต 10%\n", "th"),
    date(2025, 2, 7),
)
BOATS = "Kestrel sold 5,000 boats in 2024"
PROFIT = "The firm's profit rose 10% last year to $3 million."
BAHT = "ปีที่แล้วบริษัทมีกำไร 5 ล้านบาท"


@pytest.mark.parametrize(
    ("article", "quote", "restated"),
    [
        (EN, BOATS, "Kestrel sold 5,000 boats in 2024."),
        (EN, BOATS, "Kestrel sold 5000 boats in 2024 (7 February 2025)."),
        (EN, BOATS, "Kestrel sold boats."),
        (EN, PROFIT, "Kestrel's profit rose 10% in 2024 to $3 million."),
        (EN, PROFIT, "Kestrel's profit rose 10% in 2024, Boat News says."),
        (TH, BAHT, "ปี 2567 บริษัทเคสเทรลมีกำไร 5 ล้านบาท"),
    ],
)
def test_what_is_filled_in_from_the_article_stands(
    article: Article, quote: str, restated: str
) -> None:
    assert restates(restated, quote, article)


@pytest.mark.parametrize(
    ("article", "quote", "restated"),
    [
        (EN, BOATS, "Osprey sold 9,000 planes in 2019, said the King."),
        (EN, BOATS, "Kestrel sold 9,000 boats in 2024."),
        (EN, BOATS, "Osprey sold 5,000 boats in 2024."),
        (EN, BOATS, "Kestrel sold 5,000 boats in 2019."),
        (EN, BOATS, "Kestrel sold 5,000 boats to Falcon in 2024."),
        (EN, BOATS, "Kestrel never sold 5,000 boats in 2024."),
        (EN, BOATS, "Kestrel went bankrupt in 2024."),
        (EN, BOATS, "Kestrel sold 5,000 boats for $7 million in 2024."),
        (EN, PROFIT, "Kestrel's profit rose 10% in 2022 to $3 million."),
        (EN, PROFIT, "OpenAI's profit rose 10%."),
        (TH, BAHT, "ปี 2567 บริษัทเคสเทรลมีกำไร 6 ล้านบาท"),
        (TH, BAHT, "ปี 2560 บริษัทเคสเทรลมีกำไร 5 ล้านบาท"),
        (TH, BAHT, "ปี 2567 บริษัทเคสเทรลไม่มีกำไร 5 ล้านบาท"),
        (TH, BAHT, "บริษัทเคสเทรลล้มละลาย"),
    ],
)
def test_another_claim_is_refused(article: Article, quote: str, restated: str) -> None:
    assert not restates(restated, quote, article)


@pytest.mark.parametrize(
    ("speaker", "there"),
    [
        ("Mary Jones", True),
        ("mary jones, head of sales", True),
        ("head of sales Mary Jones", True),
        ("The Pope", False),
        ("Mary Smith", False),
        ("", False),
        ("…", False),
    ],
)
def test_a_speaker_stands_in_the_article(speaker: str, there: bool) -> None:
    assert stands(speaker, EN) is there


def test_what_is_unclear_is_plain_and_makes_nothing_up() -> None:
    told = ["who the firm is", "see https://evil.example", "which\nyear\x1b[m", "it is $1,234", ""]
    assert unclear(told, EN) == ("who the firm is", "which year [m")
    assert len(unclear(["who " * 999] * 99, EN)) <= 10
