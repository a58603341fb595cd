"""The chat: one message in, one streamed answer out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import markdown_of, report_json
from assistant.errors import InputError, JingmaiError
from assistant.types import VERDICT_LABELS, Report
from assistant.ui import markup
from assistant.ui.answers import reply
from assistant.ui.conversation import Act, Context, understand
from assistant.ui.page import Checked, Page, log
from assistant.ui.stopping import Run, Stops
from assistant.ui.words import say
from assistant.ui.words.of_errors import in_words, told_in

KEPT = 500
"""Verdicts and exchanges that a session remembers."""
_SHOWN = 20_000
"""Code points of a question that are shown."""
_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 8}


@dataclass(frozen=True, slots=True)
class Exchange:
    """A message, the context it was asked in, and the reports that answered it."""

    message: str
    before: Context
    files: tuple[str, ...] = ()
    reports: tuple[Report, ...] = ()
    html: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One user's conversation."""

    context: Context = field(default_factory=Context)
    exchanges: tuple[Exchange, ...] = ()


@dataclass(frozen=True, slots=True)
class _Tools:
    """The buttons below the box; `saves` are those for Markdown and JSON."""

    stop: Any
    retry: Any
    clear: Any
    saves: list[Any]


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk, and the visitor's own session, which is not seen."""

    session: Any
    chatbot: Any
    box: Any
    tools: _Tools
    as_of: Any


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    session = gr.State(Session())
    chatbot = page.put(
        gr.Chatbot,
        {"label": "chat.title", "placeholder": _welcome, "examples": examples},
        elem_id="x-chat", height="62vh", show_label=False, layout="bubble", latex_delimiters=[],
        buttons=[], feedback_options=None, allow_tags=False, autoscroll=False,
    )  # fmt: skip
    box = page.put(
        gr.MultimodalTextbox,
        {"label": "chat.input", "placeholder": "chat.placeholder"},
        show_label=False, lines=1, max_lines=8, file_count="multiple", elem_id="x-message",
        file_types=[".html", ".htm", ".pdf", ".docx", ".txt", ".md"], max_plain_text_length=200_000,
        submit_btn=True,
    )  # fmt: skip
    tools = _tools(page)
    with page.put(gr.Accordion, {"label": "chat.options"}, open=False):
        as_of = page.put(
            gr.Textbox, {"label": "chat.as_of", "info": "chat.as_of_info"},
            placeholder="2025-02-07", max_lines=1, elem_id="x-as-of",
        )  # fmt: skip
    return _Desk(session, chatbot, box, tools, as_of)


def _tools(page: Page) -> _Tools:
    with gr.Row(elem_id="x-chat-tools"):
        stop = page.put(
            gr.Button, {"value": "chat.stop"}, visible=False, variant="stop", size="sm",
            elem_id="x-stop",
        )  # fmt: skip
        retry = page.put(gr.Button, {"value": "chat.retry"}, size="sm", elem_id="x-retry")
        clear = page.put(gr.Button, {"value": "chat.clear"}, size="sm", elem_id="x-clear")
        saves = [
            page.put(gr.DownloadButton, {"label": f"chat.export_{kind}"}, size="sm",
                     interactive=False, elem_id=f"x-save-{kind}")
            for kind in ("md", "json")
        ]  # fmt: skip
    return _Tools(stop, retry, clear, saves)


class _Handlers:
    """What the widgets do."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.stops = Stops()

    def send(
        self, message: dict[str, Any], session: Session, history: Any, language: str, as_of: str,
        checked: Any, request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        asked = Exchange(message["text"] or "", session.context, tuple(message["files"] or ()))
        with self.stops.going(request.session_hash) as run:
            yield from _answer(self.page, run, asked, session, history, language, as_of, checked)

    def again(
        self, session: Session, history: Any, language: str, as_of: str, checked: Any,
        request: gr.Request,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        if not session.exchanges:
            yield gr.skip(), session, history, checked, gr.skip()
            return
        last = replace(session.exchanges[-1], reports=(), html="")
        session, page = Session(last.before, session.exchanges[:-1]), self.page
        with self.stops.going(request.session_hash) as run:
            yield from _answer(page, run, last, session, history[:-2], language, as_of, checked)

    def example(
        self, session: Session, history: Any, language: str, as_of: str, checked: Any,
        request: gr.Request, picked: gr.SelectData,
    ) -> Iterator[tuple[Any, ...]]:  # fmt: skip
        asked = Exchange(picked.value["text"], session.context)
        with self.stops.going(request.session_hash) as run:
            yield from _answer(self.page, run, asked, session, history, language, as_of, checked)

    def end(self, request: gr.Request) -> None:
        self.stops.end(request.session_hash)

    def files(self, session: Session, language: str, request: gr.Request) -> list[Any]:
        return _files(self.page, session, language, request)


def _wired(page: Page, desk: _Desk) -> None:
    do, session, chatbot, tools = _Handlers(page), desk.session, desk.chatbot, desk.tools
    files, end = do.files, do.end  # one object each: gradio limits by it what runs at once
    rest = [session, chatbot, page.language, desk.as_of, page.checked]
    outputs = [desk.box, session, chatbot, page.checked, tools.stop]
    sent = desk.box.submit(do.send, [desk.box, *rest], outputs, **_QUIET)
    redone = gr.on([tools.retry.click, chatbot.retry], do.again, rest, outputs, **_QUIET)
    shown = chatbot.example_select(do.example, rest, outputs, **_QUIET)
    for event in (sent, redone, shown):
        event.then(files, [session, page.language], tools.saves, **_QUIET)
    tools.stop.click(end, None, None, queue=False, **_QUIET)
    tools.clear.click(end, None, None, queue=False, **_QUIET).then(
        lambda: (Session(), [], *[gr.update(value=None, interactive=False)] * 2),
        None, [session, chatbot, *tools.saves], **_QUIET,
    )  # fmt: skip


def _answer(
    page: Page,
    run: Run,
    asked: Exchange,
    session: Session,
    history: Any,
    language: str,
    as_of: str,
    checked: Any,
) -> Iterator[tuple[Any, ...]]:
    """Stream one answer: the box, the session, the history, the verdicts, the stop button."""
    turn = understand(asked.message, asked.before, files=asked.files, language=language)
    if turn.act is Act.EMPTY:
        gr.Info(say(language, "chat.empty"))
        yield gr.skip(), session, history, checked, gr.skip()
        return
    shown = [*(history or []), {"role": "user", "content": _echo(asked, language)}]
    reports: list[Report] = []
    context, html = asked.before, ""
    box = None  # a value, not an update: gradio drops an update that is followed at once
    try:
        answer = reply(turn, asked.before, page.backstage, as_of=a_day(as_of, language))
        for part in run.until_stopped(answer):
            html, context = part.html, part.context
            if part.report:
                reports.append(part.report)
            # kept as it grows, so that what was found before a stop can be asked about
            so_far = _with(session, context, replace(asked, html=html))
            yield box, so_far, [*shown, _said(html)], gr.skip(), gr.update(visible=True)
            box = gr.skip()
    except JingmaiError as error:
        html = markup.settled(html) + markup.banner("problem", in_words(error, language))
    except Exception:
        log.exception("the chat failed")
        told = markup.banner("problem", say(language, "error.unknown"))
        html = markup.settled(html) + told
    if run.stopped:
        html = markup.settled(html) + markup.banner("info", say(language, "chat.stopped"))
    done = replace(asked, reports=tuple(reports), html=html)
    session = _with(session, context, done)
    found = [Checked(r.id, v) for r in reports for v in r.verdicts]
    yield (
        box, session, [*shown, _said(html)], (*(checked or ()), *found)[-KEPT:],
        gr.update(visible=False),
    )  # fmt: skip


def _with(session: Session, context: Context, exchange: Exchange) -> Session:
    return Session(context, (*session.exchanges, exchange)[-KEPT:])


def a_day(text: str, language: str) -> date | None:
    """The day written in a form field; None when it is empty. Raises `InputError`."""
    if not (text or "").strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise InputError(say(language, "library.bad_date"), hint="2025-02-07") from None


@cache
def examples(language: str) -> list[dict[str, str]]:
    """A labelled seed claim of each kind of verdict, as examples to click."""
    rows = (resources.files("seeds") / "claims.jsonl").read_text("utf-8").splitlines()
    found: dict[str, str] = {}
    for row in map(json.loads, rows):
        if row["lang"] == language and not row["from_seed"] and len(row["claim"]) <= 90:
            found.setdefault(row["label"], row["claim"])
    return [{"text": found[label]} for label in VERDICT_LABELS if label in found]


def _welcome(language: str) -> str:
    return (
        f'<div class="x-welcome"><h2>{say(language, "chat.welcome")}</h2>'
        f"<p>{say(language, 'chat.welcome_more')}</p></div>"
    )


def _echo(asked: Exchange, language: str) -> str:
    """The question as it was put; a long one is cut short by the style sheet until opened."""
    names = "".join(f"<p>📎 {markup.text_of(Path(f).name)}</p>" for f in asked.files)
    text = asked.message.strip()
    cut = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    if not (fold := _fold(cut)):
        return f"<div>{names}{markup.text_of(cut)}</div>"
    more, less = say(language, "chat.show_all"), say(language, "chat.show_less")
    return (
        f'<div>{names}<div class="x-said {fold}">{markup.text_of(cut)}</div>'
        f'<details class="x-more"><summary><span class="x-all">{more}</span>'
        f'<span class="x-less">{less}</span></summary></details></div>'
    )


def _fold(text: str) -> str:
    """How `text` is cut short: everywhere, on narrow screens only, or not at all ("")."""
    lines = text.count("\n") + 1
    for fold, length, most in (("x-longer", 900, 10), ("x-long", 150, 4)):
        if len(text) > length or lines > most:
            return fold
    return ""


def _said(html: str) -> dict[str, str]:
    return {"role": "assistant", "content": f'<div class="x-answer">{html}</div>'}


def _files(page: Page, session: Session, language: str, request: gr.Request) -> list[Any]:
    """The conversation as Markdown and JSON, on the two save buttons."""
    if not session.exchanges:
        return [gr.update(value=None, interactive=False)] * 2
    folder = page.backstage.scratch()
    name = say(language, "chat.file_name")
    words, data = folder / f"{name}.md", folder / f"{name}.json"
    words.write_text(as_markdown(session, language), "utf-8")
    data.write_text(json.dumps(as_json(session), ensure_ascii=False, indent=1), "utf-8")
    return [
        gr.update(value=page.hand_out(path, request), interactive=True) for path in (words, data)
    ]


def as_markdown(session: Session, language: str) -> str:
    """The conversation for people."""
    blocks = []
    for exchange in session.exchanges:
        quoted = "\n".join(f"> {line}" for line in exchange.message.strip().splitlines())
        answers = [markdown_of(told_in(r, language), language=language) for r in exchange.reports]
        if not answers:
            answers = [markup.plain(exchange.html)]
        blocks.append("\n\n".join([f"## {say(language, 'chat.you')}", quoted, *answers]))
    return "\n\n".join(blocks) + "\n"


def as_json(session: Session) -> dict[str, Any]:
    """The conversation for programs: each message with the reports that answered it.

    `answer` is the text of what was shown where there is no report.
    """
    return {
        "exchanges": [
            {
                "message": e.message,
                "answer": "" if e.reports else markup.plain(e.html),
                "reports": [report_json(r) for r in e.reports],
            }
            for e in session.exchanges
        ]
    }
