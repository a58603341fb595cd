"""The article desk: a text in, the same text with its claims marked by verdict out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import gradio as gr

from assistant.errors import InputError, JingmaiError
from assistant.types import Report
from assistant.ui import documents, marking, markup
from assistant.ui.answers import judged
from assistant.ui.chat import KEPT
from assistant.ui.export import FORMS, export
from assistant.ui.given import Given, document_of
from assistant.ui.marking import Work
from assistant.ui.page import Checked, Page, reveal, told
from assistant.ui.stopping import Run, Stops
from assistant.ui.words import say

_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}


@dataclass(frozen=True, slots=True)
class _Fields:
    """Where an article is put in."""

    text: Any
    url: Any
    published: Any
    file: Any


@dataclass(frozen=True, slots=True)
class _Buttons:
    """Start a check, on an article of one's own or ours, and end it early."""

    check: Any
    sample: Any
    stop: Any


@dataclass(frozen=True, slots=True)
class _Found:
    """Where the marked article is shown, with the claim and the document looked at."""

    head: Any
    reader: Any
    detail: Any
    source: Any
    table: Any


@dataclass(frozen=True, slots=True)
class _Exports:
    """The row in which a report is made into a file."""

    row: Any
    form: Any
    make: Any
    out: Any


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk.

    `work` and `report` are the visitor's own, `latest` names the field filled last: none is seen.
    """

    work: Any
    report: Any
    fields: _Fields
    buttons: _Buttons
    latest: Any
    found: _Found
    exports: _Exports


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    work, report = gr.State(Work()), gr.State(None)
    page.put(gr.Markdown, {"value": "article.intro"}, elem_classes="x-intro")
    fields = _fields(page)
    buttons = _buttons(page)
    latest = page.put(
        gr.Textbox, {"label": "article.latest"}, visible="hidden", elem_id="x-article-latest"
    )
    return _Desk(work, report, fields, buttons, latest, _found(page), _exports(page))


def _fields(page: Page) -> _Fields:
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
    return _Fields(text, url, published, file)


def _buttons(page: Page) -> _Buttons:
    with gr.Row():
        check = page.put(
            gr.Button, {"value": "article.check"}, variant="primary", elem_id="x-article-check"
        )
        sample = page.put(gr.Button, {"value": "article.sample"}, elem_id="x-article-sample")
        stop = page.put(
            gr.Button, {"value": "article.stop"}, variant="stop", visible=False,
            elem_id="x-article-stop",
        )  # fmt: skip
    return _Buttons(check, sample, stop)


def _found(page: Page) -> _Found:
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
        elem_id="x-article-table", column_widths=["9%", "40%", "19%", "15%", "17%"],
    )  # fmt: skip
    return _Found(head, reader, detail, source, table)


def _exports(page: Page) -> _Exports:
    with gr.Row(visible=False) as row:
        form = page.put(
            gr.Dropdown, {"label": "article.export"}, choices=list(FORMS), value="html",
            elem_id="x-article-form",
        )  # fmt: skip
        make = page.put(gr.Button, {"value": "article.make"}, elem_id="x-article-make")
        out = gr.File(label="⬇", interactive=False, visible=False, elem_id="x-article-out")
    return _Exports(row, form, make, out)


class _Handlers:
    """What the widgets do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = Stops()

    def run(
        self, text: str, url: str, file: str | None, latest: str, published: str, language: str,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        given = Given(text, url, file or "", latest)
        with told(language), self.stops.going(request.session_hash) as going:
            gone = gr.update(visible=False)
            busy = markup.busy(say(language, "chat.reading"))
            yield Work(), None, busy, "", "", "", gone, gone, gr.update(visible=True)
            try:
                found = _works(self.page, given, published, language)
                yield from _check(going, found, language)
            except Exception:
                yield Work(), None, *[""] * 4, *[gone] * 3
                raise

    def end(self, request: gr.Request) -> None:
        self.stops.end(request.session_hash)

    def pick(self, work: Work, language: str, event: gr.EventData) -> tuple[Any, ...]:
        return _chosen(work, int(event.pick), language)

    def row(self, work: Work, language: str, event: gr.SelectData) -> tuple[Any, ...]:
        return _chosen(work, int(event.row_value[0]) - 1, language)

    def show(self, work: Work, language: str, event: gr.EventData) -> str:
        claim, piece = (int(part) for part in str(event.pick).split(":"))
        evidence = work.verdicts[claim].evidence[piece]
        span = (evidence.quote_start, evidence.quote_end)
        return documents.in_document(evidence.document, span, language)

    def keep(self, work: Work, checked: Any) -> tuple[Any, ...]:
        if not work.verdicts:
            return gr.skip(), gr.skip()
        report = _report(self.page, work)
        found = [Checked(report.id, v) for v in report.verdicts]
        return report, (*(checked or ()), *found)[-KEPT:]

    def save(
        self, work: Work, report: Report | None, form: str, language: str, request: gr.Request
    ) -> Any:
        with told(language):
            if not work.verdicts:
                raise InputError(say(language, "article.none"))
            report = report or _report(self.page, work)
            note = marking.stopped(work, language) if work.stopped else ""
            path = export(report, form, self.page.backstage.scratch(), language, note=note)
            return gr.update(value=self.page.hand_out(path, request), visible=True)


def _wired(page: Page, desk: _Desk) -> None:
    do, work, found, exports = _Handlers(page), desk.work, desk.found, desk.exports
    _checking(page, desk, do)
    chosen = [work, found.reader, found.detail, found.source]
    seen = {"js": reveal("#x-article-detail"), **_QUIET}
    found.reader.click(do.pick, [work, page.language], chosen, **_QUIET).success(None, **seen)
    found.table.select(do.row, [work, page.language], chosen, **_QUIET).success(
        None, js=reveal("#x-article-detail", unless_keys=True), **_QUIET
    )
    found.detail.click(do.show, [work, page.language], found.source, **_QUIET).success(
        None, js=reveal("#x-article-source"), **_QUIET
    )
    exports.make.click(
        do.save, [work, desk.report, exports.form, page.language], exports.out, **_QUIET
    )
    page.after_switch(
        lambda work, language: _again(work, language), [work, page.language],
        [found.head, found.reader, found.detail, found.table],
    )  # fmt: skip


def _checking(page: Page, desk: _Desk, do: _Handlers) -> None:
    """Wire the fields and the buttons below them."""
    fields, buttons, found, latest = desk.fields, desk.buttons, desk.found, desk.latest
    inputs = [fields.text, fields.url, fields.file, latest, fields.published, page.language]
    outputs = [
        desk.work, desk.report, found.head, found.reader, found.detail, found.source, found.table,
        desk.exports.row, buttons.stop,
    ]  # fmt: skip
    # "change", for gradio's "input" does not notice what is pasted
    for name, field, event in (
        ("text", fields.text, fields.text.change), ("url", fields.url, fields.url.change),
        ("file", fields.file, fields.file.change),
    ):  # fmt: skip
        js = f"(found, before) => found ? '{name}' : before"
        event(None, [field, latest], latest, js=js, **_QUIET)
    buttons.check.click(do.run, inputs, outputs, **_QUIET).then(
        do.keep, [desk.work, page.checked], [desk.report, page.checked], **_QUIET
    )
    buttons.check.click(None, js=reveal("#x-article-head"), **_QUIET)
    buttons.sample.click(_sample, None, [fields.text, fields.published, latest], **_QUIET)
    buttons.stop.click(do.end, None, None, queue=False, **_QUIET)


def _works(page: Page, given: Given, published: str, language: str) -> Iterator[Work]:
    """The work as it grows: the article with its claims, then a verdict more each time."""
    document = document_of(given, published, language)
    only = given.filled[0] if len(given.filled) > 1 else ""
    with page.backstage.checker() as checker:
        extraction = checker.extract(document)
    work = Work(extraction, only=only)
    yield work
    problem = extraction.stopped
    try:
        for verdict in judged(extraction, page.backstage):
            work = replace(work, verdicts=(*work.verdicts, verdict))
            yield work
    except JingmaiError as error:
        problem = error  # what was judged until then stays
    if problem is not None:
        yield replace(work, problem=problem)


def _check(going: Run, found: Iterator[Work], language: str) -> Iterator[tuple[Any, ...]]:
    work, same = Work(), gr.skip()
    for work in going.until_stopped(found):
        head = marking.head(work, language) + marking.progress(work, language)
        # updates are repeated: gradio drops one that is followed at once by none
        yield (
            work, None, head, marking.reader(work, language), same, same,
            *[gr.update(visible=False)] * 2, gr.update(visible=True),
        )  # fmt: skip
    work = replace(work, stopped=going.stopped)
    any_found = bool(work.verdicts)
    yield (
        work, same, marking.head(work, language), marking.reader(work, language),
        marking.detail(work, language) if any_found else "", "",
        gr.update(value=marking.rows(work, language), visible=any_found),
        gr.update(visible=any_found), gr.update(visible=False),
    )  # fmt: skip


def _report(page: Page, work: Work) -> Report:
    """The report of what was judged, which is remembered."""
    assert work.extraction is not None
    with page.backstage.checker() as checker:
        report = checker.report_of(work.extraction, work.verdicts, stopped=work.problem)
        page.backstage.remember(checker, report)
    return report


def _chosen(work: Work, number: int, language: str) -> tuple[Any, ...]:
    if not 0 <= number < len(work.verdicts):
        return work, gr.skip(), gr.skip(), gr.skip()
    work = replace(work, chosen=number)
    return work, marking.reader(work, language), marking.detail(work, language), ""


def _again(work: Work, language: str) -> tuple[Any, ...]:
    if work.extraction is None:
        return gr.skip(), gr.skip(), gr.skip(), gr.skip()
    return (
        marking.head(work, language), marking.reader(work, language),
        marking.detail(work, language), marking.rows(work, language),
    )  # fmt: skip


def _sample() -> tuple[str, str, str]:
    text = (resources.files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
    return text, "2025-02-07", "text"
