"""Whether a sentence denies the matter of a claim, or another."""

import pytest

from assistant.claims.extract import claim_of
from assistant.judge.alignment import Aligner
from assistant.judge.denial import denies_matter
from assistant.judge.features import Notetaker
from index.embedding.models import load_encoder
from tests.assistant.judge.helpers import evidence

MATTERS = [
    (
        "The plant has no shortage of power.",
        "The plant is short of power; if that is not solved, work may stop.",
        False,
    ),
    ("The dam is not made of earth.", "The dam is made of earth, not the road beside it.", False),
    ("โรงงานไม่ขาดแคลนไฟฟ้า", "โรงงานขาดแคลนไฟฟ้า แต่คนงานไม่ได้หยุดพัก", False),
    (
        "โรงงานไม่ขาดแคลนไฟฟ้า",
        "The factory lacks electricity, while its workers did not strike.",
        False,
    ),
    ("The mayor did not resign.", "The mayor did not resign, although two deputies left.", True),
    ("นายกเทศมนตรีไม่ได้ลาออก", "Two deputies left, but the mayor did not resign.", True),
    ("The ferry is not in service.", "The ferry sails daily.", False),
    ("The cost does not include wages.", "The cost excludes wages, and the sum is small.", True),
]


@pytest.fixture(scope="module")
def aligner() -> Aligner:
    return Aligner(load_encoder("fast"))


@pytest.mark.parametrize(("claim", "sentence", "denied"), MATTERS)
def test_the_clause_that_is_about_the_claim_decides(
    claim: str, sentence: str, denied: bool, aligner: Aligner
) -> None:
    assert denies_matter(claim, sentence, aligner) is denied


def test_a_denial_of_something_else_does_not_match_that_of_the_claim(aligner: Aligner) -> None:
    told = [
        evidence("gazette", "The plant is short of power; if that is not solved, it may close.")
    ]
    (taken,) = Notetaker(aligner).all_notes(claim_of("The plant is not short of power."), told)
    assert (taken.value("denied"), taken.value("both_deny"), taken.value("negation")) == (1, 0, 1)
