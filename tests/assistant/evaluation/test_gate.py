import json
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError
from assistant.evaluation.gate import figure_at, gate_text, read_baseline, run_gate

FIGURES = {"accuracy": 0.8, "unjudged": 2, "retrievers": {"hybrid": {"R@5": 0.9, "nDCG@10": 0.7}},
           "mutants": {"by_kind": {"a.b": {"false_support_rate": 0.1}}}, "ece": None}  # fmt: skip


def baseline(tmp_path: Path, **figures: Any) -> Path:
    path = tmp_path / "baseline.json"
    checks = [{"command": "jingmai eval verdicts --dataset seeds", "figures": figures}]
    path.write_text(json.dumps({"checks": checks}))
    return path


@pytest.mark.parametrize(
    ("figure", "expected", "tolerance", "better", "passed"),
    [
        ("accuracy", 0.8, 0.0, "higher", True),
        ("accuracy", 0.82, 0.02, "higher", True),
        ("accuracy", 0.83, 0.02, "higher", False),
        ("accuracy", 0.1, 0.0, "higher", True),
        ("unjudged", 0, 0, "lower", False),
        ("unjudged", 1, 1, "lower", True),
        ("retrievers.hybrid.R@5", 0.95, 0.01, "higher", False),
        ("mutants.by_kind.a.b.false_support_rate", 0.05, 0.05, "lower", True),
        ("ece", 0.1, 0.1, "lower", False),
        ("nothing.here", 0, 1, "lower", False),
    ],
)
def test_checks(
    tmp_path: Path, figure: str, expected: float, tolerance: float, better: str, passed: bool
) -> None:
    entry = {"expected": expected, "tolerance": tolerance, "better": better}
    asked: list[list[str]] = []

    def measure(words: list[str]) -> dict[str, Any]:
        asked.append(words)
        return FIGURES

    [check] = run_gate(read_baseline(baseline(tmp_path, **{figure: entry})), measure)
    assert check.passed is passed
    assert asked == [["verdicts", "--dataset", "seeds"]]
    assert ("all 1 hold" in gate_text([check])) is passed


def test_paths_through_names_with_dots() -> None:
    assert figure_at(FIGURES, "retrievers.hybrid.nDCG@10") == 0.7
    assert figure_at({"a": {"b": "text"}}, "a.b") is None
    assert figure_at(FIGURES, "retrievers") is None


@pytest.mark.parametrize(
    "text",
    ["[]", "{}", '{"checks": [{"command": "x"}]}', '{"checks": 1}',
     '{"checks": [{"command": "x", "figures": {"a": {"expected": 1}}}]}',
     '{"checks": [{"command": "x", "figures": {"a":'
     ' {"expected": 1, "tolerance": 1, "better": 0}}}]}'],
)  # fmt: skip
def test_what_is_no_baseline(tmp_path: Path, text: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(text)
    with pytest.raises(InputError, match="is no baseline"):
        read_baseline(path)


@pytest.mark.parametrize(
    "checks",
    [[], [{"command": "jingmai eval verdicts --dataset seeds", "figures": {}}]],
)
def test_a_gate_that_checks_nothing_is_a_mistake(tmp_path: Path, checks: list[Any]) -> None:
    path = tmp_path / "b.json"
    path.write_text(json.dumps({"checks": checks}))
    with pytest.raises(InputError, match="checks no figure"):
        read_baseline(path)


@pytest.mark.parametrize("bound", [{"expected": "nan"}, {"tolerance": "inf"}])
def test_bounds_are_finite(tmp_path: Path, bound: dict[str, str]) -> None:
    with pytest.raises(InputError, match="is no baseline"):
        read_baseline(baseline(tmp_path, accuracy={"expected": 1, "tolerance": 1, **bound}))


def test_an_open_quotation_mark_is_told_before_anything_runs() -> None:
    asked: list[list[str]] = []

    def measure(words: list[str]) -> dict[str, Any]:
        asked.append(words)
        return FIGURES

    with pytest.raises(InputError, match="cannot be read"):
        run_gate([("jingmai eval verdicts", []), ('jingmai eval "x', [])], measure)
    assert asked == []


def test_only_evaluations_run() -> None:
    with pytest.raises(InputError, match="not a command of this gate"):
        run_gate([("rm -r x", [])], lambda words: {})
