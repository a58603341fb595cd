"""Options that several commands share, and the settings they make."""

from __future__ import annotations

import argparse
import re
from datetime import date
from typing import TYPE_CHECKING

from assistant.errors import InputError, SettingsError
from assistant.settings import Settings

if TYPE_CHECKING:
    from assistant.types import Period
    from index.types import Document

_NEED_A_MODEL = {
    "llm_base_url": "--llm-base-url",
    "llm_agree": "--agree",
    "budget_usd": "--budget",
    "budget_tokens": "--budget-tokens",
    "llm_extract": "--llm-extract",
    "llm_queries": "--llm-queries",
}


def add_llm_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the language-model options; `settings_with_llm` reads them."""
    group = parser.add_argument_group("language model (optional)")
    group.add_argument("--llm", metavar="PROVIDER:MODEL", help="let a chat model judge")
    group.add_argument("--llm-base-url", metavar="URL", help="an OpenAI-compatible server")
    group.add_argument("--agree", dest="llm_agree", type=int, metavar="N", help="votes a claim")
    group.add_argument("--budget", dest="budget_usd", type=float, metavar="USD", help="stop there")
    group.add_argument("--budget-tokens", type=int, metavar="N", help="stop after N tokens")
    group.add_argument(
        "--llm-extract", action="store_true", default=None, help="let it find the claims too"
    )
    group.add_argument(
        "--llm-queries", action="store_true", default=None, help="let it write queries too"
    )


def settings_with_llm(args: argparse.Namespace, **overrides: object) -> Settings:
    """The settings of this call with the options of `add_llm_arguments` and `overrides` over them.

    Raises `SettingsError` where one of the options is given and no model named anywhere.
    """
    from assistant.cli import settings_of

    given = {name: getattr(args, name) for name in ("llm", *_NEED_A_MODEL)}
    settings = settings_of(args, **{**given, **overrides})
    for name, option in _NEED_A_MODEL.items():
        if settings.llm is None and given[name] is not None:
            raise SettingsError(
                f"{option} needs a language model",
                hint="name one with --llm PROVIDER:MODEL, or as llm in the settings file",
            )
    return settings


def add_article_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be told of an article; `article_of` reads it."""
    parser.add_argument(
        "--date",
        metavar="DATE",
        help="when the article appeared (2025-02-07, 7 ก.พ. 2568); goes before what it says itself",
    )
    parser.add_argument(
        "--publisher", metavar="NAME", help="who published the article, before what it says itself"
    )


def article_of(args: argparse.Namespace) -> Document:
    """The article of this call, with the date and the publisher that were told of it.

    Raises `InputError` for what is no date, before anything is read, and for an article that
    cannot be read.
    """
    day = day_of(args.date)
    from index.ingest import read_article

    return read_article(args.article, published=day, publisher=(args.publisher or "").strip())


def day_of(text: str | None) -> date | None:
    """A date as typed, e.g. 2025-02-07, 2568-02-07 or "7 ก.พ. 2568"; None stays None.

    A month or a year means its last day. Raises `InputError` when no date is understood, or a
    day that its month does not have.
    """
    if text is None:
        return None
    from assistant.quantities import parse_period
    from index.ingest.records import date_of

    if day := date_of(text):
        return day
    period = parse_period(text)
    if period is None or period.last is None or _lacks_day(text, period):
        told = " ".join(text.split())[:100] or "(empty)"
        raise InputError(f"not a date: {told}", hint="write it as 2025-02-07 or 7 ก.พ. 2568")
    return period.last


def _lacks_day(text: str, period: Period) -> bool:
    """Whether `text` gives a day that was not understood, as the 30th of February is not."""
    return period.grain in ("month", "year") and len(re.findall(r"\d+", text)) > 1
