"""Names of the alias table that a text mentions, the longest first: ปตท.สผ. is not ปตท."""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    names = _exact() if _CAPITAL.search(text) else _lenient()
    found = [
        Known(known, m.start(), m.end())
        for m in names.find(text)
        if (known := usual(m.group())) is not None
    ]
    taken = [(k.start, k.end) for k in found]
    for m in _MINISTRY.finditer(text):
        field = m["field"]
        known = usual(f"Ministry of {field}") or usual(f"Ministry of {field} Affairs")
        if known and not any(s < m.end() and m.start() < e for s, e in taken):
            found.append(Known(known, m.start(), m.end()))
    return tuple(sorted(found, key=lambda k: k.start))


class _Names:
    """The names of the table, by how they begin: few stand at any one place of a text."""

    def __init__(self, *, exact: bool) -> None:
        forms: dict[str, list[str]] = {}
        for name in sorted({name for row in rows() for name in row}, key=len, reverse=True):
            forms.setdefault(_beginning(name), []).append(_form(name, exact=exact))
        self._forms = {begin: "|".join(all_) for begin, all_ in forms.items()}
        self._compiled: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> Iterator[re.Match[str]]:
        """The names in `text` from left to right, the longest at each place, none overlapping."""
        start = 0
        while start < len(text):
            begin = _beginning(text[start : start + _LETTERS])
            found = self._pattern(begin).match(text, start) if begin in self._forms else None
            if found:
                yield found
            start = found.end() if found else start + 1

    def _pattern(self, begin: str) -> re.Pattern[str]:
        if begin not in self._compiled:  # when first asked: most beginnings never are
            self._compiled[begin] = re.compile(self._forms[begin])
        return self._compiled[begin]


def _beginning(name: str) -> str:
    return name[:_LETTERS].lower()


_LETTERS = 2


@lru_cache(maxsize=1)
def _exact() -> _Names:
    return _Names(exact=True)


@lru_cache(maxsize=1)
def _lenient() -> _Names:
    return _Names(exact=False)


def _form(name: str, *, exact: bool) -> str:
    if _THAI.search(name):
        return re.escape(name)
    as_written = exact and (name.isupper() or name.lower() in opening())
    flags = "" if as_written else "i"
    return rf"(?{flags}:(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9]))"
