"""Claims made readable alone, and doubts said instead of guessed."""

from datetime import date

import pytest

from assistant.claims.attribution import attribution_of, quoted_speaker
from assistant.claims.referents import speaker as speaker_of
from assistant.claims.resolve import Context, resolve, without_dateline

DAY = date(2024, 8, 15)


def context(language: str, *, before: str = "", as_of: date | None = DAY) -> Context:
    return Context(before, before, as_of, language)


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("th", "เมื่อวานนี้ ธนาคารประกาศขึ้นดอกเบี้ย", "14 สิงหาคม 2567"),
        ("th", "ยอดขายไตรมาสปัจจุบันอ่อนตัว", "ไตรมาส 3 ปี 2567"),
        ("th", "เมื่อวันที่ 6 กุมภาพันธ์ บริษัทดาวเหนือแถลงผล", "กุมภาพันธ์ 2567"),
        ("en", "Sales fell this quarter", "Q3 2024"),
        ("en", "Yesterday the bank raised its rate", "August 14, 2024"),
        ("en", "The last quarter was weak", "Q2 2024"),
    ],
)
def test_times_are_dated(language: str, text: str, expected: str) -> None:
    found = resolve(text, context(language))
    assert expected in found.text
    assert found.ambiguous == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [("th", "เมื่อวานนี้ ธนาคารประกาศขึ้นดอกเบี้ย"), ("en", "Sales fell this quarter")],
)
def test_without_a_date_nothing_is_guessed(language: str, text: str) -> None:
    found = resolve(text, context(language, as_of=None))
    assert found.text == text
    assert len(found.ambiguous) == 1


def test_the_only_company_named_is_the_company() -> None:
    found = resolve("The company plans 400 job cuts", context("en", before="Nvidia reported late."))
    assert found.text.startswith("The company (Nvidia)")


def test_two_companies_are_told_as_doubt() -> None:
    before = "Nvidia and Intel both reported late."
    found = resolve("The company plans 400 job cuts", context("en", before=before))
    assert found.text == "The company plans 400 job cuts"
    assert "Nvidia" in found.ambiguous[0]
    assert "Intel" in found.ambiguous[0]


def test_the_company_an_article_is_about_wins() -> None:
    before = "Tesla grew. Tesla hired. Tesla sold. Tesla and Ford met."
    found = resolve("The company plans 400 job cuts", context("en", before=before))
    assert "(Tesla)" in found.text


def test_the_company_is_known_behind_a_stray_space() -> None:
    text = "หุ้นของ บริษัท ลดลง 4%"
    found = resolve(text, context("th", before="Nvidia รายงานผลประกอบการ"))
    assert found.text == "หุ้นของ บริษัท (Nvidia) ลดลง 4%"
    assert resolve(text, context("th")).ambiguous


def test_pointing_words_are_told() -> None:
    assert resolve("This will cost 4 million baht", context("en")).ambiguous


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        (
            "th",
            "นายสมชาย ใจดี ผู้อำนวยการ เปิดเผยว่า ยอดใช้น้ำลดลงร้อยละ 8 ในปีนี้",
            "นายสมชาย ใจดี",
            "ยอดใช้น้ำลดลงร้อยละ 8 ในปีนี้",
        ),
        ("th", "Lumen อ้างว่าโมเดลใหม่เร็วกว่าเดิมสองเท่า", "Lumen", "Lumen อ้างว่าโมเดลใหม่เร็วกว่าเดิมสองเท่า"),
        ("th", "เขื่อนมีน้ำร้อยละ 80 ของความจุ” นางสาวมาลี กล่าว", "นางสาวมาลี", "เขื่อนมีน้ำร้อยละ 80 ของความจุ"),
        (
            "en",
            "Minister Anna Berg said that the dam holds 80 percent of its capacity.",
            "Minister Anna Berg",
            "The dam holds 80 percent of its capacity.",
        ),
        (
            "en",
            "Lumen claims its model is twice as fast.",
            "Lumen",
            "Lumen claims its model is twice as fast.",
        ),
        (
            "en",
            "According to the Ministry of Health, 40 percent of adults smoke.",
            "Ministry of Health",
            None,
        ),
        (
            "en",
            "Forty percent of adults smoke, Dr. Berg said.",
            "Dr. Berg",
            "Forty percent of adults smoke",
        ),
        ("en", "Forty percent of adults smoke.", None, "Forty percent of adults smoke."),
        ("th", "ผู้ใหญ่ร้อยละ 40 สูบบุหรี่", None, "ผู้ใหญ่ร้อยละ 40 สูบบุหรี่"),
    ],
)
def test_speaker_and_content_are_told_apart(
    language: str, text: str, speaker: str | None, content: str | None
) -> None:
    found = attribution_of(text, language)
    assert found.speaker == speaker
    assert found.content == (content or text)


def test_a_quotation_is_spoken_by_whom_it_names_after_it() -> None:
    text = "“ปีนี้ฝนน้อย น้ำในเขื่อนเหลือร้อยละ 30” นายสมชาย กล่าว"
    start = text.index("น้ำ")
    assert quoted_speaker(text, start, text.index("”"), "th") == "นายสมชาย"
    assert quoted_speaker("ฝนน้อย น้ำเหลือร้อยละ 30", 7, 20, "th") is None


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("th", "ตั้งแต่ต้นปีมีผู้ป่วย 44,387 ราย", "ตั้งแต่ต้นปี (พ.ศ. 2567)"),
        ("th", "จะแล้วเสร็จภายในสิ้นปี", "ภายในสิ้นปี (พ.ศ. 2567)"),
        ("en", "Sales have grown 4% since the start of the year", "of the year (2024)"),
        ("en", "Exports are expected to slow in the second half", "(H2 2024)"),
    ],
)
def test_parts_of_the_year_are_dated(language: str, text: str, expected: str) -> None:
    assert expected in resolve(text, context(language)).text


def test_a_day_that_stands_there_is_not_told_twice() -> None:
    text = "วันนี้ (15 สิงหาคม 2567) สภามีมติรับหลักการ"
    assert resolve(text, context("th")).text == text


@pytest.mark.parametrize(
    ("language", "before", "text", "expected"),
    [
        ("th", "ศาลจำคุกอดีตประธานบริษัท ดาวเหนือ จำกัด (มหาชน)", "หุ้นของบริษัทถูกระงับการซื้อขาย",
         "หุ้นของบริษัท (บริษัท ดาวเหนือ จำกัด (มหาชน)) ถูก"),
        ("en", "A court fined Wayfare Inc on Tuesday. " + "Nobody was hurt. " * 40,
         "The firm's shares fell 4%", "The firm (Wayfare Inc)'s shares"),
        ("th", "นายพิชัย วรรณกุล กล่าวขอบคุณ นางสาวมาลี ทองดี ระบุว่างบเพิ่ม", "เธอยังระบุว่าหนี้เพิ่ม",
         "เธอ (นางสาวมาลี ทองดี)"),
        ("th", "นพ.ธงชัย กีรติ เปิดเผยยอดผู้ป่วย", "เขายืนยันว่ามียาพอ", "เขา (นพ.ธงชัย กีรติ)"),
        ("en", "The World Health Organization said so. Dr. Ana Pratt said doses came.",
         "She warned of delays", "She (Dr. Ana Pratt)"),
    ],
)  # fmt: skip
def test_those_an_article_introduces_are_known(
    language: str, before: str, text: str, expected: str
) -> None:
    assert expected in resolve(text, context(language, before=before)).text


def test_a_pronoun_speaker_is_named_or_nobody() -> None:
    one, two = "Dr. Ana Pratt said doses came.", "Mr. Abel Moss said so. Mr. Ian Katz said no."
    assert speaker_of("She", context("en", before=one)) == "Dr. Ana Pratt"
    assert speaker_of("He", context("en", before=two)) is None
    assert speaker_of("Lumen", context("en", before=one)) == "Lumen"


@pytest.mark.parametrize(
    ("language", "text", "speaker", "content"),
    [
        ("en", "\"We expect exports to slow,\" said Poonpong Naiya, head of the trade office.",
         "Poonpong Naiya", "We expect exports to slow"),
        ("en", "Vietnam has reported nearly 40,000 suspected cases since January.", None, None),
        ("en", "Prices rose 6.5%, according to the agency; analysts, however, disagree.", "agency",
         None),
        ("en", "Demand will double by 2030, the Energy Agency said in a report on Thursday.",
         "the Energy Agency", "Demand will double by 2030"),
        ("en", "Gaps in vaccination caused the outbreak, it said.", "it",
         "Gaps in vaccination caused the outbreak"),
        ("th", "กัลฟ์และ ปตท. เป็นผู้นำเข้ารายใหญ่ กรมธุรกิจคาดว่าปีนี้จะนำเข้า 5 ล้านตัน", "กรมธุรกิจ",
         "กรมธุรกิจคาดว่าปีนี้จะนำเข้า 5 ล้านตัน"),
    ],
)  # fmt: skip
def test_speakers_of_other_forms(
    language: str, text: str, speaker: str | None, content: str | None
) -> None:
    found = attribution_of(text, language)
    assert found.speaker == speaker
    assert found.content == (content or text)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("BANGKOK, June 25 (Daily) - Exports rose 18%.", "Exports rose 18%."),
        ("LONDON, England, 3 Feb 2025 — Oil fell.", "Oil fell."),
        ("กรุงเทพฯ – 3 กุมภาพันธ์ 2568 – ธนาคารลดดอกเบี้ย", "ธนาคารลดดอกเบี้ย"),
        ("Thailand, Laos and Vietnam - all exporters - agreed.", None),
    ],
)
def test_datelines_are_taken_off(text: str, rest: str | None) -> None:
    assert without_dateline(text) == (rest or text)
