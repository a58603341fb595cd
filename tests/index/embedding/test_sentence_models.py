from pathlib import Path

import numpy as np
import pytest

from index.embedding.models import WEIGHTS, load_encoder
from index.embedding.numerals import canonical
from index.embedding.rows import quantise, unit
from index.embedding.sentence_models import prefixes
from index.errors import SettingsError

TEXTS = ["รัฐบาลไทยลงทุน 1 แสนล้านบาทในปี 2568", "The cat sleeps on the sofa.", "น้ำท่วม", "x " * 700]


def test_fast_is_a_sentence_transformers_model() -> None:
    other = load_encoder(f"path:{WEIGHTS / 'fast'}")
    ours = load_encoder("fast").encode(TEXTS)
    assert other.encode([canonical(t) for t in TEXTS]) == pytest.approx(ours, abs=1e-5)
    assert not other.encode([""]).any()
    assert other.dimensions == load_encoder("fast").dimensions
    assert other.fingerprint == load_encoder(f"path:{WEIGHTS / 'fast'}").fingerprint


@pytest.mark.parametrize("path", ["", "nowhere", "{empty}"])
def test_a_missing_folder_is_no_download(path: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as raised:
        load_encoder("path:" + path.format(empty=tmp_path))
    assert raised.value.hint
    assert "\n" not in raised.value.message


def test_a_broken_folder_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "modules.json").write_text("[]")
    (tmp_path / "config.json").write_text("not json")
    with pytest.raises(SettingsError) as raised:
        load_encoder(f"path:{tmp_path}")
    assert "\n" not in raised.value.message


@pytest.mark.parametrize("name", ["", "/", "a/b/c"])
def test_bad_hub_names(name: str) -> None:
    with pytest.raises(SettingsError):
        load_encoder(f"hub:{name}")


def test_a_hub_model_that_cannot_be_had(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    with pytest.raises(SettingsError) as raised:
        load_encoder("hub:nobody/no-such-model-here")
    assert "network" in raised.value.hint


@pytest.mark.parametrize(
    ("known_as", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", "query: ", "passage: "),
        ("models/e5-base-v2", "query: ", "passage: "),
        ("BAAI/bge-m3", "", ""),
        ("BAAI/bge-small-en-v1.5", "Represent this sentence for searching relevant passages: ", ""),
        ("sentence-transformers/all-MiniLM-L6-v2", "", ""),
    ],
)
def test_families_get_their_prefixes(known_as: str, query: str, passage: str) -> None:
    assert prefixes({}, known_as) == {"query": query, "passage": passage}


def test_a_models_own_prompts_come_first() -> None:
    found = prefixes({"query": "Q: ", "document": "D: "}, "multilingual-e5-small")
    assert found == {"query": "Q: ", "passage": "D: "}


def test_bytes_keep_the_direction_of_rows() -> None:
    rows = np.random.default_rng(7).normal(size=(200, 64)).astype(np.float32)
    rows[0] = 0
    whole, scales = quantise(rows)
    back = whole * scales[:, None]
    assert (unit(back) * unit(rows)).sum(1)[1:].min() > 0.99
    assert not back[0].any()
