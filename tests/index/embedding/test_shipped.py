import subprocess
import sys

import numpy as np
import pytest

from index.embedding.base import Encoder
from index.embedding.models import WEIGHTS, load_encoder
from index.errors import SettingsError

NAMES = ["fast", "accurate"]
TEXTS = [
    "รัฐบาลไทยลงทุน 1 แสนล้านบาทในปี 2568",
    "The Thai government invested 100 billion baht in 2025.",
    "แมวนอนอยู่บนโซฟา",
    "The cat sleeps on the sofa.",
    "ธนาคารกลางขึ้นดอกเบี้ยเพื่อสู้เงินเฟ้อ " * 30,
    "x",
]
ODD = ["", "   ", "\n\t", "\u200b", "😀", "\ud800", "ก" * 5000, "a" * 5000, "中文", "\x00"]
PAIRS = [
    ("แมวนอนอยู่บนโซฟา", "The cat sleeps on the sofa."),
    ("ธนาคารกลางขึ้นอัตราดอกเบี้ย", "The central bank raised interest rates."),
    ("บริษัทปลดพนักงาน 500 คน", "The company laid off 500 workers."),
    ("แผ่นดินไหวทำลายบ้านเรือนในหลายจังหวัด", "The earthquake destroyed homes in several provinces."),
    ("ยอดส่งออกข้าวลดลงในไตรมาสแรก", "Rice exports fell in the first quarter."),
    ("วัคซีนชนิดใหม่ผ่านการทดลองทางคลินิก", "A new vaccine passed clinical trials."),
]


@pytest.fixture(params=NAMES)
def encoder(request: pytest.FixtureRequest) -> Encoder:
    return load_encoder(request.param)


def test_rows_have_length_one(encoder: Encoder) -> None:
    vectors = encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), encoder.dimensions)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_bytes_whatever_stands_beside_it(encoder: Encoder) -> None:
    together = encoder.encode(TEXTS)
    backwards = encoder.encode(TEXTS[::-1])[::-1]
    alone = np.concatenate([encoder.encode([text]) for text in TEXTS])
    assert together.tobytes() == backwards.tobytes() == alone.tobytes()


def test_nothing_gives_zeros(encoder: Encoder) -> None:
    assert not encoder.encode(["", " \n"]).any()
    assert encoder.encode([]).shape == (0, encoder.dimensions)


def test_odd_texts_give_finite_vectors(encoder: Encoder) -> None:
    vectors = encoder.encode(ODD)
    assert np.isfinite(vectors).all()
    norms = np.linalg.norm(vectors, axis=1)
    assert np.all((norms < 1e-6) | (np.abs(norms - 1) < 1e-5))


def test_translations_find_each_other(encoder: Encoder) -> None:
    thai = encoder.encode([t for t, _ in PAIRS], role="query")
    english = encoder.encode([e for _, e in PAIRS])
    scores = thai @ english.T
    assert list(scores.argmax(axis=1)) == list(range(len(PAIRS)))
    assert list(scores.argmax(axis=0)) == list(range(len(PAIRS)))


@pytest.mark.parametrize(
    ("one", "same"), [("ในปี 2568", "in 2025"), ("1 แสนล้านบาท", "100 billion baht")]
)
def test_equal_figures_meet_across_languages(encoder: Encoder, one: str, same: str) -> None:
    other = same.replace("2025", "1987").replace("100 billion", "3 million")
    query, right, wrong = encoder.encode([one, same, other])
    assert query @ right > query @ wrong


def test_langchain_sees_lists_of_floats(encoder: Encoder) -> None:
    query = encoder.embed_query("แมว")
    assert query == encoder.embed_documents(["แมว"])[0]
    assert isinstance(query[0], float)


def test_default_is_a_shipped_model() -> None:
    assert load_encoder("default").name in NAMES
    assert load_encoder() is load_encoder("default")


def test_models_tell_themselves_apart() -> None:
    assert load_encoder("fast").fingerprint != load_encoder("accurate").fingerprint


@pytest.mark.parametrize("name", ["small", "Fast", "model:x", ":"])
def test_unknown_names_say_what_there_is(name: str) -> None:
    with pytest.raises(SettingsError) as raised:
        load_encoder(name)
    assert "accurate" in raised.value.hint
    assert "path:" in raised.value.hint


def test_no_torch_is_needed() -> None:
    code = (
        "import sys; from index.embedding.models import load_encoder\n"
        "for n in ('fast', 'accurate'): load_encoder(n).encode(['สวัสดี'])\n"
        "heavy = {'torch', 'transformers', 'sentence_transformers', 'onnxruntime', 'pythainlp'}\n"
        "sys.exit(str(heavy & set(sys.modules)) if heavy & set(sys.modules) else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_all_weights_fit_in_fifty_megabytes() -> None:
    assert sum(f.stat().st_size for f in WEIGHTS.rglob("*") if f.is_file()) < 50e6


@pytest.mark.parametrize("folder", [f.name for f in sorted(WEIGHTS.iterdir()) if f.is_dir()])
def test_every_model_has_a_card(folder: str) -> None:
    card = (WEIGHTS / folder / "README.md").read_text("utf-8")
    for heading in ("## Data", "## Licence", "## Figures", "## Limits"):
        assert heading in card
