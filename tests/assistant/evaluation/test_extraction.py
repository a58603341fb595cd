import pytest

from assistant.evaluation.extraction import average_precision, figures, overlap, score_article
from assistant.evaluation.types import Unit
from assistant.types import Claim

UNITS = (Unit(0, 10, 2), Unit(10, 20, 0), Unit(20, 40, 1))


def claim(start: int, end: int, worth: float) -> Claim:
    return Claim(
        id=f"{start}", text="", language="en", start=start, end=end, check_worthiness=worth
    )


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [
        ((0, 10), (0, 10), 1.0),
        ((0, 10), (5, 15), 1 / 3),
        ((0, 5), (5, 9), 0.0),
        ((3, 3), (3, 3), 0),
    ],
)
def test_overlap(a: tuple[int, int], b: tuple[int, int], share: float) -> None:
    assert overlap(a, b) == pytest.approx(share)


def test_matching_and_ranking_by_hand() -> None:
    found = [claim(10, 20, 0.9), claim(0, 9, 0.8), claim(21, 40, 0.7), claim(60, 70, 0.1)]
    score = score_article("a", "en", UNITS, found)
    assert (score.units, score.claims, score.matched) == (2, 4, 2)
    assert score.ranking == (False, True, True, False)
    assert average_precision(score) == pytest.approx((1 / 2 + 2 / 3) / 2)
    total = figures([score])
    assert total["precision"] == 0.5 and total["recall"] == 1.0
    assert total["unit_f1"] == pytest.approx(2 / 3)


def test_a_span_and_a_unit_pair_once() -> None:
    split = [claim(20, 30, 0.9), claim(30, 40, 0.8)]  # each covers half of one unit
    assert score_article("a", "en", UNITS, split).matched == 1
    twice = [claim(0, 10, 0.9), claim(0, 10, 0.3)]  # two claims of one sentence
    assert score_article("a", "en", UNITS, twice).claims == 1


def test_half_the_union_is_enough_and_less_is_not() -> None:
    assert score_article("a", "en", (Unit(0, 10, 1),), [claim(0, 5, 1)]).matched == 1
    assert score_article("a", "en", (Unit(0, 10, 1),), [claim(0, 4, 1)]).matched == 0


def test_nothing_found() -> None:
    assert figures([score_article("a", "en", UNITS, [])])["unit_f1"] == 0.0
    assert figures([])["average_precision"] == 0.0
