"""Whether a Thai wording writes a Latin name by its sound, vowels included.

Both are spelled as consonant classes (`assistant.names.sound`) and plain vowels, and compared by
a weighted edit distance (Wagner and Fischer, 1974): consonants count in full, vowels and what
transcription drops count for little. A text is heard word by word, in stretches of a few tokens,
so that a name is never pieced together from the ends of unrelated words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names.ordinary import ENDS, SITES
from assistant.names.sound import CHEAP, SOUNDS, latin_classes, lettered, said, skeleton
from index.text import thai_tokens

NEAR = 0.18
"""Two spellings sound alike up to this share of the name's weight. Measured on Thai news, where
it takes 2 of 100 names for named that are not, and hears 4 of 5 that are."""

_STRETCH = 5  # tokens of a transcribed word at most
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_BEFORE = re.compile("([เแโไใ])([ก-ฮ][รลว]?(?=[^ะ]|$))")  # vowels that are written first
_OPEN = re.compile("^อ(?=[\u0e31-\u0e3a\u0e48-\u0e4b])")  # carries a vowel that opens a word
_AO = re.compile("าว(?![\u0e30-\u0e3a])")
_VOWELS = dict.fromkeys("ะัา", "a") | dict.fromkeys("ิี", "i") | dict.fromkeys("ึืุู", "u")
_VOWELS |= {"เ": "e", "แ": "a", "โ": "o", "อ": "o", "ไ": "ai", "ใ": "ai", "ำ": "aM", "ย": "y"}
_SPELLED = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"^pf|ph", "f"), (r"^kn", "n"), (r"ee|ea|ie(?!$)", "i"), (r"oo|ou", "u"),
        (r"ai|ay|ei|ey", "e"), (r"au|aw|oa|ow", "o"), (r"(?<=..)e$", ""),
    )
)  # fmt: skip
_LETTERS = {
    "A": "เอ", "B": "บี", "C": "ซี", "D": "ดี", "E": "อี", "F": "เอฟ", "G": "จี", "H": "เอช",
    "I": "ไอ", "J": "เจ", "K": "เค", "L": "แอล", "M": "เอ็ม", "N": "เอ็น", "O": "โอ", "P": "พี",
    "Q": "คิว", "R": "อาร์", "S": "เอส", "T": "ที", "U": "ยู", "V": "วี", "W": "ดับเบิลยู",
    "X": "เอ็กซ์", "Y": "วาย", "Z": "แซด",
}  # fmt: skip
_PEOPLE = re.compile(r"([A-Z][a-z]{3,}?)(?:ians?|ans|ese)$")
_OWNER = re.compile(r"['’]s$")
_ACRONYM = 6
_SOFT = frozenset("aeiouyh")
_UNWRITTEN = 0.12  # the vowels that Thai leaves unwritten between consonants


@lru_cache(maxsize=16384)
def heard_in(name: str, text: str) -> bool:
    """Whether the Thai words of `text` write the Latin `name`, or half of its words, by sound."""
    parts = [part for part in re.split(r"[\s-]+", _OWNER.sub("", name)) if len(part) > 1]
    if len(parts) > 1 and parts[0].lower() in SITES:
        parts = parts[1:]  # Mueang Kham is not Mueang Kaeo
    found = sum(_heard(part, text) or _people_of(part, text) for part in parts)
    return bool(parts) and 2 * found >= len(parts)


@lru_cache(maxsize=16384)
def heard_at(name: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the Thai words of `text` write the Latin `name` as a whole or its longer words, the
    best stretch of each."""
    parts = re.split(r"[\s-]+", _OWNER.sub("", name))
    found = []
    for part in dict.fromkeys(("".join(parts), *parts)):
        bones, spelled = skeleton(part), _latin(part)
        if len(bones) < _TELLING:
            continue
        near = [
            (skeleton(text[start:end]) != bones, end - start, start, end)
            for start, end in _places(text)
            if _writes(text[start:end], bones, spelled)
        ]
        if near:
            found.append(min(near)[2:])
    return tuple(sorted(set(found)))


def _writes(word: str, bones: str, spelled: str) -> bool:
    """Whether a Thai stretch writes a name; a short one only with its very consonants."""
    own = skeleton(word)
    alike = own == bones or (len(own) > _TELLING and abs(len(own) - len(bones)) <= 1)
    return alike and _near(spelled, _thai(word))


_TELLING = 3  # consonants of a word that is not written by chance


@lru_cache(maxsize=4096)
def _places(text: str) -> tuple[tuple[int, int], ...]:
    """Where every stretch of up to five Thai tokens begins and ends."""
    tokens = thai_tokens(text)
    starts, at = [], 0
    for token in tokens:
        at = max(text.find(token, at), at)
        starts.append(at)
        at += len(token)
    out = []
    for i, start in enumerate(starts):
        for j in range(i, min(i + _STRETCH, len(tokens))):
            if not _THAI.match(tokens[j]) or (tokens[j] in ENDS and len(tokens[j]) > 1):
                break
            out.append((start, starts[j] + len(tokens[j])))
    return tuple(out)


def _people_of(word: str, text: str) -> bool:
    """Whether the place is written whose people a word calls: Corvanians, ชาวกอร์เวน."""
    people = _PEOPLE.match(word)
    return people is not None and any(_heard(people[1] + end, text) for end in ("", "ia"))


def sound_alike(latin: str, thai: str) -> bool:
    """Whether a Thai wording as a whole writes a Latin one."""
    return _near(_latin(latin), _thai(thai))


def _heard(word: str, text: str) -> bool:
    if word.isupper() and len(word) <= _ACRONYM:
        if "".join(_LETTERS.get(letter, letter) for letter in word) in text:
            return True
        if len(word) <= 3:
            return False
    if len(word) < 3:
        return False
    bones, spelled = skeleton(word), _latin(word)
    return any(
        abs(len(other) - len(bones)) <= 1
        and len(set(other) ^ set(bones)) <= 2
        and _near(spelled, sound)
        for other, sound in _stretches(text)
    )


@lru_cache(maxsize=4096)
def _stretches(text: str) -> tuple[tuple[str, str], ...]:
    """Skeleton and sound of every stretch of up to five Thai tokens."""
    out: dict[tuple[str, str], None] = {}
    tokens = thai_tokens(text)
    for i in range(len(tokens)):
        run = ""
        for token in tokens[i : i + _STRETCH]:
            if not _THAI.match(token) or (token in ENDS and len(token) > 1):
                break
            run += token
            for way in dict.fromkeys((run, lettered(run))):
                out[skeleton(way), _thai(way)] = None
    return tuple(out)


@lru_cache(maxsize=65536)
def _thai(word: str) -> str:
    text = _BEFORE.sub(lambda m: m[2] + m[1], _AO.sub("าโ", _OPEN.sub("", said(word))))
    sounds = "".join(
        "h" if c == "ห" else _VOWELS[c] if c in _VOWELS else SOUNDS.get(c, "").upper() for c in text
    )
    return re.sub(r"(.)\1+", r"\1", sounds)


@lru_cache(maxsize=65536)
def _latin(word: str) -> str:
    text = word.lower()
    for pattern, sound in _SPELLED:
        text = pattern.sub(sound, text)
    text = re.sub("y(?=[^aeiou]|$)", "i", latin_classes(text))
    return re.sub(r"(.)\1+", r"\1", "".join(c for c in text if c.isupper() or c in _SOFT))


def _near(name: str, other: str) -> bool:
    allowed = NEAR * sum(0.3 if c in _SOFT else 1.0 for c in name)
    unwritten = _UNWRITTEN if sum(map(str.isupper, name)) >= 3 else _dropped("a")
    row = [0.0]
    for c in other:
        row.append(row[-1] + _dropped(c))
    for a in name:
        above, row = row, [row[0] + _dropped(a)]
        for j, b in enumerate(other, start=1):
            row.append(
                min(
                    above[j - 1] + _swapped(a, b),
                    above[j] + (unwritten if a in "ao" else _dropped(a)),
                    row[j - 1] + _dropped(b),
                )
            )
        if min(row) > allowed:
            return False
    return row[-1] <= allowed


def _swapped(a: str, b: str) -> float:
    if a == b:
        return 0.0
    if a in _SOFT and b in _SOFT:
        return 0.5 if "h" in (a, b) else 0.3
    if a in _SOFT or b in _SOFT:
        return 1.2
    return CHEAP.get(frozenset((a.lower(), b.lower())), 1.0)


def _dropped(c: str) -> float:
    return 0.25 if c in _SOFT else 0.4 if c in "RW" else 1.0
