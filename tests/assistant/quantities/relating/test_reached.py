"""What several figures of a sentence come to is bound to their time and party like any figure."""

import pytest

from assistant.quantities import relate

TO, BY = "Kellan's fare rose to 3,600 baht", "Kellan's fare rose by 600 baht"
UP, FROM = "Kellan's fare rose 600 baht from 3,000 baht", "from 3,000 baht to 3,600 baht"


@pytest.mark.parametrize("same_story", [True, False])
@pytest.mark.parametrize(
    ("claim", "evidence", "stance"),
    [
        (f"{TO}.", f"{UP}.", "supports"),
        (f"{TO} in 2021.", f"{UP} in 2021.", "supports"),
        (f"{TO} in 2023.", f"{UP} in 2021.", "silent"),
        (f"{BY} in 2021.", f"Kellan's fare rose {FROM} in 2021.", "supports"),
        (f"{BY} in 2023.", f"Kellan's fare rose {FROM} in 2021.", "silent"),
        (f"{BY} in 2021.", "Kellan's fare rose 20% to 3,600 baht in 2021.", "supports"),
        (f"{BY} in 2023.", "Kellan's fare rose 20% to 3,600 baht in 2021.", "silent"),
        (f"{BY} in 2021.", "Kellan's fare rose 20% from 3,000 baht in 2021.", "supports"),
        (f"{TO}.", "Kellan is expected to raise its fare 600 baht from 3,000 baht.", "silent"),
        (f"{BY}.", f"Kellan is expected to raise its fare {FROM}.", "silent"),
        (
            "ค่าโดยสารเคลแลนขึ้นเป็น 3,600 บาทในปี 2566",
            "ค่าโดยสารเคลแลนขึ้น 600 บาท จาก 3,000 บาท ในปี 2564",
            "silent",
        ),
        (
            "Kellan's sales fell by 25 tonnes from August to September.",
            "Kellan sold 80 tonnes in August and 55 tonnes in September.",
            "supports",
        ),
    ],
)
def test_worked_out_levels_and_steps(
    claim: str, evidence: str, stance: str, same_story: bool
) -> None:
    assert relate(claim, evidence, same_story=same_story).stance.value == stance


def test_a_level_that_is_only_worked_out_refutes_none_of_another_party() -> None:
    evidence = "Orsa's fare rose 600 baht from 3,000 baht."
    assert relate("Kellan's fare rose to 4,000 baht.", evidence).stance.value == "silent"
