"""What went wrong with a call: mend it (user error), try again, or give up (machine error)."""

from __future__ import annotations

from collections.abc import Iterator

import httpx

from assistant.errors import JingmaiError, ModelError, ModelTimeout, SettingsError

_LOAD = (408, 409, 425, 429)


def is_passing(error: BaseException) -> bool:
    """Whether the same call may go through later: load, time-outs, broken connections."""
    status = status_of(error)
    if status is not None:
        return status in _LOAD or status >= 500
    return any(
        isinstance(e, TimeoutError | ConnectionError | httpx.TransportError) for e in _chain(error)
    )


def told(error: BaseException, model: str) -> JingmaiError:
    """The error to raise once retries are over, without keys or request text in it."""
    status = status_of(error)
    if status in (401, 403):
        return SettingsError(f"{model}: the key was refused", hint="check the key and its rights")
    if status == 404:
        return SettingsError(f"{model}: no such model or address", hint="check --llm and base_url")
    if status is not None and is_passing(error):
        return ModelTimeout(f"{model}: the service answered {status} again and again")
    if status is not None:
        return ModelError(f"{model}: the service refused the request ({status})")
    causes = list(_chain(error))
    if any(isinstance(e, TimeoutError | httpx.TimeoutException) for e in causes):
        return ModelTimeout(f"{model}: no answer in time", hint="raise llm_timeout")
    if any(isinstance(e, ConnectionError | httpx.ConnectError) for e in causes):
        return SettingsError(
            f"{model}: the server cannot be reached", hint="is it running? check llm_base_url"
        )
    return ModelError(f"{model}: {type(error).__name__}")


def status_of(error: BaseException) -> int | None:
    """The HTTP status an SDK error carries, None without one."""
    for e in _chain(error):
        for name in ("status_code", "code"):
            value = getattr(e, name, None)
            if isinstance(value, int) and 100 <= value <= 599:
                return value
    return None


def retry_after(error: BaseException | None) -> float | None:
    """Seconds the server asks to wait (Retry-After), at most 30; None when it says nothing."""
    for e in _chain(error):
        headers = getattr(getattr(e, "response", None), "headers", None) or {}
        try:
            return min(30.0, max(0.0, float(headers.get("retry-after", ""))))
        except ValueError:
            continue
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
