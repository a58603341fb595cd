"""Pieces of HTML: text, links, chips, notices. Everything from outside is escaped here.

The markup is one line without blank lines, so that it also survives inside Markdown.
"""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape, unescape
from urllib.parse import urlsplit

from assistant.answer import STANCE_WORDS, label_words
from assistant.types import Label, Notice, Stance, Verdict
from assistant.ui.palette import STANCE_INK

_FEW, _SHORT = 2, 60
_BUSY = re.compile(r'<p class="x-busy".*?</p>', re.DOTALL)
_BLOCK_END = re.compile(r"<br>|</(?:p|div|li|h[1-6]|blockquote|summary|section|article)>")
_TAG = re.compile(r"<[^>]*>")


def text_of(text: str) -> str:
    """`text` as HTML text on one line; line breaks become <br>."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br>".join(_inert(escape(" ".join(part.splitlines()))) for part in flat)


def _inert(text: str) -> str:
    # Markdown and LaTeX signs as entities, so that "*" or "$$" in a quote stays what it is.
    for sign in "\\`*_~$[]|":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text


def link(url: str, words: str) -> str:
    """A link that opens a new tab, or just the words when `url` is not http(s)."""
    if not is_web(url):
        return text_of(words)
    address = _inert(escape(url.strip(), quote=True))
    return (
        f'<a class="x-link" href="{address}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{text_of(words)}</a>"
    )


def is_web(url: str) -> bool:
    """Whether `url` is an http(s) address with a host."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def chip(label: Label, language: str) -> str:
    """The verdict's chip: a shape, a colour and the word."""
    return f'<span class="x-chip x-{label.value}">{icon()}{text_of(label_words(label, language))}</span>'


def stance_chip(stance: Stance, language: str) -> str:
    """What the evidence says, as a small chip."""
    words = STANCE_WORDS["th" if language == "th" else "en"][stance]
    return f'<span class="x-chip x-small x-{STANCE_INK[stance.value]}">{icon()}{words}</span>'


def tally(verdicts: Iterable[Verdict], language: str) -> str:
    """How many claims got each label, as chips."""
    found = [v.label for v in verdicts]
    parts = [
        f'<span class="x-chip x-{label.value}">{icon()}{text_of(label_words(label, language))} <b>{count}</b></span>'
        for label in Label
        if (count := found.count(label))
    ]
    return f'<div class="x-tally">{"".join(parts)}</div>'


def banner(kind: str, words: str) -> str:
    """A notice over the page: kind is "info", "problem" or "done"."""
    role = "alert" if kind == "problem" else "status"
    return f'<div class="x-banner x-{kind}" role="{role}">{text_of(words)}</div>'


def busy(words: str) -> str:
    """A line that says what is being done."""
    return f'<p class="x-busy" role="status"><span class="x-dots" aria-hidden="true"></span>{text_of(words)}</p>'


def settled(html: str) -> str:
    """`html` without the lines of `busy`."""
    return _BUSY.sub("", html)


def plain(html: str) -> str:
    """The text of `html`, a line for each block."""
    broken = _BLOCK_END.sub("\n", settled(html))
    lines = (" ".join(line.split()) for line in unescape(_TAG.sub("", broken)).splitlines())
    return "\n".join(line for line in lines if line)


def notices(found: Sequence[Notice], title: str, text: str = "") -> str:
    """What a reader should know about an article, folded when there is much of it.

    `text` is the article: the words that a notice is about are quoted from it.
    """
    if not found:
        return ""
    items = "".join(f"<li>{_about(n, text)}{text_of(n.message)}</li>" for n in found)
    head = f"{text_of(title)} ({len(found)})"
    opened = " open" if len(found) <= _FEW else ""
    return f'<details class="x-banner x-problem"{opened}><summary>{head}</summary><ul>{items}</ul></details>'


def _about(notice: Notice, text: str) -> str:
    words = " ".join(text[notice.start : notice.end].split())
    if not words:
        return ""
    return f"<b>“{text_of(words if len(words) <= _SHORT else words[:_SHORT] + '…')}”</b> "


def folded(title: str, body: str) -> str:
    """`body`, which is HTML, under a title that opens it."""
    return f'<details class="x-fold"><summary>{text_of(title)}</summary>{body}</details>'


def small(words: str) -> str:
    """A line in small letters."""
    return f'<p class="x-small-line">{text_of(words)}</p>'


def icon() -> str:
    """The place where the style sheet draws a label's shape."""
    return '<span class="x-icon" aria-hidden="true"></span>'


def lang_of(language: str) -> str:
    """`language` as the value of a lang attribute."""
    return "th" if language == "th" else "en"
