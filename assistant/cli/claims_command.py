"""`jingmai claims`: the claims of an article, unjudged."""

from __future__ import annotations

import argparse
import json

from assistant.cli.options import (
    add_article_arguments,
    add_llm_arguments,
    article_of,
    settings_with_llm,
)
from assistant.errors import InputError

HELP = "list the claims of an article, unjudged"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("article", metavar="FILE_OR_URL", help="text, Markdown, HTML, PDF, DOCX")
    add_article_arguments(parser)
    parser.add_argument(
        "--source", metavar="FILE_OR_URL", help="the text that the article was translated from"
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    add_llm_arguments(parser)


def run(args: argparse.Namespace) -> int:
    """Read the article and print its claims."""
    from assistant.build import build_extractor
    from assistant.claims.report import extraction_json, extraction_words
    from assistant.cli import EXIT_DONE, tell
    from index.ingest import read_article

    document = article_of(args)
    if not document.text.strip():
        raise InputError("the article is empty", hint="give a file or page with text in it")
    source = read_article(args.source).text if args.source else None
    settings = settings_with_llm(args, llm_extract=args.llm_extract or bool(args.llm) or None)
    extraction = build_extractor(settings, source=source).extract(document)
    if args.json:
        print(json.dumps(extraction_json(extraction), ensure_ascii=False, indent=2))
    else:
        print(extraction_words(extraction))
    return tell(extraction.stopped) if extraction.stopped else EXIT_DONE
