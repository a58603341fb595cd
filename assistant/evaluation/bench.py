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
from assistant.evaluation.bench_retrieval import evaluation_figures
from assistant.evaluation.tables import table

COMMAND = "python -m assistant.evaluation.bench"
SIZES = (1_000, 10_000, 100_000)
ENCODERS = ("fast", "accurate")
FIRST_SIZES = 10_000
"""Up to here every model is measured; above only the fast one, and with --full the others."""

ARTICLES = 20
BULK_CLAIMS = BULK_PASSAGES = 10_000
QUERIES, QUERIED_PASSAGES = 1_000, 10_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement: `aim` in the reader's words, "" where there is none.

    `size` is that of the library in passages, None where size plays no part; `encoder` is the
    embedding model whose growth was measured, "" elsewhere.
    """

    section: str
    what: str
    value: float | int | bool | None
    unit: str
    aim: str
    command: str
    size: int | None = None
    encoder: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """Figures that make one table: what stands above it ("" for nothing), headings and rows."""

    above: str
    headings: tuple[str, ...]
    rows: tuple[tuple[object, ...], ...]


def main(argv: Sequence[str] | None = None) -> int:
    """Run the sections asked for (default: all), print a table, write JSON if asked."""
    args = options(argv)
    sections = [*args.sections, *args.only] or list(NAMES)
    taken_on = machine()
    figures = list(measured(sections, args))
    sys.stdout.write(f"{taken_on}\n\n{text_of(figures)}\n")
    if args.json:
        told = {"machine": taken_on, "figures": [asdict(f) for f in figures]}
        args.json.write_text(json.dumps(told, ensure_ascii=False, indent=2) + "\n", "utf-8")
    return 0


def options(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """The options in `argv` (None: those of the command line); exits when one is wrong."""
    parser = _parser()
    args = parser.parse_args(argv)
    for encoder in args.encoder:
        if not sizes_of(encoder, args):
            parser.error(f"the model {encoder} is measured to {FIRST_SIZES:,}; add --full for more")
    chosen = args.encoder or [encoder for encoder in ENCODERS if sizes_of(encoder, args)]
    args.encoder = list(dict.fromkeys(chosen))
    return args


def sizes_of(encoder: str, args: argparse.Namespace) -> tuple[int, ...]:
    """The sizes of library at which `encoder` is measured."""
    most = max(args.sizes) if args.full or encoder == "fast" else FIRST_SIZES
    return tuple(size for size in args.sizes if size <= most)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog=COMMAND)
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
    parser.add_argument(
        "--encoder",
        action="append",
        default=[],
        metavar="NAME",
        help=f"embedding model of the growth section (default: {' and '.join(ENCODERS)})",
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help=f"models other than fast above {FIRST_SIZES:,} passages too: that takes long",
    )
    parser.add_argument(
        "--corpus", type=Path, metavar="JSONL", help="text of the growth section: a BEIR corpus"
    )
    for name, default, what in (
        ("--articles", ARTICLES, "articles a language of the claims section"),
        ("--bulk-claims", BULK_CLAIMS, "claims of the bulk section"),
        ("--bulk-passages", BULK_PASSAGES, "passages of the bulk section"),
        ("--queries", QUERIES, "queries of the evaluation section"),
        ("--queried-passages", QUERIED_PASSAGES, "passages of the evaluation section"),
    ):
        parser.add_argument(
            name, type=_count, default=default, metavar="N", help=f"{what} ({default:,})"
        )
    return parser


def _section(name: str) -> str:
    if name not in NAMES:
        raise argparse.ArgumentTypeError(f"no such section: {name} (there are: {', '.join(NAMES)})")
    return name


def _count(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError("write a whole number from 1 on")
    return int(text)


def _sizes(text: str) -> tuple[int, ...]:
    try:
        found = tuple(dict.fromkeys(int(part) for part in text.split(",")))
    except ValueError:
        found = ()
    if not found or min(found) < 1:
        raise argparse.ArgumentTypeError("write numbers of passages, like 1000,10000")
    return found


def measured(sections: Sequence[str], args: argparse.Namespace) -> Iterator[Figure]:
    """The figures of `sections`, in their order; `args` are `options`."""
    for section in sections:
        if section == GROWTH:
            yield from _grown(args)
            continue
        sys.stderr.write(f"{section} ...\n")
        command = f"{COMMAND} {section}"
        for row in SECTIONS[section](args):
            yield Figure(section, *row, command)


def _grown(args: argparse.Namespace) -> Iterator[Figure]:
    for encoder in args.encoder:
        sizes = sizes_of(encoder, args)
        full = " --full" if encoder != "fast" and max(sizes) > FIRST_SIZES else ""
        told = ",".join(map(str, sizes))
        command = f"{COMMAND} {GROWTH} --encoder {encoder} --sizes {told}{full}"
        sys.stderr.write(f"{GROWTH}, {encoder} ...\n")
        for size, row in growth(sizes, encoder, args.corpus):
            yield Figure(GROWTH, *row, command, size, encoder)


def text_of(figures: Sequence[Figure]) -> str:
    """The figures as tables for a terminal."""
    told = []
    for part in parts(figures):
        above = f"{part.above}\n\n" if part.above else ""
        told.append(above + table(part.headings, part.rows))
    return "\n\n".join(told)


def parts(figures: Sequence[Figure]) -> list[Part]:
    """One table of what has no size, then one by size for each embedding model."""
    plain = [f for f in figures if f.size is None]
    rows = tuple((f.section, f.what, f.value, f.unit, f.aim, f.command) for f in plain)
    headings = ("section", "what", "figure", "unit", "aim", "command")
    found = [Part("", headings, rows)] if rows else []
    encoders = dict.fromkeys(f.encoder for f in figures if f.size is not None)
    return found + [_by_size([f for f in figures if f.encoder == name]) for name in encoders]


def _by_size(figures: Sequence[Figure]) -> Part:
    sizes = list(dict.fromkeys(f.size for f in figures))
    values = {(f.what, f.size): f.value for f in figures}
    named = {f.what: f for f in figures}
    rows = tuple(
        (what, *(values.get((what, size)) for size in sizes), f.unit, f.aim)
        for what, f in named.items()
    )
    heads = (f"{figures[0].encoder}, passages", *(f"{size:,}" for size in sizes), "unit", "aim")
    return Part(figures[0].command, heads, rows)


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
    "claims": lambda args: claims_figures(args.articles),
    "bulk": lambda args: bulk_figures(args.bulk_claims, args.bulk_passages),
    "evaluation": lambda args: evaluation_figures(args.queries, args.queried_passages),
}
GROWTH = "growth"
"""The section whose figures come by size."""

NAMES = (*SECTIONS, GROWTH)


if __name__ == "__main__":
    raise SystemExit(main())
