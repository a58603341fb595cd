"""Speed and memory: `make bench`, or `python -m assistant.evaluation.bench [SECTION ...]`.

Each section gives figures with the aim they are held against. Nothing here fails a build: times
depend on the machine, and who runs it should know what else was running.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from assistant.evaluation.bench_parts import (
    bulk_figures,
    check_figures,
    claims_figures,
    growth_figures,
    quantities_figures,
    startup_figures,
)
from assistant.evaluation.tables import table

SIZES = (1_000, 10_000, 100_000)
BULK_PASSAGES = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: `aim` in the reader's words, "" where there is none."""

    section: str
    what: str
    value: float | int | bool | None
    unit: str
    aim: str
    command: str


def main(argv: Sequence[str] | None = None) -> int:
    """Run the sections asked for (default: all), print a table, write JSON if asked."""
    parser = argparse.ArgumentParser(prog="python -m assistant.evaluation.bench")
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
    parser.add_argument(
        "--sizes", default=",".join(map(str, SIZES)), help="passages of the growth section"
    )
    parser.add_argument("--encoder", default="fast", help="embedding model of the growth section")
    args = parser.parse_args(argv)
    unknown = sorted(set(args.sections) - set(SECTIONS))
    if unknown:
        parser.error(f"no such section: {', '.join(unknown)} (there are: {', '.join(SECTIONS)})")
    figures = list(measured(args.sections or list(SECTIONS), args))
    sys.stdout.write(f"{machine()}\n\n{text_of(figures)}\n")
    if args.json:
        told = {"machine": machine(), "figures": [asdict(f) for f in figures]}
        args.json.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def measured(sections: Sequence[str], args: argparse.Namespace) -> Iterator[Figure]:
    """The figures of `sections`, in their order."""
    for section in sections:
        sys.stderr.write(f"{section} ...\n")
        for what, value, unit, aim in SECTIONS[section](args):
            command = f"python -m assistant.evaluation.bench {section}"
            yield Figure(section, what, value, unit, aim, command)


def text_of(figures: Sequence[Figure]) -> str:
    """The figures as a table."""
    rows = [[f.section, f.what, f.value, f.unit, f.aim, f.command] for f in figures]
    return table(["section", "what", "figure", "unit", "aim", "command"], rows)


def machine() -> str:
    """What the figures were taken on, and how busy it was."""
    cores = os.cpu_count() or 1
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    return (
        f"{platform.system()} {platform.machine()}, {cores} cores, Python "
        f"{platform.python_version()}, load {load:.1f} before the run"
    )


Row = tuple[str, float | int | bool | None, str, str]

SECTIONS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "startup": lambda args: startup_figures(),
    "check": lambda args: check_figures(),
    "quantities": lambda args: quantities_figures(),
    "claims": lambda args: claims_figures(),
    "growth": lambda args: growth_figures([int(s) for s in args.sizes.split(",")], args.encoder),
    "bulk": lambda args: bulk_figures(BULK_PASSAGES),
}


if __name__ == "__main__":
    raise SystemExit(main())
