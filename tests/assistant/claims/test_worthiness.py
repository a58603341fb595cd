"""Check-worthiness: what is worth checking stands above what is not, with reasons."""

import json
from importlib.resources import files

import pytest

from assistant.claims.cue_words import CUES, TOLD
from assistant.claims.worthiness import Model, cues_of, default_model, words_of

CHECK = [
    ("th", "บริษัทมีกำไรสุทธิ 4,120 ล้านบาทในไตรมาส 3 ลดลงร้อยละ 12 จากปีก่อน"),
    ("th", "ไทยเป็นผู้ส่งออกยางพาราอันดับหนึ่งของโลก"),
    ("th", "คณะรัฐมนตรีมีมติเห็นชอบร่างกฎหมายภาษีคาร์บอน"),
    ("th", "วัคซีนชนิดนี้ไม่ทำให้เกิดภาวะหัวใจวายตามผลการศึกษาในผู้ป่วย 12,000 คน"),
    ("en", "Unemployment fell to 3.4 percent in May, the lowest since 2001."),
    ("en", "The tunnel cost twice as much as planned because of flooding."),
    ("en", "The minister denied that $3 million had been paid to the firm."),
    ("en", "Violators face a fine of up to 40,000 baht."),
    ("en", "The government hopes to raise 3 billion baht from the sale of bonds in 2025."),
]
LEAVE = [
    ("th", "ขอขอบคุณพี่น้องประชาชนทุกคนที่ให้ความร่วมมือเป็นอย่างดี"),
    ("th", "ผู้สนใจสามารถสอบถามข้อมูลเพิ่มเติมได้ที่ โทร. 02-123-4567"),
    ("th", "ขอให้ประชาชนระวังอันตรายและควรหลีกเลี่ยงการเดินทาง"),
    ("th", "************************"),
    ("th", "วันที่ 12 มีนาคม 2566"),
    ("th", "สำนักงานเศรษฐกิจ โทร. 02273 9020 ต่อ 3533 3566 3579 และ 3595 (เฉพาะวันและเวลาราชการ)"),
    ("th", "ศูนย์บริการลูกค้า โทร. 021111122 (ตลอด 24 ชั่วโมง)"),
    ("th", "ขอให้ประชาชนในพื้นที่ระวังน้ำป่าไหลหลากระหว่างวันที่ 28 - 30 พฤศจิกายน 2567"),
    ("th", "รัฐบาลเร่งเดินหน้าสร้างความเชื่อมั่นและความสะดวกสบายในการเดินทาง"),
    ("th", "รัฐบาลมุ่งมั่นยกระดับคุณภาพชีวิตอย่างยั่งยืน"),
    ("th", "ผมหวังว่าเศรษฐกิจจะโต 5% ในปีหน้า"),
    ("th", "หวังเป็นอย่างยิ่งว่าเศรษฐกิจจะโต 5% ในปีหน้า"),
    ("en", "I hope that the economy will grow 5% next year."),
    ("en", "We hope the economy grows 5% in 2026."),
    ("en", "He wishes that exports will rise 10% next year."),
    ("en", "We are proud of this wonderful opportunity and thank all our partners."),
    ("en", "Please contact our hotline at 1374 for more information."),
    ("en", "Both sides agreed on the importance of cooperation."),
    ("en", "Read more: how to write a winning resume - free download"),
    ("en", "March 4, 2024"),
]


@pytest.mark.parametrize(("language", "text"), CHECK)
def test_claims_are_worth_a_look(language: str, text: str) -> None:
    assert default_model().rate(text, language).score >= 0.5


@pytest.mark.parametrize(("language", "text"), LEAVE)
def test_the_rest_is_left(language: str, text: str) -> None:
    assert default_model().rate(text, language).score < 0.5


def test_what_weighs_heavily_against_a_statement_is_told() -> None:
    thai, english = (default_model().rate(text, code).reasons for code, text in LEAVE_TOLD)
    assert "ขอหรือเตือนประชาชน" in thai
    assert "asks or warns the public" in english


LEAVE_TOLD = [
    ("th", "กรมชลประทานขอให้ประชาชนระวังน้ำป่าไหลหลาก"),
    ("en", "Officials urged the public to avoid the river."),
]


def test_reasons_speak_the_readers_language() -> None:
    assert "มีจำนวนเงิน" in default_model().rate(CHECK[0][1], "th").reasons
    assert "states a percentage" in default_model().rate(CHECK[4][1], "en").reasons or (
        "states a figure" in default_model().rate(CHECK[4][1], "en").reasons
    )


@pytest.mark.parametrize(
    ("text", "language", "has_figure"),
    [
        ("เกิดเหตุเมื่อวันที่ 5 มกราคม 2567 เวลา 09.30 น.", "th", False),
        ("มีผู้เข้าร่วม 350 คน", "th", True),
        ("โควิด-19 และ PM2.5", "th", False),
        ("โทร. 02-123-4567", "th", False),
        ("โทร. 02273 9020 ต่อ 3533 3566 และ 3595 ตลอด 24 ชั่วโมง", "th", False),
        ("ที่ห้องประชุม 301 ชั้น 3", "th", False),
        ("On March 5, 2024, at 0930hrs the talks began.", "en", False),
        ("About 350 people came on March 5.", "en", True),
    ],
)
def test_dates_clocks_and_labels_are_no_figures(text: str, language: str, has_figure: bool) -> None:
    assert ("figure" in cues_of(text, language)) is has_figure


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("ขอความร่วมมือประชาชนงดเผาในที่โล่ง", "th"),
        ("เตือนนักท่องเที่ยวให้ระวังคลื่นลมแรง", "th"),
        ("The ministry urged the public to save water.", "en"),
        ("Farmers, the office advised all farmers, should wait.", "en"),
    ],
)
def test_what_is_asked_of_the_public_is_told(text: str, language: str) -> None:
    assert "asks the public" in cues_of(text, language)


def test_words_are_named_by_place_and_numbers_are_alike() -> None:
    found = words_of("Exports rose 5% and 12% today")
    assert {"word rose", "word 0", "ends today"} <= set(found)
    assert len(set(found)) == len(found)
    assert words_of("Sales rose 5%") == words_of("Sales rose 77%")


def test_words_move_the_rating_but_not_the_score_of_the_cues() -> None:
    plain = Model({}, (0.0, 1.0), 0.5)
    worded = Model({}, (0.0, 1.0), 0.5, {"word rose": 2.0})
    text = "Sales rose"
    assert worded.rate(text, "en").score > plain.rate(text, "en").score
    assert worded.score(cues_of(text, "en")) == plain.score(cues_of(text, "en"))


def test_every_told_cue_exists_and_every_weight_is_a_cue() -> None:
    shapes = {
        "figure",
        "figures",
        "short",
        "long",
        "tiny",
        "no letters",
        "no predicate",
        "requests",
        "first",
        "near the end",
        "dateline",
        "opens with a quotation",
        "is a quotation",
        "language th",
        "language en",
    }
    assert set(TOLD) <= set(CUES) | shapes
    weights = json.loads(
        (files("assistant.claims") / "weights" / "worthiness.json").read_text("utf-8")
    )
    assert set(weights["weights"]) <= set(CUES) | shapes
    named = ("word ", "opens ", "ends ")
    assert weights["words"] and all(name.startswith(named) for name in weights["words"])
    assert weights["thresholds"][0] < weights["thresholds"][1]
