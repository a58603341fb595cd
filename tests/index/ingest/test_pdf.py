"""Letters of PDF files, which hold what a font has drawn."""

import pytest

from index.ingest.pdf import lettered


@pytest.mark.parametrize(
    ("drawn", "letters"),
    [
        ("ท\uf70aาเรือบ\uf70bานแหลม", "ท่าเรือบ้านแหลม"),
        ("ป\uf702 2567 ป\uf710\uf714น ฝ\uf70aาย", "ปี 2567 ปั้น ฝ่าย"),
        ("320 ล\u0e4dา", "320 ลำ"),
        ("น\u0e4d\u0e49า และ น\u0e49\u0e4dา", "น้ำ และ น้ำ"),
        ("of\ufb01ce, \ufb02oods", "office, floods"),
        ("น้ำท่วมที่ปากน้ำ", "น้ำท่วมที่ปากน้ำ"),
    ],
)
def test_forms_of_a_font_are_letters(drawn: str, letters: str) -> None:
    assert lettered(drawn) == letters
