"""`jingmai doctor`: what is installed, what the store holds, how the judge was calibrated."""

from __future__ import annotations

import argparse
import json

HELP = "show what is installed, what the store holds and how the judge is calibrated"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("--json", action="store_true", help="print one JSON object")


def run(args: argparse.Namespace) -> int:
    """Examine and print; exit code 1 when something needs the user."""
    from assistant.cli import EXIT_DONE, EXIT_USER, settings_of
    from assistant.doctor import examine

    findings = examine(settings_of(args))
    if args.json:
        print(json.dumps([f.as_json() for f in findings], ensure_ascii=False, indent=2))
    else:
        for f in findings:
            print(f"{'ok' if f.good else '!!'}  {f.topic:<14} {f.told}")
            if f.hint:
                print(f"    {'':<14} hint: {f.hint}")
    return EXIT_DONE if all(f.good for f in findings) else EXIT_USER
