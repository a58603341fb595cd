"""Figures as tables for a terminal, from the JSON of a run."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from assistant.evaluation.misses import misses_text
from assistant.plain import one_line

SHOWN = ("nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10", "AP", "Success@5")


def text_of(figures: Mapping[str, Any]) -> str:
    """The tables of a run of any kind."""
    makers = {"retrieval": _retrieval, "verdicts": _verdicts, "claims": _claims}
    return "\n\n".join(makers[figures["kind"]](figures))


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Columns padded to equal width: the first to the left, the others to the right.

    Thai vowels and tone marks above or below a letter take no width.
    """
    cells = [list(headings), *([shown(cell) for cell in row] for row in rows)]
    widths = [max(_width(row[i]) for row in cells) for i in range(len(headings))]
    lines = [
        "  ".join(
            _padded(cell, width, left=i == 0)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in cells
    ]
    return "\n".join([lines[0], "  ".join("-" * w for w in widths), *lines[1:]])


def shown(value: object) -> str:
    """A cell: floats with three places, None as a dash, an interval as [a, b], text on a line."""
    if value is None:
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(shown(v) for v in value)}]"
    return one_line(str(value))


def p_shown(p: float) -> str:
    """A p-value: never 0.000."""
    return "<0.001" if p < 0.001 else f"{p:.3f}"


def _retrieval(figures: Mapping[str, Any]) -> list[str]:
    retrievers = figures["retrievers"]
    head = (
        f"{figures['dataset']}: {figures['queries']:,} queries, {figures['documents']:,} documents"
    )
    main = table(
        ["retriever", *SHOWN, "nDCG@10 95%", "p50 ms", "p95 ms"],
        [
            [name, *(r[m] for m in SHOWN), r["ci95"]["nDCG@10"], *_latency(r)]
            for name, r in retrievers.items()
        ],
    )
    slices = table(
        ["slice (nDCG@10 / R@5)", "queries", *retrievers],
        [
            [
                name,
                cut["queries"],
                *(f"{cut[r]['nDCG@10']:.3f} / {cut[r]['R@5']:.3f}" for r in retrievers),
            ]
            for name, cut in figures["slices"].items()
        ],
    )
    tests = table(
        ["paired test", "difference", "p", "p (Holm)", "significant"],
        [
            [
                f"{t['measure']}: {t['a']} - {t['b']}",
                t["difference"],
                p_shown(t["p"]),
                p_shown(t["p_holm"]),
                t["significant"],
            ]
            for t in figures["significance"]
        ],
    )
    end = (
        "recall of the vector index against exact search (first 10): "
        f"{shown(figures['hnsw_recall@10'])}"
    )
    index = figures["index"]
    if index:
        end += (
            f"\nindex: {index['passages']:,} passages, {index['bytes'] / 1e6:.1f} MB, built in "
            f"{index['build_seconds']:.1f} s; peak memory "
            f"{index['peak_memory_bytes'] / 1e6:,.0f} MB"
        )
    return [head, main, slices, tests, misses_text(figures), end]


def _latency(figures: Mapping[str, Any]) -> list[str]:
    found = figures["latency_ms"]
    return [f"{found[k]:.1f}" if found[k] is not None else "–" for k in ("p50", "p95")]


def _verdicts(figures: Mapping[str, Any]) -> list[str]:
    head = f"{figures['dataset']}: {figures['claims']:,} claims, judged by {figures['method']}"
    ci = figures["ci95"]
    main = table(
        ["figure", "value", "95% interval"],
        [
            ["accuracy", figures["accuracy"], ci["accuracy"]],
            ["macro-F1", figures["macro_f1"], ci["macro_f1"]],
            ["unjudged", figures["unjudged"], ""],
            ["ECE", figures["ece"], ""],
            ["Brier", figures["brier"], ""],
            ["area under risk-coverage", figures["aurc"], ""],
            ["claims a second", figures["claims_per_second"], ""],
            *([name, value, ""] for name, value in used(figures)),
        ],
    )
    labels = table(
        ["label", "precision", "recall", "F1", "support", "said"],
        [
            [name, s["precision"], s["recall"], s["f1"], s["support"], s["predicted"]]
            for name, s in figures["per_label"].items()
        ],
    )
    columns = list(next(iter(figures["confusion"].values()), {}))
    matrix = table(
        ["right \\ said", *columns],
        [[gold, *row.values()] for gold, row in figures["confusion"].items()],
    )
    slices = table(
        ["slice", "claims", "accuracy", "macro-F1"],
        [[n, s["claims"], s["accuracy"], s["macro_f1"]] for n, s in figures["slices"].items()],
    )
    parts = [head, main, labels, matrix, slices]
    if figures.get("mutants"):
        parts.append(mutant_table(figures["mutants"]))
    if figures["problems"]:
        parts.append(table(["problem", "claims"], list(figures["problems"].items())))
    return parts


def used(figures: Mapping[str, Any]) -> list[tuple[str, object]]:
    """Time, tokens and money that a run of verdicts took, by what they are called.

    Money is in USD, None where a model has no price; tokens that no server counted are told as
    estimated.
    """
    cost = figures["cost"]
    about = ", estimated" if cost.get("estimated") else ""
    return [
        ("seconds", figures["seconds"]),
        (f"input tokens{about}", cost["input_tokens"]),
        (f"output tokens{about}", cost["output_tokens"]),
        (f"cost in USD{about}", cost["usd"]),
    ]


def mutant_table(figures: Mapping[str, Any]) -> str:
    """False-support rates of mutants, in all, by kind and by language."""
    cuts = {"all mutants": figures, **figures["by_kind"], **figures["by_language"]}
    return table(
        ["mutants", "made", "unjudged", "called supported", "rate", "95% interval"],
        [
            [
                name,
                c["mutants"],
                c["unjudged"],
                c["false_support"],
                c["false_support_rate"],
                c["ci95"],
            ]
            for name, c in cuts.items()
        ],
    )


def _claims(figures: Mapping[str, Any]) -> list[str]:
    keys = (
        "articles",
        "units",
        "claims",
        "matched",
        "precision",
        "recall",
        "unit_f1",
        "average_precision",
    )
    cuts = {"all": figures, **figures["by_language"]}
    rows = [[name, *(cut[k] for k in keys)] for name, cut in cuts.items()]
    head = (
        f"{figures['dataset']}: claims found against check-worthy units, "
        f"overlap {figures['overlap']} or more"
    )
    return [head, table(["language", *keys], rows)]


def _width(text: str) -> int:
    wide = sum(unicodedata.east_asian_width(c) in "WF" for c in text)
    none = sum(unicodedata.category(c) in ("Mn", "Me", "Cf") for c in text)
    return len(text) + wide - none


def _padded(text: str, width: int, *, left: bool) -> str:
    gap = " " * (width - _width(text))
    return text + gap if left else gap + text
