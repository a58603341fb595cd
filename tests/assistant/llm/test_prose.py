"""What a model writes freely stands in the evidence, or goes."""

from datetime import date

import pytest

from assistant.llm.prose import Sources, held_to, rests_on

EN = Sources(
    (
        "Kestrel Foundry spent $812.6 million on its “Penang line” in the year 2024.",
        "It isn't the firm's first, it said on https://kestrel.example/news/1.",
    ),
    (date(2025, 2, 7),),
)
TH = Sources(("เคสเทรลใช้เงิน 812.6 ล้านดอลลาร์ในปี 2567 “สูงที่สุด” ในรอบสิบปี",), (date(2025, 2, 7),))


@pytest.mark.parametrize(
    "text",
    [
        "The firm spent the money.",
        "It spent $812.6 million in 2024.",
        "It spent about $813 million.",
        "It spent $0.8126 billion, two sources say.",
        "The firm's own words are its “penang line”, and it wasn’t the first.",
        "It wrote 'its \"penang line\"' that year.",
        "The report is dated 7 February 2025, so of February 2025.",
        "See https://kestrel.example/news/1, or kestrel.example.",
        "The e.g. of the U.S. is no address.",
    ],
)
def test_what_the_evidence_says_stays(text: str) -> None:
    assert held_to(text, EN, "en").text == text
    assert held_to(text, EN, "en").dropped == 0


@pytest.mark.parametrize(
    "text",
    [
        "The firm wrote “we admit it”.",
        'The firm wrote "we admit it".',
        "The firm wrote «we admit it».",
        "The firm wrote ‘we admit it’.",
        "The firm wrote 'we admit it'.",
        "The firm wrote 「we admit it」.",
        "The firm wrote “we admit. And we pay”.",
        "It is “$812.6” that counts.",
        "It is “812” that counts.",
        "It spent $812.6.",
        "It spent $999 billion.",
        "It spent 812.6 million baht.",
        "It spent it in 2023.",
        "It said so on 8 February 2025.",
        "It has 12 of them.",
        "Case 12345-67 shows it.",
        "See https://evil.example/x.",
        "See www.evil.example now.",
        "See EVIL.example now.",
        "Write to me@evil.example now.",
    ],
)
def test_what_it_does_not_say_goes(text: str) -> None:
    left = held_to(f"It paid. {text} It is over.", EN, "en")
    assert left.text == "It paid. It is over."
    assert left.dropped >= 1


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("เคสเทรลใช้เงิน 812.6 ล้านดอลลาร์", True),
        ("เคสเทรลใช้เงิน ๘๑๒.๖ ล้านดอลลาร์ในปี 2567", True),
        ("รายงานว่า “สูงที่สุด” ในรอบสิบปี", True),
        ("เคสเทรลใช้เงิน 900 ล้านดอลลาร์", False),
        ("เคสเทรลใช้เงินในปี 2566", False),
        ("รายงานว่า “ต่ำที่สุด” ในรอบสิบปี", False),
        ("ดูที่ https://evil.example", False),
    ],
)
def test_thai_is_held_alike(text: str, left: bool) -> None:
    assert bool(held_to(text, TH, "th").text) is left


def test_a_quotation_that_is_never_closed_takes_the_rest() -> None:
    assert held_to("It paid. It wrote “we admit it. It is over.", EN, "en").text == "It paid."


def test_only_the_sentence_goes() -> None:
    left = held_to("It paid. Reuters wrote “never”. It spent $812.6 million.", EN, "en")
    assert left.text == "It paid. It spent $812.6 million."
    assert left.dropped == 1


@pytest.mark.parametrize(
    ("text", "rests"), [("It paid.", True), ("$812.6 million", True), ("$5 million", False)]
)
def test_figures_rest_on_a_source_or_there_are_none(text: str, rests: bool) -> None:
    assert rests_on(text, EN) is rests
