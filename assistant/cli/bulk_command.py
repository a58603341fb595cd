"""`jingmai bulk`: check a file of claims, or a folder of articles."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from assistant.cli.options import add_llm_arguments, settings_with_llm
from assistant.errors import JingmaiError

if TYPE_CHECKING:
    from assistant.bulk.run import BulkRun
    from assistant.settings import Settings

HELP = "check a file of claims (CSV, TSV, JSONL, JSON, XLSX) or a folder of articles"

_FORMATS = ("jsonl", "csv", "xlsx", "html", "claimreview", "averitec")
_ON_TERMINAL, _ELSEWHERE = 0.2, 10.0
_STOPPED = 130


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("input", metavar="INPUT", help='a file, a folder of articles, or "-"')
    parser.add_argument(
        *("-o", "--output"),
        type=Path,
        required=True,
        help=".jsonl, .csv, .xlsx, .html, .jsonld (ClaimReview) or .averitec.json",
    )
    parser.add_argument(
        "--resume",
        dest="resume",
        action="store_const",
        const="yes",
        default="no",
        help="go on with an interrupted run; --resume=force if something changed since: keeps the "
        "verdicts on claims that are still there, judges the rest, drops what is gone",
    )
    parser.add_argument(  # argparse would take INPUT for the value of an optional value
        "--resume=force", dest="resume", action="store_const", const="force", help=argparse.SUPPRESS
    )
    parser.add_argument("--overwrite", action="store_true", help="replace what is there already")
    parser.add_argument(
        "--workers", type=int, metavar="N", help="processes (default: as many as pay)"
    )
    parser.add_argument("--claim-column", metavar="NAME", help="the heading of the claims")
    parser.add_argument("--format", choices=_FORMATS, help="when the extension does not tell")
    parser.add_argument("--chroma", metavar="URL", help="a Chroma server as the store")
    parser.add_argument("--ray", metavar="ADDRESS", help='a Ray cluster ("local": one here)')
    add_llm_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from assistant.bulk.journal import Resume
    from assistant.bulk.reports import Format
    from assistant.bulk.session import Choices, session, stopped_by_signals

    form = Format(args.format) if args.format else None
    choices = Choices(
        *(args.input, args.output, Resume(args.resume), args.overwrite),
        *(args.workers, args.claim_column, form, args.ray),
    )
    settings = settings_with_llm(args, chroma=args.chroma)
    with session(choices, settings) as bulk:
        _tell_costs(bulk, choices.input, settings)
        with stopped_by_signals(bulk.cancel):
            _show(bulk)
        return _report(bulk)


def _tell_costs(bulk: BulkRun, source: str, settings: Settings) -> None:
    """Say what a language model may use, before it is asked for anything."""
    from assistant.bulk.paid import estimate_line, search_line

    if not settings.llm:
        return
    if line := search_line(source, settings):
        print(f"jingmai: {line}", file=sys.stderr)
    bulk.planned = lambda rows: print(
        f"jingmai: {estimate_line(rows, settings)}", file=sys.stderr, flush=True
    )


def _show(bulk: BulkRun) -> None:
    """Run, with a line that moves on a terminal and a plain line now and then elsewhere."""
    from assistant.bulk.progress import progress_line, stopped_line

    for notice in bulk.source.notices:
        print(f"jingmai: {notice}", file=sys.stderr)
    terminal = sys.stderr.isatty()
    every, last = (_ON_TERMINAL if terminal else _ELSEWHERE), monotonic()
    start, end = ("\r\x1b[K", "") if terminal else ("", "\n")
    progress = None
    try:
        for progress in bulk.events():
            if monotonic() - last >= every or (terminal and progress.done == progress.rows):
                last = monotonic()
                print(start + progress_line(progress), end=end, file=sys.stderr, flush=True)
    except JingmaiError:
        if progress is not None:
            print(f"{stopped_line(progress)}: go on with the same command and --resume")
        raise
    finally:
        if terminal:
            print(file=sys.stderr)


def _report(bulk: BulkRun) -> int:
    from assistant.bulk.paid import spent_line
    from assistant.bulk.progress import summary_lines
    from assistant.cli import EXIT_DONE, EXIT_PARTLY

    assert bulk.outcome is not None
    told, notes = summary_lines(bulk.outcome)
    for note in notes:
        print(f"jingmai: {note}", file=sys.stderr)
    print(told)
    if line := spent_line(bulk):
        print(line)
    if not bulk.outcome.finished:
        return _STOPPED
    return EXIT_PARTLY if bulk.outcome.partly else EXIT_DONE
