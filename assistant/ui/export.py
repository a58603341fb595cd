"""A checked article as a file: HTML to print or send, DOCX, CSV, JSON, ClaimReview."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from assistant.answer import STANCE_WORDS, grounds, label_words, report_json, verdict_json
from assistant.bearing import arithmetic
from assistant.bulk.reports import Format, render
from assistant.types import Report
from assistant.ui import cards, markup
from assistant.ui.palette import LIGHT, variables
from assistant.ui.reader import article
from assistant.ui.words import day, say
from assistant.ui.words.of_errors import told_in

FORMS = ("html", "docx", "csv", "json", "claimreview")
_ENDINGS = {"claimreview": "claimreview.json"}
_BODY = (
    "body{max-width:900px;margin:24px auto;padding:0 16px;font-family:'Noto Sans Thai UI','Noto Sans Thai',Sarabun,"
    "Loma,Garuda,system-ui,sans-serif;color:#1c2330;background:#fff;line-height:1.7}"
    "ul{padding-left:20px}@page{margin:16mm}@media print{.x-card{break-inside:avoid}}"
)


def export(report: Report, form: str, folder: Path, language: str, *, note: str = "") -> Path:
    """Write `report` into `folder` as one of `FORMS` and return the file's path.

    `note` is told at the top of what people read, HTML and DOCX: that the check was stopped, say.
    """
    name = say(language, "article.file_name", id=report.id)
    path = folder / f"{name}.{_ENDINGS.get(form, form)}"
    if form == "html":
        path.write_text(as_html(report, language, note=note), "utf-8")
    elif form == "json":
        path.write_text(json.dumps(report_json(report), ensure_ascii=False, indent=1), "utf-8")
    elif form == "docx":
        _docx(told_in(report, language), path, language, note)
    elif form == "csv":
        _table(told_in(report, language), path, Format(form), language)
    else:
        _table(report, path, Format(form), language)
    return path


def as_html(report: Report, language: str, *, note: str = "") -> str:
    """The whole report as one page that needs nothing else and prints well; `note` is on top."""
    from assistant.ui.page import fonts, sheet

    claims = [v.claim for v in report.verdicts]
    document = report.document
    text = article(document, claims, report.verdicts, report.warnings, language, anchors=True)
    found = "".join(
        f'<div id="claim-{n}">{cards.verdict_card(v, language, number=n)}</div>'
        for n, v in enumerate(report.verdicts, 1)
    )
    title = markup.text_of(document.title or say(language, "tab.article"))
    alarm = markup.banner("info", note) if note else ""
    alarm += markup.notices(report.warnings, say(language, "article.alarm"), document.text)
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:\">"
        f"<title>{title}</title><style>{fonts()}:root{{{variables(LIGHT)}}}{sheet()}{_BODY}"
        f".x-reader,.x-doc .x-text{{max-height:none}}</style></head><body>"
        f"<header><h1>{title}</h1>{_source_line(report, language)}</header>{alarm}"
        f"{markup.tally(report.verdicts, language)}{text}"
        f"<h2>{say(language, 'article.table')}</h2>{found}</body></html>"
    )


def _source_line(report: Report, language: str) -> str:
    document = report.document
    parts = [markup.text_of(document.publisher)] if document.publisher else []
    if document.published:
        parts.append(day(language, document.published))
    if markup.is_web(document.url):
        parts.append(markup.link(document.url, document.url))
    parts.append(f"{report.id} · {report.index_fingerprint}")
    return f'<p class="x-source">{" · ".join(parts)}</p>'


def _table(report: Report, path: Path, form: Format, language: str) -> None:
    journal = path.with_suffix(".rows.jsonl")
    rows: list[dict[str, Any]] = [
        {"id": str(n), **verdict_json(v)} for n, v in enumerate(report.verdicts, 1)
    ]
    journal.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    try:
        render(journal, path, form, language=language)
    finally:
        journal.unlink()


def _docx(report: Report, path: Path, language: str, note: str) -> None:
    from docx import Document as Word

    word = Word()
    word.add_heading(_plain(report.document.title or say(language, "tab.article")), 1)
    if note:
        word.add_paragraph(_plain(note))
    for notice in report.warnings:
        word.add_paragraph(f"⚠ {_plain(notice.message)}")
    for number, verdict in enumerate(report.verdicts, 1):
        word.add_heading(f"{number}. {_plain(verdict.claim.query)}", 3)
        sure = "" if verdict.confidence is None else f" ({verdict.confidence:.0%})"
        line = word.add_paragraph()
        line.add_run(f"{label_words(verdict.label, language)}{sure}").bold = True
        line.add_run(f" · {_plain(cards.judged_by(verdict, language))}")
        why = [arithmetic(line, verdict.claim.language) for line in verdict.rationale.split("\n")]
        for told in filter(None, ("\n".join(why), verdict.problem)):
            word.add_paragraph(_plain(told))
        for piece in verdict.evidence:
            _docx_evidence(word, piece, language)
    word.save(str(path))


def _docx_evidence(word: Any, piece: Any, language: str) -> None:
    document = piece.document
    stance = STANCE_WORDS["th" if language == "th" else "en"][piece.stance]
    source = " · ".join(
        _plain(x)
        for x in (
            document.title,
            document.publisher,
            day(language, document.published),
            document.url,
        )
        if x
    )
    line = word.add_paragraph(style="List Bullet")
    line.add_run(f"[{stance}] “{_plain(piece.quote)}”")
    line.add_run(f"\n{source}").italic = True
    for reason in grounds(piece, language):
        line.add_run(f"\n{_plain(reason)}")


def _plain(text: str) -> str:
    """`text` without the control characters that XML cannot hold."""
    return "".join(c if c in "\t\n" or _is_xml(c) else " " for c in text)


def _is_xml(char: str) -> bool:
    return char >= " " and char not in "\ufffe\uffff" and not "\ud800" <= char <= "\udfff"
