"""The dictionary that is laid out piece by piece cuts as the whole one does."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_dict_trie
from pythainlp.tokenize.newmm import segment

from index.thai_dictionary import LazyTrie

SEEDS = Path(__file__).parent.parent.parent / "seeds"
TEXTS = [
    (SEEDS / "amazon-ai-capex.th.txt").read_text("utf-8")[:1500],
    *(json.loads(x)["text"][:120] for x in (SEEDS / "references.jsonl").open(encoding="utf-8")),
]


def test_it_cuts_every_text_alike() -> None:
    lazy, whole = LazyTrie(thai_words()), word_dict_trie()
    for text in TEXTS:
        assert segment(text, custom_dict=lazy) == segment(text, custom_dict=whole)
    assert len(lazy._waiting) > 100  # most of it was never needed


def test_it_answers_as_a_whole_one_in_many_threads() -> None:
    lazy, whole = LazyTrie(thai_words()), word_dict_trie()
    texts = TEXTS[:8] * 4
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: [lazy.prefixes(text, n) for n in range(200)], texts))
    assert found == [[whole.prefixes(text, n) for n in range(200)] for text in texts]


def test_it_knows_all_words() -> None:
    lazy = LazyTrie(["ก", "กา", "กาก", " ขา "])
    assert lazy
    assert not LazyTrie([])
    assert "กาก" in lazy
    assert "กากา" not in lazy
    assert sorted(lazy) == ["ก", "กา", "กาก", "ขา"]
    assert len(lazy) == 4
