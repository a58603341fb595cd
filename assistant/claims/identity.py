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

from assistant.names import names_in, same_name
from assistant.quantities import parse
from assistant.types import Claim, Quantity
from index.text import words

_UP, _DOWN = frozenset({"gt", "ge"}), frozenset({"lt", "le", "almost"})
_TIME = frozenset({"date", "year_ce", "period"})
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
    left = list(theirs)
    for quantity in mine:
        match = next((q for q in left if same_amount(quantity, q)), None)
        if match is None:
            return False
        left.remove(match)
    return not left


def same_amount(a: Quantity, b: Quantity) -> bool:
    """Whether two amounts are the same, give or take rounding and hedges that agree."""
    if a.kind != b.kind or (a.kind != "count" and a.unit != b.unit):
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
    """Every time of the side that names fewer is inside, or around, one of the other side."""
    spans_a, spans_b = _spans(mine), _spans(theirs)
    few, many = sorted((spans_a, spans_b), key=len)
    return all(any(_nested(one, other) for other in many) for one in few)


def _spans(quantities: Iterable[Quantity]) -> list[tuple[date, date]]:
    found = []
    for q in quantities:
        if q.period is not None and q.period.first and q.period.last:
            found.append((q.period.first, q.period.last))
        elif isinstance(q.low, date) and isinstance(q.high, date):
            found.append((q.low, q.high))
    return sorted(set(found))


def _nested(a: tuple[date, date], b: tuple[date, date]) -> bool:
    return (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1])


def _names_agree(a: str, b: str) -> bool:
    """Not so when each names somebody whom the other does not."""
    names_a, names_b = _names(a), _names(b)
    only_a = [n for n in names_a if not _named(n, names_b, b)]
    only_b = [n for n in names_b if not _named(n, names_a, a)]
    return not (only_a and only_b)


def _names(text: str) -> list[str]:
    return [name.text for name in names_in(text)]


def _named(name: str, others: Sequence[str], text: str) -> bool:
    if name.casefold() in text.casefold() or any(same_name(name, other) for other in others):
        return True
    return any(same_name(name, run) for run in _runs(text))


def _runs(text: str) -> list[str]:
    """Thai words and pairs and triples of them, which may be a name spelt by its sound."""
    found = [w for w in words(text) if not w.isascii()]
    pairs = ["".join(found[i : i + 2]) for i in range(len(found) - 1)]
    triples = ["".join(found[i : i + 3]) for i in range(len(found) - 2)]
    return found + pairs + triples


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
