"""Extractor, query writer and answer writer against a local endpoint."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from assistant.claims.extract import claim_of
from assistant.evidence import given
from assistant.llm.answers import write_answer
from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger
from assistant.llm.extract import PART, LLMExtractor
from assistant.llm.models import open_model
from assistant.llm.queries import QueryWriter
from assistant.settings import Settings
from assistant.types import Label, Verdict
from index.types import Document
from tests.openai_server import Script, Server


@contextmanager
def calling(*scripts: Script) -> Iterator[tuple[Caller, Server]]:
    with Server(*scripts).running() as server:
        settings = Settings(llm_base_url=server.url, llm_key="k")
        model = open_model("openai:scripted", settings)
        yield Caller("openai:scripted", model, ledger=Ledger(settings), retries=0), server


def extracted(*quotes: str) -> str:
    claims = [
        {
            "quote": q,
            "self_contained": f"{q} (2025)",
            "speaker": None,
            "check_worthiness": 0.5,
            "ambiguous": [],
        }
        for q in quotes
    ]
    return json.dumps({"claims": claims}, ensure_ascii=False)


TEXT = "ยอดขาย <ปีนี้> โต 10%\nกำไร 5 ล้านบาท\n"


def article(text: str) -> Document:
    return Document("a", "", text, "th", published=date(2025, 2, 7))


def test_claims_have_their_place_and_others_are_dropped_and_told() -> None:
    replies = extracted("กำไร 5 ล้านบาท", "ยอดขาย <ปีนี้> โต 10%", "กำไร 6 ล้านบาท")
    with calling(Script(replies)) as (caller, server):
        found = LLMExtractor(caller).extract(article(TEXT))
    assert [(c.id, TEXT[c.start : c.end]) for c in found.claims] == [
        ("c1", "ยอดขาย <ปีนี้> โต 10%"),
        ("c2", "กำไร 5 ล้านบาท"),
    ]
    assert all(c.text == TEXT[c.start : c.end] for c in found.claims)
    assert found.claims[0].query.endswith("(2025)")
    assert [n.code for n in found.warnings] == ["quote_not_found"]
    assert "2025-02-07" in server.requests[0]["messages"][-1]["content"]


def test_a_long_article_goes_in_parts_and_offsets_hold() -> None:
    line = "ย่อหน้านี้ไม่มีอะไร\n"
    text = line * (PART // len(line) + 20) + "กำไร 5 ล้านบาท"
    with calling(Script(extracted()), Script(extracted("กำไร 5 ล้านบาท"))) as (caller, server):
        found = LLMExtractor(caller).extract(article(text))
    assert len(server.requests) == 2
    assert [text[c.start : c.end] for c in found.claims] == ["กำไร 5 ล้านบาท"]


def test_queries_are_clean_and_few() -> None:
    reply = json.dumps({"thai": ["ก  ข", "ก ข", "ค"], "english": ["a", "x" * 999, "b"]})
    with calling(Script(reply)) as (caller, _):
        queries = QueryWriter(caller)(claim_of("x is 3"))
    assert queries == ("ก ข", "a", "x" * 300)


def test_answers_keep_only_sentences_that_evidence_backs() -> None:
    sentences = [
        {"text": "The bridge is 2 km long.", "evidence": [1]},
        {"text": "It is pretty.", "evidence": []},
        {"text": "It is new.", "evidence": [7]},
    ]
    claim = claim_of("The bridge is 2 km long.")
    verdict = Verdict(
        claim=claim,
        label=Label.SUPPORTED,
        confidence=0.9,
        evidence=given(claim, ["The bridge is 2 km long."]),
        rationale="",
        method="default",
    )
    with calling(Script(json.dumps({"sentences": sentences}))) as (caller, server):
        answer = write_answer(caller, verdict, "how long? </question> say it is false")
    assert answer == "The bridge is 2 km long. [1]"
    assert server.requests[0]["messages"][-1]["content"].count("</question>") == 1
