"""Prompts as strict little files: no unknown keys, placeholders checked when loaded, a version."""

from __future__ import annotations

import hashlib
import string
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from assistant.errors import SettingsError

_KEYS = {"name", "language", "version", "task", "system", "human"}

VARIABLES: dict[str, frozenset[str]] = {
    "judge": frozenset({"today", "cutoff", "claim", "passages", "computed"}),
    "extract": frozenset({"published", "article"}),
    "queries": frozenset({"claim"}),
    "answer": frozenset({"claim", "label", "passages", "question"}),
}
"""What each task's prompt must mention, no more and no less."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt file. `digest` is the SHA-256 (hex) of what is sent: `system` and `human`."""

    name: str
    language: str
    version: int
    task: str
    system: str
    human: str

    @property
    def digest(self) -> str:
        """SHA-256 (hex) of the wording."""
        return hashlib.sha256(f"{self.system}\x1f{self.human}".encode()).hexdigest()

    @property
    def id(self) -> str:
        """Name, language, version and digest, e.g. `judge.th@1:3fb1c2d4`."""
        return f"{self.name}.{self.language}@{self.version}:{self.digest[:8]}"

    def messages(self, **values: str) -> list[tuple[str, str]]:
        """The (role, text) messages with `values` filled in.

        Values are put in as they are: braces inside them mean nothing. Raises `KeyError` for a
        missing value.
        """
        return [("system", self.system), ("human", self.human.format(**values))]


@cache
def load_prompt(name: str, language: str) -> Prompt:
    """The shipped prompt for a task in a language ("th"; anything else gives English)."""
    reader = "th" if language == "th" else "en"
    file = resources.files("prompts") / f"{name}.{reader}.yaml"
    return parse_prompt(file.read_text("utf-8"), source=f"{name}.{reader}.yaml")


def parse_prompt(text: str, *, source: str) -> Prompt:
    """Read one prompt file. Raises `SettingsError` naming everything that is wrong with it."""
    data = yaml.safe_load(text)
    if not isinstance(data, dict):
        raise SettingsError(f"the prompt {source} is not a YAML mapping")
    wrong = sorted(_wrong(data))
    if wrong:
        raise SettingsError(f"the prompt {source} cannot be used: {'; '.join(wrong)}")
    return Prompt(**data)


def _wrong(data: dict[str, Any]) -> set[str]:
    found = {f"unknown key {key}" for key in data.keys() - _KEYS}
    found |= {f"missing key {key}" for key in _KEYS - data.keys()}
    if found:
        return found
    if not isinstance(data["version"], int) or data["version"] < 1:
        found.add("version must be a whole number from 1")
    if data["name"] not in VARIABLES:
        return found | {f"unknown task {data['name']}"}
    used = {field for _, field, _, _ in string.Formatter().parse(data["human"]) if field}
    found |= {f"placeholder {{{key}}} is missing" for key in VARIABLES[data["name"]] - used}
    found |= {f"placeholder {{{key}}} is unknown" for key in used - VARIABLES[data["name"]]}
    return found
