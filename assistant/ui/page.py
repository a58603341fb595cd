"""The frame that every desk is built into: both languages, the look, and the user's session."""

from __future__ import annotations

import json
import logging
from base64 import b64encode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from html import escape
from importlib import resources
from pathlib import Path
from typing import Any

import gradio as gr
from gradio.processing_utils import save_file_to_cache
from gradio.utils import get_upload_folder

from assistant.errors import JingmaiError
from assistant.types import Verdict
from assistant.ui.backstage import Backstage
from assistant.ui.palette import DARK, LIGHT, variables
from assistant.ui.words import LANGUAGES, say
from assistant.ui.words.of_errors import in_words

log = logging.getLogger(__name__)

FONTS = ("Noto Sans Thai UI", "Noto Sans Thai", "Sarabun", "Loma", "Garuda", "Leelawadee UI",
         "Thonburi", "sans-serif")  # fmt: skip
_LATIN = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Liberation Sans")

CLICKS = """
element.addEventListener('click', (event) => {
  const found = event.target.closest('[data-pick]');
  if (found) { event.preventDefault(); trigger('click', { pick: found.dataset.pick }); }
});
"""
"""For `gr.HTML`: a click on anything with data-pick is sent to Python as `event.pick`."""

_REVEAL = "() => window.jingmaiReveal({css}, {unless_keys})"

Wiring = tuple[Callable[..., Any], list[Any], list[Any]]
Words = str | Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class Checked:
    """A verdict reached in this session, for the review desk."""

    report_id: str
    verdict: Verdict


@dataclass(slots=True)
class Page:
    """What desks share while they are built. Holds components, never anyone's data.

    `language` is the switch ("th" or "en"), `checked` the session's verdicts (a tuple of
    `Checked`), `status` the line that says how the library is doing, `bulk_job` the key of this
    browser's bulk job, which outlives the page.
    """

    backstage: Backstage
    start_language: str
    language: Any = None
    checked: Any = None
    status: Any = None
    bulk_job: Any = None
    bilingual: list[tuple[Any, dict[str, Words]]] = field(default_factory=list)
    on_language: list[Wiring] = field(default_factory=list)
    on_change: list[Wiring] = field(default_factory=list)

    def put(self, kind: Any, words: dict[str, Words], **options: Any) -> Any:
        """Make a component whose properties in `words` follow the language switch."""
        part = kind(**spoken(words, self.start_language), **options)
        self.bilingual.append((part, words))
        return part

    def html(self, value: str = "", **options: Any) -> Any:
        """An HTML area whose data-pick elements trigger `click` with `event.pick`."""
        return gr.HTML(value, js_on_load=CLICKS, **options)

    def hand_out(self, path: Path, request: gr.Request) -> str:
        """The file at `path` as a component's value: where there are logins, for this one alone."""
        if not request.username:
            return str(path)
        kept: str = save_file_to_cache(
            path, cache_dir=get_upload_folder()
        )  # where gradio serves it
        self.backstage.owned.give(kept, request.username)
        return kept

    def after_switch(self, fn: Callable[..., Any], inputs: list[Any], outputs: list[Any]) -> None:
        """Also run `fn` when the language changes and when the page is loaded."""
        self.on_language.append((fn, inputs, outputs))

    def when_changed(self, fn: Callable[..., Any], inputs: list[Any], outputs: list[Any]) -> None:
        """Also run `fn` when somebody else, or the command line, has changed the library."""
        self.on_change.append((fn, inputs, outputs))

    def connect(self, loaded: Any) -> None:
        """Wire the switch to all parts, once every desk is built.

        `loaded` is the event in which the page finds out its visitor's language: the parts are
        translated after it, never beside it, or the slower of two answers would win.
        """
        parts = [part for part, _ in self.bilingual]

        def switch(language: str) -> list[Any]:
            return [gr.update(**spoken(words, language)) for _, words in self.bilingual]

        for event in (self.language.input, loaded.then):
            done = event(
                switch, self.language, parts, api_visibility="private", show_progress="hidden"
            )
            for fn, inputs, outputs in self.on_language:
                done.then(fn, inputs, outputs, api_visibility="private", show_progress="hidden")


def spoken(words: dict[str, Words], language: str) -> dict[str, Any]:
    """The properties of `words` in `language`."""
    return {
        name: told(language) if callable(told) else say(language, told)
        for name, told in words.items()
    }


def reveal(css: str, *, unless_keys: bool = False) -> str:
    """JavaScript that scrolls to what an event brings up and moves the focus there.

    With `unless_keys` it leaves readers alone who walk through a table with the keyboard.
    """
    return _REVEAL.format(css=json.dumps(css), unless_keys=json.dumps(unless_keys))


@contextmanager
def told(language: str) -> Iterator[None]:
    """Turn errors into a message on the page: ours in one line with its hint, others logged."""
    try:
        yield
    except JingmaiError as error:
        raise gr.Error(
            escape(in_words(error, language)), title=say(language, "error"), print_exception=False
        ) from error
    except (gr.Error, GeneratorExit):
        raise
    except Exception as error:
        log.exception("a desk failed")
        raise gr.Error(
            say(language, "error.unknown"), title=say(language, "error"), print_exception=False
        ) from error


def theme() -> Any:
    """The look of gradio's own components."""
    light, dark = LIGHT, DARK
    base = gr.themes.Base(
        primary_hue=gr.themes.colors.cyan,
        neutral_hue=gr.themes.colors.slate,
        font=["Jingmai Signs", *_LATIN[:2], *FONTS],
        font_mono=["ui-monospace", "DejaVu Sans Mono", "monospace"],
        radius_size=gr.themes.sizes.radius_lg,
        text_size=gr.themes.sizes.text_md,
    )
    return base.set(
        body_background_fill=light["page"][1],
        body_background_fill_dark=dark["page"][1],
        body_text_color=light["page"][0],
        body_text_color_dark=dark["page"][0],
        body_text_color_subdued=light["soft"][0],
        body_text_color_subdued_dark=dark["soft"][0],
        background_fill_primary=light["card"][1],
        background_fill_primary_dark=dark["card"][1],
        background_fill_secondary=light["page"][1],
        background_fill_secondary_dark=dark["page"][1],
        border_color_primary=light["card"][2],
        border_color_primary_dark=dark["card"][2],
        block_background_fill=light["card"][1],
        block_background_fill_dark=dark["card"][1],
        block_label_text_color=light["soft"][0],
        block_label_text_color_dark=dark["soft"][0],
        block_title_text_color=light["page"][0],
        block_title_text_color_dark=dark["page"][0],
        block_info_text_color=light["soft"][0],
        block_info_text_color_dark=dark["soft"][0],
        block_shadow="none",
        input_background_fill=light["card"][1],
        input_background_fill_dark="#131a22",
        input_border_color="#8a93a5",
        input_border_color_dark="#5a6678",
        input_placeholder_color="#667085",
        input_placeholder_color_dark="#97a3b6",
        button_primary_background_fill=light["brand"][1],
        button_primary_background_fill_dark=dark["brand"][1],
        button_primary_background_fill_hover=light["brand"][2],
        button_primary_background_fill_hover_dark=dark["brand"][2],
        button_primary_text_color=light["brand"][0],
        button_primary_text_color_dark=dark["brand"][0],
        button_secondary_background_fill=light["card"][1],
        button_secondary_background_fill_dark="#222c39",
        button_secondary_text_color=light["page"][0],
        button_secondary_text_color_dark=dark["page"][0],
        button_secondary_border_color="#b9bfca",
        button_secondary_border_color_dark="#475366",
        link_text_color=light["link"][0],
        link_text_color_dark=dark["link"][0],
        color_accent=light["brand"][1],
        color_accent_soft="#e0f0f3",
        color_accent_soft_dark="#173842",
    )


def css() -> str:
    """The style sheet, with the palette and the Thai font inside: nothing is fetched."""
    return f"{fonts()}:root{{{variables(LIGHT)}}}.dark{{{variables(DARK)}}}{sheet()}"


def script() -> str:
    """What the page does by itself: its look, gradio's texts in its language, the place read."""
    from assistant.ui.words.of_gradio import GRADIO_THAI, PATTERNS, TEXTS

    ended = [[say(x, "signin.ended"), say(x, "signin.title")] for x in LANGUAGES]
    words = json.dumps([TEXTS, [*PATTERNS.items()], GRADIO_THAI, ended], ensure_ascii=False)
    code = (resources.files("assistant.ui") / "page.js").read_text("utf-8")
    return code.replace("/*WORDS*/", words)


def sheet() -> str:
    """The style sheet alone."""
    return (resources.files("assistant.ui") / "style.css").read_text("utf-8")


def fonts() -> str:
    """The Thai font that ships with the program, as CSS with the font inside.

    Signs of arithmetic come from a font that has them whole: some draw a not-equal sign as
    "=" and a misplaced stroke.
    """
    signs = (
        "@font-face{font-family:'Jingmai Signs';src:local('DejaVu Sans'),local('Arial'),"
        "local('Helvetica');unicode-range:U+2208,U+2248,U+2260,U+2264-2265}"
    )
    return signs + "".join(
        "@font-face{font-family:'Noto Sans Thai UI';font-display:swap;"
        f"font-weight:{weight};unicode-range:U+0E00-0E7F,U+25CC;"
        f"src:url(data:font/woff2;base64,{_encoded(name)}) format('woff2')}}"
        for weight, name in (("400", "NotoSansThai-Regular"), ("600 800", "NotoSansThai-Bold"))
    )


def _encoded(name: str) -> str:
    data = (resources.files("assistant.ui") / "fonts" / f"{name}.woff2").read_bytes()
    return b64encode(data).decode("ascii")
