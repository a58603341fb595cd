"""Wordings are found where they stand as words, the longest first."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.quantities.words.topics import Topic, TopicFinder, Topics

ENGLISH = Topics(
    "en", True, {Topic.MOVE: {"up": "rose|rose by", "down": "fell"}, Topic.NOW: {"now": "now"}}
)
THAI = Topics("th", False, {Topic.MOVE: {"up": "ขึ้น|ขึ้นมา", "down": "ลด"}, Topic.NOW: {"now": "ตอน"}})
FINDER = TopicFinder((THAI, ENGLISH))
WORDINGS = ["rose", "rose by", "fell", "now", "ขึ้น", "ขึ้นมา", "ลด", "ตอน"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rose by 5", ["rose by"]),
        ("It rose", ["rose"]),
        ("It rose b", ["rose"]),
        ("Snow fell", ["fell"]),
        ("knowing", []),
        ("ราคาขึ้น", ["ขึ้น"]),
        ("ราคาขึ้นม", ["ขึ้น"]),
        ("ราคาขึ้นมา 5", ["ขึ้นมา"]),
        ("ลดา", []),  # a vowel sign goes on with the word
        ("now ลด rose", ["now", "ลด", "rose"]),
        ("", []),
    ],
)
def test_the_longest_wording_that_is_a_word_is_found(text: str, found: list[str]) -> None:
    assert [text[m.start : m.end].lower() for m in FINDER.find(text)] == found


@given(st.text(alphabet="rosebyfln wขึ้นมาลดตอ ", max_size=40))
def test_it_finds_what_one_pattern_of_all_wordings_finds(text: str) -> None:
    spaced, runs = (
        "|".join(sorted((w for w in WORDINGS if w.isascii() is latin), key=len, reverse=True))
        for latin in (True, False)
    )
    marks = "\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
    whole = re.compile(rf"(?<![a-z])(?:{spaced})(?![a-z])|(?:{runs})(?![{marks}])")
    wanted = [m.span() for m in whole.finditer(text)]
    assert [(m.start, m.end) for m in FINDER.find(text)] == wanted
