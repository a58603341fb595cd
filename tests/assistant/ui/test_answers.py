"""What the chat answers, without a browser."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.claims.memory import Earlier
from assistant.errors import InputError
from assistant.types import Claim, Extraction, Label, Verdict
from assistant.ui.answers import LONGEST_TEXT, Reply, news, pasted, reply
from assistant.ui.chat import Exchange, Session, as_json, as_markdown, examples
from assistant.ui.conversation import Context, understand
from index.types import Document
from tests.assistant.ui.fakes import FakeChecker, backstage


@pytest.fixture
def stage(tmp_path: Path):
    made = backstage(tmp_path)
    made.start()
    made.wait()
    return made


def ask(stage, message: str, context: Context | None = None, files=(), **options) -> list[Reply]:
    context = context or Context()
    turn = understand(message, context, files=files, language="th")
    return list(reply(turn, context, stage, **options))


def test_a_claim_is_answered_piece_by_piece(stage) -> None:
    parts = ask(stage, "DeepSeek ใช้เงินแค่ 6 ล้านดอลลาร์จริงไหม")
    assert "กำลังค้นหลักฐาน" in parts[0].html and parts[0].report is None
    lengths = [len(p.html) for p in parts[1:]]
    assert lengths == sorted(lengths) and len(lengths) == 2
    last = parts[-1]
    assert last.report and last.report.verdicts[0].label is Label.CONFLICTING
    assert "5.576 ล้าน &lt; 6 ล้าน ✓" in last.html
    assert last.context.verdicts == last.report.verdicts


def test_an_article_is_answered_claim_by_claim(stage) -> None:
    text = "ปลาทูขายดีมากในปีที่ผ่านมา\n" * 3 + "boats are often sold in the winter\n" * 20
    parts = ask(stage, text)
    last = parts[-1]
    assert last.report and len(last.report.verdicts) == 23
    done = [len(p.context.verdicts) for p in parts]
    assert done == sorted(done) and set(range(1, 24)) <= set(done)
    shown = ask(stage, "ขอดูหลักฐานข้อ 4", last.context)[-1]
    assert "boats are often sold" in shown.html and shown.context.focus == 3
    why = ask(stage, "ทำไม", shown.context)[-1]
    assert "boats are often sold" in why.html


def test_a_file_is_read_as_an_article(stage, tmp_path: Path) -> None:
    path = tmp_path / "story.txt"
    path.write_text("ปลาทูขายดีมากในปีที่ผ่านมาทั้งปี\n", "utf-8")
    last = ask(stage, "", files=[str(path)])[-1]
    assert last.report and last.report.verdicts[0].label is Label.SUPPORTED


def test_an_article_without_claims_says_so(stage) -> None:
    last = ask(stage, "สั้น ๆ\n" * 90)[-1]
    assert "ไม่พบข้ออ้าง" in last.html and last.report and last.report.verdicts == ()


def test_evidence_of_one_claim_shows_the_document(stage) -> None:
    context = ask(stage, "boats float")[-1].context
    one = ask(stage, "show me the evidence for 2", context)[-1]
    assert "x-doc" in one.html and "Whales" in one.html
    every = ask(stage, "show me the evidence", context)[-1]
    assert every.html.count("<blockquote") == 3


@pytest.mark.parametrize("message", ["show me the evidence for 9", "ขอดูหลักฐานข้อ 9"])
def test_a_number_that_is_not_there(stage, message: str) -> None:
    context = ask(stage, "boats float")[-1].context
    with pytest.raises(InputError, match="9"):
        ask(stage, message, context)


def test_a_restated_claim_is_shown_before_it_is_judged(stage) -> None:
    context = ask(stage, "The company sold 5 boats in 2024")[-1].context
    first = ask(stage, "what about 2023?", context)[0]
    assert "The company sold 5 boats in 2023" in first.html
    dated = ask(stage, "boats float", as_of=date(2025, 1, 2))[0]
    assert "2 Jan 2025" in dated.html


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("How much did it cost?", "open question"),
        ("why?", "no earlier claim"),
        ("hello", "Hello"),
        ("สวัสดี", "สวัสดี"),
    ],
)
def test_other_turns(stage, message: str, told: str) -> None:
    assert told in ask(stage, message)[-1].html


def test_a_machine_failure_is_no_verdict(stage) -> None:
    last = ask(stage, "this one is broken")[-1]
    assert "x-unjudged" in last.html and "the model did not answer" in last.html


def test_a_text_that_is_too_long(stage) -> None:
    with pytest.raises(InputError):
        ask(stage, "a" * (LONGEST_TEXT + 1))


def test_verdicts_are_remembered_only_where_one_person_works(tmp_path: Path) -> None:
    for alone, count in ((True, 1), (False, 0)):
        checker = FakeChecker()
        stage = backstage(tmp_path, checker, remembers=alone)
        stage.start()
        ask(stage, "boats float")
        assert len(checker.remembered) == count


def test_pasted_text_takes_a_short_first_line_as_title() -> None:
    assert pasted("Head\n\nBody of it", "en").title == "Head"
    assert pasted("Only one line", "en").title == ""
    assert pasted("x" * 200 + "\nb", "en").title == ""


def test_a_conversation_is_exported_with_its_sources(stage) -> None:
    last = ask(stage, "boats float")[-1]
    session = Session(last.context, (Exchange("boats float", Context(), (), (last.report,)),))
    words = as_markdown(session, "en")
    assert "> boats float" in words and "รายงานปลาประจำปี" in words
    told = as_json(session)["exchanges"][0]
    assert told["message"] == "boats float"
    assert told["reports"][0]["verdicts"][0]["label"] == "refuted"


@pytest.mark.parametrize("language", ["th", "en"])
def test_examples_come_from_the_seeds_one_a_label(language: str) -> None:
    found = examples(language)
    assert len(found) == 4 and len({e["text"] for e in found}) == 4


def test_claims_of_an_article_show_who_overrode_what_before(tmp_path: Path) -> None:
    class Remembering(FakeChecker):
        def report_of(self, extraction, verdicts, **options):
            report = super().report_of(extraction, verdicts, **options)
            old = Earlier(
                "c", "boats <b>swim</b>", "en", Label.SUPPORTED, date(2025, 2, 6), "nok",
                Label.REFUTED, 1.0, None, "saw one",
            )  # fmt: skip
            return replace(report, verdicts=tuple(replace(v, earlier=(old,)) for v in verdicts))

    made = backstage(tmp_path, Remembering())
    made.start()
    made.wait()
    last = ask(made, "boats are often sold in the winter\n" * 20)[-1]
    shown = ask(made, "ขอดูหลักฐานข้อ 4", last.context)[-1].html
    assert "nok แก้จาก “หลักฐานหักล้าง”: saw one" in shown
    assert "boats &lt;b&gt;swim" in shown


def test_the_same_verdict_on_the_same_day_is_no_news() -> None:
    claim = Claim("c", "boats float", "en")
    verdict = Verdict(claim, Label.REFUTED, 0.9, (), "", "default")
    document = Document("d", "", claim.text, "en")
    report = FakeChecker().report_of(Extraction(document, (claim,)), (verdict,))
    day = date(2025, 2, 7)

    def earlier(text="boats float", label=Label.REFUTED, on=day, by=None) -> Earlier:
        return Earlier("c", text, "en", label, on, by, label, 1.0)

    told = [
        earlier("boats swim"), earlier(label=Label.SUPPORTED), earlier(on=date(2025, 2, 6)),
        earlier(by="nok"),
    ]  # fmt: skip
    assert news([earlier(), *told], report, day) == told
