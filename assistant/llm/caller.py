"""One call to a language model: cached, counted, retried with bounds, held to a schema."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import uniform
from time import monotonic, sleep
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel

from assistant.errors import JingmaiError, ModelReplyError
from assistant.llm.cache import ReplyCache
from assistant.llm.clock import within
from assistant.llm.cost import Hold, Ledger, total_cost
from assistant.llm.estimate import REPLY_TOKENS, tokens_of
from assistant.llm.failures import is_passing, may_be_billed, reply_fault, retry_after, told
from assistant.llm.limits import Limits
from assistant.llm.meter import count_call
from assistant.llm.prompts import Prompt
from assistant.llm.reading import reply_in, text_of, writable
from assistant.types import Cost

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage

Reply = TypeVar("Reply", bound=BaseModel)
Messages = Sequence[tuple[str, str]]

_LONGEST_WAIT = 30.0
_REPAIR = "Your reply could not be used: {error}. Answer again, with the JSON object only."


@dataclass(frozen=True, slots=True)
class Asked(Generic[Reply]):
    """A validated reply, and what it used: nothing when it came from the cache."""

    reply: Reply
    input_tokens: int = 0
    output_tokens: int = 0
    cost: Cost = field(default_factory=Cost)


class Caller:
    """Asks one chat model and returns validated replies.

    `sample` tells votes of one model apart in the cache, `address` servers and `options` what a
    model is asked with. `cache` None means no cache, `limits` None none but this caller's own.
    `timeout` bounds an attempt on the clock, in seconds (None: only the model's client does).
    `wait` is the first pause before a retry in seconds.
    """

    def __init__(
        self,
        name: str,
        model: BaseChatModel,
        *,
        ledger: Ledger,
        cache: ReplyCache | None = None,
        limits: Limits | None = None,
        retries: int = 3,
        sample: int = 0,
        timeout: float | None = None,
        wait: float = 1.0,
        address: str = "",
        options: Mapping[str, object] | None = None,
    ) -> None:
        self.name = name
        self._model = model
        self._ledger = ledger
        self._cache = cache
        self._limits = limits or Limits(concurrency=1, rate=0)
        self._retries = retries
        self._sample = sample
        self._timeout = timeout
        self._wait = wait
        self._server = (address, sorted((options or {}).items()))

    def ask(self, prompt: Prompt, schema: type[Reply], **values: str) -> Asked[Reply]:
        """Fill `prompt` with `values`, send it, and return the reply as `schema`.

        A reply that is no such object is sent back once with the error. Raises
        `ModelReplyError` when that fails too, `ModelTimeout` when load or time-outs outlast the
        retries, `SettingsError` for a refused key or an unreachable server, `BudgetSpent`.
        """
        messages = [(role, writable(text)) for role, text in prompt.messages(**values)]
        form = schema.model_json_schema()
        key = ReplyCache.key(self.name, *self._server, self._sample, prompt.id, form, messages)
        kept = self._kept(key, schema)
        if kept is not None:
            return kept
        bill: list[Cost] = []
        started = monotonic()
        try:
            reply = self._replied(messages, schema, bill)
        finally:
            full = total_cost(bill)
            seconds = Cost(seconds=monotonic() - started)
            cost = total_cost([full, seconds])
            count_call(cost, full)
        self._keep(key, reply, full)
        return Asked(reply, cost.input_tokens, cost.output_tokens, cost)

    def _kept(self, key: str, schema: type[Reply]) -> Asked[Reply] | None:
        """The reply in the cache; None when there is none that can be read."""
        body = self._cache.get(key) if self._cache else None
        if body is None:
            return None
        try:
            row = json.loads(body)
            reply = schema.model_validate(row["reply"])
            sent, received, estimated = row["used"]
            full = self._ledger.cost_of(
                int(sent), int(received), model=self.name, estimated=bool(estimated)
            )
        except (ValueError, LookupError, TypeError, RecursionError):
            return None
        count_call(Cost(), full)
        return Asked(reply)

    def _keep(self, key: str, reply: BaseModel, full: Cost) -> None:
        if self._cache:
            used = (full.input_tokens, full.output_tokens, full.estimated)
            self._cache.put(key, json.dumps({"reply": reply.model_dump(mode="json"), "used": used}))

    def _replied(self, messages: Messages, schema: type[Reply], bill: list[Cost]) -> Reply:
        """The reply to `messages`; one that cannot be used is asked for once more."""
        said: Messages = ()
        try:
            raw = self._sent(messages, schema, bill)
            said = [("ai", writable(text_of(raw)))]
            return reply_in(raw, schema)
        except ModelReplyError as error:
            fault = error.message
        again = [*messages, *said, ("human", _REPAIR.format(error=fault))]
        try:
            return reply_in(self._sent(again, schema, bill), schema)
        except ModelReplyError as error:
            raise ModelReplyError(
                f"{self.name}: the reply cannot be used: {error.message}",
                hint=error.hint or "it was asked for twice; another model may do better",
            ) from error

    def _sent(self, messages: Messages, schema: type[BaseModel], bill: list[Cost]) -> AIMessage:
        """What the model answers, after as many attempts as load and broken connections ask for."""
        form = schema.model_json_schema()
        structured = self._model.with_structured_output(form, include_raw=True)
        expected = tokens_of([*(text for _, text in messages), json.dumps(form)])
        for attempt in range(self._retries + 1):
            try:
                return self._attempt(structured, messages, expected, bill)
            except JingmaiError:
                raise
            except Exception as error:
                # Every SDK has its own error types; they are sorted by status and cause.
                if fault := reply_fault(error):
                    raise fault from error
                if attempt == self._retries or not is_passing(error):
                    raise told(error, self.name) from error
                sleep(self._pause(attempt, error))
        raise AssertionError("unreachable")

    def _attempt(
        self, structured: Any, messages: Messages, expected: int, bill: list[Cost]
    ) -> AIMessage:
        with self._limits.slot():
            hold = self._ledger.hold(self.name, expected, REPLY_TOKENS)
            used = (0, 0, False)
            try:
                self._limits.pace()
                used = (expected, 0, True)  # for whatever ends this but an answer
                answered = within(self._timeout, lambda: structured.ainvoke(list(messages)))
                raw: AIMessage = answered["raw"]
                used = _used(raw, expected)
            except Exception as error:
                if not may_be_billed(error):
                    used = (0, 0, False)
                raise
            finally:
                bill.append(self._settled(hold, used))
        return raw

    def _settled(self, hold: Hold, used: tuple[int, int, bool]) -> Cost:
        sent, received, estimated = used
        return self._ledger.settle(hold, sent, received, estimated=estimated)

    def _pause(self, attempt: int, error: BaseException) -> float:
        """Seconds before the next attempt: what the server asks for, else doubling, with jitter."""
        asked = retry_after(error)
        if asked is not None:
            return asked
        return min(_LONGEST_WAIT, self._wait * 2.0**attempt + uniform(0, self._wait))


def _used(raw: AIMessage, expected: int) -> tuple[int, int, bool]:
    """Tokens in and out, and whether they are estimated because the server did not count them."""
    counted = raw.usage_metadata
    if counted and (counted["input_tokens"] or counted["output_tokens"]):
        return max(0, counted["input_tokens"]), max(0, counted["output_tokens"]), False
    return expected, tokens_of([text_of(raw)]), True
