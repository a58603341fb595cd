# ruff: noqa: E501
"""Signs that an English article was translated from Thai by machine.

Years of the Buddhist era, scale words and units in Thai order, doubled comparatives and
negations, amounts in two currencies, Thai words left standing. Each is a sign by its form
alone; nothing here is about one article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from assistant.claims.cue_words import MONTH_EN
from assistant.claims.translation_notice import Sign

# "in 2568", "4 March 2568"; "B.E. 2542" and "2568 people" are as they should be.
_ERA = re.compile(
    rf"(?:(?:\b(?:in|by|since|until|during|from|to|for|of|year|fiscal|late|early|mid|FY)|{MONTH_EN}(?:\s[0-9]{{1,2}},?)?)\s|FY)"
    r"(?P<year>24[5-9][0-9]|25[0-9]{2})(?![0-9,.]*[0-9])(?!\s?(?:hrs|hours|people|persons|baht|dollars|units|tonnes|tons|cases|homes|%|percent|megawatts|MW|kilomet|met))"
)
# An article that names the era means its years so.
_NAMED_ERA = re.compile(r"\bB\.?\s?E\.?\b|Buddhist (?:[Ee]ra|[Cc]alendar)")
_SCALE = re.compile(
    r"(?P<number>[0-9][0-9,.]*)\s(?P<times>(?:ten |hundred )?thousand) million\b|(?P<plain>[0-9][0-9,.]*)\smillion million\b"
)
_TIMES = {"thousand": 1, "ten thousand": 10, "hundred thousand": 100}
_BOUND = r"more than|less than|over|nearly|almost|about|around|approximately|at least|up to"
_DOUBLED = re.compile(
    rf"\b(?P<bound>{_BOUND})\b[^.,;0-9$\n]{{0,28}}?\b(?P=bound)\s[$]?[0-9][\d.,]*"
    r"|\bmore (?:higher|lower|better|faster|cheaper|stronger|larger|bigger|smaller|easier|cheaper|greater)\b"
    r"|\bmost (?:highest|lowest|largest|biggest|best)\b|\b(?:increas|ris|grow)\w* up (?:higher|more)\b"
)
_NEGATION = re.compile(
    r"\b(?:not not|never not|cannot not|can not not)\b"
    r"|\b(?:do|does|did|is|are|was|were|has|have|had)(?: not|n['’]t) (?:have |had |find |found |see |receive )?(?:no|none|nothing|never|nobody)\b"
)
_CLASH = re.compile(
    r"[$]\s?[0-9][\d.,]*\s?(?:thousand|million|billion|trillion|bn|m)?\s?baht\b|฿\s?[0-9][\d.,]*\s?(?:thousand|million|billion)?\s?(?:US )?dollars?\b",
    re.IGNORECASE,
)
# "percent 5" (ร้อยละ 5), "quarter 3 of year 2025" (ไตรมาส 3 ของปี), "amount 5 people" (จำนวน 5 คน).
_ORDER = (
    (re.compile(r"\bper ?cent (?P<n>[0-9][\d.]*)(?!\s?(?:%|per ?cent))"), "{n} percent"),
    (re.compile(r"\bquarter (?P<n>[1-4]) of (?:the )?year\b"), "Q{n}"),
    (
        re.compile(
            r"\b(?:in the )?amount (?:of )?(?P<n>[0-9][\d,]*) (?:people|persons|cases|units|items|places)\b"
        ),
        "{n}",
    ),
)
_THAI = re.compile(r"[\u0e01-\u0e5b][\u0e01-\u0e5b .]*")
_GLOSS = "(“\"'‘["


def english_signs(text: str) -> Iterator[Sign]:
    """Faults of translation from Thai in an English `text`."""
    for match in () if _NAMED_ERA.search(text) else _ERA.finditer(text):
        what = f"พ.ศ. {match['year']} = {int(match['year']) - 543}"
        yield "era_slip", match.start("year"), match.end("year"), what
    for match in _SCALE.finditer(text):
        yield "scale_words", match.start(), match.end(), _billions(match)
    for code, pattern, what in (
        ("doubled_comparative", _DOUBLED, ""),
        ("turned_meaning", _NEGATION, "doubled negation"),
        ("unit_clash", _CLASH, ""),
    ):
        for match in pattern.finditer(text):
            yield code, match.start(), match.end(), what
    for pattern, form in _ORDER:
        for match in pattern.finditer(text):
            yield "word_order", match.start(), match.end(), form.format(n=match["n"])
    for match in _THAI.finditer(text):
        if text[max(0, match.start() - 2) : match.start()].strip()[-1:] not in tuple(_GLOSS):
            yield (
                "left_untranslated",
                match.start(),
                match.start() + len(match.group().rstrip()),
                "",
            )


def _billions(match: re.Match[str]) -> str:
    if match["plain"]:
        return f"{match['plain']} trillion"
    value = Decimal(match["number"].replace(",", "").rstrip(".")) * _TIMES[match["times"]]
    return f"{value.normalize():f} billion"
