"""Untrusted text keeps inside its delimiters; quotes stand in the passage or are dropped."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.llm.leash import fenced, held, neutral, shown
from assistant.llm.schemas import Citation
from assistant.types import Evidence, Stance
from index.types import Document, Passage

POISON = Path(__file__).parents[2] / "data" / "poison_dev.jsonl"


def evidence(text: str, *, title: str = "t", start: int = 0, id: str = "d") -> Evidence:
    document = Document(id=id, title=title, text=text, language="en")
    end = len(text)
    return Evidence(
        "c", Passage(f"{id}#0", id, text[start:end], "en", start, end), document, start, end
    )


@given(st.text())
def test_neutral_keeps_every_offset_and_removes_delimiters(text: str) -> None:
    out = neutral(text)
    assert len(out) == len(text)
    assert not set("<>\x00") & set(out)
    assert neutral(out) == out


@given(st.lists(st.text(min_size=1), min_size=1, max_size=4), st.text())
def test_passages_cannot_leave_their_fence(texts: list[str], title: str) -> None:
    given_ = shown([evidence(t, title=title, id=str(n)) for n, t in enumerate(texts)])
    sent = fenced(given_)
    assert len(re.findall("<", sent)) == len(re.findall(">", sent)) == 2 * len(given_)
    assert len(re.findall(r"<passage id=\"p\d+\" [^<>]*>\n[^<>]*\n</passage>", sent)) == len(given_)


@pytest.mark.skipif(not POISON.exists(), reason="the poison set is not here yet")
def test_hostile_documents_keep_inside_their_fence() -> None:
    for line in POISON.read_text("utf-8").splitlines():
        document = json.loads(line)["doc"]
        sent = fenced(shown([evidence(document["text"], title=document["title"])]))
        inside = re.fullmatch(r"<passage [^<>]*>\n([^<>]*)\n</passage>", sent)
        assert inside is not None
        assert inside.group(1) == neutral(document["text"])


TEXT = "xx Amazon spent $26.3 billion <b>in</b> the quarter."


@pytest.mark.parametrize(
    ("passage", "quote", "kept"),
    [
        ("p1", "Amazon spent $26.3 billion", True),
        ("p1", "  Amazon spent $26.3 billion ", True),
        ("p1", "‹b›in‹/b› the quarter", True),
        ("p1", "<b>in</b> the quarter", True),
        ("p1", "Amazon spent $26.4 billion", False),
        ("p1", "amazon spent", False),
        ("p1", "", False),
        ("p2", "Amazon spent $26.3 billion", False),
        ("", "Amazon", False),
    ],
)
def test_only_verbatim_quotes_of_given_passages_are_held(
    passage: str, quote: str, kept: bool
) -> None:
    sources = {p.id: p for p in shown([evidence(TEXT, start=3)])}
    result = held([Citation(passage=passage, quote=quote, stance="supports")], sources, "c9")
    assert bool(result.evidence) is kept
    assert bool(result.dropped) is not kept
    for found in result.evidence:
        assert neutral(quote.strip()) in neutral(found.quote)
        assert found.quote == TEXT.removeprefix("xx ")
        assert found.quote == TEXT[found.quote_start : found.quote_end]
        assert (found.claim_id, found.stance) == ("c9", Stance.SUPPORTS)
