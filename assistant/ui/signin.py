"""The page that asks for a login.

Gradio has a form of its own, but in its own colours, under its own name and in the browser's
language. This one stands in the product's, and posts to the same place.
"""

from __future__ import annotations

import json
from importlib import resources

from assistant.ui.palette import DARK, LIGHT, variables
from assistant.ui.words import LANGUAGES, say

_KEYS = ("title", "login", "password", "go", "wrong", "failed")


def sign_in(language: str, *, logo: str) -> str:
    """The page as HTML that needs nothing else; `language` is what a new visitor sees first."""
    from assistant.ui.page import FONTS, fonts, sheet

    words = {
        spoken: {
            **{key: say(spoken, f"signin.{key}") for key in _KEYS},
            "tagline": say(spoken, "app.tagline"),
            "theme": say(spoken, "app.theme"),
        }
        for spoken in LANGUAGES
    }
    css = f"{fonts()}:root{{{variables(LIGHT)}}}.dark{{{variables(DARK)}}}{sheet()}"
    shown = {
        "language": language,
        "css": css,
        "fonts": f"system-ui,-apple-system,{','.join(map(json.dumps, FONTS))}",
        "logo": logo,
        "words": json.dumps(words, ensure_ascii=False),
    }
    page = (resources.files("assistant.ui") / "signin.html").read_text("utf-8")
    for name, value in shown.items():
        page = page.replace(f"{{{name}}}", value, 1)
    return page
