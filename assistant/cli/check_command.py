"""`jingmai check`: rate one claim, or every claim of an article."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from typing import TYPE_CHECKING

from assistant.cli.evidence_options import add_evidence_arguments, evidence_filters
from assistant.cli.options import (
    add_article_arguments,
    add_llm_arguments,
    article_of,
    day_of,
    settings_with_llm,
)
from assistant.errors import InputError, JingmaiError

if TYPE_CHECKING:
    from assistant.checker import Checker
    from assistant.types import Report
    from index.types import Document

HELP = "rate one claim, or every claim of an article"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("claim", nargs="?", help="the claim, in quotes")
    what.add_argument("--article", metavar="FILE_OR_URL", help="check every claim of an article")
    parser.add_argument(
        "--as-of", metavar="DATE", help="leave out evidence published after DATE (YYYY-MM-DD)"
    )
    add_article_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    parser.add_argument(
        "--forget", action="store_true", help="do not keep the claims and verdicts in the store"
    )
    add_evidence_arguments(parser)
    add_llm_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Check, print, remember."""
    from assistant.build import build_checker
    from assistant.cli import tell

    as_of, wanted = day_of(args.as_of), evidence_filters(args)
    article = _article(args)
    whole = build_checker(settings_with_llm(args))
    try:
        checker = whole.restricted(wanted) if wanted else whole
        report = _check(checker, args.claim, article, as_of)
        if args.json:
            _print_json(report)
        else:
            _print_words(report)
        if not args.forget:
            _remember(checker, report)
    finally:
        whole.close()
    return tell(report.stopped) if report.stopped else _exit_code(report)


def _article(args: argparse.Namespace) -> Document | None:
    """The article of this call, None where it is about one claim."""
    if args.article is not None:
        return article_of(args)
    if args.date is not None or args.publisher is not None:
        raise InputError(
            "--date and --publisher tell of an article",
            hint="give the article with --article FILE; for evidence up to a day: --as-of DATE",
        )
    return None


def _check(checker: Checker, claim: str, article: Document | None, as_of: date | None) -> Report:
    if article is None:
        return checker.check(claim, as_of=as_of)
    return checker.check_article(article, as_of=as_of)


def _print_json(report: Report) -> None:
    from assistant.answer import report_json

    print(json.dumps(report_json(report), ensure_ascii=False, indent=2))


def _print_words(report: Report) -> None:
    from assistant.answer import earlier_lines, markdown_of

    print(markdown_of(report))
    for verdict in report.verdicts:
        for line in earlier_lines(verdict):
            print(f"\n↺ {line}")


def _remember(checker: Checker, report: Report) -> None:
    try:
        checker.remember(report, date.today())
    except JingmaiError as error:
        print(f"jingmai: the verdicts were not kept: {error}", file=sys.stderr)


def _exit_code(report: Report) -> int:
    from assistant.cli import EXIT_DONE, EXIT_PARTLY

    reached = [v for verdict in report.verdicts for v in (verdict, verdict.then) if v]
    return EXIT_PARTLY if any(v.problem for v in reached) else EXIT_DONE
