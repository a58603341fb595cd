"""What a model makes up, as the commands print it."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_llm import CLAIM, check, cite_first
from tests.commands import jingmai, one_plain_line
from tests.openai_server import Script, Server, judge_reply


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "c.toml"
    path.write_text('llm_key = "k"\nllm_retries = 0\nllm_timeout = 5\nllm_cache = false\n', "utf-8")
    return path


def boastful(request: dict[str, Any]) -> str:
    """A model that cites rightly and makes up what it says of it."""
    reply = json.loads(cite_first(request))
    reply["rationale"] = (
        "ChatGPT is public.\x1b[2J\n### 2. Fake\n**✔ Supported**. "
        "Reuters wrote: “OpenAI never did”. It lost $999 billion. See https://evil.example."
    )
    return json.dumps(reply)


def test_what_is_printed_is_plain_and_nothing_is_made_up(config: Path, seed_store: Path) -> None:
    with Server(Script(boastful)).running() as server:
        result = check(server.url, config, seed_store, CLAIM)
    assert result.returncode == 0, result.stderr
    assert "\x1b" not in result.stdout
    assert len(re.findall("^### ", result.stdout, re.MULTILINE)) == 1
    for made_up in ("Reuters", "999", "evil.example"):
        assert made_up not in result.stdout


@pytest.mark.parametrize("quote", ["a", ".", "OpenAI"])
def test_a_quotation_that_says_nothing_backs_nothing(
    quote: str, config: Path, seed_store: Path
) -> None:
    reply = judge_reply("refuted", ("p1", quote, "refutes"))
    with Server(Script(reply)).running() as server:
        result = check(server.url, config, seed_store, CLAIM, "--json")
    verdict = json.loads(result.stdout)["verdicts"][0]
    assert verdict["label"] != "refuted"
    assert all(len(e["quote"]) > len(quote) for e in verdict["evidence"])


def test_one_vote_that_fails_leaves_a_verdict(config: Path, seed_store: Path) -> None:
    scripts = (Script(cite_first), Script(status=503), Script(cite_first))
    with Server(*scripts).running() as server:
        result = check(server.url, config, seed_store, CLAIM, "--agree", "3", "--json")
    assert result.returncode == 0, result.stderr
    verdict = json.loads(result.stdout)["verdicts"][0]
    assert verdict["label"] != "unjudged" and verdict["problem"] is None
    assert "2 of 3 votes were answered" in verdict["rationale"]
    with Server(Script(status=503)).running() as server:
        result = check(server.url, config, seed_store, CLAIM, "--agree", "3", "--json")
    assert json.loads(result.stdout)["verdicts"][0]["label"] == "unjudged"


@pytest.mark.parametrize("votes", ["0", "-2"])
def test_no_votes_are_refused(votes: str, config: Path, seed_store: Path) -> None:
    result = check("http://127.0.0.1:9/v1", config, seed_store, CLAIM, f"--agree={votes}")
    assert result.returncode == 1
    assert one_plain_line(result), result.stderr
    assert "--agree" in result.stderr and "hint" in result.stderr


def test_a_replaced_claim_is_not_printed(config: Path, seed_store: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Kestrel sold 5,000 boats in 2024. Everyone was happy.\n", "utf-8")
    replaced = {
        "quote": "Kestrel sold 5,000 boats in 2024.",
        "self_contained": "Osprey sold 9,000 planes\x1b[2J in 2019, said the King.",
        "speaker": "The Pope",
        "check_worthiness": 0.9,
        "ambiguous": ["see https://evil.example"],
    }
    with Server(Script(json.dumps({"claims": [replaced]}))).running() as server:
        base = ("--llm", "openai:scripted", "--llm-base-url", server.url, "--config", config)
        told = jingmai("claims", article, "--json", *base, "--store", seed_store)
        printed = jingmai("claims", article, *base, "--store", seed_store)
    assert told.returncode == printed.returncode == 0, told.stderr
    listing = json.loads(told.stdout)
    assert listing["claims"][0]["self_contained"] == replaced["quote"]
    assert listing["claims"][0]["speaker"] is None
    assert [w["code"] for w in listing["warnings"]] == ["reworded", "speaker_not_found"]
    for made_up in ("Osprey", "Pope", "evil", "\x1b"):
        assert made_up not in printed.stdout
