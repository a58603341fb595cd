"""Tokens before they are counted: what a text will come to, and what a run may use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from math import ceil

from assistant.llm.choices import model_names, price_of
from assistant.settings import Settings

_ASCII_PER_TOKEN, _OTHER_PER_TOKEN = 4.0, 1.6
REPLY_TOKENS = 300
"""What a reply comes to, roughly."""

_QUERY_CHARACTERS, _PART_CHARACTERS = 1_200, 6_000
_JUDGE_CHARACTERS = 6_000


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run may use. `usd` is None when a model has no price."""

    calls: int
    tokens: int
    usd: Decimal | None


def tokens_of(texts: Iterable[str]) -> int:
    """Roughly how many tokens `texts` come to, Thai and English alike."""
    ascii_, other = 0, 0
    for text in texts:
        plain = sum(char.isascii() for char in text)
        ascii_, other = ascii_ + plain, other + len(text) - plain
    return ceil(ascii_ / _ASCII_PER_TOKEN + other / _OTHER_PER_TOKEN)


def estimate(
    settings: Settings, claims: int, *, articles: int = 0, characters: int = _JUDGE_CHARACTERS
) -> Estimate:
    """What rating `claims` claims may use, votes and queries included.

    `characters` of prompt go with a claim, with a reply of `REPLY_TOKENS`; `articles` are parts of
    articles in which claims have still to be found.
    """
    names = model_names(settings)
    votes = max(1, settings.llm_agree)
    work = [(name, claims * votes, characters) for name in names]
    if names and settings.llm_queries:
        work.append((names[0], claims, _QUERY_CHARACTERS))
    if names and articles:
        work.append((names[0], articles, _PART_CHARACTERS))
    calls, tokens, usd = 0, 0, Decimal(0)
    priced = bool(names)
    for name, times, length in work:
        sent, received = times * ceil(length / 2.5), times * REPLY_TOKENS
        price = price_of(name, settings)
        calls, tokens = calls + times, tokens + sent + received
        usd += price.of(sent, received) if price else Decimal(0)
        priced = priced and price is not None
    return Estimate(calls, tokens, usd if priced else None)
