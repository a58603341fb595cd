"""`jingmai eval`: measure retrieval, verdicts and claim extraction."""

from __future__ import annotations

import argparse
import sys

from assistant.cli.options import add_llm_arguments, settings_with_llm
from assistant.evaluation.options import add_options

HELP = "measure retrieval, verdicts and claim extraction on labelled data"
WITH_MODELS = ("verdicts", "claims")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    kinds = add_options(parser)
    for name in WITH_MODELS:
        add_llm_arguments(kinds[name])


def run(args: argparse.Namespace) -> int:
    """Evaluate, print the tables or the JSON, and the notes on standard error."""
    from assistant.cli import settings_of
    from assistant.evaluation.doors import execute
    from assistant.plain import one_line

    settings = settings_with_llm(args) if args.what in WITH_MODELS else settings_of(args)
    done = execute(args, settings, progress=_progress if sys.stderr.isatty() else None)
    print(done.text)
    for note in done.notes:
        print(f"jingmai: {one_line(note)}", file=sys.stderr)
    return done.code


def _progress(what: str, done: int, total: int) -> None:
    end = "\n" if done >= total else ""
    print(f"\r\x1b[K{what}: {done:,} of {total:,}", end=end, file=sys.stderr, flush=True)
