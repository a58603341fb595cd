"""Who is logged in, in the header, and the way out."""

from __future__ import annotations

from html import escape

import gradio as gr

from assistant.ui.page import Page
from assistant.ui.words import say

_SIGN_OUT = "logout?all_session=false"
"""Leaves the others who use the same login where they are."""


def build(page: Page) -> None:
    """Lay out the part; it stays empty on a page without logins."""
    user = gr.HTML("", elem_id="x-user", scale=0, min_width=0)

    def told(language: str, request: gr.Request) -> str:
        return signed_in(request.username, language)

    page.after_switch(told, [page.language], [user])


def signed_in(login: str | None, language: str) -> str:
    """Who is logged in, and the way out; "" on a page without logins."""
    if not login:
        return ""
    who, out = say(language, "app.user", login=escape(login)), say(language, "app.sign_out")
    return f'<span class="x-user"><b>{who}</b> <a href="{_SIGN_OUT}">{out}</a></span>'
