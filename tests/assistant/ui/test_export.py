"""A checked article as files."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.types import Report
from assistant.ui.answers import pasted
from assistant.ui.export import FORMS, as_html, export
from tests.assistant.ui.fakes import HOSTILE, FakeChecker
from tests.assistant.ui.test_cards import ALLOWED, Reader

TEXT = f"หัวข้อ {HOSTILE}\nปลาทูขายได้ดีมากในปีที่ผ่านมา\nboats float on the water \x0b quite well\n"


@pytest.fixture
def report() -> Report:
    return FakeChecker().check_article(pasted(TEXT, "th"))


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written(report, tmp_path: Path, form: str, language: str) -> None:
    path = export(report, form, tmp_path, language)
    assert path.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [path], "nothing else is left behind"


def test_people_read_what_went_wrong_in_their_language(report, tmp_path: Path) -> None:
    from docx import Document

    problem = "a:b: no answer in time (try again)"
    failed = replace(
        report, verdicts=tuple(replace(v, problem=problem) for v in report.verdicts)
    )  # fmt: skip
    thai = "a:b ไม่ตอบภายในเวลาที่กำหนด"
    assert thai in as_html(failed, "th")
    assert thai in export(failed, "csv", tmp_path, "th").read_text("utf-8-sig")
    word = Document(str(export(failed, "docx", tmp_path, "th")))
    assert thai in "\n".join(p.text for p in word.paragraphs)
    found = export(failed, "json", tmp_path, "th")
    assert found.name == "จริงไหม-r1.json" and problem in found.read_text("utf-8")


def test_html_needs_nothing_else_and_runs_nothing(report) -> None:
    html = as_html(report, "th")
    read = Reader(html)
    page = {"html", "head", "meta", "title", "style", "body", "header", "h1"}
    assert set(read.tags) <= ALLOWED | page
    assert not {name for name in read.attributes if name.startswith("on")}
    assert "ปลาทูขายได้ดีมากในปีที่ผ่านมา" in read.text
    assert 'href="#claim-1"' in html and 'id="claim-1"' in html
    for address in ("http://", "https://fonts", "@import"):
        assert address not in html.replace("http://www.w3.org", "").replace("https://example", "")


def test_docx_holds_claims_quotes_and_sources(report, tmp_path: Path) -> None:
    from docx import Document

    word = Document(str(export(report, "docx", tmp_path, "en")))
    text = "\n".join(p.text for p in word.paragraphs)
    assert "ปลาทูขายได้ดีมากในปีที่ผ่านมา" in text and "Boats of 2024" in text
    assert "Supported (87%)" in text


def test_csv_and_json_hold_every_claim(report, tmp_path: Path) -> None:
    with export(report, "csv", tmp_path, "en").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.reader(file))) >= len(report.verdicts) + 1
    told = json.loads(export(report, "json", tmp_path, "en").read_text("utf-8"))
    assert len(told["verdicts"]) == len(report.verdicts)


def test_what_people_read_says_that_the_check_was_stopped(report, tmp_path: Path) -> None:
    from docx import Document

    note = "Stopped: 2 of 9 claims checked"
    assert note in Reader(as_html(report, "en", note=note)).text
    word = Document(str(export(report, "docx", tmp_path, "en", note=note)))
    assert note in [p.text for p in word.paragraphs]
