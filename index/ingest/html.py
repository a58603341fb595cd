"""HTML pages: the visible article, and what the page says about itself. Runs in the sandbox."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from index.errors import InputError
from index.ingest.decoding import decode
from index.ingest.extract import Extract, Page
from index.ingest.limits import MEGABYTE, PAGE_BYTES

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.IGNORECASE)
_UNSEEN = (
    "script", "style", "noscript", "template", "iframe", "object", "embed", "svg", "canvas",
    "head", "form", "button", "select", "textarea", "input", "audio", "video", "nav",
)  # fmt: skip
_HIDDEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0?\.?0+\s*(?:;|!|$)"
    r"|font-size\s*:\s*0(?:\.0+)?[a-z%]*\s*(?:;|!|$)|(?:^|[;\s])(?:left|top|text-indent)\s*:\s*-\d{3,}"
    r"|(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:;|!|$)|clip\s*:\s*rect\(\s*0"
    r"|clip-path\s*:\s*inset\(\s*(?:50|100)%",
    re.IGNORECASE,
)
_BLOCKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd"),
        *("details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2"),
        *("h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section"),
        *("summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    }
)
_DEEPEST = 250
_SAVE_IT = "save its text as a file and give that"
_SEEN = "scripts are not run: copy what the browser shows into a text file"
_ITEMS = 1000
_ENOUGH = 0.25  # of the visible text; a smaller main text means that it was not found


def read_html(path: Path, *, declared: str = "", address: str = "") -> Extract:
    """The main text of a page. `declared` is the charset of the HTTP header, `address` its URL.

    Only what a reader sees counts: scripts, styles, comments and hidden elements are dropped
    before anything else looks at the page, and nothing is fetched.
    """
    data = path.read_bytes()
    if len(data) > PAGE_BYTES:
        raise InputError(f"the page is larger than {PAGE_BYTES // MEGABYTE} MB", hint=_SAVE_IT)
    match = _CHARSET.search(data[:8192])
    named = declared or (match.group(1).decode("ascii", "replace") if match else "")
    return Extract(pages=(page_of(decode(data, declared=named).text, address=address),))


def page_of(markup: str, *, address: str = "") -> Page:
    """The main text and metadata of a page's markup. Raises `InputError` when there is none."""
    from lxml import etree, html

    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", markup.replace("\x00", "\ufffd"))
    try:
        tree = html.document_fromstring(
            markup, parser=html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise InputError("there is no text on the page", hint=_SEEN) from error
    about = _about(tree)
    _prune(tree)
    seen = _visible(tree)
    text = _main(tree, seen)
    if not text.strip():
        raise InputError("there is no text on the page", hint=_SEEN)
    host = host_of(address)
    return Page(
        text=text,
        title=about["title"],
        published=about["published"],
        # A page may claim any name; when we fetched it, its host is what we know.
        publisher=host or about["publisher"],
        url=address or about["url"],
        language=about["language"],
    )


def _prune(tree: Any) -> None:
    from lxml import html

    gone = [e for e in tree.iter() if not isinstance(e.tag, str) or _unseen(e)]
    for element in gone:
        if element.getparent() is not None:
            element.drop_tree() if isinstance(element, html.HtmlElement) else _cut(element)


def _cut(element: Any) -> None:
    parent, tail = element.getparent(), element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)


def _unseen(element: Any) -> bool:
    if element.tag in _UNSEEN:
        return True
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden", "").lower() == "true"
        or bool(_HIDDEN_STYLE.search(element.get("style", "")))
    )


def _visible(tree: Any) -> str:
    """All text of `tree`, a line a block."""
    parts: list[str] = []
    for event, element in _events(tree):
        block = element.tag in _BLOCKS
        if block:
            parts.append("\n")
        text = element.text if event == "start" else element.tail
        parts.append(re.sub(r"\s+", " ", text or ""))
    lines = (re.sub(r" +", " ", line).strip() for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _events(tree: Any) -> Any:
    from lxml import etree

    return etree.iterwalk(tree, events=("start", "end"))


def _main(tree: Any, seen: str) -> str:
    """The article without menus and footers, or all that is seen when that looks wrong."""
    depth = max((sum(1 for _ in e.iterancestors()) for e in _leaves(tree)), default=0)
    if len(seen) < 400 or depth > _DEEPEST:
        return seen
    import trafilatura

    found = trafilatura.extract(
        tree, include_comments=False, include_tables=True, favor_recall=True, deduplicate=False
    )
    found = (found or "").strip()
    return found if len(found) >= _ENOUGH * len(seen) else seen


def _leaves(tree: Any) -> Any:
    for n, element in enumerate(tree.iter()):
        if n > 200_000:
            return
        if len(element) == 0 and n % 7 == 0:
            yield element


def _about(tree: Any) -> dict[str, str]:
    """What the page says of itself, "" where it is silent."""
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, " ".join((meta.get("content") or "").split()))
    linked = _linked_data(tree)
    heading = next((h for tag in ("title", "h1") for h in tree.iter(tag)), None)
    times = [t.get("datetime", "") for t in tree.iter("time")]
    links = [
        e.get("href", "") for e in tree.iter("link") if e.get("rel", "").lower() == "canonical"
    ]
    return {
        "title": (metas.get("og:title") or (_words(heading) if heading is not None else ""))[:500],
        "publisher": (metas.get("og:site_name") or linked.get("publisher", ""))[:200],
        "published": next(
            filter(
                None,
                (
                    metas.get("article:published_time"),
                    linked.get("datePublished"),
                    metas.get("datepublished"),
                    metas.get("date"),
                    metas.get("dc.date"),
                    *times[:1],
                ),
            ),
            "",
        )[:40],
        "url": next(filter(None, (*links, metas.get("og:url"))), ""),
        "language": (tree.get("lang") or "")[:2].lower(),
    }


def _words(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _linked_data(tree: Any) -> dict[str, str]:
    """Date and publisher out of schema.org JSON-LD."""
    found: dict[str, str] = {}
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json":
            continue
        try:
            value = json.loads(script.text or "")
        except (ValueError, RecursionError):
            continue
        waiting = value[:_ITEMS] if isinstance(value, list) else [value]
        for item in waiting:  # grows while it is walked: graphs hold items
            if not isinstance(item, dict):
                continue
            graph = item.get("@graph")
            if isinstance(graph, list) and len(waiting) < _ITEMS:
                waiting.extend(graph[:_ITEMS])
            if isinstance(item.get("datePublished"), str):
                found.setdefault("datePublished", item["datePublished"])
            publisher = item.get("publisher")
            if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
                found.setdefault("publisher", " ".join(publisher["name"].split()))
    return found


def host_of(address: str) -> str:
    """The host of a web address without its "www.", "" for none."""
    from urllib.parse import urlsplit

    return (urlsplit(address).hostname or "").removeprefix("www.") if address else ""
