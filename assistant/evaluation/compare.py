"""Two runs side by side, item by item."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.classification import Outcome
from assistant.evaluation.datasets.checks import examples
from assistant.evaluation.datasets.files import whole
from assistant.evaluation.history import History
from assistant.evaluation.shape import FIGURES, missing_in
from assistant.evaluation.statistics import holm, randomisation
from assistant.evaluation.tables import p_shown, table
from assistant.evaluation.verdicts import compare_judges
from assistant.types import Label


def figures_of(wanted: str, history: History) -> dict[str, Any]:
    """The figures of a run: its number or name in the history, "last", or a JSON file.

    Raises `InputError` when there is no such run or the file holds no evaluation.
    """
    path = Path(wanted)
    if not path.is_file():
        return history.get(wanted).figures
    found = whole(path)
    if missing := missing_in(found):
        raise InputError(
            f"{path.name} holds no evaluation: {missing}",
            hint="write one with: jingmai eval ... --json OUT",
        )
    figures: dict[str, Any] = found
    return figures


def compare(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    """Paired comparison of two runs of one kind on one data set, checked by `missing_in`.

    Retrieval: a randomisation test a retriever and measure, Holm-corrected. Verdicts: McNemar's
    test. Claims: differences only. Raises `InputError` when the runs cannot be paired.
    """
    if a["kind"] != b["kind"]:
        raise InputError(
            f"a {a['kind']} run and a {b['kind']} run cannot be compared",
            hint="see the runs and their kinds: jingmai eval history",
        )
    if a["dataset_digest"] != b["dataset_digest"]:
        raise InputError(
            f"the runs measured different data: {a['dataset']} and {b['dataset']}"
            if a["dataset"] != b["dataset"]
            else f"{a['dataset']} changed between the runs",
            hint="run both on the same data set",
        )
    makers = {"retrieval": _retrieval, "verdicts": _verdicts, "claims": _claims}
    return {"kind": a["kind"], "dataset": a["dataset"], **makers[a["kind"]](a, b)}


def comparison_text(found: Mapping[str, Any]) -> str:
    """A comparison as tables; differences are A - B."""
    parts = [f"{found['dataset']}: A - B"]
    if "tests" in found:
        rows = [
            [
                f"{t['retriever']}: {t['measure']}",
                t["a"],
                t["b"],
                t["difference"],
                p_shown(t["p"]),
                p_shown(t["p_holm"]),
            ]
            for t in found["tests"]
        ]
        parts.append(table(["retriever", "A", "B", "A - B", "p", "p (Holm)"], rows))
    if "figures" in found:
        rows = [[n, f["a"], f["b"], f["difference"]] for n, f in found["figures"].items()]
        parts.append(table(["figure", "A", "B", "A - B"], rows))
    if "mcnemar" in found:
        test = found["mcnemar"]
        parts.append(
            f"McNemar's exact test over {test['claims']:,} claims: only A right "
            f"{test['only_a_right']:,}, only B right {test['only_b_right']:,}, "
            f"p {p_shown(test['p'])}"
        )
        parts.append(
            table(["claim", "right", "A", "B"], [list(c.values()) for c in found["changed"]])
        )
    return "\n\n".join(parts)


def _retrieval(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    tests = []
    for name in (n for n in a["per_query"] if n in b["per_query"]):
        for measure in (m for m in a["per_query"][name] if m in b["per_query"][name]):
            left, right = a["per_query"][name][measure], b["per_query"][name][measure]
            _require_same("queries", left, right)
            test = randomisation(list(left.values()), [right[query] for query in left])
            means = (a["retrievers"][name][measure], b["retrievers"][name][measure])
            tests.append((name, measure, means, test))
    corrected = holm([test.p for *_, test in tests])
    return {
        "tests": [
            {
                "retriever": name,
                "measure": measure,
                "a": means[0],
                "b": means[1],
                "difference": test.difference,
                "p": test.p,
                "p_holm": p_holm,
            }
            for (name, measure, means, test), p_holm in zip(tests, corrected, strict=True)
        ]
    }


def _verdicts(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    now = {str(p["id"]): p for p in a["predictions"]}
    before = {str(p["id"]): p for p in b["predictions"]}
    _require_same("claims", now, before)
    return {
        "figures": _differences(a, b, FIGURES["verdicts"]),
        "mcnemar": compare_judges(_outcomes(a), _outcomes(b)),
        "changed": [
            {"id": p["id"], "gold": p["gold"], "a": p["label"], "b": before[key]["label"]}
            for key, p in now.items()
            if p["label"] != before[key]["label"]
        ],
    }


def _claims(a: Mapping[str, Any], b: Mapping[str, Any]) -> dict[str, Any]:
    return {"figures": _differences(a, b, FIGURES["claims"])}


def _require_same(what: str, a: Mapping[str, Any], b: Mapping[str, Any]) -> None:
    if only := sorted(set(a) ^ set(b)):
        raise InputError(
            f"{len(only):,} {what} are in one of the runs only ({examples(only)})",
            hint="run both on the same data set",
        )


def _differences(
    a: Mapping[str, Any], b: Mapping[str, Any], names: tuple[str, ...]
) -> dict[str, dict[str, float | None]]:
    return {
        name: {
            "a": a.get(name),
            "b": b.get(name),
            "difference": _gap(a.get(name), b.get(name)),
        }
        for name in names
    }


def _outcomes(figures: Mapping[str, Any]) -> list[Outcome]:
    return [
        Outcome(str(p["id"]), Label(p["gold"]), Label(p["label"]), p["confidence"], "")
        for p in figures["predictions"]
    ]


def _gap(a: float | None, b: float | None) -> float | None:
    return None if a is None or b is None else a - b
