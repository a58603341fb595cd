"""Errors in the reader's language."""

import re
from pathlib import Path

import pytest

from assistant.errors import InputError, JingmaiError
from assistant.ui.answers import address
from assistant.ui.words.of_errors import THAI, in_words
from index.ingest import read_article


@pytest.mark.parametrize("pattern", THAI)
def test_the_thai_asks_for_no_more_than_the_pattern_finds(pattern: str) -> None:
    count = re.compile(pattern).groups
    assert THAI[pattern].format(*map(str, range(count)))
    assert any("ก" <= c <= "๛" for c in THAI[pattern])


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "ไฟล์ว่างเปล่า"),
        ("bad.pdf", b"hello", "ไม่ใช่ PDF"),
        ("bad.docx", b"hello", "ไฟล์เสียหาย"),
        ("page.html", b"<html></html>", "ไม่มีข้อความ"),
        ("x.exe", b"MZ", "ไฟล์ชนิด .exe อ่านไม่ได้"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / ("0" * 64) / name
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_article(str(path))
    thai, english = in_words(caught.value, "th"), in_words(caught.value, "en")
    assert told in thai and thai.startswith(f"ใช้ {name} ไม่ได้")
    assert english.startswith(f"cannot use {name}")


def test_what_is_in_no_table_stays_and_keeps_its_hint() -> None:
    error = JingmaiError("the moon is down", hint="wait")
    assert in_words(error, "th") == in_words(error, "en") == "the moon is down (wait)"


@pytest.mark.parametrize("text", ["/etc/hosts", "notes.txt", "file:///etc/hosts", "ftp://a.b/c"])
def test_a_path_is_no_web_address(text: str) -> None:
    with pytest.raises(InputError) as caught:
        address(text)
    assert "ไม่ใช่ที่อยู่เว็บ" in in_words(caught.value, "th")


def test_a_web_address_is_taken() -> None:
    assert address(" https://example.com/a ") == "https://example.com/a"
