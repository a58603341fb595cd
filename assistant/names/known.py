"""Names of the alias table that a text mentions, the longest first: ปตท.สผ. is not ปตท."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.names.ordinary import opening
from assistant.names.table import rows, usual

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_CAPITAL = re.compile(r"[A-Z]")
# The newspapers' order of a ministry's name: "the Finance Ministry" is the Ministry of Finance.
_MINISTRY = re.compile(
    r"(?:\b[Tt]he )?(?P<field>[A-Z][a-z]+(?:(?:,| and)? [A-Z][a-z]+)*) Ministry\b"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the table in a text, by its usual name: it stands at `[start, end)`."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=4096)
def known_in(text: str) -> tuple[Known, ...]:
    """The names of the table that `text` mentions, in reading order, never overlapping.

    Latin names that are ordinary words (Apple, SET) must be written as names are; a text without
    any capital letter is read leniently.
    """
    pattern = _exact() if _CAPITAL.search(text) else _lenient()
    found = [
        Known(known, m.start(), m.end())
        for m in pattern.finditer(text)
        if (known := usual(m.group())) is not None
    ]
    taken = [(k.start, k.end) for k in found]
    for m in _MINISTRY.finditer(text):
        field = m["field"]
        known = usual(f"Ministry of {field}") or usual(f"Ministry of {field} Affairs")
        if known and not any(s < m.end() and m.start() < e for s, e in taken):
            found.append(Known(known, m.start(), m.end()))
    return tuple(sorted(found, key=lambda k: k.start))


@lru_cache(maxsize=1)
def _exact() -> re.Pattern[str]:
    return _pattern(exact=True)


@lru_cache(maxsize=1)
def _lenient() -> re.Pattern[str]:
    return _pattern(exact=False)


def _pattern(*, exact: bool) -> re.Pattern[str]:
    names = sorted({name for row in rows() for name in row}, key=len, reverse=True)
    return re.compile("|".join(_form(name, exact=exact) for name in names))


def _form(name: str, *, exact: bool) -> str:
    if _THAI.search(name):
        return re.escape(name)
    as_written = exact and (name.isupper() or name.lower() in opening())
    flags = "" if as_written else "i"
    return rf"(?{flags}:(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9]))"
