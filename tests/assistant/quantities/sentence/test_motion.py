"""Words of rising and falling: which of them make a figure a change."""

import pytest

from assistant.quantities import parse
from assistant.quantities.linking.compounds import compounds
from assistant.quantities.linking.ranks import among, ranks
from assistant.quantities.relating.scores import score
from assistant.quantities.sentence.frame import frame


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        # no change
        ("The car park takes up 4 acres.", ["level"]),
        ("The yard has laid up 12 ferries.", ["level"]),
        ("The site was down for three hours.", ["level"]),
        ("The rise was opposed by 61% of those asked.", ["level"]),
        ("ชาวนาลงถั่วเขียวไป 320 ไร่", ["level"]),
        ("ฝนจะตก 40 มิลลิเมตร", ["level"]),
        ("ค่าซ่อมหลังคาตก 3 แสนบาท", ["level"]),
        ("โรงแรมรับพนักงานเพิ่ม 40 คน", ["level"]),
        ("โรงไฟฟ้าห้วยกระดิ่งมีขนาด 9 เมกะวัตต์", ["level"]),
        ("สมาชิก 72% เห็นชอบการขึ้นเงินเดือน", ["level"]),
        # changes as before
        ("Shares were down 4%.", ["change"]),
        ("Wages were cut by 7%.", ["change"]),
        ("ราคาทองตก 300 บาท", ["change"]),
        ("ราคาน้ำมันลงวันนี้ 50 สตางค์", ["change"]),
        ("จำนวนพนักงานเพิ่ม 40 คน", ["change"]),
        ("ร้านลดราคา 30%", ["change"]),
        # a level that is crossed by a move that way, and by no other
        ("The rate fell below 3%.", ["result"]),
        ("อุณหภูมิลดลงต่ำกว่า 5 องศา", ["result"]),
        ("The economy grew below 3%.", ["change"]),
        ("The business grew by just under 30%.", ["change"]),
        ("Sales fell by just below 3%.", ["change"]),
        ("เศรษฐกิจขยายตัวต่ำกว่า 3%", ["change"]),
        # where it came from and what it has become
        ("ค่าไฟขยับจากหน่วยละ 4.05 บาท เป็น 4.20 บาท", ["base", "result"]),
        ("ชาวบ้านรับเงินจากเทศบาล 500 บาท", ["level"]),
    ],
)
def test_roles(text: str, roles: list[str]) -> None:
    assert [fact.role for fact in frame(text).facts] == roles


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("There were 12 450 entries.", "12450"),
        ("He won $12 500 in all.", "12500"),
        ("On May 12 300 people came.", "300"),
        ("Route 66 500 cars", "500"),
        ("ปี 68 450 คน", "450"),
        ("over 2 500 people", "2500"),
    ],
)
def test_groups_of_three_are_one_number(text: str, low: str) -> None:
    found = [str(q.low) for q in parse(text) if q.kind in ("count", "money")]
    assert found == [low]


def test_the_years_behind_over_are_a_time() -> None:
    assert [q.kind for q in parse("over 2023 as a whole")] == ["date"]
    assert [q.kind for q in parse("over 2000 people")] == ["count"]


@pytest.mark.parametrize(
    ("text", "numbers", "ended"),
    [
        ("Hask beat Dunmere 4-2.", (4, 2), "won"),
        ("Hask were beaten by Dunmere 2-4.", (4, 2), "lost"),
        ("ทีมชนะ 3 ประตูต่อ 1", (3, 1), "won"),
        ("They won by three sets to one.", (3, 1), "won"),
    ],
)
def test_scores_are_read_from_either_side(text: str, numbers: tuple[int, int], ended: str) -> None:
    found = score(frame(text))
    assert found is not None and (found.numbers, found.ended) == (numbers, ended)


def test_places_in_an_order() -> None:
    assert among(frame("It is among the top ten.")) == 10
    assert ranks(frame("It came second in its first week.")) == [2]
    assert ranks(frame("It opened #3.")) == [3]
    assert compounds(frame("a three-act play and a 10-year bond")) == {"act": {3}}
