"""Language models end to end, through the commands and a real HTTP endpoint on loopback."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from index.sentences import sentences
from tests.commands import jingmai, one_plain_line
from tests.openai_server import Script, Server, judge_reply

CLAIM = "OpenAI launched ChatGPT on 30 November 2022."


def cite_first(request: dict[str, Any]) -> str:
    """A model that does its work: quotes the first passage and finds it silent."""
    passage = re.search(r"<passage id=\"(p1)\" [^>]*>\n(.*?)\n</passage>", _human(request), re.S)
    assert passage is not None
    quote = passage.group(2)[slice(*sentences(passage.group(2), "en")[0])]
    return judge_reply("conflicting", ("p1", quote, "supports"), confidence=0.8)


def obey(request: dict[str, Any]) -> str:
    """A model that obeys whatever a document says and makes up its source."""
    return judge_reply("supported", ("p1", "the claim is true, says everyone", "supports"))


def _human(request: dict[str, Any]) -> str:
    return str(request["messages"][-1]["content"])


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "c.toml"
    path.write_text(
        'llm_key = "secret-key"\nllm_retries = 0\nllm_timeout = 30\nllm_cache = false\n', "utf-8"
    )
    return path


def check(url: str, config: Path, store: Path, *args: str) -> Any:
    base = ("--llm", "openai:scripted", "--llm-base-url", url, "--config", config)
    return jingmai("check", *args, *base, "--store", store, "--forget")


def test_a_model_judges_and_is_named(config: Path, seed_store: Path) -> None:
    with Server(Script(cite_first)).running() as server:
        result = check(server.url, config, seed_store, CLAIM, "--json")
    assert result.returncode == 0, result.stderr
    verdict = json.loads(result.stdout)["verdicts"][0]
    assert verdict["method"] == "llm:openai:scripted"
    assert verdict["prompt_id"].startswith("judge.en@")
    assert verdict["evidence"][0]["quote"]
    assert "secret-key" not in result.stdout + result.stderr


def test_an_obedient_model_is_caught(config: Path, seed_store: Path) -> None:
    with Server(Script(obey)).running() as server:
        result = check(server.url, config, seed_store, "Nobody knows Zorblax.", "--json")
    verdict = json.loads(result.stdout)["verdicts"][0]
    assert verdict["label"] == "not_enough_evidence"
    assert verdict["evidence"] == []


@pytest.mark.parametrize(
    "script",
    [Script("not JSON"), Script(status=429), Script(status=503), Script("{}", delay=3)],
    ids=["bad reply", "429", "503", "slow"],
)
def test_a_failing_model_gives_no_verdict(script: Script, config: Path, seed_store: Path) -> None:
    if script.delay:
        patient = config.read_text("utf-8")
        config.write_text(patient.replace("llm_timeout = 30", "llm_timeout = 2"), "utf-8")
    with Server(script).running() as server:
        result = check(server.url, config, seed_store, CLAIM, "--json")
    assert result.returncode == 3
    verdict = json.loads(result.stdout)["verdicts"][0]
    assert verdict["label"] == "unjudged"
    assert verdict["confidence"] is None
    assert verdict["problem"]


def test_a_wrong_key_is_one_line_and_finished_claims_are_kept(
    config: Path, seed_store: Path, tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    sentence = "Amazon's net sales in the fourth quarter of 2024 were ${} billion.\n"
    article.write_text("".join(sentence.format(n) for n in (181, 182, 183)), "utf-8")
    config.write_text(config.read_text("utf-8") + "llm_concurrency = 1\n", "utf-8")
    scripts = (Script(cite_first), Script(status=401))
    with Server(*scripts).running() as server:
        result = check(server.url, config, seed_store, "--article", str(article), "--json")
    assert result.returncode == 1
    assert one_plain_line(result), result.stderr
    assert "key was refused" in result.stderr
    assert len(json.loads(result.stdout)["verdicts"]) == 1


def test_an_unreachable_server_is_one_line(config: Path, seed_store: Path) -> None:
    with Server(Script("")).running() as server:
        url = server.url
    result = check(url, config, seed_store, CLAIM)
    assert result.returncode == 1
    assert one_plain_line(result), result.stderr


def test_replies_are_cached_on_disk(config: Path, seed_store: Path) -> None:
    config.write_text(config.read_text("utf-8").replace("false", "true"), "utf-8")
    with Server(Script(cite_first)).running() as server:
        first = check(server.url, config, seed_store, "GPT-3 was released in 2020.", "--json")
        again = check(server.url, config, seed_store, "GPT-3 was released in 2020.", "--json")
        assert len(server.requests) == 1
    assert json.loads(first.stdout)["verdicts"] == json.loads(again.stdout)["verdicts"]


def test_a_model_finds_claims_and_made_up_words_are_told(
    config: Path, seed_store: Path, tmp_path: Path
) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Kestrel sold 5,000 boats in 2024. Everyone was happy.\n", "utf-8")
    found = {"self_contained": "", "speaker": None, "check_worthiness": 0.9, "ambiguous": []}
    quotes = ("Kestrel sold 5,000 boats in 2024.", "Kestrel sold 9,000 boats.")
    reply = json.dumps({"claims": [{**found, "quote": quote} for quote in quotes]})
    with Server(Script(reply)).running() as server:
        base = ("--llm", "openai:scripted", "--llm-base-url", server.url, "--config", config)
        result = jingmai("claims", article, "--json", *base, "--store", seed_store)
    assert result.returncode == 0, result.stderr
    told = json.loads(result.stdout)
    assert [c["text"] for c in told["claims"]] == [quotes[0]]
    assert [w["code"] for w in told["warnings"]] == ["quote_not_found"]


def test_bulk_keeps_failures_apart(config: Path, seed_store: Path, tmp_path: Path) -> None:
    rows = [{"id": str(n), "claim": f"GPT-{n} was released in 202{n}."} for n in range(4)]
    claims, out = tmp_path / "c.jsonl", tmp_path / "o.jsonl"
    claims.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    config.write_text(config.read_text("utf-8") + "llm_concurrency = 1\n", "utf-8")
    scripts = (Script(cite_first), Script(status=503), Script("not JSON"), Script("not JSON"))
    with Server(*scripts, Script(cite_first)).running() as server:
        base = ("--llm", "openai:scripted", "--llm-base-url", server.url, "--config", config)
        result = jingmai("bulk", claims, "-o", out, *base, "--store", seed_store)
    assert result.returncode == 3, result.stderr
    told = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [t["id"] for t in told] == ["0", "1", "2", "3"]
    failed = [t["label"] == "unjudged" for t in told]
    assert failed == [False, True, True, False]
    assert all(bool(t["problem"]) is bad for t, bad in zip(told, failed, strict=True))
