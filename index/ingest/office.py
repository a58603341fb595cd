"""Word and Excel files. Runs in the sandbox."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.ingest.archive import NO_ENTITIES, SAVE_ANEW, opened, read_xml
from index.ingest.extract import Extract, Page
from index.ingest.limits import COLUMNS, DOCUMENT_CHARACTERS, ROWS

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WORD_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_MAIN_TYPE = b"wordprocessingml.document.main+xml"


def read_docx(path: Path) -> Extract:
    """The visible text of a Word file, a line a paragraph; deleted and hidden text is left out."""
    with opened(path) as archive:
        names = set(archive.namelist())
        if "word/document.xml" not in names:
            raise InputError("it is no Word file", hint=SAVE_ANEW)
        text = "\n".join(_paragraphs(read_xml(archive, "word/document.xml")))
        about = read_xml(archive, "docProps/core.xml") if "docProps/core.xml" in names else b""
    title, made = _properties(about)
    return Extract(pages=(Page(text=text.strip(), title=title, made=made),))


def _paragraphs(data: bytes) -> Iterator[str]:
    parts: list[str] = []
    size = skipping = 0
    for event, element in _walk(data):
        name = str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""
        if name in ("del", "moveFrom"):
            skipping += 1 if event == "start" else -1
        if event == "start":
            continue
        if skipping or (name in ("t", "tab", "br", "cr") and _hidden(element)):
            pass
        elif name == "t":
            parts.append(element.text or "")
            size += len(parts[-1])
        elif name in ("tab", "br", "cr"):
            parts.append("\t" if name == "tab" else "\n")
        elif name == "p":
            yield "".join(parts)
            parts.clear()
            element.clear()
        if size > DOCUMENT_CHARACTERS:
            raise InputError(
                "its text is too long",
                hint=f"the limit is {DOCUMENT_CHARACTERS:,} characters; give it in parts",
            )


def _hidden(element: Any) -> bool:
    run = element.getparent()
    for space in (_WORD, _WORD_STRICT):
        mark = None if run is None else run.find(f"{space}rPr/{space}vanish")
        if mark is not None and mark.get(f"{space}val", "1") not in ("0", "false", "off"):
            return True
    return False


def _walk(data: bytes) -> Iterator[tuple[str, Any]]:
    from lxml import etree

    try:
        yield from etree.iterparse(
            io.BytesIO(data),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
        )
    except etree.XMLSyntaxError as error:
        raise InputError(f"its XML is damaged: {error.msg}"[:200], hint=SAVE_ANEW) from error


def _properties(data: bytes) -> tuple[str, str]:
    title = made = ""
    for event, element in _walk(data) if data else ():
        name = str(element.tag).rpartition("}")[2]
        if event == "end" and name == "title":
            title = (element.text or "").strip()
        if event == "end" and name == "created":
            made = (element.text or "").strip()[:10]
    return title, made


def read_xlsx(path: Path) -> Extract:
    """The rows of the first sheet that has any, under its first row as headings."""
    with opened(path) as archive:
        for name in archive.namelist():
            if name.endswith((".xml", ".rels")) and not name.startswith("xl/worksheets/"):
                read_xml(archive, name)
        for member in archive.infolist():
            if member.filename.startswith("xl/worksheets/"):
                _refuse_doctype(archive, member.filename)
    return Extract(rows=tuple(_rows(path)))


def _refuse_doctype(archive: Any, name: str) -> None:
    with archive.open(name) as member:
        if b"<!" in member.read(4096):
            raise InputError(NO_ENTITIES, hint=SAVE_ANEW)


def _rows(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    import openpyxl

    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    except Exception as error:  # openpyxl raises whatever its parts raise
        raise InputError("it is damaged, or no Excel file at all", hint=SAVE_ANEW) from error
    for sheet in book.worksheets:
        sheet.reset_dimensions()
        heads: list[str] = []
        found = 0
        for n, cells in enumerate(sheet.iter_rows(values_only=True), 1):
            if n > ROWS:
                raise InputError(
                    f"it has more than {ROWS:,} rows", hint="cut it into several files"
                )
            if not any(c not in (None, "") for c in cells):
                continue
            if not heads:
                heads = [str(c).strip() if c is not None else "" for c in cells[:COLUMNS]]
                continue
            found += 1
            yield n, {h: _plain(c) for h, c in zip(heads, cells, strict=False) if h}
        if found:
            return


def _plain(cell: Any) -> Any:
    """A value that JSON can carry."""
    if hasattr(cell, "isoformat"):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return int(cell)
    return cell if isinstance(cell, str | int | float | bool) else None
