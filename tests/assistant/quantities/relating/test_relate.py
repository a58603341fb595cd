"""Sentences against sentences."""

from datetime import date

import pytest

from assistant.quantities import Why, relate
from assistant.types import Stance

STORIES = [
    # same story: claim, evidence, stance
    ("รายได้เพิ่มขึ้นเป็น 30 ล้านบาท", "Revenue rose to 30 million baht from 24 million.", "supports"),
    ("รายได้เพิ่มขึ้น 30 ล้านบาท", "Revenue rose to 30 million baht from 24 million.", "refutes"),
    ("กำไรเพิ่มขึ้น 25%", "Profit rose from 24 million to 30 million baht.", "supports"),
    ("กำไรเพิ่มเป็นสองเท่า", "Profit rose by 100%.", "supports"),
    ("ยอดขายลดลงเหลือ 80% ของปีก่อน", "Sales fell by 20%.", "supports"),
    ("ยอดขายลดลงเหลือ 80% ของปีก่อน", "Sales fell by 80%.", "refutes"),
    ("Ridership rose to 12 million.", "Ridership rose by 12%.", "silent"),
    ("กำไร 2 พันล้านบาท", "The firm made a loss of 2 billion baht.", "refutes"),
    ("เงินอ่อนค่าลงมาที่ 31 บาท", "เงินแข็งค่าขึ้นมาที่ 31 บาท", "refutes"),
    ("ไตรมาส 4 ปี 2567 รายได้ 28 ล้านบาท",
     "Revenue in the whole of 2024 was 28 million baht.", "silent"),
    ("ปี 2569 ใช้เงิน 5 ล้านบาท", "It spent 5 million baht in 2025.", "silent"),
    ("Prices averaged 4 million baht.", "The median price was 4 million baht.", "silent"),
    ("มีผู้ลงทะเบียน 45 ล้านคน", "รัฐบาลคาดว่าจะมีผู้ลงทะเบียน 45 ล้านคน", "silent"),
    ("The mayor earns 90,000 baht.", "The deputy mayor earns 90,000 baht.", "silent"),
    ("โรงงานเปิดแล้ว", "The plant has not yet opened.", "refutes"),
    ("Halden sold 42,000 cars and Kestrel 57,000.",
     "เคสเทรลขายได้ 57,000 คัน ส่วนฮัลเดนขายได้ 42,000 คัน", "supports"),
    ("Sales of Halden and Kestrel were 42,000 and 57,000 cars respectively.",
     "เคสเทรลขายได้ 42,000 คัน ส่วนฮัลเดนขายได้ 57,000 คัน", "refutes"),
    ("มติ 6 ต่อ 1", "The board voted six to one.", "supports"),
    ("มติเป็นเอกฉันท์", "The board voted six to one.", "refutes"),
    ("สองแห่งสูญเงินรวมกัน 800 ล้านบาท",
     "One lost 600 million baht and the other 200 million.", "supports"),
    ("จะสร้างงานปีละ 14,000 ตำแหน่ง", "It will create 70,000 jobs over five years.", "supports"),
    ("กฎหมายใช้บังคับหลังปี 2560", "The law came into force in 2019.", "supports"),
    ("กฎหมายใช้บังคับก่อนปี 2560", "The law came into force in 2019.", "refutes"),
    ("ราคาเพิ่มขึ้น 3%", "Prices rose threefold.", "refutes"),
    ("อัตราดอกเบี้ยลดลง 0.25 จุดเปอร์เซ็นต์", "The rate was cut from 2.25% to 2.00%.", "supports"),
    ("ขายพันธบัตร 2.1 พันล้านยูโร", "It sold bonds worth 2.1 billion yen.", "refutes"),
    ("โมเดลฝึกด้วยชิป K800", "The model was trained on H800 chips.", "refutes"),
    ("เอกับบีปลดคนงาน 850 คน", "The two will lay off 850 workers.", "supports"),
    ("ค่าโดยสารลดลง 60 บาท", "The fare came down to 240 baht from 300.", "supports"),
    ("It lost two fifths of its members.", "สมาชิกลดจาก 500 คนเหลือ 300 คน", "supports"),
    ("ขาดดุล 3.7 พันล้านดอลลาร์", "The balance was minus $3.7 billion.", "supports"),
    ("ขาดดุล 3.7 พันล้านดอลลาร์", "The balance was minus $37 billion.", "refutes"),
    ("หุ้นลดลง 800 ล้านดอลลาร์", "It knocked $800 million off the shares.", "supports"),
    ("Debt fell from 88% to 87% of GDP in the first quarter of 2025.",
     "หนี้ ณ ไตรมาส 1 ปี 2568 คิดเป็น 87% ของจีดีพี ลดลงจาก 88% ในไตรมาส 4 ปี 2567", "supports"),
    ("ต้องใช้ไฟ 8 กิกะวัตต์ในปี 2573",
     "A site could need 1 GW by 2028 and 8 GW, as much as a city, by 2030.", "supports"),
    ("ต้องใช้ไฟ 8 กิกะวัตต์ในปี 2571",
     "A site could need 1 GW by 2028 and 8 GW, as much as a city, by 2030.", "refutes"),
    ("มีเตียงว่าง 310 เตียงในเดือนตุลาคม",
     "There were 310 free beds in September and 275 in October.", "refutes"),
    ("Its chief executive said it would spend $9 billion.",
     "Its finance chief said it would spend $9 billion.", "supports"),
    ("ประชุมครั้งที่ 12 จัดที่ระยอง", "ครั้งที่ 11 จัดที่ตรัง ส่วนครั้งที่ 12 จัดที่ระยอง", "supports"),
    ("ประชุมครั้งที่ 12 จัดที่ตรัง", "ครั้งที่ 11 จัดที่ตรัง ส่วนครั้งที่ 12 จัดที่ระยอง", "refutes"),
    ("เมืองเอได้ฝนมากกว่าเมืองบี", "88 mm of rain fell on เมืองเอ and 131 mm on เมืองบี.", "refutes"),
    ("ดอกเบี้ยอยู่ที่ 1.00%", "ลดดอกเบี้ยจาก 1.25% เหลือ 1.00% ต่อปี", "supports"),
    ("สายการเดินเรือซื้อเรือ 6 ลำ", "The line chartered 6 ships.", "silent"),
    # lists: the label beside a figure tells which is meant, whatever the order
    ("It sold five tonnes of shrimp.", "บริษัทขายไก่ 10 ตันและกุ้ง 5 ตัน", "supports"),
    ("It sold ten tonnes of shrimp.", "บริษัทขายไก่ 10 ตันและกุ้ง 5 ตัน", "refutes"),
    ("North Veloria grew 9% and South Veloria 15%.",
     "เวโลเรียใต้โต 15% เวโลเรียเหนือโต 9%", "supports"),
    ("มีนักท่องเที่ยวอินเดีย 4.4 ล้านคน",
     "มีนักท่องเที่ยวมาเลเซีย 4.5 ล้านคน จีน 4.4 ล้านคน และอินเดีย 2.5 ล้านคน", "refutes"),
    ("อุณหภูมิแก้วตา 34 องศา", "It was 34 degrees in one town and 29 degrees in the other.", "silent"),
    # rates, meters, exchange rates
    ("ค่าไฟ 4.15 บาทต่อหน่วย", "Power costs 4.15 baht per kilowatt-hour.", "supports"),
    ("บ้านใช้ไฟเดือนละ 300 หน่วย", "Homes use 300 kWh a month.", "supports"),
    ("The baht trades at 35 to the dollar.", "เงินบาทซื้อขายที่ 33 บาทต่อดอลลาร์", "refutes"),
    ("ค่าแรงวันละ 400 บาท", "The wage is 400 baht per hour.", "refutes"),
    ("มีแพทย์ 1 คนต่อประชากร 1,200 คน", "There is one doctor for every 1,200 people.", "supports"),
    # other parties and other measures
    ("Tambora Cloud has 400 engineers.", "Nakhon Cloud has 400 engineers.", "silent"),
    ("ทางหลวงหมายเลข 4 ยาว 120 กิโลเมตร", "Highway 9 is 120 km long.", "silent"),
    ("เดลมาร์ถือหุ้นลำน้ำ 30%", "Lam Nam holds 30% of Delmar.", "silent"),
    ("ผลิตรถ 30,000 คัน", "It sold 30,000 vehicles.", "silent"),
    ("หนี้ของเมืองคือ 50 พันล้านบาท", "The town borrowed 50 billion baht this year.", "silent"),
    ("กำไรขั้นต้น 35%", "Net profit margin was 35%.", "silent"),
    ("โรงเรียนมีครู 40 คน", "The school has 40 classrooms.", "silent"),
    # meant, hoped for, done
    ("บริษัทลงทุน 500 ล้านบาท", "It plans to invest 500 million baht.", "silent"),
    ("บริษัทตั้งเป้าขาย 5,000 ลำ", "บริษัทขายได้ 5,000 ลำ", "silent"),
    ("เศรษฐกิจโต 3%", "The bank expects growth of 3%.", "silent"),
    ("เป้าหมายปลอดคาร์บอนคือปี 2593", "It aims to be carbon-neutral by 2065.", "refutes"),
    # falls written below zero, losses, scores, runs of months
    ("เงินเฟ้อติดลบ 0.5%", "Consumer prices fell 0.5%.", "supports"),
    ("บริษัทขาดทุน 50 ล้านบาท", "It lost 50 million baht.", "supports"),
    ("ทีมชนะ 3-1", "The team won 3-0.", "refutes"),
    ("ปีงบประมาณ 2568 ใช้เงิน 3 พันล้านบาท",
     "It spent 3 billion baht from October 2024 to September 2025.", "supports"),
    ("ยังไม่เปิดโรงงาน", "The plant can hardly open.", "silent"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("claim", "evidence", "stance"), STORIES, ids=[f"{s[0]}|{s[1]}" for s in STORIES]
)
def test_one_story(claim: str, evidence: str, stance: str) -> None:
    assert relate(claim, evidence, same_story=True).stance.value == stance


def test_context_names_the_party_and_the_year() -> None:
    claim = "Amazon's revenue in 2024 was $638 billion."
    evidence = "Net sales came to $638.0 billion."
    assert relate(claim, evidence).why is Why.OTHER_PARTY
    assert relate(claim, evidence, context="Amazon: full year 2024").stance.value == "supports"
    assert relate(claim, evidence, context="Amazon: full year 2023").why is Why.OTHER_PERIOD


def test_another_product_is_another_party() -> None:
    claim = "DeepSeek spent $5.6 million on training R1."
    evidence = "DeepSeek put the cost of training V3 at $5.6 million."
    assert relate(claim, evidence).why is Why.OTHER_PARTY


def test_a_slip_is_told_even_among_other_figures() -> None:
    claim = "Nvidia lost 5.9 trillion dollars of market value in a day."
    evidence = "Nvidia fell 17%, closing at $118, and lost $590 billion of market value."
    found = relate(claim, evidence)
    assert (found.stance.value, found.why) == ("refutes", Why.SCALE_SLIP)


def test_a_figure_of_something_else_stays_silent() -> None:
    claim = "Amazon had net income of $20 billion."
    evidence = "Amazon spent $26.3 billion on capital expenditure, and Meta $14.8 billion."
    assert relate(claim, evidence).stance.value == "silent"


def test_relative_years_count_from_the_day_of_speaking() -> None:
    claim, evidence = "ปีที่แล้วบริษัทมีรายได้ 5 ล้านบาท", "ในปี 2567 บริษัทมีรายได้ 5 ล้านบาท"
    assert relate(claim, evidence, claim_as_of=date(2025, 3, 1)).stance.value == "supports"
    assert relate(claim, evidence, claim_as_of=date(2027, 3, 1)).why is Why.OTHER_PERIOD


def test_reasons_are_in_both_languages() -> None:
    found = relate("งบ 1 แสนล้านบาท", "The budget is 10 billion baht.", same_story=True)
    assert "หมื่นล้านบาท" in found.reason_th
    assert "10 billion baht" in found.reason_en


QUARTERS = (
    "In the latest quarter Norvane spent $24 billion; Vehatech spent $31 billion; Amberly raised"
    " its 2025 guidance to $85 billion."
)


@pytest.mark.parametrize(
    "claim",
    ["Vehatech will spend $100 billion in 2025.", "ในปี 2568 Vehatech จะใช้เงิน 1 แสนล้านดอลลาร์"],
)
def test_a_quarter_of_no_named_year_says_nothing_of_a_year(claim: str) -> None:
    assert relate(claim, QUARTERS).stance is Stance.SILENT


def test_a_figure_of_its_own_year_in_the_same_sentence_still_speaks() -> None:
    found = relate("Amberly guides to $95 billion for 2025.", QUARTERS, same_story=True)
    assert found.stance is Stance.REFUTES


@pytest.mark.parametrize(
    ("claim", "evidence"),
    [
        # another village, another shop, a share that its part and whole do not give
        ("โรงเรียนบ้านหนองบัวมีครู 24 คน", "โรงเรียนบ้านหนองปลามีครู 24 คน"),
        ("นครสินธุ์มีร้านอาหาร 900 ร้าน", "นครสินธุ์มีร้านขายยา 900 ร้าน"),
        ("เคสเทรลปลดพนักงาน 1,200 คน หรือราว 18% ของทั้งหมด",
         "Kestrel is laying off 1,200 of its 15,000 workers."),
        # the share of those who do not says nothing by itself of those who do
        ("Six in ten residents own a car.", "Forty per cent of residents do not own a car."),
    ],
)  # fmt: skip
def test_sentences_that_need_not_tell_one_story_are_kept_apart(claim: str, evidence: str) -> None:
    assert relate(claim, evidence).stance is Stance.SILENT


def test_the_rest_of_a_whole_is_told_as_such() -> None:
    evidence = "A quarter of the population has no tap water."
    found = relate("ประชากร 75% เข้าถึงน้ำประปา", evidence, same_story=True)
    assert (found.stance, found.why) == (Stance.SUPPORTS, Why.COMPLEMENT)
    assert "the rest of the whole" in found.reason_en
    assert "ส่วนที่เหลือ" in found.reason_th
