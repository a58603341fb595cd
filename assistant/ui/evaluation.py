"""The evaluation desk: run a measurement, see its figures, lay it beside another run."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import gradio as gr

from assistant.evaluation.compare import compare
from assistant.evaluation.doors import Done
from assistant.evaluation.history import History, Run, history_path
from assistant.ui import markup
from assistant.ui.comparison import compared
from assistant.ui.figures import dataset_words, shown
from assistant.ui.measuring import measured, source_of
from assistant.ui.page import Page, told
from assistant.ui.stopping import Stops
from assistant.ui.words import day, say

_KINDS = ("verdicts", "retrieval")
_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 2}


@dataclass(frozen=True, slots=True)
class _Form:
    """What to measure, and on which data; `limit` is for verdicts, `file` for data of one's own."""

    kind: Any
    dataset: Any
    limit: Any
    file: Any


@dataclass(frozen=True, slots=True)
class _Results:
    """The run shown, the one laid beside it, and the figures."""

    chosen: Any
    other: Any
    figures: Any


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk."""

    form: _Form
    start: Any
    stop: Any
    note: Any
    results: _Results


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    page.put(gr.Markdown, {"value": "evaluation.intro"}, elem_classes="x-intro")
    form = _form(page)
    with gr.Row():
        start = page.put(
            gr.Button, {"value": "evaluation.run"}, variant="primary", elem_id="x-eval-run"
        )
        stop = page.put(
            gr.Button, {"value": "evaluation.stop"}, variant="stop", visible=False,
            elem_id="x-eval-stop",
        )  # fmt: skip
    note = gr.HTML("", elem_id="x-eval-note")
    return _Desk(form, start, stop, note, _results(page))


def _form(page: Page) -> _Form:
    with gr.Row():
        kind = page.put(
            gr.Radio,
            {
                "label": "evaluation.what",
                "choices": lambda lang: [(say(lang, f"evaluation.{k}"), k) for k in _KINDS],
            },
            value="verdicts", elem_id="x-eval-kind", scale=2,
        )  # fmt: skip
        dataset = page.put(
            gr.Radio,
            {
                "label": "evaluation.dataset",
                "choices": lambda lang: [
                    (say(lang, "evaluation.seeds"), "seeds"),
                    (say(lang, "evaluation.reviewed"), "review"),
                    (say(lang, "evaluation.upload"), "file"),
                ],
            },
            value="seeds", elem_id="x-eval-dataset", scale=3,
        )  # fmt: skip
        limit = page.put(
            gr.Number, {"label": "evaluation.limit"}, value=0, precision=0, minimum=0,
            elem_id="x-eval-limit", scale=1, min_width=150,
        )  # fmt: skip
    file = page.put(
        gr.File, {"label": "evaluation.file"}, visible=False, height=140, elem_classes="x-drop",
        file_types=[".jsonl", ".json", ".csv", ".tsv", ".xlsx", ".zip"], elem_id="x-eval-file",
    )  # fmt: skip
    return _Form(kind, dataset, limit, file)


def _results(page: Page) -> _Results:
    with gr.Row():
        chosen = page.put(
            gr.Dropdown, {"label": "evaluation.shown"}, choices=[], elem_id="x-eval-a",
            min_width=300,
        )  # fmt: skip
        other = page.put(
            gr.Dropdown, {"label": "evaluation.compare"}, choices=[], elem_id="x-eval-b",
            min_width=300,
        )  # fmt: skip
    return _Results(chosen, other, gr.HTML("", elem_id="x-eval-figures"))


class _Handlers:
    """What the widgets do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = Stops()

    def run(
        self, kind: str, dataset: str, limit: float | None, file: str | None, language: str,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        as_it_was, gone = (gr.skip(),) * 3, gr.update(visible=False)
        page, stage = self.page, self.page.backstage
        with told(language), self.stops.going(request.session_hash) as going:
            try:
                work = measured(
                    stage, kind, source_of(stage, dataset, file, language),
                    limit=int(limit or 0), owner=request.username or "", run=going,
                    language=language,
                )  # fmt: skip
                for part in going.until_stopped(work):
                    if isinstance(part, str):
                        yield part, gr.update(visible=True), *as_it_was
                    else:
                        yield _told(part, language), gone, *_ended(page, part, language, request)
            except Exception:
                yield "", gone, *as_it_was
                raise
            if going.stopped:
                yield markup.banner("info", say(language, "evaluation.stopped")), gone, *as_it_was

    def end(self, request: gr.Request) -> None:
        self.stops.end(request.session_hash)

    def show(
        self, a: int | None, b: int | None, language: str, request: gr.Request
    ) -> tuple[Any, ...]:
        with told(language):
            return _chosen(_runs(self.page, request), a, b or 0, language)

    def alone(self, a: int | None, language: str, request: gr.Request) -> tuple[Any, ...]:
        return self.show(a, 0, language, request)


def _wired(page: Page, desk: _Desk) -> None:
    do, form, chosen, other = _Handlers(page), desk.form, desk.results.chosen, desk.results.other
    show = do.show  # one object: gradio limits by it what runs at once
    results = [chosen, other, desk.results.figures]
    form.dataset.change(lambda d: gr.update(visible=d == "file"), form.dataset, form.file, **_QUIET)
    form.kind.change(lambda k: gr.update(visible=k == "verdicts"), form.kind, form.limit, **_QUIET)
    inputs = [form.kind, form.dataset, form.limit, form.file, page.language]
    desk.start.click(do.run, inputs, [desk.note, desk.stop, *results], **_QUIET)
    desk.stop.click(do.end, None, None, queue=False, **_QUIET)
    chosen.input(do.alone, [chosen, page.language], results, **_QUIET)
    other.input(show, [chosen, other, page.language], results, **_QUIET)
    page.after_switch(show, [chosen, other, page.language], results)


def _ended(page: Page, done: Done, language: str, request: gr.Request) -> tuple[Any, ...]:
    """The two lists of runs and the figures of a run that is over."""
    if done.run is None:
        return gr.skip(), gr.skip(), shown(json.loads(done.text), language)
    return _chosen(_runs(page, request), done.run, None, language)


def _runs(page: Page, request: gr.Request) -> tuple[Run, ...]:
    """The visitor's own runs and everybody's: those of the command line."""
    history = History(history_path(page.backstage.folder))
    return history.runs(seen_by=request.username or "")


def _told(done: Done, language: str) -> str:
    if done.run is None:
        return markup.banner("problem", say(language, "evaluation.lost"))
    return markup.banner("done", say(language, "evaluation.finished", run=done.run))


def _chosen(runs: tuple[Run, ...], a: int | None, b: int | None, language: str) -> tuple[Any, ...]:
    """The two lists of runs and the figures: of run `a` (None: the last), beside run `b`.

    `b` is 0 for no comparison, and None for the run before on the same data.
    """
    if not runs:
        none = markup.banner("info", say(language, "evaluation.none"))
        return gr.update(choices=[], value=None), _others((), 0, language), none
    first = next((run for run in runs if run.id == a), runs[-1])
    pairs = tuple(run for run in runs if run.id != first.id and _alike(run, first))
    if b is None:
        b = max((run.id for run in pairs if run.id < first.id), default=0)
    second = next((run for run in pairs if run.id == b), None)
    html = shown(first.figures, language)
    if second is not None:
        found = compare(first.figures, second.figures)
        html = compared(found, first.id, second.id, language) + html
    names = [(_name(run, language), run.id) for run in reversed(runs)]
    return (
        gr.update(choices=names, value=first.id),
        _others(pairs, second.id if second else 0, language),
        html,
    )


def _others(pairs: tuple[Run, ...], now: int, language: str) -> Any:
    nothing = (say(language, "evaluation.nothing_to_compare"), 0)
    names = [(_name(run, language), run.id) for run in reversed(pairs)]
    return gr.update(choices=[nothing, *names], value=now)


def _alike(run: Run, first: Run) -> bool:
    """Whether two runs measured the same on the same data."""
    return run.kind == first.kind and run.dataset_digest == first.dataset_digest


def _name(run: Run, language: str) -> str:
    """A run in a list; with logins the visitor's own are told from everybody's."""
    at = datetime.fromisoformat(run.at).astimezone()
    name = say(
        language, "evaluation.run_name", id=run.id, at=f"{day(language, at.date())} {at:%H:%M}",
        kind=say(language, f"evaluation.{run.kind}"), headline=_headline(run, language),
        dataset=dataset_words(run.dataset, language),
    )  # fmt: skip
    return f"{name} · {say(language, 'evaluation.own')}" if run.owner else name


def _headline(run: Run, language: str) -> str:
    """The one figure of a run that a list has room for."""
    figures = run.figures
    if run.kind == "retrieval":
        return f"nDCG@10 {figures['retrievers'][figures['main']]['nDCG@10']:.3f}"
    name = "accuracy" if run.kind == "verdicts" else "unit_f1"
    value = figures[name]
    share = "–" if value is None else f"{value:.1%}"
    return f"{say(language, f'measure.{name}')} {share}"
