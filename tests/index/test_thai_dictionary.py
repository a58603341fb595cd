"""The table of Thai words cuts as pythainlp's own dictionary does, and takes little room."""

from __future__ import annotations

import json
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_dict_trie
from pythainlp.tokenize.newmm import segment
from pythainlp.util.trie import Trie

from index import thai_dictionary
from index.thai_dictionary import WordTable

SEEDS = Path(__file__).parent.parent.parent / "seeds"
TEXTS = [
    (SEEDS / "amazon-ai-capex.th.txt").read_text("utf-8")[:1500],
    *(json.loads(x)["text"][:120] for x in (SEEDS / "references.jsonl").open(encoding="utf-8")),
]


def test_it_cuts_every_text_alike() -> None:
    table, whole = WordTable(thai_words()), word_dict_trie()
    for text in TEXTS:
        assert segment(text, custom_dict=table) == segment(text, custom_dict=whole)


def test_it_takes_little_room() -> None:
    words = thai_words()
    tracemalloc.start()
    try:
        table = WordTable(words)
        for text in TEXTS:
            segment(text, custom_dict=table)
        assert tracemalloc.get_traced_memory()[0] < 15e6  # the trie: 60 MB
    finally:
        tracemalloc.stop()


def test_it_answers_as_a_trie_in_many_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thai_dictionary, "_REMEMBERED", 50)
    table, whole = WordTable(thai_words()), word_dict_trie()
    texts = TEXTS[:8] * 4
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: [table.prefixes(text, n) for n in range(200)], texts))
    assert found == [[whole.prefixes(text, n) for n in range(200)] for text in texts]


@given(st.sets(st.text("กขค", min_size=1, max_size=7)), st.text("กขค", max_size=12))
def test_it_answers_as_a_trie_of_any_words(words: set[str], text: str) -> None:
    table, trie = WordTable(words), Trie(words)
    for start in range(len(text) + 1):
        assert table.prefixes(text, start) == trie.prefixes(text, start)
        assert table.prefixes(text, start) == trie.prefixes(text, start)  # now from memory
    assert (text in table) == (text in words)


def test_it_knows_all_words() -> None:
    table = WordTable(["ก", "กา", "กาก", " ขา ", "กากาก", "กา"])
    assert table
    assert not WordTable([])
    assert "กาก" in table
    assert "กากาก" in table
    assert "กากา" not in table
    assert sorted(table) == ["ก", "กา", "กาก", "กากาก", "ขา"]
    assert len(table) == 5
