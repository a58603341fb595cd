"""A visitor without a browser: does what the page's scripts do when somebody clicks."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx


class Refused(Exception):
    """The page did not do it; the message is what it said."""


class Visitor:
    """Somebody at the page at `url`, logged in where a login is given."""

    def __init__(
        self, url: str, login: str = "", password: str = "", *, language: str = "en"
    ) -> None:
        self.session = uuid4().hex
        self.web = httpx.Client(base_url=url, timeout=60)
        if login:
            data = {"username": login, "password": password}
            assert self.web.post("/login", data=data).status_code == 200
        found = self.web.get("/config")
        assert found.status_code == 200, found.status_code
        self._config = found.json()
        self._names = {
            c["props"]["elem_id"]: c["id"]
            for c in self._config["components"]
            if c["props"].get("elem_id")
        }
        self._values = {
            c["id"]: c["props"].get("value") or ("" if c["type"] == "textbox" else None)
            for c in self._config["components"]
        }
        self._choices: dict[int, Any] = {}
        self.put("x-language", language)

    def put(self, name: str, value: Any) -> None:
        """Fill in the part called `name`."""
        self._values[self._names[name]] = value

    def kept(self, kind: str) -> Any:
        """The value of the page's only part of that kind ("browserstate", say)."""
        return self._values[self._only(kind)]

    def keep(self, kind: str, value: Any) -> None:
        """Set the value of the page's only part of that kind."""
        self._values[self._only(kind)] = value

    def shown(self, name: str) -> Any:
        """What the part called `name` holds."""
        return self._values[self._names[name]]

    def offered(self, name: str) -> str:
        """What may be chosen in the part called `name`."""
        return json.dumps(self._choices.get(self._names[name]), ensure_ascii=False)

    def types(self, name: str) -> list[str]:
        """The endings of the files that the part called `name` takes."""
        (props,) = (
            c["props"] for c in self._config["components"] if c["props"].get("elem_id") == name
        )
        return list(props["file_types"])

    def upload(self, path: Path) -> dict[str, Any]:
        """A file brought to the page, as the value of a file field."""
        found = self.web.post(
            "/gradio_api/upload", files={"files": (path.name, path.read_bytes())}
        ).json()
        return {"path": found[0], "meta": {"_type": "gradio.FileData"}, "orig_name": path.name}

    def tick(self, seconds: float) -> None:
        """Let the timer that rings every so many seconds ring."""
        (found,) = (
            c["id"]
            for c in self._config["components"]
            if c["type"] == "timer" and c["props"]["value"] == seconds
        )
        self._names["timer"] = found
        self.do("timer", "tick")

    def do(self, name: str, event: str) -> None:
        """Trigger `event` of the part called `name`, and what follows it. Raises `Refused`."""
        self._trigger([self._names[name], event])

    def _trigger(self, target: list[Any]) -> None:
        for dependency in self._config["dependencies"]:
            if target in dependency["targets"] and dependency["backend_fn"]:
                self._run(dependency)

    def fetch(self, value: dict[str, Any]) -> int:
        """The status code that the address of a handed out file answers with."""
        return self.web.get(f"/gradio_api/file={value['path']}").status_code

    def _only(self, kind: str) -> int:
        (found,) = (c["id"] for c in self._config["components"] if c["type"] == kind)
        return int(found)

    def _run(self, dependency: dict[str, Any]) -> None:
        body = {
            "data": [self._values[i] for i in dependency["inputs"]],
            "fn_index": dependency["id"],
            "trigger_id": dependency["targets"][0][0] if dependency["targets"] else None,
            "session_hash": self.session,
        }
        joined = self.web.post("/gradio_api/queue/join", json=body)
        if joined.status_code != 200:
            raise Refused(str(joined.status_code))
        answer = self._answer(joined.json()["event_id"])
        output = answer["data"]
        for place, value in zip(dependency["outputs"], output, strict=False):
            if isinstance(value, dict) and value.get("__type__") == "update":
                self._choices[place] = value.get("choices", self._choices.get(place))
                value = value.get("value", self._values[place])
            self._values[place] = value
        for state in answer.get("changed_state_ids") or ():
            self._trigger([state, "change"])
        for follower in self._config["dependencies"]:
            if follower.get("trigger_after") == dependency["id"] and follower["backend_fn"]:
                self._run(follower)

    def _answer(self, event: str) -> dict[str, Any]:
        with self.web.stream(
            "GET", "/gradio_api/queue/data", params={"session_hash": self.session}
        ) as stream:
            for line in stream.iter_lines():
                told = json.loads(line.removeprefix("data:")) if line else {}
                if told.get("event_id") == event and told["msg"] == "process_completed":
                    if not told["success"]:
                        raise Refused(str(told["output"].get("error")))
                    return dict(told["output"])
        raise Refused("the stream ended")
