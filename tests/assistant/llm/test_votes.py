"""How several readings of a claim give one verdict."""

import pytest

from assistant.claims.extract import claim_of
from assistant.errors import SettingsError
from assistant.evidence import given
from assistant.llm.votes import Vote, decided
from assistant.settings import load_settings
from assistant.types import Label, Verdict

S, R, N, C = Label.SUPPORTED, Label.REFUTED, Label.NOT_ENOUGH_EVIDENCE, Label.CONFLICTING
EN = claim_of("The bridge is long.")
TH = claim_of("สะพานยาวมาก")


def together(*labels: Label, asked: int = 0, thai: bool = False) -> Verdict:
    claim = TH if thai else EN
    found = given(claim, ["The bridge is long, they say.", "It is short, others say."])
    votes = [
        Vote(label, 0.9, found[n % 2 : n % 2 + 1], f"because {n}", ())
        for n, label in enumerate(labels)
    ]
    return decided(claim, votes, asked=asked or len(votes), method="m", prompt_id="p")


@pytest.mark.parametrize(
    ("labels", "asked", "label", "confidence"),
    [
        ((S,), 1, S, 0.9),
        ((S, S, R), 3, S, 0.6),
        ((S, S), 3, S, 0.6),
        ((S,), 3, S, 0.3),
        ((S, R), 2, N, 0.5),
        ((S, R), 3, N, 1 / 3),
        ((N, S), 2, N, 0.45),
        ((S, S, R, R, C), 5, N, 0.2),
        ((S, R, C, R), 4, R, 0.45),
    ],
)
def test_the_majority_of_the_answers_decides(
    labels: tuple[Label, ...], asked: int, label: Label, confidence: float
) -> None:
    verdict = together(*labels, asked=asked)
    assert verdict.label is label
    assert verdict.confidence == pytest.approx(confidence)


@pytest.mark.parametrize(
    ("labels", "asked", "lines"),
    [
        ((S, S), 2, ["because 0"]),
        ((S, S), 3, ["because 0", "2 of 3 votes were answered; the others failed."]),
        ((R, S, S), 3, ["because 1", "The votes differ: supported 2, refuted 1."]),
        ((S, R), 2, ["The votes differ: supported 1, refuted 1."]),
        ((N, S), 2, ["The votes differ: not_enough_evidence 1, supported 1."]),
    ],
)
def test_disagreement_and_missing_votes_are_told(
    labels: tuple[Label, ...], asked: int, lines: list[str]
) -> None:
    assert together(*labels, asked=asked).rationale.splitlines() == lines


def test_thai_readers_are_told_in_thai() -> None:
    told = together(S, S, R, asked=4, thai=True).rationale
    assert "มีหลักฐานสนับสนุน 2, หลักฐานหักล้าง 1" in told
    assert "3 จาก 4" in told


def test_the_evidence_is_that_of_the_winners_each_sentence_once() -> None:
    assert len(together(S, R, S).evidence) == 1
    assert len(together(S, S, S).evidence) == 2
    assert len(together(S, R).evidence) == 2


@pytest.mark.parametrize("votes", [0, -2])
def test_no_votes_are_refused_with_a_hint(votes: int) -> None:
    with pytest.raises(SettingsError, match="--agree") as caught:
        load_settings(llm_agree=votes)
    assert "1 or more" in caught.value.hint
