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
            texts.append(_tidy(reader.pages[n].extract_text() or ""))
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
