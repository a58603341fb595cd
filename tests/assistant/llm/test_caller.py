"""Calls against a real HTTP endpoint: retries, repair, cache, budget, and how failures are told."""

from pathlib import Path

import pytest

from assistant.errors import BudgetSpent, ModelError, ModelReplyError, ModelTimeout, SettingsError
from assistant.llm.cache import ReplyCache
from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger
from assistant.llm.models import open_model
from assistant.llm.prompts import load_prompt
from assistant.llm.schemas import JudgeReply, QueriesReply
from assistant.settings import Settings
from tests.openai_server import Script, Server, judge_reply

GOOD = '{"thai": ["ก"], "english": ["a"]}'
PROMPT = load_prompt("queries", "en")


def caller(url: str, *, cache: ReplyCache | None = None, **settings: object) -> Caller:
    options: dict[str, object] = {"llm_base_url": url, "llm_key": "k", "llm_timeout": 1.0}
    chosen = Settings(**{**options, **settings})  # type: ignore[arg-type]
    return Caller(
        "openai:scripted",
        open_model("openai:scripted", chosen),
        ledger=Ledger(chosen),
        cache=cache,
        retries=2,
        wait=0.01,
    )


def ask(*scripts: Script, **settings: object) -> tuple[QueriesReply, Server]:
    with Server(*scripts).running() as server:
        return caller(server.url, **settings).ask(PROMPT, QueriesReply, claim="x").reply, server


@pytest.mark.parametrize("text", [GOOD, f"```json\n{GOOD}\n```", f"  {GOOD}\n"])
@pytest.mark.parametrize("stream", [False, True])
def test_a_good_reply_is_read(text: str, stream: bool) -> None:
    reply, server = ask(Script(text), llm_stream=stream)
    assert reply == QueriesReply(thai=["ก"], english=["a"])
    assert len(server.requests) == 1
    assert server.requests[0]["authorization"] == "Bearer k"
    assert server.requests[0].get("stream", False) is stream


@pytest.mark.parametrize("bad", [GOOD[:-8], "no", '{"thai": []}', '{"thai": [], "english": 3}', ""])
def test_a_bad_reply_is_sent_back_once_with_the_error(bad: str) -> None:
    reply, server = ask(Script(bad), Script(GOOD))
    assert reply.english == ["a"]
    assert len(server.requests) == 2
    assert "could not be used" in server.requests[1]["messages"][-1]["content"]


def test_two_bad_replies_are_a_failure() -> None:
    with pytest.raises(ModelReplyError):
        ask(Script("no"))


@pytest.mark.parametrize("status", [429, 500, 503])
def test_load_is_retried(status: int) -> None:
    reply, server = ask(Script(status=status), Script(status=status), Script(GOOD))
    assert reply.thai == ["ก"]
    assert len(server.requests) == 3


def test_the_server_may_say_when_to_come_back() -> None:
    reply, _ = ask(Script(status=429, headers={"retry-after": "0"}), Script(GOOD))
    assert reply.thai == ["ก"]


@pytest.mark.parametrize(
    ("script", "error", "calls"),
    [
        (Script(status=429), ModelTimeout, 3),
        (Script(status=500), ModelTimeout, 3),
        (Script(GOOD, delay=1.6), ModelTimeout, 3),
        (Script(status=401), SettingsError, 1),
        (Script(status=404), SettingsError, 1),
        (Script(status=400), ModelError, 1),
    ],
    ids=["429", "500", "slow", "401", "404", "400"],
)
def test_failures_are_told_by_type(script: Script, error: type[Exception], calls: int) -> None:
    with Server(script).running() as server:
        with pytest.raises(error) as caught:
            caller(server.url).ask(PROMPT, QueriesReply, claim="x")
        assert len(server.requests) == calls
    assert "Bearer" not in str(caught.value)


def test_an_unreachable_server_is_the_users_to_mend() -> None:
    with Server(Script(GOOD)).running() as server:
        url = server.url
    with pytest.raises(SettingsError, match="cannot be reached"):
        caller(url).ask(PROMPT, QueriesReply, claim="x")


def test_the_cache_answers_the_second_time_and_is_keyed_by_everything(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path / "c.sqlite")
    with Server(Script(GOOD)).running() as server:
        asking = caller(server.url, cache=cache)
        first = asking.ask(PROMPT, QueriesReply, claim="x")
        again = asking.ask(PROMPT, QueriesReply, claim="x")
        asking.ask(PROMPT, QueriesReply, claim="y")
        asking.ask(load_prompt("queries", "th"), QueriesReply, claim="x")
        assert len(server.requests) == 3
    assert again.reply == first.reply
    assert (first.input_tokens, first.output_tokens) == (100, 20)
    assert (again.input_tokens, again.output_tokens) == (0, 0)
    cache.close()


@pytest.mark.parametrize("limit", [{"budget_tokens": 200}, {"budget_usd": 0.0002}])
def test_the_budget_stops_the_next_call(limit: dict[str, object]) -> None:
    with Server(Script(GOOD)).running() as server:
        asking = caller(server.url, llm_price_in=1.0, llm_price_out=1.0, **limit)
        asking.ask(PROMPT, QueriesReply, claim="x")
        asking.ask(PROMPT, QueriesReply, claim="y")
        with pytest.raises(BudgetSpent):
            asking.ask(PROMPT, QueriesReply, claim="z")
        assert len(server.requests) == 2


def test_unknown_keys_in_a_reply_are_refused() -> None:
    extra = judge_reply("supported").replace('"label"', '"verdict": 1, "label"')
    with Server(Script(extra), Script(judge_reply("refuted"))).running() as server:
        values = dict.fromkeys(("today", "cutoff", "claim", "passages", "computed"), "x")
        prompt = load_prompt("judge", "en")
        assert caller(server.url).ask(prompt, JudgeReply, **values).reply.label == "refuted"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gpt", "unknown language model"),
        ("nobody:x", "unknown language model"),
        ("openai:", "unknown language model"),
    ],
)
def test_wrong_names_are_told(name: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        open_model(name, Settings())


def test_a_missing_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        open_model("openai:x", Settings())


def test_a_missing_package_names_its_extra() -> None:
    pytest.importorskip("langchain_openai")
    with pytest.raises(SettingsError, match=r"jingmai\[anthropic\]"):
        open_model("anthropic:x", Settings(llm_key="k"))
