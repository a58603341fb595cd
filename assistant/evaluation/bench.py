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

from assistant.evaluation.bench_growth import growth
from assistant.evaluation.bench_parts import (
    bulk_figures,
    check_figures,
    claims_figures,
    quantities_figures,
    startup_figures,
)
from assistant.evaluation.tables import table

SIZES = (1_000, 10_000, 100_000)
BULK_CLAIMS = BULK_PASSAGES = 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: `aim` in the reader's words, "" where there is none.

    `size` is that of the library in passages, None where size plays no part.
    """

    section: str
    what: str
    value: float | int | bool | None
    unit: str
    aim: str
    command: str
    size: int | None = None


def main(argv: Sequence[str] | None = None) -> int:
    """Run the sections asked for (default: all), print a table, write JSON if asked."""
    args = _parser().parse_args(argv)
    sections = [*args.sections, *args.only] or list(NAMES)
    taken_on = machine()
    figures = list(measured(sections, args))
    sys.stdout.write(f"{taken_on}\n\n{text_of(figures)}\n")
    if args.json:
        told = {"machine": taken_on, "figures": [asdict(f) for f in figures]}
        args.json.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m assistant.evaluation.bench")
    parser.add_argument(
        "sections", nargs="*", type=_section, metavar="SECTION", help=", ".join(NAMES)
    )
    parser.add_argument(
        "--only", action="append", default=[], type=_section, metavar="SECTION", help="the same"
    )
    parser.add_argument("--json", type=Path, metavar="OUT", help="write the figures there too")
    parser.add_argument(
        "--sizes", type=_sizes, default=SIZES, help="passages of the growth section, e.g. 1000,5000"
    )
    parser.add_argument("--encoder", default="fast", help="embedding model of the growth section")
    parser.add_argument(
        "--corpus", type=Path, metavar="JSONL", help="text of the growth section: a BEIR corpus"
    )
    return parser


def _section(name: str) -> str:
    if name not in NAMES:
        raise argparse.ArgumentTypeError(f"no such section: {name} (there are: {', '.join(NAMES)})")
    return name


def _sizes(text: str) -> tuple[int, ...]:
    try:
        found = tuple(int(part) for part in text.split(","))
    except ValueError:
        found = ()
    if not found or min(found) < 1:
        raise argparse.ArgumentTypeError("write numbers of passages, like 1000,10000")
    return found


def measured(sections: Sequence[str], args: argparse.Namespace) -> Iterator[Figure]:
    """The figures of `sections`, in their order."""
    for section in sections:
        sys.stderr.write(f"{section} ...\n")
        command = f"python -m assistant.evaluation.bench {section}"
        if section == GROWTH:
            command += f" --sizes {','.join(map(str, args.sizes))} --encoder {args.encoder}"
            for size, row in growth(args.sizes, args.encoder, args.corpus):
                yield Figure(section, *row, command, size)
        else:
            for row in SECTIONS[section](args):
                yield Figure(section, *row, command)


def text_of(figures: Sequence[Figure]) -> str:
    """The figures as tables: one of what has no size, one a measure by size."""
    rows = [
        [f.section, f.what, f.value, f.unit, f.aim, f.command] for f in figures if f.size is None
    ]
    told = [table(["section", "what", "figure", "unit", "aim", "command"], rows)] if rows else []
    grown = [f for f in figures if f.size is not None]
    if grown:
        told.append(f"{grown[0].command}\n\n{_by_size(grown)}")
    return "\n\n".join(told)


def _by_size(figures: Sequence[Figure]) -> str:
    sizes = list(dict.fromkeys(f.size for f in figures))
    values = {(f.what, f.size): f.value for f in figures}
    named = {f.what: f for f in figures}
    rows = [
        [what, *(values.get((what, size)) for size in sizes), f.unit, f.aim]
        for what, f in named.items()
    ]
    return table(["growth", *(f"{size:,}" for size in sizes), "unit", "aim"], rows)


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
    "bulk": lambda args: bulk_figures(BULK_CLAIMS, BULK_PASSAGES),
}
GROWTH = "growth"
"""The section whose figures come by size."""

NAMES = (*SECTIONS, GROWTH)


if __name__ == "__main__":
    raise SystemExit(main())
