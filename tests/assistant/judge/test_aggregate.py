import pytest

from assistant.judge.aggregate import GISTS, clash, gist, may_support, voices
from assistant.judge.stance import Reading, read
from index.types import Tier
from tests.assistant.judge.helpers import evidence, notes, reading

FALSE = "By 2030 data centres will need 945 gigawatts of power, the agency says in its report."


def value(readings: list[Reading], name: str) -> float:
    return gist(voices(readings))[GISTS.index(name)]


def test_twenty_copies_are_one_voice() -> None:
    copies = [reading(f"copy{i}", 1.0, 0.0, text=FALSE) for i in range(20)]
    assert len(voices(copies)) == 1
    assert value(copies, "support_2") == 0.0


def test_two_voices_clash_and_one_does_not() -> None:
    for_, against = reading("a", 0.9, 0.0), reading("b", 0.0, 0.8)
    assert clash(voices([for_, against])) == pytest.approx(0.8)
    assert clash(voices([reading("c", 0.9, 0.8)])) == 0.0


def test_a_low_source_counts_for_less_than_the_press() -> None:
    press, low = reading("a", 0.9, 0.0), reading("b", 0.9, 0.0, tier=Tier.LOW)
    assert value([press], "support") > value([low], "support")


def test_nothing_found_is_all_zero() -> None:
    assert gist(()) == (0.0,) * len(GISTS)


@pytest.mark.parametrize(
    ("values", "may"),
    [
        ({"amounts": 1, "matched": 1}, True),
        ({"amounts": 1, "nearby": 1}, True),
        ({"amounts": 1, "matched": 0.5}, False),
        ({"amounts": 1, "matched": 1, "periods": 1}, False),
        ({"amounts": 1, "matched": 1, "periods": 1, "period_nearby": 1}, True),
        ({"amounts": 1, "matched": 1, "both_deny": 1}, False),
        ({"amounts": 1, "matched": 1, "both_deny": 1, "reader_supports": 0.6}, True),
        ({}, False),
        ({"reader_supports": 0.6}, True),
        ({"reader_supports": 0.4, "reader_refutes": 0.5}, True),
        ({"reader_supports": 0.2, "reader_refutes": 0.5}, False),
        ({"reader_supports": 0.6, "names": 0.0}, False),
        ({"reader_supports": 0.6, "denied": 1}, False),
    ],
)
def test_every_figure_of_a_supported_claim_is_borne_out(
    values: dict[str, float], may: bool
) -> None:
    item = evidence("a", "Sales were $5 million.")
    assert may_support(read([notes(item, **values)])) is may


@pytest.mark.parametrize(
    ("beside", "may"),
    [
        ({"slipped": 1}, False),
        ({"slipped": 1, "names": 0.5}, True),
        ({"slipped": 0}, True),
    ],
)
def test_a_figure_that_only_stands_there_bears_nothing_out_beside_its_slip(
    beside: dict[str, float], may: bool
) -> None:
    stands = notes(evidence("a", "Exports rose 26.3%."), amounts=1, matched=1)
    other = notes(evidence("b", "Consumption grew 2.6%."), amounts=1, **beside)
    assert may_support(read([stands, other])) is may
    linked = notes(evidence("a", "It grew 26.3%."), amounts=1, matched=1, q_supports=1)
    assert may_support(read([linked, other]))
