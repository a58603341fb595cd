"""The Thai word for points of an index, where it counts spots on the ground: 200 checkpoints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.quantities.reading.grammar import Figure
from assistant.quantities.words import thai_roles as thai


def spots(figures: Sequence[Figure], text: str) -> tuple[Figure, ...]:
    """The figures, with whole points counted as places where the text tells of no index."""
    if not any(_is_spot(f, text) for f in figures) or thai.INDEX.search(text):
        return tuple(figures)
    return tuple(
        replace(f, unit="place", noun=thai.SPOT) if _is_spot(f, text) else f for f in figures
    )


def _is_spot(figure: Figure, text: str) -> bool:
    whole = figure.low == figure.low.to_integral_value() if figure.low is not None else False
    return figure.unit == "point" and whole and text[: figure.end].endswith(thai.SPOT)
