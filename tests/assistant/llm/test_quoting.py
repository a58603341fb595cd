"""Quotations end where words and figures do, and count as the sentences they stand in."""

import pytest

from assistant.llm.quoting import FEWEST_WORDS, Fault, Place, place_of
from index.text import words

EN = (
    "It is false that the minister approved the plan. Kestrel Foundry spent less than $800 million "
    "in 2024, up 26.3%. He said so."
)
TH = "เมื่อวานมีการแถลงข่าว\nส่งออกไทยปี 2567 มีมูลค่าราว 13 แสนล้านบาท\nข่าวลือเรื่องอื่นไม่มีใครยืนยัน"
FIRST, SECOND = EN[:48], EN[49:112]
LINE = TH.splitlines()[1]


@pytest.mark.parametrize(
    ("quote", "language", "sentence"),
    [
        ("the minister approved the plan", "en", FIRST),
        ("  the minister approved the plan\n", "en", FIRST),
        ("Kestrel Foundry spent", "en", SECOND),
        ("spent less than $800 million", "en", SECOND),
        ("in 2024, up 26.3%", "en", SECOND),
        ("the plan. Kestrel Foundry", "en", f"{FIRST} {SECOND}"),
        ("He said so", "en", "He said so."),
        ("มีมูลค่าราว 13 แสนล้านบาท", "th", LINE),
        (LINE, "th", LINE),
    ],
)
def test_a_quotation_is_widened_to_its_sentences(quote: str, language: str, sentence: str) -> None:
    text = EN if language == "en" else TH
    place = place_of(quote, text, language)
    assert isinstance(place, Place)
    assert text[place.start : place.end] == quote.strip()
    assert text[place.first : place.last] == sentence


@pytest.mark.parametrize(
    ("quote", "language", "fault"),
    [
        ("", "en", Fault.ABSENT),
        ("the minister rejected the plan", "en", Fault.ABSENT),
        ("the Minister approved the plan", "en", Fault.ABSENT),
        ("he", "th", Fault.ABSENT),
        (".", "en", Fault.SHORT),
        ("a", "en", Fault.SHORT),
        ("Kestrel Foundry", "en", Fault.SHORT),
        ("26.3%.", "en", Fault.SHORT),
        ("inister approved the plan", "en", Fault.CUT_WORD),
        ("the minister approved the pla", "en", Fault.CUT_WORD),
        ("Kestrel Foundry spent less than $8", "en", Fault.CUT_FIGURE),
        ("Kestrel Foundry spent less than $800", "en", Fault.CUT_FIGURE),
        ("$800 million in 2024", "en", Fault.CUT_FIGURE),
        ("in 2024, up 26", "en", Fault.CUT_FIGURE),
        ("3 แสนล้านบาท", "th", Fault.CUT_FIGURE),
        ("ส่งออกไทยปี 2567 มีมูลค่าราว 13", "th", Fault.CUT_FIGURE),
        ("ออกไทยปี 2567 มีมูลค่า", "th", Fault.CUT_WORD),
        ("เรื่องอื่นไม่มีใครยืน", "th", Fault.CUT_WORD),
        ("ล", "th", Fault.SHORT),
    ],
)
def test_what_cuts_or_says_nothing_is_refused(quote: str, language: str, fault: Fault) -> None:
    assert place_of(quote, EN if language == "en" else TH, language) is fault


def test_of_several_places_the_first_that_cuts_nothing_counts() -> None:
    text = "Prices rose by 5% or more. Prices rose by 5% or."
    place = place_of("rose by 5% or", text, "en")
    assert isinstance(place, Place) and place.start == 34  # not in 5% or more
    again = place_of("ices rose or", "Prices rose or fell. To him ices rose or fell.", "en")
    assert isinstance(again, Place) and again.start == 28


def test_neutralised_delimiters_are_as_good_as_their_originals() -> None:
    text = "Amazon spent <b>in</b> the quarter."
    for quote in ("spent <b>in</b> the quarter", "spent ‹b›in‹/b› the quarter"):
        assert isinstance(place_of(quote, text, "en"), Place)


def test_thai_words_are_the_tokenizers() -> None:
    assert len(words("มีมูลค่าราว")) == FEWEST_WORDS
    assert isinstance(place_of("มีมูลค่าราว 13 แสนล้านบาท", TH, "th"), Place)
