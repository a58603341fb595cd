"""A pronoun that opens what somebody said is the speaker, where it can be."""

import pytest

from assistant.claims.spoken import of_speaker


@pytest.mark.parametrize(
    ("language", "content", "speaker", "expected"),
    [
        ("en", "Its net profit rose 20%.", "Acme Corp", "Acme Corp's net profit rose 20%."),
        ("en", "It would keep its rate at 2%.", "The Bank of Thailand",
         "The Bank of Thailand would keep its rate at 2%."),
        ("en", "It would cut 5% of staff.", "the company", "The company would cut 5% of staff."),
        ("en", "They would cut 5,000 jobs.", "Acme Corp and Globex Inc",
         "Acme Corp and Globex Inc would cut 5,000 jobs."),
        ("th", "ตนจะบริจาค 5 ล้านบาท", "นายสมชาย ใจดี", "ตน (นายสมชาย ใจดี) จะบริจาค 5 ล้านบาท"),
    ],
)  # fmt: skip
def test_the_speaker_takes_the_place_of_the_pronoun(
    language: str, content: str, speaker: str, expected: str
) -> None:
    assert of_speaker(content, speaker, language) == (expected, ())


@pytest.mark.parametrize(
    ("language", "content", "speaker"),
    [
        ("en", "It would rise 5%.", "Finance Minister Anna Berg"),
        ("en", "Its budget would rise 5%.", "The minister"),
        ("en", "It was likely that prices would rise 5%.", "Acme Corp"),
        ("en", "They would cut 5,000 jobs.", "Acme Corp"),
        ("en", "It would rise 5%.", None),
        ("en", "Profit would rise 5%.", "Acme Corp"),
        ("th", "ตนเองเพิ่มขึ้น 5 ล้านบาท", None),
    ],
)
def test_elsewhere_nothing_is_taken_for_the_speaker(
    language: str, content: str, speaker: str | None
) -> None:
    assert of_speaker(content, speaker, language)[0] == content


def test_a_speaker_that_may_be_a_person_is_told_as_doubt() -> None:
    content, doubts = of_speaker("Its model is twice as fast.", "Lumen", "en")
    assert content == "Its model is twice as fast."
    assert "Lumen" in doubts[0]
