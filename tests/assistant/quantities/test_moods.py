"""What was done is not borne out by what is still to be done."""

import pytest

from assistant.quantities import relate
from assistant.quantities.english_tenses import only_to_come, past_forms


@pytest.mark.parametrize(
    ("claim", "evidence", "stance"),
    [
        ("Brenholt built 300 homes.", "Brenholt will build 300 homes.", "silent"),
        ("Brenholt built 300 homes.", "Brenholt plans to build 300 homes.", "silent"),
        ("Brenholt has hired 40 nurses.", "Brenholt is going to hire 40 nurses.", "silent"),
        ("300 homes were built in Brenholt.", "300 homes will be built in Brenholt.", "silent"),
        ("Brenholt built 300 homes.", "Brenholt built 300 homes.", "supports"),
        ("Brenholt will build 300 homes.", "Brenholt plans to build 300 homes.", "supports"),
        ("Brenholt built 300 homes.", "Brenholt will build 30 homes.", "silent"),
        ("The roof cost 3 million baht.", "The roof will cost 3 million baht.", "supports"),
        ("บริษัทบัวระพันจ่ายเงินไปแล้ว 40 ล้านบาท", "บริษัทบัวระพันจะจ่ายเงิน 40 ล้านบาท", "silent"),
    ],
)
def test_done_and_to_come(claim: str, evidence: str, stance: str) -> None:
    assert relate(claim, evidence, same_story=True).stance.value == stance


@pytest.mark.parametrize(
    ("verb", "forms"),
    [
        ("hire", {"hired"}),
        ("carry", {"carried"}),
        ("stay", {"stayed", "stayyed"}),
        ("plan", {"planed", "planned"}),
        ("grow", {"grew", "grown"}),
    ],
)
def test_past_forms(verb: str, forms: set[str]) -> None:
    assert past_forms(verb) == forms


def test_another_verb_is_not_the_same_act() -> None:
    assert not only_to_come("It sold 40 ferries.", "It will build 40 ferries.")
    assert not only_to_come("It will sell 40 ferries.", "It will sell 40 ferries.")
