"""Names across scripts."""

import pytest

from assistant.names import named_in, names_in, same_name
from assistant.names.heard import heard_at
from assistant.names.sound import skeleton
from assistant.names.table import aliases

SAME = [
    ("Amazon", "อเมซอน"),
    ("Thailand", "ประเทศไทย"),
    ("ธปท.", "Bank of Thailand"),
    ("Kestrel", "เคสเทรล"),
    ("Krungnapha", "กรุงนภา"),
    ("Merlion", "เมอร์ไลออน"),
    ("Tharamanee", "ธารามณี"),
    ("Halvorsen", "ฮัลวอร์เซน"),
    ("Kestrel", "Kestrel Foundry"),
]
OTHER = [
    ("Amazon", "กูเกิล"),
    ("Northmere Bank", "Northmere Insurance"),
    ("Halden", "เคสเทรล"),
    ("Thailand", "ไต้หวัน"),
    ("Meta", "Microsoft"),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same_names(one: str, two: str) -> None:
    assert same_name(one, two)
    assert same_name(two, one)


@pytest.mark.parametrize(("one", "two"), OTHER)
def test_other_names(one: str, two: str) -> None:
    assert not same_name(one, two)
    assert not same_name(two, one)


MENTIONED = [
    ("Amazon", "หุ้นอเมซอนลดลง"),
    ("อเมซอน", "Amazon's shares fell"),
    ("Sila Thong Logistics", "ศิลาทองโลจิสติกส์กู้เงิน 5 หมื่นล้านบาท"),
    ("Bank of Thailand", "กนง. มีมติคงดอกเบี้ย"),
    ("Srettha Thavisin", "นายเศรษฐา ทวีสิน นายกรัฐมนตรี"),
    ("Volkswagen", "รถโฟล์คสวาเกนรุ่นใหม่"),
    ("Mitsubishi", "มิตซูบิชิ มอเตอร์สขึ้นราคา"),
    ("CNBC", "สำนักข่าวซีเอ็นบีซีรายงาน"),
    ("WHO", "ดับเบิลยูเอชโอเตือน"),
    ("Shopee", "ลาซาด้าและช้อปปี้ลดราคา"),
    ("Nakhon Thara", "สำนักแผนนครธารา"),
    ("Orin-V3", "the V3 model by Orin"),
    ("Thailand", "The Motor Association of Thailand reported"),
]


@pytest.mark.parametrize(("name", "text"), MENTIONED)
def test_names_are_found_in_the_other_script(name: str, text: str) -> None:
    assert named_in(name, text)


REPORT = (
    "กระทรวงมหาดไทยกำชับผู้ว่าราชการจังหวัดเร่งช่วยเหลือประชาชนที่ได้รับผลกระทบจากน้ำท่วม พร้อมตั้งศูนย์พักพิงชั่วคราว "
    "และประสานหน่วยงานในพื้นที่สำรวจความเสียหายของบ้านเรือน ถนน และพื้นที่การเกษตร เพื่อเยียวยาตามระเบียบต่อไป"
)


@pytest.mark.parametrize(
    "name",
    ["CNBC", "Goldman Sachs", "Reuters", "Srettha", "Novartis", "Kestrel", "Barcelona", "Ericsson",
     "Walmart", "Nintendo", "Unilever", "Chulalongkorn", "Chevron", "Lazada", "Starbucks"],
)  # fmt: skip
def test_a_name_is_not_pieced_together_from_unrelated_thai_words(name: str) -> None:
    assert not named_in(name, REPORT)


NOBODY = [
    "CAPEX ปีนี้เพิ่มขึ้น",
    "มูลค่า 320 พันล้านเหรียญสหรัฐ",
    "บริษัทได้เปิดตัวผลิตภัณฑ์ใหม่",
    "สี่บริษัทเทคโนโลยีลงทุน",
    "Data centres used 5 TWh of power.",
    "The AI boom needs more GPUs.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_things_measures_and_currencies_are_no_names(text: str) -> None:
    assert names_in(text) == ()


NAMED = [
    ("Training OpenAI's model cost more.", ["OpenAI"]),
    ("AWS earned more than Amazon's North America segment.", ["AWS", "Amazon", "North America"]),
    ("A chip made by Nvidia for Amazon.", ["Nvidia", "Amazon"]),
    ("ที่จังหวัดภูเก็ตในปี 2569", ["ภูเก็ต"]),
    ("Running on H800 GPUs", ["H800"]),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_end_where_they_end(text: str, names: list[str]) -> None:
    assert [n.text for n in names_in(text)] == names


def test_a_name_is_not_found_inside_another_word() -> None:
    assert not named_in("Meta", "Metallurgy is an old craft.")


def test_names_in_reading_order_with_their_places() -> None:
    text = "The report says Andy Jassy of Amazon met บริษัทธารามณี in Bangkok."
    found = names_in(text)
    assert all(text[n.start : n.end] == n.text for n in found)
    assert [n.text for n in found] == sorted((n.text for n in found), key=text.index)
    assert any("Jassy" in n.text for n in found)
    assert any(n.text == "Bangkok" for n in found)


def test_sentence_openers_are_no_names() -> None:
    assert names_in("The price rose. According to them, it fell.") == ()


def test_every_alias_stands_for_one_name() -> None:
    table = aliases()
    assert all(name and alias == alias.lower() for alias, name in table.items())
    assert len(table) > 200


@pytest.mark.parametrize(("thai", "latin"), [("เทค", "Tech"), ("มาร์โลว์", "Marlowe")])
def test_silent_letters_are_left_out(thai: str, latin: str) -> None:
    assert skeleton(thai)[0] == skeleton(latin)[0]
    assert "์" not in skeleton(thai)


@pytest.mark.parametrize(
    ("name", "text", "heard"),
    [
        ("Permpoon", "ร้านเพิ่มพูนขายรถ", "เพิ่มพูน"),
        ("Samsen", "สามเสนขายรถ 5 คัน", "สามเสน"),
        ("Lan Xang", "ล้านช้างขายรถ", "ล้านช้าง"),
        ("Corvane", "บริษัทมีหนี้ครึ่งล้านบาท", ""),
        ("Ngao Chan", "จับปลาหมึกได้ตันครึ่ง", ""),
    ],
)
def test_where_a_name_is_heard(name: str, text: str, heard: str) -> None:
    assert "".join(text[a:b] for a, b in heard_at(name, text)) == heard
