"""The quick way to respell and cut gives what the plain one gives."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.embedding import numerals
from index.embedding.models import WEIGHTS
from index.embedding.numerals import canonical
from index.embedding.tokens import Tokens
from index.embedding.word_pieces import _UNUSUAL, WordPieces

SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"
REFERENCES = [
    json.loads(line)["text"] for line in (SEEDS / "references.jsonl").open(encoding="utf-8")
]
# What figures, years and percentages are written with, and what stands beside them.
FRAGMENTS = (
    "1", "25", "2568", "๒๕๖๘", "2999", "67", "1,234,567", "12345678", "3.5", "²", "٣", "0", "4",
    " ", "  ", "\n", "-", "–", ",", ".", "/", "(", "%", "$", "฿", "€", "พ.ศ.", "พ. ศ. ", "พศ",
    "ค.ศ.", "B.E. ", "BE", "A.D. ", "CE ", "AD ", "ปี", "ม.ค.", "มกราคม", "พฤศจิกายน ", "กุมภาพันธ์",
    "พัน", "หมื่น", "แสน", "แสนล้าน", "ล้านล้าน", "ร้อย", "สิบ", "พันธ์", "ร้อยละ", "เปอร์เซ็นต์", "per cent",
    "percent", "million", "BN", "bn", "trn", "m", "k", "THOUSAND", "บาท", "คน", "ก", "่", "x",
)  # fmt: skip
# Letters that the tokenizer takes apart or joins, blanks of other kinds, marks on their own.
SIGNS = "aZé'.-\u00a0\u200b\u0301\u3000\ufb01½…“”₿\r\t\x1c▁กแเำ้ิ๐๚฿  \n\n"


def by_the_rules(text: str) -> str:
    """Every rule of `numerals` in turn, whether or not the text can hold what it looks for."""
    n = numerals
    if not any(c.isdigit() for c in text):
        return text
    text = text.translate(n._THAI_DIGITS)
    text = n._ERA.sub(lambda m: n._common(m[1] or m[2]), text)
    text = n._COMMON_ERA.sub("", text)
    text = n._THAI_YEAR.sub(
        lambda m: " " + n._common(m[1]) if m[1] else m[2] + n._common(m[3]), text
    )
    text = n._SHORT_YEAR.sub(lambda m: m[1] + n._common("25" + m[2]), text)
    if any("\u0e00" <= c <= "\u0e7f" for c in text):
        text = n._BARE_YEAR.sub(lambda m: n._common(m[1]), text)
    text = n._GROUPED.sub(lambda m: m[0].replace(",", ""), text)
    text = n._THAI_RANGE.sub(lambda m: n._scaled(m[1], n._thai_scale(m[4])) + "-", text)
    text = n._THAI_SCALED.sub(lambda m: n._scaled(m[1], n._thai_scale(m[2])) + " ", text)
    text = n._ENGLISH_SCALED.sub(n._english, text)
    text = n._LETTER_SCALED.sub(lambda m: m[1] + n._scaled(m[2], n._UNITS[m[3].lower()]), text)
    text = n._PLAIN.sub(lambda m: n._scaled(m[0], 1), text)
    text = n._PERCENT_BEFORE.sub(r"\1%", text)
    return n._PERCENT_AFTER.sub(r"\1%", text)


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=12).map("".join))
@settings(max_examples=1_500, deadline=None)
def test_any_text_is_respelled_as_the_rules_say(text: str) -> None:
    assert canonical(text) == by_the_rules(text)


def test_an_era_mark_that_was_the_only_thai() -> None:
    assert canonical("in ค.ศ. 2550") == by_the_rules("in ค.ศ. 2550") == "in 2550"


def test_letters_that_only_look_like_those_of_a_scale_are_left() -> None:
    text, kept = "5 MILLİON, 2 thouſand, 1 MILLION", "5 MILLİON, 2 thouſand, 1 million"
    assert canonical(text) == by_the_rules(text) == kept


def test_the_references_are_respelled_as_the_rules_say() -> None:
    assert [canonical(text) for text in REFERENCES] == [by_the_rules(text) for text in REFERENCES]


@pytest.fixture(scope="module")
def both() -> tuple[Tokens, WordPieces]:
    file = WEIGHTS / "fast" / "tokenizer.json"
    return Tokens(file, marks=False), WordPieces(file)


def assert_cut_alike(both: tuple[Tokens, WordPieces], texts: list[str]) -> None:
    for plain, quick in zip(both[0].ids(texts), both[1].ids(texts), strict=True):
        assert quick.dtype == plain.dtype
        assert np.array_equal(quick, plain)


def test_the_references_are_cut_alike(both: tuple[Tokens, WordPieces]) -> None:
    assert sum(_UNUSUAL.search(text) is None for text in REFERENCES) > len(REFERENCES) / 2
    assert_cut_alike(both, REFERENCES)
    assert_cut_alike(both, REFERENCES)  # now from memory


def test_every_sign_at_every_place_of_a_word(both: tuple[Tokens, WordPieces]) -> None:
    signs = [chr(n) for n in (*range(0x20, 0x250), *range(0xE00, 0xE80), *range(0x2000, 0x20C0))]
    assert_cut_alike(both, [f"ab {c}d e{c} f{c}g {c}\n{c}h" for c in signs] + ["", " ", "\n"])


@given(texts=st.lists(st.text(st.sampled_from(SIGNS), max_size=20), max_size=3))
@settings(max_examples=300, deadline=None)
def test_odd_texts_are_cut_alike(both: tuple[Tokens, WordPieces], texts: list[str]) -> None:
    assert_cut_alike(both, texts)


def test_what_is_forgotten_is_cut_again(
    both: tuple[Tokens, WordPieces], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.embedding.word_pieces._KEPT", 3)
    assert_cut_alike((both[0], WordPieces(WEIGHTS / "fast" / "tokenizer.json")), REFERENCES[:3] * 2)
