"""Documents and passages as HTML."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.ui.markup import is_web, lang_of, link, text_of
from assistant.ui.words import day, say
from index.types import Document, Hit, Mode, Passage


def passage_card(hit: Hit, places: Mapping[Mode, int | None], language: str) -> str:
    """A passage found by searching, with its rank in each way of searching.

    A rank of None: it is not among those looked at.
    """
    ranks = "".join(
        f'<span class="x-rank"><i>{say(language, f"mode.{mode.value}")}</i> {rank or "–"}</span>'
        for mode, rank in places.items()
    )
    return (
        f'<article class="x-ev"><div class="x-ev-head"><span class="x-num">{hit.rank}</span>'
        f"{tier_chip(hit.document, language)}{ranks}</div>"
        f"{_sum(hit, language)}"
        f'<blockquote class="x-quote" lang="{lang_of(hit.passage.language)}">{text_of(hit.passage.text)}</blockquote>'
        f"{source_line(hit.document, language)}</article>"
    )


def _sum(hit: Hit, language: str) -> str:
    """What a mixed score is the sum of; "" where nothing was mixed."""
    if not hit.parts:
        return ""
    parts = " + ".join(
        f"{say(language, f'points.{name}')} {value:.3f} × {weight:g}"
        for name, weight, value in hit.parts
    )
    return f'<p class="x-small-line">{text_of(f"{parts} = {hit.score:.3f}")}</p>'


def in_document(document: Document, marked: tuple[int, int], language: str) -> str:
    """The document's text with the span `marked` highlighted; nothing is where it is empty."""
    start, end = marked
    found = f"<mark>{text_of(document.text[start:end])}</mark>" if start < end else ""
    text = f"{text_of(document.text[:start])}{found}{text_of(document.text[end:])}"
    return (
        f'<article class="x-doc"><h3>{text_of(document.title or document.id)}</h3>'
        f"{source_line(document, language, title=False)}"
        f'<div class="x-text" lang="{lang_of(document.language)}" tabindex="0" role="region" '
        f'aria-label="{say(language, "article.document")}">{text}</div></article>'
    )


def passages(found: Sequence[Passage], title: str) -> str:
    """The passages of one document, numbered, with their offsets."""
    items = "".join(
        f'<li lang="{lang_of(p.language)}"><span class="x-rank">{p.start}–{p.end}</span> {text_of(p.text)}</li>'
        for p in found
    )
    return (
        f'<div class="x-doc"><h3>{text_of(title)}</h3><ol class="x-passages" tabindex="0" '
        f'aria-label="{text_of(title)}">{items}</ol></div>'
    )


def source_line(document: Document, language: str, *, title: bool = True) -> str:
    """Title (left out with `title` False), publisher and day of a document."""
    name = document.title or document.id
    parts = [link(document.url, name)] if title else []
    parts += [text_of(document.publisher)] if document.publisher else []
    parts.append(day(language, document.published))
    if not title and is_web(document.url):
        parts.append(link(document.url, say(language, "card.source")))
    return f'<p class="x-source">{" · ".join(parts)}</p>'


def tier_chip(document: Document, language: str) -> str:
    """How far the document's kind of source is trusted."""
    return f'<span class="x-tier x-tier-{document.tier.value}">{say(language, f"tier.{document.tier.value}")}</span>'
