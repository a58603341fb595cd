"""What the figures of a sentence come to: the sum is shown, and made of what belongs together."""

import pytest

from assistant.quantities import relate

BOXES = "Ban Hin Si school received two boxes of 30 tablets each."
SPONSORS = "Each of the fund's four sponsors pledged 30 million baht."
HALF = "in the first half of 2025"
APART = f"Orin earned 6 billion baht {HALF} and Velo 3 billion in the third quarter."
CARS = "Halden sold 42,000 cars and Phai Ngoen 57,000."


@pytest.mark.parametrize(
    ("claim", "evidence", "english", "thai"),
    [
        ("โรงเรียนบ้านหินสีได้แท็บเล็ต 60 เครื่อง", BOXES, "2 × 30 = 60 ✓", "2 × 30 = 60 ✓"),
        (
            "Ban Hin Si school received 90 tablets.",
            BOXES,
            "2 × 30 = 60 ≠ 90 ✗",
            "2 × 30 = 60 ≠ 90 ✗",
        ),
        (
            "The firm sold houses at 5 million baht per house.",
            "The firm sold 20 houses for 100 million baht.",
            "100 million baht ÷ 20 = 5 million baht per house ✓",
            "100 ล้านบาท ÷ 20 = 5 ล้านบาทต่อหลัง ✓",
        ),
        (
            "The Thanthong board has seven members.",
            "The Thanthong board consists of a chair and six members.",
            "1 people + 6 people = 7 people ✓",
            "1 คน + 6 คน = 7 คน ✓",
        ),
        (
            "Orin earned 6 billion baht in the first nine months of 2025.",
            f"Orin earned 6 billion baht {HALF} and 3 billion in the third quarter.",
            "6 billion baht + 3 billion baht = 9 billion baht ≠ 6 billion baht ✗",
            "6 พันล้านบาท + 3 พันล้านบาท = 9 พันล้านบาท ≠ 6 พันล้านบาท ✗",
        ),
        (
            "Phai Ngoen sold 15,000 more cars than Halden.",
            CARS,
            "57,000 vehicles − 42,000 vehicles = 15,000 vehicles ✓",
            "57,000 คัน − 42,000 คัน = 15,000 คัน ✓",
        ),
        (
            "The rate was 2.25% before the cut.",
            "The bank cut its rate by 0.25 percentage points to 2.00%.",
            "2% + 0.25 percentage points = 2.25% ✓",
            "2% + 0.25 จุดเปอร์เซ็นต์ = 2.25% ✓",
        ),
        (
            "The fund has 7 billion baht left.",
            "The fund has spent 3 of its 10 billion baht.",
            "10 billion baht − 3 billion baht = 7 billion baht ✓",
            "1 หมื่นล้านบาท − 3 พันล้านบาท = 7 พันล้านบาท ✓",
        ),
    ],
)
def test_the_sum_is_shown(claim: str, evidence: str, english: str, thai: str) -> None:
    found = relate(claim, evidence, same_story=True)
    assert (found.reason_en, found.reason_th) == (english, thai)


@pytest.mark.parametrize("same_story", [True, False])
@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        ("The fund has 30 million baht.", SPONSORS),
        ("The fund has 120 million baht.", SPONSORS),
        ("The sponsors pledged a total of 30 million baht.", SPONSORS),
        ("บริษัทขายบ้านหลังละ 5 ล้านบาท", "The firm sold 20 houses for 5 million baht."),
        ("The firm sold 20 houses for 5 million baht.", "The firm sells houses at 5 million each."),
        ("Orin sold 900 cars in 2025.", f"Orin sold 400 cars {HALF} and 500 in the first of 2024."),
        ("Orin had 900 staff in 2025.", f"Orin had 400 staff {HALF} and 500 in the second half."),
        ("The team has eight doctors.", "The team comprises three doctors and five nurses."),
        ("Nine people died in the fire.", "Five people died and four were hurt in the fire."),
        ("Phai Ngoen sold 15,000 more cars than Orin.", CARS),
        ("Phai Ngoen sold 15,000 more cars than last year.", CARS),
        (BOXES, "Ban Hin Si school received 60 tablets."),
        ("Nine people were killed.", "Five men were killed and four women were hurt."),
        ("Nine people were charged.", "Police arrested five men and charged four women."),
        ("Velo earned 9 billion baht in the first nine months of 2025.", APART),
        ("Halden sold 5,000 more cars than Orin.", "Orin sold 7,000 lorries, Halden 12,000 cars."),
        ("Wages were 40 baht before the rise.", "Bus fares rose by 5 baht to 45 baht."),
        ("The fund has 7 billion baht left.", "The fund received 3 of its 10 billion baht."),
        ("The mayor is paid 70,000 baht.", "The mayor is paid 90,000 baht and her deputy 70,000."),
        ("Orin hired 50 people in five years.", "Orin hired 10 people a year five years ago."),
    ],
)  # fmt: skip
def test_what_does_not_belong_together_never_supports(
    claim: str, evidence: str, same_story: bool
) -> None:
    assert relate(claim, evidence, same_story=same_story).stance.value != "supports"
