"""The same functions for programs: documented endpoints, called with `gradio_client`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from inspect import getdoc, signature
from typing import Any

import gradio as gr

from assistant.answer import report_json
from assistant.errors import JingmaiError
from assistant.ui.answers import LONGEST_TEXT, pasted
from assistant.ui.backstage import Backstage
from assistant.ui.words import WORDS, say
from index.text import language_of
from index.types import Hit, Mode

MOST_HITS = 50


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What a program may call: name with a slash, arguments with their types, and what it does."""

    name: str
    arguments: str
    doc: str


def publish(backstage: Backstage) -> tuple[Endpoint, ...]:
    """Declare the endpoints inside the `Blocks` being built, and return what they are."""

    def check(claim: str, as_of: str = "") -> dict[str, Any]:
        """Rate one claim. `as_of` (YYYY-MM-DD or "") leaves out later evidence."""
        with backstage.checker() as checker:
            return report_json(checker.check(claim, as_of=_day(as_of)))

    def check_article(text: str, as_of: str = "") -> dict[str, Any]:
        """Find the claims of an article given as text and rate each one."""
        with backstage.checker() as checker:
            return report_json(checker.check_article(_article(text), as_of=_day(as_of)))

    def claims(text: str) -> list[dict[str, Any]]:
        """The checkable claims of an article, unjudged, with their places in the text."""
        with backstage.checker() as checker:
            extraction = checker.extract(_article(text))
        if extraction.stopped:
            raise extraction.stopped
        return [
            {
                "claim": c.text, "start": c.start, "end": c.end, "self_contained": c.query,
                "check_worthiness": round(c.check_worthiness, 4), "language": c.language,
            }
            for c in extraction.claims
        ]  # fmt: skip

    def search(query: str, mode: str = "hybrid", k: int = 10) -> list[dict[str, Any]]:
        """Passages for a query. `mode` is "hybrid", "dense", "lexical" or "exact"; k is 1..50."""
        if mode not in set(Mode) or not query.strip():
            raise gr.Error(
                f"mode must be one of {', '.join(Mode)} and the query not empty",
                print_exception=False,
            )
        with backstage.checker() as checker:
            hits = checker.library.retriever.search(
                query, k=max(1, min(MOST_HITS, int(k))), mode=Mode(mode)
            )
        return [_hit(hit) for hit in hits]

    def documents() -> list[dict[str, Any]]:
        """Every document of the library, without its text."""
        with backstage.checker() as checker:
            found = checker.library.documents()
        return [
            {
                "id": d.id, "title": d.title, "publisher": d.publisher, "language": d.language,
                "published": d.published.isoformat() if d.published else None,
                "tier": d.tier.value, "kind": d.kind.value, "url": d.url,
            }
            for d in found
        ]  # fmt: skip

    for fn in (check, check_article, claims, search, documents):
        gr.api(_safe(fn), api_name=fn.__name__)
    return tuple(_endpoint(fn) for fn in (check, check_article, claims, search, documents))


def _endpoint(fn: Callable[..., Any]) -> Endpoint:
    told = signature(fn, eval_str=True).parameters.values()
    arguments = ", ".join(
        f"{p.name}: {p.annotation.__name__}" + ("" if p.default is p.empty else f" = {p.default!r}")
        for p in told
    )
    return Endpoint(f"/{fn.__name__}", arguments, getdoc(fn) or "")


def notes(endpoints: Sequence[Endpoint], language: str) -> str:
    """How programs call the endpoints, as a part of the page that folds away."""
    rows = "".join(
        f"<dt><code>{escape(e.name)}({escape(e.arguments)})</code></dt>"
        f"<dd>{escape(_what(e, language))}</dd>"
        for e in endpoints
    )
    return (
        f'<details class="x-api"><summary>{say(language, "app.api")}</summary>'
        f"<p>{say(language, 'app.api_how')}</p>"
        f'<pre tabindex="0"><code>{escape(EXAMPLE)}</code></pre>'
        f"<dl>{rows}</dl></details>"
    )


def _what(endpoint: Endpoint, language: str) -> str:
    """What an endpoint does, in the reader's language where that is known."""
    key = f"api{endpoint.name.replace('/', '.')}"
    return say(language, key) if key in WORDS else endpoint.doc


EXAMPLE = """\
from gradio_client import Client

client = Client("http://127.0.0.1:7860")
report = client.predict("Amazon planned $100 billion of capex for 2025.", api_name="/check")
print(report["verdicts"][0]["label"])
"""
"""A call that works as written against a page on the usual port."""


def _safe(fn: Any) -> Any:
    from functools import wraps

    @wraps(fn)
    def call(*args: Any, **kwargs: Any) -> Any:
        try:
            return fn(*args, **kwargs)
        except JingmaiError as error:
            raise gr.Error(str(error), print_exception=False) from error

    return call


def _article(text: str) -> Any:
    if len(text) > LONGEST_TEXT:
        raise gr.Error(
            f"the text is longer than {LONGEST_TEXT:,} characters", print_exception=False
        )
    return pasted(text, language_of(text))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise gr.Error("write as_of as YYYY-MM-DD", print_exception=False) from None


def _hit(hit: Hit) -> dict[str, Any]:
    return {
        "rank": hit.rank, "score": round(hit.score, 6), "ranks": dict(hit.ranks),
        "document_id": hit.document.id, "title": hit.document.title, "url": hit.document.url,
        "publisher": hit.document.publisher, "text": hit.passage.text,
        "start": hit.passage.start, "end": hit.passage.end,
    }  # fmt: skip
