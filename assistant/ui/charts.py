"""Small charts as SVG that follow the page's colours; series differ by dash and mark as well."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.ui.markup import text_of

WIDTH, HEIGHT = 360, 240
_NAME = 26
_LEFT, _RIGHT, _TOP, _BOTTOM = 44, 12, 10, 36
_INKS = ("link", "refuted", "conflicting", "supported", "unjudged", "not_enough_evidence")
_DASHES = ("", "6 3", "2 3", "8 3 2 3", "1 3", "10 4")


@dataclass(frozen=True, slots=True)
class Series:
    """A named line through points (x, y), each in 0..1."""

    name: str
    points: tuple[tuple[float, float], ...]


def lines(
    title: str,
    series: Sequence[Series],
    *,
    across: str,
    up: str,
    ticks: Sequence[tuple[float, str]] = (),
    diagonal: str = "",
    dots: bool = True,
) -> str:
    """A line chart over the unit square. `ticks` label the x axis; `diagonal` names y = x."""
    marks = ticks or [(t / 4, f"{t * 25}%") for t in range(5)]
    body = [_grid(marks, across, up)]
    if diagonal:
        body.append(
            f'<path d="M{_x(0)} {_y(0)}L{_x(1)} {_y(1)}" stroke="var(--x-soft)" stroke-dasharray="3 4" fill="none"/>'
        )
    for place, line in enumerate(series):
        body.append(_line(line, place, dots))
    told = "; ".join(
        f"{s.name}: " + ", ".join(f"({x:.2f}, {y:.2f})" for x, y in s.points[:12]) for s in series
    )
    names = [s.name for s in series] if len(series) > 1 or diagonal else []
    return _figure(title, "".join(body), told, _legend(names, diagonal))


Row = tuple[str, float, Sequence[float] | None]
"""A name, a value in 0..1 and its 95% interval, None where there is none."""


def bars(title: str, rows: Sequence[Row]) -> str:
    """Horizontal bars with their figures and, where given, 95% intervals."""
    height = 26 * len(rows) + 8
    left, body = 168, []
    span = WIDTH - left - 46
    for place, (name, value, spread) in enumerate(rows):
        top = 6 + 26 * place
        body.append(
            f'<text x="{left - 6}" y="{top + 13}" text-anchor="end">{text_of(_short(name))}<title>{text_of(name)}</title></text>'
            f'<rect x="{left}" y="{top + 2}" width="{max(1, span * value):.1f}" height="14" rx="4" class="x-fill"/>'
            f'<text x="{left + span + 6}" y="{top + 13}">{value:.3f}</text>'
        )
        if spread:
            a, b = (left + span * max(0.0, min(1.0, x)) for x in spread)
            body.append(
                f'<path d="M{a:.1f} {top + 9}H{b:.1f}M{a:.1f} {top + 5}v8M{b:.1f} {top + 5}v8" class="x-whisker"/>'
            )
    told = "; ".join(f"{name}: {value:.3f}" for name, value, _ in rows)
    return _figure(title, "".join(body), told, "", height=height)


def _grid(ticks: Sequence[tuple[float, str]], across: str, up: str) -> str:
    parts = []
    for step in range(5):
        y = _y(step / 4)
        parts.append(
            f'<path d="M{_x(0)} {y}H{_x(1)}" stroke="var(--x-card-edge)"/>'
            f'<text x="{_LEFT - 5}" y="{y + 4}" text-anchor="end">{step / 4:g}</text>'
        )
    for place, name in ticks:
        parts.append(
            f'<text x="{_x(place):.1f}" y="{HEIGHT - 20}" text-anchor="{"end" if place == 1 else "middle"}">{text_of(name)}</text>'
        )
    middle = (_x(0) + _x(1)) / 2
    parts.append(
        f'<text x="{middle}" y="{HEIGHT - 4}" text-anchor="middle">{text_of(across)}</text>'
    )
    parts.append(
        f'<text x="10" y="{(_y(0) + _y(1)) / 2}" text-anchor="middle" transform="rotate(-90 10 {(_y(0) + _y(1)) / 2})">{text_of(up)}</text>'
    )
    return "".join(parts)


def _line(line: Series, place: int, dots: bool) -> str:
    ink = f"var(--x-{_INKS[place % len(_INKS)]})"
    dash = _DASHES[place % len(_DASHES)]
    path = "L".join(f"{_x(x):.1f} {_y(y):.1f}" for x, y in line.points)
    marks = "".join(
        f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="3.4" fill="{ink}"><title>{x:.2f}, {y:.3f}</title></circle>'
        for x, y in (line.points if dots else ())
    )
    return f'<path d="M{path}" stroke="{ink}" stroke-width="2.4" stroke-dasharray="{dash}" fill="none"/>{marks}'


def _legend(names: Sequence[str], diagonal: str) -> str:
    items = [
        f'<span><svg viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5H26" stroke="var(--x-{_INKS[n % len(_INKS)]})" stroke-width="2.4" stroke-dasharray="{_DASHES[n % len(_DASHES)]}"/></svg> {text_of(name)}</span>'
        for n, name in enumerate(names)
    ]
    if diagonal:
        items.append(
            f'<span><svg viewBox="0 0 26 10" aria-hidden="true"><path d="M0 5H26" stroke="var(--x-soft)" stroke-dasharray="3 4"/></svg> {text_of(diagonal)}</span>'
        )
    return f'<div class="x-legend">{"".join(items)}</div>' if items else ""


def _figure(title: str, body: str, told: str, legend: str, *, height: int = HEIGHT) -> str:
    return (
        f'<figure class="x-chart"><figcaption>{text_of(title)}</figcaption>'
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{text_of(title)}. {text_of(told)}">{body}</svg>{legend}</figure>'
    )


def _x(value: float) -> float:
    return _LEFT + max(0.0, min(1.0, value)) * (WIDTH - _LEFT - _RIGHT)


def _y(value: float) -> float:
    return HEIGHT - _BOTTOM - max(0.0, min(1.0, value)) * (HEIGHT - _TOP - _BOTTOM)


def _short(name: str) -> str:
    """`name` cut to fit beside its bar; a count in brackets at its end stays."""
    head, space, count = name.rpartition(" (")
    if not space or not count.endswith(")"):
        head, count = name, ""
    tail = f"{space}{count}" if count else ""
    room = _NAME - len(tail)
    return name if len(name) <= _NAME else f"{head[: room - 1].rstrip()}…{tail}"
