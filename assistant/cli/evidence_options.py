"""Options that say which documents may serve as evidence."""

from __future__ import annotations

import argparse

from assistant.cli.options import day_of
from index.types import Filters, Kind, Tier

_LANGUAGES = ("th", "en")
_KINDS = (Kind.REFERENCE, Kind.FACT_CHECK)


def add_evidence_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; `evidence_filters` reads them."""
    group = parser.add_argument_group(
        "evidence (optional)",
        "Take evidence only from these documents; all but --only-until may be given several times. "
        "Verdicts reached on part of the documents are not kept.",
    )
    for name, choices, words in (
        ("language", _LANGUAGES, "documents in this language"),
        ("tier", [t.value for t in Tier], "documents of this standing"),
        ("kind", [k.value for k in _KINDS], "documents of this kind"),
    ):
        group.add_argument(
            f"--only-{name}", action="append", default=[], choices=choices, help=words
        )
    group.add_argument(
        "--only-publisher",
        action="append",
        default=[],
        metavar="NAME",
        help="documents of this publisher, named as in: jingmai index list",
    )
    group.add_argument(
        "--only-until",
        metavar="DATE",
        help="documents published on DATE or before; undated ones are left out",
    )


def evidence_filters(args: argparse.Namespace) -> Filters | None:
    """What `add_evidence_arguments` was given; None when it was nothing.

    Raises `InputError` for what is no date.
    """
    until = day_of(args.only_until)
    found = Filters(
        languages=tuple(args.only_language),
        publishers=tuple(args.only_publisher),
        tiers=tuple(Tier(t) for t in args.only_tier),
        kinds=tuple(Kind(k) for k in args.only_kind),
        published_by=until,
        undated=until is None,
    )
    return None if found == Filters() else found
