"""The article desk: a text in, the same text with its claims marked by verdict out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import gradio as gr

from assistant.answer import label_words
from assistant.errors import InputError
from assistant.types import Extraction, Report, Verdict
from assistant.ui import cards, documents, markup
from assistant.ui.answers import LONGEST_TEXT, address, judged, pasted, read
from assistant.ui.chat import KEPT, a_day
from assistant.ui.export import FORMS, export
from assistant.ui.page import Checked, Page, told
from assistant.ui.reader import article
from assistant.ui.words import say
from index.text import language_of
from index.types import Document


@dataclass(frozen=True, slots=True)
class Work:
    """One user's article: what was found in it, judged so far, and which claim is looked at."""

    extraction: Extraction | None = None
    verdicts: tuple[Verdict, ...] = ()
    report: Report | None = None
    chosen: int = -1


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    work = gr.State(Work())
    page.put(gr.Markdown, {"value": "article.intro"}, elem_classes="x-intro")
    text = page.put(
        gr.Textbox, {"label": "article.text", "placeholder": "article.text_hint"},
        lines=6, max_lines=14, elem_id="x-article-text",
    )  # fmt: skip
    with gr.Row():
        with gr.Column(scale=3, min_width=280):
            url = page.put(
                gr.Textbox, {"label": "article.url"}, max_lines=1, placeholder="https://",
                elem_id="x-article-url",
            )  # fmt: skip
            published = page.put(
                gr.Textbox, {"label": "article.date"}, max_lines=1, placeholder="2025-02-07",
                elem_id="x-article-date",
            )  # fmt: skip
        file = page.put(
            gr.File, {"label": "article.file"}, scale=2, height=150, elem_classes="x-drop",
            elem_id="x-article-file",
            file_types=[".html", ".htm", ".pdf", ".docx", ".txt", ".md"],
        )  # fmt: skip
    with gr.Row():
        check = page.put(
            gr.Button, {"value": "article.check"}, variant="primary", elem_id="x-article-check"
        )
        sample = page.put(gr.Button, {"value": "article.sample"}, elem_id="x-article-sample")
        stop = page.put(gr.Button, {"value": "article.stop"}, variant="stop", visible=False)
    head = gr.HTML("", elem_id="x-article-head")
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=320):
            reader = page.html(elem_id="x-article-reader")
        with gr.Column(scale=2, min_width=320):
            detail = page.html(elem_id="x-article-detail")
            source = gr.HTML("", elem_id="x-article-source")
    table = page.put(
        gr.Dataframe, {"label": "article.table"}, interactive=False, wrap=True, type="array",
        datatype=["number", "str", "str", "number", "number"], visible=False, max_height=420,
        elem_id="x-article-table", column_widths=["60px", "520px", "190px", "110px", "110px"],
    )  # fmt: skip
    with gr.Row(visible=False) as exports:
        form = page.put(
            gr.Dropdown, {"label": "article.export"}, choices=list(FORMS), value="html",
            elem_id="x-article-form",
        )  # fmt: skip
        make = page.put(gr.Button, {"value": "article.make"}, elem_id="x-article-make")
        out = gr.File(label="⬇", interactive=False, visible=False, elem_id="x-article-out")

    outputs = [work, head, reader, detail, source, table, exports, stop, page.checked]
    inputs = [text, url, file, published, page.language, page.checked]
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}

    def run(
        text: str, url: str, file: str | None, published: str, language: str, checked: Any
    ) -> Iterator[tuple[Any, ...]]:
        with told(language):
            yield (
                Work(), markup.busy(say(language, "chat.reading")), "", "", "",
                *[gr.update(visible=False)] * 2, gr.update(visible=True), gr.skip(),
            )  # fmt: skip
            try:
                document = _document(text, url, file, published, language)
                yield from _check(page, document, language, checked)
            except Exception:
                yield (Work(), "", *[gr.skip()] * 5, gr.update(visible=False), gr.skip())
                raise

    def pick(work: Work, language: str, event: gr.EventData) -> tuple[Any, ...]:
        return _chosen(work, int(event.pick), language)

    def row(work: Work, language: str, event: gr.SelectData) -> tuple[Any, ...]:
        return _chosen(work, int(event.row_value[0]) - 1, language)

    def show(work: Work, language: str, event: gr.EventData) -> str:
        claim, piece = (int(part) for part in str(event.pick).split(":"))
        evidence = work.verdicts[claim].evidence[piece]
        span = (evidence.quote_start, evidence.quote_end)
        return documents.in_document(evidence.document, span, language)

    def save(work: Work, form: str, language: str) -> Any:
        with told(language):
            if work.report is None:
                raise InputError(say(language, "article.none"))
            path = export(work.report, form, page.backstage.scratch(), language)
            return gr.update(value=str(path), visible=True)

    running = check.click(run, inputs, outputs, **quiet)
    sample.click(_sample, None, [text, published], **quiet)
    stop.click(
        lambda: gr.update(visible=False), None, stop, cancels=[running], queue=False, **quiet
    )
    chosen = [work, reader, detail, source]
    reader.click(pick, [work, page.language], chosen, **quiet)
    table.select(row, [work, page.language], chosen, **quiet)
    detail.click(show, [work, page.language], source, **quiet)
    make.click(save, [work, form, page.language], out, **quiet)
    page.after_switch(
        lambda work, language: _again(work, language), [work, page.language],
        [head, reader, detail, table],
    )  # fmt: skip


def _check(
    page: Page, document: Document, language: str, checked: Any
) -> Iterator[tuple[Any, ...]]:
    with page.backstage.checker() as checker:
        extraction = checker.extract(document)
    work = Work(extraction)
    count = len(extraction.claims)
    for verdict in judged(extraction, page.backstage):
        work = replace(work, verdicts=(*work.verdicts, verdict))
        head = _head(work, language) + markup.busy(
            say(language, "article.progress", done=len(work.verdicts), count=count)
        )
        reader = _reader(work, language)
        yield work, head, reader, *[gr.skip()] * 4, gr.update(visible=True), gr.skip()
    with page.backstage.checker() as checker:
        report = checker.report_of(extraction, work.verdicts)
        page.backstage.remember(checker, report)
    work = replace(work, report=report)
    found = [Checked(report.id, v) for v in work.verdicts]
    yield (
        work, _head(work, language), _reader(work, language), _detail(work, language), "",
        gr.update(value=_rows(work, language), visible=bool(count)),
        gr.update(visible=bool(count)), gr.update(visible=False),
        (*(checked or ()), *found)[-KEPT:],
    )  # fmt: skip


def _document(text: str, url: str, file: str | None, published: str, language: str) -> Document:
    day = a_day(published, language)
    if text.strip():
        if len(text) > LONGEST_TEXT:
            raise InputError(say(language, "error.long", length=len(text)))
        return pasted(text, language_of(text), published=day)
    if not url.strip() and not file:
        raise InputError(say(language, "article.empty"))
    document = read(address(url) if url.strip() else str(file))
    if day:
        document = replace(document, published=day)
    return document


def _chosen(work: Work, number: int, language: str) -> tuple[Any, ...]:
    if not 0 <= number < len(work.verdicts):
        return work, gr.skip(), gr.skip(), gr.skip()
    work = replace(work, chosen=number)
    return work, _reader(work, language), _detail(work, language), ""


def _again(work: Work, language: str) -> tuple[Any, ...]:
    if work.extraction is None:
        return gr.skip(), gr.skip(), gr.skip(), gr.skip()
    return (
        _head(work, language), _reader(work, language), _detail(work, language),
        _rows(work, language),
    )  # fmt: skip


def _head(work: Work, language: str) -> str:
    assert work.extraction is not None
    alarm = markup.notices(
        work.extraction.warnings, say(language, "article.alarm"), work.extraction.document.text
    )
    if not work.extraction.claims:
        return alarm + markup.banner("info", say(language, "chat.no_claims"))
    return alarm + markup.tally(work.verdicts, language)


def _reader(work: Work, language: str) -> str:
    found = work.extraction
    if found is None:
        return ""
    return article(
        found.document, found.claims, work.verdicts, found.warnings, language, chosen=work.chosen
    )


def _detail(work: Work, language: str) -> str:
    if work.chosen < 0:
        return markup.banner("info", say(language, "article.pick"))
    verdict = work.verdicts[work.chosen]
    return cards.verdict_card(verdict, language, number=work.chosen + 1, pick=str(work.chosen))


def _rows(work: Work, language: str) -> dict[str, Any]:
    heads = ("number", "claim", "verdict", "confidence", "worth")
    rows = [
        [
            n, v.claim.query, label_words(v.label, language),
            None if v.confidence is None else round(v.confidence, 2),
            round(v.claim.check_worthiness, 2),
        ]
        for n, v in enumerate(work.verdicts, 1)
    ]  # fmt: skip
    return {"headers": [say(language, f"col.{h}") for h in heads], "data": rows}


def _sample() -> tuple[str, str]:
    text = (resources.files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
    return text, "2025-02-07"
