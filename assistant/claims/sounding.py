"""Latin names in Thai text by their sound, with the spellings that Thai writers choose among.

`assistant.names` compares one spelling by one rule of transcription. Thai also writes what is
not spelled so: x as k-s, the g of Japanese as ng, sh as ch, and no r before a consonant.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import combinations

from assistant.names import named_in
from assistant.names.heard import heard_in, sound_alike
from index.text import thai_tokens

# English spelling and how Thai may have heard it.
_HEARD = (
    (re.compile(r"(?<=.)x", re.IGNORECASE), "ks"),
    (re.compile(r"(?<=[aeiou])g(?=[aeiou])", re.IGNORECASE), "n"),
    (re.compile(r"sh", re.IGNORECASE), "ch"),
    (re.compile(r"r(?=[^aeiouyr]|$)", re.IGNORECASE), ""),
)
_THAI = re.compile(r"[\u0e01-\u0e2e]")
_SHORTEST = 3
_TOKENS = 5  # of a transcribed word at most


@lru_cache(maxsize=16384)
def heard(name: str, text: str) -> bool:
    """Whether `text` names `name`: as it is written, by an alias, or by its sound in Thai."""
    if name.casefold() in text.casefold() or named_in(name, text):
        return True
    return bool(_THAI.search(text)) and any(heard_in(v, text) for v in _spellings(name)[1:])


@lru_cache(maxsize=4096)
def heard_at(word: str, text: str) -> tuple[int, int] | None:
    """Where Thai words of `text` first write the Latin `word` by its sound; None: nowhere."""
    if len(word) < _SHORTEST:
        return None
    tokens = thai_tokens(text)
    begin = 0
    for i, token in enumerate(tokens):
        end = begin
        for other in tokens[i : i + _TOKENS]:
            if not _THAI.search(other):
                break
            end += len(other)
            if any(sound_alike(v, text[begin:end]) for v in _spellings(word)):
                return begin, end
        begin += len(token)
    return None


@lru_cache(maxsize=4096)
def _spellings(name: str) -> tuple[str, ...]:
    """`name` and its other spellings, the plain one first."""
    found = {name: None}
    for count in range(1, len(_HEARD) + 1):
        for rules in combinations(_HEARD, count):
            spelled = name
            for pattern, sound in rules:
                spelled = pattern.sub(sound, spelled)
            found[spelled] = None
    return tuple(found)
