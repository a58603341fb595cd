"""Who says it: what nobody said, what stands before a speaker, and whose quotation it is."""

import pytest

from assistant.claims.attribution import attribution_of, quoted_speaker


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "นายกรัฐมนตรีไม่ได้กล่าวว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "นายกรัฐมนตรีไม่เคยระบุว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "ไม่มีใครกล่าวว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "ไม่มีหน่วยงานใดออกมายืนยันว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "ยังไม่มีรายงานว่ามีผู้เสียชีวิต 5 คนจากเหตุนี้"),
        ("th", "นายภูมิ ใจดี ปฏิเสธที่จะยืนยันว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "หากนายกรัฐมนตรีกล่าวว่าเศรษฐกิจไทยโต 5% ในปี 2567"),
        ("th", "“เศรษฐกิจไทยจะขยายตัว 3%” นายพิชัย ไม่ได้กล่าว"),
        ("en", "Nobody said that the Thai economy grew 5% in 2024."),
        ("en", "No one said that the Thai economy grew 5% in 2024."),
        ("en", "The prime minister did not say that the Thai economy grew 5% in 2024."),
        ("en", "Lumen never said that its model is twice as fast as the other."),
        ("en", "Neither Ford nor Toyota said that it would cut 5,000 jobs in 2025."),
        ("en", "Ford did not say that Toyota said that it would cut 5,000 jobs in 2025."),
        ("en", "It is not true that Ford said that it would cut 5,000 jobs in 2025."),
        ("en", "If Ford said that it would cut 5,000 jobs, it would be a record."),
        ("en", "After Ford said that it would cut 5,000 jobs in 2025, its shares fell 4%."),
    ],
)
def test_what_was_not_said_is_no_content(language: str, text: str) -> None:
    found = attribution_of(text, language)
    assert (found.speaker, found.content) == (None, text)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("th", "นายกรัฐมนตรีกล่าวว่าเศรษฐกิจไทยโต 5% ในปี 2567", "นายกรัฐมนตรี"),
        ("th", "นายภูมิ กล่าวว่าเศรษฐกิจไทยโต 5% ในปี 2567", "นายภูมิ"),
        ("th", "แหล่งข่าวที่ไม่เปิดเผยชื่อระบุว่าเศรษฐกิจไทยโต 5% ในปี 2567", "แหล่งข่าวที่ไม่เปิดเผยชื่อ"),
        ("th", "นายโดนัลด์ ทรัมป์ โพสต์ข้อความว่า “ยอดขาดดุลการค้าลดลง 5% ในปี 2567”", "นายโดนัลด์ ทรัมป์"),
        ("en", "On Thursday the minister said prices will rise another 2%.", "the minister"),
        ("en", "On Thursday Ford said prices will rise another 2%.", "Ford"),
        ("en", "The finance ministry said that prices rose by 2% in May.", "The finance ministry"),
    ],
)
def test_who_did_say_it_is_the_speaker(language: str, text: str, speaker: str) -> None:
    found = attribution_of(text, language)
    assert found.speaker == speaker
    assert len(found.content) < len(text)


@pytest.mark.parametrize(
    ("language", "text", "before", "speaker", "content"),
    [
        ("th", "ศูนย์ข้อมูลใช้พลังงาน 300 MW ซีอีโอ Andy Jassy กล่าวว่าบริษัทจะลดพนักงาน 5%",
         "ศูนย์ข้อมูลใช้พลังงาน 300 MW", "Andy Jassy", "บริษัทจะลดพนักงาน 5%"),
        ("th", "บริษัทมีหนี้ 500 ล้าน USD นายสมชาย ใจดี กล่าวว่าบริษัทจะลดพนักงาน 5%",
         "บริษัทมีหนี้ 500 ล้าน USD", "นายสมชาย ใจดี", "บริษัทจะลดพนักงาน 5%"),
        ("th", "หุ้นของ Nvidia ร่วงลง 17% นักวิเคราะห์ของ Morgan Stanley ระบุว่าราคาชิปจะลดลง 20% ในปีนี้",
         "หุ้นของ Nvidia ร่วงลง 17%", "Morgan Stanley", "ราคาชิปจะลดลง 20% ในปีนี้"),
        ("th", "ยอดขายลดลง 13% นักวิเคราะห์กล่าวว่าราคาจะลดลงอีก 5% ในปีหน้า",
         "ยอดขายลดลง 13%", "นักวิเคราะห์", "ราคาจะลดลงอีก 5% ในปีหน้า"),
        ("th", "ยอดส่งออกเพิ่มขึ้นร้อยละ 9 ด้านนายสมชาย ใจดี อธิบดีกรมการค้า ระบุว่าจะส่งออกเพิ่ม 8 ล้านตัน",
         "ยอดส่งออกเพิ่มขึ้นร้อยละ 9", "นายสมชาย ใจดี", "จะส่งออกเพิ่ม 8 ล้านตัน"),
        ("th", "เมื่อเวลา 09.00 น. วันที่ 5 ธ.ค.63 นายสมชาย ใจดี กล่าวว่าบริษัทจะลดพนักงาน 5%",
         "", "นายสมชาย ใจดี", "บริษัทจะลดพนักงาน 5%"),
        ("th", "ที่ประชุมครั้งที่ 78 นายสมชาย ใจดี กล่าวว่าบริษัทจะลดพนักงาน 5%",
         "", "นายสมชาย ใจดี", "บริษัทจะลดพนักงาน 5%"),
        ("en", "Data centres use 300 MW and CEO Andy Jassy said that the firm would cut 5% of it.",
         "Data centres use 300 MW", "CEO Andy Jassy", "The firm would cut 5% of it."),
        ("en", "After sales fell 5%, Ford said that the plant would close for 10 weeks.",
         "Sales fell 5%", "Ford", "The plant would close for 10 weeks."),
        ("en", "At the 26th meeting, Ford said that the plant would close for 10 weeks.",
         "", "Ford", "The plant would close for 10 weeks."),
        ("en", "With 5% growth behind it, Ford said that the plant would close for 10 weeks.",
         "", "Ford",
         "With 5% growth behind it, Ford said that the plant would close for 10 weeks."),
    ],
)  # fmt: skip
def test_what_stands_before_a_speaker_is_kept(
    language: str, text: str, before: str, speaker: str, content: str
) -> None:
    found = attribution_of(text, language)
    assert (found.before, found.speaker, found.content) == (before, speaker, content)


@pytest.mark.parametrize(
    "text",
    [
        "โรงไฟฟ้าแห่งนี้มีกำลังผลิต 300 MW กล่าวว่าจะลดค่าไฟ 5% ในปีหน้า",
        "นับได้ประมาณ 4,200 ถุง คาดว่าน่าจะมีน้ำหนักรวมประมาณ 6,720 ตัน",
    ],
)
def test_a_unit_never_speaks(text: str) -> None:
    assert attribution_of(text, "th").speaker is None


@pytest.mark.parametrize(
    ("language", "text", "speaker", "quotations"),
    [
        ("en", '"Exports will grow 5% this year," the finance minister said.',
         "the finance minister", ["Exports will grow 5% this year"]),
        ("en", '"Inflation fell to 2% in May," Anna Berg, the finance minister, said.', "Anna Berg",
         ["Inflation fell to 2% in May"]),
        ("en", "“Exports will grow 5%,” the finance minister said, “and wages will stay at 2%.”",
         "the finance minister", ["Exports will grow 5%", "And wages will stay at 2%."]),
        ("th", "“เศรษฐกิจไทยจะขยายตัว 3%” นายพิชัย ชุณหวชิร รัฐมนตรีว่าการกระทรวงการคลัง กล่าว “หนี้จะอยู่ที่ 65%”",
         "นายพิชัย ชุณหวชิร", ["เศรษฐกิจไทยจะขยายตัว 3%", "หนี้จะอยู่ที่ 65%"]),
        ("th", "“หนี้ครัวเรือนอยู่ที่ 90% ของจีดีพี” ผู้ว่าการธนาคารแห่งประเทศไทย กล่าว",
         "ผู้ว่าการธนาคารแห่งประเทศไทย", ["หนี้ครัวเรือนอยู่ที่ 90% ของจีดีพี"]),
        ("th", "“ราคาจะทรงตัวที่ 30 บาท” รองนายกรัฐมนตรี กล่าว", "รองนายกรัฐมนตรี",
         ["ราคาจะทรงตัวที่ 30 บาท"]),
    ],
)  # fmt: skip
def test_quotations_have_their_speaker_and_stay_apart(
    language: str, text: str, speaker: str, quotations: list[str]
) -> None:
    found = attribution_of(text, language)
    assert found.speaker == speaker
    assert [found.content, *found.further] == quotations


@pytest.mark.parametrize(
    ("language", "text", "inside", "speaker"),
    [
        ("en", "“Exports will grow,” the finance minister said. “Rates will stay. So will debt.”",
         "So will", "the finance minister"),
        ("en", "“Inflation fell,” said Anna Berg, the finance minister. “Growth will reach 4%.”",
         "Growth", "Anna Berg"),
        ("en", '"Exports will grow," the finance minister said. "Inflation will stay below 2%."',
         "Inflation", "the finance minister"),
        ("th", "“เศรษฐกิจจะโต 3%” นายพิชัย ชุณหวชิร รัฐมนตรีว่าการกระทรวงการคลัง กล่าว “หนี้จะอยู่ที่ 65%”", "หนี้",
         "นายพิชัย ชุณหวชิร"),
        ("th", "“งบ \"จิตอาสา\" อยู่ที่ 5 ล้านบาท” นายวร กล่าว", "งบ", "นายวร"),
        ("th", "“งบอยู่ที่ 5 ล้านบาท” นายวร ไม่ได้กล่าว", "งบ", None),
        ("en", "Exports grew by 5%, and “growth” is the word for 2025.", "growth", None),
    ],
)  # fmt: skip
def test_a_quotation_is_spoken_by_whom_stands_beside_it(
    language: str, text: str, inside: str, speaker: str | None
) -> None:
    start = text.index(inside)
    assert quoted_speaker(text, start, start + len(inside), language) == speaker
