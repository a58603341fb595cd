"""Rows of bare figures, and how many a subject "number"."""

import pytest

from assistant.quantities import parse, relate
from assistant.quantities.sentence.frame import frame


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The guards were given 9, 15 and 4 years in jail.", ["9", "15", "4"]),
        (
            "The trucks carried 9, 15, 20 and 4 tonnes.",
            ["9000000", "15000000", "20000000", "4000000"],
        ),
        ("Dust today: Leeds 142, York 118 and Hull 97 kg.", ["142000", "118000", "97000"]),
        ("ฝนวันนี้ สันคำ 42 เวียงฟ้า 18 และแม่ลาย 9 เมตร", ["42", "18", "9"]),
        ("ตั๋วราคา 40, 60 และ 90 บาท", ["40", "60", "90"]),
        ("In 2019, 15 and 4 kg were sold.", ["15000", "4000"]),
    ],
)
def test_bare_numbers_of_a_row_take_its_unit(text: str, values: list[str]) -> None:
    found = frame(text).facts
    assert [str(fact.quantity.low) for fact in found] == values
    assert len({fact.quantity.unit for fact in found}) == 1


def test_a_value_that_is_no_end_of_its_row_never_supports() -> None:
    evidence = "The guards were given 9, 15 and 4 years in jail."
    assert relate("โทษจำคุกหนักสุดคือ 9 ปี", evidence).stance.value == "silent"
    assert relate("โทษจำคุกหนักสุดคือ 9 ปี", evidence, same_story=True).stance.value == "refutes"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Members of the weavers' union number 430.", 1),
        ("Pupils at Ban Suan School number 1,250.", 1),
        ("The union's members number 430.", 1),
        ("He lives at house number 430.", 0),
        ("The winners hold ticket number 430.", 0),
        ("Players wear shirt number 10.", 0),
    ],
)
def test_a_plural_that_numbers_so_many(text: str, count: int) -> None:
    assert len(parse(text)) == count
