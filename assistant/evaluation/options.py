"""The options of `jingmai eval`, for the command line and for the commands in a baseline."""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import NoReturn

from assistant.errors import InputError

_LLM_OPTIONS = {
    "llm": "--llm",
    "llm_base_url": "--llm-base-url",
    "llm_agree": "--agree",
    "budget_usd": "--budget",
    "budget_tokens": "--budget-tokens",
    "llm_extract": "--llm-extract",
    "llm_queries": "--llm-queries",
}


class _Quiet(argparse.ArgumentParser):
    """Raises what an ordinary parser prints; its subparsers do too."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{self.prog}: {message}", hint=f"see: {self.prog} --help")

    def print_help(self, file: object = None) -> NoReturn:
        self.error("--help measures nothing")


def add_options(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """Declare what can be evaluated and with which options; the parser of each kind by name."""
    kinds = parser.add_subparsers(dest="what", required=True, metavar="WHAT")
    _retrieval(kinds.add_parser("retrieval", help="retrievers side by side on one data set"))
    _verdicts(kinds.add_parser("verdicts", help="verdicts against the right labels"))
    _claims(kinds.add_parser("claims", help="claims found against annotated articles"))
    history = kinds.add_parser("history", help="earlier runs, or one of them again")
    history.add_argument(
        "wanted", metavar="RUN", nargs="?", help="number or name of a run, or: last"
    )
    compare = kinds.add_parser("compare", help="two runs, item by item")
    compare.add_argument("a", metavar="A", help="number or name of a run, last, or a JSON file")
    compare.add_argument("b", metavar="B", help="the run to compare it with")
    gate = kinds.add_parser("gate", help="exit 1 when a figure falls below its tolerance")
    gate.add_argument(
        "--baseline", type=Path, metavar="FILE", help="expected figures (default: the seeds')"
    )
    for kind in kinds.choices.values():
        _output(kind, html=kind not in (gate, compare))
    return dict(kinds.choices)


def parse(words: list[str]) -> argparse.Namespace:
    """The options in `words`, e.g. ["retrieval", "--dataset", "seeds"].

    Raises `InputError` when they are wrong; nothing is printed.
    """
    parser = _Quiet(prog="jingmai eval", add_help=False)
    add_options(parser)
    return parser.parse_args(words)


def command_of(args: argparse.Namespace) -> str:
    """The options of a run that say what was measured, as a shell takes them."""
    words = ["jingmai", "eval", args.what, "--dataset", args.dataset]
    options = {name: f"--{name}" for name in ("references", "split", "limit")} | _LLM_OPTIONS
    for name, option in options.items():
        value = getattr(args, name, None)
        if value is not None:
            words += [option] if value is True else [option, str(value)]
    for name in getattr(args, "encoder", ()):
        words += ["--encoder", name]
    if getattr(args, "evidence", "") == "given":
        words += ["--evidence", "given"]
    return shlex.join(words + (["--mutants"] if getattr(args, "mutants", False) else []))


def _retrieval(parser: argparse.ArgumentParser) -> None:
    _dataset(parser, "BEIR or MIRACL folder, SQuAD or AVeriTeC file, claims file, seeds or review")
    parser.add_argument(
        "--references", type=Path, metavar="FILE", help="documents of a claims file"
    )
    parser.add_argument("--split", help="which qrels of a folder (default: test)")
    parser.add_argument(
        "--encoder", action="append", default=[], metavar="NAME", help="one more embedding model"
    )
    _kept(parser)


def _verdicts(parser: argparse.ArgumentParser) -> None:
    _dataset(
        parser,
        "labelled claims (any file that bulk reads, AVeriTeC, FEVER, FoolMeTwice), seeds or review",
    )
    parser.add_argument(
        "--references", type=Path, metavar="FILE", help="check against these documents only"
    )
    parser.add_argument(
        "--evidence",
        choices=("retrieved", "given"),
        default="retrieved",
        help="given: judge by the texts that come with the claims",
    )
    parser.add_argument("--mutants", action="store_true", help="also judge claims made wrong")
    parser.add_argument("--limit", type=int, metavar="N", help="only the first N claims")
    _kept(parser)


def _claims(parser: argparse.ArgumentParser) -> None:
    _dataset(parser, "annotated articles (JSON lines with body and units)")
    _kept(parser)


def _dataset(parser: argparse.ArgumentParser, words: str) -> None:
    parser.add_argument("--dataset", required=True, metavar="SET", help=words)


def _kept(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--name", default="", help="a name for the run in the history")
    parser.add_argument("--no-history", action="store_true", help="do not keep the run")


def _output(parser: argparse.ArgumentParser, *, html: bool) -> None:
    parser.add_argument(
        "--json",
        nargs="?",
        const="-",
        metavar="OUT",
        help="write the figures as JSON (no OUT: print)",
    )
    if html:
        parser.add_argument("--html", type=Path, metavar="OUT", help="write a report with plots")
    # The same options stand before the subcommand too; what is typed last counts.
    for name, kind in (("--store", "DIR"), ("--config", "FILE")):
        parser.add_argument(
            name, type=Path, metavar=kind, default=argparse.SUPPRESS, help=argparse.SUPPRESS
        )
