"""The figures of an evaluation as tables and charts in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.answer import label_words
from assistant.types import Label
from assistant.ui import markup
from assistant.ui.charts import Series, bars, lines, table
from assistant.ui.words import say
from assistant.ui.words.of_errors import problem_in_words

Figures = Mapping[str, Any]
_CUTS = (1, 5, 10, 100)
_MOST_SLICES = 24


def _slices(figures: Mapping[str, Any]) -> list[tuple[str, Any]]:
    """The slices that are drawn: pairs of languages first, then the largest."""
    ordered = sorted(
        figures["slices"].items(), key=lambda item: ("→" not in item[0], -item[1].get("queries", 0))
    )
    return ordered[:_MOST_SLICES]


def shown(figures: Figures, language: str) -> str:
    """Everything about a run, as HTML."""
    makers = {"retrieval": _retrieval, "verdicts": _verdicts}
    notices = (problem_in_words(n, language) for n in figures.get("notices", ()))
    notes = "".join(markup.banner("info", n) for n in notices)
    make = makers.get(str(figures["kind"]))
    return notes + (make(figures, language) if make else "")


def compared(found: Figures, language: str) -> str:
    """A comparison of two runs (see `assistant.evaluation.compare`), as HTML."""
    change = say(language, "evaluation.change")
    metric = say(language, "evaluation.metric")
    heads = [metric, "A", "B", change]
    parts = []
    if "figures" in found:
        rows = [[n, f["a"], f["b"], _signed(f["difference"])] for n, f in found["figures"].items()]
        parts.append(table(say(language, "evaluation.compare"), heads, rows, marked=True))
    if "tests" in found:
        rows = [
            [
                f"{t['retriever']}: {t['measure']}",
                t["a"],
                t["b"],
                _signed(t["difference"]),
                t["p_holm"],
            ]
            for t in found["tests"]
        ]
        caption = say(language, "evaluation.compare")
        parts.append(table(caption, [*heads, "p (Holm)"], rows, marked=True))
    if "mcnemar" in found:
        parts.append(markup.banner("info", f"McNemar p = {found['mcnemar']['p']:.4f}"))
    return "".join(parts)


def _retrieval(figures: Figures, language: str) -> str:
    retrievers = figures["retrievers"]
    names = ("nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10")
    rows = [
        [name, *(found[m] for m in names), found["ci95"]["nDCG@10"], found["latency_ms"]["p95"]]
        for name, found in retrievers.items()
    ]
    interval = f"nDCG@10 {say(language, 'evaluation.interval')}"
    heads = [say(language, "evaluation.metric"), *names, interval, "p95 ms"]
    series = [
        Series(name, tuple((n / (len(_CUTS) - 1), found[f"R@{k}"]) for n, k in enumerate(_CUTS)))
        for name, found in retrievers.items()
    ]
    ticks = [(n / (len(_CUTS) - 1), str(k)) for n, k in enumerate(_CUTS)]
    curve = lines(say(language, "evaluation.recall"), series, across="k", up="Recall", ticks=ticks)
    main = figures["main"]
    slices = [
        (f"{name} ({cut['queries']})", cut[main]["nDCG@10"], None) for name, cut in _slices(figures)
    ]
    charts = curve + (bars(say(language, "evaluation.slices"), slices) if slices else "")
    caption = f"{figures['dataset']} · {figures['queries']:,}"
    return table(caption, heads, rows, marked=True) + f'<div class="x-charts">{charts}</div>'


def _verdicts(figures: Figures, language: str) -> str:
    interval = figures["ci95"]
    rows = [
        [say(language, "evaluation.accuracy"), figures["accuracy"], interval["accuracy"]],
        ["macro-F1", figures["macro_f1"], interval["macro_f1"]],
        ["ECE", figures["ece"], ""],
        ["Brier", figures["brier"], ""],
        [label_words(Label.UNJUDGED, language), figures["unjudged"], ""],
    ]
    heads = [say(language, f"evaluation.{h}") for h in ("metric", "value", "interval")]
    parts = [
        table(f"{figures['dataset']} · {figures['claims']:,}", heads, rows, marked=True),
        f'<div class="x-charts">{_reliability(figures, language)}{_risk(figures, language)}</div>',
        _confusion(figures, language),
    ]
    cuts = [
        [name, cut["claims"], cut["accuracy"], cut["macro_f1"]]
        for name, cut in figures["slices"].items()
    ]
    if cuts:
        heads = [
            "", say(language, "col.claim"), say(language, "evaluation.accuracy"), "macro-F1",
        ]  # fmt: skip
        parts.append(table(say(language, "evaluation.by_slice"), heads, cuts, marked=True))
    return "".join(parts)


def _reliability(figures: Figures, language: str) -> str:
    points = tuple((b["confidence"], b["accuracy"]) for b in figures["reliability"] if b["count"])
    return lines(
        say(language, "evaluation.reliability"),
        [Series(say(language, "evaluation.accuracy"), points)] if points else [],
        across=say(language, "evaluation.confidence"),
        up=say(language, "evaluation.accuracy"),
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
    heads = ["", *(label_words(Label(c), language) for c in columns)]
    rows = [
        [label_words(Label(gold), language), *(row[c] for c in columns)]
        for gold, row in found.items()
    ]
    return table(say(language, "evaluation.confusion"), heads, rows, marked=True)


def _signed(value: float | None) -> str:
    return "–" if value is None else f"{value:+.3f}"
