"""Files of every shape to rows."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from assistant.bulk.journal import Resume
from assistant.bulk.reports import format_of
from assistant.bulk.rows import Problem, Row
from assistant.bulk.run import BulkRun, files_of
from assistant.bulk.sources import open_source
from assistant.errors import InputError
from tests.assistant.bulk.fakes import FakeJudges


def rows_of(path: Path, text: str | bytes, **options: object) -> list[Row]:
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with open_source(path, **options) as source:  # type: ignore[arg-type]
        return list(source)


def simple(rows: list[Row]) -> list[tuple[object, str]]:
    return [(row.id, row.text) for row in rows]


TABLES = {
    "comma": "id,claim\n1,x\n2,y\n",
    "semicolon": "id;claim\n1;x\n2;y\n",
    "tab in csv": "id\tclaim\n1\tx\n2\ty\n",
    "crlf and blank rows": "id,claim\r\n1,x\r\n,\r\n\r\n2,y\r\n",
    "lone cr": "id,claim\r1,x\r2,y\r",
    "quoted heading": '"id","claim"\n"1","x"\n"2","y"\n',
    "thai headings": "ลำดับที่,ข้อความที่ต้องการตรวจสอบ,วันที่\n1,x,\n2,y,\n",
    "capitals and signs": "Claim ID,Claim Text\n1,x\n2,y\n",
    "claim wins over text": "id,text,claim\n1,a,x\n2,b,y\n",
    "bom": "\ufeffid,claim\n1,x\n2,y\n",
    "trailing empty cells": "id,claim,speaker\n1,x,,,\n2,y\n",
    "of two equal headings the first": "id,claim,claim\n1,x,a\n2,y,b\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(tmp_path: Path, name: str) -> None:
    rows = rows_of(tmp_path / "claims.csv", TABLES[name])
    assert simple(rows) == [("1", "x"), ("2", "y")]


JSONS = {
    "lines.jsonl": '{"id": 1, "claim": "x"}\n{"id": 2, "claim": "y"}\n',
    "crlf.jsonl": '{"id": 1, "claim": "x"}\r\n\r\n{"id": 2, "claim": "y"}',
    "list.json": '[{"id": 1, "claim": "x"}, {"id": 2, "claim": "y"}]',
    "list.jsonl": '[{"id": 1, "claim": "x"},\n {"id": 2, "claim": "y"}]\n',
    "pretty.json": json.dumps([{"id": 1, "claim": "x"}, {"id": 2, "claim": "y"}], indent=2),
    "wrapped.json": '{"version": 1, "data": [{"id": 1, "claim": "x"}, {"id": 2, "claim": "y"}]}',
    "lines.json": '{"id": 1, "claim": "x"}\n{"id": 2, "claim": "y"}\n',
    "strings.json": '["x", "y"]',
    "fever.jsonl": (
        '{"id": 1, "verifiable": "VERIFIABLE", "label": "SUPPORTS", "claim": "x", "evidence": []}\n'
        '{"id": 2, "label": "REFUTES", "claim": "y", "evidence": [[[1, 2, "A", 3]]]}\n'
    ),
}


@pytest.mark.parametrize("name", JSONS)
def test_json(tmp_path: Path, name: str) -> None:
    assert simple(rows_of(tmp_path / name, JSONS[name])) == [(1, "x"), (2, "y")]


def test_averitec(tmp_path: Path) -> None:
    entry = {
        "claim": "x",
        "required_reannotation": False,
        "label": "Refuted",
        "claim_date": "25-8-2020",
        "speaker": "Somebody",
        "original_claim_url": "https://example.org/x",
        "questions": [{"question": "q", "answers": [{"answer": "a"}]}],
    }
    (row,) = rows_of(tmp_path / "dev.json", json.dumps([entry], indent=4))
    assert (row.text, row.as_of, row.speaker) == ("x", date(2020, 8, 25), "Somebody")
    assert row.url == "https://example.org/x"


def test_liar_has_no_heading_and_no_quoting(tmp_path: Path) -> None:
    cells = ["2635.json", "false", 'Says "x" is y', "topic", "jane-doe", "job", "Texas", "party"]
    line = "\t".join([*cells, *"01234", 'a "mailer'])
    rows = rows_of(tmp_path / "test.tsv", f"{line}\n{line.replace('2635', '2636')}\n")
    assert simple(rows) == [("2635.json", 'Says "x" is y'), ("2636.json", 'Says "x" is y')]
    assert rows[0].speaker == "jane-doe"


REVIEW = {
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    "identifier": "r1",
    "claimReviewed": "x",
    "itemReviewed": {
        "@type": "Claim",
        "author": {"@type": "Person", "name": "Somebody"},
        "datePublished": "2025-02-07",
        "appearance": [{"@type": "CreativeWork", "url": "https://example.org/post"}],
    },
    "reviewRating": {"@type": "Rating", "ratingValue": 1},
}


@pytest.mark.parametrize(
    "document",
    [REVIEW, [REVIEW], {"@context": "https://schema.org", "@graph": [REVIEW]}],
    ids=["one", "list", "graph"],
)
def test_claim_review(tmp_path: Path, document: object) -> None:
    (row,) = rows_of(tmp_path / "review.jsonld", json.dumps(document))
    assert (row.id, row.text, row.speaker) == ("r1", "x", "Somebody")
    assert (row.as_of, row.url) == (date(2025, 2, 7), "https://example.org/post")


def test_google_fact_check(tmp_path: Path) -> None:
    result = {
        "text": "x",
        "claimant": "Somebody",
        "claimDate": "2025-02-07T00:00:00Z",
        "claimReview": [{"publisher": {"name": "P"}, "url": "https://example.org/r"}],
    }
    document = json.dumps({"claims": [result], "nextPageToken": "t"}, indent=1)
    (row,) = rows_of(tmp_path / "search.json", document)
    assert (row.text, row.speaker, row.as_of) == ("x", "Somebody", date(2025, 2, 7))


def workbook(path: Path, *lines: list[object]) -> Path:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line)
    book.save(path)
    return path


def test_workbook(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "claims.xlsx",
        [None, None],
        ["รหัส", "ข้อความ", "วันที่"],
        [1, "x", date(2025, 2, 7)],
        [None, None, None],
        ["b", 7, "7/2/2568"],
        ["c", None, None],
    )
    with open_source(path) as source:
        good, number, blank = source
    assert (good.id, good.text, good.as_of) == (1, "x", date(2025, 2, 7))
    assert number.fault is not None and number.fault.problem is Problem.CLAIM_TYPE
    assert number.fault.line == 5
    assert blank.fault is not None and blank.fault.problem is Problem.EMPTY


def test_workbook_bombs_are_refused_unopened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    workbook(path, ["id", "claim"], [1, "x"])
    with (
        zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet9.xml", "w") as member,
    ):
        for _ in range(300):
            member.write(bytes(1 << 20))
    with pytest.raises(InputError, match="unpacks to"):
        open_source(path)


def test_workbook_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "claims.xlsx"
    entity = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", entity)
    with pytest.raises(InputError, match="entities"):
        open_source(path)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("empty.csv", ""),
        ("heading.csv", "id,claim\n"),
        ("blank.jsonl", "\n \n"),
        ("nocolumn.csv", "a,b\n1,2\n"),
        ("nocolumn.jsonl", '{"a": "b"}\n'),
        ("list.json", "[]"),
        ("truth.json", "true"),
        ("quote.csv", 'id,claim\n1,"x\n2,y\n'),
        ("quote2.csv", 'id,claim\n1,"x" y\n'),
        ("text.xlsx", "id,claim\n1,x\n"),
        ("wide.csv", "x" * 3_000_000),
        ("wide2.csv", "id,claim\n1,x\n2," + "y" * 3_000_000),
        ("open.csv", 'id,claim\n1,"' + "y\n" * 1_000_000),
        ("deep.json", "[" * 200_000),
        ("deep2.json", '{"claims": ' * 50_000),
        ("braces.json", "}]" * 1000),
        ("half.json", '{"claims": ['),
        ("x.csv", "\ufeff"),
        ("archive.jsonl", "PK\x03\x04"),
        ("text.json", "claims are not JSON"),
    ],
)
def test_user_errors_are_one_line_with_a_hint(tmp_path: Path, name: str, text: str) -> None:
    with pytest.raises(InputError) as caught:
        rows_of(tmp_path / name, text)
    assert "\n" not in caught.value.message and len(caught.value.message) < 400
    assert caught.value.hint


def test_claim_column_by_name(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "c.csv", "id,What was said\n1,x\n", claim_column="what was SAID")
    assert simple(rows) == [("1", "x")]
    with pytest.raises(InputError, match="no column called nope"):
        rows_of(tmp_path / "c.csv", "id,claim\n1,x\n", claim_column="nope")


def test_dates_that_cannot_be_read_are_told_before_judging(tmp_path: Path) -> None:
    path = tmp_path / "c.csv"
    path.write_text("id,claim,date\n1,x,sometime\n2,y,7/2/2568\n", "utf-8")
    with open_source(path) as source:
        assert [row.as_of for row in source] == [None, date(2025, 2, 7)]
        (notice,) = source.scan().notices
    assert "1 dates" in notice and "'sometime'" in notice


@pytest.mark.parametrize(
    ("values", "problem"),
    [
        ({"id": 1}, Problem.NO_CLAIM),
        ({"id": 1, "claim": None}, Problem.EMPTY),
        ({"id": 1, "claim": " \u200b\u00a0"}, Problem.EMPTY),
        ({"id": 1, "claim": 5}, Problem.CLAIM_TYPE),
        ({"id": 1, "claim": "x\ud800"}, Problem.BROKEN_TEXT),
        ({"id": 1, "claim": "x\ufffd"}, Problem.BROKEN_TEXT),
        ({"id": 1, "claim": "x" * 2001}, Problem.CLAIM_LONG),
        ({"id": ["a"], "claim": "x"}, Problem.ID_TYPE),
        ({"id": True, "claim": "x"}, Problem.ID_TYPE),
        ({"id": "x\udfff", "claim": "x"}, Problem.ID_BROKEN),
        ({"id": "x" * 1001, "claim": "x"}, Problem.ID_LONG),
        ({"id": float("inf"), "claim": "x"}, None),
        ({"id": {"a": 1}, "claim": "x"}, Problem.ID_TYPE),
        ({"id": 1, "claim": {"text": "x"}}, Problem.CLAIM_TYPE),
        ({"id": 1, "claim": "x" * 1_000_000}, Problem.CLAIM_LONG),
        ({"id": 1, "claim": "x", "extra": "y" * 5_000_000}, Problem.ROW_LONG),
    ],
)
def test_broken_rows(tmp_path: Path, values: dict, problem: Problem | None) -> None:
    lines = [json.dumps(values), '{"id": "good", "claim": "x"}']
    bad, good = rows_of(tmp_path / "c.jsonl", "\n".join(lines))
    assert (bad.fault.problem if bad.fault else None) is problem
    assert good.fault is None
    if bad.fault:
        assert bad.fault.told("th") != bad.fault.told("en")


def test_a_number_too_great_for_a_float_is_no_id(tmp_path: Path) -> None:
    (row, _) = rows_of(tmp_path / "c.jsonl", '{"id": 1e999, "claim": "x"}\n{"claim": "y"}')
    assert row.fault is not None and row.fault.problem is Problem.ID_TYPE


def test_a_workbook_that_lies_about_its_size_is_read_all_the_same(tmp_path: Path) -> None:
    path = workbook(tmp_path / "claims.xlsx", ["id", "claim"], [1, "x"])
    lying = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(lying, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, data.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"'))
    with open_source(lying) as source:
        assert simple(list(source)) == [(1, "x")]


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "folder/none.csv"])
def test_paths_that_cannot_be(name: str) -> None:
    with pytest.raises(InputError):
        open_source(name)


def test_a_row_without_id_is_called_by_its_number(tmp_path: Path) -> None:
    rows = rows_of(tmp_path / "c.jsonl", '{"claim": "x"}\n{"id": null, "claim": "y"}\n')
    assert simple(rows) == [(1, "x"), (2, "y")]


@pytest.mark.parametrize("text", ["id,claim\na,x\n", '{"id": "a", "claim": "x"}\n', "[{}]"])
def test_standard_input_is_recognised_by_its_content(text: str) -> None:
    if text == "[{}]":
        text = '[{"id": "a", "claim": "x"}]'
    with open_source("-", stdin=io.BytesIO(text.encode())) as source:
        spooled = source._spooled
        assert simple(list(source)) == [("a", "x")]
        assert source.scan().rows == 1
    assert spooled is not None and not spooled.exists()


@pytest.mark.parametrize("size", [99, 100, 101, 10_000_000])
def test_standard_input_without_end_is_one_clear_line(size: int) -> None:
    endless = io.BytesIO(("id,claim\n" + "a,x\n" * size)[:size].encode())
    if size <= 100:
        with open_source("-", stdin=endless, most_piped=100) as source:
            assert source.scan().rows > 20
        return
    with pytest.raises(InputError, match="standard input holds more than 100 bytes") as caught:
        open_source("-", stdin=endless, most_piped=100)
    assert "save it as a file" in caught.value.hint


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('{"id": 1, "claim": "x"}\n{"id": 1.0, "claim": "x"}\n', ["1", "1.0"]),
        ('{"id": 2.50, "claim": "x"}\n{"id": -0.0, "claim": "x"}\n', ["2.5", "-0.0"]),
        ('{"id": "1.0", "claim": "x"}\n{"id": 1e3, "claim": "x"}\n', ['"1.0"', "1000.0"]),
    ],
)
def test_an_id_comes_out_as_it_went_in(tmp_path: Path, text: str, ids: list[str]) -> None:
    assert [json.dumps(row.id) for row in rows_of(tmp_path / "c.jsonl", text)] == ids


def test_what_runs_write_into_a_folder_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Sales rose. Exports fell", "utf-8")
    outputs = [tmp_path / "out.jsonl", tmp_path / "report.html"]
    fingerprints = set()
    for output in outputs * 2:
        form = format_of(output)
        extract, written = FakeJudges().extract, files_of(output, form)
        with open_source(tmp_path, extract=extract, apart_from=written) as source:
            fingerprints.add(source.fingerprint)
            assert [row.id for row in source] == ["a.txt#1", "a.txt#2"]
            bulk = BulkRun(source, output, FakeJudges(), resume=Resume.YES)
            for progress in bulk.events():
                if progress.done == 1 and progress.kept == 0:
                    bulk.cancel.set()
    assert len(fingerprints) == 1
    assert {p.name for p in tmp_path.iterdir()} == {
        "a.txt", "report.html", "out.jsonl", "out.jsonl.state.json",
    }  # fmt: skip


def test_a_folder_of_articles(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text("First claim. Second claim", "utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.txt").write_text("Third claim", "utf-8")
    (tmp_path / ".hidden").write_text("no", "utf-8")
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.4 noise")
    with open_source(tmp_path, extract=FakeJudges().extract) as source:
        rows = list(source)
    assert [row.id for row in rows] == ["a/x.txt#1", "b.txt#1", "b.txt#2", "broken.pdf"]
    assert [row.number for row in rows] == [1, 2, 3, 4]
    assert rows[-1].fault is not None and rows[0].claim is not None
