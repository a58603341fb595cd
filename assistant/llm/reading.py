"""What a model sent, as the object that was asked for; nothing of it is trusted."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from assistant.errors import ModelReplyError
from assistant.plain import one_line

if TYPE_CHECKING:
    from langchain_core.messages import AIMessage

Reply = TypeVar("Reply", bound=BaseModel)

_FENCE = "```"
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENDED_EARLY = frozenset({"length", "max_tokens", "MAX_TOKENS"})
_LONGEST = 160


def reply_in(raw: AIMessage, schema: type[Reply]) -> Reply:
    """The reply in `raw` as `schema`. Raises `ModelReplyError`, saying in one line what is wrong.

    Strict: JSON that was cut off is not completed. Half surrogate pairs become U+FFFD.
    """
    told = raw.response_metadata
    if {told.get("finish_reason"), told.get("stop_reason")} & _ENDED_EARLY:
        raise ModelReplyError("it was cut off at the length limit")
    try:
        return schema.model_validate(_mended(_object(raw)))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"]) or "the object"
        raise ModelReplyError(_short(f"{where}: {first['msg']}")) from error
    except json.JSONDecodeError as error:
        raise ModelReplyError(f"it is not JSON: {error.msg} at character {error.pos}") from error
    except RecursionError as error:
        raise ModelReplyError("it is nested too deeply") from error
    except ValueError as error:  # a number of thousands of digits
        raise ModelReplyError("it holds a number that cannot be read") from error


def text_of(raw: AIMessage) -> str:
    """The words of a message."""
    return raw.content if isinstance(raw.content, str) else str(raw.text)


def writable(text: str) -> str:
    """`text` as UTF-8 can hold it, code point for code point: half a surrogate pair is U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def _object(raw: AIMessage) -> Any:
    if raw.tool_calls:
        return raw.tool_calls[0]["args"]
    text = text_of(raw).strip()
    if text.startswith(_FENCE) and text.endswith(_FENCE) and len(text) >= 2 * len(_FENCE):
        text = text.removeprefix(_FENCE).removesuffix(_FENCE).removeprefix("json")
    return json.loads(text)


def _mended(value: Any) -> Any:
    if isinstance(value, str):
        return writable(value)
    if isinstance(value, list):
        return [_mended(item) for item in value]
    if isinstance(value, dict):
        return {writable(str(key)): _mended(item) for key, item in value.items()}
    return value


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= _LONGEST else line[:_LONGEST] + "…"
