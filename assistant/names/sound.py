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
    "m": "มำ",
    "r": "รลฬฤ",
    "w": "ว",
}
SOUNDS = {letter: sound for sound, letters in _THAI.items() for letter in letters}
SILENT = re.compile(r"[ก-ฮ][ิุ]?์")
_UNSAID = re.compile(r"(?<=[ก-ฮ\u0e30-\u0e3a\u0e47-\u0e4b])([ดตทก]|ช)ร$")
_FINAL_N = re.compile(r"(?<![ห\s])(?<!^)ญ(?=[ก-ฮเ-ไ\s]|$)")  # not the y of ใหญ่ and ญี่ปุ่น
_SAND = re.compile("ทร(?=าย|าบ|ง|ัพ|ุด|วง|าม)")  # written tr, said s


def said(word: str) -> str:
    """A Thai word nearer to how it is said: no silenced letters, nor the ร of เพชร and บุตร; the
    last letter of บุญ as the n that it is."""
    word = _FINAL_N.sub("น", word)
    word = _UNSAID.sub(lambda m: "ด" if m[1] == "ช" else m[1], SILENT.sub("", word))
    return _SAND.sub("ซ", word)


def lettered(word: str) -> str:
    """A Thai word with its silenced letters as if they were said: foreign names keep letters that
    Thai does not say (ดาวน์ for "down"), and native ones such as Latin does not write."""
    return _SILENCED.sub(lambda m: m[1], word) if _MARK in word else word


_MARK = "\u0e4c"
_SILENCED = re.compile(r"([ก-ฮ])[ิุ]?์")
_RULES = [
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"mb(?=e?\b)", "M"),
        (r"(?<=[aeiou])gh(?=t)", ""),
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


def latin_classes(text: str) -> str:
    """Lower-case Latin letters with each consonant written as its class, in upper case."""
    text = _NG.sub("n", text)
    for pattern, sound in _RULES:
        text = pattern.sub(sound, text)
    return text


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """The consonant classes of `name` in order, without repeats next to each other."""
    text = name.lower()
    if any("ก" <= letter <= "ฮ" for letter in text):
        text = said(text)
        sounds = "".join(SOUNDS.get(c, c if c.isdigit() else "") for c in text)
    else:
        text = latin_classes(text)
        sounds = "".join(c.lower() for c in text if c.isupper() or c.isdigit())
    return re.sub(r"(.)\1+", r"\1", sounds)


# Swaps that transcription makes all the time: final r and l are said n, w comes and goes.
CHEAP = {frozenset(pair): 0.4 for pair in ("rn", "st", "cs", "ct", "wp", "sk", "ck")}
