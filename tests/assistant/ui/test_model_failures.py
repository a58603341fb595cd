"""A language model that fails half-way: what was shown stays, and what went wrong is said."""

from dataclasses import replace
from decimal import Decimal
from types import SimpleNamespace

import pytest

from assistant.errors import (
    BudgetSpent,
    JingmaiError,
    ModelError,
    ModelReplyError,
    ModelTimeout,
    SettingsError,
)
from assistant.types import Cost, Label
from assistant.ui import article, cards, chat, marking
from assistant.ui.answers import Reply, reply
from assistant.ui.backstage import Backstage
from assistant.ui.conversation import Context, understand
from assistant.ui.stopping import Run
from assistant.ui.words.of_errors import in_words
from tests.assistant.ui.fakes import FakeChecker, backstage

REFUSED = SettingsError("openai:x: the key was refused", hint="check the key")
ARTICLE = "boats are often sold in the winter\n" * 2 + "sharks are never sold at all\n" * 20


class Breaking(FakeChecker):
    """Refuses claims about sharks, and never finds an answer in words."""

    def judge_claims(self, claims, *, cutoff=None, batch=64, ends=()):
        for claim in claims:
            if "sharks" in claim.text:
                raise REFUSED
            yield self._judge(claim)

    def answer(self, verdict, question):
        raise ModelTimeout("openai:x: no answer in time", hint="raise llm_timeout")


@pytest.fixture
def stage(tmp_path) -> Backstage:
    made = backstage(tmp_path, Breaking())
    made.start()
    made.wait()
    return made


def ask(stage: Backstage, message: str, context: Context | None = None) -> list[Reply]:
    context = context or Context()
    return list(reply(understand(message, context, language="th"), context, stage))


def test_the_chat_keeps_the_verdicts_before_the_failure(stage: Backstage) -> None:
    last = ask(stage, ARTICLE)[-1]
    assert last.report is not None and last.report.stopped is REFUSED
    assert [v.label for v in last.report.verdicts] == [Label.REFUTED] * 2
    assert last.context.verdicts == last.report.verdicts
    assert last.html.count("boats are often sold") >= 2
    assert "the key was refused" in last.html and "x-busy" not in last.html


def test_a_failed_answer_keeps_the_card(stage: Backstage) -> None:
    context = ask(stage, "The company sold 7 boats in 2024.")[-1].context
    parts = ask(stage, "ทำไม", context)
    assert parts[-1].html.startswith(parts[0].html)
    assert "openai:x ไม่ตอบภายในเวลาที่กำหนด" in parts[-1].html


def test_the_conversation_keeps_what_was_shown(stage: Backstage) -> None:
    page = SimpleNamespace(backstage=stage)
    session = chat.Session()
    asked = chat.Exchange(ARTICLE, session.context)
    *_, last = chat._answer(page, Run(), asked, session, [], "en", "", ())
    _, session, history, checked, _ = last
    assert len(checked) == 2 and len(session.exchanges[-1].reports) == 1
    assert "boats are often sold" in history[-1]["content"]
    assert "the key was refused" in history[-1]["content"]


def test_the_article_desk_keeps_what_was_judged(stage: Backstage) -> None:
    page = SimpleNamespace(backstage=stage)
    given = article.Given(ARTICLE, "", "", "text")
    *_, work = article._works(page, given, "", "en")
    assert len(work.verdicts) == 2 and work.problem is REFUSED
    assert "the key was refused" in marking.head(work, "en")
    assert "ผู้ให้บริการไม่รับกุญแจ" in marking.head(work, "th")


def test_a_card_tells_what_the_model_used(stage: Backstage) -> None:
    verdict = ask(stage, "The company sold 7 boats in 2024.")[-1].context.verdicts[0]
    cost = Cost(1_000, 50, Decimal("0.02"), 1.5)
    asked = replace(verdict, cost=cost, full_cost=replace(cost, seconds=0.0))
    for told in (cards.verdict_card(asked, "en"), cards.claim_line(asked, 1, "en")):
        assert "Language model: 1,000 + 50 tokens · &#36;0.02 · 1.5 s" in told
    assert "โมเดลภาษา: 1,000 + 50 โทเคน" in cards.verdict_card(asked, "th")
    assert "Language model" not in cards.verdict_card(verdict, "en")


@pytest.mark.parametrize(
    ("error", "thai"),
    [
        (REFUSED, "ผู้ให้บริการไม่รับกุญแจของ openai:x"),
        (SettingsError("openai:x: the server cannot be reached", hint="is it running?"),
         "ติดต่อเซิร์ฟเวอร์ของ openai:x ไม่ได้"),
        (ModelTimeout("openai:x: the service answered 503 again and again", hint="wait"),
         "บริการของ openai:x ตอบรหัส 503 ซ้ำหลายครั้ง"),
        (ModelError("openai:x: the service refused the request (400)", hint="see"),
         "บริการของ openai:x ไม่รับคำขอ (รหัส 400)"),
        (ModelReplyError("openai:x: the reply cannot be used: it is not JSON: x at character 3",
                         hint="another model"), "คำตอบของ openai:x ใช้ไม่ได้: ไม่ใช่ JSON ที่ถูกต้อง"),
        (BudgetSpent("the budget of 9,000 tokens is spent", hint="raise it"),
         "ใช้โทเคนครบงบ 9,000 แล้ว"),
        (BudgetSpent("the budget of $1.50 is spent", hint="raise it"), "ใช้เงินครบงบ $1.50 แล้ว"),
        (SettingsError("the package for groq is not installed (langchain_groq)", hint="pip"),
         "ยังไม่ได้ติดตั้งแพ็กเกจสำหรับ groq (langchain_groq)"),
    ],
)  # fmt: skip
def test_failures_of_a_model_in_thai(error: JingmaiError, thai: str) -> None:
    assert in_words(error, "th").startswith(thai)
    assert in_words(error, "en") == str(error)
