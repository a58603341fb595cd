"""The page: header, banner and desks, and how it is served."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from assistant.settings import Settings
from assistant.ui.backstage import Backstage, Health, Status
from assistant.ui.serving import Login, Serving, listening
from assistant.ui.signin import sign_in
from assistant.ui.words import LANGUAGES, say
from assistant.ui.words.of_errors import problem_in_words

if TYPE_CHECKING:
    from assistant.checker import Checker

UPLOAD_LIMIT = "32mb"
WAITING_LIMIT = 64
"""Requests that may wait; one more is told to come back."""
_NEWS_SECONDS = 20.0

_THEME = """
() => {
  const dark = document.body.classList.toggle('dark');
  localStorage.setItem('jingmai-theme', dark ? 'dark' : 'light');
}
"""
_SPEAK = """
(language) => {
  document.documentElement.lang = language;
  localStorage.setItem('jingmai-language', language);
  return language;
}
"""
_REMEMBERED = """
(language) => {
  const asked = new URLSearchParams(location.search).get('lang');
  const saved = localStorage.getItem('jingmai-language');
  const found = ['th', 'en'].find((x) => x === asked) || ['th', 'en'].find((x) => x === saved);
  document.documentElement.lang = found || language;
  return found || language;
}
"""
_SIGN_IN = "จริงไหม · Jingmai"
_LOGO = (
    '<svg viewBox="0 0 32 32" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" '
    'stroke-linejoin="round" aria-hidden="true"><circle cx="14" cy="14" r="9.5"/>'
    '<path d="m21.5 21.5 7 7"/><path d="m10 14 3 3 5-6"/></svg>'
)


def build_page(backstage: Backstage, *, language: str = "th") -> Any:
    """The whole page as gradio `Blocks`; `language` is what a new visitor sees first."""
    _quieten_gradio()
    import gradio as gr

    from assistant.ui import api
    from assistant.ui.page import Page

    page = Page(backstage, language)
    with gr.Blocks(
        title="Jingmai · จริงไหม", analytics_enabled=False, delete_cache=(3600, 86400)
    ) as blocks:
        # first, so that the desks' own functions take none of its names
        endpoints = api.publish(backstage)
        _header(page)
        banner = gr.HTML("", elem_id="x-banner")
        page.checked = gr.State(())
        page.bulk_job = gr.BrowserState("", storage_key="jingmai-bulk-job")  # in no tab: at once
        with gr.Tabs(elem_id="x-tabs"):
            for name, desk in _desks():
                with page.put(gr.Tab, {"label": f"tab.{name}"}, id=name, elem_id=f"x-tab-{name}"):
                    desk(page)
        page.put(gr.HTML, {"value": partial(api.notes, endpoints)}, elem_id="x-foot")
        _watch(page, banner)
        loaded = blocks.load(
            None, page.language, page.language, js=_REMEMBERED, api_visibility="private"
        )
        page.connect(loaded)
    return blocks


def chat(
    settings: Settings,
    *,
    host: str,
    port: int,
    auth: tuple[Login, ...] = (),
    mcp: bool = False,
    tell: Callable[[str], None],
) -> None:
    """Serve until stopped; `tell` is called with the address once the page is ready. With `mcp`
    the endpoints are tools of a Model Context Protocol server too, under /gradio_api/mcp/.

    The store is opened meanwhile; what is wrong with it is told on the page, and on standard
    error by the log. Port 0 is any that is free. Raises `SettingsError` when it cannot be listened
    there.
    """
    serving = listening(Serving(host, port, auth, mcp=mcp))
    from assistant.build import build_checker

    opener = partial(build_checker, settings)
    if settings.llm:
        from assistant.llm.totals import totals_across_processes

        # the page and its bulk runs, which have a process of their own, spend one budget
        opener = partial(build_checker, settings, shared=totals_across_processes())
    stage = Backstage(
        opener, settings, remembers=serving.alone, opener=opener,
        warm=_warm if settings.llm is None else None,
    )  # fmt: skip
    stage.start()
    blocks, address = serve(stage, serving, language=settings.ui_language)
    tell(address)
    try:
        blocks.block_thread()
    finally:
        stage.close()


def _warm(checker: Checker) -> None:
    """Judge a claim of each language: models and word lists are loaded by their first use."""
    from assistant.claims.extract import claim_of

    for language in LANGUAGES:
        for _ in checker.judge_claims([claim_of(say(language, "chat.placeholder"))]):
            pass


def serve(backstage: Backstage, serving: Serving, *, language: str = "th") -> tuple[Any, str]:
    """Start serving; the `Blocks` and the address. `backstage` must have been started."""
    blocks = build_page(backstage, language=language)
    from assistant.ui.page import css, script, theme

    doors: dict[str, Any] = {}
    if serving.auth:
        from starlette.middleware import Middleware

        from assistant.ui.gate import Gate

        page = sign_in(language, logo=_LOGO)
        doors["middleware"] = [Middleware(Gate, owned=backstage.owned, sign_in=page)]

    blocks.queue(max_size=WAITING_LIMIT, default_concurrency_limit=4)
    _, address, _ = blocks.launch(
        server_name=serving.host, server_port=serving.port, auth=list(serving.auth) or None,
        auth_message=_SIGN_IN, app_kwargs=doors,
        theme=theme(), css=css(), js=script(), prevent_thread_lock=True, quiet=True, ssr_mode=False,
        share=False, inbrowser=False, max_file_size=UPLOAD_LIMIT, footer_links=[],
        show_error=False, enable_monitoring=False, run_history=False, pwa=False,
        mcp_server=serving.mcp,
        favicon_path=str(Path(__file__).parent / "favicon.svg"),
    )  # fmt: skip
    return blocks, str(address)


def _quieten_gradio() -> None:
    """No calls home, and no variables that its import stumbles over: host and port are given here,
    and a variable set to nothing means that it is not set."""
    os.environ.setdefault("GRADIO_ANALYTICS_ENABLED", "False")
    os.environ.pop("GRADIO_SERVER_PORT", None)
    for name in [k for k, v in os.environ.items() if k.startswith("GRADIO_") and not v.strip()]:
        del os.environ[name]


def _desks() -> list[tuple[str, Callable[[Any], None]]]:
    from assistant.ui import article, bulk, chat, evaluation, library, review

    desks = (chat, article, bulk, library, evaluation, review)
    return [(desk.__name__.rpartition(".")[2], desk.build) for desk in desks]


def _header(page: Any) -> None:
    import gradio as gr

    from assistant.ui import user

    with gr.Row(elem_id="x-top"):
        page.put(gr.HTML, {"value": _brand}, scale=1, elem_id="x-brand")
        page.status = gr.HTML("", elem_id="x-status", scale=0, min_width=150)
        page.language = gr.Radio(
            [("ไทย", "th"), ("English", "en")], value=page.start_language, scale=0,
            label=say(page.start_language, "app.language"), show_label=False, elem_id="x-language",
            container=False, min_width=150,
        )  # fmt: skip
        button = page.put(
            gr.Button, {"value": "app.theme"}, scale=0, size="sm", elem_id="x-theme", min_width=100
        )
        button.click(None, js=_THEME, api_visibility="private")
        user.build(page)
    page.language.change(
        None, page.language, None, js=_SPEAK, api_visibility="private", show_progress="hidden"
    )


def _brand(language: str) -> str:
    return (
        f'<div class="x-head"><span class="x-logo">{_LOGO}</span><div>'
        f"<h1>จริงไหม<small>Jingmai</small></h1><p>{say(language, 'app.tagline')}</p></div></div>"
    )


def _watch(page: Any, banner: Any) -> None:
    """Look at the library every few seconds: another process may have changed it."""
    import gradio as gr

    seen, since = gr.State(None), gr.State(0.0)

    def look(language: str, before: Status | None, told: float) -> tuple[Any, ...]:
        now = page.backstage.status()
        if before == now and told and monotonic() - told > _NEWS_SECONDS:
            return gr.skip(), status_banner(now, now, language), gr.skip(), 0.0
        if before == now:
            return (gr.skip(),) * 4
        line = status_line(now, language)
        return line, status_banner(now, before, language), now, monotonic()

    outputs = [page.status, banner, seen, since]
    quiet = {"api_visibility": "private", "show_progress": "hidden"}
    gr.Timer(3).tick(look, [page.language, seen, since], outputs, **quiet)
    page.after_switch(lambda language: look(language, None, 0.0), [page.language], outputs)
    for fn, inputs, shown in page.on_change:
        seen.change(fn, inputs, shown, **quiet)


def status_line(status: Status, language: str) -> str:
    """How much there is to check against, for the header."""
    told = say(language, "status.ready", documents=status.documents, passages=status.passages)
    return f'<span class="x-status">{told}</span>' if status.documents else ""


def status_banner(status: Status, before: Status | None, language: str) -> str:
    """What the reader should know about the library; "" when all is well."""
    from assistant.ui import markup

    if status.health is Health.PROBLEM:
        problem = problem_in_words(status.problem, language)
        return markup.banner("problem", say(language, "banner.problem", problem=problem))
    if status.health is Health.MISMATCH:
        told = say(language, "banner.mismatch", command=status.command)
        return markup.banner("problem", told)
    if status.health in (Health.EMPTY, Health.BUSY):
        return markup.banner("problem", say(language, f"banner.{status.health.value}"))
    if status.health is Health.STARTING:
        return markup.banner("info", say(language, "banner.starting"))
    if before and before.documents and before.fingerprint != status.fingerprint:
        return markup.banner("info", say(language, "banner.changed", documents=status.documents))
    return ""
