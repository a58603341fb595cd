"""When two claims are the same claim: the same figures, years, names and polarity.

Nearness of vectors finds candidates; identity is decided here, because "$26.3 billion" and
"$27.8 billion", or 2024 and 2025, or two companies, make sentences that are nearly equal and
claims that are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from assistant.names import named_in, names_in
from assistant.quantities import parse
from assistant.types import Claim, Quantity
from index.text import words

_UP, _DOWN = frozenset({"gt", "ge"}), frozenset({"lt", "le", "almost"})
_TIME = frozenset({"date", "year_ce", "period"})
_SMALL = 12
_LISTED = 3
# Capital letters that name nobody.
_GENERIC_WORDS = "AI GDP GPU CPU CEO CFO CAPEX Capex US USD THB EV EVs IT GW MW TWh Q1 Q2 Q3 Q4"
_GENERIC = frozenset(_GENERIC_WORDS.split())
_ROUNDING = Decimal("0.006")


def same_claim(a: Claim, b: Claim) -> bool:
    """Whether `a` and `b` say the same, given that they are about as much as alike.

    Every amount of one must stand in the other; times must not contradict each other; neither
    may name somebody that the other replaces by somebody else; and both must affirm or deny.
    """
    if a.negated != b.negated:
        return False
    mine, theirs = _quantities(a), _quantities(b)
    if not _same_amounts(_amounts(mine), _amounts(theirs)):
        return False
    if not _times_agree(mine, theirs):
        return False
    return _names_agree(a.query, b.query) and not _one_word_swapped(a, b)


def _quantities(claim: Claim) -> tuple[Quantity, ...]:
    return claim.quantities or parse(claim.query, language=claim.language, as_of=claim.as_of)


def _amounts(quantities: Iterable[Quantity]) -> list[Quantity]:
    return [q for q in quantities if q.kind not in _TIME and q.unit not in _TIME]


def _same_amounts(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Every amount of one in the other; a small count told by one alone may lack its partner."""
    left, alone = list(theirs), []
    for quantity in mine:
        match = next((q for q in left if same_amount(quantity, q)), None)
        if match is None:
            alone.append(quantity)
        else:
            left.remove(match)
    if not alone and not left:
        return True
    shared = len(mine) > len(alone)
    return shared and not (alone and left) and all(_is_small(q) for q in (*alone, *left))


def _is_small(quantity: Quantity) -> bool:
    """A count such as "four firms" or "one-day", which the other wording may say without it."""
    return quantity.kind in {"count", "duration"} and all(v <= _SMALL for v in _ends(quantity))


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are the same, give or take rounding and hedges that agree."""
    bare = "number" in (a.unit, b.unit)
    if not bare and (a.kind != b.kind or (a.kind != "count" and a.unit != b.unit)):
        return False
    if (a.comparator in _UP and b.comparator in _DOWN) or (
        a.comparator in _DOWN and b.comparator in _UP
    ):
        return False
    ends_a, ends_b = _ends(a), _ends(b)
    return len(ends_a) == len(ends_b) and all(
        abs(x - y) <= _ROUNDING * max(abs(x), abs(y)) for x, y in zip(ends_a, ends_b, strict=True)
    )


def _ends(quantity: Quantity) -> list[Decimal]:
    return sorted({v for v in (quantity.low, quantity.high) if isinstance(v, Decimal)})


def _times_agree(mine: Sequence[Quantity], theirs: Sequence[Quantity]) -> bool:
    """Every time of the side that names fewer is inside, or around, one of the other side.

    When both name equally many, each must find its like on the other side.
    """
    few, many = sorted((_spans(mine), _spans(theirs)), key=len)
    if not all(any(_nested(one, other) for other in many) for one in few):
        return False
    return len(few) < len(many) or all(any(_nested(one, other) for other in few) for one in many)


def _spans(quantities: Iterable[Quantity]) -> list[tuple[date, date]]:
    found = []
    for q in quantities:
        if q.period is not None and q.period.first and q.period.last:
            found.append((q.period.first, q.period.last))
        elif isinstance(q.low, date) and isinstance(q.high, date):
            found.append((q.low, q.high))
    return found


def _nested(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _names_agree(a: str, b: str) -> bool:
    """Not so when each names somebody whom the other does not, or nobody is named by both."""
    names_a, names_b = _names(a, b), _names(b, a)
    only_a = [n for n in names_a if not _named(n, b)]
    only_b = [n for n in names_b if not _named(n, a)]
    if only_a and only_b:
        return False
    if min(len(names_a), len(names_b)) >= _LISTED and (only_a or only_b):
        return False
    return len(only_a) < len(names_a) or len(only_b) < len(names_b) or not (names_a or names_b)


def _named(name: str, text: str) -> bool:
    """`named_in`, but capitals such as RAND or IEA must stand there as they are."""
    if name.isascii() and name.isupper() and len(name) <= 5 and re.search(r"[A-Z]{2}", text):
        return re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Za-z])", text) is not None
    return named_in(name, text)


def _names(text: str, other: str) -> list[str]:
    """The names of `text`; those that `other` does not hold whole come word by word."""
    found: list[str] = []
    for name in names_in(text):
        whole = name.text.casefold() in other.casefold()
        parts = [name.text] if whole else re.split(r"[\s-]+|(?:['’]s)", name.text)
        found.extend(p for p in parts if len(p) > 1 and p not in _GENERIC)
    return list(dict.fromkeys(found))


_WORDY = re.compile(r"[^\W\d_]")


def _one_word_swapped(a: Claim, b: Claim) -> bool:
    """Whether one content word was exchanged in otherwise the same wording."""
    if a.language != b.language:
        return False
    one, two = words(a.query), words(b.query)
    if len(one) != len(two) or len(one) < 4:
        return False
    swapped = [(x, y) for x, y in zip(one, two, strict=True) if x != y]
    return len(swapped) == 1 and all(_WORDY.search(w) and len(w) > 2 for w in swapped[0])
