import csv
import io
import json
from pathlib import Path

import openpyxl
import pytest

from assistant.answer import verdict_json
from assistant.bulk.journal import OutputError
from assistant.bulk.judging import faulty
from assistant.bulk.reports import Format, format_of, render
from assistant.bulk.reports.sheet import HEADINGS
from assistant.bulk.rows import Fault, Problem, Row
from assistant.bulk.sources import open_source
from tests.assistant.bulk.fakes import run, told

HOSTILE = (
    "=1+1",
    "+1 ก",
    "-2+3",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    " =1+1",
    "＝1+1",
    '=HYPERLINK("http://evil.example")',
    '<img src=x onerror="alert(1)">',
    "</script><script>alert(1)</script>",
    'a "quoted", comma; and\nnew line',
    "ราคาน้ำมัน ๓๐ บาท",
    "NUL \x00 and bell \x07",
    "x" * 2000,
)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    rows = [Row(n, text[:20], text, speaker=text[:30]) for n, text in enumerate(HOSTILE, 1)]
    entries = [{"id": row.id, **told(row), "url": "https://example.org/?a=1&b=2"} for row in rows]
    bad = Row(99, 99, fault=Fault(Problem.NOT_JSON, 99, "x"))
    entries.append({"id": 99, **faulty(bad)})
    path = tmp_path / "out.partial.jsonl"
    path.write_text("".join(json.dumps(e, ensure_ascii=False) + "\n" for e in entries), "utf-8")
    return path


def rendered(journal: Path, form: Format, language: str = "th") -> Path:
    output = journal.with_name(f"report.{form}")
    render(journal, output, form, language=language)
    return output


@pytest.mark.parametrize("form", [f for f in Format if f is not Format.JSONL])
def test_equal_verdicts_give_equal_bytes(journal: Path, form: Format) -> None:
    import time

    first = rendered(journal, form).read_bytes()
    time.sleep(1.1 if form is Format.XLSX else 0)
    assert rendered(journal, form).read_bytes() == first


def test_csv_starts_no_formula_and_opens_in_excel(journal: Path) -> None:
    data = rendered(journal, Format.CSV).read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    heading, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    assert tuple(heading) == HEADINGS and len(rows) == len(HOSTILE) + 1
    for row in rows:
        for cell in row:
            assert cell.lstrip()[:1] not in tuple("=+-@＝") or cell == "-"
            assert cell[:1] not in ("\t", "\r")
    assert rows[12][1] == HOSTILE[12]
    assert rows[-1][0] == "99" and rows[-1][3] == "" and "line 99" in rows[-1][6]


def test_xlsx_holds_text_as_text(journal: Path) -> None:
    sheet = openpyxl.load_workbook(rendered(journal, Format.XLSX)).active
    rows = list(sheet.iter_rows())
    assert [cell.value for cell in rows[0]] == list(HEADINGS)
    assert len(rows) == len(HOSTILE) + 2
    assert all(cell.data_type != "f" for row in rows for cell in row)
    assert rows[1][1].value == "=1+1"
    assert rows[-1][0].value == 99


def test_html_is_escaped_and_fetches_nothing(journal: Path) -> None:
    page = rendered(journal, Format.HTML, "en").read_text("utf-8")
    assert (
        "<img" not in page
        and "alert(1)</script>" not in page
        and "onerror=" not in page.replace("onerror=&quot;", "")
    )
    assert page.count("<script>") == 1 and page.count("</script>") == 1
    assert "default-src 'none'" in page
    for forbidden in ("src=", "@import", "url(", "<link", "fetch(", "javascript:"):
        assert forbidden not in page.replace("src=x onerror=&quot;", "")
    assert page.count("<tr lang=") == len(HOSTILE) + 1
    assert "ราคาน้ำมัน ๓๐ บาท" in page and "Could not be judged" in page


# https://schema.org: the properties of each type that we write.
SCHEMA = {
    "ClaimReview": {
        *("@context", "identifier", "inLanguage", "claimReviewed", "author", "itemReviewed"),
        *("reviewRating", "reviewBody", "citation"),
    },
    "Claim": {"author", "datePublished", "appearance"},
    "Rating": {"ratingValue", "bestRating", "worstRating", "alternateName"},
    "CreativeWork": {"name", "url", "text", "publisher", "datePublished"},
    "Organization": {"name"},
    "Person": {"name"},
}


def check_schema(entry: object) -> None:
    if isinstance(entry, list):
        for part in entry:
            check_schema(part)
    elif isinstance(entry, dict):
        allowed = SCHEMA[entry["@type"]]
        assert set(entry) - {"@type"} <= allowed
        for part in entry.values():
            check_schema(part)


def test_claim_review_keeps_to_the_schema_and_reads_back(journal: Path) -> None:
    output = rendered(journal, Format.CLAIMREVIEW)
    reviews = json.loads(output.read_text("utf-8"))
    check_schema(reviews)
    assert len(reviews) == len(HOSTILE) + 1
    for review in reviews[:-1]:
        assert {"claimReviewed", "reviewRating", "itemReviewed", "author"} <= set(review)
        rating = review["reviewRating"]
        assert rating["alternateName"]
        assert ("ratingValue" in rating) == (rating["alternateName"] != "หลักฐานไม่พอ")
    assert "ratingValue" not in reviews[-1]["reviewRating"]
    output = output.rename(output.with_name("report.jsonld"))
    with open_source(output) as source:
        rows = list(source)
    assert [row.text for row in rows[:-1]] == list(HOSTILE)
    assert [row.id for row in rows[:-1]] == [text[:20] for text in HOSTILE]
    assert rows[0].url == "https://example.org/?a=1&b=2" and rows[0].speaker == "=1+1"


def test_averitec_submission(journal: Path) -> None:
    entries = json.loads(rendered(journal, Format.AVERITEC).read_text("utf-8"))
    assert [entry["claim_id"] for entry in entries[:2]] == [0, 1]
    assert entries[-1] == {"claim_id": 99, "claim": "", "evidence": [], "pred_label": None}
    labels = {entry["pred_label"] for entry in entries[:-1]}
    assert labels <= {
        *("Supported", "Refuted", "Not Enough Evidence", "Conflicting Evidence/Cherrypicking"),
    }
    assert set(entries[0]["evidence"][0]) == {"question", "answer", "url", "scraped_text"}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('[{"claim": "x"}, {"claim": "y"}, {"claim": ""}]', [0, 1, 2]),
        ('[{"claim": "x", "claim_date": "25-8-2020"}, {"claim": "y"}]', [0, 1]),
        ('["x", "y"]', [0, 1]),
        ('[{"claim": "x", "id": 7}, {"claim": "y", "id": 9}]', [7, 9]),
        ('[{"claim": "x", "id": "a"}, {"claim": "y", "id": "b"}]', [0, 1]),
    ],
)
def test_averitec_counts_claims_without_ids_from_0(
    tmp_path: Path, text: str, wanted: list[int]
) -> None:
    source, output = tmp_path / "dev.json", tmp_path / "out.averitec.json"
    source.write_text(text, "utf-8")
    run(source, output)
    assert [entry["claim_id"] for entry in json.loads(output.read_text("utf-8"))] == wanted


STANCES = {
    "all of ten that speak": ("s" * 10, "Evidence (10)", 10),
    "one that speaks, behind": ("-" * 9 + "s", "Evidence (6 of 10 shown)", 6),
    "none that speaks": ("-" * 10, "Evidence (6 of 10 shown)", 6),
    "seven that speak": ("-s" * 7, "Evidence (7 of 14 shown)", 7),
    "few": ("s-", "Evidence (2)", 2),
}


@pytest.mark.parametrize("name", STANCES)
def test_html_says_how_much_of_the_evidence_it_lists(tmp_path: Path, name: str) -> None:
    stances, wanted, listed = STANCES[name]
    verdict = {"id": 1, **told(Row(1, 1, "x", language="en"))}
    piece = verdict["evidence"][0] | {"reasons": []}
    verdict["evidence"] = [
        piece | {"stance": "supports" if sign == "s" else "silent"} for sign in stances
    ]
    journal = tmp_path / "out.partial.jsonl"
    journal.write_text(json.dumps(verdict) + "\n", "utf-8")
    page = rendered(journal, Format.HTML, "en").read_text("utf-8")
    assert wanted in page and page.count("<li class=") == listed
    assert page.count('<li class="supports">') == stances.count("s")


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("x.jsonl", Format.JSONL),
        ("x.CSV", Format.CSV),
        ("x.averitec.json", Format.AVERITEC),
        ("x.json", Format.CLAIMREVIEW),
        ("x.jsonld", Format.CLAIMREVIEW),
        ("a.b.xlsx", Format.XLSX),
        ("x.html", Format.HTML),
    ],
)
def test_the_extension_says_the_format(name: str, form: Format) -> None:
    assert format_of(Path(name)) is form


@pytest.mark.parametrize("name", ["x", "x.pdf", "x.xls"])
def test_other_extensions_are_refused(name: str) -> None:
    with pytest.raises(OutputError, match="extension"):
        format_of(Path(name))


def test_the_verdict_object_is_that_of_check() -> None:
    row = Row(1, "a", "x")
    assert set(faulty(Row(1, "a", fault=Fault(Problem.EMPTY, 1)))) == set(told(row))
    assert "label" in told(row) and verdict_json is not None
