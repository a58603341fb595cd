"""What people type, and what it is taken for."""

import pytest

from assistant.types import Claim, Label, Verdict
from assistant.ui.conversation import Act, Context, claim_in, understand, with_period

EMPTY = Context()


def about(claim: str, language: str = "en", entities: tuple[str, ...] = ()) -> Context:
    judged = Verdict(
        Claim("c", claim, language, entities=entities), Label.REFUTED, 0.9, (), "", "test"
    )
    return Context(verdicts=(judged,))


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("DeepSeek ใช้เงินแค่ 6 ล้านดอลลาร์จริงไหม", "DeepSeek ใช้เงินแค่ 6 ล้านดอลลาร์"),
        ("GDP ไทยปี 2567 โต 2.5% ใช่ไหมครับ", "GDP ไทยปี 2567 โต 2.5%"),
        ("ค่าแรงขึ้นเป็น 600 บาทแล้วหรือยัง?", "ค่าแรงขึ้นเป็น 600 บาทแล้ว"),
        ("ไทยส่งออกผ้าไหม", "ไทยส่งออกผ้าไหม"),
        ("ราคาทองขึ้น 10% ไหม", "ราคาทองขึ้น 10%"),
        ("จริงหรือไม่ที่ว่าโลกแบน", "โลกแบน"),
        ("ช่วยเช็คหน่อยว่า เมตาลงทุน 6.5 หมื่นล้านดอลลาร์", "เมตาลงทุน 6.5 หมื่นล้านดอลลาร์"),
        ("Is it true that the moon is made of cheese?", "the moon is made of cheese"),
        ("The moon is made of cheese, right?", "The moon is made of cheese"),
        ("True or false: whales are fish.", "whales are fish."),
        ("whales are fish. Is that true?", "whales are fish"),
        ("Fact check: whales are fish", "whales are fish"),
        ('"Whales are fish."', "Whales are fish."),
        ("Whales are fish.", "Whales are fish."),
        ("เช็ค: ขอบคุณมาก", "ขอบคุณมาก"),
        ("When it rains, it pours in Bangkok.", "When it rains, it pours in Bangkok."),
    ],
)
def test_the_claim_inside_a_question(message: str, claim: str) -> None:
    turn = understand(message, EMPTY)
    assert (turn.act, turn.text) == (Act.CLAIM, claim)


@pytest.mark.parametrize(
    ("message", "act", "number"),
    [
        ("ขอดูหลักฐานข้อ 2", Act.EVIDENCE, 2),
        ("ขอดูหลักฐานข้อ ๓ หน่อย", Act.EVIDENCE, 3),
        ("ดูหลักฐานข้อที่สอง", Act.EVIDENCE, 2),
        ("ขอหลักฐาน", Act.EVIDENCE, 0),
        ("ดูข้อ 4", Act.EVIDENCE, 4),
        ("show me the evidence for 2", Act.EVIDENCE, 2),
        ("Show me the sources", Act.EVIDENCE, 0),
        ("evidence for claim 12?", Act.EVIDENCE, 12),
        ("show evidence for the second claim", Act.EVIDENCE, 2),
        ("open number three", Act.EVIDENCE, 3),
        ("why?", Act.WHY, 0),
        ("ทำไมล่ะ", Act.WHY, 0),
        ("hello", Act.HELLO, 0),
        ("สวัสดีครับ", Act.HELLO, 0),
        ("are you sure?", Act.WHY, 0),
        ("Is that true?", Act.WHY, 0),
        ("จริงเหรอ", Act.WHY, 0),
        ("???", Act.WHY, 0),
        ("ช่วยอธิบายหน่อย", Act.WHY, 0),
        ("ช่วยสรุปให้หน่อย", Act.SUMMARY, 0),
        ("Summarise the results", Act.SUMMARY, 0),
        ("What can you check?", Act.HELLO, 0),
        ("Who are you?", Act.HELLO, 0),
        ("คุณคือใคร", Act.HELLO, 0),
        ("ทำอะไรได้บ้าง", Act.HELLO, 0),
        ("ขอบคุณมากครับ", Act.THANKS, 0),
        ("thanks!", Act.THANKS, 0),
        ("ok", Act.THANKS, 0),
        ("ควรซื้อหุ้นอเมซอนไหม", Act.ADVICE, 0),
        ("Should I buy Amazon shares?", Act.ADVICE, 0),
        ("I love noodles", Act.ASIDE, 0),
        ("asdfghjkl", Act.ASIDE, 0),
        ("ฉันหิว", Act.ASIDE, 0),
        ("When did DeepSeek release R1?", Act.QUESTION, 0),
        ("How much did DeepSeek spend?", Act.QUESTION, 0),
        ("จีดีพีไทยปี 2567 โตเท่าไร", Act.QUESTION, 0),
        ("", Act.EMPTY, 0),
        ("   ", Act.EMPTY, 0),
        ("https://example.com/a?b=1", Act.PAGE, 0),
        ("ตรวจ https://example.com/news", Act.PAGE, 0),
    ],
)
def test_acts(message: str, act: Act, number: int) -> None:
    turn = understand(message, about("Whales were fish in 2025."))
    assert (turn.act, turn.number) == (act, number)


@pytest.mark.parametrize(
    "message",
    [
        "ขอดูหลักฐานข้อ 2",
        "why?",
        "จริงไหม",
        "summarise",
        "what about 2024?",
        "แล้วปี 2567 ล่ะ",
        "and AWS?",
    ],
)
def test_a_follow_up_to_nothing_is_lost(message: str) -> None:
    assert understand(message, EMPTY).act is Act.LOST


@pytest.mark.parametrize(
    ("claim", "language", "message", "moved"),
    [
        ("Sales were $5 in 2025.", "en", "what about 2024?", "Sales were $5 in 2024."),
        ("Sales were $5 in 2025.", "en", "and in 2024?", "Sales were $5 in 2024."),
        ("ยอดขายปี 2568 อยู่ที่ 5 บาท", "th", "แล้วปี 2567 ล่ะ", "ยอดขายปี 2567 อยู่ที่ 5 บาท"),
        ("ยอดขายปี 2568 อยู่ที่ 5 บาท", "th", "and in 2024?", "ยอดขายปี 2024 อยู่ที่ 5 บาท"),
        ("ในปี พ.ศ. 2568 ขายได้ 5 บาท", "th", "what about 2024?", "ในปี ค.ศ. 2024 ขายได้ 5 บาท"),
        ("Sales were $5.", "en", "what about 2024?", "Sales were $5 in 2024"),
        ("ยอดขายอยู่ที่ 5 บาท", "th", "แล้ว ปี ๒๕๖๗ ล่ะ", "ยอดขายอยู่ที่ 5 บาท ในปี 2567"),
        ("Q4 2025 sales were $5", "en", "what about Q3 2024?", "Q3 2024 sales were $5"),
        ("Sales of $2025 in 2023", "en", "how about 2022?", "Sales of $2025 in 2022"),
    ],
)
def test_another_period(claim: str, language: str, message: str, moved: str) -> None:
    turn = understand(message, about(claim, language))
    assert (turn.act, turn.restated) == (Act.CLAIM, True)
    assert turn.text.strip() == moved


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        ("what about Acme?", "Acme sold 5 boats in 2025"),
        ("and Acme Inc?", "Acme Inc sold 5 boats in 2025"),
        ("แล้ว Acme ล่ะ", "Acme sold 5 boats in 2025"),
    ],
)
def test_another_party(message: str, expected: str) -> None:
    turn = understand(message, about("Zed sold 5 boats in 2025", entities=("Zed",)))
    assert (turn.act, turn.text, turn.restated) == (Act.CLAIM, expected, True)


@pytest.mark.parametrize(
    ("message", "claim"),
    [
        ("check this instead: whales sing", "whales sing"),
        ("Instead, check: is it true that whales sing?", "whales sing"),
        ("ตรวจอันนี้แทน: วาฬร้องเพลงจริงไหม", "วาฬร้องเพลง"),
        ("ลองเช็คอันนี้แทน: วาฬร้องเพลงจริงไหม", "วาฬร้องเพลง"),
    ],
)
def test_another_claim(message: str, claim: str) -> None:
    turn = understand(message, about("Fish swim"))
    assert (turn.act, turn.text, turn.restated) == (Act.CLAIM, claim, False)


@pytest.mark.parametrize(
    "message",
    [
        "word " * 200,
        "ประโยคยาว" * 80,
        "Whales are mammals, not fish. The company sold five boats.",
        "1. ปลาทูขายได้ 5 ล้านตัว\n2. เรือลอยน้ำได้ทุกลำ",
        "First paragraph of the story, with enough words to be one of several." * 2
        + "\n\nSecond paragraph of the same story, again with a number of words in it." * 2,
    ],
)
def test_articles(message: str) -> None:
    assert understand(message, EMPTY).act is Act.ARTICLE


def test_files_come_first() -> None:
    turn = understand("look", EMPTY, files=["/tmp/a.pdf"], language="th")
    assert (turn.act, turn.paths, turn.language) == (Act.FILE, ("/tmp/a.pdf",), "th")


@pytest.mark.parametrize("text", ["?", "จริงไหม", "is it true that", '""', "ไหม", "."])
def test_a_claim_is_never_empty(text: str) -> None:
    for language in ("th", "en"):
        assert claim_in(text, language)
        assert with_period(text, "2024", language)
