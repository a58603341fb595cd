"""Passages are verbatim, in order, apart, and leave out nothing but white space."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.passages import LONGEST, TARGET, passages_of, search_text
from index.types import Document

SENTENCE = st.sampled_from(
    [
        "The mill in Orrin closed in 1998.",
        "It cost $4.5 million, the U.S. office said.",
        "เปิดใช้เมื่อวันที่ 3 มีนาคม พ.ศ. 2564",
        "นอกจากนี้ บริษัทยังลงทุนเพิ่มอีก 2,565 ล้านบาท",
        "กรุงเทพฯ ร้อนมากๆ",
        "x" * 30,
        "ก" * 1500,
        "!",
    ]
)
TEXT = st.lists(
    st.tuples(SENTENCE, st.sampled_from([" ", "\n", "\n\n", "  "])), min_size=1, max_size=25
).map(lambda parts: "".join(a + b for a, b in parts))


def cut(text: str, language: str) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in passages_of(Document("d", "", text, language))]


@settings(max_examples=60, deadline=None)
@given(TEXT, st.sampled_from(["th", "en"]))
def test_passages_tile_the_text(text: str, language: str) -> None:
    found = passages_of(Document("d", "t", text, language))
    at = 0
    for n, passage in enumerate(found):
        assert passage.id == f"d#{n}"
        assert passage.text == text[passage.start : passage.end]
        assert passage.text == passage.text.strip()
        assert passage.start >= at
        assert not text[at : passage.start].strip()
        assert 0 < passage.end - passage.start <= LONGEST + 100
        at = passage.end
    assert not text[at:].strip()


def test_a_paragraph_stays_whole() -> None:
    text = "One sentence stands here. Another follows it. " * 4
    assert len(cut(text + "\n\n" + text * 2, "en")) == 2


def test_a_long_text_is_cut_near_the_target() -> None:
    text = "Each of these sentences has about fifty characters. " * 200
    lengths = [end - start for start, end in cut(text, "en")]
    assert all(length <= 1.5 * TARGET["en"] for length in lengths)
    assert all(length >= TARGET["en"] // 2 for length in lengths[:-1])


def test_a_syllable_is_never_split() -> None:
    text = "เก็บน้ำที่นี่" * 500
    for _, end in cut(text, "th")[:-1]:
        assert text[end] not in "ะัาำิีึืฺุู็่้๊๋์ํๅ"
        assert text[end - 1] not in "เแโใไ"


def test_a_passage_has_its_own_language() -> None:
    text = "รายงานฉบับนี้เป็นภาษาไทย " * 30 + "\n\n" + "The original report follows here. " * 30
    found = passages_of(Document("d", "", text, "th"))
    assert (found[0].language, found[-1].language) == ("th", "en")


@pytest.mark.parametrize("text", ["", "   \n\n ", "\u2028"])
def test_nothing_gives_no_passage(text: str) -> None:
    assert passages_of(Document("d", "", text, "en")) == ()


def test_the_title_is_searched_too() -> None:
    assert search_text("Title", "text") == "Title\ntext"
    assert search_text("", "text") == "text"
