"""When two names are the same, also across scripts."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names.heard import heard_in, sound_alike
from assistant.names.table import forms, usual

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_LATIN = re.compile(r"[A-Za-z]")


def same_name(a: str, b: str) -> bool:
    """Whether `a` and `b` name the same thing, in either script.

    By the alias table where it knows one of them; else by equal wording, by one being the last
    or first words of the other, or, across scripts, by sound.
    """
    one, two = _plain(a), _plain(b)
    if not one or not two:
        return False
    if one == two:
        return True
    known, other = usual(a), usual(b)
    if known and other:
        return known == other
    if bool(_THAI.search(one)) == bool(_THAI.search(two)):
        short, long = sorted((one, two), key=len)
        return len(short) > 3 and (long.startswith(short + " ") or long.endswith(" " + short))
    return _alike(one, two)


def _alike(one: str, two: str) -> bool:
    return sound_alike(two, one) if _THAI.search(one) else sound_alike(one, two)


@lru_cache(maxsize=8192)
def named_in(name: str, text: str) -> bool:
    """Whether `text` mentions `name`: its wording, an alias, or its sound in the other script."""
    lowered = text.lower()
    known = usual(name)
    for form in forms()[known] if known else (_plain(name),):
        if _stands(form, lowered):
            return True
    if known:
        return False
    if _in_parts(name, lowered):
        return True
    if _LATIN.search(name) and _THAI.search(text):
        return heard_in(name, text)
    if _THAI.search(name) and _LATIN.search(text):
        return any(_alike(name, other) for other in _capitals(text))
    return False


def _in_parts(name: str, lowered: str) -> bool:
    """Whether all parts of a name stand apart in the text: Rex-V3, the V3 model of Rex."""
    parts = re.split(r"[\s-]+", _plain(name))
    return len(parts) > 1 and all(len(part) > 1 and _stands(part, lowered) for part in parts)


def _capitals(text: str) -> list[str]:
    words = re.findall(r"[A-Z][A-Za-z'-]+(?: [A-Z][A-Za-z'-]+)*", text)
    return words + [part for run in words for part in run.split(" ")]


def _stands(form: str, lowered: str) -> bool:
    if _THAI.search(form):
        return form in lowered
    return form in lowered and _whole(form).search(lowered) is not None


@lru_cache(maxsize=4096)
def _whole(form: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-z0-9]){re.escape(form)}(?![a-z0-9])")


def _plain(name: str) -> str:
    return re.sub(r"\s+", " ", name.lower().strip(" .,'’"))
