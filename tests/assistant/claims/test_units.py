"""Articles cut into units: nothing lost, nothing invented, rules that weights may not break."""

import gzip
import hashlib
import json
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.claims.joins import default_joins, join_features
from assistant.claims.training.articles import CutUnit, read_articles, written_articles
from assistant.claims.units import tried, units_of
from assistant.claims.worthiness import default_model
from index.sentences import Piece

PARTS = st.sampled_from(
    ["ครม. อนุมัติงบ 5 ล้านบาท", "โดยเริ่มเดือนหน้า", " ", "ซึ่งเพิ่มขึ้นร้อยละ 3", "\n", "Jassy กล่าวว่า", "“ดี”",
     "และหากไม่มี", "ทั้งนี้", "ขอเชิญชวนประชาชน", "15 ก.ค. 67", "นายสมชาย กล่าว"]
)  # fmt: skip


def spans(text: str, language: str = "th") -> list[str]:
    return [unit.text for unit in units_of(text, language, default_model())]


@settings(deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_units_cover_every_letter_in_order(text: str) -> None:
    units = units_of(text, "th", default_model())
    assert [u.text for u in units] == [text[u.start : u.end] for u in units]
    assert all(a.end <= b.start for a, b in pairwise(units))
    left = "".join(text[a:b] for a, b in gaps([(u.start, u.end) for u in units], len(text)))
    assert not left.strip()


def gaps(units: list[tuple[int, int]], size: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for unit in units for edge in unit), size]
    return list(zip(edges[::2], edges[1::2], strict=True))


@settings(deadline=None)
@given(st.lists(PARTS, max_size=12).map("".join))
def test_units_are_made_of_what_was_tried(text: str) -> None:
    starts = {piece.start for piece in tried(text, "th")}
    assert {u.start for u in units_of(text, "th", default_model())} <= starts


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("“ยอดขายปีนี้ดีกว่าปีก่อนมาก” นายสมชาย ใจดี กล่าว", "นายสมชาย ใจดี กล่าว"),
        ("ยอดขายปีนี้เพิ่มขึ้นร้อยละ 12 จากปีก่อนหน้า และสูงที่สุดในรอบสิบปี Andy Jassy กล่าวว่าบริษัทจะลงทุนเพิ่ม",
         "Andy Jassy กล่าวว่าบริษัทจะลงทุนเพิ่ม"),
        ("1. ส่งออกเพิ่มขึ้นร้อยละ 5 ในเดือนมีนาคม", "1. ส่งออกเพิ่มขึ้นร้อยละ 5 ในเดือนมีนาคม"),
        ("วันที่ 18 มิถุนายน 2568 เวลา 09.00 น.", "วันที่ 18 มิถุนายน 2568 เวลา 09.00 น."),
        ("โรงงานต้องหยุดเดินเครื่องเป็นเวลา 3 เดือนและปลดพนักงาน 350 คน เนื่องจากยังไม่มีใบอนุญาตที่ถูกต้องตามกฎหมาย",
         "350 คน เนื่องจากยังไม่มีใบอนุญาต"),
        ("นายประยูร อินทรา ปลัดกระทรวงเกษตร เปิดเผยภายหลังเป็นประธานการประชุมตรวจสอบปริมาณน้ำนมดิบ "
         "โดยมีนายอภัย ใจดี รองปลัดกระทรวงเกษตร เข้าร่วม ว่า มีน้ำนมทั้งระบบ 232 ตันต่อวัน",
         "น้ำนมดิบ โดยมีนายอภัย"),
    ],
)  # fmt: skip
def test_what_belongs_together_stays_in_one_unit(text: str, whole: str) -> None:
    assert any(whole in unit for unit in spans(text)), spans(text)


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("ครม. อนุมัติงบ 500 ล้านบาทเพื่อซ่อมถนน ทั้งนี้ ขอให้ประชาชนติดตามข่าวจากราชการ", "ทั้งนี้"),
        ("การส่งออกขยายตัวร้อยละ 18.4 นอกจากนี้ การนำเข้าขยายตัวร้อยละ 18.0 จากปีก่อน", "นอกจากนี้"),
    ],
)  # fmt: skip
def test_another_statement_begins_a_unit(text: str, begins: str) -> None:
    assert any(unit.startswith(begins) for unit in spans(text)[1:]), spans(text)


def test_english_sentences_in_a_thai_article_are_cut_as_english() -> None:
    text = (
        "กระทรวงการคลังแถลงตัวเลขเศรษฐกิจล่าสุดต่อที่ประชุมคณะรัฐมนตรี และตอบคำถามสื่อมวลชน\n"
        "The economy grew 2.5% in 2024. Exports rose 5.4% to $300 billion.\n"
        "หนี้สาธารณะอยู่ที่ 63% ของจีดีพี"
    )
    units = units_of(text, "th", default_model())
    assert [(u.text, u.language) for u in units[1:]] == [
        ("The economy grew 2.5% in 2024.", "en"),
        ("Exports rose 5.4% to $300 billion.", "en"),
        ("หนี้สาธารณะอยู่ที่ 63% ของจีดีพี", "th"),
    ]


def test_a_connective_begins_a_sentence_of_machine_translation() -> None:
    text = (files("seeds") / "amazon-ai-capex.th.txt").read_text("utf-8")
    assert any(unit.startswith("เป็นผลให้หุ้นของ Amazon") for unit in spans(text))


def test_a_second_quotation_begins_a_unit() -> None:
    text = (
        "“เศรษฐกิจไทยจะขยายตัว 3% ในปี 2568” นายพิชัย ชุณหวชิร รัฐมนตรีว่าการกระทรวงการคลัง กล่าว "
        "“หนี้สาธารณะจะอยู่ที่ 65% ของจีดีพี”"
    )
    assert spans(text)[1:] == ["“หนี้สาธารณะจะอยู่ที่ 65% ของจีดีพี”"]


def test_features_of_a_place_are_named_and_small() -> None:
    text = "ครม. อนุมัติงบ 5 ล้านบาท โดยเริ่มเดือนหน้า"
    at = text.index("โดย")
    found = join_features(text, Piece(0, at - 1, 0.0), Piece(at, len(text), 0.0), default_model())
    assert found["word 1 after โดย"] == 1.0
    assert all(-2 <= value <= 1 for value in found.values()), found
    assert found.keys() & default_joins().weights.keys()


def test_labelled_articles_meet_their_text(tmp_path: Path) -> None:
    body = "ครม. อนุมัติงบ 5 ล้านบาท"
    (tmp_path / "train").mkdir()
    with gzip.open(tmp_path / "train/news_th.jsonl.gz", "wt", encoding="utf-8") as out:
        out.write(json.dumps({"body": body}, ensure_ascii=False) + "\n")
    digest = hashlib.sha256(body.encode()).hexdigest()[:16]
    row = {"file": "news_th", "row": 0, "sha256": digest, "units": [[0, len(body), 2]]}
    labels = tmp_path / "labels.jsonl"
    labels.write_text(json.dumps(row), "utf-8")
    (article,) = read_articles(tmp_path, labels)
    assert (article.language, article.body) == ("th", body)
    assert article.units == (CutUnit(0, len(body), 2),)
    labels.write_text(json.dumps(row | {"sha256": "0" * 16}), "utf-8")
    with pytest.raises(ValueError, match="not the text that was labelled"):
        list(read_articles(tmp_path, labels))


def test_written_articles_are_cut_at_their_labels(tmp_path: Path) -> None:
    path = tmp_path / "written.txt"
    marked = "# th news\n{2}ราคาขึ้น 5% {0}น่าเสียดาย\n{1}ประชุมวันนี้\n# en post\n{0}Hello!\n"
    path.write_text(marked, "utf-8")
    thai, english = written_articles(path)
    assert (thai.language, thai.body) == ("th", "ราคาขึ้น 5% น่าเสียดาย\nประชุมวันนี้")
    assert [(thai.body[u.start : u.end], u.label) for u in thai.units] == [
        ("ราคาขึ้น 5%", 2), ("น่าเสียดาย", 0), ("ประชุมวันนี้", 1)
    ]  # fmt: skip
    assert (english.language, english.units) == ("en", (CutUnit(0, 6, 0),))
    path.write_text("# th news\nราคาขึ้น {2}5%\n", "utf-8")
    with pytest.raises(ValueError, match="no label before the first piece"):
        list(written_articles(path))


def test_the_written_articles_are_in_both_languages_and_of_all_labels() -> None:
    found = {(a.language, u.label) for a in written_articles() for u in a.units}
    assert found == {(language, label) for language in ("th", "en") for label in (0, 1, 2)}


@pytest.mark.parametrize("piece", ["ก ข ", "“ดี” นาย ก กล่าว ", "และหากไม่มี ", "Ab กล่าวว่า "])
def test_hostile_texts_without_an_end_are_cut_whole(piece: str) -> None:
    text = piece * (6_000 // len(piece))
    units = units_of(text, "th", default_model())
    assert units[0].start == 0 and units[-1].end == len(text.rstrip())
