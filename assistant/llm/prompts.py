"""Prompts as strict little files: no unknown or repeated keys, one type a key, placeholders checked
when loaded, a version."""

from __future__ import annotations

import hashlib
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from assistant.errors import SettingsError

_TEXTS = ("name", "language", "task", "system", "human")
_KEYS = {*_TEXTS, "version"}
_LANGUAGES = ("th", "en")
_LIKE_THE_SHIPPED = "see the files in the folder prompts of the package for its form"

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
    return read_prompt(resources.files("prompts") / f"{name}.{reader}.yaml")


def read_prompt(file: Traversable) -> Prompt:
    """Read `NAME.LANGUAGE.yaml`. Raises `SettingsError` as `parse_prompt`, and when the file cannot
    be read or is not named after its prompt."""
    try:
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise _unusable(file.name, f"it cannot be read as UTF-8 text ({error})") from error
    prompt = parse_prompt(text, source=file.name)
    named = f"{prompt.name}.{prompt.language}.yaml"
    if file.name != named:
        raise _unusable(file.name, f"by its name and language it would be {named}")
    return prompt


def parse_prompt(text: str, *, source: str) -> Prompt:
    """Read one prompt file. Raises `SettingsError` naming `source` and everything that is wrong."""
    try:
        data = yaml.load(text, Loader=_Strict)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        raise _unusable(source, f"it is not strict YAML: {_first_fault(error)}") from error
    if not isinstance(data, dict):
        raise _unusable(source, "it is not a YAML mapping")
    wrong = sorted(_wrong(data))
    if wrong:
        raise _unusable(source, "; ".join(wrong))
    return Prompt(**data)


class _Strict(yaml.SafeLoader):
    """YAML in which a key may stand once."""


def _mapping(loader: _Strict, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if isinstance(key, str | int | float | bool) and key in seen:
            raise yaml.constructor.ConstructorError(
                problem=f"the key {key} stands twice", problem_mark=key_node.start_mark
            )
        seen |= {key} if isinstance(key, str | int | float | bool) else set()
    return loader.construct_mapping(node, deep=True)


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def _first_fault(error: Exception) -> str:
    """What the YAML reader found, with its line, on one line."""
    problem = getattr(error, "problem", None) or str(error) or type(error).__name__
    mark = getattr(error, "problem_mark", None)
    where = f" (line {mark.line + 1})" if mark else ""
    return " ".join(f"{problem}{where}".split())


def _unusable(source: str, why: str) -> SettingsError:
    return SettingsError(
        f"the prompt {source} cannot be used: {why}", hint="see prompts/ for files that can"
    )


def _wrong(data: dict[Any, Any]) -> set[str]:
    found = {f"unknown key {key}" for key in data.keys() - _KEYS}
    found |= {f"missing key {key}" for key in _KEYS - data.keys()}
    found |= {
        f"{key} must be text"
        for key in _TEXTS
        if key in data and not (isinstance(data[key], str) and data[key].strip())
    }
    version = data.get("version", 1)
    if isinstance(version, bool) or not isinstance(version, int) or version < 1:
        found.add("version must be a whole number from 1")
    if found:
        return found
    if data["language"] not in _LANGUAGES:
        found.add(f"unknown language {data['language']}: it must be {' or '.join(_LANGUAGES)}")
    if data["name"] not in VARIABLES:
        return found | {f"unknown task {data['name']}"}
    return found | set(_wrong_places(data["human"], data["system"], VARIABLES[data["name"]]))


def _wrong_places(human: str, system: str, wanted: frozenset[str]) -> Iterator[str]:
    """What is wrong with the placeholders, which stand in `human` alone."""
    try:
        places = [place for place in string.Formatter().parse(human) if place[1] is not None]
    except ValueError as error:
        yield f"the braces of human do not match ({error}); a brace itself is written twice"
        return
    used = {str(name) for _, name, _, _ in places}
    for _, name, spec, conversion in places:
        if spec or conversion:
            yield f"placeholder {{{name}}} must stand alone, without ! and :"
    yield from (f"placeholder {{{name}}} is missing" for name in wanted - used)
    yield from (f"placeholder {{{name}}} is unknown" for name in used - wanted)
    yield from (
        f"placeholder {{{name}}} has no place in system"
        for name in wanted
        if f"{{{name}}}" in system
    )
