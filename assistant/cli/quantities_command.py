"""`jingmai quantities`: what was understood of a text, and how two figures relate."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

HELP = "read figures, dates and periods, and compare them"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("text", nargs="?", help="a text to read")
    source.add_argument("--parse", type=Path, metavar="FILE", help='rows {"id", "text"} (JSONL)')
    source.add_argument(
        "--pairs", type=Path, metavar="FILE", help='rows {"id", "claim", "evidence"} (JSONL)'
    )
    parser.add_argument("--as-of", metavar="DATE", help="the day that words like today count from")
    parser.add_argument(
        "--json", nargs="?", const="-", metavar="OUT", help="write JSON, to OUT or to the screen"
    )


def run(args: argparse.Namespace) -> int:
    """Run the command and return its exit code."""
    from assistant.quantities import files

    as_of = files.day_of(args.as_of)
    if args.text is not None:
        row = files.parsed({"id": None, "text": args.text}, as_of)
        if args.json is None:
            print(files.table(args.text, as_of))
            return 0
        return _write([row["quantities"]], args.json)
    path, work = (args.parse, files.parsed) if args.parse else (args.pairs, files.related)
    return _rows(path, work, as_of, args.json or "-")


def _rows(path: Path, work: Callable[..., dict[str, Any]], as_of: Any, out: str) -> int:
    from assistant.quantities import files

    return _write([work(row, as_of) for row in files.rows(path, work)], out)


def _write(rows: list[Any], out: str) -> int:
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    if out == "-":
        print(text, end="")
        return 0
    from assistant.quantities import files

    files.save(Path(out), text)
    return 0
