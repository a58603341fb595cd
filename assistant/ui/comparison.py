"""Two runs side by side: which is better, by how much, and whether that is more than chance."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.answer import label_words
from assistant.types import Label
from assistant.ui import markup
from assistant.ui.slices import way_words
from assistant.ui.tables import number, table
from assistant.ui.words import say

SURE = 0.05
"""The chance below which a difference counts as one."""

_LOWER_IS_BETTER = ("unjudged", "ece", "brier", "aurc")
_LISTED = 50
_TOLD = "nDCG@10"


def compared(found: Mapping[str, Any], a: int, b: int, language: str) -> str:
    """A comparison (see `assistant.evaluation.compare`) of the runs `a` and `b`, as HTML."""
    title = say(language, "compare.title", a=a, b=b)
    told = _verdict_words(found, a, b, language) if "mcnemar" in found else []
    told += _retrieval_words(found, a, b, language) if "tests" in found else []
    text = "".join(f"<p>{markup.text_of(one)}</p>" for one in told)
    rows = [_figure(name, f, a, b, language) for name, f in found.get("figures", {}).items()]
    rows += [_test(t, a, b, language) for t in found.get("tests", ())]
    every = say(language, "compare.every")
    heads = [
        say(language, "evaluation.metric"),
        *(say(language, f"compare.{name}") for name in ("which", "chance", "change")),
        *(say(language, "compare.run", run=run) for run in (a, b)),
    ]
    tables = markup.folded(every, table(title, heads, rows, marked=True, wordy=(1, 2)))
    tables += _changed(found.get("changed", ()), a, b, language)
    return f'<section class="x-compared"><h3>{markup.text_of(title)}</h3>{text}{tables}</section>'


def chance(p: float, language: str) -> str:
    """How often chance alone makes a difference as large, in words."""
    if p < SURE / 5:
        return say(language, "compare.odds_few")
    return say(language, "compare.odds", n=round(100 * p))


def _verdict_words(found: Mapping[str, Any], a: int, b: int, language: str) -> list[str]:
    test, figure = found["mcnemar"], found["figures"]["accuracy"]
    x, y = figure["a"], figure["b"]
    if x is None or y is None:
        return []
    values = {"a": a, "b": b, "x": x, "y": y}
    if x == y:
        told = [say(language, "compare.same_verdicts", x=x)]
    else:
        gap, winner = abs(x - y) * 100, a if x > y else b
        told = [say(language, "compare.better_verdicts", gap=gap, winner=winner, **values)]
    told.append(
        say(
            language, "compare.only", a=a, b=b, claims=test["claims"],
            only_a=test["only_a_right"], only_b=test["only_b_right"],
        )
    )  # fmt: skip
    return told if x == y else [*told, _sure(test["p"], language)]


def _retrieval_words(found: Mapping[str, Any], a: int, b: int, language: str) -> list[str]:
    tests = [t for t in found["tests"] if t["measure"] == _TOLD]
    if not tests:
        return []
    test = tests[-1]  # the last retriever is the main one
    values = {"how": way_words(test["retriever"], language), "x": test["a"]}
    if not test["difference"]:
        return [say(language, "compare.same_retrieval", **values)]
    winner = a if test["difference"] > 0 else b
    told = say(
        language, "compare.better_retrieval", a=a, b=b, winner=winner, y=test["b"],
        gap=abs(test["difference"]), **values,
    )  # fmt: skip
    return [told, _sure(test["p_holm"], language)]


def _sure(p: float, language: str) -> str:
    key = "compare.beyond" if p < SURE else "compare.within"
    return say(language, key, odds=chance(p, language))


def _figure(name: str, figure: Mapping[str, Any], a: int, b: int, language: str) -> list[object]:
    gap = figure["difference"]
    better = -gap if gap and name in _LOWER_IS_BETTER else gap
    return [
        say(language, f"measure.{name}"), _winner(better, a, b, language), "",
        _signed(gap), figure["a"], figure["b"],
    ]  # fmt: skip


def _test(test: Mapping[str, Any], a: int, b: int, language: str) -> list[object]:
    gap, p = test["difference"], test["p_holm"]
    key = "compare.yes" if p < SURE else "compare.no"
    return [
        f"{way_words(test['retriever'], language)}: {test['measure']}",
        _winner(gap, a, b, language), say(language, key, odds=chance(p, language)) if gap else "",
        _signed(gap), test["a"], test["b"],
    ]  # fmt: skip


def _winner(better: float | None, a: int, b: int, language: str) -> str:
    if better is None:
        return "–"
    if not better:
        return say(language, "compare.same")
    return say(language, "compare.run", run=a if better > 0 else b)


def _changed(rows: Any, a: int, b: int, language: str) -> str:
    if not rows:
        return ""
    title = say(language, "compare.changed", count=len(rows))
    heads = [
        say(language, "compare.claim_id"), say(language, "evaluation.truth"),
        *(say(language, "compare.run", run=run) for run in (a, b)),
    ]  # fmt: skip
    body = table(
        title, heads,
        [[str(r["id"]), *(label_words(Label(r[k]), language) for k in ("gold", "a", "b"))]
         for r in rows[:_LISTED]],
        marked=True, wordy=(1, 2, 3),
    )  # fmt: skip
    return markup.folded(title, body)


def _signed(value: float | None) -> str:
    if not value:
        return number(value)
    return f"{value:+,}" if isinstance(value, int) else f"{value:+.3f}"
