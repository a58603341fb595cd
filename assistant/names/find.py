"""Where names stand in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.names.sound import coarse, skeleton

_WORD = r"[A-Z][\w&’'.-]*\w|[A-Z]"
_CAPITAL = re.compile(rf"(?:{_WORD})(?:[  ](?:(?:of|the|de|and|&)[  ])?(?:{_WORD}))*")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: `text == source[start:end]`; `keys` are forms to match it by."""

    text: str
    start: int
    end: int
    keys: tuple[str, ...]


def names_in(text: str, language: str | None = None) -> tuple[Name, ...]:
    """Names of `text` in reading order: runs of capitalised words."""
    del language
    return tuple(
        Name(m.group(), m.start(), m.end(), keys_of(m.group())) for m in _CAPITAL.finditer(text)
    )


def keys_of(name: str) -> tuple[str, ...]:
    """Forms a name is matched by: lower case and how it sounds."""
    return (name.lower(), coarse(skeleton(name)))
