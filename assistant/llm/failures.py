"""What went wrong with a call: mend it (user error), try again, or give up (machine error).

Every client library has errors of its own. They are told apart by type: by their names and the
library they come from, so that none has to be imported, and by the HTTP status they carry.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.errors import (
    JingmaiError,
    ModelError,
    ModelReplyError,
    ModelTimeout,
    SettingsError,
)

_LOAD = (408, 409, 425, 429)
_SDKS = ("openai", "anthropic")
_HTTP = ("httpx", "httpx2", "requests", "aiohttp")

_TIMEOUTS = frozenset(
    {
        *((sdk, "APITimeoutError") for sdk in _SDKS),
        *((http, "TimeoutException") for http in _HTTP),
        ("requests", "Timeout"),
        ("langchain_core", "ModelTimeoutError"),
        ("builtins", "TimeoutError"),
    }
)
_UNREACHED = frozenset(
    {
        *((http, "ConnectError") for http in _HTTP),
        *((http, "ProxyError") for http in _HTTP),
        ("requests", "ConnectionError"),
        ("aiohttp", "ClientConnectorError"),
        ("builtins", "ConnectionRefusedError"),
        ("socket", "gaierror"),
    }
)
_BROKEN = frozenset(
    {
        *((sdk, "APIConnectionError") for sdk in _SDKS),
        *((http, "TransportError") for http in _HTTP),
        ("requests", "ChunkedEncodingError"),
        ("langchain_core", "ModelConnectionError"),
        ("aiohttp", "ClientError"),
        ("builtins", "ConnectionError"),
    }
)
_ADDRESS = frozenset(
    {
        *((http, "InvalidURL") for http in _HTTP),
        *((http, "UnsupportedProtocol") for http in _HTTP),
        ("requests", "InvalidURL"),
    }
)
_CUT_OFF = frozenset({("openai", "LengthFinishReasonError")})
_WITHHELD = frozenset({("openai", "ContentFilterFinishReasonError")})
_TOO_LONG = frozenset({("langchain_core", "ContextOverflowError")})
_NO_REPLY = frozenset(
    {
        *((sdk, "APIResponseValidationError") for sdk in _SDKS),
        *((sdk, "APIError") for sdk in _SDKS),
        *((http, "DecodingError") for http in _HTTP),
        ("langchain_core", "OutputParserException"),
        # what reading a body of another shape raises
        ("builtins", "ValueError"),
        ("builtins", "LookupError"),
        ("builtins", "TypeError"),
        ("builtins", "AttributeError"),
        ("builtins", "RecursionError"),
        ("builtins", "AssertionError"),
    }
)

_STATUS = {
    ("langchain_core", "ModelAuthenticationError"): 401,
    ("langchain_core", "ModelPermissionDeniedError"): 403,
    ("langchain_core", "ModelNotFoundError"): 404,
    ("langchain_core", "ModelRateLimitError"): 429,
}
"""What errors without a status stand for."""


def is_passing(error: BaseException) -> bool:
    """Whether the same call may go through later: load, time-outs, broken connections."""
    status = status_of(error)
    if status is not None:
        return status in _LOAD or status >= 500
    return _is(error, _TIMEOUTS | _UNREACHED | _BROKEN) and not _is(error, _ADDRESS)


def may_be_billed(error: BaseException) -> bool:
    """Whether the model may have worked on a call that failed so: the request was sent off."""
    return status_of(error) is None and not _is(error, _UNREACHED | _ADDRESS)


def reply_fault(error: BaseException) -> ModelReplyError | None:
    """The error of a reply that came but cannot be used, None where something else went wrong."""
    if status_of(error) is not None or is_passing(error) or _is(error, _ADDRESS | _TOO_LONG):
        return None
    if _is(error, _CUT_OFF):
        return ModelReplyError("it was cut off at the length limit")
    if _is(error, _WITHHELD):
        return ModelReplyError("the service's content filter withheld it")
    if _is(error, _NO_REPLY):
        return ModelReplyError(
            "what the server sent is no chat completion",
            hint="check llm_base_url: is it the address of an OpenAI-compatible server?",
        )
    return None


def told(error: BaseException, model: str) -> JingmaiError:
    """The error to raise once retries are over, without keys or request text in it."""
    if isinstance(error, JingmaiError):
        return error
    status = status_of(error)
    if status is not None:
        return _of_status(status, error, model)
    if _is(error, _ADDRESS):
        return SettingsError(
            f"{model}: the address of its server cannot be used", hint="check llm_base_url"
        )
    if _is(error, _TIMEOUTS):
        return ModelTimeout(
            f"{model}: no answer in time", hint="raise llm_timeout, or try again later"
        )
    if _is(error, _UNREACHED):
        return SettingsError(
            f"{model}: the server cannot be reached",
            hint="is it running? check llm_base_url and the network",
        )
    if _is(error, _BROKEN):
        return ModelTimeout(
            f"{model}: the connection broke off again and again",
            hint="try again later; if it stays so, see what the server itself reports",
        )
    if _is(error, _TOO_LONG):
        return _too_long(model)
    return ModelError(
        f"{model}: the call failed ({type(error).__name__})",
        hint="check the model's name and llm_base_url",
    )


def status_of(error: BaseException) -> int | None:
    """The HTTP status of a failure that an SDK error carries, None without one."""
    for e in _chain(error):
        carriers = ((e, "status_code"), (e, "code"), (getattr(e, "response", None), "status_code"))
        for carrier, name in carriers:
            value = getattr(carrier, name, None)
            if isinstance(value, int) and 300 <= value <= 599:
                return value
    return next((status for kind, status in _STATUS.items() if _is(error, frozenset({kind}))), None)


def retry_after(error: BaseException | None) -> float | None:
    """Seconds the server asks to wait (Retry-After), at most 30; None when it says nothing."""
    for e in _chain(error):
        headers = getattr(getattr(e, "response", None), "headers", None) or {}
        try:
            asked = float(headers.get("retry-after", ""))
        except ValueError:
            continue
        return min(30.0, max(0.0, asked)) if asked == asked else None
    return None


def _of_status(status: int, error: BaseException, model: str) -> JingmaiError:
    if status in (401, 403):
        return SettingsError(
            f"{model}: the key was refused",
            hint="check the key and its rights; with llm_base_url it is llm_key or JINGMAI_LLM_KEY",
        )
    if status == 404:
        return SettingsError(
            f"{model}: no such model or address",
            hint="check the name after --llm, and llm_base_url",
        )
    if status in _LOAD or status >= 500:
        return ModelTimeout(
            f"{model}: the service answered {status} again and again",
            hint="it is overloaded or down: try again later, or lower llm_rate",
        )
    if status == 413 or _is(error, _TOO_LONG):
        return _too_long(model)
    return ModelError(
        f"{model}: the service refused the request ({status})",
        hint="see whether the model's name is right and it can answer in JSON",
    )


def _too_long(model: str) -> ModelError:
    return ModelError(
        f"{model}: the request is longer than the model can read",
        hint="lower top_k or sentences, or choose a model that reads more",
    )


def _is(error: BaseException, kinds: frozenset[tuple[str, str]]) -> bool:
    """Whether `error`, or what caused it, is one of `kinds`: library and name of a type."""
    return any(
        (kind.__module__.partition(".")[0], kind.__name__) in kinds
        for e in _chain(error)
        for kind in type(e).__mro__
    )


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
