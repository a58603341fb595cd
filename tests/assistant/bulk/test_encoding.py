from pathlib import Path

import pytest

from assistant.bulk.encoding import survey
from assistant.errors import InputError

THAI = "id,claim\na,เศรษฐกิจไทยปี 2567 ขยายตัว 2.5% “จริง” – น้ำท่วม\nb,ChatGPT opened in 2022\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
    ],
)
def test_unicode_encodings_are_recognised(tmp_path: Path, encoding: str, found: str) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(THAI.encode(encoding))
    result = survey(path)
    assert result.encoding == found
    assert path.read_text(result.encoding, errors=result.errors) == THAI


@pytest.mark.parametrize("codec", ["cp874", "tis-620"])
def test_thai_windows_text_is_recognised(tmp_path: Path, codec: str) -> None:
    path = tmp_path / "claims.csv"
    text = THAI.replace("“", '""').replace("”", '""').replace("–", "-")
    path.write_bytes(text.encode(codec))
    assert path.read_text(survey(path).encoding) == text


def test_some_damaged_bytes_leave_the_rest_utf8(tmp_path: Path) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(THAI.encode() + b"c,caf\xe9\n")
    result = survey(path)
    assert result.encoding == "utf-8"
    assert path.read_text("utf-8", errors=result.errors).endswith("caf\udce9\n")


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04rest",
        b"%PDF-1.7\n",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100),
        bytes(5000),
        bytes(range(256)) * 20,
        "ÄÖÜ ist kein Thai, sondern façade ñandú élève œuvre. ".encode("cp1252") * 40,
        "これは日本語の文章です。これは日本語の文章です。".encode("shift-jis") * 20,
    ],
    ids=["zip", "pdf", "ole", "zeros", "all-bytes", "latin", "shift-jis"],
)
def test_what_is_no_readable_text_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "claims.csv"
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        survey(path)
    assert caught.value.hint


def test_the_digest_is_of_the_bytes(tmp_path: Path) -> None:
    one, two = tmp_path / "1.csv", tmp_path / "2.csv"
    one.write_bytes(THAI.encode())
    two.write_bytes(THAI.encode("utf-8-sig"))
    assert survey(one).sha256 != survey(two).sha256
    assert survey(one).size == len(THAI.encode())
