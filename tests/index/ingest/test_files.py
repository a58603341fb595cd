"""Files of every kind, good and bad."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest

from index.adding import add_sources
from index.errors import InputError
from index.ingest import read_article, read_documents
from index.ingest.decoding import decode
from index.ingest.html import page_of
from index.ingest.records import date_of
from index.ingest.sandbox import Sandbox
from index.library import Library
from index.types import Kind, Tier
from tests.index.samples import ENCODER

BAD = Path(__file__).parent.parent.parent / "badfiles"
TABLE = [json.loads(line) for line in (BAD / "table.jsonl").read_text("utf-8").splitlines()]
THAI = "ฝนตกที่นครธาราเมื่อวันจันทร์ น้ำท่วมถนนสามสาย"
SEEDS = Path(__file__).parent.parent.parent.parent / "seeds"


@pytest.mark.parametrize(
    "row", [r for r in TABLE if r["command"] == "index"], ids=lambda r: str(r["file"])
)
def test_the_table_of_bad_files(row: dict[str, object], tmp_path: Path) -> None:
    allowed = {row["expect"], *row.get("also_ok", [])}  # type: ignore[misc]
    with Library.open(tmp_path, ENCODER) as library:
        try:
            added = add_sources(library, [BAD / str(row["file"])])
        except InputError as error:
            assert "user_error" in allowed, error
            assert "\n" not in error.message
            assert library.stats().documents == 0
            return
        assert ("partial" if added.problems else "ok") in allowed, added.problems
        if row["rows_ok"] is not None:
            assert library.stats().documents == row["rows_ok"]
        told = " ".join(d.text for d in library.documents())
        assert "SUPPORTED" not in told
        assert "หนึ่งล้านบาท" not in told
        assert "\ufffd" not in told


def test_the_seed_references() -> None:
    found = read_documents(SEEDS / "references.jsonl")
    assert len(found.documents) == 118
    assert not found.problems
    assert {d.tier for d in found.documents} == set(Tier)
    one = next(d for d in found.documents if d.id == "amzn-2024q4-results-en")
    assert (one.language, one.published, one.tier) == ("en", date(2025, 2, 6), Tier.PRIMARY)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (THAI.encode("utf-8"), "utf-8"),
        (b"\xef\xbb\xbf" + THAI.encode("utf-8"), "utf-8"),
        (THAI.encode("cp874"), "cp874"),
        (THAI.encode("utf-16"), "utf-16-le"),
        (THAI.encode("utf-16-be"), "utf-16-be"),
        (b"\x00\x00\xfe\xff" + THAI.encode("utf-32-be"), "utf-32-be"),
    ],
)
def test_encodings(data: bytes, encoding: str) -> None:
    found = decode(data)
    assert (found.text, found.encoding, found.unreadable) == (THAI, encoding, 0)


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + bytes(50),
        b"MZ\x90\x00" + bytes(99),
        bytes(range(256)) * 9,
        b"PK\x03\x04\x14\x00",
    ],
)
def test_what_is_no_text(data: bytes) -> None:
    with pytest.raises(InputError):
        decode(data)


@pytest.mark.parametrize(
    ("declared", "data", "text"),
    [
        ("windows-874", THAI.encode("cp874"), THAI),
        ("tis-620", THAI.encode("cp874"), THAI),
        ("utf-16", THAI.encode("utf-8"), THAI),  # the declaration lies
        ("zip", THAI.encode("utf-8"), THAI),
        ("iso-8859-1", "café".encode("latin-1"), "café"),
    ],
)
def test_declared_charsets(declared: str, data: bytes, text: str) -> None:
    assert decode(data, declared=declared).text == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-02-07", date(2025, 2, 7)),
        ("2025-02-07T10:00:00Z", date(2025, 2, 7)),
        ("2025-02", date(2025, 2, 28)),
        ("2024", date(2024, 12, 31)),
        ("7/2/2568", date(2025, 2, 7)),
        ("2568-02-07", date(2025, 2, 7)),
        ("7 ก.พ. 2568", date(2025, 2, 7)),
        ("๗ กุมภาพันธ์ พ.ศ. ๒๕๖๘", date(2025, 2, 7)),
        ("February 7, 2025", date(2025, 2, 7)),
        ("Fri, 07 Feb 2025 10:00:00 GMT", date(2025, 2, 7)),
        ("7 Foo 2025", None),
        ("2025-02-30", None),
        ("0000-00-00", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates(text: str, expected: date | None) -> None:
    assert date_of(text) == expected


def test_tables(tmp_path: Path) -> None:
    rows = [
        {"รหัส": "a", "หัวข้อ": "ฝน", "เนื้อหา": THAI, "วันที่": "7/2/2568", "ระดับ": "press copy"},
        {"รหัส": "b", "หัวข้อ": "", "เนื้อหา": "", "วันที่": "", "ระดับ": ""},
        {"รหัส": "", "หัวข้อ": "", "เนื้อหา": "แดดออก, ลมแรง", "วันที่": "x", "ระดับ": "?"},
    ]
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    (tmp_path / "t.csv").write_bytes(out.getvalue().encode("cp874"))
    import openpyxl

    book = openpyxl.Workbook()
    book.active.append(list(rows[0]))
    for row in rows:
        book.active.append(list(row.values()))
    book.save(tmp_path / "t.xlsx")
    (tmp_path / "t.json").write_text(json.dumps({"documents": rows}), "utf-8")
    for name in ("t.csv", "t.xlsx", "t.json"):
        found = read_documents(tmp_path / name)
        first, last = found.documents
        assert (first.id, first.title, first.text, first.tier) == ("a", "ฝน", THAI, Tier.PRESS)
        assert (first.published, first.language) == (date(2025, 2, 7), "th")
        assert last.text == "แดดออก, ลมแรง"
        assert last.id.startswith("doc-")
        assert len(found.problems) == 1


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"text": "good"}', False),
        ('{"text": 5}', True),
        ('{"text": null}', True),
        ('{"title": "only"}', True),
        ("[1]", True),
        ("not json", True),
        ('{"text": "deep", "x": ' + "[" * 100_000 + "]" * 100_000 + "}", True),
        ('{"text": "big", "id": ' + "9" * 6000 + "}", True),
        ('{"text": "inf", "x": Infinity}', True),
        ('{"text": "lone \\ud800", "id": "s"}', False),
        ('{"text": "nul \\u0000 inside"}', False),
        ("\x00\x00\x00", True),
    ],
)
def test_rows_fail_alone(line: str, problem: bool, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text('{"id": "ok", "text": "A good row."}\n' + line + "\n", "utf-8")
    found = read_documents(path)
    assert len(found.documents) == (1 if problem else 2)
    assert [p.where for p in found.problems] == (["row 2"] if problem else [])
    assert all(d.text.encode("utf-8") and "\x00" not in d.text for d in found.documents)


PAGE = """<!doctype html><html lang="th"><head><title>น้ำท่วม - ข่าว</title>
<meta property="og:site_name" content="ข่าวสยาม"><link rel="canonical" href="https://siam.example/1">
<script type="application/ld+json">{"@graph": [{"datePublished": "2025-02-07T08:00:00+07:00"}]}
</script>
</head><body><nav>เมนู หน้าแรก</nav><!-- comment --><p>ฝนตกหนัก<b>มาก</b>ที่นครธารา</p>
<div style="display: none">hidden one</div><p hidden>hidden two</p>
<span aria-hidden="true">hidden three</span>
<p style="font-size:0">hidden four</p><p style="position:absolute;left:-9999px">hidden five</p>
<template>hidden six</template><p>น้ำท่วม 3 สาย<br>รถติด</p></body></html>"""


def test_html_gives_what_a_reader_sees() -> None:
    page = page_of(PAGE)
    assert page.text == "ฝนตกหนักมากที่นครธารา\nน้ำท่วม 3 สาย\nรถติด"
    assert (page.title, page.publisher) == ("น้ำท่วม - ข่าว", "ข่าวสยาม")
    assert (page.url, page.published[:10], page.language) == (
        "https://siam.example/1",
        "2025-02-07",
        "th",
    )
    fetched = page_of(PAGE, address="https://www.other.example/x")
    assert (fetched.publisher, fetched.url) == ("other.example", "https://www.other.example/x")


@pytest.mark.parametrize("markup", ["", "<html></html>", "<script>x</script>", "<p>&nbsp;</p>"])
def test_html_without_text(markup: str) -> None:
    with pytest.raises(InputError):
        page_of(markup)


def test_html_nested_without_end(tmp_path: Path) -> None:
    path = tmp_path / "deep.html"
    path.write_text("<div>" * 50_000 + "text" + "</div>" * 50_000, "utf-8")
    try:
        assert "text" in read_documents(path).documents[0].text
    except InputError as error:
        assert "deep.html" in error.message


def test_word_files(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "รายงาน"
    document.add_paragraph(THAI)
    hidden = document.add_paragraph().add_run("never seen")
    hidden.font.hidden = True
    document.add_table(1, 2).rows[0].cells[1].text = "in a table"
    document.save(str(tmp_path / "r.docx"))
    found = read_article(tmp_path / "r.docx")
    assert found.text.startswith(THAI)
    assert "in a table" in found.text
    assert "never" not in found.text
    assert (found.title, found.kind) == ("รายงาน", Kind.ARTICLE)


def pdf(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n" % len(stream) + stream + b"\nendstream",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n" % n + body + b"\nendobj\n"
    table = b"".join(b"%010d 00000 n \n" % p for p in places)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n"
        + table
        + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)
    )


def test_pdf_files(tmp_path: Path) -> None:
    (tmp_path / "r.pdf").write_bytes(pdf("The mill of Orrin closed in 1998."))
    assert read_article(tmp_path / "r.pdf").text == "The mill of Orrin closed in 1998."
    (tmp_path / "scan.pdf").write_bytes(pdf(""))
    with pytest.raises(InputError, match="no text"):
        read_documents(tmp_path / "scan.pdf")
    (tmp_path / "cut.pdf").write_bytes(pdf("x")[:200])
    with pytest.raises(InputError):
        read_documents(tmp_path / "cut.pdf")


@pytest.mark.parametrize(
    ("name", "member"),
    [("b.docx", "word/document.xml"), ("b.xlsx", "xl/worksheets/sheet1.xml")],
)
def test_archives_that_unpack_to_too_much(name: str, member: str, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / name, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(member, b" " * (40 << 20))
    with pytest.raises(InputError, match="zip bomb"):
        read_documents(tmp_path / name)
    (tmp_path / name).write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(InputError, match="damaged"):
        read_documents(tmp_path / name)


def test_the_sandbox_ends_what_takes_too_long(tmp_path: Path) -> None:
    (tmp_path / "p.html").write_text(PAGE, "utf-8")
    with Sandbox(seconds=0.001) as hasty, pytest.raises(InputError, match="longer than"):
        hasty.read("html", tmp_path / "p.html")
    with Sandbox() as patient:
        assert patient.read("html", tmp_path / "p.html").pages[0].text
        with pytest.raises(InputError):
            patient.read("pdf", tmp_path / "p.html")
        assert patient.read("html", tmp_path / "p.html").pages[0].text


def test_folders(tmp_path: Path) -> None:
    for name, text in (
        ("a/x.txt", "One."),
        ("b/x.txt", "Two."),
        (".git/c.txt", "no"),
        ("p.jpg", "no"),
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "link.txt").symlink_to("/etc/hostname")
    found = read_documents(tmp_path)
    assert [d.text for d in found.documents] == ["One.", "Two."]
    assert len({d.id for d in found.documents}) == 2
    assert [p.where for p in found.problems] == ["empty.txt"]
    assert found.skipped == ("p.jpg",)


def test_markdown_title_and_stable_ids(tmp_path: Path) -> None:
    path = tmp_path / "m.md"
    path.write_text("\n# The mill\n\nIt closed.", "utf-8")
    first = read_documents(path).documents[0]
    path.write_text("\n# The mill\n\nIt closed twice.", "utf-8")
    again = read_documents(path).documents[0]
    assert first.title == again.title == "The mill"
    assert first.id == again.id
    assert first.content_hash != again.content_hash


@pytest.mark.parametrize("name", ["nothing.txt", "x.exe", "empty.txt", "blank.txt", "many.jsonl"])
def test_unusable_articles_say_which_file(name: str, tmp_path: Path) -> None:
    (tmp_path / "x.exe").write_bytes(b"MZ")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "blank.txt").write_text(" \n\u200b", "utf-8")
    (tmp_path / "many.jsonl").write_text('{"text": "a"}\n{"text": "b"}', "utf-8")
    with pytest.raises(InputError, match=name):
        read_article(tmp_path / name)


def test_what_an_article_says_of_itself(tmp_path: Path) -> None:
    markdown = tmp_path / "a.md"
    markdown.write_text(
        "---\ntitle: 'Rice up'\ndate: 2024-05-06\npublisher: The Daily\n---\nRice rose 9%.\n",
        "utf-8",
    )
    page = tmp_path / "b.html"
    page.write_bytes(
        "<html><head><title>ข้าว</title><meta name='date' content='6 พ.ค. 2567'>"
        "<meta property='og:site_name' content='ข่าวข้าว'></head>"
        "<body><p>ยอดส่งออกข้าวเพิ่มขึ้นร้อยละ 9</p></body></html>".encode("cp874")
    )
    told = [
        (d.title, d.publisher, d.published) for d in (read_article(markdown), read_article(page))
    ]
    assert told == [
        ("Rice up", "The Daily", date(2024, 5, 6)),
        ("ข้าว", "ข่าวข้าว", date(2024, 5, 6)),
    ]
    assert read_article(page, published=date(2024, 5, 8)).published == date(2024, 5, 8)


def made_files(folder: Path) -> list[Path]:
    """A Word file and a PDF that tell when they were made."""
    import docx
    import pypdf
    from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

    word, sheet = docx.Document(), pypdf.PdfWriter()
    word.add_paragraph("Rice exports rose by 9%.")
    word.core_properties.created = datetime(2025, 3, 14)
    word.save(str(folder / "a.docx"))
    page = sheet.add_blank_page(300, 300)
    drawn = DecodedStreamObject()
    drawn.set_data(b"BT /F1 12 Tf 20 200 Td (Rice exports rose by 9%.) Tj ET")
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    page[NameObject("/Contents")] = sheet._add_object(drawn)
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
    )
    sheet.add_metadata({"/CreationDate": "D:20250314080000"})
    sheet.write(folder / "a.pdf")
    return [folder / "a.docx", folder / "a.pdf"]


def test_the_day_a_file_was_made_is_no_date_of_publication(tmp_path: Path) -> None:
    for path in made_files(tmp_path):
        article = read_article(path)
        assert "Rice exports" in article.text
        assert (article.published, article.made) == (None, date(2025, 3, 14))
        assert read_article(path, published=date(2025, 3, 1)).published == date(2025, 3, 1)


def test_a_library_says_that_such_a_file_is_kept_without_a_date(tmp_path: Path) -> None:
    files = made_files(tmp_path)
    with Library.open(tmp_path / "store", ENCODER) as kept:
        added = add_sources(kept, files)
        assert [d.published for d in kept.documents()] == [None, None]
    assert ["2025-03-14" in note.reason for note in added.undated] == [True, True]
    assert added.problems == ()


def test_files_that_hold_no_article_are_told_in_a_line(tmp_path: Path) -> None:
    import pypdf

    blank, locked = pypdf.PdfWriter(), pypdf.PdfWriter()
    for writer, name in ((blank, "scan.pdf"), (locked, "locked.pdf")):
        writer.add_blank_page(300, 300)
        if name == "locked.pdf":
            writer.encrypt("secret")
        writer.write(str(tmp_path / name))
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n<<garbage")
    (tmp_path / "nul.txt").write_bytes(bytes(3))
    (tmp_path / "huge.txt").write_text("Rice rose 9% in 2024. " * 25_000, "utf-8")
    told = {"scan.pdf": "scan", "locked.pdf": "password", "broken.pdf": "damaged"}
    told |= {"nul.txt": "no text", "huge.txt": "too many for one article"}
    for name, words in told.items():
        with pytest.raises(InputError, match=words) as caught:
            read_article(tmp_path / name)
        assert "\n" not in caught.value.message
        assert caught.value.hint
