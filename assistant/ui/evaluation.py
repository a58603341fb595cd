"""The evaluation desk: run a measurement, see its figures, lay it beside another run."""

from __future__ import annotations

import json
from collections.abc import Iterator
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


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    page.put(gr.Markdown, {"value": "evaluation.intro"}, elem_classes="x-intro")
    kind, dataset, limit, file = _form(page)
    with gr.Row():
        start = page.put(
            gr.Button, {"value": "evaluation.run"}, variant="primary", elem_id="x-eval-run"
        )
        stop = page.put(
            gr.Button, {"value": "evaluation.stop"}, variant="stop", visible=False,
            elem_id="x-eval-stop",
        )  # fmt: skip
    note = gr.HTML("", elem_id="x-eval-note")
    with gr.Row():
        chosen = page.put(
            gr.Dropdown,
            {"label": "evaluation.shown"},
            choices=[],
            elem_id="x-eval-a",
            min_width=300,
        )
        other = page.put(
            gr.Dropdown,
            {"label": "evaluation.compare"},
            choices=[],
            elem_id="x-eval-b",
            min_width=300,
        )
    figures = gr.HTML("", elem_id="x-eval-figures")

    stops = Stops()
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 2}
    as_it_was, gone = (gr.skip(),) * 3, gr.update(visible=False)

    def run(
        kind: str,
        dataset: str,
        limit: float | None,
        file: str | None,
        language: str,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:
        with told(language), stops.going(request.session_hash) as going:
            try:
                work = measured(
                    page.backstage, kind, source_of(page.backstage, dataset, file, language),
                    limit=int(limit or 0), owner=request.username or "", run=going,
                    language=language,
                )  # fmt: skip
                for part in going.until_stopped(work):
                    if isinstance(part, str):
                        yield part, gr.update(visible=True), *as_it_was
                    else:
                        yield _told(part, language), gone, *ended(part, language, request)
            except Exception:
                yield "", gone, *as_it_was
                raise
            if going.stopped:
                yield markup.banner("info", say(language, "evaluation.stopped")), gone, *as_it_was

    def ended(done: Done, language: str, request: gr.Request) -> tuple[Any, ...]:
        if done.run is None:
            return gr.skip(), gr.skip(), shown(json.loads(done.text), language)
        return _chosen(_runs(page, request), done.run, None, language)

    def end(request: gr.Request) -> None:
        stops.end(request.session_hash)

    def show(a: int | None, b: int | None, language: str, request: gr.Request) -> tuple[Any, ...]:
        with told(language):
            return _chosen(_runs(page, request), a, b or 0, language)

    def alone(a: int | None, language: str, request: gr.Request) -> tuple[Any, ...]:
        return show(a, 0, language, request)

    dataset.change(lambda d: gr.update(visible=d == "file"), dataset, file, **quiet)
    kind.change(lambda k: gr.update(visible=k == "verdicts"), kind, limit, **quiet)
    inputs = [kind, dataset, limit, file, page.language]
    start.click(run, inputs, [note, stop, chosen, other, figures], **quiet)
    stop.click(end, None, None, queue=False, **quiet)
    results = [chosen, other, figures]
    chosen.input(alone, [chosen, page.language], results, **quiet)
    other.input(show, [chosen, other, page.language], results, **quiet)
    page.after_switch(show, [chosen, other, page.language], results)


def _form(page: Page) -> tuple[Any, ...]:
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
    return kind, dataset, limit, file


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
