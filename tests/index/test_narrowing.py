"""Filters as a person gives them: publishers in any case, and never nothing left."""

from datetime import date

import pytest

from index.errors import InputError
from index.narrowing import fitted
from index.types import Document, Filters, Kind, Tier

DOCUMENTS = (
    Document("a", "", "x", "en", publisher="Mint", published=date(2025, 1, 1), tier=Tier.PRESS),
    Document("b", "", "x", "th", publisher="ฐานเศรษฐกิจ", kind=Kind.FACT_CHECK),
    Document("c", "", "x", "en", publisher="MINT"),
    Document("d", "", "x", "en"),
)


@pytest.mark.parametrize(
    ("filters", "left"),
    [
        (Filters(), "abcd"),
        (Filters(publishers=("mint",)), "ac"),
        (Filters(publishers=(" Mint ", "ฐานเศรษฐกิจ")), "abc"),
        (Filters(languages=("th",)), "b"),
        (Filters(tiers=(Tier.PRESS,)), "a"),
        (Filters(kinds=(Kind.FACT_CHECK,)), "b"),
        (Filters(published_by=date(2025, 1, 1), undated=False), "a"),
        (Filters(published_by=date(2024, 1, 1)), "bcd"),
    ],
)
def test_what_is_left(filters: Filters, left: str) -> None:
    found = fitted(filters, DOCUMENTS)
    assert "".join(d.id for d in DOCUMENTS if found.accepts(d)) == left


@pytest.mark.parametrize(
    ("filters", "told"),
    [
        (Filters(publishers=("Mont",)), "no document is published by 'Mont'"),
        (Filters(publishers=("",)), "no document is published by ''"),
        (Filters(languages=("th",), tiers=(Tier.PRESS,)), "no document is left"),
        (Filters(published_by=date(2024, 1, 1), undated=False), "no document is left"),
    ],
)
def test_nothing_left_is_told(filters: Filters, told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        fitted(filters, DOCUMENTS)
    assert caught.value.hint
