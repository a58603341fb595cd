"""Cross-encoders by name, with the real loading code on a tiny model made here."""

from pathlib import Path

import pytest

from index.embedding.cross_encoders import load_cross_encoder
from index.errors import SettingsError
from index.reranker import CrossReranker
from index.types import Document, Hit, Passage


def tiny(folder: Path, classes: tuple[str, ...]) -> str:
    from transformers import BertConfig, BertForSequenceClassification, BertTokenizerFast

    folder.mkdir()
    words = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "bridge", "river", "tax"]
    (folder / "vocab.txt").write_text("\n".join(words), "utf-8")
    tokenizer = BertTokenizerFast(vocab_file=str(folder / "vocab.txt"), model_max_length=32)
    config = BertConfig(
        vocab_size=len(words),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
        num_labels=len(classes),
        id2label=dict(enumerate(classes)),
    )
    import torch

    torch.manual_seed(0)
    BertForSequenceClassification(config).save_pretrained(folder)
    tokenizer.save_pretrained(folder)
    return f"path:{folder}"


def hits(*texts: str) -> list[Hit]:
    document = Document("d", "", " ".join(texts), "en")
    return [
        Hit(Passage(f"p{n}", "d", t, "en", 0, len(t)), document, 1 / n, n, (("dense", n),))
        for n, t in enumerate(texts, 1)
    ]


def test_hits_are_ordered_by_the_models_score(tmp_path: Path) -> None:
    model = load_cross_encoder(tiny(tmp_path / "m", ("SCORE",)))
    given = hits("bridge", "river", "tax")
    reordered = CrossReranker(model).rerank("river", given)
    scores = model.scores([("river", h.passage.text) for h in given])[:, 0]
    expected = sorted(range(3), key=lambda i: -float(scores[i]))
    assert [h.passage.text for h in reordered] == [given[i].passage.text for i in expected]
    assert [h.rank for h in reordered] == [1, 2, 3]
    assert all(h.ranks[-1] == ("rerank", h.rank) and h.ranks[0][0] == "dense" for h in reordered)
    assert list(CrossReranker(model).rerank("river", [])) == []


def test_a_classifier_is_no_reranker(tmp_path: Path) -> None:
    model = load_cross_encoder(tiny(tmp_path / "m", ("A", "B", "C")))
    assert model.labels == ("a", "b", "c")
    assert model.scores([("a", "b")]).shape == (1, 3)
    with pytest.raises(SettingsError, match="3 classes"):
        CrossReranker(model)


@pytest.mark.parametrize("name", ["", "x", "path:", "path:/none", "ftp:x"])
def test_wrong_names_are_told(name: str) -> None:
    with pytest.raises(SettingsError):
        load_cross_encoder(name)
