"""A local OpenAI-compatible server whose replies are scripted: a real HTTP endpoint for tests."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Request = dict[str, Any]


@dataclass
class Script:
    """One scripted reply: a status, a text (or a function of the request), a delay in seconds.

    `body` is sent in the place of a completion. `counted` says whether tokens are. `cut` bytes of
    the answer are sent before the connection breaks off, and `drip` seconds pass after each byte.
    """

    text: str | Callable[[Request], str] = ""
    status: int = 200
    delay: float = 0.0
    headers: dict[str, str] = field(default_factory=dict)
    finish: str = "stop"
    body: str | None = None
    counted: bool = True
    cut: int | None = None
    drip: float = 0.0


class Server:
    """Answers `/v1/chat/completions` from `scripts` in turn; the last one repeats."""

    def __init__(self, *scripts: Script) -> None:
        self.scripts = list(scripts)
        self.requests: list[Request] = []
        self._lock = threading.Lock()
        owner = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                request = json.loads(body)
                request["authorization"] = self.headers.get("authorization", "")
                owner.answer(self, request)

            def log_message(self, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}/v1"

    def answer(self, handler: BaseHTTPRequestHandler, request: Request) -> None:
        with self._lock:
            self.requests.append(request)
            script = self.scripts.pop(0) if len(self.scripts) > 1 else self.scripts[0]
        time.sleep(script.delay)
        text = script.text(request) if callable(script.text) else script.text
        try:
            if script.body is not None:
                kind = "application/json" if script.body[:1] in "{[" else "text/html"
                self._send(handler, script, script.body.encode(), kind)
            elif script.status != 200:
                self._send(handler, script, json.dumps({"error": {"message": text}}).encode())
            elif request.get("stream"):
                self._send(handler, script, _streamed(text, script), "text/event-stream")
            else:
                self._send(handler, script, json.dumps(_whole(text, script)).encode())
        except (BrokenPipeError, ConnectionResetError):
            pass  # the client gave up waiting, as it should

    def _send(
        self,
        handler: BaseHTTPRequestHandler,
        script: Script,
        body: bytes,
        kind: str = "application/json",
    ) -> None:
        handler.send_response(script.status)
        handler.send_header("content-type", kind)
        handler.send_header("content-length", str(len(body)))
        for name, value in script.headers.items():
            handler.send_header(name, value)
        handler.close_connection = script.cut is not None
        if script.cut != 0:
            handler.end_headers()
        for byte in body if script.drip else ():
            handler.wfile.write(bytes([byte]))
            handler.wfile.flush()
            time.sleep(script.drip)
        if not script.drip and script.cut != 0:
            handler.wfile.write(body[: script.cut])

    @contextmanager
    def running(self) -> Iterator[Server]:
        serve = partial(self._http.serve_forever, poll_interval=0.01)  # how long its end takes
        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        try:
            yield self
        finally:
            self._http.shutdown()
            self._http.server_close()
            thread.join()


_USAGE = {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120}


def _whole(text: str, script: Script) -> dict[str, Any]:
    return {
        "id": "x",
        "object": "chat.completion",
        "created": 0,
        "model": "scripted",
        "choices": [
            {
                "index": 0,
                "message": {"role": "assistant", "content": text},
                "finish_reason": script.finish,
            }
        ],
        **({"usage": _USAGE} if script.counted else {}),
    }


def _streamed(text: str, script: Script) -> bytes:
    base = {"id": "x", "object": "chat.completion.chunk", "created": 0, "model": "scripted"}
    parts = [text[i : i + 40] for i in range(0, len(text), 40)]
    chunks: list[dict[str, Any]] = [
        {**base, "choices": [{"index": 0, "delta": {"role": "assistant", "content": part}}]}
        for part in parts
    ]
    chunks.append({**base, "choices": [{"index": 0, "delta": {}, "finish_reason": script.finish}]})
    chunks.append({**base, "choices": [], "usage": _USAGE})
    lines = [f"data: {json.dumps(chunk)}\n\n" for chunk in chunks]
    return "".join([*lines, "data: [DONE]\n\n"]).encode()


def judge_reply(
    label: str, *citations: tuple[str, str, str], confidence: float = 0.9, rationale: str = "why"
) -> str:
    """The JSON of a `JudgeReply`; citations are (passage, quote, stance)."""
    cited = [{"passage": p, "quote": q, "stance": s} for p, q, s in citations]
    return json.dumps(
        {"label": label, "confidence": confidence, "rationale": rationale, "citations": cited},
        ensure_ascii=False,
    )
