"""Where names stand in a text.

Latin names are runs of capitalised words. Thai has no capitals: its names are found from the
alias table, and by what marks them (บริษัท, นาย, จังหวัด and the like).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.names.sound import skeleton
from assistant.names.table import aliases, usual

_WORD = r"(?:[A-Z][\w&’'-]*|[a-z]+[A-Z]\w*)"
_CAPITALS = re.compile(rf"{_WORD}(?:(?:[ \u00a0]|-)(?:(?:of|the|de|for)[ \u00a0])*{_WORD})*")
_THAI = re.compile(r"[\u0e00-\u0e7f]")

# Capitalised words that begin sentences, not names.
_COMMON = frozenset(
    "the a an in on at of by for from to with as and or but if when while after before since until "
    "this that these those it its he she they we you i his her their our there here what which who "
    "about around some many most more less over under up down no not nor all both each every any "
    "one two three four five six seven eight nine ten first second third last next january "
    "february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday fewer exactly nearly almost between only women men "
    "people according however although though because during under forty thirty twenty fifty half "
    "also just even still yet so such than then turnout unemployment upwards".split()
)
_MARKED = re.compile(
    r"(?:บริษัท|บมจ\.|บจก\.|ธนาคาร|นาย|นางสาว|นาง|จังหวัด|อำเภอ|เขื่อน|ท่าเรือ|มหาวิทยาลัย|โรงพยาบาล|กระทรวง|กรม)"
    r"\s?([\u0e00-\u0e7f]{3,30})"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: `text == source[start:end]`.

    `keys` are forms to match it by: lower case, the table's usual name, how it sounds.
    """

    text: str
    start: int
    end: int
    keys: tuple[str, ...]


def names_in(text: str, language: str | None = None) -> tuple[Name, ...]:
    """Names of `text` in reading order. `language` limits the search to one script."""
    found: dict[tuple[int, int], Name] = {}
    if language != "th":
        for start, end in _latin(text):
            found[start, end] = _name(text, start, end)
    if language != "en" and _THAI.search(text):
        for m in _known().finditer(text):
            found[m.span()] = _name(text, *m.span())
        for m in _MARKED.finditer(text):
            if not any(s < m.end(1) and m.start(1) < e for s, e in found):
                found[m.span(1)] = _name(text, *m.span(1))
    return tuple(found[span] for span in sorted(found))


def _latin(text: str) -> list[tuple[int, int]]:
    spans = []
    for m in _CAPITALS.finditer(text):
        start, end = m.span()
        while start < end:
            head = re.match(r"\w+", text[start:end])
            if head is None or head.group().lower() not in _COMMON:
                break
            start += head.end()
            while start < end and not text[start].isalnum():
                start += 1
        if text[start:end].endswith(("'s", "’s")):
            end -= 2
        if end - start > 1:
            spans.append((start, end))
    return spans


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    thai = sorted((a for a in aliases() if _THAI.match(a)), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, thai)))


def _name(text: str, start: int, end: int) -> Name:
    wording = text[start:end]
    return Name(wording, start, end, keys_of(wording))


def keys_of(name: str) -> tuple[str, ...]:
    """Forms a name is matched by: lower case, the table's usual name if any, its sound."""
    known = usual(name)
    return (name.lower(), *((known,) if known else ()), skeleton(name))
