"""Front matter: the YAML between two `---` lines that opens a Markdown file."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

_LINES, _CHARACTERS = 200, 20_000
_PAIR = re.compile(r"(?P<key>[^\s:#-][^:\n]{0,60}?)\s*:(?:\s+(?P<value>.*?))?\s*\Z")
_PART = re.compile(r"\s*\Z|\s*#|\s+\S|-\s")
_WEB = re.compile(r"https?://", re.IGNORECASE)
# What a field may be called, first match first. A source may be a name or an address.
_NAMES = {
    "title": ("title", "headline", "หัวข้อ", "หัวเรื่อง", "ชื่อเรื่อง", "พาดหัว"),
    "published": (
        *("date", "published", "published_at", "publishdate", "pubdate", "datepublished"),
        *("วันที่", "วันที่เผยแพร่", "เผยแพร่"),
    ),
    "publisher": (
        *("publisher", "site", "site_name", "sitename", "source", "สำนักข่าว", "ผู้เผยแพร่"),
        *("แหล่งที่มา", "ที่มา", "author", "authors", "ผู้เขียน"),
    ),
    "url": (
        *("url", "canonical", "canonical_url", "link", "permalink", "source_url", "source"),
        *("site", "ลิงก์"),
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """What a file says of itself, "" where it says nothing."""

    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""


def front_matter_of(text: str) -> tuple[About, str]:
    """What the front matter of `text` says, and the text after it.

    All of `text` where none opens it: two rules around prose are no front matter.
    """
    text = text.removeprefix("\ufeff")
    lines = text[:_CHARACTERS].splitlines(keepends=True)[:_LINES]
    if not lines or lines[0].rstrip() != "---":
        return About(), text
    end = next((n for n, x in enumerate(lines[1:], 1) if x.rstrip() in ("---", "...")), 0)
    fields = _fields("".join(lines[1:end])) if end else None
    if fields is None:
        return About(), text
    return _about(fields), text[sum(map(len, lines[: end + 1])) :]


def _fields(block: str) -> dict[str, Any] | None:
    """The fields of `block`, None when it is no front matter."""
    import yaml

    try:
        # Every scalar stays a text: no type is guessed, nothing is built.
        value = yaml.load(block, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError):
        value = _pairs(block)
    if not isinstance(value, dict):
        return {} if not block.strip() else None
    return {str(key).strip().casefold(): told for key, told in value.items()}


def _pairs(block: str) -> dict[str, str] | None:
    """The plain `key: value` lines of a block that is no YAML ("title: AI: the cost")."""
    found: dict[str, str] = {}
    for line in block.splitlines():
        if pair := _PAIR.match(line):
            found[pair["key"]] = (pair["value"] or "").strip("\"'")
        elif not _PART.match(line):
            return None
    return found or None


def _about(fields: Mapping[str, Any]) -> About:
    told = {name: _first(fields, name) for name in _NAMES}
    return About(**told)


def _first(fields: Mapping[str, Any], name: str) -> str:
    for key in _NAMES[name]:
        words = _words(fields.get(key))
        if (
            words
            and (name != "url" or _WEB.match(words))
            and (name != "publisher" or not _WEB.match(words))
        ):
            return words
    return ""


def _words(value: Any) -> str:
    """A field as one line: a text, a list of texts, or the name of what is described."""
    if isinstance(value, dict):
        value = value.get("name", "")
    if isinstance(value, list):
        value = ", ".join(filter(None, (_words(v) for v in value[:10] if not isinstance(v, list))))
    return " ".join(value.split())[:500] if isinstance(value, str) else ""
