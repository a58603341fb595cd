"""What several parties have between them."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.quantities.compare import Comparison, compare, interval
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.items import item_words
from assistant.quantities.linking.unheard import joined_names
from assistant.quantities.say import Working
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def total(fact: Fact, mine: Frame, theirs: Frame, *, same_story: bool) -> Comparison | None:
    """What several parties have between them, when the evidence gives each its figure."""
    if not mine.has(Topic.SUM) and not _all_named(fact, mine, theirs):
        return None
    unit, kind = fact.quantity.unit, fact.quantity.kind
    parts = [f for f in theirs.facts if f.quantity.unit == unit or _counts_on(f)]
    if len(parts) < _SEVERAL and kind == "count":
        parts = [f for f in theirs.facts if f.quantity.kind == kind]
    parts = _named(mine, theirs, parts)
    values = [interval(f.quantity).point for f in parts]
    if len(parts) < _SEVERAL or theirs.has(Topic.SUM) or any(v is None for v in values):
        return None
    value = sum((v for v in values if v is not None), Decimal(0))
    last = parts[-1].quantity
    hedged = any(f.quantity.comparator == "approx" for f in parts)
    kind = "approx" if hedged else "exact"
    whole = replace(
        last, low=value, high=value, comparator=kind, unit=fact.quantity.unit,
        kind=fact.quantity.kind,
    )  # fmt: skip
    working = Working("+", tuple(f.quantity for f in parts))
    found = replace(compare(fact.quantity, whole), working=working)
    return found if same_story or found.stance is Stance.SUPPORTS else None


def _all_named(fact: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether a claim with one figure names together the parties to which the evidence gives each
    its own: sold so many in Japan and Korea."""
    if len(mine.facts) != 1 or fact.role != "level" or fact.quantity.kind not in _ADDED:
        return False
    same = [f for f in theirs.facts if f.quantity.unit == fact.quantity.unit and f.role == "level"]
    if not _SEVERAL <= len(same) == len(theirs.facts):
        return False
    names = [name.text for name in joined_names(mine.text)]
    if not _SEVERAL <= len(names) == len(same) == len(theirs.facts):
        return False
    if len({f.measures for f in same}) > 1 or len({f.thing for f in same}) > 1:
        return False
    owners = [[i for i, f in enumerate(same) if alike(name, f.left) >= 1] for name in names]
    return all(len(own) == 1 for own in owners) and len({own[0] for own in owners}) == len(same)


_ADDED = frozenset({"count", "money", "mass", "area"})


def _named(mine: Frame, theirs: Frame, parts: list[Fact]) -> list[Fact]:
    """Those of a list's figures whose parties a claim names, two or more of them but not all; all
    where it names fewer, or more than it has."""
    told = item_words(theirs) if len(parts) == len(theirs.facts) > _SEVERAL else None
    if told is None or mine.has(Topic.ALL):
        return parts
    words = mine.text[: mine.facts[0].quantity.start] if mine.facts else mine.text
    found = [f for f, item in zip(parts, told, strict=True) if item and alike(words, item) >= 1]
    return found if _SEVERAL <= len(found) < len(parts) else parts


_SEVERAL = 2


def _counts_on(fact: Fact) -> bool:
    """Whether a bare number may count what the figure before it counts."""
    bare = fact.quantity.unit == "number" and not fact.figure.noun
    return bool(fact.index) and bare and isinstance(fact.quantity.low, Decimal)
