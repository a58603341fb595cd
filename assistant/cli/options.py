"""Options that several commands share, and the settings they make."""

from __future__ import annotations

import argparse
from datetime import date

from assistant.errors import InputError

_LLM = ("llm", "llm_base_url", "llm_agree", "budget_usd", "budget_tokens")


def add_llm_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the language-model options; `llm_settings` reads them."""
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


def llm_settings(args: argparse.Namespace) -> dict[str, object]:
    """The settings of `add_llm_arguments`; None where nothing was given."""
    names = (*_LLM, "llm_extract", "llm_queries")
    return {name: getattr(args, name) for name in names}


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
