"""A denied claim, said as if it were so."""

import pytest

from assistant.claims.extract import claim_of
from assistant.judge.affirmed import affirmed
from assistant.judge.alignment import Aligner
from assistant.judge.features import Notetaker
from index.embedding.models import load_encoder
from tests.assistant.judge.helpers import evidence

DENIED = [
    ("The firm did not open a plant in Rayong.", "The firm did open a plant in Rayong."),
    ("It cannot be bought abroad.", "It can be bought abroad."),
    ("The bank won't raise its rate.", "The bank will raise its rate."),
    ("Sales weren't counted.", "Sales were counted."),
    ("The mayor never met them.", "The mayor met them."),
    ("No station measured rain.", "station measured rain."),
    ("The ferry is no longer in service.", "The ferry is still in service."),
    ("บริษัทไม่ได้เปิดโรงงานที่ระยอง", "บริษัทได้เปิดโรงงานที่ระยอง"),
    ("บริษัทยังไม่เปิดโรงงาน", "บริษัทเปิดโรงงาน"),
    ("เขื่อนแห่งนี้ไม่ใช่เขื่อนดิน", "เขื่อนแห่งนี้เป็นเขื่อนดิน"),
    ("จังหวัดนี้ไม่มีสนามบิน", "จังหวัดนี้มีสนามบิน"),
]
LEFT = [
    "The firm opened a plant in Rayong.",
    "No more than 30 people came.",
    "It did not open in May but in June.",
    "They did not come and did not call.",
    "It fell because rain did not come.",
    "A firm that did not report its figures was fined.",
    "มีผู้ป่วยไม่เกิน 30 คน",
    "รายได้ไม่ถึง 6 ล้านบาท",
    "จริงหรือไม่",
    "ฝนตกแทบไม่ต่างจากปีก่อน",
    "เขาไม่ได้ซื้อแต่เช่า",
    "รถที่ไม่มีป้ายทะเบียนถูกยึด",
]


@pytest.mark.parametrize(("claim", "other"), DENIED, ids=[row[0] for row in DENIED])
def test_the_denial_goes_and_the_rest_stays(claim: str, other: str) -> None:
    assert affirmed(claim) == other


@pytest.mark.parametrize("claim", LEFT)
def test_what_denies_nothing_or_says_more_is_left(claim: str) -> None:
    assert affirmed(claim) is None


class Agreeing:
    """Takes whatever it reads for supported, denials overlooked."""

    fingerprint = "agreeing"

    def probabilities(self, evidence: str, claim: str) -> tuple[float, float, float]:
        return 0.04, 0.06, 0.9


def test_a_denial_that_the_reader_overlooks_counts_against_the_claim() -> None:
    taker = Notetaker(Aligner(load_encoder("fast")), Agreeing())
    told = [evidence("gazette", "Zephyr Motors opened a plant in Rayong.")]
    (plain,) = taker.all_notes(claim_of("Zephyr Motors opened a plant in Rayong."), told)
    (denied,) = taker.all_notes(claim_of("Zephyr Motors did not open a plant in Rayong."), told)
    assert (plain.value("reader_supports"), plain.value("reader_refutes")) == (0.9, 0.04)
    assert (denied.value("reader_supports"), denied.value("reader_refutes")) == (0.04, 0.9)
