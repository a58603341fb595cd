"""The command line. Each command is one module with `HELP`, `add_arguments` and `run`."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from pathlib import Path

from assistant.errors import JingmaiError, UserError
from assistant.plain import one_line as one_line
from assistant.settings import Settings, load_settings

EXIT_DONE, EXIT_USER, EXIT_USAGE, EXIT_PARTLY = 0, 1, 2, 3

COMMANDS = ("chat", "check", "bulk", "index", "claims", "quantities", "eval", "doctor")


def main(argv: list[str] | None = None) -> int:
    """Run one command and return its exit code (see design: 0 done, 1 user, 2 usage, 3 partly)."""
    _utf8_streams()
    args = build_parser().parse_args(argv)
    try:
        return int(args.run(args))
    except JingmaiError as error:
        return tell(error)
    except KeyboardInterrupt:
        print("jingmai: stopped", file=sys.stderr)
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return EXIT_DONE


def tell(error: JingmaiError) -> int:
    """Print `error` in one line with its hint; return the exit code of a run that it ended: 1
    where the user can mend it, 3 where a machine failed.
    """
    print(f"jingmai: {one_line(error.message)}", file=sys.stderr)
    if error.hint:
        print(f"  hint: {one_line(error.hint)}", file=sys.stderr)
    return EXIT_USER if isinstance(error, UserError) else EXIT_PARTLY


def settings_of(args: argparse.Namespace, **overrides: object) -> Settings:
    """The settings of this call: `--config`, then `--store` and the like over it."""
    return load_settings(args.config, store=args.store, **overrides)


def build_parser() -> argparse.ArgumentParser:
    """The parser of the whole command line; `args.run` is the chosen command's function."""
    parser = argparse.ArgumentParser(
        prog="jingmai", description="จริงไหม: check claims in Thai and English against evidence."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"assistant.cli.{name}_command")
        sub = commands.add_parser(name, help=module.HELP, description=module.HELP)
        module.add_arguments(sub)
        sub.add_argument("--store", type=Path, metavar="DIR", help="the store's folder")
        sub.add_argument("--config", type=Path, metavar="FILE", help="settings (TOML)")
        sub.set_defaults(run=module.run)
    return parser


def _utf8_streams() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
