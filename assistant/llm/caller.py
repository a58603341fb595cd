"""One call to a language model: cached, counted, retried with bounds, held to a schema."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import ModelReplyError
from assistant.llm.cache import ReplyCache
from assistant.llm.cost import Ledger
from assistant.llm.failures import is_passing, retry_after, told
from assistant.llm.prompts import Prompt

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import AIMessage

Reply = TypeVar("Reply", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Asked(Generic[Reply]):
    """A validated reply and the tokens it took (none when it came from the cache)."""

    reply: Reply
    input_tokens: int = 0
    output_tokens: int = 0


_FENCE = re.compile(r"\A\s*```(?:json)?\s*(.*?)\s*```\s*\Z", re.DOTALL)
_REPAIR = "Your reply could not be used: {error}. Answer again, with the JSON object only."


class Caller:
    """Asks one chat model and returns validated replies.

    `sample` tells votes of one model apart in the
    cache. `cache` None means no cache. `wait` is the first pause before a retry in seconds.
    """

    def __init__(
        self,
        name: str,
        model: BaseChatModel,
        *,
        ledger: Ledger,
        cache: ReplyCache | None = None,
        retries: int = 3,
        sample: int = 0,
        wait: float = 1.0,
    ) -> None:
        self.name = name
        self._model = model
        self._ledger = ledger
        self._cache = cache
        self._retries = retries
        self._sample = sample
        self._wait = wait

    def ask(self, prompt: Prompt, schema: type[Reply], **values: str) -> Asked[Reply]:
        """Fill `prompt` with `values`, send it, and return the reply as `schema`.

        A reply that is no such object is sent back once with the error. Raises
        `ModelReplyError` when that fails too, `ModelTimeout` when load or time-outs outlast the
        retries, `SettingsError` for a refused key or an unreachable server, `BudgetSpent`.
        """
        messages = prompt.messages(**values)
        key = ReplyCache.key(self.name, self._sample, prompt.id, schema.__name__, messages)
        kept = self._cache.get(key) if self._cache else None
        if kept is not None:
            return Asked(schema.model_validate_json(kept))
        asked = self._asked(messages, schema)
        if self._cache:
            self._cache.put(key, asked.reply.model_dump_json())
        return asked

    def _asked(self, messages: list[tuple[str, str]], schema: type[Reply]) -> Asked[Reply]:
        raw = self._send(messages, schema)
        try:
            return Asked(_read(raw, schema), *_tokens(raw))
        except ModelReplyError as error:
            fault = error.message
        again = [*messages, ("ai", _text_of(raw)), ("human", _REPAIR.format(error=fault))]
        second = self._send(again, schema)
        (sent, received), (more_sent, more_received) = _tokens(raw), _tokens(second)
        return Asked(_read(second, schema), sent + more_sent, received + more_received)

    def _send(self, messages: list[tuple[str, str]], schema: type[BaseModel]) -> AIMessage:
        from tenacity import Retrying, retry_if_exception, stop_after_attempt
        from tenacity.wait import wait_exponential_jitter

        self._ledger.check()
        structured = self._model.with_structured_output(
            schema.model_json_schema(), include_raw=True
        )
        backoff = wait_exponential_jitter(initial=self._wait, max=30, jitter=self._wait)

        def pause(state: Any) -> float:
            asked = retry_after(state.outcome.exception() if state.outcome else None)
            return backoff(state) if asked is None else asked

        attempts = Retrying(
            stop=stop_after_attempt(self._retries + 1),
            wait=pause,
            retry=retry_if_exception(is_passing),
            reraise=True,
        )
        try:
            answered: Any = attempts(structured.invoke, messages)
        except Exception as error:
            # Every SDK has its own error types; `told` sorts them by status and cause.
            raise told(error, self.name) from error
        raw: AIMessage = answered["raw"]
        self._ledger.add(*_tokens(raw))
        return raw


def _tokens(raw: AIMessage) -> tuple[int, int]:
    used = raw.usage_metadata
    return (used["input_tokens"], used["output_tokens"]) if used else (0, 0)


def _read(raw: AIMessage, schema: type[Reply]) -> Reply:
    """The reply in `raw` as `schema`; strict, since lenient readers complete cut-off JSON."""
    try:
        if raw.tool_calls:
            return schema.model_validate(raw.tool_calls[0]["args"])
        text = _text_of(raw)
        fenced = _FENCE.match(text)
        return schema.model_validate(json.loads(fenced.group(1) if fenced else text))
    except json.JSONDecodeError as error:
        raise ModelReplyError(f"it is not JSON: {error.msg} at character {error.pos}") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the object"
        raise ModelReplyError(f"{where}: {first['msg']}") from error


def _text_of(raw: AIMessage) -> str:
    return raw.content if isinstance(raw.content, str) else str(raw.text)
