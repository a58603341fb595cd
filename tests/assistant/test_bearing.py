"""What is said of a piece of evidence, in words."""

import pytest

from assistant.answer import grounds
from assistant.bearing import WEAK, arithmetic, bearing
from assistant.types import Evidence, Stance
from index.types import Document, Passage


def piece(stance: Stance, *reasons: str, score: float = 0.8) -> Evidence:
    document = Document("d", "T", "Boats float.", "en")
    passage = Passage("p", "d", document.text, "en", 0, len(document.text))
    return Evidence("c", passage, document, 0, 12, stance, score, reasons)


@pytest.mark.parametrize(
    ("line", "thai", "english"),
    [
        (
            "$5.6 million ~ $6 million ?",
            "$5.6 million เทียบกับ $6 million: ชี้ขาดไม่ได้",
            "$5.6 million against $6 million: does not decide",
        ),
        (
            "$6 million ~ $6 million ? (another measure)",
            "$6 million เทียบกับ $6 million: ชี้ขาดไม่ได้ (another measure)",
            "$6 million against $6 million: does not decide (another measure)",
        ),
        ("May ∈ 2024 ✓", "May อยู่ใน 2024 ✓", "May is within 2024 ✓"),
        ("5 < 6 ✓", "5 < 6 ✓", "5 < 6 ✓"),
        ("2.66 ≈ ≈ 2.8 ✓", "2.66 ≈ 2.8 ✓", "2.66 ≈ 2.8 ✓"),
        ("2.8 = ≈ 2.8 ✓", "2.8 ≈ 2.8 ✓", "2.8 ≈ 2.8 ✓"),
        ("≈ 131 ≠ ≈ 200 ✗", "≈ 131 ≠ 200 ✗", "≈ 131 ≠ 200 ✗"),
        ("Is it ~ true?", "Is it ~ true?", "Is it ~ true?"),
    ],
)
def test_signs_that_few_read_become_words(line: str, thai: str, english: str) -> None:
    assert arithmetic(line, "th") == thai
    assert arithmetic(line, "en") == english


@pytest.mark.parametrize(
    ("stance", "reasons", "told"),
    [
        (Stance.SUPPORTS, ("5 < 6 ✓",), "The figures agree with the claim"),
        (Stance.SUPPORTS, (), "no figures to compare"),
        (Stance.SUPPORTS, ("5 ~ 6 ?",), "not certain"),
        (Stance.REFUTES, ("7 ≠ 6 ✗ (a slip of scale)",), "do not agree"),
        (Stance.REFUTES, ("5 ~ 6 ?",), "another figure"),
        (Stance.REFUTES, ("6 ~ 6 ? (another measure)",), "belongs to something else"),
        (Stance.REFUTES, ("≈ 6 ~ 6 ? (the evidence is less precise)",), "alone do not decide"),
        (Stance.REFUTES, (), "counts against the claim"),
    ],
)
def test_what_speaks_says_why(stance: Stance, reasons: tuple[str, ...], told: str) -> None:
    assert told in bearing(piece(stance, *reasons), "en")
    assert any("ก" <= c <= "๛" for c in bearing(piece(stance, *reasons), "th"))


def test_silence_and_other_people_s_reasons_are_left_alone() -> None:
    assert bearing(piece(Stance.SILENT, "5 ~ 6 ?"), "en") == ""
    assert bearing(piece(Stance.SUPPORTS, "The model said so."), "th") == ""
    assert grounds(piece(Stance.SUPPORTS, "The model said so."), "th") == ("The model said so.",)


def test_weak_evidence_is_called_weak() -> None:
    assert bearing(piece(Stance.REFUTES, score=WEAK / 2), "en").endswith("(weakly)")
    assert "weakly" not in bearing(piece(Stance.REFUTES, score=WEAK), "en")
