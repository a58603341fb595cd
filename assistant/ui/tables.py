"""Tables of figures as HTML that follow the page's colours."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ui.markup import text_of


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its 95% interval, None where there is none."""

    value: float | None
    interval: Sequence[float] | None = None


def table(
    caption: str,
    heads: Sequence[str],
    rows: Sequence[Sequence[object]],
    *,
    marked: bool = False,
    wordy: Sequence[int] = (),
) -> str:
    """An HTML table; numbers align right, the columns `wordy` left. With `marked` the first cell
    heads its row.
    """
    words = {0, *wordy}
    head = "".join(
        f'<th scope="col"{_side(n, words)}>{text_of(h)}</th>' for n, h in enumerate(heads)
    )
    body = "".join(
        f"<tr>{''.join(_cell(c, n, marked, words) for n, c in enumerate(row))}</tr>" for row in rows
    )
    return _framed(caption, f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>")


def matrix(
    caption: str,
    corner: str,
    columns: Sequence[str],
    rows: Sequence[tuple[str, Sequence[int], int]],
) -> str:
    """Counts by right label (rows) and answer (columns), shaded by their share of the row.

    A row has its name, its counts and the place of the count that is right.
    """
    head = "".join(f'<th scope="col" class="x-n">{text_of(c)}</th>' for c in columns)
    body = []
    for name, counts, right in rows:
        total = sum(counts) or 1
        cells = "".join(
            f'<td class="x-n{" x-right" if n == right else ""}" style="--share:{round(100 * c / total)}%">'
            f"<b>{c:,}</b> <small>{c / total:.0%}</small></td>"
            for n, c in enumerate(counts)
        )
        body.append(f'<tr><th scope="row">{text_of(name)}</th>{cells}</tr>')
    inside = f'<thead><tr><th scope="col">{text_of(corner)}</th>{head}</tr></thead><tbody>{"".join(body)}</tbody>'
    return _framed(caption, inside, kind="x-table x-matrix")


def number(value: object) -> str:
    """A figure with three decimals, counts whole, None as a dash, an interval as "a–b"."""
    if value is None:
        return "–"
    if isinstance(value, list | tuple):
        return "–".join(number(v) for v in value)
    if isinstance(value, float):
        return f"{value:.3f}"
    return f"{value:,}" if isinstance(value, int) else str(value)


def _framed(caption: str, inside: str, *, kind: str = "x-table") -> str:
    return (
        f'<div class="x-scroll" tabindex="0" role="region" aria-label="{text_of(caption)}"><table class="{kind}">'
        f"<caption><span>{text_of(caption)}</span></caption>{inside}</table></div>"
    )


def _cell(value: object, place: int, marked: bool, words: set[int]) -> str:
    if marked and not place:
        return f'<th scope="row">{text_of(number(value))}</th>'
    return f"<td{_side(place, words)}>{_told(value)}</td>"


def _side(place: int, words: set[int]) -> str:
    return "" if place in words else ' class="x-n"'


def _told(value: object) -> str:
    if not isinstance(value, Estimate):
        return text_of(number(value))
    spread = f"<small>{text_of(number(value.interval))}</small>" if value.interval else ""
    return f"{text_of(number(value.value))}{spread}"
