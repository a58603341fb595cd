"""The article desk: a text in, the same text with its claims marked by verdict out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from importlib import resources
from typing import Any

import gradio as gr

from assistant.answer import label_words
from assistant.errors import InputError, JingmaiError
from assistant.types import Extraction, Report, Verdict
from assistant.ui import cards, documents, markup
from assistant.ui.answers import LONGEST_TEXT, address, judged, pasted, read
from assistant.ui.chat import KEPT, a_day
from assistant.ui.export import FORMS, export
from assistant.ui.page import Checked, Page, reveal, told
from assistant.ui.reader import article
from assistant.ui.stopping import Run, Stops
from assistant.ui.words import say
from assistant.ui.words.of_errors import in_words
from index.text import language_of
from index.types import Document


@dataclass(frozen=True, slots=True)
class Given:
    """What was put into the fields. `latest` names the one filled last: text, url or file."""

    text: str
    url: str
    file: str
    latest: str

    @property
    def filled(self) -> tuple[str, ...]:
        """The fields with something in them, the one that counts first."""
        names = (self.latest, "text", "url", "file")
        return tuple(dict.fromkeys(n for n in names if n and str(getattr(self, n)).strip()))


@dataclass(frozen=True, slots=True)
class Work:
    """One user's article: what was found in it, judged so far, and which claim is looked at.

    `stopped` says that the reader ended the check early; `only` names the field that was read
    where others were filled as well, else it is "". `problem` is the error that ended it early.
    """

    extraction: Extraction | None = None
    verdicts: tuple[Verdict, ...] = ()
    chosen: int = -1
    stopped: bool = False
    only: str = ""
    problem: JingmaiError | None = None


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    work, report, stops = gr.State(Work()), gr.State(None), Stops()
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
        stop = page.put(
            gr.Button, {"value": "article.stop"}, variant="stop", visible=False,
            elem_id="x-article-stop",
        )  # fmt: skip
    latest = page.put(
        gr.Textbox, {"label": "article.latest"}, visible="hidden", elem_id="x-article-latest"
    )
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
    with gr.Row(visible=False) as exports:
        form = page.put(
            gr.Dropdown, {"label": "article.export"}, choices=list(FORMS), value="html",
            elem_id="x-article-form",
        )  # fmt: skip
        make = page.put(gr.Button, {"value": "article.make"}, elem_id="x-article-make")
        out = gr.File(label="⬇", interactive=False, visible=False, elem_id="x-article-out")

    outputs = [work, report, head, reader, detail, source, table, exports, stop]
    inputs = [text, url, file, latest, published, page.language]
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}

    def run(
        text: str,
        url: str,
        file: str | None,
        latest: str,
        published: str,
        language: str,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:
        given = Given(text, url, file or "", latest)
        with told(language), stops.going(request.session_hash) as going:
            gone = gr.update(visible=False)
            busy = markup.busy(say(language, "chat.reading"))
            yield Work(), None, busy, "", "", "", gone, gone, gr.update(visible=True)
            try:
                found = _works(page, given, published, language)
                yield from _check(going, found, language)
            except Exception:
                yield Work(), None, *[""] * 4, *[gone] * 3
                raise

    def end(request: gr.Request) -> None:
        stops.end(request.session_hash)

    def pick(work: Work, language: str, event: gr.EventData) -> tuple[Any, ...]:
        return _chosen(work, int(event.pick), language)

    def row(work: Work, language: str, event: gr.SelectData) -> tuple[Any, ...]:
        return _chosen(work, int(event.row_value[0]) - 1, language)

    def show(work: Work, language: str, event: gr.EventData) -> str:
        claim, piece = (int(part) for part in str(event.pick).split(":"))
        evidence = work.verdicts[claim].evidence[piece]
        span = (evidence.quote_start, evidence.quote_end)
        return documents.in_document(evidence.document, span, language)

    def keep(work: Work, checked: Any) -> tuple[Any, ...]:
        if not work.verdicts:
            return gr.skip(), gr.skip()
        report = _report(page, work)
        found = [Checked(report.id, v) for v in report.verdicts]
        return report, (*(checked or ()), *found)[-KEPT:]

    def save(
        work: Work, report: Report | None, form: str, language: str, request: gr.Request
    ) -> Any:
        with told(language):
            if not work.verdicts:
                raise InputError(say(language, "article.none"))
            report = report or _report(page, work)
            note = _stopped(work, language) if work.stopped else ""
            path = export(report, form, page.backstage.scratch(), language, note=note)
            return gr.update(value=page.hand_out(path, request), visible=True)

    # "change", for gradio's "input" does not notice what is pasted
    for name, field, event in (
        ("text", text, text.change), ("url", url, url.change), ("file", file, file.change),
    ):  # fmt: skip
        js = f"(found, before) => found ? '{name}' : before"
        event(None, [field, latest], latest, js=js, **quiet)
    check.click(run, inputs, outputs, **quiet).then(
        keep, [work, page.checked], [report, page.checked], **quiet
    )
    check.click(None, js=reveal("#x-article-head"), **quiet)
    sample.click(_sample, None, [text, published, latest], **quiet)
    stop.click(end, None, None, queue=False, **quiet)
    chosen = [work, reader, detail, source]
    seen = {"js": reveal("#x-article-detail"), **quiet}
    reader.click(pick, [work, page.language], chosen, **quiet).success(None, **seen)
    table.select(row, [work, page.language], chosen, **quiet).success(
        None, js=reveal("#x-article-detail", unless_keys=True), **quiet
    )
    detail.click(show, [work, page.language], source, **quiet).success(
        None, js=reveal("#x-article-source"), **quiet
    )
    make.click(save, [work, report, form, page.language], out, **quiet)
    page.after_switch(
        lambda work, language: _again(work, language), [work, page.language],
        [head, reader, detail, table],
    )  # fmt: skip


def _works(page: Page, given: Given, published: str, language: str) -> Iterator[Work]:
    """The work as it grows: the article with its claims, then a verdict more each time."""
    document = _document(given, published, language)
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
        head = _head(work, language) + _progress(work, language)
        # updates are repeated: gradio drops one that is followed at once by none
        yield (
            work, None, head, _reader(work, language), same, same,
            *[gr.update(visible=False)] * 2, gr.update(visible=True),
        )  # fmt: skip
    work = replace(work, stopped=going.stopped)
    any_found = bool(work.verdicts)
    yield (
        work, same, _head(work, language), _reader(work, language),
        _detail(work, language) if any_found else "", "",
        gr.update(value=_rows(work, language), visible=any_found), gr.update(visible=any_found),
        gr.update(visible=False),
    )  # fmt: skip


def _report(page: Page, work: Work) -> Report:
    """The report of what was judged, which is remembered."""
    assert work.extraction is not None
    with page.backstage.checker() as checker:
        report = checker.report_of(work.extraction, work.verdicts, stopped=work.problem)
        page.backstage.remember(checker, report)
    return report


def _document(given: Given, published: str, language: str) -> Document:
    day = a_day(published, language)
    if not given.filled:
        raise InputError(say(language, "article.empty"))
    field = given.filled[0]
    if field == "text":
        if len(given.text) > LONGEST_TEXT:
            raise InputError(say(language, "error.long", length=len(given.text)))
        return pasted(given.text, language_of(given.text), published=day)
    document = read(address(given.url) if field == "url" else given.file)
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
    parts = []
    if work.only:
        field = say(language, f"article.only_{work.only}")
        parts.append(markup.banner("info", say(language, "article.only", field=field)))
    found = work.extraction
    if found is not None:
        title = say(language, "article.alarm")
        parts.append(markup.notices(found.warnings, title, found.document.text))
        if not found.claims:
            parts.append(markup.banner("info", say(language, "chat.no_claims")))
        else:
            parts.append(markup.tally(work.verdicts, language))
    if work.stopped:
        parts.append(markup.banner("info", _stopped(work, language)))
    if work.problem is not None:
        parts.append(markup.banner("problem", in_words(work.problem, language)))
    return "".join(parts)


def _progress(work: Work, language: str) -> str:
    done, count = len(work.verdicts), len(work.extraction.claims) if work.extraction else 0
    return markup.busy(say(language, "article.progress", done=done, count=count)) if count else ""


def _stopped(work: Work, language: str) -> str:
    if work.extraction is None:
        return say(language, "chat.stopped")
    done, count = len(work.verdicts), len(work.extraction.claims)
    return say(language, "article.stopped", done=done, count=count)


def _reader(work: Work, language: str) -> str:
    found = work.extraction
    if found is None:
        return ""
    return article(
        found.document, found.claims, work.verdicts, found.warnings, language,
        chosen=work.chosen, stopped=work.stopped or work.problem is not None,
    )  # fmt: skip


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


def _sample() -> tuple[str, str, str]:
    text = (resources.files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
    return text, "2025-02-07", "text"
