"""What belongs to all clauses of a sentence: the period they are told of, the noun they count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.claims import coordination_words as words
from assistant.claims.clauses import PERIOD, SIDES, Clause, compiled, kind, masked

_WITHIN = {side: re.compile(words.WITHIN[side] + words.PERIOD[side]) for side in SIDES}
_NOT_WITHIN = compiled(words.NOT_WITHIN)
_FUTURE, _STANDING = compiled(words.FUTURE), compiled(words.STANDING)
_BARE, _COUNTED = compiled(words.BARE), compiled(words.COUNTED)
_OWNER, _OWNED = compiled(words.OWNER), compiled(words.OWNED, r"\A{}")
_OPENS_PERIOD_TH = re.compile(words.OPENS_PERIOD_TH)


def with_owner(found: Sequence[Clause], language: str) -> list[Clause]:
    """Clauses whose subject has no owner get that of the first: "China's exports ... imports"."""
    owner = _OWNER[language].search(found[0].subject)
    if owner is None:
        return list(found)
    return [_owned(clause, owner["owner"].strip(), language) for clause in found]


def _owned(clause: Clause, owner: str, language: str) -> Clause:
    if clause.leaning or not clause.sure or not _OWNED[language].match(clause.subject):
        return clause
    rest = clause.words[len(clause.subject) :]
    if language == "en":
        subject = f"{owner} {clause.subject}"
    else:
        subject = f"{clause.subject}ของ{' ' if owner[:1].isascii() else ''}{owner}"
        rest = f" {rest.lstrip()}" if owner[-1:].isascii() else rest
    return replace(clause, words=f"{subject}{rest}", subject=subject, borrowed=True)


def with_noun(found: Sequence[Clause], language: str) -> list[Clause]:
    """Clauses whose number has no noun get the one counted before it: "sold 9.0 million"."""
    noun, predicate = "", ""
    done: list[Clause] = []
    for clause in found:
        counted = _COUNTED[language].search(masked(clause.words, language))
        bare = _BARE[language].search(clause.words.rstrip("."))
        if counted is not None:
            noun, predicate = counted["noun"], clause.predicate
        elif bare and noun and clause.predicate == predicate and kind(clause.words) == "count":
            clause = replace(clause, words=f"{clause.words.rstrip('.')} {noun}")
        done.append(clause)
    return done


def with_period(found: Sequence[Clause], language: str) -> list[Clause]:
    """Clauses without a period get the one before them, or else the one at the very end."""
    periods = [_period(clause.words, language) for clause in found]
    trailing = periods[-1] if not any(periods[:-1]) and _ends_with(found[-1], periods[-1]) else ""
    done: list[Clause] = []
    carried, of = trailing, found[-1]
    for clause, period in zip(found, periods, strict=True):
        if period:
            carried, of = period, clause
        elif (
            carried
            and _time(clause, language) == _time(of, language)
            and not _has_time(clause, language)
        ):
            clause = replace(clause, words=_dated(clause.words, carried, language))
        done.append(clause)
    return done


def _has_time(clause: Clause, language: str) -> bool:
    """Whether the clause names a time of any sort, if only one it counts from."""
    return PERIOD[language].search(clause.words) is not None and not _period(clause.words, language)


def _ends_with(clause: Clause, period: str) -> bool:
    return bool(period) and clause.words.rstrip(" .").endswith(period)


def _period(clause: str, language: str) -> str:
    """The one period that `clause` is told of, with its preposition; "" for none or several."""
    found = [
        m
        for m in _WITHIN[language].finditer(clause)
        if m.group().strip() and not _NOT_WITHIN[language].search(clause[: m.start()])
    ]
    return found[0].group().strip() if len(found) == 1 else ""


def _dated(clause: str, period: str, language: str) -> str:
    stop = "." if clause.endswith(".") else ""
    if language == "en":
        return f"{clause.rstrip('.')} {period}{stop}"
    within = period if _OPENS_PERIOD_TH.match(period) else f"ใน{period}"
    gap = " " if clause[-1:].isascii() else ""
    return f"{clause}{gap}{within}"


def _time(clause: Clause, language: str) -> str:
    """Whether a clause speaks of what will be, of what goes on, or of what was."""
    if _FUTURE[language].search(clause.predicate):
        return "future"
    return "standing" if _STANDING[language].search(clause.predicate) else "past"
