# ruff: noqa: E501
"""When two claims are one: table of pairs in one language and across the two."""

import pytest

from assistant.claims.extract import claim_of
from assistant.claims.glossary import Glossary, VectorGlossary
from assistant.claims.identity import same_claim
from index.embedding.models import load_encoder

OTHER = [
    ("ปตท. มีกำไร 9 หมื่นล้านบาทในปี 2567", "บางจาก มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("ปตท.มีกำไร 9 หมื่นล้านบาทในปี 2567", "บางจากมีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("GPT-3 was released in March 2023", "GPT-4 was released in March 2023"),
    ("GPT-3 เปิดตัวเมื่อเดือนมีนาคม 2566", "GPT-4 เปิดตัวเมื่อเดือนมีนาคม 2566"),
    ("การบินไทยมีกำไร 2.8 หมื่นล้านบาทในปี 2566", "ไทยแอร์เอเชียมีกำไร 2.8 หมื่นล้านบาทในปี 2566"),
    ("Amazon employs 228,000 people.", "Amazon employs 228,900 people."),
    ("The stock fell $600bn in a day.", "The stock fell $603bn in a day."),
    ("Nvidia lost $600bn in a day.", "Nvidia lost $603bn in a day."),
    ("Tesla launched its robotaxi service in 2024.", "Tesla shut down its robotaxi service in 2024."),
    ("Microsoft employs 10,000 people.", "Microsoft laid off 10,000 people."),
    ("Amazon will spend about $100bn in 2025.", "Amazon will spend less than $100bn in 2025."),
    ("Unemployment in Thailand was 1.2% in 2024.", "เงินเฟ้อของไทยอยู่ที่ 1.2% ในปี 2567"),
    ("Thailand exported 9 million tonnes of rice in 2024.", "ไทยส่งออกน้ำตาล 9 ล้านตันในปี 2567"),
    ("เทสลาเปิดตัวบริการแท็กซี่ไร้คนขับในปี 2567", "เทสลายกเลิกบริการแท็กซี่ไร้คนขับในปี 2567"),
    ("ไมโครซอฟท์จ้างพนักงาน 10,000 คน", "ไมโครซอฟท์ปลดพนักงาน 10,000 คน"),
    ("ธนาคารกรุงไทยมีกำไร 4 หมื่นล้านบาทในปี 2567", "ธนาคารกรุงเทพมีกำไร 4 หมื่นล้านบาทในปี 2567"),
    ("ปตท.มีกำไร 9 หมื่นล้านบาทในปี 2567", "ปตท.สผ. มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("PTT made a profit of 90 billion baht in 2024.", "PTTEP made a profit of 90 billion baht in 2024."),
    ("PTT made a profit of 90 billion baht in 2024.", "บางจากมีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("สยามเวลธ์มีกำไร 9 หมื่นล้านบาทในปี 2567", "นครพลังงานมีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("โรงเรียนวัดหนองแขมมีนักเรียน 500 คน", "โรงเรียนวัดหนองบอนมีนักเรียน 500 คน"),
    ("กำไรของสยามเวลธ์อยู่ที่ 9 หมื่นล้านบาท", "กำไรของนครพลังงานอยู่ที่ 9 หมื่นล้านบาท"),
    ("iPhone 15 was released in September 2023.", "iPhone 14 was released in September 2023."),
    ("iPhone 15 วางจำหน่ายในเดือนกันยายน 2566", "iPhone 14 was released in September 2023."),
    ("Claude 3 was released in 2024.", "Claude 2 was released in 2024."),
    ("มาตรา 112 มีโทษจำคุก 15 ปี", "มาตรา 116 มีโทษจำคุก 15 ปี"),
    ("The bank approved the merger.", "The bank rejected the merger."),
    ("ครม. อนุมัติโครงการแลนด์บริดจ์", "ครม. ไม่อนุมัติโครงการแลนด์บริดจ์"),
    ("Thailand allows e-cigarettes.", "ไทยห้ามบุหรี่ไฟฟ้า"),
    ("Coffee causes cancer.", "กาแฟป้องกันมะเร็ง"),
    ("Turmeric cures cancer.", "น้ำมะนาวรักษามะเร็งได้"),
    ("Garlic cures cancer.", "Lemon juice cures cancer."),
    ("น้ำมะนาวรักษามะเร็งได้", "น้ำขิงรักษามะเร็งได้"),
    ("Lemon juice cures cancer.", "Lemon juice cures diabetes."),
    ("Lemon juice cures cancer.", "น้ำมะนาวรักษาเบาหวานได้"),
    ("Exports rose 5% in May 2024.", "Exports fell 5% in May 2024."),
    ("Exports rose 5% in May 2024.", "การนำเข้าเพิ่มขึ้น 5% ในเดือนพฤษภาคม 2567"),
    ("Thailand exported 9 million tonnes of rice in 2024.", "Thailand exported 9 million tonnes of sugar in 2024."),
    ("Apple sold 5 million phones in 2024.", "Apple bought 5 million phones in 2024."),
    ("ราคาน้ำมันเพิ่มขึ้น 3% ในปี 2567", "ราคาทองคำเพิ่มขึ้น 3% ในปี 2567"),
    ("The company made a profit of $5 billion.", "The company made a loss of $5 billion."),
    ("บริษัทมีกำไร 5 พันล้านบาท", "บริษัทขาดทุน 5 พันล้านบาท"),
    ("Amazon will spend $100bn in 2025.", "Amazon spent $100bn in 2025."),
    ("at least 50 people died", "at most 50 people died"),
    ("More than 50 people died in the flood.", "Fifty people died in the flood."),
    ("มีผู้เสียชีวิตกว่า 50 คน", "มีผู้เสียชีวิตไม่ถึง 50 คน"),
    ("50 people died in the flood.", "มีผู้บาดเจ็บ 50 คนจากน้ำท่วม"),
    ("Anutin Charnvirakul resigned in 2025.", "Srettha Thavisin resigned in 2025."),
    ("นายอนุทิน ชาญวีรกูล ลาออกในปี 2568", "นายเศรษฐา ทวีสิน ลาออกในปี 2568"),
    ("The deputy prime minister resigned.", "The prime minister resigned."),
    ("Northern Thailand produced 5 million tonnes of rice.", "Southern Thailand produced 5 million tonnes of rice."),
    ("Thai AirAsia carried 10 million passengers in 2023.", "การบินไทยขนส่งผู้โดยสาร 10 ล้านคนในปี 2566"),
    ("The median wage is 15,000 baht.", "The average wage is 15,000 baht."),
    ("โควิด-19 คร่าชีวิตคนไทย 30,000 คน", "โควิด-18 คร่าชีวิตคนไทย 30,000 คน"),
    ("The Bank of Thailand raised its rate to 2.5%.", "The Bank of Thailand cut its rate to 2.5%."),
    ("ธปท. ขึ้นดอกเบี้ยเป็น 2.5%", "The Bank of Thailand cut its rate to 2.5%."),
    ("กสทช. ปรับทรู 100 ล้านบาท", "กกต. ปรับทรู 100 ล้านบาท"),
    ("Toyota opened a plant in Chonburi in 2024.", "Toyota closed a plant in Chonburi in 2024."),
    ("Vaccines prevent autism.", "วัคซีนทำให้เป็นออทิซึม"),
    ("$5.5bn was invested in the plant.", "$5.6bn was invested in the plant."),
    ("GDP grew 2.5% in 2024.", "GDP grew 2.54% in 2025."),

]  # fmt: skip
SAME = [
    ("PTT made a profit of 90 billion baht in 2024.", "ปตท. มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("Kasikornbank made a profit of 49 billion baht in 2024.", "กสิกรไทยมีกำไร 4.9 หมื่นล้านบาทในปี 2567"),
    ("Lemon juice cures cancer.", "น้ำมะนาวรักษามะเร็งได้"),
    ("Amazon employs about 228,000 people.", "Amazon employs 228,400 people."),
    ("Nvidia lost about $600bn in a day.", "Nvidia lost $603bn in a day."),
    ("Nvidia lost $589bn in a day.", "Nvidia lost nearly $600bn in a day."),
    ("Garlic prevents COVID-19.", "กระเทียมป้องกันโควิด-19"),
    ("Krungthai Bank made a profit of 43 billion baht in 2024.", "กรุงไทยมีกำไร 4.3 หมื่นล้านบาทในปี 2567"),
    ("The Finance Ministry expects growth of 3% in 2025.", "กระทรวงการคลังคาดเศรษฐกิจขยายตัว 3% ในปี 2568"),
    ("Thai Airways carried 10 million passengers in 2023.", "การบินไทยขนส่งผู้โดยสาร 10 ล้านคนในปี 2566"),
    ("In 2023, 10 million passengers flew with Thai Airways.", "Thai Airways carried 10 million passengers in 2023."),
    ("ในปี 2567 ปตท. ทำกำไรได้ 9 หมื่นล้านบาท", "ปตท. มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("Vaccines cause autism.", "วัคซีนทำให้เป็นออทิซึม"),
    ("GPT-4 was released in March 2023.", "GPT-4 เปิดตัวเมื่อเดือนมีนาคม 2566"),
    ("Tesla launched its robotaxi service in 2024.", "เทสลาเปิดตัวบริการแท็กซี่ไร้คนขับในปี 2567"),
    ("Microsoft laid off 10,000 people in 2023.", "ไมโครซอฟท์ปลดพนักงาน 10,000 คนในปี 2566"),
    ("Thailand exported 9 million tonnes of rice in 2024.", "ไทยส่งออกข้าว 9 ล้านตันในปี 2567"),
    ("ปี 2567 ไทยส่งออกข้าวได้ 9 ล้านตัน", "ไทยส่งออกข้าว 9 ล้านตันในปี 2567"),
    ("Sales rose by 5% in 2024.", "Sales increased by 5% in 2024."),
    ("น้ำมะนาวรักษามะเร็งได้", "การดื่มน้ำมะนาวช่วยรักษาโรคมะเร็ง"),
    ("Lemon juice cures cancer.", "Cancer can be cured with lemon juice."),
    ("Unemployment in Thailand was 1.2% in 2024.", "อัตราว่างงานของไทยอยู่ที่ 1.2% ในปี 2567"),
    ("The Tourism Authority of Thailand expects 40 million visitors in 2025.", "ททท. คาดนักท่องเที่ยว 40 ล้านคนในปี 2568"),
    ("Amazon's capital expenditure in 2024 was about $83 billion.", 'อเมซอนใช้งบลงทุน 8.3 หมื่นล้านดอลลาร์ในปี 2567'),
    ("Thailand's exports rose 5% in May 2024.", 'ส่งออกเดือนพฤษภาคม 2567 โต 5%'),

]  # fmt: skip


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return VectorGlossary(load_encoder("fast"))


@pytest.mark.parametrize(("a", "b"), OTHER)
def test_another_figure_name_thing_or_act_is_another_claim(
    a: str, b: str, glossary: Glossary
) -> None:
    assert not same_claim(claim_of(a), claim_of(b), glossary=glossary)
    assert not same_claim(claim_of(b), claim_of(a), glossary=glossary)


@pytest.mark.parametrize(("a", "b"), SAME)
def test_the_same_claim_in_other_words_or_the_other_language(
    a: str, b: str, glossary: Glossary
) -> None:
    assert same_claim(claim_of(a), claim_of(b), glossary=glossary)
    assert same_claim(claim_of(b), claim_of(a), glossary=glossary)


def test_without_a_glossary_names_decide_across_languages() -> None:
    assert same_claim(claim_of(SAME[0][0]), claim_of(SAME[0][1]))
    assert not same_claim(claim_of("Lemon juice cures cancer."), claim_of("น้ำมะนาวรักษามะเร็งได้"))
