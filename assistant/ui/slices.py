"""The names of slices and of ways of searching, in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assistant.evaluation.slices import SOURCE
from assistant.ui.words import WORDS, say

_LANGUAGES = ("th", "en")
_KIND = "kind: "


def slice_words(name: str, language: str) -> str:
    """What a slice of `assistant.evaluation.slices` is called on the page."""
    if "→" in name:
        claim, evidence = (_language(part, language) for part in name.split("→", 1))
        return say(language, "slice.pair", claim=claim, evidence=evidence)
    if name.startswith(SOURCE):
        return say(language, "slice.source", source=name.removeprefix(SOURCE))
    if name.startswith(_KIND):
        kind = name.removeprefix(_KIND)
        known = f"kind.of.{kind}"
        return say(language, "slice.kind", kind=say(language, known) if known in WORDS else kind)
    if name in _LANGUAGES:
        return say(language, f"slice.language.{name}")
    known = f"slice.{name.split(' ', 1)[0]}"
    return say(language, known) if known in WORDS else name


def way_words(name: str, language: str) -> str:
    """What a retriever is called on the page; what was added to its name stays."""
    mode = next((m for m in ("lexical", "dense", "exact", "hybrid") if name.startswith(m)), "")
    return say(language, f"mode.{mode}") + name.removeprefix(mode) if mode else name


def largest_first(slices: Mapping[str, Any], count: str) -> list[tuple[str, Any]]:
    """Slices in the order they are shown: languages and their pairs, then by size.

    `count` names the figure that says how large a slice is.
    """

    def place(item: tuple[str, Any]) -> tuple[bool, int]:
        name, cut = item
        return not ("→" in name or name in _LANGUAGES), -int(cut[count])

    return sorted(slices.items(), key=place)


def _language(code: str, language: str) -> str:
    known = f"slice.{code}"
    return say(language, known) if known in WORDS else code
