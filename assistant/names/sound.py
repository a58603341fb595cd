"""A skeleton of how a name sounds: consonant classes, the same for Thai and Latin letters.

Thai letters that sound alike share a class, and so do the Latin letters that write them
(Royal Thai General System of Transcription, 1999). The classes are folded further: voicing,
aspiration, l and r are not told apart, because foreign names come back from Thai without them;
vowels, glides, h and silenced letters are left out.
"""

from __future__ import annotations

import re
from functools import lru_cache

_THAI = {
    "k": "กขฃคฅฆ",
    "n": "งนณ",
    "c": "จฉชฌ",
    "s": "ซศษส",
    "t": "ดฎตฏถทธฐฑฒ",
    "p": "บปผพภฝฟ",
    "m": "ม",
    "r": "รลฬฤ",
    "w": "ว",
}
_THAI_CLASS = {letter: sound for sound, letters in _THAI.items() for letter in letters}
_SILENT = re.compile(r"[ก-ฮ][ิุ]?์")
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"tsch|tch|sch|ch|j|dg(?=e)", "C"),
        (r"sh|ss|z|c(?=[eiy])|x", "S"),
        (r"ph|f|v(?=$)", "P"),
        (r"th|tt|dd|d|t", "T"),
        (r"ck|kh|gh|qu|[cgkq](?<!ng)", "K"),
        (r"v", "W"),
        (r"b|p", "P"),
        (r"l|r", "R"),
        (r"w", "W"),
        (r"m", "M"),
        (r"n", "N"),
        (r"s", "S"),
    )
]
_NG = re.compile(r"ng(?=[^aeiou]|$)|^ng")


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """The consonant classes of `name` in order, without repeats next to each other."""
    text = name.lower()
    if any("ก" <= letter <= "ฮ" for letter in text):
        text = _SILENT.sub("", text)
        sounds = "".join(_THAI_CLASS.get(c, c if c.isdigit() else "") for c in text)
    else:
        text = _NG.sub("n", text)
        for pattern, sound in _RULES:
            text = pattern.sub(sound, text)
        sounds = "".join(c.lower() for c in text if c.isupper() or c.isdigit())
    return re.sub(r"(.)\1+", r"\1", sounds)


# Swaps that transcription makes all the time: final r and l are said n, w comes and goes.
_CHEAP = {frozenset(pair): 0.4 for pair in ("rn", "st", "cs", "ct", "wp", "sk", "ck")}


def distance(short: str, long: str) -> float:
    """The cheapest edit of `short` into any stretch of `long` (Sellers, 1980)."""
    row = [0.0] * (len(long) + 1)
    for i, a in enumerate(short, start=1):
        above, row = row, [float(i)]
        for j, b in enumerate(long, start=1):
            swap = 0.0 if a == b else _CHEAP.get(frozenset((a, b)), 1.0)
            lost = 0.4 if a in "rw" else 1.0
            extra = 0.4 if b in "rw" else 1.0
            row.append(min(above[j - 1] + swap, above[j] + lost, row[j - 1] + extra))
    return min(row)


def sounds_in(name: str, text: str) -> bool:
    """Whether something in `text`, written in the other script, sounds like `name`.

    Names of fewer than three consonant classes are too short to tell.
    """
    short, long = skeleton(name), skeleton(text)
    if len(short) < 3 or not long:
        return False
    allowed = 0.5 if len(short) == 3 else 0.25 * len(short)
    return distance(short, long) <= allowed
