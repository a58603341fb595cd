"""`jingmai claims`: the claims of an article, unjudged."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from assistant.errors import InputError

HELP = "list the claims of an article, unjudged"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("article", metavar="FILE_OR_URL", help="text, Markdown, HTML, PDF, DOCX")
    parser.add_argument("--date", metavar="DATE", help="when the article appeared (YYYY-MM-DD)")
    parser.add_argument("--publisher", metavar="NAME", help="who published the article")
    parser.add_argument(
        "--source", type=Path, metavar="FILE", help="the text that the article was translated from"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Read the article and print its claims."""
    from assistant.claims.extract import ArticleExtractor
    from assistant.claims.report import extraction_json, extraction_words
    from assistant.cli import EXIT_DONE
    from index.ingest import read_article

    day = _day(args.date)
    document = read_article(args.article, published=day, publisher=args.publisher)
    if not document.text.strip():
        raise InputError("the article is empty", hint="give a file or page with text in it")
    source = read_article(args.source).text if args.source else None
    extraction = ArticleExtractor(source=source).extract(document)
    if args.json:
        print(json.dumps(extraction_json(extraction), ensure_ascii=False, indent=2))
    else:
        print(extraction_words(extraction))
    return EXIT_DONE


def _day(text: str | None) -> date | None:
    """A date as typed; Buddhist-era years are understood."""
    if text is None:
        return None
    from assistant.quantities import parse_period

    try:
        return date.fromisoformat(text)
    except ValueError:
        period = parse_period(text)
    if period is None or period.last is None:
        raise InputError(f"not a date: {text}", hint="write it as 2025-02-07")
    return period.last
