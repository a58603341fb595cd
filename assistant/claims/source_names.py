"""The names of a source in its translation: kept, lost, or put into words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.claims.cue_words import MONTH_EN
from assistant.claims.sounding import heard, heard_at
from assistant.claims.source_pairs import Side, sounds_in
from assistant.claims.translation_names import NAMES
from assistant.claims.translation_notice import Sign
from assistant.claims.translation_words import HEADS, OFFICES
from assistant.names import usual
from assistant.names.heard import sound_alike
from assistant.names.ordinary import COMMON, ENDS, is_word, opening
from index.text import thai_tokens

_OFFICE = re.compile(rf"(?:{OFFICES})s?")
_NO_NAME = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Sir|Lord|Lady|St|Prof|Rev|Gen|Col|Capt|Jr|Sr|Sens?|Reps?|Gov)\.?"
    rf"|{MONTH_EN}|[a-z]+|."
)
_SPLIT = re.compile(r"[\s-]+")
_THAI = re.compile(r"[ก-๙]")
_OWNER = re.compile(r"['’]s?$")
_CHUNK = re.compile(r"\s([ก-๙]+)(?=\s|$)")
_FEW = 3  # words that a surname is put into at most


def kept_of(name: str) -> str:
    """What of a name a translation keeps; "" when it is made of offices, titles and words only."""
    if usual(name) or usual(name.removesuffix("s")):
        return name.removesuffix("s") if usual(name) is None else name
    parts = [_OWNER.sub("", part) for part in _SPLIT.split(name)]
    kept = [p for p in parts if not _OFFICE.fullmatch(p) and not _NO_NAME.fullmatch(p)]
    return " ".join(kept) if not all(map(ordinary, kept)) else ""


def ordinary(word: str) -> bool:
    """Whether an English word is mostly written small: alone it names nobody."""
    low = word.lower()
    return low in COMMON or low in opening() or low.removesuffix("s") in opening()


def in_words(name: str, sides: Sequence[Side]) -> Sign | None:
    """Where `sides` put the Latin `name`, or part of it, into words; None: nowhere.

    Names that a table knows, the place after a kind of place and the place of a surname decide.
    """
    for side in sides:
        for span in (_tabled(name, side), _headed(name, side), _surname(name, side)):
            if span is not None:
                return "translated_name", side.start + span[0], side.start + span[1], name
    return None


def lost(name: str, mine: Sequence[Side], ours: Sequence[Side]) -> bool:
    """Whether a name of the source stands neither in the sentence that translates it nor near."""
    return not any(heard(name, s.text) for s in ours) and not any(
        sounds_in(name, s.text) for s in mine
    )


def _tabled(name: str, side: Side) -> tuple[int, int] | None:
    """A word of the table of names that are words, where it is no spelling of the name."""
    for pattern, known in NAMES:
        if not re.search(rf"\b{re.escape(known)}\b", name) or heard(known, side.text):
            continue
        for match in pattern.finditer(side.text):
            if not sound_alike(known, match.group()):
                return match.span()
    return None


def _headed(name: str, side: Side) -> tuple[int, int] | None:
    """เขตส้ม for Orange County: a kind of place, then a word where the name should stand."""
    *parts, head = _SPLIT.split(name)
    if head not in HEADS or len(parts) != 1 or not ordinary(parts[0]) or usual(name):
        return None
    if heard(parts[0], side.text):
        return None
    for match in re.finditer(HEADS[head], side.text):
        word = _word_at(side.text, match.end())
        if word:
            end = side.text.index(word, match.end()) + len(word)
            return match.start(), end
    return None


def _word_at(text: str, start: int) -> str:
    """The ordinary Thai word that stands at `start`; "" for anything else."""
    rest = text[start : start + 40].lstrip(" ")
    token = next(iter(thai_tokens(rest)), "")
    whole = bool(_THAI.match(token)) and is_word(token) and token not in ENDS
    return token if whole else ""


def _surname(name: str, side: Side) -> tuple[int, int] | None:
    """ทิม ปรุงอาหาร for Tim Cook: words between blanks where the surname should stand."""
    first, *rest = _SPLIT.split(name)
    if not rest or not ordinary(rest[-1]) or _OFFICE.fullmatch(rest[-1]) or rest[-1] in HEADS:
        return None
    if usual(name) or heard(rest[-1], side.text):
        return None
    place = heard_at(first, side.text)
    chunk = _CHUNK.match(side.text, place[1]) if place else None
    if place is None or chunk is None:
        return None
    tokens = thai_tokens(chunk[1])
    plain = len(tokens) <= _FEW and all(is_word(t) and t not in ENDS for t in tokens)
    return (place[0], chunk.end()) if plain else None
