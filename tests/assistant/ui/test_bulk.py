"""The bulk desk's results as HTML."""

from typing import Any

import pytest

from assistant.ui.bulk import _rows
from tests.assistant.ui.test_cards import Reader

SUM = "≈ 5 ~ ≈ 6 ? (another unit)"
ROW: dict[str, Any] = {
    "id": "7", "claim": "Boats cost $5.", "language": "en", "label": "supported", "problem": None,
    "rationale": "It is so.\nBoat News: “They cost five.” (at 0–3)\n" + SUM,
    "evidence": [
        {"quote": "They cost five.", "stance": "supports", "reasons": [SUM]},
        {"quote": "Nothing.", "stance": "silent", "reasons": ["1 = 1 ✓"]},
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "told"), [("th", "เทียบกับ ≈ 6: ชี้ขาดไม่ได้"), ("en", "against ≈ 6: does not decide")]
)
def test_a_row_tells_its_gist_and_arithmetic_and_folds_the_rest(language: str, told: str) -> None:
    html = _rows([ROW], language)
    shown, folded = html.split("<details", 1)
    assert "It is so." in shown and told in shown
    assert "They cost five." not in shown and "They cost five." in folded
    assert "1 = 1" not in shown


def test_a_row_that_failed_says_so_in_the_reader_s_language() -> None:
    failed = ROW | {"label": None, "rationale": "", "evidence": [], "problem": "it is empty"}
    assert "ไฟล์ว่างเปล่า" in Reader(_rows([failed], "th")).text


def test_a_row_that_could_not_be_read_is_shown_with_what_there_is() -> None:
    broken = {"id": "9", "claim": None, "label": None, "problem": "it is empty", "evidence": None}
    assert "9" in Reader(_rows([broken], "en")).text
