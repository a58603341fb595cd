"""Bytes to text: byte order marks, UTF-8, UTF-16, declared charsets and Thai code page 874."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from index.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = {
    b"PK\x03\x04": "a zip archive",
    b"%PDF-": "a PDF",
    b"MZ": "a program",
    b"\x7fELF": "a program",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\x1f\x8b": "a gzip archive",
    b"\xd0\xcf\x11\xe0": "an old Office file",
    b"SQLite format 3": "a database",
    b"Rar!": "a rar archive",
    b"7z\xbc\xaf": "a 7z archive",
}
_ALIASES = {"windows-874": "cp874", "x-windows-874": "cp874", "iso-8859-11": "cp874"}
_THAI_BYTES = "tis-620", "tis620", "cp874"
# A vowel sign or tone mark stands on a consonant or on another mark, hardly ever elsewhere.
_STRAY = re.compile("(?<![ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]")
_THAI = re.compile("[ก-๛]")
_SOME = 20_000
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
_HINT = "save the file as UTF-8"
_OTHER = "save its text as a text file, or give it the ending of its kind, such as .pdf or .docx"


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding it was read with, and how many places could not be read (U+FFFD)."""

    text: str
    encoding: str
    unreadable: int = 0


def decode(data: bytes, *, declared: str = "") -> Decoded:
    """The text in `data`, without a byte order mark.

    `declared` is a charset that the source names itself; it is believed when it fits. Raises
    `InputError` for something that is no text or whose encoding cannot be told.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _with(data[len(mark) :], encoding)
    refuse_binary(data)
    if (wide := _wide(data)) is not None:
        return _with(data, wide)
    for encoding in filter(None, (_known(declared), "utf-8")):
        try:
            return Decoded(data.decode(encoding), encoding)
        except UnicodeDecodeError:
            continue
    thai = data.decode("cp874", "replace")
    if _reads_as_thai(thai):
        return Decoded(thai, "cp874", thai.count("\ufffd"))
    mended = data.decode("utf-8", "replace")
    spoilt = mended.count("\ufffd")
    if spoilt * 50 <= len(mended):
        return Decoded(mended, "utf-8", spoilt)
    raise InputError("its encoding cannot be told: neither UTF-8 nor Thai (cp874)", hint=_HINT)


def refuse_binary(data: bytes) -> None:
    """Raise `InputError` when `data` is plainly no text."""
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature) and not _printable(data[:64]):
            raise InputError(f"it is {name}, not text", hint=_OTHER)
    head = data[:_SOME]
    if _wide(data) is None and len(_CONTROL.findall(head.decode("latin-1"))) * 20 > len(head):
        raise InputError("it is binary data, not text", hint=_OTHER)


def _printable(data: bytes) -> bool:
    return all(byte >= 0x20 or byte in b"\t\r\n" for byte in data) and data.isascii()


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of ASCII and blanks is zero, of Thai 0x0E."""
    head = data[: _SOME & ~1]
    if len(head) < 4:
        return None
    for encoding, high in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        plausible = high.count(0) + high.count(0x0E)
        if plausible * 10 >= len(high) * 9:
            return encoding
    return None


def _with(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    spoilt = text.count("\ufffd")
    if spoilt * 50 > len(text):
        raise InputError(f"it is marked as {encoding.upper()} but is not", hint=_HINT)
    return Decoded(text, encoding, spoilt)


def _known(declared: str) -> str | None:
    name = declared.strip().strip("\"'").lower()
    if name in _THAI_BYTES or name in _ALIASES:
        return "cp874"
    try:
        found = codecs.lookup(name)
    except (LookupError, ValueError):
        return None
    # Codecs such as "zip" or "rot13" are no charsets.
    return found.name if getattr(found, "_is_text_encoding", False) else None


def _reads_as_thai(text: str) -> bool:
    sample = text[:_SOME]
    thai, stray = len(_THAI.findall(sample)), len(_STRAY.findall(sample))
    other = sum(1 for c in sample if ord(c) >= 0x80) - thai
    return thai >= 3 and other * 10 <= thai and stray * 12 <= thai
