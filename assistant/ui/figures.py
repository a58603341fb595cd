"""The figures of an evaluation as tables and charts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.answer import label_words
from assistant.types import Label
from assistant.ui import markup
from assistant.ui.charts import Row, Series, bars, lines
from assistant.ui.slices import largest_first, slice_words, way_words
from assistant.ui.tables import Estimate, matrix, table
from assistant.ui.words import WORDS, say
from assistant.ui.words.of_errors import problem_in_words

Figures = Mapping[str, Any]
_CUTS = (1, 5, 10, 100)
_DRAWN = 12
"""Slices that are drawn; the table below the charts has them all."""

_MEASURES = ("nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10")
_MAIN = "nDCG@10"
_MEANINGS = {
    "retrieval": ("ndcg", "r", "rr", "p95", "exact", "interval", "pair"),
    "verdicts": ("accuracy", "macro_f1", "ece", "brier", "aurc", "unjudged", "interval", "pair"),
}


@dataclass(frozen=True, slots=True)
class _Cut:
    """A slice: its name in words, how many are in it, its main figure and the others."""

    name: str
    count: int
    main: Estimate
    others: tuple[float | None, ...]


def shown(figures: Figures, language: str) -> str:
    """Everything about a run, as HTML."""
    makers = {"retrieval": _retrieval, "verdicts": _verdicts, "claims": _claims}
    notices = (problem_in_words(n, language) for n in figures.get("notices", ()))
    notes = "".join(markup.banner("info", n) for n in notices)
    kind = str(figures["kind"])
    make = makers.get(kind)
    return notes + (make(figures, language) + _meanings(kind, language) if make else "")


def dataset_words(name: str, language: str) -> str:
    """What a data set is called on the page; a file keeps its name."""
    known = f"evaluation.name.{name}"
    return say(language, known) if known in WORDS else name


def _meanings(kind: str, language: str) -> str:
    names = _MEANINGS.get(kind, ())
    items = "".join(f"<li>{markup.text_of(say(language, f'meaning.{n}'))}</li>" for n in names)
    return markup.folded(say(language, "meaning.title"), f"<ul>{items}</ul>") if items else ""


def _caption(figures: Figures, count: str, language: str) -> str:
    dataset = dataset_words(str(figures["dataset"]), language)
    return say(language, f"evaluation.on_{figures['kind']}", dataset=dataset, count=figures[count])


def _retrieval(figures: Figures, language: str) -> str:
    retrievers = figures["retrievers"]
    rows = [
        [
            way_words(name, language),
            *(_estimate(found, m) for m in _MEASURES),
            _milliseconds(found["latency_ms"]["p95"]),
        ]
        for name, found in retrievers.items()
    ]
    heads = [say(language, "evaluation.way"), *_MEASURES, "p95 ms"]
    main = way_words(figures["main"], language)
    cuts = [
        _Cut(
            slice_words(name, language),
            cut["queries"],
            _estimate(cut[figures["main"]], _MAIN),
            tuple(cut[figures["main"]].get(m) for m in _MEASURES[1:]),
        )
        for name, cut in largest_first(figures["slices"], "queries")
    ]
    title = say(language, "evaluation.slices", measure=_MAIN, how=main)
    return (
        table(_caption(figures, "queries", language), heads, rows, marked=True)
        + _charts(_recall(retrievers, language), _bars(title, cuts))
        + _all_slices(cuts, _MEASURES, language)
    )


def _recall(retrievers: Figures, language: str) -> str:
    last = len(_CUTS) - 1
    series = [
        Series(
            way_words(name, language),
            tuple((n / last, found[f"R@{k}"]) for n, k in enumerate(_CUTS)),
        )
        for name, found in retrievers.items()
    ]
    return lines(
        say(language, "evaluation.recall"),
        series,
        across=say(language, "evaluation.first_k"),
        up=say(language, "evaluation.found"),
        ticks=[(n / last, str(k)) for n, k in enumerate(_CUTS)],
    )


def _verdicts(figures: Figures, language: str) -> str:
    interval = figures["ci95"]
    names = ("accuracy", "macro_f1", "ece", "brier", "aurc", "unjudged")
    rows = [
        [say(language, f"measure.{name}"), figures.get(name), interval.get(name, "")]
        for name in names
    ]
    heads = [say(language, f"evaluation.{h}") for h in ("metric", "value", "interval")]
    cuts = [
        _Cut(
            slice_words(name, language),
            cut["claims"],
            _estimate(cut, "accuracy"),
            (cut["macro_f1"],),
        )
        for name, cut in largest_first(figures["slices"], "claims")
    ]
    title = say(language, "evaluation.accuracy_slices")
    columns = (say(language, "evaluation.accuracy"), "Macro-F1")
    return (
        table(_caption(figures, "claims", language), heads, rows, marked=True)
        + _charts(
            _reliability(figures, language),
            _risk(figures, language),
            _bars(title, cuts),
        )
        + _confusion(figures, language)
        + _all_slices(cuts, columns, language)
    )


def _estimate(found: Figures, measure: str) -> Estimate:
    """`measure` with its interval; runs of earlier versions kept none of some."""
    spread = found.get("ci95", {}).get(measure)
    return Estimate(found[measure], spread if spread and None not in spread else None)


def _claims(figures: Figures, language: str) -> str:
    names = ("precision", "recall", "unit_f1", "average_precision")
    rows = [[say(language, f"measure.{name}"), figures.get(name)] for name in names]
    heads = [say(language, f"evaluation.{h}") for h in ("metric", "value")]
    return table(_caption(figures, "articles", language), heads, rows, marked=True)


def _bars(title: str, cuts: Sequence[_Cut]) -> str:
    rows: list[Row] = [
        (f"{cut.name} ({cut.count:,})", cut.main.value, cut.main.interval)
        for cut in cuts[:_DRAWN]
        if cut.main.value is not None
    ]
    return bars(title, rows) if rows else ""


def _all_slices(cuts: Sequence[_Cut], columns: Sequence[str], language: str) -> str:
    if not cuts:
        return ""
    title = say(language, "evaluation.all_slices", count=len(cuts))
    heads = [say(language, "evaluation.slice"), say(language, "evaluation.number"), *columns]
    rows = [[cut.name, cut.count, cut.main, *cut.others] for cut in cuts]
    return markup.folded(title, table(title, heads, rows, marked=True))


def _charts(*charts: str) -> str:
    return f'<div class="x-charts">{"".join(charts)}</div>'


def _reliability(figures: Figures, language: str) -> str:
    points = tuple((b["confidence"], b["accuracy"]) for b in figures["reliability"] if b["count"])
    return lines(
        say(language, "evaluation.reliability"),
        [Series(say(language, "evaluation.right"), points)] if points else [],
        across=say(language, "evaluation.confidence"),
        up=say(language, "evaluation.right"),
        diagonal=say(language, "evaluation.perfect"),
    )


def _risk(figures: Figures, language: str) -> str:
    points = tuple((p["coverage"], p["risk"]) for p in figures["risk_coverage"])
    return lines(
        say(language, "evaluation.coverage"),
        [Series("", points)] if points else [],
        across=say(language, "evaluation.answered"),
        up=say(language, "evaluation.risk"),
        dots=False,
    )


def _confusion(figures: Figures, language: str) -> str:
    found = figures["confusion"]
    columns = list(next(iter(found.values()), {}))
    rows = [
        (
            label_words(Label(gold), language),
            [row[c] for c in columns],
            columns.index(gold) if gold in columns else -1,
        )
        for gold, row in found.items()
    ]
    names = [label_words(Label(c), language) for c in columns]
    corner = say(language, "evaluation.truth")
    return matrix(say(language, "evaluation.confusion"), corner, names, rows)


def _milliseconds(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
