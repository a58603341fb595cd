"""Plots as SVG text that goes into a page; words stay words, so the page's font draws Thai."""

from __future__ import annotations

import io
import logging
import re
import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import Any, ParamSpec

P = ParamSpec("P")

FAMILY = "Noto Sans Thai"
"""The font the report page carries; see `html_report`."""

# Told apart by shape and position too, never by colour alone (Okabe and Ito's palette).
_BLUE, _ORANGE, _GREEN, _GREY = "#0072B2", "#D55E00", "#009E73", "#767676"


def _styled(plot: Callable[P, str]) -> Callable[P, str]:
    """Draw with text kept as text, in the page's font, and the same names inside every time.

    Widths are measured with matplotlib's own font when the page's is not installed; the browser
    draws the words, so that it lacks the letters does not matter.
    """

    @wraps(plot)
    def drawn(*args: P.args, **options: P.kwargs) -> str:
        from matplotlib import rc_context

        style = {
            "svg.fonttype": "none",
            "svg.hashsalt": "jingmai",
            "font.family": [FAMILY, "DejaVu Sans", "sans-serif"],
        }
        with rc_context(style), warnings.catch_warnings():
            warnings.filterwarnings("ignore", message="Glyph .* missing from")
            logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)
            return plot(*args, **options)

    return drawn


def retriever_plot(figures: Mapping[str, Any], *, measure: str = "nDCG@10") -> str:
    """Bars of `measure` a retriever, with 95% intervals."""
    retrievers = figures["retrievers"]
    names = list(retrievers)
    values = [retrievers[n][measure] for n in names]
    bounds = [retrievers[n]["ci95"][measure] for n in names]
    return bars(names, values, _spread(values, bounds), label=measure)


def slice_plot(figures: Mapping[str, Any], *, measure: str = "nDCG@10") -> str:
    """Bars of the main retriever's `measure` a slice, with 95% intervals."""
    cuts = figures["slices"]
    names = [f"{name} ({cut['queries']:,})" for name, cut in cuts.items()]
    found = [cut[figures["main"]] for cut in cuts.values()]
    values = [cut[measure] for cut in found]
    bounds = [cut.get("ci95", {}).get(measure) for cut in found]
    spread = _spread(values, bounds) if all(bounds) else None  # earlier runs kept no intervals
    return bars(names, values, spread, label=f"{measure}, {figures['main']}")


def _spread(values: Sequence[float], bounds: Sequence[Sequence[float]]) -> list[list[float]]:
    """How far each interval reaches below its value, and how far above."""
    return [
        [max(0.0, v - b[0]) for v, b in zip(values, bounds, strict=True)],
        [max(0.0, b[1] - v) for v, b in zip(values, bounds, strict=True)],
    ]


@_styled
def bars(
    names: Sequence[str],
    values: Sequence[float],
    spread: Sequence[Sequence[float]] | None,
    *,
    label: str,
) -> str:
    """Horizontal bars of values in 0..1, the first on top, each with its figure written out."""
    figure, axes = _figure(6.4, 0.6 + 0.34 * max(2, len(names)))
    places = range(len(names))
    axes.barh(places, values, xerr=spread, color=_BLUE, height=0.6, ecolor=_GREY, capsize=3)
    for place, value in zip(places, values, strict=True):
        axes.text(0.01, place, f"{value:.3f}", va="center", ha="left", color="white", fontsize=8)
    axes.set_yticks(list(places), list(names))
    axes.invert_yaxis()
    axes.set_xlim(0, 1)
    axes.set_xlabel(label)
    return _svg(figure)


@_styled
def reliability_plot(figures: Mapping[str, Any]) -> str:
    """Accuracy against confidence, one point a bin, its area by the verdicts in it."""
    found = [b for b in figures["reliability"] if b["count"]]
    figure, axes = _figure(4.2, 3.6)
    axes.plot([0, 1], [0, 1], color=_GREY, linestyle="--", linewidth=1, label="perfect")
    total = sum(b["count"] for b in found) or 1
    axes.plot(
        [b["confidence"] for b in found], [b["accuracy"] for b in found], color=_ORANGE, linewidth=1
    )
    axes.scatter(
        [b["confidence"] for b in found],
        [b["accuracy"] for b in found],
        s=[20 + 400 * b["count"] / total for b in found],
        color=_ORANGE,
        alpha=0.8,
        label="verdicts",
    )
    axes.set(xlim=(0, 1.04), ylim=(0, 1.04), xlabel="confidence", ylabel="share that is right")
    axes.legend(frameon=False, loc="upper left")
    return _svg(figure)


@_styled
def risk_plot(figures: Mapping[str, Any]) -> str:
    """The share of wrong verdicts when only the most confident ones are given."""
    found = figures["risk_coverage"]
    figure, axes = _figure(4.2, 3.6)
    axes.step(
        [p["coverage"] for p in found], [p["risk"] for p in found], color=_GREEN, where="post"
    )
    axes.set(xlim=(0, 1), ylim=(0, 1), xlabel="coverage", ylabel="risk (share wrong)")
    return _svg(figure)


def _figure(width: float, height: float) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.add_subplot()
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def _svg(figure: Any) -> str:
    """`figure` as one svg element: the same bytes every time, text as text."""
    out = io.StringIO()
    figure.savefig(out, format="svg", transparent=True, metadata={"Date": None})
    text = out.getvalue()
    return re.sub(r"<metadata>.*?</metadata>", "", text[text.index("<svg") :], flags=re.DOTALL)
