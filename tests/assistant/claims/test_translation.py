# ruff: noqa: E501
"""The translation alarm: general faults are found, careful Thai is left in peace."""

from importlib.resources import files

import pytest

from assistant.claims import translation_words as tables
from assistant.claims.translation import translation_notices
from assistant.claims.translation_source import source_notices

FAULTS = [
    ("หุ้นเทคโนโลยีเช่นกูเกิล เปลือกหอย และแอปเปิลปรับตัวขึ้น", "translated_name", "เปลือกหอย"),
    ("บริษัทอย่างไมโครซอฟท์ หย่อน และซัมซุงลงทุนเพิ่ม", "translated_name", "หย่อน"),
    ("ผู้ผลิตชิปเช่นอินเทลล่า และควอลคอมม์รายงานผล", "distorted_name", "อินเทลล่า"),
    ("บทวิเคราะห์ของ Bearstone จดหมายชี้ว่าตลาดร้อนแรง", "name_order", "Bearstone จดหมาย"),
    ("บริษัทชนะคาดการณ์ทั้งบรรทัดบนสุดและบรรทัดล่าง", "idiom", "บรรทัดบนสุด"),
    ("ปัญหานี้คือช้างในห้องที่ไม่มีใครพูดถึง", "idiom", "ช้างในห้อง"),
    ("กองทุนลงทุนทางตอนใต้ของ 40 ล้านดอลลาร์ในปีนี้", "direction_amount", "ทางตอนใต้ของ 40 ล้านดอลลาร์"),
    ("ยอดขายสูงกว่าที่คาดไว้สูงกว่า 12%", "doubled_comparative", "สูงกว่าที่คาดไว้สูงกว่า 12%"),
    ("เศรษฐกิจแข็งแกร่งกว่ามากกว่าปีก่อน", "doubled_comparative", "แข็งแกร่งกว่ามากกว่า"),
    ("ระบบไฟฟ้าแทบจะไม่ได้พบกับความต้องการของเมือง", "turned_meaning", "แทบจะไม่ได้พบกับความต้องการ"),
    ("นักลงทุนไม่สามารถช่วยแต่กังวล", "turned_meaning", "ไม่สามารถช่วยแต่"),
    ("มูลค่ารวม 450 พันล้านเยนในปีที่แล้ว", "scale_words", "450 พันล้าน"),
    ("การเริ่มต้นด้าน AI ระดมทุนได้", "term", "การเริ่มต้น"),
    ("บ้านขาวกล่าวว่าจะขึ้นภาษี", "term", "บ้านขาว"),
]


@pytest.mark.parametrize(("text", "code", "words"), FAULTS)
def test_faults_are_found_where_they_stand(text: str, code: str, words: str) -> None:
    found = [(n.code, text[n.start : n.end]) for n in translation_notices(text, "th")]
    assert (code, words) in found, found


@pytest.mark.parametrize(
    "text",
    [
        "ครูสอนตัวอักษรไทยและตัวเลขแก่นักเรียน",
        "กรมประมงปล่อยเปลือกหอยคืนสู่ทะเลและปลูกป่าชายเลน",
        "ทางตอนเหนือของประเทศมีฝนตกหนัก",
        "งบประมาณรายจ่ายประจำปีงบประมาณ 2567 จำนวนประมาณ 3 ล้านล้านบาท",
        "มีผู้เข้าร่วมมากกว่า 500 คน และมีร้านค้ามากกว่า 60 ร้าน",
        "ไม่มีนักท่องเที่ยวแทบทั้งเมือง",
        "ส่งออกไปยังสหรัฐฯ มูลค่า 5.2 พันล้านดอลลาร์",
        "การเริ่มต้นปีงบประมาณใหม่เป็นไปตามแผน",
        "พนักงาน Google และ Apple เข้าร่วมงาน",
        "หากประชาชนพบเห็นเหตุผิดปกติ แจ้งได้ที่สายด่วน 1374",
        "“รัฐบาลพร้อมดูแลประชาชนทุกคน",
    ],
)
def test_good_thai_raises_no_alarm(text: str) -> None:
    assert translation_notices(text, "th") == ()


SEED = (files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
# Words inside each fault of seeds/seed_errors.md that can be seen in the text alone (kind T).
SEED_FAULTS = [
    "ด้านบนและด้านล่าง", "มากกว่าการซื้อขายล่วงหน้ามากกว่า 2.6%", "เมตาด้า", "ตัวอักษร",
    "ทางตอนเหนือของศูนย์ข้อมูล 65", "เปิด ตัวรายได้", "รุ่นบุคคลที่สาม", "ผู้เริ่มต้น", "Kobeissi จดหมาย",
    "ชิปสต็อก", "อ้างถึงคู่แข่ง", "และหากการเรียกร้อง", "Lucklustre", "แทบจะไม่ได้รับความต้องการ",
    "เป็นสองเท่าสำหรับ", "Cryptopolitan Academy", "100 พันล้าน", "320 พันล้าน", "800 พันล้าน", "2025",
    "“ โอกาสทุนนี้",
]  # fmt: skip


@pytest.mark.parametrize("words", SEED_FAULTS)
def test_every_visible_fault_of_the_seed_article_is_told(words: str) -> None:
    at = SEED.index(words)
    notices = translation_notices(SEED, "th")
    assert any(n.start < at + len(words) and at < n.end for n in notices)


def test_the_seed_article_raises_few_other_alarms() -> None:
    spans = [(SEED.index(w), SEED.index(w) + len(w)) for w in SEED_FAULTS]
    notices = [n for n in translation_notices(SEED, "th") if n.end > n.start]
    false = [n for n in notices if not any(n.start < e and s < n.end for s, e in spans)]
    assert len(false) <= len(SEED_FAULTS) / 2
    assert translation_notices(SEED, "th")[0].code == "machine_translated"


def test_messages_exist_in_both_languages() -> None:
    for thai, english in tables.MESSAGES.values():
        assert thai.format(what="x")
        assert english.format(what="x")


SOURCE = (
    "Last week Nokia said it would invest $300 billion in 2026. "
    "Shares fell more than 2.5% on Monday. "
    "Meta, Alphabet and Microsoft have pledged $65 billion. The bank did not raise its rate."
)
GOOD = (
    "โนเกียกล่าวว่าจะลงทุน 3 แสนล้านดอลลาร์ในปี 2569\nหุ้นลดลงมากกว่า 2.5% เมื่อวันจันทร์\n"
    "เมตา อัลฟาเบต และไมโครซอฟท์ให้คำมั่นว่าจะลงทุน 6.5 หมื่นล้านดอลลาร์\nธนาคารไม่ได้ขึ้นดอกเบี้ย"
)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("3 แสนล้าน", "3 หมื่นล้าน", "figure_differs"),
        ("2.5%", "25%", "figure_differs"),
        ("ปี 2569", "ปี 2568", "figure_differs"),
        ("ไม่ได้ขึ้นดอกเบี้ย", "ขึ้นดอกเบี้ย", "negation_differs"),
        ("อัลฟาเบต", "ตัวอักษร", "translated_name"),
        (" ลงทุน 6.5 หมื่นล้านดอลลาร์", "", "figure_lost"),
        ("ไมโครซอฟท์", "บริษัทอื่น", "name_lost"),
    ],
)
def test_differences_from_the_source_are_told(old: str, new: str, code: str) -> None:
    text = GOOD.replace(old, new) if old in GOOD else GOOD.replace(old.strip(), new)
    before = {(n.code, n.message) for n in source_notices(GOOD, "th", SOURCE)}
    after = {(n.code, n.message) for n in source_notices(text, "th", SOURCE)}
    assert code in {c for c, _ in after - before}


def test_a_faithful_translation_raises_no_alarm() -> None:
    assert source_notices(GOOD, "th", SOURCE) == ()


# Fresh passages as machines translate them, with the words that carry a fault.
TRANSLATED = [
    ("เมื่อวันอังคารแอปเปิ้ลผลไม้รายงานรายได้ 124.3 พันล้านดอลลาร์สำหรับไตรมาสนี้ ซึ่งดีกว่าที่คาดไว้ดีกว่า 2%", ["แอปเปิ้ลผลไม้", "124.3 พันล้าน", "ดีกว่าที่คาดไว้ดีกว่า 2%"]),
    ("เมตาดาต้าเจ้าของเฟซบุ๊กกล่าวว่าจะปลดพนักงาน 5% ของกำลังคนทั้งหมด", ["เมตาดาต้า"]),
    ("คำพยากรณ์และไมโครซอฟท์ลงนามในข้อตกลงคลาวด์มูลค่า 30 พันล้านดอลลาร์", ["คำพยากรณ์", "30 พันล้าน"]),
    ("ยักษ์ใหญ่น้ำมันเปลือกหอยรายงานกำไรลดลง 16% เนื่องจากราคาก๊าซที่อ่อนแอ", ["เปลือกหอย"]),
    ("ผู้ค้าปลีกเสื้อผ้าช่องว่างปรับเพิ่มแนวโน้มทั้งปี หลังยอดขายสูงกว่าที่คาดไว้สูงกว่า 3%", ["ช่องว่าง", "สูงกว่าที่คาดไว้สูงกว่า 3%"]),
    ("หุ้นของเป้าหมายร่วง 12% หลังจากผู้ค้าปลีกเตือนถึงผลกระทบของภาษี", ["เป้าหมาย"]),
    ("นักลงทุนยินดีกับข่าวที่ว่าอินเทลและแขนจะทำงานร่วมกันเพื่อผลิตชิปรุ่นใหม่", ["แขน"]),
    ("บริษัทกล่าวว่าไม่สามารถช่วยแต่ขึ้นราคาในปีหน้า เนื่องจากต้นทุนเพิ่มขึ้น", ["ไม่สามารถช่วยแต่"]),
    ("ธนาคารสำรองของรัฐบาลกลางคงอัตราดอกเบี้ย และถนนกำแพงปิดตลาดสูงขึ้นมากกว่ามากกว่า 1%", ["ธนาคารสำรองของรัฐบาลกลาง", "ถนนกำแพง", "มากกว่ามากกว่า 1%"]),
    ("ในปี พ.ศ. 2025 บริษัทคาดว่าจะใช้จ่าย 80 พันล้านดอลลาร์สำหรับศูนย์ข้อมูล", ["พ.ศ. 2025", "80 พันล้าน"]),
    ("โรงไฟฟ้าแห่งใหม่จะสร้างเสร็จในปี ค.ศ. 2570 และผลิตไฟฟ้าได้ 500 เมกะวัตต์", ["ค.ศ. 2570"]),
    ("ราคาทองคำเพิ่มขึ้นเป็นสถิติใหม่ทางตอนเหนือของ 3,000 ดอลลาร์ต่อออนซ์", ["ทางตอนเหนือของ 3,000 ดอลลาร์"]),
    ("ซีอีโอของเปลือกกล่าวในการเรียกผลประกอบการว่าบริษัทเอาชนะทั้งบรรทัดบนและบรรทัดล่าง", ["เปลือก", "การเรียกผลประกอบการ", "บรรทัดบน"]),
    ("เครือข่ายไฟฟ้าแทบจะไม่พบความต้องการของศูนย์ข้อมูล ซึ่งเติบโตมากขึ้นเร็วขึ้น", ["แทบจะไม่พบความต้องการ", "มากขึ้นเร็วขึ้น"]),
    ("ทวีตของชะมดทำให้หุ้นเทสลาลดลงน้อยกว่าน้อยกว่า 4% ในการซื้อขายหลังเลิกงาน", ["ชะมด", "น้อยกว่าน้อยกว่า 4%"]),
    ("หุ้นเทคโนโลยีนำการเพิ่มขึ้น โดยแอปเปิลและเมตาดาต้าปรับตัวขึ้นมากกว่า 3%", ["เมตาดาต้า"]),
    ("ผู้ค้าปลีกรายใหญ่เป้าหมายประกาศปิด 9 สาขาในแคลิฟอร์เนีย", ["เป้าหมาย"]),
    ("คำทำนายรายงานรายได้ 13 พันล้านดอลลาร์ พลาดการประมาณการของนักวิเคราะห์", ["คำทำนาย", "13 พันล้าน"]),
    ("ซีอีโอของกองหน้ากล่าวว่านักลงทุนไม่ควรใส่ไข่ทั้งหมดของพวกเขาในตะกร้าใบเดียว", ["กองหน้า", "ไข่ทั้งหมดของพวกเขาในตะกร้า"]),
    ("สี่เหลี่ยมจัตุรัสและวีซ่ารายงานปริมาณธุรกรรมต่ำกว่าที่คาดต่ำกว่า 5%", ["สี่เหลี่ยมจัตุรัส", "ต่ำกว่าที่คาดต่ำกว่า 5%"]),
    ("บริษัทสัญญาว่าจะเป็นกลางทางคาร์บอนภายในปี พ.ศ. 2030 และลดต้นทุน $ 5 ล้านบาท", ["พ.ศ. 2030", "$ 5 ล้านบาท"]),
    ("ข้อตกลงนี้ยังห่างไกลจากความแน่นอน และฝ่ายบริหารล้มเหลวที่จะไม่เปิดเผยตัวเลข", ["ล้มเหลวที่จะไม่"]),
    ("โมเดลใหม่ของมานุษยวิทยาเอาชนะ GPT-4 ในการทดสอบ และระดมทุน 4 พันล้านดอลลาร์", ["มานุษยวิทยา"]),
    ("เจ้าหน้าที่บริหารหัวหน้าของบริษัทกล่าวในการเรียกรายได้ว่าลมปะทะยังคงอยู่", ["เจ้าหน้าที่บริหารหัวหน้า", "การเรียกรายได้", "ลมปะทะ"]),
    ("อูเบอร์กล่าวว่ามีผู้ใช้งาน 150 ล้านคน เพิ่มขึ้น 14 เปอร์เซ็นต์ สูงขึ้นกว่าสูงกว่าปีก่อน", ["สูงขึ้นกว่าสูงกว่า"]),
]  # fmt: skip
# What careful writers write with the same words.
CAREFUL = [
    "แอปเปิลรายงานรายได้ 1.24 แสนล้านดอลลาร์สหรัฐในไตรมาสแรก เพิ่มขึ้น 4% จากปีก่อน",
    "ตลาดสดมีผลไม้หลายชนิด เช่น แอปเปิ้ล ส้ม และองุ่น ราคากิโลกรัมละ 80 บาท",
    "ฐานข้อมูลใหม่เก็บเมตาดาต้าของเอกสารทุกฉบับ เพื่อให้ค้นหาได้เร็วขึ้น",
    "นักพยากรณ์อากาศของกรมอุตุนิยมวิทยาคาดว่าปีนี้ฝนจะมากกว่าค่าปกติร้อยละ 5",
    "ชาวบ้านเก็บเปลือกหอยขายให้โรงงานปูนขาว กิโลกรัมละ 3 บาท",
    "ช่องว่างระหว่างรายได้ของคนรวยและคนจนเพิ่มขึ้นในรอบสิบปี",
    "รัฐบาลตั้งเป้าหมายส่งออกขยายตัวร้อยละ 3 และบริษัทเป้าหมายมีทั้งหมด 120 ราย",
    "คนงานบาดเจ็บที่แขนและขาจากเครื่องจักรของโรงงานฮอนด้า",
    "ธนาคารแห่งประเทศไทยคงดอกเบี้ยนโยบายไว้ที่ร้อยละ 2.25 ต่อปี ตามที่ตลาดคาด",
    "โรงไฟฟ้าแห่งใหม่จะเสร็จในปี พ.ศ. 2570 หรือ ค.ศ. 2027 มีกำลังผลิต 500 เมกะวัตต์",
    "บ้านเลขที่ 2025 ถูกน้ำท่วมสูงกว่า 1 เมตร และสูงกว่าปีก่อน 20 เซนติเมตร",
    "ทางตอนเหนือของจังหวัดมีโรงงาน 3,000 แห่ง จ้างงานกว่า 40,000 คน",
    "กองทุนรวมหุ้นไทยมีมูลค่ามากกว่า 5 หมื่นล้านบาท และมีผู้ถือหน่วยมากกว่า 8 แสนราย",
    "เทสลาเปิดโชว์รูมใหม่ในกรุงเทพฯ ใกล้กับสวนสัตว์ที่มีชะมดและลิง",
    "ซีอีโอของบริษัทกล่าวว่ายอดขายดีกว่าปีก่อน และดีกว่าคู่แข่งทุกราย",
    "ชามะขามป้อมช่วยลดน้ำหนักได้มากกว่า 3 กิโลกรัมในหนึ่งเดือน และดีกว่ายา",
    "บริษัทเป้าหมายประกาศรับสมัครงาน 200 ตำแหน่ง",
    "คู่แข่งของไมโครซอฟท์และกูเกิลลงทุนในศูนย์ข้อมูลไทย 5 พันล้านบาท",
    "ประตูระบายน้ำเปิดแล้ว และงานก่อสร้างคืบหน้าร้อยละ 80",
    "กองหน้าทีมชาติไทยยิงประตูได้มากที่สุดในรายการ",
    "เศรษฐกิจโลกเผชิญปัจจัยลบ แต่การส่งออกยังขยายตัวร้อยละ 2",
    "พ.ศ. 2567 ตรงกับ ค.ศ. 2024",
    "พ่อครัวของโรงแรมประกาศเปิดร้านใหม่",
    "หน้าต่างของอาคารแตกกว่า 300 บาน",
    "ผลไม้แอปเปิลนำเข้าลดลงร้อยละ 12",
]  # fmt: skip


@pytest.mark.parametrize(("text", "faults"), TRANSLATED)
def test_every_fault_of_a_translated_passage_is_told(text: str, faults: list[str]) -> None:
    told = [(n.start, n.end) for n in translation_notices(text, "th") if n.end > n.start]
    spans = [(text.index(f), text.index(f) + len(f)) for f in faults]
    for start, end in spans:
        assert any(s < end and start < e for s, e in told), text[start:end]
    false = [t for t in told if not any(t[0] < end and start < t[1] for start, end in spans)]
    assert len(false) <= len(faults)


@pytest.mark.parametrize("text", CAREFUL)
def test_careful_writing_raises_no_alarm(text: str) -> None:
    assert translation_notices(text, "th") == ()


ENGLISH = [
    ("The company expects revenue to rise in 2568 and 2569.", "era_slip", "2568"),
    ("On 4 March 2568 the cabinet met.", "era_slip", "2568"),
    ("A budget of 300 thousand million baht was approved.", "scale_words", "300 thousand million"),
    ("Sales rose more than last year more than 5 percent.", "doubled_comparative", "more than last"),
    ("The price is more higher than last year.", "doubled_comparative", "more higher"),
    ("The ministry did not find no evidence.", "turned_meaning", "did not find no"),
    ("Victims received $5 million baht.", "unit_clash", "$5 million baht"),
    ("Exports grew percent 12 in May.", "word_order", "percent 12"),
    ("Shares fell, and workers from ประเทศลาว left; it is more better.", "left_untranslated", "ประเทศลาว"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "words"), ENGLISH)
def test_english_translated_from_thai_is_told(text: str, code: str, words: str) -> None:
    found = [(n.code, text[n.start : n.end]) for n in translation_notices(text, "en")]
    assert any(c == code and t.startswith(words) for c, t in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The Social Security Act, B.E. 2533 (1990), entitles workers to 60% for up to 180 days.",
        "The hall holds 2568 people, and 2,540 came; doors closed at 2400hrs.",
        "Rice exports rose by more than 5% in 2024 and by more than 7% in 2025.",
        "Songkran (สงกรานต์) brought 1.9 million visitors.",
        "The company has not found any evidence, and no worker was hurt.",
        "About 12 percent of 300,000 million cubic metres was lost.",
    ],
)
def test_good_english_raises_no_alarm(text: str) -> None:
    assert translation_notices(text, "en") == ()


def test_what_the_translation_adds_is_told() -> None:
    text = GOOD + "\nอินเทลลงทุน 9 พันล้านดอลลาร์ และ OpenAI ลงทุน 7%"
    before = {
        (n.code, n.message, GOOD[n.start : n.end]) for n in source_notices(GOOD, "th", SOURCE)
    }
    after = {(n.code, n.message, text[n.start : n.end]) for n in source_notices(text, "th", SOURCE)}
    assert {(code, words) for code, _, words in after - before} == {
        ("figure_added", "9 พันล้านดอลลาร์"), ("figure_added", "7%"), ("name_added", "OpenAI"),
    }  # fmt: skip


def test_an_english_translation_is_compared_with_its_thai_source() -> None:
    thai = "คณะรัฐมนตรีอนุมัติงบประมาณ 3,200 ล้านบาท ธนาคารแห่งประเทศไทยไม่ได้ขึ้นดอกเบี้ย"
    good = "The cabinet approved a budget of 3.2 billion baht. The Bank of Thailand did not raise its rate."
    assert source_notices(good, "en", thai) == ()
    (notice,) = source_notices(good.replace("3.2", "32"), "en", thai)
    assert (notice.code, notice.message.split()[-2:]) == ("figure_differs", ["3,200", "ล้านบาท"])


def test_offices_are_translated_and_no_name_is_lost() -> None:
    thai = "ประธานาธิบดีกล่าวต่อรัฐสภาว่าซีเมนส์จะลงทุน 4 พันล้านดอลลาร์"
    english = "The President told Parliament that Siemens would invest $4 billion."
    assert source_notices(thai, "th", english) == ()
