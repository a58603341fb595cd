"""Words, languages and folding for matching."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.text import language_of, normalise, thai_tokens, words, words_once

ANY = st.text(alphabet=st.characters(codec="utf-8"), max_size=200)
THAI = st.text(alphabet="กขคงจชดตทนบปพมยรลวสหอะาิีุูเแโใไ็่้๊๋์ๆฯ๐๑๒ 1a.", max_size=120)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2,565", ["2565"]),
        ("๒,๕๖๕", ["2565"]),
        ("1,234,567.89", ["1234567.89"]),
        ("1,23", ["1", "23"]),
        ("พ.ศ. 2568", ["พศ", "2568"]),
        ("พ.ศ.๒๕๖๘", ["พศ", "2568"]),
        ("$5.576M", ["5.576", "m"]),
        ("U.S. U.K.", ["us", "uk"]),
        ("Amazon's companies’ AT&T", ["amazon", "company", "at&t"]),
        ("bus glass analysis Texas", ["bus", "glass", "analysis", "texa"]),
        ("ราคาบ้านในกรุงเทพฯ", ["ราคา", "บ้าน", "ใน", "กรุงเทพฯ"]),
        ("น\u0e4d\u0e32", ["นำ"]),
        ("a\u200bb", ["ab"]),
        ("", []),
        ("—…!?", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10²", "10²"),  # NFKC would make it 102
        ("น้ำ", "น้ำ"),  # NFKC would split SARA AM
        ("“Ａ”", '"ａ"'),
        ("เเพง", "แพง"),
        ("  A\u00a0 B\n", "a b"),
    ],
)
def test_normalise(text: str, expected: str) -> None:
    assert normalise(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ราคาหุ้น Nvidia ร่วง", "th"),
        ("DeepSeek R1 launched by DeepSeek in Hangzhou จีน", "en"),
        ("2568", "en"),
        ("", "en"),
        ("Amazon Web Services (AWS) โต", "en"),
        ("Amazon Web โตขึ้นมาก", "th"),
    ],
)
def test_language(text: str, expected: str) -> None:
    assert language_of(text) == expected


@given(ANY)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(ANY)
def test_words_hold_no_blank_and_are_never_empty(text: str) -> None:
    assert all(word and not any(c.isspace() for c in word) for word in words(text))


@given(THAI)
def test_segments_join_to_the_text(text: str) -> None:
    assert "".join(thai_tokens(text)) == text


@given(st.integers(1000, 10**12))
def test_thousands_separators_and_thai_digits_are_one_number(number: int) -> None:
    thai = str(number).translate({ord("0") + i: chr(ord("๐") + i) for i in range(10)})
    assert words(f"{number:,}") == words(str(number)) == words(thai)


@pytest.mark.parametrize(
    "text", ["The US's  2,565 buses\t\n ran", "รถเมล์ 2,565 คัน ๒๕๖๘", "", " \x1c "]
)
def test_words_that_are_not_kept_are_the_same(text: str) -> None:
    assert words_once(text) == words(text)


@given(st.text("aB,1 2\t\n\x1c\x85\u00a0é๑ำ", max_size=20))
def test_normalising_leaves_single_blanks(text: str) -> None:
    found = normalise(text)
    assert found == " ".join(found.split())
    assert normalise(found) == found
    if text.isascii():  # the short way for English gives what the long one does
        assert normalise(text + "é") == normalise(text + "z")[:-1] + "é"
