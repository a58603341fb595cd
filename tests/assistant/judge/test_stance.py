import pytest

from assistant.judge.stance import read
from assistant.types import Stance
from tests.assistant.judge.helpers import evidence, notes

ITEM = evidence("a", "Sales were $5 million.")


@pytest.mark.parametrize(
    ("values", "stance"),
    [
        ({"amounts": 1, "q_supports": 1, "matched": 1}, Stance.SUPPORTS),
        ({"amounts": 1, "q_refutes": 1}, Stance.REFUTES),
        ({"amounts": 1, "q_elsewhere": 1, "matched": 1}, Stance.REFUTES),
        ({"amounts": 1, "q_elsewhere": 1}, Stance.SILENT),
        ({"amounts": 1, "q_silent": 1, "slipped": 1, "apart": 1}, Stance.REFUTES),
        ({"amounts": 1, "q_silent": 1, "matched": 1}, Stance.SUPPORTS),
        ({"amounts": 1, "q_silent": 1, "matched": 1, "period_apart": 1}, Stance.SILENT),
        ({"amounts": 1, "reader_supports": 1}, Stance.SILENT),
        ({"reader_supports": 0.9}, Stance.SUPPORTS),
        ({"reader_refutes": 0.9}, Stance.REFUTES),
        ({"reader_supports": 0.9, "hypothetical": 1}, Stance.SILENT),
        ({}, Stance.SILENT),
    ],
)
def test_what_a_sentence_says(values: dict[str, float], stance: Stance) -> None:
    assert read([notes(ITEM, **values)])[0].stance is stance


def test_what_is_no_evidence_is_silent() -> None:
    found = read([notes(ITEM, set_aside="addressed", amounts=1, q_supports=1)])
    assert found[0].stance is Stance.SILENT


def test_a_sentence_far_from_the_best_one_says_nothing() -> None:
    near = notes(ITEM, related=0.9)
    far = notes(ITEM, related=0.2, reader_supports=1.0)
    assert read([near, far])[1].stance is Stance.SILENT


@pytest.mark.parametrize(
    ("more", "heard"),
    [
        ({"reader_supports": 0.8, "reader_refutes": 0.1}, True),
        ({"reader_supports": 0.1, "reader_refutes": 0.8}, False),
        ({"reader_supports": 0.8, "names": 0.5}, False),
        ({"reader_supports": 0.8, "names_here": 0.5}, False),
        ({"reader_supports": 0.8, "denied": 1}, False),
    ],
)
def test_a_figure_that_seems_to_belong_elsewhere_speaks_for_a_claim_borne_out_in_all_else(
    more: dict[str, float], heard: bool
) -> None:
    values = {"amounts": 1, "q_elsewhere": 1, "matched": 1, "names_here": 1, **more}
    found = read([notes(ITEM, **values)])[0]
    assert found.stance is Stance.REFUTES
    assert (found.supports > 0.3) is heard
