"""Evidence that the user gives: what is about the claim is read, what is not is no evidence."""

import pytest

from assistant.claims.extract import claim_of
from assistant.evidence import given
from assistant.judge.default import DefaultJudge
from assistant.types import Label
from index.embedding.models import load_encoder

JUDGE = DefaultJudge(load_encoder("fast"))

ABOUT = [
    ("Maria Dunmore grew up in a small fishing village.", "She was raised by the sea, the daughter "
     "of a man who mended nets and sold mackerel in a village of forty houses."),
    ("ยอดขายรถไฟฟ้าของเวลลานโตขึ้น", "Sales of Wellan's electric cars grew."),
    ("The bridge over the Orsa collapsed in a storm.", "A storm brought down the bridge."),
]  # fmt: skip
OTHER = [
    ("Maria Dunmore grew up in a small fishing village.", "The recipe needs two cups of flour."),
    ("ยอดขายรถไฟฟ้าของเวลลานโตขึ้น", "The choir sang three psalms before the service."),
    ("The bridge over the Orsa collapsed in a storm.", "นักเรียนต้องส่งการบ้านวิชาดนตรีภายในวันศุกร์"),
]


@pytest.mark.parametrize(("claim", "evidence"), ABOUT)
def test_evidence_about_the_claim_is_read(claim: str, evidence: str) -> None:
    one = claim_of(claim)
    verdict = JUDGE.judge(one, given(one, [evidence]))
    assert verdict.label in {Label.SUPPORTED, Label.REFUTED}


@pytest.mark.parametrize(("claim", "evidence"), OTHER)
def test_evidence_about_something_else_is_none(claim: str, evidence: str) -> None:
    one = claim_of(claim)
    assert JUDGE.judge(one, given(one, [evidence])).label is Label.NOT_ENOUGH_EVIDENCE
