"""The gate of a page with logins: who is in, and that nobody gets what another has made.

Gradio asks for a login but then treats all who are in alike: whoever has the address of a file or
the name of a session may use it. Here both belong to the login that brought them.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from starlette.requests import HTTPConnection
from starlette.responses import HTMLResponse, PlainTextResponse, Response

from assistant.ui.owned import Owned

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

_API = "/gradio_api/"
_FILE = (f"{_API}file=", f"{_API}file/")
_UPLOAD = f"{_API}upload"
_BEAT = f"{_API}heartbeat/"
_OPEN = frozenset(f"{_API}{name}" for name in ("startup-events", "theme.css", "app_id"))
"""What gradio asks itself as it starts, and what its clients ask before they log in."""
_NO_LOGIN = "A login is needed."
_NOT_YOURS = "This is not yours."


class Gate:
    """Around gradio's app. Strangers get `sign_in` (HTML) for a page; what belongs to whom is
    kept in `owned`."""

    def __init__(self, app: ASGIApp, *, owned: Owned, sign_in: str) -> None:
        self._app = app
        self._owned = owned
        self._sign_in = sign_in

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or let through."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        login = login_of(scope)
        if scope["path"] == "/logout":
            _forget(scope)
        path, method = str(scope["path"]), str(scope["method"])
        if login is None:
            await self._for_a_stranger(path, method)(scope, receive, send)
            return
        refused: Response | None = None
        if path.startswith(_FILE) and not self._owned.has(login, path[len(_FILE[0]) :]):
            refused = PlainTextResponse(_NOT_YOURS, 404)
        elif path == _UPLOAD:
            send = self._noting(send, login)
        elif path.startswith(_API):
            body, receive = await _read(scope, receive)
            if not self._may(login, scope, body):
                refused = PlainTextResponse(_NOT_YOURS, 403)
        await (refused or self._app)(scope, receive, send)

    def _for_a_stranger(self, path: str, method: str) -> ASGIApp:
        if path == "/" and method in ("GET", "HEAD"):
            return HTMLResponse(self._sign_in, headers={"Cache-Control": "no-store"})
        if path.startswith(_API) and path not in _OPEN:
            return PlainTextResponse(_NO_LOGIN, 401)
        return self._app

    def _may(self, login: str, scope: Scope, body: Any) -> bool:
        return all(
            self._owned.take(f"session {name}", login) for name in _sessions(scope, body)
        ) and all(self._owned.has(login, path) for path in _paths(body))

    def _noting(self, send: Send, login: str) -> Send:
        """`send`, and what it answers to an upload is noted as that login's."""
        told = bytearray()

        async def noting(message: Message) -> None:
            if message["type"] == "http.response.body":
                told.extend(message.get("body", b""))
                if not message.get("more_body"):
                    found = _parsed(bytes(told))
                    for path in found if isinstance(found, list) else ():
                        self._owned.give(str(path), login)
            await send(message)

        return noting


def login_of(scope: Scope) -> str | None:
    """Who is logged in by the cookies of a request; None for a stranger."""
    found = [scope["app"].tokens.get(token) for token in _tokens(scope)]
    return str(found[0]) if found and found[0] is not None else None


def _tokens(scope: Scope) -> list[str]:
    """What gradio's cookies hold, the one that it heeds first."""
    cookies, key = HTTPConnection(scope).cookies, scope["app"].cookie_id
    kinds = (f"access-token-{key}", f"access-token-unsecure-{key}")
    return [cookies[kind] for kind in kinds if cookies.get(kind)]


def _forget(scope: Scope) -> None:
    """End a login for good: gradio forgets the cookies, and the token only of secure pages."""
    for token in _tokens(scope):
        scope["app"].tokens.pop(token, None)


async def _read(scope: Scope, receive: Receive) -> tuple[Any, Receive]:
    """The JSON in a request's body, None where there is none, and a way to read it once more."""
    if scope["method"] != "POST":
        return None, receive
    messages: list[Message] = []
    while True:
        messages.append(await receive())
        if messages[-1]["type"] != "http.request" or not messages[-1].get("more_body"):
            break
    whole = b"".join(m.get("body", b"") for m in messages)
    waiting = iter(messages)

    async def again() -> Message:
        return next(waiting, None) or await receive()

    return _parsed(whole), again


def _parsed(data: bytes) -> Any:
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        return None


def _sessions(scope: Scope, body: Any) -> Iterator[str]:
    """The sessions that a request names: in its address, its query or its body."""
    if scope["path"].startswith(_BEAT):
        yield scope["path"].removeprefix(_BEAT)
    for place in (HTTPConnection(scope).query_params, body):
        if isinstance(place, Mapping) and isinstance(name := place.get("session_hash"), str):
            yield name


def _paths(value: Any) -> Iterator[str]:
    """The files that a request names: gradio's file data have a "path"."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, dict):
            if isinstance(path := part.get("path"), str) and path:
                yield path
            waiting.extend(part.values())
        elif isinstance(part, list):
            waiting.extend(part)
