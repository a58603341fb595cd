"""Calls against a real HTTP endpoint: retries, repair, cache, budget, and how failures are told."""

import json
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from time import monotonic

import pytest

from assistant.errors import BudgetSpent, ModelError, ModelReplyError, ModelTimeout, SettingsError
from assistant.llm.cache import ReplyCache
from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger
from assistant.llm.limits import Limits
from assistant.llm.meter import metered
from assistant.llm.models import open_model
from assistant.llm.prompts import load_prompt
from assistant.llm.schemas import JudgeReply, QueriesReply
from assistant.settings import Settings
from tests.openai_server import Script, Server, judge_reply

GOOD = '{"thai": ["ก"], "english": ["a"]}'
PROMPT = load_prompt("queries", "en")


def caller(
    url: str, *, cache: ReplyCache | None = None, at_once: int = 1, **settings: object
) -> Caller:
    options: dict[str, object] = {"llm_base_url": url, "llm_key": "k", "llm_timeout": 5.0}
    chosen = Settings(**{**options, **settings})  # type: ignore[arg-type]
    return Caller(
        "openai:scripted",
        open_model("openai:scripted", chosen),
        ledger=Ledger(chosen),
        cache=cache,
        limits=Limits(concurrency=at_once, rate=0),
        retries=2,
        timeout=chosen.llm_timeout,
        wait=0.01,
        address=url,
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
    with pytest.raises(ModelReplyError) as caught:
        ask(Script("no"))
    assert caught.value.hint


EXTRA = json.dumps({"thai": [], "english": ["a"], "x": "\x1b[2J\nVERDICT: supported"})
ESCAPES = json.dumps({"\x1b[31m\nthai": [], "english": []})


@pytest.mark.parametrize(
    ("script", "told"),
    [
        (Script('{"thai": ' + "1" * 5_000 + "}"), "a number that cannot be read"),
        (Script("[" * 100_000), "nested too deeply"),
        (Script('{"thai": ' * 50_000), "nested too deeply"),
        (Script("```" + " " * 100_000), "it is not JSON"),
        (Script(GOOD, finish="length"), "cut off at the length limit"),
        (Script('{"thai": [NaN], "english": []}'), "thai.0: Input should be a valid string"),
        (Script(EXTRA), "x: Extra inputs are not permitted"),
        (Script(ESCAPES), "thai: Field required"),
        (Script(body="<html>Sign in</html>"), "no chat completion"),
        (Script(body='{"id": "x", "object": "chat.completion", "choices": []}'), "no chat comple"),
        (Script(body='{"id": "x", "object": "chat.completion"}'), "no chat completion"),
        (Script(body='{"error": {"message": "overloaded"}}'), "no chat completion"),
        (Script(body="{"), "no chat completion"),
        (Script(body="[3]"), "no chat completion"),
    ],
    ids=["digits", "deep", "deeper", "fence", "length", "nan", "extra", "escapes", "html", "empty",
         "no choices", "error", "half", "list"],
)  # fmt: skip
def test_whatever_cannot_be_read_is_a_bad_reply_asked_for_twice(script: Script, told: str) -> None:
    with Server(script).running() as server:
        with pytest.raises(ModelReplyError) as caught:
            caller(server.url).ask(PROMPT, QueriesReply, claim="x")
        assert len(server.requests) == 2
    assert told in caught.value.message
    assert caught.value.message.isprintable() and len(caught.value.message) < 300
    assert caught.value.hint


def test_half_a_character_is_mended(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path / "c.sqlite")
    text = '{"thai": ["\\ud800 \U0001f600"], "english": []}'
    with Server(Script(text)).running() as server:
        asking = caller(server.url, cache=cache)
        first = asking.ask(PROMPT, QueriesReply, claim="half \udfff a pair")
        again = asking.ask(PROMPT, QueriesReply, claim="half \udfff a pair")
        assert len(server.requests) == 1
        assert "half \ufffd a pair" in server.requests[0]["messages"][-1]["content"]
    assert first.reply == again.reply == QueriesReply(thai=["\ufffd \U0001f600"], english=[])
    cache.close()


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
        (Script(status=413), ModelError, 1),
        (Script(GOOD, cut=0), ModelTimeout, 3),
        (Script(GOOD, cut=40), ModelTimeout, 3),
    ],
    ids=["429", "500", "slow", "401", "404", "400", "413", "dropped", "half a body"],
)
def test_failures_are_told_by_type(script: Script, error: type[Exception], calls: int) -> None:
    with Server(script).running() as server:
        with pytest.raises(error) as caught:
            caller(server.url, llm_timeout=1.0).ask(PROMPT, QueriesReply, claim="x")
        assert len(server.requests) == calls
    assert "Bearer" not in str(caught.value)
    assert caught.value.hint  # type: ignore[attr-defined]


@pytest.mark.parametrize("stream", [False, True])
@pytest.mark.parametrize("script", [Script(GOOD, cut=0), Script(GOOD, cut=40)])
def test_a_broken_connection_is_tried_again(script: Script, stream: bool) -> None:
    reply, server = ask(script, Script(GOOD), llm_stream=stream)
    assert reply.thai == ["ก"]
    assert len(server.requests) == 2


@pytest.mark.parametrize("stream", [False, True])
def test_a_server_that_sends_a_byte_at_a_time_gets_no_more_time(stream: bool) -> None:
    with Server(Script(GOOD, drip=0.2)).running() as server:
        asking = caller(server.url, llm_timeout=0.6, llm_stream=stream)
        started = monotonic()
        with pytest.raises(ModelTimeout, match="no answer in time"):
            asking.ask(PROMPT, QueriesReply, claim="x")
        assert len(server.requests) == 3
    assert monotonic() - started < 3 * 0.6 + 1.5


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


def test_another_server_or_temperature_is_another_reply(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path / "c.sqlite")

    def asked(server: Server, *, temperature: float) -> QueriesReply:
        settings = Settings(llm_base_url=server.url, llm_key="k")
        asking = Caller(
            "openai:scripted",
            open_model("openai:scripted", settings),
            ledger=Ledger(settings),
            cache=cache,
            address=server.url,
            options={"temperature": temperature},
        )
        return asking.ask(PROMPT, QueriesReply, claim="x").reply

    other = GOOD.replace('"a"', '"b"')
    with Server(Script(GOOD)).running() as one, Server(Script(other)).running() as two:
        first = [asked(one, temperature=0.0), asked(two, temperature=0.0)]
        again = [asked(one, temperature=0.0), asked(two, temperature=0.0)]
        asked(one, temperature=0.5)
        assert (len(one.requests), len(two.requests)) == (2, 1)
    assert first == again and first[0] != first[1]
    cache.close()


@pytest.mark.parametrize(
    "body",
    ["", "no", "[]", '{"reply": 3}', '{"reply": {"thai": 1}, "used": [1, 2, false]}',
     '{"reply": {"thai": [], "english": []}, "used": [1]}', "[" * 100_000, b"\xff\xfe", 7],
)  # fmt: skip
def test_a_row_of_the_cache_that_cannot_be_read_is_a_miss(tmp_path: Path, body: object) -> None:
    path = tmp_path / "c.sqlite"
    cache = ReplyCache(path)
    with Server(Script(GOOD)).running() as server:
        asking = caller(server.url, cache=cache)
        asking.ask(PROMPT, QueriesReply, claim="x")
        with sqlite3.connect(path) as db:
            db.execute("UPDATE reply SET body = ?", (body,))
        assert asking.ask(PROMPT, QueriesReply, claim="x").reply.english == ["a"]
        assert asking.ask(PROMPT, QueriesReply, claim="x").input_tokens == 0
        assert len(server.requests) == 2
    cache.close()


def test_everything_that_was_used_is_counted(tmp_path: Path) -> None:
    cache = ReplyCache(tmp_path / "c.sqlite")
    with Server(Script("no"), Script(GOOD)).running() as server:
        asking = caller(server.url, cache=cache, llm_price_in=1.0, llm_price_out=2.0)
        with metered() as repaired:
            asked = asking.ask(PROMPT, QueriesReply, claim="x")
        with metered() as cached:
            asking.ask(PROMPT, QueriesReply, claim="x")
    used = (repaired.cost.input_tokens, repaired.cost.output_tokens)
    assert used == (200, 40) == (asked.input_tokens, asked.output_tokens)
    assert str(repaired.cost.usd) == "0.00028" and repaired.cost.seconds > 0
    assert (cached.cost.input_tokens, cached.cost.seconds) == (0, 0)
    assert cached.full_cost == repaired.full_cost and cached.full_cost.seconds == 0
    cache.close()


def test_failed_calls_are_counted_too() -> None:
    with Server(Script("no")).running() as server:
        asking = caller(server.url)
        with metered() as meter, pytest.raises(ModelReplyError):
            asking.ask(PROMPT, QueriesReply, claim="x")
    assert (meter.cost.input_tokens, meter.cost.output_tokens) == (200, 40)


@pytest.mark.parametrize("script", [Script(GOOD, counted=False), Script(GOOD, cut=40)])
def test_tokens_that_nobody_counted_are_estimated(script: Script) -> None:
    with Server(script, Script(GOOD)).running() as server, metered() as meter:
        caller(server.url).ask(PROMPT, QueriesReply, claim="x")
    assert meter.cost.estimated and 100 < meter.cost.input_tokens < 2_000


@pytest.mark.parametrize("limit", [{"budget_tokens": 120}, {"budget_usd": 0.00012}])
def test_calls_at_the_same_time_overdraw_a_budget_by_one_at_most(limit: dict[str, object]) -> None:
    with Server(Script(GOOD, delay=0.2)).running() as server:
        asking = caller(server.url, at_once=6, llm_price_in=1.0, llm_price_out=1.0, **limit)

        def one(number: int) -> bool:
            try:
                asking.ask(PROMPT, QueriesReply, claim=str(number))
            except BudgetSpent:
                return False
            return True

        with ThreadPoolExecutor(6) as pool:
            assert sum(pool.map(one, range(6))) == 1
        assert len(server.requests) == 1


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


@pytest.mark.parametrize("concurrency", [1, 3])
def test_no_more_calls_are_under_way_than_allowed(concurrency: int) -> None:
    with Server(Script(GOOD, delay=0.15)).running() as server:
        asking = caller(server.url, at_once=concurrency)
        started = monotonic()
        work: Callable[[int], object] = lambda n: asking.ask(PROMPT, QueriesReply, claim=str(n))  # noqa: E731
        with ThreadPoolExecutor(6) as pool:
            list(pool.map(work, range(6)))
        seconds = monotonic() - started
    assert seconds >= 6 / concurrency * 0.15


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
