"""The gate: a baseline is data, a command beside the figures expected of it."""

from __future__ import annotations

import math
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.files import whole
from assistant.evaluation.tables import table


@dataclass(frozen=True, slots=True)
class Expected:
    """A figure (a path such as retrievers.hybrid.R@5) and how far it may fall.

    With `lower_is_better` it may rise by the tolerance instead.
    """

    figure: str
    value: float
    tolerance: float
    lower_is_better: bool


@dataclass(frozen=True, slots=True)
class Check:
    """One figure measured; `measured` is None when the run has no such figure."""

    command: str
    expected: Expected
    measured: float | None

    @property
    def passed(self) -> bool:
        """Whether the figure is within its tolerance, or better."""
        if self.measured is None:
            return False
        gap = self.measured - self.expected.value
        worse = gap if self.expected.lower_is_better else -gap
        return worse <= self.expected.tolerance + 1e-9

    def json(self) -> dict[str, Any]:
        """As an object."""
        return {
            "command": self.command,
            "figure": self.expected.figure,
            "expected": self.expected.value,
            "tolerance": self.expected.tolerance,
            "better": "lower" if self.expected.lower_is_better else "higher",
            "measured": self.measured,
            "passed": self.passed,
        }


def read_baseline(path: Path | None = None) -> list[tuple[str, list[Expected]]]:
    """Commands and the figures expected of them; the seeds' baseline when `path` is None.

    The file is {"checks": [{"command": "jingmai eval ...", "figures": {NAME: {"expected",
    "tolerance", "better": "higher" or "lower"}}}]}. Raises `InputError` for anything else, and
    for a file that asks for no figure, since a gate that checks nothing always holds.
    """
    if path is None:
        with resources.as_file(resources.files("seeds") / "baseline.json") as shipped:
            return read_baseline(shipped)
    found = whole(path)
    try:
        checks = [
            (str(entry["command"]), [_expected(n, f) for n, f in entry["figures"].items()])
            for entry in found["checks"]
        ]
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise InputError(
            f"{path.name} is no baseline: {type(error).__name__} {error}",
            hint="see seeds/baseline.json for the shape",
        ) from error
    bare = [command for command, figures in checks if not figures]
    if bare or not checks:
        raise InputError(
            f"{path.name} checks no figure{f' of: {bare[0]}' if bare else ''}",
            hint="see seeds/baseline.json for the shape",
        )
    return checks


def run_gate(
    baseline: Sequence[tuple[str, Sequence[Expected]]],
    measure: Callable[[list[str]], Mapping[str, Any]],
) -> tuple[Check, ...]:
    """Run each command through `measure`, which takes its words after "jingmai eval".

    Raises `InputError` before anything runs when one is no such command.
    """
    checks: list[Check] = []
    asked = [(_words(command), command, wanted) for command, wanted in baseline]
    for words, command, wanted in asked:
        figures = measure(words)
        checks += [Check(command, e, figure_at(figures, e.figure)) for e in wanted]
    return tuple(checks)


def gate_text(checks: Sequence[Check]) -> str:
    """The checks as a table and a last line that says whether the gate holds."""
    rows = [
        [
            c.expected.figure,
            c.measured,
            f"{'≤' if c.expected.lower_is_better else '≥'} {_bound(c.expected):.3f}",
            "ok" if c.passed else "WORSE",
            c.command.removeprefix("jingmai eval "),
        ]
        for c in checks
    ]
    failed = sum(not c.passed for c in checks)
    last = f"{failed} of {len(checks)} figures are worse" if failed else f"all {len(checks)} hold"
    return f"{table(['figure', 'measured', 'bound', '', 'eval'], rows)}\n\n{last}"


def figure_at(figures: Mapping[str, Any], path: str) -> float | None:
    """The number at a dotted path; keys that contain dots or @ are found too. None if absent."""
    place: Any = figures
    rest = path
    while rest:
        if not isinstance(place, Mapping):
            return None
        key = next((k for k in sorted(place, key=len, reverse=True) if _starts(rest, k)), None)
        if key is None:
            return None
        place, rest = place[key], rest[len(key) + 1 :]
    return float(place) if isinstance(place, int | float) else None


def _words(command: str) -> list[str]:
    """What follows "jingmai eval" in a command, cut as a shell cuts it."""
    try:
        words = shlex.split(command)
    except ValueError as error:
        raise InputError(
            f"a command of the baseline cannot be read: {command}",
            hint="close every quotation mark",
        ) from error
    if words[:2] != ["jingmai", "eval"]:
        raise InputError(f"not a command of this gate: {command}", hint="jingmai eval ...")
    return words[2:]


def _starts(path: str, key: str) -> bool:
    return path == key or path.startswith(f"{key}.")


def _bound(expected: Expected) -> float:
    step = expected.tolerance if expected.lower_is_better else -expected.tolerance
    return expected.value + step


def _expected(name: str, found: Mapping[str, Any]) -> Expected:
    better = found.get("better", "higher")
    if better not in ("higher", "lower"):
        raise ValueError(f"better is {better!r}, not higher or lower")
    value, tolerance = float(found["expected"]), float(found["tolerance"])
    if not math.isfinite(value) or not math.isfinite(tolerance):
        raise ValueError(f"{name} has no finite bound")
    return Expected(name, value, tolerance, better == "lower")
