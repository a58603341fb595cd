"""Errors of the client libraries, told apart by type, status and cause: never by their words."""

import builtins
import socket

import httpx
import pytest

from assistant.errors import JingmaiError, ModelError, ModelReplyError, ModelTimeout, SettingsError
from assistant.llm.failures import is_passing, may_be_billed, reply_fault, retry_after, told


def error(library: str, *names: str, status: int | None = None) -> Exception:
    """An error of `library`, its type called by the first of `names` and derived from the rest."""
    kind: type = Exception
    for name in reversed(names):
        kind = type(name, (kind,), {"__module__": library})
    made = kind("sk-secret in the words")
    if status is not None:
        made.status_code = status  # type: ignore[attr-defined]
    return made  # type: ignore[no-any-return]


def answered(status: int) -> Exception:
    """An error that carries the answer alone."""
    request = httpx.Request("POST", "http://127.0.0.1/v1")
    return httpx.HTTPStatusError("x", request=request, response=httpx.Response(status))


def caused(outer: Exception, inner: BaseException) -> Exception:
    outer.__cause__ = inner
    return outer


STATUS = ("APIStatusError", "APIError")
CONNECTION = ("APIConnectionError", "APIError")


@pytest.mark.parametrize(
    ("raised", "kind", "passing"),
    [
        (error("openai", *STATUS, status=401), SettingsError, False),
        (error("anthropic", *STATUS, status=403), SettingsError, False),
        (error("openai", *STATUS, status=404), SettingsError, False),
        (error("openai", *STATUS, status=400), ModelError, False),
        (error("openai", *STATUS, status=408), ModelTimeout, True),
        (error("openai", *STATUS, status=429), ModelTimeout, True),
        (error("anthropic", *STATUS, status=529), ModelTimeout, True),
        (error("google.genai.errors", "APIError", status=503), ModelTimeout, True),
        (answered(401), SettingsError, False),
        (answered(502), ModelTimeout, True),
        (error("openai", "APITimeoutError", *CONNECTION), ModelTimeout, True),
        (error("anthropic", "APITimeoutError", *CONNECTION), ModelTimeout, True),
        (error("httpx", "ReadTimeout", "TimeoutException", "TransportError"), ModelTimeout, True),
        (error("httpx2", "ReadTimeout", "TimeoutException", "TransportError"), ModelTimeout, True),
        (error("requests.exceptions", "ReadTimeout", "Timeout"), ModelTimeout, True),
        (TimeoutError(), ModelTimeout, True),
        (error("openai", *CONNECTION), ModelTimeout, True),
        (error("httpx2", "RemoteProtocolError", "TransportError"), ModelTimeout, True),
        (ConnectionResetError(), ModelTimeout, True),
        (caused(error("openai", *CONNECTION), error("httpx2", "ConnectError", "TransportError")),
         SettingsError, True),
        (caused(error("anthropic", *CONNECTION), httpx.ConnectError("x")), SettingsError, True),
        (ConnectionRefusedError(), SettingsError, True),
        (socket.gaierror(), SettingsError, True),
        (caused(error("openai", *CONNECTION), error("httpx2", "InvalidURL")), SettingsError, False),
        (error("langchain_core.exceptions", "ModelAuthenticationError"), SettingsError, False),
        (error("langchain_core.exceptions", "ModelRateLimitError"), ModelTimeout, True),
        (error("langchain_core.exceptions", "ContextOverflowError"), ModelError, False),
        (error("somebody.elses", "Strange"), ModelError, False),
        (ModelTimeout("as it is", hint="h"), ModelTimeout, False),
    ],
    ids=lambda x: f"{type(x).__module__}.{type(x).__name__}" if isinstance(x, Exception) else None,
)  # fmt: skip
def test_what_an_error_is_told_as(raised: Exception, kind: type, passing: bool) -> None:
    said = told(raised, "openai:x")
    assert type(said) is kind and isinstance(said, JingmaiError)
    assert said.hint and "sk-secret" not in str(said)
    assert is_passing(raised) is passing
    assert reply_fault(raised) is None


@pytest.mark.parametrize(
    "raised",
    [
        error("openai", "LengthFinishReasonError"),
        error("openai", "ContentFilterFinishReasonError"),
        error("openai", "APIResponseValidationError", "APIError", status=200),
        error("openai", "APIError"),
        error("langchain_core.exceptions", "OutputParserException"),
        *(getattr(builtins, name)("x") for name in ("ValueError", "KeyError", "TypeError")),
        *(getattr(builtins, name)("x") for name in ("AttributeError", "IndexError")),
    ],
    ids=lambda x: type(x).__name__,
)
def test_a_reply_of_another_shape_is_a_bad_reply(raised: Exception) -> None:
    assert isinstance(reply_fault(raised), ModelReplyError)
    assert not is_passing(raised)


@pytest.mark.parametrize(
    ("raised", "billed"),
    [
        (TimeoutError(), True),
        (error("httpx2", "RemoteProtocolError", "TransportError"), True),
        (ConnectionRefusedError(), False),
        (error("openai", *STATUS, status=500), False),
    ],
)
def test_what_was_sent_off_may_be_billed(raised: Exception, billed: bool) -> None:
    assert may_be_billed(raised) is billed


@pytest.mark.parametrize(
    ("header", "seconds"),
    [("2", 2.0), ("0.5", 0.5), ("600", 30.0), ("-1", 0.0), ("nan", None), ("tomorrow", None)],
)
def test_the_wait_a_server_asks_for_is_bounded(header: str, seconds: float | None) -> None:
    raised = error("openai", *STATUS, status=429)
    raised.response = httpx.Response(429, headers={"retry-after": header})  # type: ignore[attr-defined]
    assert retry_after(raised) == seconds
