"""The training code on data small enough to follow by eye."""

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from index.embedding.averaging import ORDERS, AveragingEncoder
from index.embedding.rows import unit
from index.embedding.tokens import Tokens
from index.embedding.training import batches, corpus, fast, teacher
from index.embedding.training.corpus import Pair

LETTERS = "abcdefghijklmnopqrstuvwxyz"
PIECES = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0)]
PIECES += [("▁" + c, -1.0) for c in LETTERS] + [(c, -2.0) for c in LETTERS] + [("▁", -3.0)]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    from tokenizers import Tokenizer, models, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(PIECES, unk_id=0))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    tokenizer.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def small_weights(pieces: int = 16, width: int = 8, out: int = 12) -> dict[str, np.ndarray]:
    rng = np.random.default_rng(3)
    shapes: dict[str, tuple[int, ...]] = {
        "group_in": (pieces, 3 * width),
        "group_bias": (3 * width,),
        "group_scale": (3 * width,),
        "group_shift": (3 * width,),
        "feature_scale": (pieces + 3 * width,),
        "feature_shift": (pieces + 3 * width,),
        "sum_out": (pieces + 3 * width, out),
        "sum_bias": (out,),
        "top_1": (out, 10),
        "top_2": (10, 10),
        "skip_1": (out, 10),
        "top_3": (10, out),
        "skip_2": (10, out),
        "top_out": (out, out),
    }
    for order, _ in ORDERS:
        for layer in ("first", "second"):
            shapes[f"{layer}_{order}"] = (order * width, width)
            shapes[f"{layer}_{order}_bias"] = (width,)
    return {k: rng.normal(size=s).astype(np.float32) * 0.4 for k, s in shapes.items()}


def test_numpy_computes_what_torch_trains(folder: Path) -> None:
    from index.embedding.training.network import Network

    table = np.random.default_rng(5).normal(size=(len(PIECES), 16)).astype(np.float32)
    network = Network(table, small_weights())
    network.save(folder)
    texts = ["a b c", "hello world", "q", "one two three four five six seven"]
    tokens = Tokens(folder / "tokenizer.json", longest=320)
    trained = network(*batches.padded(tokens.ids(texts), 320)).detach().numpy()
    shipped = AveragingEncoder(folder, name="small").encode(texts)
    assert (trained * shipped).sum(1).min() > 0.999


def test_static_rows_learn_which_texts_belong_together(folder: Path) -> None:
    tokens = Tokens(folder / "tokenizer.json", marks=False)
    pairs = [Pair(a, "z" + LETTERS[(i + 13) % 26]) for i, a in enumerate(LETTERS)]
    material = [batches.source("letters", pairs, tokens, share=1.0, size=26, least=1)]
    start = (0.1 * np.random.default_rng(1).normal(size=(len(PIECES), 16))).astype(np.float32)
    rows = fast.train(start, material, steps=300, report=1000)
    fast.save(rows, folder)
    again = fast.train(start, material, steps=300, report=1000)
    assert np.array_equal(rows, again)
    from index.embedding.static import StaticEncoder

    encoder = StaticEncoder(folder, name="small")
    scores = encoder.encode([p.query for p in pairs]) @ encoder.encode([p.passage for p in pairs]).T
    assert (scores.argmax(1) == np.arange(26)).mean() > 0.9


def test_a_batch_has_no_text_twice(folder: Path) -> None:
    tokens = Tokens(folder / "tokenizer.json", marks=False)
    pairs = [Pair(f"{a} {b}", b) for a in LETTERS[:6] for b in LETTERS[:6]]
    source = batches.source("s", pairs, tokens, share=1.0, size=6, least=1)
    for chosen, batch in batches.schedule([source], 40, seed=4):
        passages = [chosen.texts[i].passage for i in batch]
        assert len(set(passages)) == len(passages) > 0


def test_the_schedule_is_fixed_by_its_seed(folder: Path) -> None:
    tokens = Tokens(folder / "tokenizer.json", marks=False)
    pairs = [Pair(f"{a} {b}", f"{b} {b} {a}") for a in LETTERS for b in LETTERS]
    source = batches.source("s", pairs, tokens, share=1.0, size=16, least=1)
    one = [batch for _, batch in batches.schedule([source], 20, seed=9)]
    assert one == [batch for _, batch in batches.schedule([source], 20, seed=9)]
    assert one != [batch for _, batch in batches.schedule([source], 20, seed=10)]


@pytest.mark.parametrize("text", ["", "one", "word " * 400, "ก" * 2000, "a\nb\u200b c\xa0d"])
def test_passages_lose_no_letters(text: str) -> None:
    cut = corpus.passages(text, 100)
    squeezed = "".join(text.replace("\u200b", "").split())
    assert "".join("".join(cut).split()) == squeezed


def test_the_vocabulary_keeps_thai_and_what_is_used() -> None:
    pieces = [("<unk>", 0.0), ("<s>", 0.0), ("</s>", 0.0), ("▁และ", 0.0), ("▁und", 0.0)]
    pieces += [("▁cat", 0.0), ("1", 0.0), ("犬", 0.0), ("▁dog", 0.0)]
    kept = teacher.kept(pieces, Counter({5: 9, 8: 4, 4: 1}), 7)
    assert [pieces[i][0] for i in kept] == ["<unk>", "<s>", "</s>", "▁และ", "▁cat", "1", "▁dog"]


def test_unit_rows() -> None:
    assert unit(np.array([[3, 4], [0, 0]], dtype=np.float32)).tolist() == [
        [pytest.approx(0.6), pytest.approx(0.8)],
        [0, 0],
    ]
