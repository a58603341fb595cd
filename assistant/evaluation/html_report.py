"""A report in one HTML file: tables, plots, failures, provenance, nothing loaded from outside."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from importlib import resources
from typing import Any

from assistant.evaluation import plots
from assistant.evaluation.tables import SHOWN, p_shown, shown, used

_FONT = "ui/fonts/NotoSansThai-Regular.woff2"
_SHOWN_FAILURES = 200

_STYLE = """
body { font: 16px/1.5 "Noto Sans Thai", system-ui, sans-serif; margin: 2rem auto; max-width: 60rem;
  padding: 0 1rem; color: #1a1a1a; background: #fff; }
table { border-collapse: collapse; margin: 1rem 0; font-variant-numeric: tabular-nums;
  display: block; overflow-x: auto; }
th, td { padding: .25rem .6rem; border-bottom: 1px solid #ddd; text-align: right; }
th:first-child, td:first-child { text-align: left; }
details { border: 1px solid #ddd; border-radius: 6px; padding: .4rem .8rem; margin: .4rem 0; }
summary { cursor: pointer; } .plots { display: flex; flex-wrap: wrap; gap: 1rem; }
svg { max-width: 100%; height: auto; } .note { color: #595959; }
"""


def html_of(figures: Mapping[str, Any]) -> str:
    """The page for the figures of a run of any kind; every word from data is escaped."""
    makers = {"retrieval": _retrieval, "verdicts": _verdicts, "claims": _claims}
    title = f"{figures['kind']}: {figures['dataset']}"
    notes = "".join(f'<p class="note">{_e(n)}</p>' for n in figures.get("notices", ()))
    body = "\n".join(makers[figures["kind"]](figures))
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_e(title)}</title><style>{_font_face()}{_STYLE}</style></head><body>"
        f"<h1>{_e(title)}</h1>{notes}{body}{_provenance(figures)}</body></html>\n"
    )


def html_table(headings: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A table; cells as in the terminal's tables."""
    head = "".join(f'<th scope="col">{_e(h)}</th>' for h in headings)
    lines = "".join(
        f"<tr>{''.join(f'<td>{_e(shown(cell))}</td>' for cell in row)}</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{lines}</tbody></table>"


def _retrieval(figures: Mapping[str, Any]) -> list[str]:
    retrievers = figures["retrievers"]
    rows = [
        [n, *(r[m] for m in SHOWN), r["ci95"]["nDCG@10"], *r["latency_ms"].values()]
        for n, r in retrievers.items()
    ]
    cuts = [
        [name, cut["queries"], *(cut[r]["nDCG@10"] for r in retrievers)]
        for name, cut in figures["slices"].items()
    ]
    tests = [
        [
            f"{t['measure']}: {t['a']} − {t['b']}",
            t["difference"],
            p_shown(t["p"]),
            p_shown(t["p_holm"]),
        ]
        for t in figures["significance"]
    ]
    facts = {**figures["index"], "recall of the vector index": figures["hnsw_recall@10"]}
    return [
        f"<p>{figures['queries']:,} queries over {figures['documents']:,} documents.</p>",
        html_table(["retriever", *SHOWN, "nDCG@10 95%", "p50 ms", "p95 ms"], rows),
        _plots(plots.retriever_plot(figures), plots.slice_plot(figures)),
        "<h2>Slices (nDCG@10)</h2>",
        html_table(["slice", "queries", *retrievers], cuts),
        "<h2>Paired randomisation tests, Holm-corrected</h2>",
        html_table(["pair", "difference", "p", "p (Holm)"], tests),
        "<h2>Index</h2>",
        html_table(["", ""], facts.items()),
        f"<h2>Failures of {_e(figures['main'])}: {len(figures['failures']):,}</h2>",
        *(_failure(f) for f in figures["failures"][:_SHOWN_FAILURES]),
    ]


def _failure(found: Mapping[str, Any]) -> str:
    names = list(found["wanted"][0]["ranks"]) if found["wanted"] else []
    wanted = html_table(
        ["wanted", *names],
        [[w["title"] or w["document_id"], *w["ranks"].values()] for w in found["wanted"]],
    )
    instead = html_table(
        ["found instead", "passage", "ranks"],
        [
            [
                h["title"] or h["document_id"],
                h["passage"],
                ", ".join(f"{n} {r}" for n, r in h["ranks"].items()),
            ]
            for h in found["found"]
        ],
    )
    return (
        f"<details><summary>{_e(found['query'])}</summary>"
        f"<p>{_e(found['why'])}</p>{wanted}{instead}</details>"
    )


def _verdicts(figures: Mapping[str, Any]) -> list[str]:
    ci = figures["ci95"]
    main = [
        ["accuracy", figures["accuracy"], ci["accuracy"]],
        ["macro-F1", figures["macro_f1"], ci["macro_f1"]],
        ["unjudged", figures["unjudged"], ""],
        *([n, figures[k], ""] for n, k in (("ECE", "ece"), ("Brier", "brier"), ("AURC", "aurc"))),
        ["claims a second", figures["claims_per_second"], ""],
        *([name, value, ""] for name, value in used(figures)),
    ]
    labels = [[n, *s.values()] for n, s in figures["per_label"].items()]
    matrix = [[gold, *row.values()] for gold, row in figures["confusion"].items()]
    columns = list(next(iter(figures["confusion"].values()), {}))
    cuts = [[n, s["claims"], s["accuracy"], s["macro_f1"]] for n, s in figures["slices"].items()]
    parts = [
        f"<p>{figures['claims']:,} claims, judged by {_e(figures['method'])}.</p>",
        html_table(["figure", "value", "95% interval"], main),
        _plots(plots.reliability_plot(figures), plots.risk_plot(figures)),
        "<h2>Labels</h2>",
        html_table(["label", "precision", "recall", "F1", "support", "said"], labels),
        html_table(["right \\ said", *columns], matrix),
        "<h2>Slices</h2>",
        html_table(["slice", "claims", "accuracy", "macro-F1"], cuts),
    ]
    if figures.get("mutants"):
        parts += ["<h2>Mutants</h2>", _mutants(figures["mutants"])]
    wrong = [
        [p["id"], p["gold"], p["label"], p["confidence"], p["problem"]]
        for p in figures["predictions"]
        if p["gold"] != p["label"]
    ]
    return [
        *parts,
        f"<h2>Wrong or unjudged: {len(wrong):,}</h2>",
        html_table(["claim", "right", "said", "confidence", "problem"], wrong),
    ]


def _mutants(found: Mapping[str, Any]) -> str:
    cuts = {"all": found, **found["by_kind"], **found["by_language"]}
    rows = [
        [n, c["mutants"], c["false_support"], c["false_support_rate"], c["ci95"]]
        for n, c in cuts.items()
    ]
    return html_table(["mutants", "made", "called supported", "rate", "95% interval"], rows)


def _claims(figures: Mapping[str, Any]) -> list[str]:
    keys = ("articles", "units", "claims", "precision", "recall", "unit_f1", "average_precision")
    cuts = {"all": figures, **figures["by_language"], **figures["by_article"]}
    rows = [[n, *(c[k] for k in keys)] for n, c in cuts.items()]
    return [html_table(["", *keys], rows)]


def _provenance(figures: Mapping[str, Any]) -> str:
    told = figures.get("provenance")
    if not told:
        return ""
    flat = [(k, v) for k, v in told.items() if not isinstance(v, dict)]
    flat += [(f"{k}.{n}", v) for k, d in told.items() if isinstance(d, dict) for n, v in d.items()]
    return f"<details><summary>How this was made</summary>{html_table(['', ''], flat)}</details>"


def _plots(*svgs: str) -> str:
    return f'<div class="plots">{"".join(f"<div>{svg}</div>" for svg in svgs)}</div>'


def _font_face() -> str:
    data = base64.b64encode((resources.files("assistant") / _FONT).read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{plots.FAMILY}"; '
        f"src: url(data:font/woff2;base64,{data}) format('woff2'); }}"
    )


def _e(text: object) -> str:
    return escape(str(text), quote=True)
