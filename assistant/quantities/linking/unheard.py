"""Whether a sentence in Latin letters names parties of which a Thai one names none.

Names are heard through transcription (`assistant.names.sound`) or translation (word vectors). Of
2,100 development pairs that support or refute across scripts this silences 13; of as many pairs
of sentences on other parties it tells 44 in 100.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names import HOME, Name, known_in, named_in, names_in, same_name, usual
from assistant.names.sound import skeleton
from assistant.quantities.linking.echo import echo
from assistant.quantities.linking.meaning import is_word, nearest
from assistant.quantities.sentence.frame import Frame, frame
from assistant.quantities.words.english_roles import JOINED as ENGLISH
from assistant.quantities.words.english_rules import OFFICES, PART_OF_FIRM
from assistant.quantities.words.thai_roles import JOINED as THAI
from assistant.quantities.words.thai_roles import NAME_WORDS, POINTING
from assistant.quantities.words.topics import Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_WORD = re.compile(r"[A-Za-z]{2,}")
_DEMONYM = re.compile(r"(?:ians?|ns|an|ese|ish|s)$")
_ECHOED = {2: 0.7, 3: 0.7, 4: 0.75}
"""How much of a word's consonants, by their number, must be there for it to be heard."""
_AS_A_WHOLE = {3: 0.85, 4: 0.75}
_LONG_ECHOED = 0.7
_VAGUE = 2  # consonants that echo by chance
_RENDERED = 0.25  # likeness of a word that is translated: Longboat, เรือยาว
_PART = 0.3  # of a name's consonants that belong to words that are heard


@lru_cache(maxsize=8192)
def unheard(claim: str, evidence: str) -> bool:
    """Whether one of two sentences is in Latin letters and names parties, and the other, in Thai,
    names none of them in any way."""
    if bool(_THAI.search(claim)) == bool(_THAI.search(evidence)):
        return False
    sides = (evidence, claim) if _THAI.search(claim) else (claim, evidence)
    latin, thai = (frame(side) for side in sides)
    spans = [(f.start, f.end) for f in latin.reading.figures]
    names = [
        name
        for name in names_in(latin.text, "en")
        if not _plain(name) and not any(start <= name.start < end for start, end in spans)
    ]
    if not names or _peoples(latin) & _peoples(thai):
        return False
    if any(named_in(name.text, latin.text) for name in names_in(thai.text)):
        return False
    rest = _without_figures(thai)
    told = tuple(word for word in words(rest) if len(word) > 1)
    return not any(_heard(name, latin, rest, told) for name in names) and _tells(thai, told, latin)


def summed_with_others(one: Frame, other: Frame) -> bool:
    """Whether a sum of several parties that are named meets a figure of only some of them: the two
    together lost so much, the first lost so much."""
    if one.has(Topic.SUM) == other.has(Topic.SUM):
        return False
    together, alone = (one, other) if one.has(Topic.SUM) else (other, one)
    unit = PART_OF_FIRM.search(alone.text)
    if unit is not None and not _told_in(unit[1], together.text):
        return True  # of one plant, of all of them
    names = joined_names(together.text) if len(alone.facts) == 1 else []
    heard = [name for name in names if _told_in(name.text, alone.text)]
    return 0 < len(heard) < len(names)


def rows_apart(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences join as many names by "and", and only some of them are the same: fell
    for Nvidia and Broadcom, fell for Nvidia and Intel."""
    one, two = ([n.text for n in joined_names(f.text)] for f in (mine, theirs))
    if len(one) != len(two):
        return False
    own = [a for a in one if not any(_one(a, b) for b in two)]
    others = [b for b in two if not any(_one(a, b) for a in one)]
    return 0 < len(own) == len(others) < len(one)


def _one(name: str, other: str) -> bool:
    """Whether two names may be one, across scripts by their sound."""
    return same_name(name, other) or _told_in(name, other) or _told_in(other, name)


@lru_cache(maxsize=8192)
def joined_names(text: str) -> list[Name]:
    """The names that a sentence joins by commas and "and", the first such row of them."""
    row: list[Name] = []
    for name in names_in(text):
        if row and not any(j.fullmatch(text, row[-1].end, name.start) for j in _JOINED):
            if len(row) > 1:
                break
            row = []
        row.append(name)
    return row if len(row) > 1 else []


def _told_in(name: str, text: str) -> bool:
    return named_in(name, text) or (
        name.isascii() and not text.isascii() and _echoed(_WORD.findall(name), text)
    )


_JOINED = (ENGLISH, THAI)


def _peoples(one: Frame) -> set[str]:
    """The names of the table that a sentence tells, and those whose people it counts."""
    counted = {known for f in one.facts if (known := usual(f.figure.noun.title()))}
    return counted | {known.name for known in known_in(one.text)}


def _tells(thai: Frame, told: tuple[str, ...], latin: Frame) -> bool:
    """Whether the Thai sentence has a word that may name somebody: one that no table knows and the
    other sentence does not translate."""
    if POINTING & set(told):
        return False
    known = {thai.text[m.start : m.end] for m in thai.everything}
    there = tuple(m.group().lower() for m in _WORD.finditer(latin.text))
    return any(
        _THAI.search(word)
        and not any(word in wording for wording in known)
        and nearest(word, there) < _RENDERED
        for word in told
    )


def _plain(name: Name) -> bool:
    """Whether a name may be none, or need not be told: a word that opens the sentence, the home
    country of Thai newsrooms, no more than what a body is."""
    if OFFICES.issuperset(name.text.lower().split()):
        return True
    opens = name.start == 0 and " " not in name.text and is_word(name.text.lower())
    return opens or usual(name.text) == HOME["th"]


def _without_figures(one: Frame) -> str:
    text = one.text
    for figure in one.reading.figures:
        text = text[: figure.start] + " " * (figure.end - figure.start) + text[figure.end :]
    return text


def _heard(name: Name, latin: Frame, thai: str, told: tuple[str, ...]) -> bool:
    """Whether a Latin name may be in a Thai text: known, as a whole, or by some of its words."""
    called = _WORD.findall(name.text)
    if any(_missing(word.lower(), thai) for word in called):
        return False
    if named_in(name.text, thai) or _echoed(called, thai):
        return True
    parts = [m for m in _WORD.finditer(name.text) if skeleton(m.group())]
    told_apart = [m for m in parts if m.group().lower() not in OFFICES]
    own = [m for m in told_apart if not _housed(name.start + m.start(), latin)] or parts
    if _echoed([m.group() for m in own], thai):
        return True
    sizes = [len(skeleton(m.group())) for m in own]
    heard = [
        size
        for m, size in zip(own, sizes, strict=True)
        if nearest(m.group().lower(), told) >= _RENDERED or _echoes(m.group(), size, thai)
    ]
    return sum(heard) >= _PART * sum(sizes)


def _missing(word: str, thai: str) -> bool:
    """Whether a word of a name is a Thai word in Latin letters that the Thai text has nowhere:
    Samut Thong is not สมุทรเงิน."""
    meant = NAME_WORDS.get(word, frozenset())
    return bool(meant) and not any(form in thai for form in meant)


def _echoed(parts: list[str], thai: str) -> bool:
    """Whether the words of a name are heard one behind the other; those too short to tell are."""
    whole = " ".join(parts)
    size = len(skeleton(whole))
    return size <= _VAGUE or echo(whole, thai) >= _AS_A_WHOLE.get(size, _LONG_ECHOED)


def _echoes(word: str, size: int, thai: str) -> bool:
    found = max(echo(form, thai) for form in (word, word.removesuffix("s"), _DEMONYM.sub("", word)))
    return size >= _VAGUE and found >= _ECHOED.get(size, _LONG_ECHOED)


def _housed(place: int, one: Frame) -> bool:
    """Whether a word at a place is the kind of a house or firm: Bank, Hospital."""
    kinds = (m for m in one.everything if m.has(Topic.FIRM) or m.has(Topic.HOUSE))
    return any(m.start <= place < m.end for m in kinds)
