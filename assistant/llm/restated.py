"""Whether what a model makes of a quotation says only what the article says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from assistant.claims.negation import is_negated
from assistant.judge.cues import function_words
from assistant.llm.prose import SMALL, Sources, held_to
from assistant.names import named_in, names_in
from assistant.plain import one_line
from assistant.quantities import compare, parse
from assistant.types import Period, Quantity, Stance
from index.text import language_of, normalise, words
from index.types import Document

FAMILIAR = 0.5
"""The least share of the words of a restated claim, names and numbers left out, that must stand in
the quotation."""

_MOST, _LONGEST = 10, 200
_YEARS = 1


@dataclass(frozen=True, slots=True)
class Article:
    """An article and the day it speaks from (None: unknown)."""

    document: Document
    day: date | None

    @property
    def text(self) -> str:
        """Everything that names and figures may come from."""
        d = self.document
        return "\n".join(filter(None, (d.text, d.title, d.publisher)))


def restates(restated: str, quote: str, article: Article) -> bool:
    """Whether `restated` may stand for `quote`: the same statement, filled in from the article.

    - A figure that the quotation gives another value in the same unit is refused; others must
      stand in the article.
    - A time must touch one that the quotation states, or be the article's day. Where it states
      none, the time must stand in the article or lie within a year of its day.
    - Names stand in the article, and one of the quotation's is kept.
    - Both deny or neither does, and half of the words are the quotation's.
    """
    return (
        _figures_hold(restated, quote, article)
        and _names_hold(restated, quote, article)
        and _denies(restated) == _denies(quote)
        and _familiar(restated, quote)
    )


def stands(speaker: str, article: Article) -> bool:
    """Whether the article speaks of `speaker`: in these words, or by all names and words of it."""
    text = article.text
    if not words(speaker):
        return False
    if normalise(speaker) in normalise(text):
        return True
    names = [name.text for name in names_in(speaker)]
    known = set(words(text)) | {word for name in names for word in words(name)}
    return all(named_in(name, text) for name in names) and known >= set(words(speaker))


def unclear(told: Sequence[str], article: Article) -> tuple[str, ...]:
    """What a model calls ambiguous, each on one line, without what the article belies."""
    days = (article.day,) if article.day else ()
    sources = Sources((article.text,), days)
    language = article.document.language
    lines = (held_to(one_line(text)[:_LONGEST], sources, language).text for text in told[:_MOST])
    return tuple(line for line in lines if line)


def _figures_hold(restated: str, quote: str, article: Article) -> bool:
    own, around, mine = (parse(text, as_of=article.day) for text in (quote, article.text, restated))
    for figure in mine:
        holds = _time_holds if figure.kind == "date" else _amount_holds
        if not holds(figure, own, around, article.day):
            return False
    return True


def _amount_holds(
    mine: Quantity, own: Sequence[Quantity], around: Sequence[Quantity], day: date | None
) -> bool:
    alike = [q for q in own if q.kind == mine.kind]
    small = mine.kind == "count" and not isinstance(mine.low, date | None) and mine.low < SMALL
    if small and not alike:
        return True
    return any(
        q.kind == mine.kind and compare(mine, q).stance is Stance.SUPPORTS for q in alike or around
    )


def _time_holds(
    mine: Quantity, own: Sequence[Quantity], around: Sequence[Quantity], day: date | None
) -> bool:
    period = mine.period
    if period is None:
        return True
    stated = [q.period for q in own if q.kind == "date" and q.period is not None]
    if day is not None and (period.first, period.last) == (day, day):
        return True
    if stated:
        return any(_touch(period, other) for other in stated)
    near = day is not None and _touch(period, _years_around(day))
    return near or any(_touch(period, q.period) for q in around if q.period is not None)


def _years_around(day: date) -> Period:
    first, last = date(day.year - _YEARS, 1, 1), date(day.year + _YEARS, 12, 31)
    return Period(first, last, "range")


def _touch(one: Period, other: Period) -> bool:
    starts_in_time = one.first is None or other.last is None or one.first <= other.last
    return starts_in_time and (other.first is None or one.last is None or other.first <= one.last)


def _names_hold(restated: str, quote: str, article: Article) -> bool:
    text = article.text
    plain = normalise(text)
    for name in names_in(restated):
        if not named_in(name.text, text) and normalise(name.text) not in plain:
            return False
    own = names_in(quote)
    return not own or any(named_in(name.text, restated) for name in own)


def _denies(text: str) -> bool:
    return is_negated(text, language_of(text))


def _familiar(restated: str, quote: str) -> bool:
    named = {word for name in names_in(restated) for word in words(name.text)}
    known, left_out = set(words(quote)), named | function_words()
    mine = [w for w in words(restated) if w not in left_out and not any(map(str.isdigit, w))]
    return sum(word in known for word in mine) >= FAMILIAR * len(mine)
