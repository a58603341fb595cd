"""PDF files. Runs in the sandbox."""

from __future__ import annotations

import logging
import re
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.ingest.extract import Extract, Page
from index.ingest.limits import DOCUMENT_CHARACTERS, PDF_PAGES
from index.problems import Problem

_HYPHEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_WRAPPED = re.compile(r"(?<![.!?:\n])\n(?=[^\s•·*\-])")

# Where Thai fonts keep the forms of letters that stand lower, further left or without a foot, from
# U+F700 on; some programs write these into a PDF in place of the letters.
_FORMS = (
    "\u0e10\u0e34\u0e35\u0e36\u0e37\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e0d"
    "\u0e31\u0e4d\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e38\u0e39\u0e3a"
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl"}
_LETTERS = {0xF700 + i: letter for i, letter in enumerate(_FORMS)} | _LIGATURES
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")


def read_pdf(path: Path) -> Extract:
    """The text of a PDF, pages apart by a blank line; pages that fail are problems."""
    import pypdf

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    with path.open("rb") as file:
        if b"%PDF-" not in file.read(1024):
            raise InputError("it is no PDF", hint="open it in a viewer and save it anew")
        try:
            reader = pypdf.PdfReader(file)
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(
                    "it is locked with a password", hint="save a copy without the password"
                )
            count = len(reader.pages)
        except (InputError, MemoryError):
            raise
        except Exception as error:  # pypdf raises whatever its parts raise
            raise InputError(
                "it is damaged, or no PDF at all", hint="open it in a viewer and save it anew"
            ) from error
        if count > PDF_PAGES:
            raise InputError(
                f"it has {count:,} pages; the limit is {PDF_PAGES:,}", hint="give it in parts"
            )
        return _pages(reader, count)


def _pages(reader: Any, count: int) -> Extract:
    texts: list[str] = []
    problems: list[Problem] = []
    for n in range(count):
        try:
            texts.append(_tidy(lettered(reader.pages[n].extract_text() or "")))
        except (MemoryError, RecursionError):
            problems.append(Problem(f"page {n + 1}", "it is too deeply nested or too large"))
        except Exception as error:
            problems.append(Problem(f"page {n + 1}", f"it cannot be read: {type(error).__name__}"))
        if sum(map(len, texts)) > DOCUMENT_CHARACTERS:
            raise InputError(
                "its text is too long",
                hint=f"the limit is {DOCUMENT_CHARACTERS:,} characters; give it in parts",
            )
    text = "\n\n".join(filter(None, texts))
    if not text:
        raise InputError(
            "there is no text in it; perhaps it is a scan", hint="run text recognition (OCR) on it"
        )
    title, made = _about(reader)
    return Extract(pages=(Page(text=text, title=title, made=made),), problems=tuple(problems))


def lettered(text: str) -> str:
    """`text` with letters for the forms of a font: Thai marks that stand lower or further left,
    "ํา" for "ำ", joined "ﬁ"."""
    return _SARA_AM.sub(lambda m: (m[1] or m[2] or "") + "\u0e33", text.translate(_LETTERS))


def _tidy(text: str) -> str:
    """Lines joined to paragraphs: a PDF breaks lines where the paper ends."""
    text = "\n".join(line.strip() for line in text.replace("\r", "\n").split("\n"))
    text = re.sub(r"\n{2,}", "\n\n", text)
    text = _HYPHEN.sub("", text)
    return re.sub(r"(?<=[^\n])\n(?=[^\n])", _joint, text).strip()


def _joint(match: re.Match[str]) -> str:
    before, after = match.string[match.start() - 1], match.string[match.end()]
    if before in ".!?:" or after in "•·*-":
        return "\n"
    thai = "\u0e00" <= before <= "\u0e7f" and "\u0e00" <= after <= "\u0e7f"
    return "" if thai else " "


def _about(reader: Any) -> tuple[str, str]:
    try:
        about = reader.metadata or {}
        title, created = str(about.get("/Title") or ""), str(about.get("/CreationDate") or "")
    except Exception:
        return "", ""
    day = re.match(r"D:(\d{4})(\d{2})(\d{2})", created)
    return title.strip()[:300], "-".join(day.groups()) if day else ""
