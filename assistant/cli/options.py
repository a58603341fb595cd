"""Options that several commands share, and the settings they make."""

from __future__ import annotations

import argparse
from datetime import date

from assistant.errors import InputError, SettingsError
from assistant.settings import Settings

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


def day_of(text: str | None) -> date | None:
    """A date as typed, e.g. 2025-02-07 or "7 ก.พ. 2568"; None stays None.

    A month or a year means its last day. Raises `InputError` when no date is understood.
    """
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        from assistant.quantities import parse_period

        period = parse_period(text)
    if period is None or period.last is None:
        raise InputError(f"not a date: {text}", hint="write it as 2025-02-07")
    return period.last
