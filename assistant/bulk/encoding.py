"""What a file is made of: its digest, its encoding, and whether it is text at all.

Nothing is guessed from the name. A byte order mark decides; else UTF-16 shows by its zero
bytes, UTF-8 by being valid, and cp874 (Thai Windows) by Thai marks standing on Thai letters. A
file that is UTF-8 but for some bytes is read as UTF-8, and the rows that hold them are broken.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import InputError

_CHUNK = 1 << 20
_SAMPLE = 1 << 16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = (
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.xls, .doc)"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"ARROW1", "an Arrow file"),
    (b"{\\rtf", "an RTF document"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x00\x1a\x1b"))
_MOST_CONTROLS = 0.02
_MOST_ZEROS = 0.3

# Thai marks that stand above, below or after a letter cannot follow anything but Thai.
_LOOSE_MARK = re.compile(r"(?<![\u0e01-\u0e4e])[\u0e31\u0e33-\u0e3a\u0e47-\u0e4e]")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_FOREIGN = re.compile(r"[^\x00-\x7f\u0e01-\u0e5b\u2013\u2014\u2018-\u201d\u2022\u2026\u20ac\xa0]")
_MOST_LOOSE = 0.02


@dataclass(frozen=True, slots=True)
class Survey:
    """What one pass over the bytes found.

    `sha256` is hex over the whole file and `size` its bytes. `encoding` is a Python codec
    name, None for a ZIP container (a workbook).
    """

    sha256: str
    size: int
    encoding: str | None

    @property
    def errors(self) -> str:
        """The codec's error handler: damage shows as half surrogate pairs or U+FFFD."""
        name = self.encoding or ""
        return "surrogateescape" if name.startswith(("utf-8", "cp874")) else "replace"


def survey(path: Path, *, container: bool = False) -> Survey:
    """Read `path` once. `container` says that a ZIP is expected (a workbook).

    Raises `InputError` for what cannot be read, is no text, or is text in an encoding that is
    none of UTF-8, UTF-16, UTF-32 and cp874.
    """
    digest, size = hashlib.sha256(), 0
    try:
        with path.open("rb") as file:
            sample = file.read(_SAMPLE)
            if not container:
                refuse_binary(sample, path.name)
            file.seek(0)
            while chunk := file.read(_CHUNK):
                digest.update(chunk)
                size += len(chunk)
    except OSError as error:
        raise InputError(
            f"cannot read {path}: {error.strerror}", hint="check the path and the permissions"
        ) from error
    encoding = None if container else _encoding(path, sample)
    return Survey(digest.hexdigest(), size, encoding)


def refuse_binary(sample: bytes, name: str) -> None:
    """Raise `InputError` when `sample`, the start of the file `name`, is no text."""
    for signature, what in _SIGNATURES:
        if sample.startswith(signature):
            hint = "give claims as CSV, TSV, JSONL, JSON or XLSX, under the right extension"
            raise InputError(f"{name} is not text: it starts like {what}", hint=hint)
    if _utf16_unmarked(sample) or sample.startswith(tuple(mark for mark, _ in _MARKS)):
        return
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    zeros = sample.count(0)
    if controls > _MOST_CONTROLS * len(sample) or zeros > _MOST_ZEROS * len(sample):
        raise InputError(f"{name} is not text", hint="give claims as CSV, TSV, JSONL, JSON or XLSX")


def _encoding(path: Path, sample: bytes) -> str:
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return name
    if unmarked := _utf16_unmarked(sample):
        return unmarked
    valid, damaged = _utf8_census(path)
    if not damaged:
        return "utf-8"
    if damaged > valid and _looks_thai(path):
        return "cp874"
    if damaged > max(valid, 64):
        raise InputError(
            f"{path.name} is in an unknown encoding: neither UTF-8, UTF-16 nor Thai cp874",
            hint='save it as UTF-8 (in Excel: "CSV UTF-8")',
        )
    return "utf-8"


def _utf16_unmarked(sample: bytes) -> str | None:
    """UTF-16 without a mark: brackets, quotes and field names have a zero byte beside them."""
    half = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / half, sample[1::2].count(0) / half
    if odd > _MOST_ZEROS and even < 0.02:
        return "utf-16-le"
    if even > _MOST_ZEROS and odd < 0.02:
        return "utf-16-be"
    return None


def _utf8_census(path: Path) -> tuple[int, int]:
    """How many non-ASCII characters are valid UTF-8, and how many bytes are not."""
    valid = damaged = 0
    for text in _decoded(path, "utf-8"):
        if not text.isascii():
            bad = sum("\udc80" <= c <= "\udcff" for c in text)
            damaged += bad
            valid += sum(c > "\x7f" for c in text) - bad
    return valid, damaged


def _looks_thai(path: Path) -> bool:
    thai = loose = foreign = 0
    for text in _decoded(path, "cp874"):
        thai += len(_THAI.findall(text))
        loose += len(_LOOSE_MARK.findall(text))
        foreign += len(_FOREIGN.findall(text))
    return loose + foreign <= _MOST_LOOSE * thai


def _decoded(path: Path, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)("surrogateescape")
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield decoder.decode(chunk)
    yield decoder.decode(b"", final=True)
