"""The bulk desk: a file of claims in, its verdicts out, with the run in hand all the way."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import label_words
from assistant.bearing import arithmetic
from assistant.bulk.reports import Format
from assistant.errors import InputError
from assistant.types import Label, Stance
from assistant.ui import cards, markup
from assistant.ui.backstage import Backstage
from assistant.ui.jobbook import JobBook
from assistant.ui.jobs import Job, JobState
from assistant.ui.page import Page, told
from assistant.ui.words import WORDS, duration, say
from assistant.ui.words.of_errors import problem_in_words

_SUMS = 2
"""Lines of arithmetic shown of a row; all are in its whole reasoning."""

_GOING = (JobState.RUNNING, JobState.PAUSED)
_TYPES = [".csv", ".tsv", ".jsonl", ".json", ".xlsx", ".ndjson"]
_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 8}


@dataclass(frozen=True, slots=True)
class _Hands:
    """The buttons that have the run in hand."""

    start: Any
    pause: Any
    cancel: Any


@dataclass(frozen=True, slots=True)
class _Results:
    """Where the verdicts are made into a file."""

    form: Any
    make: Any
    out: Any


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk. `timer` looks at the run while it goes on."""

    file: Any
    scan: Any
    hands: _Hands
    board: Any
    results: _Results
    table: Any
    timer: Any


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    page.put(gr.Markdown, {"value": "bulk.intro"}, elem_classes="x-intro")
    file = page.put(
        gr.File, {"label": "bulk.file"}, height=150, elem_id="x-bulk-file", elem_classes="x-drop",
        file_types=_TYPES,
    )  # fmt: skip
    scan = gr.HTML("", elem_id="x-bulk-scan")
    hands = _hands(page)
    board = gr.HTML("", elem_id="x-bulk-board")
    results = _results(page)
    table = gr.HTML("", elem_id="x-bulk-table")
    return _Desk(file, scan, hands, board, results, table, gr.Timer(0.7, active=False))


def _hands(page: Page) -> _Hands:
    with gr.Row():
        start = page.put(
            gr.Button, {"value": "bulk.start"}, variant="primary", interactive=False,
            elem_id="x-bulk-start",
        )  # fmt: skip
        pause = page.put(
            gr.Button, {"value": "bulk.pause"}, interactive=False, elem_id="x-bulk-pause"
        )
        cancel = page.put(
            gr.Button, {"value": "bulk.cancel"}, interactive=False, elem_id="x-bulk-cancel"
        )
    return _Hands(start, pause, cancel)


def _results(page: Page) -> _Results:
    with gr.Row(elem_classes="x-slim"):
        form = page.put(
            gr.Dropdown, {"label": "bulk.format"}, choices=[f.value for f in Format],
            value=Format.CSV.value, elem_id="x-bulk-form",
        )  # fmt: skip
        make = page.put(gr.Button, {"value": "bulk.make"}, interactive=False, elem_id="x-bulk-make")
    out = page.put(
        gr.File, {"label": "bulk.download"}, interactive=False, visible=False, elem_id="x-bulk-out"
    )
    return _Results(form, make, out)


class _Handlers:
    """What the widgets do; `act` makes the handler of one button."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stage = page.backstage
        self.book = JobBook()

    def opened(self, path: str, old: str, language: str, request: gr.Request) -> Any:
        owner = request.username or ""
        yield from _open(self.book, self.stage, Path(path), old, language, owner)

    def cleared(self, old: str, language: str, request: gr.Request) -> tuple[Any, ...]:
        return _put_away(self.book, self.stage, old, language, request.username or "")

    def act(self, name: str) -> Any:
        def do(key: str, language: str, request: gr.Request) -> tuple[Any, ...]:
            job = self.book.find(key, request.username or "")
            with told(language):
                if job is None:
                    raise InputError(say(language, "bulk.none"))
                if name == "pause" and job.state is JobState.PAUSED:
                    job.resume()
                else:
                    getattr(job, name)()
            return gr.Timer(active=True), *_shown(job, language)[1:]

        return do

    def look(self, key: str, language: str, request: gr.Request) -> tuple[Any, ...]:
        return _shown(self.book.find(key, request.username or ""), language)

    def again(self, key: str, language: str, request: gr.Request) -> tuple[Any, ...]:
        job = self.book.find(key, request.username or "")
        return _scan(job, self.stage, language), *_shown(job, language)

    def save(self, key: str, form: str, language: str, request: gr.Request) -> Any:
        job = self.book.find(key, request.username or "")
        with told(language):
            found = job.results(Format(form), language) if job else None
            if found is None:
                raise InputError(say(language, "article.none"))
            return gr.update(value=self.page.hand_out(found, request), visible=True)


def _wired(page: Page, desk: _Desk) -> None:
    do, key, hands, results = _Handlers(page), page.bulk_job, desk.hands, desk.results
    buttons = [hands.start, hands.pause, hands.cancel, results.make]
    shown = [desk.timer, desk.board, desk.table, *buttons]
    fresh = [key, desk.scan, *shown, results.out]
    desk.file.upload(do.opened, [desk.file, key, page.language], [desk.file, *fresh], **_QUIET)
    desk.file.clear(do.cleared, [key, page.language], fresh, **_QUIET)
    for button, name in (
        (hands.start, "start"), (hands.pause, "pause"), (hands.cancel, "cancel"),
    ):  # fmt: skip
        button.click(do.act(name), [key, page.language], shown, **_QUIET)
    desk.timer.tick(do.look, [key, page.language], shown, **_QUIET)
    results.make.click(do.save, [key, results.form, page.language], results.out, **_QUIET)
    page.after_switch(do.again, [key, page.language], [desk.scan, *shown])


def _open(
    book: JobBook, stage: Backstage, path: Path, old: str, language: str, owner: str
) -> Iterator[tuple[Any, ...]]:
    """A job over `path` takes the place of the one under `old`.

    That one stays where it is going on or `path` cannot be used: both are told.
    """
    before = book.find(old, owner)
    with told(language):
        try:
            if before is not None and before.state in _GOING:
                raise InputError(say(language, "bulk.going"))
            key = book.open(path, stage, language=language, owner=owner)
        except InputError:
            yield None, *[gr.skip()] * 10
            raise
    book.drop(old, owner)
    yield gr.skip(), key, *_opened(book.find(key, owner), stage, language)


def _put_away(
    book: JobBook, stage: Backstage, old: str, language: str, owner: str
) -> tuple[Any, ...]:
    """Forget the job under `old` unless it was begun: with its file go no results."""
    job = book.find(old, owner)
    if job is not None and job.state is not JobState.IDLE:
        return (gr.skip(),) * 10
    book.drop(old, owner)
    return "", *_opened(None, stage, language)


def _opened(job: Job | None, stage: Backstage, language: str) -> tuple[Any, ...]:
    """The scan, timer, board, table, buttons and download of a file that was just opened."""
    return (
        _scan(job, stage, language), gr.Timer(active=False), "", "", *_buttons(job, language),
        gr.update(visible=False),
    )  # fmt: skip


def _shown(job: Job | None, language: str) -> tuple[Any, ...]:
    """Timer, board, table and buttons."""
    going = job is not None and job.state in _GOING
    return (
        gr.Timer(active=going), _board(job, language), _table(job, language),
        *_buttons(job, language),
    )  # fmt: skip


def _buttons(job: Job | None, language: str) -> tuple[Any, ...]:
    state = job.state if job else None
    again = state in (JobState.CANCELLED, JobState.FAILED)
    pause = "bulk.resume" if state is JobState.PAUSED else "bulk.pause"
    return (
        gr.update(
            interactive=state is JobState.IDLE or again,
            value=say(language, "bulk.resume" if again else "bulk.start"),
        ),
        gr.update(interactive=state in _GOING, value=say(language, pause)),
        gr.update(interactive=state in _GOING),
        gr.update(interactive=bool(job and job.progress)),
    )


def _cost(stage: Backstage, claims: int, language: str) -> str:
    """What a language model would charge; nothing is charged without one."""
    if stage.settings.llm is None:
        return say(language, "bulk.free")
    from assistant.llm.cost import dollars
    from assistant.llm.estimate import estimate

    found = estimate(stage.settings, claims)
    money = "?" if found.usd is None else dollars(found.usd).removeprefix("$")
    return say(language, "bulk.cost", money=money, tokens=found.tokens)


def _scan(job: Job | None, stage: Backstage, language: str) -> str:
    if job is None:
        return ""
    found = job.estimate
    columns = "".join(
        f"<tr><td>{markup.text_of(_field(field, language))}</td><td>{markup.text_of(heading)}</td></tr>"
        for field, heading in found.scan.columns
    )
    time = duration(language, found.seconds)
    cost = _cost(stage, found.to_judge, language)
    notes = "".join(
        markup.banner("info", problem_in_words(n, language)) for n in found.scan.notices
    )
    return (
        f'<div class="x-card"><p class="x-claim">{markup.text_of(job.name)} · {say(language, "bulk.rows", rows=f"{found.scan.rows:,}")}</p>'
        f'<p class="x-small-line">{say(language, "bulk.estimate", time=time, cost=cost)}</p>'
        f'<table class="x-table"><caption>{say(language, "bulk.columns")}</caption><tbody>{columns}</tbody></table></div>{notes}'
    )


def _field(name: str, language: str) -> str:
    key = f"bulk.field.{name}"
    return say(language, key) if key in WORDS else name


def _board(job: Job | None, language: str) -> str:
    if job is None or job.state is JobState.IDLE:
        return ""
    state = say(language, f"bulk.state.{job.state.value}")
    if job.error:
        return markup.banner("problem", f"{state}: {problem_in_words(job.error, language)}")
    now = job.progress
    if now is None:
        return markup.busy(state)
    share = round(100 * now.done / max(1, now.rows))
    left = duration(language, now.left) if now.left is not None and now.done < now.rows else "0"
    line = say(language, "bulk.progress", done=now.done, count=now.rows, rate=now.rate, left=left)
    tally = "".join(
        f'<span class="x-chip x-{label.value}"><span class="x-icon" aria-hidden="true"></span>'
        f"{markup.text_of(label_words(label, language))} <b>{count:,}</b></span>"
        for label, count in (*now.labels, (Label.UNJUDGED, now.unjudged + now.broken))
        if count
    )
    return (
        f'<div class="x-card"><p class="x-claim" role="status">{state} · {share}%</p>'
        f'<div class="x-meter" role="progressbar" aria-valuenow="{share}" aria-valuemin="0" aria-valuemax="100" aria-label="{state}"><span style="width:{share}%"></span></div>'
        f'<p class="x-small-line">{markup.text_of(line)}</p><div class="x-tally">{tally}</div></div>'
    )


def _table(job: Job | None, language: str) -> str:
    if job is None or not job.latest:
        return ""
    rows = _rows(reversed([*job.latest]), language)
    html = _grid(say(language, "bulk.results"), rows, language)
    if job.problems:
        html += _grid(say(language, "bulk.problems"), _rows(job.problems, language), language)
    return html


def _rows(found: Any, language: str) -> str:
    return "".join(
        f'<tr role="row"><td role="cell" class="x-id">{markup.text_of(str(r.get("id", "")))}</td>'
        f'<td role="cell" class="x-row-claim">{markup.text_of(str(r.get("claim") or ""))}</td>'
        f'<td role="cell">{markup.chip(Label(r["label"] or Label.UNJUDGED), language)}</td>'
        f'<td role="cell">{_why(r, language)}</td></tr>'
        for r in found
    )


def _why(row: dict[str, Any], language: str) -> str:
    """Why a row has its verdict, as cards tell it: in short, the arithmetic, the rest folded."""
    if row.get("problem"):
        return markup.text_of(problem_in_words(str(row["problem"]), language))
    evidence = row.get("evidence") or []
    reasons = [reason for piece in evidence for reason in piece["reasons"]]
    spoken = row.get("language") or language
    loud = [piece for piece in evidence if piece["stance"] != Stance.SILENT.value]
    sums = [arithmetic(reason, language) for piece in loud for reason in piece["reasons"]]
    shown = "".join(f'<li class="x-sum">{markup.text_of(line)}</li>' for line in sums[:_SUMS])
    return cards.reasoning(
        row.get("rationale") or "", reasons, [piece["quote"] for piece in evidence], spoken,
        language, between=f'<ul class="x-reasons">{shown}</ul>' if shown else "",
    )  # fmt: skip


def _grid(title: str, rows: str, language: str) -> str:
    heads = "".join(
        f'<th scope="col" role="columnheader">{say(language, name)}</th>'
        for name in ("col.id", "col.claim", "col.verdict", "review.reason")
    )
    return (
        f'<div class="x-scroll"><table class="x-table x-stack" role="table"><caption>{title}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table></div>'
    )
