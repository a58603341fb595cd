"""Where names stand in a text.

Latin names are runs of capitalised words. Thai has no capitals: its names are found from the
alias table, and by what marks them (บริษัท, นาย, จังหวัด and the like).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.names.ordinary import COMMON, ENDS, GENERIC, is_word, opening
from assistant.names.sound import skeleton
from assistant.names.table import aliases, usual
from index.text import thai_tokens

_WORD = r"(?:[A-Z][\w&’'-]*|[a-z]+[A-Z]\w*)"
_CAPITALS = re.compile(rf"{_WORD}(?:(?:[ \u00a0]|-)(?:(?:of|the|de)[ \u00a0])*{_WORD})*")
_THAI = re.compile(r"[\u0e00-\u0e7f]")

_MARKED = re.compile(
    r"(บริษัท|บมจ\.|บจก\.|ธนาคาร|นาย|นางสาว|นาง|จังหวัด|อำเภอ|เขื่อน|ท่าเรือ|มหาวิทยาลัย|โรงพยาบาล|กระทรวง|กรม)"
    r"\s?([\u0e00-\u0e7f]{3,30})"
)
_KINDS = frozenset({"บริษัท", "ธนาคาร"})  # an ordinary word after these tells the kind, not the name
_MONEY = re.compile(r"(?:เหรียญ|ดอลลาร์|ดอลล่าร์)\s?$")
_OWNER = re.compile("['’]s[ \u00a0]")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: `text == source[start:end]`.

    `keys` are forms to match it by: lower case, the table's usual name, how it sounds.
    """

    text: str
    start: int
    end: int
    keys: tuple[str, ...]


@lru_cache(maxsize=16384)
def names_in(text: str, language: str | None = None) -> tuple[Name, ...]:
    """Names of `text` in reading order. `language` limits the search to one script."""
    found: dict[tuple[int, int], Name] = {}
    if language != "th":
        for start, end in _latin(text):
            found[start, end] = _name(text, start, end)
    if language != "en" and _THAI.search(text):
        for m in _known().finditer(text):
            if not _MONEY.search(text, 0, m.start()):
                found[m.span()] = _name(text, *m.span())
        for m in _MARKED.finditer(text):
            start, end = m.start(2), _end(m[2], m[1]) + m.start(2)
            if start < end and not any(s < end and start < e for s, e in found):
                found[start, end] = _name(text, start, end)
    return tuple(found[span] for span in sorted(found))


def _end(text: str, mark: str) -> int:
    """Where the name that begins `text` ends: before the first word that none has; 0 for none."""
    end = 0
    for token in thai_tokens(text):
        if token in ENDS or (end == 0 and mark in _KINDS and is_word(token)):
            break
        end += len(token)
    return end


def _latin(text: str) -> list[tuple[int, int]]:
    spans = []
    for m in _CAPITALS.finditer(text):
        start, end = m.span()
        for owner in [*_OWNER.finditer(text, start, end)]:
            spans.append(_trimmed(text, start, owner.start()))
            start = owner.end()
        spans.append(_trimmed(text, start, end))
    return [(start, end) for start, end in spans if end - start > 1]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The run without words that begin sentences, generic words around it, and a final 's."""
    while start < end:
        head = re.match(r"\w+", text[start:end])
        opens = not text[:start].strip(" \"“'")
        if head is None or not (
            _ordinary(head.group(), opens=opens) or (opens and _opening(text, start, end))
        ):
            break
        start += head.end()
        while start < end and not text[start].isalnum():
            start += 1
    if text[start:end].endswith(("'s", "’s")):
        end -= 2
    tail = re.search(r"[ \u00a0-](\w+)$", text[start:end])
    if tail is not None and tail[1] in GENERIC:
        end = start + tail.start()
    return start, end


def _ordinary(word: str, *, opens: bool) -> bool:
    gerund = opens and len(word) > 5 and word.endswith("ing")
    return word.lower() in COMMON or word in GENERIC or gerund


def _opening(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word alone, before one in lower case that is no verb, is mostly written
    small: "Electric cars", but "Nature was"."""
    alone = text[start:end].isalpha() and _SMALL_NEXT.match(text, end) is not None
    return alone and text[start:end].lower() in opening()


_SMALL_NEXT = re.compile(
    r" (?!(?:was|is|has|had|will|would|did|does|said|says|told|gave|put|announced|reported|plans"
    r"|planned|expects|expected)\b)[a-z]"
)


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
