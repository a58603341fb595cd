"""The report as one HTML file: sortable, searchable, nothing fetched from anywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any, TextIO

from assistant.answer import MARKS, STANCE_WORDS, label_words
from assistant.types import Label, Stance

_WORDS = {
    "th": {
        "title": "ผลตรวจข้อเท็จจริง",
        "id": "รหัส",
        "claim": "ข้อความ",
        "verdict": "ผล",
        "confidence": "ความเชื่อมั่น",
        "why": "เหตุผล",
        "evidence": "หลักฐาน",
        "all": "หลักฐาน ({count})",
        "some": "หลักฐาน (แสดง {shown} จาก {count})",
        "problem": "ปัญหา",
        "search": "ค้นในตาราง",
        "rows": "แถว",
        "undated": "ไม่ทราบวันที่",
    },
    "en": {
        "title": "Fact-check results",
        "id": "Id",
        "claim": "Claim",
        "verdict": "Verdict",
        "confidence": "Confidence",
        "why": "Why",
        "evidence": "Evidence",
        "all": "Evidence ({count})",
        "some": "Evidence ({shown} of {count} shown)",
        "problem": "Problem",
        "search": "Search the table",
        "rows": "rows",
        "undated": "undated",
    },
}

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"
_USUAL_EVIDENCE = 6


def html_page(verdicts: Iterator[dict[str, Any]], path: Path, language: str) -> None:
    """Write the page row by row; headings in `language`, each row in its own."""
    words = _WORDS["th" if language == "th" else "en"]
    labels: Counter[str] = Counter()
    with path.open("w", encoding="utf-8", newline="\n") as file:
        _head(file, words, language)
        for told in verdicts:
            labels[told["label"] or Label.UNJUDGED] += 1
            file.write(_row(told, language))
        file.write("</tbody></table>\n")
        _counts(file, labels, words, language)
        file.write(f"<script>{_asset('report.js')}</script>\n</body></html>\n")


def _head(file: TextIO, words: dict[str, str], language: str) -> None:
    columns = ("id", "claim", "verdict", "confidence", "why", "evidence")
    cells = "".join(
        f'<th scope="col" aria-sort="none"><button type="button">{words[name]}</button></th>'
        for name in columns
    )
    file.write(
        f'<!DOCTYPE html>\n<html lang="{escape(language)}"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{words['title']}</title>\n<style>{_asset('report.css')}</style></head>\n"
        f'<body><h1>{words["title"]}</h1>\n<div id="counts"></div>\n'
        f'<label>{words["search"]} <input id="search" type="search"></label>\n'
        f"<table><thead><tr>{cells}</tr></thead><tbody>\n"
    )


def _counts(file: TextIO, labels: Counter[str], words: dict[str, str], language: str) -> None:
    shown = "".join(
        f'<span class="label {label}">{MARKS[label]} {label_words(label, language)}: '
        f"{labels[label]:,}</span> "
        for label in Label
        if labels[label]
    )
    file.write(f'<div id="summary">{labels.total():,} {words["rows"]} · {shown}</div>\n')


def _row(told: dict[str, Any], language: str) -> str:
    reader = "th" if (told["language"] or language) == "th" else "en"
    label = Label(told["label"] or Label.UNJUDGED)
    confidence = told["confidence"]
    sure = "" if confidence is None else f"{confidence:.0%}"
    order = "" if confidence is None else f"{confidence:.4f}"
    why = told["rationale"] if told["problem"] is None else told["problem"]
    return (
        f'<tr lang="{reader}"><td>{escape(str(told["id"]))}</td>'
        f"<td>{escape(told['claim'] or '')}</td>"
        f'<td data-order="{label}"><span class="label {label}">{MARKS[label]} '
        f'{label_words(label, reader)}</span></td><td data-order="{order}">{sure}</td>'
        f"<td>{escape(why or '')}</td><td>{_evidence(told['evidence'], reader)}</td></tr>\n"
    )


def _evidence(found: list[dict[str, Any]], reader: str) -> str:
    """What speaks, then what is silent; of the latter no more than fill the list up."""
    if not found:
        return ""
    speaking = [piece for piece in found if piece["stance"] != Stance.SILENT]
    silent = [piece for piece in found if piece["stance"] == Stance.SILENT]
    shown = speaking + silent[: max(_USUAL_EVIDENCE - len(speaking), 0)]
    items = "".join(_piece(evidence, reader) for evidence in shown)
    words = _WORDS[reader]["all" if len(shown) == len(found) else "some"]
    told = words.format(shown=len(shown), count=len(found))
    return f"<details><summary>{told}</summary><ol>{items}</ol></details>"


def _piece(evidence: dict[str, Any], reader: str) -> str:
    stance = Stance(evidence["stance"])
    day = evidence["published"] or _WORDS[reader]["undated"]
    title = escape(evidence["title"] or evidence["document_id"])
    if str(evidence["url"]).startswith(("http://", "https://")):
        url = escape(evidence["url"], quote=True)
        title = f'<a href="{url}" rel="noopener noreferrer nofollow">{title}</a>'
    reasons = "".join(f"<li>{escape(reason)}</li>" for reason in evidence["reasons"])
    listed = f"<ul>{reasons}</ul>" if reasons else ""
    return (
        f'<li class="{stance}"><b>{STANCE_WORDS[reader][stance]}</b> '
        f"<q>{escape(evidence['quote'])}</q><br>{title} · {escape(evidence['publisher'] or '')} · "
        f"{escape(day)}{listed}</li>"
    )


def _asset(name: str) -> str:
    return (resources.files("assistant.bulk.reports") / name).read_text("utf-8")
