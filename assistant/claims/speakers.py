"""Names that a text gives to whoever speaks; units and currencies are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.claims import attribution_words as words
from assistant.quantities.words.symbols import SIGNS, SYMBOLS

_TITLED_TH = re.compile(words.TITLED_TH)
_LATIN = re.compile(words.LATIN_NAME)
_ROLE_TH = re.compile(rf"\s?{words.ROLE_TH}")
_ROLE_BEFORE_TH = re.compile(rf"(?:^|(?<=\s))(?:ด้าน\s?)?{words.ROLE_TH}[ก-๙]*\s?\Z")
_SKIP_TH = re.compile(words.SKIP_TH)
_OFFICE_TH = re.compile(rf"\A\s*(?:ด้าน\s?|ทาง)?(?:{words.ROLE_TH}|{words.BODY_TH})")
_NOBODY_TH, _VERB_TH = re.compile(words.NOBODY_TH), re.compile(words.VERB_TH)
_FIGURE = re.compile(r"[0-9๐-๙]")
_LONGEST_SPEAKER = 60


@dataclass(frozen=True, slots=True)
class Speaker:
    """A speaker's name, and where the words for it begin, an office before it included."""

    name: str
    start: int


def is_name(text: str) -> bool:
    """Whether `text` names somebody: with a title, an office, as a body or in Latin letters."""
    named = _TITLED_TH.search(text) or _OFFICE_TH.match(text)
    return named is not None or bool(_latin_names(text))


def is_measure(name: str) -> bool:
    """Whether `name` is a unit, a currency or a measure ("MW", "USD"), which never speaks."""
    return name in SYMBOLS or name in SIGNS or name in words.MEASURES


def speaker_in(before: str) -> Speaker | None:
    """The speaker in the Thai words before a verb of saying, None when they name nobody.

    It is a titled or Latin name, or a short noun.
    """
    titled = list(_TITLED_TH.finditer(before))
    if titled:
        near = (m for m in titled if not _goes_on(before[m.end() :]))
        named = next(near, titled[-1])
        return Speaker(named.group().strip(), _with_role(before, named.start()))
    names = _latin_names(before)
    if names:
        officers = [n for n in names if _ROLE_TH.match(before, n.start + len(n.name))]
        named_last = (officers or names)[-1]
        return Speaker(named_last.name, _with_role(before, named_last.start))
    return _short_noun(before)


def _latin_names(text: str) -> list[Speaker]:
    """The Latin names in `text`, without units that stand before them: "300 MW Andy Jassy"."""
    found = []
    for match in _LATIN.finditer(text):
        name, start = match.group(), match.start()
        while name and is_measure(name.split(" ")[0]):
            first, _, name = name.partition(" ")
            start += len(first) + 1
        if name:
            found.append(Speaker(name, start))
    return found


def _goes_on(after: str) -> bool:
    """Whether words after a name tell something of their own, so that another speaks."""
    return _FIGURE.search(after) is not None or _VERB_TH.search(after) is not None


def _with_role(before: str, start: int) -> int:
    """Where a name begins together with the office that stands before it."""
    role = _ROLE_BEFORE_TH.search(before[:start])
    return role.start() if role else start


def _short_noun(before: str) -> Speaker | None:
    short = _SKIP_TH.sub("", before).strip()
    if _VERB_TH.search(short) or _FIGURE.search(short):
        short = _SKIP_TH.sub("", short.rpartition(" ")[2])
        if not _OFFICE_TH.match(short):
            return None
    if not 2 < len(short) <= _LONGEST_SPEAKER or _NOBODY_TH.match(short):
        return None
    if _FIGURE.search(short) or is_measure(short):
        return None
    return Speaker(short, before.rindex(short))
