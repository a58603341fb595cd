"""The day of an article read from its text: told where, and never guessed."""

import json
from datetime import date
from pathlib import Path

import pytest

from assistant.claims.dating import date_notices, dated
from assistant.claims.extract import ArticleExtractor
from assistant.cli import main
from index.types import Document

SURE = [
    ("th", "วันนี้ (3 ก.พ. 2568) นายเอกกล่าวว่าราคาข้าวขึ้น", "3 ก.พ. 2568", "2025-02-03"),
    ("th", "วันนี้ (19 มี.ค.65) นายสมชาย ใจดี เปิดเผย", "19 มี.ค.65", "2022-03-19"),
    ("th", "ราคาข้าวขึ้น\n(3 ก.พ. 2568) กรมการค้าภายในเผย", "3 ก.พ. 2568", "2025-02-03"),
    ("th", "เมื่อวานนี้ (21 ก.ค. 64) ครม. อนุมัติ", "21 ก.ค. 64", "2021-07-22"),
    ("th", "วันที่ ๒๐ เมษายน ๒๕๖๔ เวลา ๐๙.๐๐ น. ปลัดเปิดงาน", "๒๐ เมษายน ๒๕๖๔", "2021-04-20"),
    ("th", "กรุงเทพฯ – 3 กุมภาพันธ์ 2568 – บริษัทแถลง", "3 กุมภาพันธ์ 2568", "2025-02-03"),
    ("th", "โดย กองบรรณาธิการ | 3 ก.พ. 2568\nข่าว", "3 ก.พ. 2568", "2025-02-03"),
    ("th", "ข่าวใหญ่\nเผยแพร่เมื่อ 3 กุมภาพันธ์ 2568\nเนื้อหา", "3 กุมภาพันธ์ 2568", "2025-02-03"),
    ("th", "วันจันทร์ที่ 13 พฤษภาคม 2567\nต่อจากนี้ไป", "13 พฤษภาคม 2567", "2024-05-13"),
    ("en", "Bangkok, 3 February 2025 – The bank cut its rate", "3 February 2025", "2025-02-03"),
    ("en", "February 3, 2025, at 1010hrs, at Government House", "February 3, 2025", "2025-02-03"),
    ("en", "By Jane Doe | Feb 3, 2025\nText", "Feb 3, 2025", "2025-02-03"),
    ("en", "The minister said today (February 3, 2025) that", "February 3, 2025", "2025-02-03"),
    ("en", "Published: 13/02/2025\nText", "13/02/2025", "2025-02-13"),
    ("en", "Posted on 2025-02-03\nText", "2025-02-03", "2025-02-03"),
    ("en", "Text first.\nMore of it.\n3 February 2025", "3 February 2025", "2025-02-03"),
    ("th", "กรุงเทพฯ 14 มี.ค. 2568 – บริษัทแถลงผล", "14 มี.ค. 2568", "2025-03-14"),
    ("th", "กรุงเทพฯ (14 มี.ค. 2568) - บริษัทแถลงผล", "14 มี.ค. 2568", "2025-03-14"),
    ("th", "วันที่ 14 มีนาคม 2568 ที่ทำเนียบรัฐบาล นายกฯ แถลง", "14 มีนาคม 2568", "2025-03-14"),
    ("th", "อัปเดตเมื่อ 14 มี.ค. 2568\nข่าว", "14 มี.ค. 2568", "2025-03-14"),
    ("th", "ข่าวเด่น\n14 มี.ค. 2568 · อ่าน 3 นาที\nข่าว", "14 มี.ค. 2568", "2025-03-14"),
    ("en", "BANGKOK (March 14, 2025) - Shares rose", "March 14, 2025", "2025-03-14"),
    ("en", "Chiang Mai, Thailand (14 March 2025) – Dust", "14 March 2025", "2025-03-14"),
    ("en", "Updated March 14, 2025\nText", "March 14, 2025", "2025-03-14"),
    ("en", "Last updated: Friday, March 14, 2025 at 9:00", "March 14, 2025", "2025-03-14"),
    ("en", "Title\nMar 14, 2025 · 3 min read\nText", "Mar 14, 2025", "2025-03-14"),
    ("en", "Published March 10, 2025 | Updated March 14, 2025", "March 10, 2025", "2025-03-10"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words", "day"), SURE)
def test_the_day_is_read_and_told_where(language: str, text: str, words: str, day: str) -> None:
    read = dated(text, language)
    assert read is not None
    assert text[read.start : read.end] == words
    assert read.day == date.fromisoformat(day)
    found, (notice,) = date_notices(text, language, None)
    assert (found, notice.code) == (read.day, "date_read")
    assert text[notice.start : notice.end] == words


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "Published: 03/02/2025\nText", ["February 3, 2025", "March 2, 2025"]),
        ("en", "BANGKOK, Feb 3 (Reuters) - Shares", ["Feb 3", "not named"]),
        ("en", "On February 3, 2025, the firm said", ["February 3, 2025 or later"]),
        ("th", "เมื่อวานนี้ (21 ก.ค.) ครม. อนุมัติ", ["21 ก.ค.", "ไม่ระบุปี"]),
        ("th", "เมื่อวันที่ 12 สิงหาคม 2567 นางสาวมาลี เป็นประธาน", ["12 สิงหาคม 2567 หรือหลังจากนั้น"]),
        ("th", "วันนี้ (3 ก.พ. 2568) เอกกล่าว\nวันนี้ (9 ก.พ. 2568) โทกล่าว", ["3 กุม", "9 กุม"]),
    ],
)
def test_what_is_not_certain_is_not_guessed(language: str, text: str, told: list[str]) -> None:
    day, (notice,) = date_notices(text, language, None)
    assert (day, notice.code) == (None, "date_unsure")
    assert all(words in notice.message for words in told)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("th", "การประชุมจะจัดขึ้นระหว่างวันที่ 10 - 11 เมษายน 2566"),
        ("th", "งบประมาณปี 2568 จำนวน 3 ล้านบาท"),
        ("th", "คำสั่งนายกรัฐมนตรี ลงวันที่ 3 มกราคม 2564 กำหนดมาตรการ"),
        ("en", "The plant opens on 3 March 2026 after a delay."),
        ("en", "Sales rose 5% in 2024."),
        ("en", "Nokia (March 14, 2025) said it would close."),
        ("en", "March 14, 2025 - April 20, 2025: the sale goes on"),
        ("th", "14 มี.ค. 2568 - 20 เม.ย. 2568 ลดราคาทั้งร้าน"),
        ("th", "วันที่ 14 มีนาคม 2568 ที่ทำเนียบรัฐบาล จะมีการประชุม"),
    ],
)
def test_other_days_are_no_date_of_the_article(language: str, text: str) -> None:
    assert dated(text, language) is None


def test_a_given_date_wins_and_a_difference_is_told() -> None:
    text = "วันนี้ (3 ก.พ. 2568) นายเอกกล่าวว่าราคาข้าวขึ้น"
    assert date_notices(text, "th", date(2025, 2, 4)) == (date(2025, 2, 4), [])
    given, (notice,) = date_notices(text, "th", date(2022, 11, 5))
    assert (given, notice.code) == (date(2022, 11, 5), "date_differs")


MADE = date(2025, 3, 14)


@pytest.mark.parametrize(
    ("language", "words"),
    [("th", "14 มีนาคม 2568 ซึ่งเป็นวันที่สร้างแฟ้ม"), ("en", "March 14, 2025, when its file was made")],
)
def test_the_day_a_file_was_made_is_told_and_dates_nothing(language: str, words: str) -> None:
    text = {"th": "ราคาข้าวขึ้นร้อยละ 9 เมื่อวานนี้", "en": "Rice rose by 9% yesterday."}[language]
    day, (notice,) = date_notices(text, language, None, made=MADE)
    assert (day, notice.code) == (None, "date_unsure")
    assert words in notice.message
    found = ArticleExtractor().extract(Document("a", "", text, language, made=MADE))
    assert found.document.published is None
    assert all(claim.as_of is None for claim in found.claims)
    assert [n.code for n in found.warnings] == ["date_unsure"]


def test_a_date_in_the_text_or_given_goes_before_that_of_the_file() -> None:
    text = "Bangkok, 3 February 2025 – Rice rose by 9%."
    day, (notice,) = date_notices(text, "en", None, made=MADE)
    assert (day, notice.code) == (date(2025, 2, 3), "date_read")
    assert date_notices("Rice rose.", "en", date(2025, 2, 4), made=MADE) == (date(2025, 2, 4), [])


def test_claims_are_dated_by_the_day_read() -> None:
    text = "Bangkok, 3 February 2025 – Rice exports rose by 9% yesterday, the ministry said."
    found = ArticleExtractor().extract(Document("a", "", text, "en"))
    assert found.document.published == date(2025, 2, 3)
    assert "February 2, 2025" in found.claims[0].query


def test_the_command_tells_the_date(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("วันนี้ (3 ก.พ. 2568) กรมการค้าเผยราคาข้าวขึ้น 9%", "utf-8")
    assert main(["claims", str(path), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["document"]["published"] == "2025-02-03"
    assert [w["code"] for w in told["warnings"]] == ["date_read"]
    assert told["warnings"][0]["text"] == "3 ก.พ. 2568"
    assert main(["claims", str(path), "--date", "2025-02-05", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["document"]["published"] == "2025-02-05"
