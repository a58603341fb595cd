"""The failure browser in a terminal: the first misses, and what was found instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.plain import one_line

NAMED = 5
"""Misses that the terminal names; the report in HTML has them all."""

_LONGEST = 90


def misses_text(figures: Mapping[str, Any]) -> str:
    """How many queries the main retriever missed, and the first of them with their ranks."""
    missed, main = figures["failures"], figures["main"]
    count = (
        f"{len(missed):,} of {figures['queries']:,} queries have nothing relevant in the first "
        f"ten of {main}"
    )
    if len(missed) > NAMED:
        count += f"; the first {NAMED} (all of them: --html OUT)"
    return "\n".join([count, *(line for miss in missed[:NAMED] for line in _miss(miss))])


def _miss(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n{_line(found['query_id'])}: {_line(found['query']) or '(empty)'}"
    yield f"  why: {found['why']}"
    for wanted in found["wanted"]:
        yield f"  wanted: {_named(wanted)}"
    for place, hit in enumerate(found["found"], 1):
        yield f"  found {place}: {_named(hit)}"
    if not found["found"]:
        yield "  found: nothing"


def _named(document: Mapping[str, Any]) -> str:
    """A document and the rank that each retriever gave it."""
    ranks = ", ".join(f"{name} {rank or '–'}" for name, rank in document["ranks"].items())
    title = _line(document["title"])
    name = f"{document['document_id']} ({title})" if title else document["document_id"]
    return f"{_line(name)}: {ranks}" if ranks else _line(name)


def _line(text: str) -> str:
    """`text` on one line, nothing in it that a terminal obeys."""
    plain = one_line(text)
    return plain if len(plain) <= _LONGEST else f"{plain[: _LONGEST - 1]}…"
