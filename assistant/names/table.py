"""Names that no rule of sound connects: the alias table."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def rows() -> tuple[tuple[str, ...], ...]:
    """The table as it is written: of each thing its usual name, then its other names."""
    text = files("assistant.names").joinpath("aliases.tsv").read_text("utf-8")
    lines = (line for line in text.splitlines() if line and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


@lru_cache(maxsize=1)
def aliases() -> dict[str, str]:
    """Every alias, lower case, with the usual name it stands for."""
    return {alias.lower(): row[0] for row in rows() for alias in row}


@lru_cache(maxsize=1)
def forms() -> dict[str, tuple[str, ...]]:
    """The usual name with all its aliases."""
    found: dict[str, list[str]] = {}
    for alias, name in aliases().items():
        found.setdefault(name, []).append(alias)
    return {name: tuple(sorted(items, key=len, reverse=True)) for name, items in found.items()}


def usual(name: str) -> str | None:
    """The usual name behind an alias, None when the table does not know it."""
    key = name.lower().strip()
    found = aliases().get(key)
    return aliases().get(key[:-1]) if found is None and key.endswith(_PEOPLES) else found


_PEOPLES = ("ans", "ais")
"""How peoples end that are called by their adjective: Indians, Thais."""


HOME = {"th": "Thailand"}
"""The country, by its usual name, that texts of a language mean when they name none."""

OWNERS = {
    "Google": "Alphabet",
    "Facebook": "Meta",
    "Amazon Web Services": "Amazon",
    "ChatGPT": "OpenAI",
    "TikTok": "ByteDance",
}
"""Firms and products of the table that are told of by the name of whoever owns them."""

PLACES = frozenset(
    {
        *("Thailand", "Bangkok", "United States", "China", "Japan", "South Korea", "North Korea"),
        *("Taiwan", "Hong Kong", "India", "Indonesia", "Malaysia", "Singapore", "Vietnam"),
        *("Philippines", "Myanmar", "Laos", "Cambodia", "Germany", "France", "United Kingdom"),
        *("Italy", "Spain", "Netherlands", "Switzerland", "Russia", "Ukraine", "Australia"),
        *("New Zealand", "Canada", "Mexico", "Brazil", "Saudi Arabia", "United Arab Emirates"),
        *("Israel", "Iran", "Turkey", "Europe", "Asia", "European Union"),
    }
)
"""The places of the table, by their usual names."""
