"""Text from outside stays on its line of the terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.plain import one_line


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a\nb\r\nc\td", "a b c d"),
        ("\x1b[2J\x1b[31mred", "[2J [31mred"),
        ("a\u202eb\u200bc\U000e0041\ud800d", "abcd"),
        ("  ที่\u2028นี่ ", "ที่ นี่"),
        ("", ""),
    ],
)
def test_control_characters_become_blanks_and_invisible_ones_go(text: str, told: str) -> None:
    assert one_line(text) == told


@given(st.text())
def test_one_line_is_printable_and_stays_as_it_is(text: str) -> None:
    assert one_line(text).isprintable()
    assert one_line(one_line(text)) == one_line(text)
