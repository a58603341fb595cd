"""The evaluation desk: run a measurement, see its figures, lay it beside an earlier one."""

from __future__ import annotations

import queue
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.errors import InputError
from assistant.evaluation.compare import compare
from assistant.evaluation.doors import execute, headline
from assistant.evaluation.history import History, Run, history_path
from assistant.evaluation.options import parse
from assistant.ui import markup
from assistant.ui.backstage import Backstage
from assistant.ui.figures import compared, shown
from assistant.ui.page import Page, told
from assistant.ui.words import say

_ZIP_LIMIT = 256 * 1024 * 1024
_KINDS = ("verdicts", "retrieval")
Told = tuple[str, int, int]


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    page.put(gr.Markdown, {"value": "evaluation.intro"}, elem_classes="x-intro")
    with gr.Row():
        kind = page.put(
            gr.Radio,
            {
                "label": "evaluation.metric",
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
    run = page.put(gr.Button, {"value": "evaluation.run"}, variant="primary", elem_id="x-eval-run")
    note = gr.HTML("", elem_id="x-eval-note")
    with gr.Row():
        chosen = page.put(
            gr.Dropdown, {"label": "evaluation.shown"}, choices=[], elem_id="x-eval-a"
        )
        other = page.put(
            gr.Dropdown, {"label": "evaluation.compare"}, choices=[], elem_id="x-eval-b"
        )
    figures = gr.HTML("", elem_id="x-eval-figures")

    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 2}

    def start(
        kind: str, dataset: str, limit: float, file: str | None, language: str
    ) -> Iterator[tuple[Any, ...]]:
        with told(language):
            try:
                for part in _measure(page, kind, dataset, int(limit or 0), file, language):
                    yield part, gr.skip(), gr.skip(), gr.skip()
            except Exception:
                yield "", gr.skip(), gr.skip(), gr.skip()
                raise
            runs = _history(page).runs()
            yield "", *_choices(runs, language, runs[-1].id), _page(runs[-1], None, language)

    def show(a: int | None, b: int | None, language: str) -> str:
        with told(language):
            runs = {run.id: run for run in _history(page).runs()}
            first = runs.get(a) if a else None
            return _page(first, runs.get(b) if b else None, language) if first else ""

    def listed(language: str) -> tuple[Any, ...]:
        runs = _history(page).runs()
        last = runs[-1] if runs else None
        html = markup.banner("info", say(language, "evaluation.none"))
        if last:
            html = _page(last, None, language)
        return *_choices(runs, language, last.id if last else None), html

    dataset.change(lambda d: gr.update(visible=d == "file"), dataset, file, **quiet)
    run.click(
        start, [kind, dataset, limit, file, page.language], [note, chosen, other, figures], **quiet
    )
    gr.on([chosen.input, other.input], show, [chosen, other, page.language], figures, **quiet)
    page.after_switch(listed, [page.language], [chosen, other, figures])


def _history(page: Page) -> History:
    return History(history_path(page.backstage.folder))


def _measure(
    page: Page, kind: str, dataset: str, limit: int, file: str | None, language: str
) -> Iterator[str]:
    words = [kind, "--dataset", _source(page.backstage, dataset, file, language), "--json", "-"]
    if limit and kind == "verdicts":
        words += ["--limit", str(limit)]
    args = parse(words)
    settings = page.backstage.settings

    def work(progress: Callable[[str, int, int], None]) -> None:
        execute(args, settings, progress=progress)

    yield markup.busy(say(language, "evaluation.running", done=0, count="…"))
    for what, done, count in _in_thread(work):
        line = say(language, "evaluation.running", done=done, count=count)
        yield markup.busy(f"{line} ({what})")


def _in_thread(work: Callable[[Callable[[str, int, int], None]], None]) -> Iterator[Told]:
    """What `work` reports while it runs in a thread; raises what it raised."""
    news: queue.Queue[Told | BaseException | None] = queue.Queue()

    def run() -> None:
        try:
            work(lambda what, done, count: news.put((what, done, count)))
            news.put(None)
        except BaseException as error:
            news.put(error)

    threading.Thread(target=run, name="evaluation", daemon=True).start()
    while True:
        last = news.get()
        while not news.empty() and isinstance(last, tuple):
            last = news.get()
        if last is None:
            return
        if isinstance(last, BaseException):
            raise last
        yield last


def _source(stage: Backstage, dataset: str, file: str | None, language: str) -> str:
    if dataset != "file":
        return dataset
    if not file:
        raise InputError(say(language, "bulk.none"))
    path = Path(file)
    return str(_unzipped(stage, path)) if path.suffix.lower() == ".zip" else str(path)


def _unzipped(stage: Backstage, path: Path) -> Path:
    """The folder inside a zipped BEIR data set, unpacked within bounds."""
    folder = stage.scratch()
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _ZIP_LIMIT:
                raise InputError("the archive is too large", hint="at most 256 MB unpacked")
            archive.extractall(folder)  # the library drops absolute paths and ".."
    except zipfile.BadZipFile:
        raise InputError(f"{path.name} is not a zip file", hint="zip the BEIR folder") from None
    inner = [p.parent for p in folder.rglob("corpus.jsonl")]
    return inner[0] if inner else folder


def _choices(runs: tuple[Run, ...], language: str, now: int | None) -> tuple[Any, Any]:
    names = [
        (f"{r.id} · {r.at[:16].replace('T', ' ')} · {r.dataset} · {headline(r.figures)}", r.id)
        for r in reversed(runs)
    ]
    return gr.update(choices=names, value=now), gr.update(choices=[("–", 0), *names], value=0)


def _page(run: Run, other: Run | None, language: str) -> str:
    html = ""
    if other is not None and other.id != run.id:
        html = compared(compare(run.figures, other.figures), language)
    return html + shown(run.figures, language)
