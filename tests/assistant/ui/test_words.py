"""The tables of words and colours."""

import string
from datetime import date

import pytest

from assistant.types import Label, Stance
from assistant.ui.palette import DARK, LIGHT, STANCE_INK, channels, contrast
from assistant.ui.words import WORDS, day, duration, say


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", WORDS)
def test_both_languages_say_the_same_thing(key: str) -> None:
    thai, english = WORDS[key]
    assert thai.strip() and english.strip()
    assert fields(thai) == fields(english)
    assert any("ก" <= c <= "๛" for c in thai) or thai == english or "{" in thai
    assert not any("ก" <= c <= "๛" for c in english)


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("th", date(2025, 2, 6), "6 ก.พ. 2568"),
        ("en", date(2025, 2, 6), "6 Feb 2025"),
        ("th", None, "ไม่ทราบวันที่"),
        ("en", None, "undated"),
    ],
)
def test_dates(language: str, value: date | None, expected: str) -> None:
    assert day(language, value) == expected


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0, "1 s"), (59.6, "60 s"), (600, "10 min"), (7200, "2.0 h")]
)
def test_durations(seconds: float, expected: str) -> None:
    assert duration("en", seconds) == expected


def test_values_are_filled_in() -> None:
    assert "7" in say("th", "chat.evidence_for", number=7)


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", LIGHT)
def test_text_stands_out(inks, name: str) -> None:
    text, ground, _ = inks[name]
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize("inks", [LIGHT, DARK], ids=["light", "dark"])
def test_supported_is_green_and_refuted_is_red(inks) -> None:
    for colour in inks["supported"]:
        red, green, _ = channels(colour)
        assert green > red
    for colour in inks["refuted"]:
        red, green, _ = channels(colour)
        assert red > green


def test_every_label_and_stance_has_an_ink() -> None:
    assert {label.value for label in Label} <= set(LIGHT) == set(DARK)
    assert set(STANCE_INK) == {stance.value for stance in Stance}
    assert STANCE_INK["supports"] == "supported" and STANCE_INK["refutes"] == "refuted"
