"""Hours of the day, and the time from one to the next; the tables of the languages word them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from assistant.quantities.words.plain import plain

_FULL = 24
_HALF = 12
_GAP = 12  # characters between two hours of one range
_BOTH = 2
_WRITTEN = r"(?<![\d.,:])(?P<h{i}>[01]?\d|2[0-4])(?:[.:](?P<m{i}>[0-5]\d))?"


@dataclass(frozen=True, slots=True)
class Hours:
    """How a language words an hour: `#` stands for digits, `*` for a number word or digits; what
    is added to the number, and whether that counts to twelve only."""

    wording: str
    added: int = 0
    of_twelve: bool = False


def hours_between(text: str, ends: tuple[int, int] | None = None) -> Decimal | None:
    """The hours from the one hour of the day that `text` names to the other, past midnight where
    that is earlier; None where it names not just two, joined as a range or each with a word at
    one of `ends`: began at, ended at."""
    pattern, join = _patterns()
    found = list(pattern.finditer(text))
    if len(found) != _BOTH:
        return None
    first, last = found
    between = text[first.end() : last.start()]
    told = ends is not None and ends[0] < first.start() <= ends[1] < last.start()
    if not told and (len(between) > _GAP or not join.search(between)):
        return None
    hours = _hour(last) - _hour(first)
    return hours if hours > 0 else hours + _FULL


@lru_cache(maxsize=4096)
def hours_told(text: str) -> tuple[Decimal, ...]:
    """The hours of the day that `text` names, in order, each once."""
    from assistant.quantities.words.english_roles import HOUR_RANGE as ENGLISH
    from assistant.quantities.words.thai_roles import HOUR_RANGE as THAI

    text = plain(text)
    for shared in (THAI, ENGLISH):
        text = shared.sub(r"\1 \2", text)
    found = (_hour(match) % _FULL for match in _patterns()[0].finditer(text))
    return tuple(dict.fromkeys(found))


def _hour(match: re.Match[str]) -> Decimal:
    told = {name: value for name, value in match.groupdict().items() if value is not None}
    place = next(name for name in told if name.startswith("k"))[1:]
    word = _wordings()[int(place)]
    number = told.get(f"h{place}") or told.get(f"n{place}") or "0"
    hour = int(number) if number.isdigit() else _counts()[number]
    minutes = Decimal(told.get(f"m{place}", "30" if "half" in told else "0")) / 60
    return (hour % _HALF if word.of_twelve else hour) + word.added + minutes


@lru_cache(maxsize=1)
def _wordings() -> tuple[Hours, ...]:
    from assistant.quantities.words.english_roles import HOURS as ENGLISH
    from assistant.quantities.words.thai_roles import HOURS as THAI

    return tuple(Hours(*row) for row in (*THAI, *ENGLISH))


@lru_cache(maxsize=1)
def _counts() -> dict[str, int]:
    """Number words up to eleven, in every language."""
    from assistant.quantities.words.thai_roles import HOUR_COUNTS

    return {word: i for i, word in enumerate(HOUR_COUNTS.split(), start=1)}


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    from assistant.quantities.words.english_roles import HOUR_JOINS as ENGLISH
    from assistant.quantities.words.thai_roles import HALF_HOUR
    from assistant.quantities.words.thai_roles import HOUR_JOINS as THAI

    spelled = "|".join(sorted(_counts(), key=len, reverse=True))
    options = []
    for i, hours in enumerate(_wordings()):
        worded = hours.wording.replace("#", _WRITTEN.replace("{i}", str(i)))
        options.append(f"(?P<k{i}>{worded.replace('*', rf'(?P<n{i}>[0-9]{{1,2}}|{spelled})')})")
    told = re.compile(f"(?:{'|'.join(options)})(?P<half>{HALF_HOUR})?")
    return told, re.compile(f"{THAI}|{ENGLISH}|-|\u2013")
