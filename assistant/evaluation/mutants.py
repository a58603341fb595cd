"""Mutants: supported claims made wrong on purpose, which no judge may call supported.

Each rule changes one thing - a figure, a unit, a year, a name, or adds a negation - by the
wording alone, so the right label of a mutant is never "supported".
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from assistant.evaluation.classification import Outcome
from assistant.evaluation.statistics import wilson
from assistant.evaluation.types import LabelledClaim
from assistant.types import Label, Quantity

KINDS = ("figure ×10", "figure ×1000", "unit", "year", "name", "negation")
"""The rules, in words."""

_DIGITS = re.compile(r"[\d๐-๙][\d๐-๙,]*(?:\.[\d๐-๙]+)?")
_TO_ASCII = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_TO_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_TIMES = ("date", "year_ce")
_YEAR = re.compile(r"(?<![\d,.])(?:1[89]\d\d|20\d\d|2[45]\d\d)(?![\d,.]*\d)")

# Units that measure something else, or the same thing another size; the first that occurs goes.
_UNITS: tuple[tuple[str, str], ...] = (
    ("จุดเปอร์เซ็นต์", "เปอร์เซ็นต์"), ("ดอลลาร์", "บาท"), ("บาท", "ดอลลาร์"), ("กิกะวัตต์", "เมกะวัตต์"),
    ("เมกะวัตต์", "กิกะวัตต์"), ("กิโลเมตร", "เมตร"), ("ตัน", "กิโลกรัม"), ("ชั่วโมง", "นาที"), ("เดือน", "วัน"),
    ("percentage points", "percent"), ("dollars", "baht"), ("baht", "dollars"), ("euros", "yen"),
    ("gigawatts", "megawatts"), ("megawatts", "gigawatts"), ("GW", "MW"), ("MW", "GW"),
    ("kilometres", "metres"), ("tonnes", "kilograms"), ("hours", "minutes"), ("months", "days"),
    ("billion", "million"), ("million", "billion"), ("พันล้าน", "ล้าน"), ("แสนล้าน", "หมื่นล้าน"),
    ("$", "€"), ("€", "$"),
)  # fmt: skip

# A clause is negated at the first of these; longer words stand first.
_NEGATIONS_EN: tuple[tuple[str, str], ...] = (
    (r"\b(is|are|was|were|has|have|had|will|would|can|could|did|does|do)\b(?! not)", r"\1 not"),
    (r"(?<!the )(?<!a )\b(rose|fell|grew|reported|said|announced|reached|made|became|spent|sold"
     r"|earned|took|counted|cost)\b", r"never \1"),
)  # fmt: skip
_NEGATED_EN = re.compile(r"\b(?:not|no|never|nor|without|none)\b|n't\b", re.IGNORECASE)
_FUTURE_TH = "จะ"
_NEGATIONS_TH = (
    "เป็น",
    "อยู่",
    "มี",
    "คือ",
    "ได้",
    "จะ",
    "เพิ่มขึ้น",
    "ลดลง",
    "สูง",
    "ต่ำ",
    "ประกาศ",
    "ใช้",
    "ทำ",
)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A claim made wrong: `kind` names the rule, `source` the id of the claim it comes from.

    `claim.label` is `REFUTED` as a rule of thumb; all that is tested is that a judge does not
    say `SUPPORTED`.
    """

    kind: str
    source: str
    claim: LabelledClaim


def mutants(claims: Iterable[LabelledClaim]) -> tuple[Mutant, ...]:
    """All mutants of the supported claims among `claims`, in their order, without repeats."""
    supported = [c for c in claims if c.label is Label.SUPPORTED]
    names = _names_of(supported)
    found: list[Mutant] = []
    for claim in supported:
        seen = {claim.text}
        for kind, text in _changes(claim, names):
            if text not in seen:
                seen.add(text)
                changed = replace(claim, id=f"{claim.id}~{kind}", text=text, label=Label.REFUTED)
                found.append(Mutant(kind, claim.id, changed))
    return tuple(found)


def mutant_figures(made: Sequence[Mutant], outcomes: Sequence[Outcome]) -> dict[str, Any]:
    """False-support rate of all mutants, by kind and by language, with Wilson intervals.

    `outcomes` stand in the order of `made`. Unjudged mutants are counted apart. `false` lists
    what was wrongly called supported.
    """
    pairs = list(zip(made, outcomes, strict=True))
    kinds = sorted({m.kind for m in made})
    languages = sorted({m.claim.language for m in made})
    return {
        **_rate([o for _, o in pairs]),
        "by_kind": {k: _rate([o for m, o in pairs if m.kind == k]) for k in kinds},
        "by_language": {
            lang: _rate([o for m, o in pairs if m.claim.language == lang]) for lang in languages
        },
        "false": [
            {"id": m.claim.id, "kind": m.kind, "claim": m.claim.text, "confidence": o.confidence}
            for m, o in pairs
            if o.predicted is Label.SUPPORTED
        ],
    }


def _rate(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    judged = [o for o in outcomes if o.judged]
    false = sum(o.predicted is Label.SUPPORTED for o in judged)
    return {
        "mutants": len(outcomes),
        "unjudged": len(outcomes) - len(judged),
        "false_support": false,
        "false_support_rate": false / len(judged) if judged else None,
        "ci95": wilson(false, len(judged)).json(),
    }


def _changes(claim: LabelledClaim, names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    from assistant.quantities import parse

    figures = [q for q in parse(claim.text, language=claim.language) if q.unit not in _TIMES]
    yield from _figure(claim.text, figures, Decimal(10), "figure_x10")
    yield from _figure(claim.text, figures, Decimal(1000), "figure_x1000")
    if figures:
        yield from _unit(claim.text, figures)
    yield from _year(claim.text)
    yield from _name(claim, names)
    yield from _negation(claim)


def _figure(
    text: str, figures: Sequence[Quantity], factor: Decimal, kind: str
) -> Iterator[tuple[str, str]]:
    """The first figure, `factor` times as large; as many times smaller for an upper bound.

    A larger figure under "less than" would still be true, so bounds move against themselves.
    Lower bounds and points grow.
    """
    for quantity in figures:
        match = _DIGITS.search(text, quantity.start, quantity.end)
        if match and quantity.comparator != "range":
            upper = quantity.comparator in ("lt", "le", "almost")
            scale: Callable[[Decimal], Decimal] = (
                (lambda v: v / factor) if upper else (lambda v: v * factor)
            )
            changed = _rewritten(match.group(), scale)
            yield kind, text[: match.start()] + changed + text[match.end() :]
            return


def _rewritten(digits: str, change: Callable[[Decimal], Decimal]) -> str:
    """A number in the same script and with the same separators after `change`."""
    plain = digits.translate(_TO_ASCII).rstrip(",")
    value = change(Decimal(plain.replace(",", ""))).normalize()
    written = f"{value:,f}" if "," in plain else f"{value:f}"
    thai = digits != digits.translate(_TO_ASCII)
    return (written.translate(_TO_THAI) if thai else written) + digits[len(digits.rstrip(",")) :]


def _unit(text: str, figures: Sequence[Quantity]) -> Iterator[tuple[str, str]]:
    for quantity in figures:
        for old, new in _UNITS:
            place = text.find(old, quantity.start, quantity.end)
            if place >= 0:
                yield "unit", text[:place] + new + text[place + len(old) :]
                return


def _year(text: str) -> Iterator[tuple[str, str]]:
    """Every year moved back by two: one year might be an off-by-one of fiscal calendars."""
    found = _YEAR.search(text.translate(_TO_ASCII))
    if found:
        old = found.group()
        yield "year", text.translate(_TO_ASCII).replace(old, str(int(old) - 2))


def _names_of(claims: Sequence[LabelledClaim]) -> dict[str, tuple[str, ...]]:
    """The distinct names in the claims of each language, in reading order."""
    from assistant.names import names_in

    found: dict[str, dict[str, None]] = {}
    for claim in claims:
        for name in names_in(claim.text, claim.language):
            found.setdefault(claim.language, {})[name.text] = None
    return {language: tuple(names) for language, names in found.items()}


def _name(claim: LabelledClaim, names: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """The first name replaced by the next name of the set that means somebody else."""
    from assistant.names import names_in, same_name

    here = names_in(claim.text, claim.language)
    pool = names.get(claim.language, ())
    if not here or not pool:
        return
    first = here[0]
    at = pool.index(first.text) if first.text in pool else 0
    for other in (*pool[at + 1 :], *pool[:at]):
        # A name that stands in the claim anyway may happen to make it true, and so may one that
        # holds the name it takes the place of: the rate of Thailand is that of its bank.
        if (
            other not in claim.text
            and not _akin(first.text, other)
            and not any(same_name(other, n.text) for n in here)
        ):
            yield "name", claim.text[: first.start] + other + claim.text[first.end :]
            return


def _akin(one: str, other: str) -> bool:
    """Whether one of two names stands whole in the other, as of a firm and its product."""
    short, long = sorted((one.lower(), other.lower()), key=len)
    return re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None


def _negation(claim: LabelledClaim) -> Iterator[tuple[str, str]]:
    text = claim.text
    if claim.language == "en":
        if _NEGATED_EN.search(text):
            return
        for pattern, change in _NEGATIONS_EN:
            changed, count = re.subn(pattern, change, text, count=1)
            if count:
                yield "negation", changed
                return
        return
    from index.text import thai_tokens

    if "ไม่" in text:
        return
    tokens = thai_tokens(text)
    for number, token in enumerate(tokens):
        if number and token in _NEGATIONS_TH:
            place = number + (token == _FUTURE_TH)
            yield "negation", "".join((*tokens[:place], "ไม่", *tokens[place:]))
            return
