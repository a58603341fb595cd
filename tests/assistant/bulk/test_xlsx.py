"""Workbooks: what openpyxl reads in them is what we read, and none of them eats the machine."""

import io
import re
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from assistant.bulk.sources import open_source
from assistant.bulk.xlsx import BadWorkbook, HugeWorkbook, LockedWorkbook, sheets
from assistant.errors import InputError
from tests.commands import ROOT

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
BOOK, RELS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"


def saved(*rows: Iterable[Any], change: Callable[[Any], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(list(row))
    if change:
        change(book)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


PLAIN = saved(["id", "claim"], [1, "Cats sleep."])


def patched(path: Path, changes: dict[str, Callable[[bytes], bytes]], *, of: bytes = PLAIN) -> Path:
    """A workbook with some parts changed, or added to nothing."""
    with zipfile.ZipFile(io.BytesIO(of)) as old, zipfile.ZipFile(path, "w", 8) as new:
        for name in dict.fromkeys([*old.namelist(), *changes]):
            data = old.read(name) if name in old.namelist() else b""
            new.writestr(name, changes.get(name, bytes)(data))
    return path


def replaced(old: bytes, new: bytes) -> Callable[[bytes], bytes]:
    def change(data: bytes) -> bytes:
        assert old in data
        return data.replace(old, new)

    return change


def read(path: Path) -> list[list[Any]]:
    """The rows of the first sheet, padded as openpyxl pads them."""
    found: list[list[Any]] = []
    for rows in sheets(path):
        for number, cells in rows:
            found += [[]] * (number - len(found) - 1)
            found.append(cells)
        break
    return found


CELLS: dict[str, Any] = {
    "text": "เศรษฐกิจไทยปี 2567 ขยายตัว 2.5%",
    "blanks kept": "  a  b ",
    "lines": "a\nb",
    "markup": "<b>&amp; \"x\" 'y'",
    "looks like a formula": "'=1+1",
    "whole number": 7,
    "fraction": 2.5,
    "negative": -3,
    "great": 12345678901234567,
    "true": True,
    "false": False,
    "nothing": None,
    "day": datetime(2025, 2, 7),
    "moment": datetime(2025, 2, 7, 13, 45, 30),
    "early day": datetime(1900, 1, 5),
    "Buddhist year": datetime(2568, 2, 7),
}


@pytest.mark.parametrize("name", CELLS)
def test_cells(tmp_path: Path, name: str) -> None:
    path = tmp_path / "cells.xlsx"
    path.write_bytes(saved(["before", CELLS[name], "after"]))
    (row,) = read(path)
    wanted = [cell.value for cell in openpyxl.load_workbook(path).active[1]]
    assert row == wanted and [type(cell) for cell in row] == [type(cell) for cell in wanted]


FORMATS = {
    **dict.fromkeys(["yyyy-mm-dd", "d mmm bbbb", "[$-D07041E]d mmmm yyyy", "mm/dd/yy"], True),
    **dict.fromkeys(["[h]:mm", '"on "d', "hh:mm"], True),
    **dict.fromkeys(["0.00", "General", '0 "days"', "#,##0;[Red]-#,##0", "0%", "_d0"], False),
}  # fmt: skip


@pytest.mark.parametrize("code", FORMATS)
def test_numbers_are_days_where_their_format_says_so(tmp_path: Path, code: str) -> None:
    def style(book: Any) -> None:
        book.active["A1"].number_format = code

    path = tmp_path / "days.xlsx"
    path.write_bytes(saved([45695], change=style))
    assert read(path) == [[datetime(2025, 2, 7) if FORMATS[code] else 45695]]


@pytest.mark.parametrize("number", [15, 22, 27, 47, 58, 71, 81])
def test_built_in_formats_of_days(tmp_path: Path, number: int) -> None:
    styled = replaced(b"</cellXfs>", b'<xf numFmtId="%d"/></cellXfs>' % number)
    cell = replaced(b"</sheetData>", b'<row><c s="1"><v>45695</v></c></row></sheetData>')
    path = patched(tmp_path / "x.xlsx", {STYLES: styled, SHEET: cell})
    assert read(path)[-1] == [datetime(2025, 2, 7)]


def test_days_of_1904(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904

    path = tmp_path / "mac.xlsx"
    path.write_bytes(saved([datetime(2025, 2, 7)], change=change))
    assert read(path) == [[datetime(2025, 2, 7)]]


def test_rich_text_shared_text_and_how_it_is_pronounced(tmp_path: Path) -> None:
    rich = CellRichText("GDP ", TextBlock(InlineFont(b=True), "ขยายตัว"), " 2.5%")
    path = tmp_path / "rich.xlsx"
    path.write_bytes(saved(["x", rich, "x"]))
    assert read(path) == [["x", "GDP ขยายตัว 2.5%", "x"]]
    read_aloud = (
        b'<row><c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>b</t></rPh></is></c></row>'
    )
    patched(path, {SHEET: replaced(b"</sheetData>", read_aloud + b"</sheetData>")})
    assert read(path)[-1] == ["a"]


def test_signs_that_xml_cannot_hold(tmp_path: Path) -> None:
    path = tmp_path / "signs.xlsx"
    path.write_bytes(saved(["bell _x0007_, and _x005F_x0007_ as it stands"]))
    assert read(path) == [["bell \x07, and _x0007_ as it stands"]]


XML = {
    "a formula shows its value": (b'<c t="str"><f>A1&amp;"!"</f><v>x!</v></c>', ["x!"]),
    "an error is nothing": (b'<c t="e"><v>#N/A</v></c><c><v>1</v></c>', [None, 1]),
    "places skip columns": (
        b'<c r="C3"><v>1</v></c><c r="AA3"><v>2</v></c>', [None, None, 1, *[None] * 23, 2],
    ),
    "columns beyond the last are left out": (b'<c r="XFD3"><v>1</v></c>', []),
    "an ISO day": (b'<c t="d"><v>2025-02-07T10:00:00Z</v></c>', [datetime(2025, 2, 7, 10)]),
    "a whole float": (b"<c><v>2.0</v></c><c><v>1E3</v></c>", [2, 1000]),
    "an empty cell": (b"<c/><c><v></v></c><c><v>1</v></c>", [None, None, 1]),
    "a prefix": (b'<x:c xmlns:x="y"><x:v>1</x:v></x:c>', [1]),
    "a day out of the calendar": (b'<c s="1"><v>99999999</v></c>', [99999999]),
}  # fmt: skip


@pytest.mark.parametrize("name", XML)
def test_cells_as_other_programs_write_them(tmp_path: Path, name: str) -> None:
    xml, wanted = XML[name]
    styled = replaced(b"</cellXfs>", b'<xf numFmtId="14"/></cellXfs>')
    row = replaced(b"</sheetData>", b"<row>" + xml + b"</row></sheetData>")
    path = patched(tmp_path / "x.xlsx", {SHEET: row, STYLES: styled})
    assert read(path)[2:] == [wanted]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.lists(
            st.none() | st.booleans() | st.integers(-(10**9), 10**9)
            | st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=9)
            | st.datetimes(datetime(1901, 1, 1), datetime(2600, 1, 1)).map(
                lambda d: d.replace(microsecond=0)
            ),
            max_size=5,
        ),
        max_size=5,
    )
)  # fmt: skip
def test_every_workbook_reads_as_openpyxl_reads_it(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[Any]]
) -> None:
    path = tmp_path_factory.mktemp("any") / "any.xlsx"
    path.write_bytes(saved(*rows))

    def tidy(found: Iterable[Iterable[Any]]) -> list[list[Any]]:
        tidied = [[None if cell == "" else cell for cell in row] for row in found]
        for row in tidied:
            while row and row[-1] is None:
                row.pop()
        while tidied and not tidied[-1]:
            tidied.pop()
        return tidied

    book = openpyxl.load_workbook(path, data_only=True)  # a text that begins with = is a formula
    wanted = book.active.iter_rows(values_only=True)
    assert tidy(read(path)) == tidy(wanted)


def test_sheets_come_in_order_and_charts_are_none(tmp_path: Path) -> None:
    def change(book: Any) -> None:
        book.create_chartsheet("chart", 0)
        book.create_sheet("empty", 1)
        book.create_sheet("last").append(["z"])

    path = tmp_path / "book.xlsx"
    path.write_bytes(saved(["id", "claim"], ["a", "x"], change=change))
    assert [[cells for _, cells in rows] for rows in sheets(path)] == [
        [], [["id", "claim"], ["a", "x"]], [["z"]],
    ]  # fmt: skip
    with open_source(path) as source:
        assert [(row.id, row.text) for row in source] == [("a", "x")]


def test_a_workbook_is_read_once(tmp_path: Path) -> None:
    path = tmp_path / "claims.xlsx"
    path.write_bytes(saved(["id", "claim", "date"], [1, "x rose", date(2025, 2, 7)]))
    with open_source(path) as source:
        path.unlink()
        kept = source._spooled
        for _ in range(3):
            assert [(r.id, r.text, r.as_of) for r in source] == [(1, "x rose", date(2025, 2, 7))]
        assert kept is not None and kept.exists()
    assert not kept.exists()


NS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def sharing(strings: bytes) -> dict[str, Callable[[bytes], bytes]]:
    """Changes that give a workbook these shared strings."""
    relation = b'<Relationship Id="s" Type="x/sharedStrings" Target="sharedStrings.xml"/>'

    def related(data: bytes) -> bytes:
        data = re.sub(rb"<Relationship [^>]*sharedStrings[^>]*>", b"", data)
        return data.replace(b"</Relationships>", relation + b"</Relationships>")

    return {RELS: related, "xl/sharedStrings.xml": lambda _: NS + strings + b"</sst>"}


INTO = b"</sheetData>"
NAME = b'<definedName name="a">x</definedName>'
CELL = b'<row><c t="inlineStr"><is><t>%s</t></is></c></row>'
MANY = b" ".join(b'a%d=">"' % n for n in range(1_000_000))
HOSTILE: dict[str, tuple[dict[str, Callable[[bytes], bytes]], str]] = {
    "600,000 styles": (
        {STYLES: replaced(b"</cellXfs>", b"<xf/>" * 600_000 + b"</cellXfs>")}, "judged",
    ),
    "styles without end": (
        {STYLES: replaced(b"</cellXfs>", b"<xf/>" * 3_000_000 + b"</cellXfs>")}, "unpacks to",
    ),
    "200,000 names": (
        {BOOK: replaced(b"<sheets>", NAME * 200_000 + b"<sheets>")}, "judged",
    ),
    "400,000 shared texts": (sharing(b"<si><t>a</t></si>" * 400_000), "judged"),
    "a million shared texts": (sharing(b"<si><t>ab</t></si>" * 1_000_000), "judged"),
    "a shared text without end": (sharing(b"<si><t>" + b"x" * 40_000_000 + b"</t></si>"), "judged"),
    "shared texts too long": (sharing(b"<si><t>" + b"x" * 60_000_000 + b"</t></si>"), "unpacks to"),
    "one text a million times": (
        {
            **sharing(b"<si><t>" + b"x" * 100_000 + b"</t></si>"),
            SHEET: replaced(INTO, b'<row><c t="s"><v>0</v></c></row>' * 100_000 + INTO),
        },
        "unpacks to",
    ),
    "a cell without end": (
        {SHEET: replaced(INTO, CELL % (b"x" * 30_000_000) + INTO)}, "partly",
    ),
    "rows without end": ({SHEET: replaced(INTO, b"<row/>" * 2_000_000 + INTO)}, "judged"),
    "a row without end": (
        {SHEET: replaced(INTO, b"<row>" + b"<c/>" * 20_000_000 + b"</row>" + INTO)}, "unpacks to",
    ),
    "elements without end": ({SHEET: replaced(INTO, b"<a/>" * 20_000_000 + INTO)}, "unpacks to"),
    "a tag without end": (
        {SHEET: replaced(INTO, b'<row a="' + b">" * 50_000_000 + b'"/>' + INTO)}, "cannot be read",
    ),
    "attributes without end": (
        {SHEET: replaced(INTO, b"<row %s/>" % MANY + INTO)}, "cannot be read",
    ),
    "nested without end": ({SHEET: replaced(INTO, b"<a>" * 5_000_000 + INTO)}, "cannot be read"),
}  # fmt: skip
"""Name: parts that are changed, and the answer."""

CHILD = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, (500 << 20, 500 << 20))
from pathlib import Path
from assistant.bulk.sources import open_source
from assistant.errors import InputError
try:
    with open_source(Path(sys.argv[1])) as source:
        scan = source.scan()
    print("partly" if scan.broken else "judged", scan.rows)
except InputError as error:
    print(error.message)
"""


@pytest.mark.slow
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_workbooks_are_answered_in_little_time_and_memory(
    tmp_path: Path, name: str
) -> None:
    """In half a gigabyte of address space, the interpreter's own included."""
    changes, wanted = HOSTILE[name]
    path = patched(tmp_path / "hostile.xlsx", changes)
    assert path.stat().st_size < 6_000_000
    result = subprocess.run(
        [sys.executable, "-c", CHILD, str(path)],
        capture_output=True, text=True, timeout=60, cwd=ROOT, check=False,
    )  # fmt: skip
    assert result.returncode == 0 and not result.stderr, result.stderr[-500:]
    assert wanted in result.stdout and "\n" not in result.stdout.strip()


def test_the_limit_of_the_child_is_a_limit() -> None:
    code = CHILD.partition("from")[0] + "bytearray(600 << 20)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode != 0 and b"MemoryError" in result.stderr
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 500 << 20


BROKEN: dict[str, tuple[dict[str, Callable[[bytes], bytes]], type[ValueError]]] = {
    "no sheet": ({RELS: replaced(b"sheet1.xml", b"gone.xml")}, BadWorkbook),
    "cut off": ({SHEET: lambda data: data[:200]}, BadWorkbook),
    "no XML": ({SHEET: lambda _: b"claims"}, BadWorkbook),
    "a text that is not there": (
        {SHEET: replaced(INTO, b'<row><c t="s"><v>7</v></c></row>' + INTO)}, BadWorkbook,
    ),
    "no number": ({SHEET: replaced(INTO, b"<row><c><v>x</v></c></row>" + INTO)}, BadWorkbook),
    "entities": (
        {SHEET: lambda data: b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'},
        BadWorkbook,
    ),
    "entities in UTF-16": (
        {SHEET: lambda data: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x/>'.encode("utf-16")}, BadWorkbook,
    ),
    "too many parts": ({f"xl/media/{n}.png": bytes for n in range(2_001)}, HugeWorkbook),
}  # fmt: skip


@pytest.mark.parametrize("name", BROKEN)
def test_broken_workbooks(tmp_path: Path, name: str) -> None:
    changes, kind = BROKEN[name]
    path = patched(tmp_path / "broken.xlsx", changes)
    with pytest.raises(kind):
        [list(rows) for rows in sheets(path)]
    with pytest.raises(InputError) as caught:
        open_source(path)
    assert caught.value.hint and "\n" not in caught.value.message


def test_other_ways_of_packing_and_locks_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "packed.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_BZIP2) as archive:
        archive.writestr(BOOK, bytes(10_000))
    with pytest.raises(BadWorkbook, match="packed"):
        next(sheets(path))
    data = bytearray(PLAIN)
    data[data.index(b"PK\x01\x02") + 8] |= 1  # a flag of the central directory
    path.write_bytes(data)
    with pytest.raises(LockedWorkbook):
        next(sheets(path))
    with pytest.raises(InputError, match="locked with a password"):
        open_source(path)
