"""A call that ends when its time is up, whatever the other side does.

A time-out of an HTTP client starts anew with every byte that arrives. Calls run in one event loop
in the background, where a call that is too slow can be cut off and its connection closed.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Coroutine
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

T = TypeVar("T")

_GRACE_SECONDS = 1.0
"""For a call that is slow to be cut off; then it is left to itself."""


def within(seconds: float | None, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
    """The result of `call`, awaited for at most `seconds` on the clock (None: as long as it takes).

    Raises `TimeoutError` when the time is up, and what `call` raises.
    """
    future: Future[T] = asyncio.run_coroutine_threadsafe(_timed(seconds, call), _loop())
    try:
        return future.result(None if seconds is None else seconds + _GRACE_SECONDS)
    except CancelledError as error:
        raise TimeoutError("the call was cut off") from error
    finally:
        future.cancel()  # where waiting for it was interrupted


async def _timed(seconds: float | None, call: Callable[[], Coroutine[Any, Any, T]]) -> T:
    async with asyncio.timeout(seconds):
        return await call()


_LOOPS: list[asyncio.AbstractEventLoop] = []
_LOCK = threading.Lock()


def _loop() -> asyncio.AbstractEventLoop:
    """The one loop of this process, for connections belong to theirs; it ends with the process."""
    with _LOCK:
        if not _LOOPS:
            _LOOPS.append(asyncio.new_event_loop())
            threading.Thread(target=_LOOPS[0].run_forever, name="models", daemon=True).start()
        return _LOOPS[0]
