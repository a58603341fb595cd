"""A skeleton of how a name sounds: consonant classes, the same for Thai and Latin letters.

Thai letters that sound alike share a class, and so do the Latin letters that write them
(Royal Thai General System of Transcription, 1999, folded further: aspiration, voicing and r/l
are not told apart, because foreign names come back from Thai without them).
"""

from __future__ import annotations

import re
from functools import lru_cache

_THAI = {
    "k": "กขฃคฅฆ",
    "n": "นณ",
    "g": "ง",
    "c": "จฉชฌ",
    "s": "ซศษส",
    "y": "ญย",
    "d": "ดฎ",
    "t": "ตฏถทธฐฑฒ",
    "b": "บ",
    "p": "ปผพภ",
    "f": "ฝฟ",
    "m": "ม",
    "r": "รลฬฤ",
    "w": "ว",
    "h": "หฮ",
}
_THAI_CLASS = {letter: sound for sound, letters in _THAI.items() for letter in letters}
_LATIN = [
    (r"tch|tsch|tch|ch|sch|j|dg(?=e)", "c"),
    (r"sh|sz|x(?=$)", "s"),
    (r"ph", "p"),
    (r"th|tt", "t"),
    (r"ck|qu|q|kh|c(?=[^eiy]|$)|x", "k"),
    (r"c(?=[eiy])|z|ss", "s"),
    (r"gh", "k"),
    (r"ng", "g"),
    (r"v", "w"),
    (r"l", "r"),
]
_LATIN_RULES = [(re.compile(pattern), sound) for pattern, sound in _LATIN]
_SILENT = re.compile(r"[ก-ฮ][ิุ]?์")


@lru_cache(maxsize=8192)
def skeleton(name: str) -> str:
    """The consonant classes of `name` in order, vowels and silenced letters left out."""
    text = _SILENT.sub("", name.lower())
    if any("ก" <= letter <= "ฮ" for letter in text):
        return _squeezed("".join(_THAI_CLASS.get(c, c if c.isdigit() else "") for c in text))
    for pattern, sound in _LATIN_RULES:
        text = pattern.sub(sound, text)
    return _squeezed("".join(c for c in text if c in "bcdfghkmnprstwy" or c.isdigit()))


_FOLD = str.maketrans({"g": "n", "d": "t", "b": "p", "w": "u", "h": "", "y": ""})


def coarse(sounds: str) -> str:
    """A coarser skeleton: voicing, nasals and glides folded away."""
    return _squeezed(sounds.translate(_FOLD).replace("u", "w"))


def _squeezed(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)
