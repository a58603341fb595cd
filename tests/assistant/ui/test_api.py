"""The same functions for programs, and who may call them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.assistant.ui.conftest import Served, start
from tests.assistant.ui.fakes import HOSTILE

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def client(served: Served) -> Any:
    from gradio_client import Client

    return Client(served.url, verbose=False)


def test_check(client: Any) -> None:
    told = client.predict("boats float", api_name="/check")
    assert told["verdicts"][0]["label"] == "refuted"
    assert told["verdicts"][0]["evidence"][0]["quote"].startswith("ปลาวาฬไม่ใช่ปลา")


def test_check_article_and_claims(client: Any) -> None:
    text = f"ปลาทูขายได้ดีมากในปีที่ผ่านมา\nboats float on the water {HOSTILE}\n"
    told = client.predict(text, api_name="/check_article")
    assert [v["label"] for v in told["verdicts"]] == ["supported", "refuted"]
    found = client.predict(text, api_name="/claims")
    assert [text[c["start"] : c["end"]] for c in found] == [c["claim"] for c in found]


@pytest.mark.parametrize("mode", ["lexical", "dense", "hybrid"])
def test_search_and_documents(client: Any, mode: str) -> None:
    found = client.predict("boats", mode, 2, api_name="/search")
    assert [f["rank"] for f in found] == [1, 2]
    assert len(client.predict(api_name="/documents")) == 3


@pytest.mark.parametrize(
    ("arguments", "name", "told"),
    [
        (("x" * 2001,), "/check", "too long"),
        (("boats", "yesterday"), "/check", "YYYY-MM-DD"),
        (("",), "/check_article", "empty"),
        (("boats", "magic", 3), "/search", "mode"),
    ],
)
def test_mistakes_are_told(client: Any, arguments, name: str, told: str) -> None:
    from gradio_client.exceptions import AppError

    with pytest.raises(AppError, match=told):
        client.predict(*arguments, api_name=name)


def test_only_documented_endpoints_are_public(client: Any) -> None:
    told = client.view_api(return_format="dict")["named_endpoints"]
    assert set(told) == {"/check", "/check_article", "/claims", "/search", "/documents"}
    for endpoint in told.values():
        assert endpoint["description"]


def test_uploads_have_a_limit(served: Served) -> None:
    files = {"files": ("big.txt", b"x" * (33 * 1024 * 1024))}
    answer = httpx.post(f"{served.url}/gradio_api/upload", files=files, timeout=60)
    assert answer.status_code == 413


def test_the_page_is_ready_and_names_no_other_host(served: Served) -> None:
    page = httpx.get(served.url, timeout=30)
    assert page.status_code == 200
    assert not re.findall(r"""(?:src|href)=["']https?://[^"']*""", page.text)


def test_files_outside_are_not_served(served: Served, tmp_path: Path) -> None:
    for path in ("/etc/passwd", str(Path(__file__)), str(served.stage.folder)):
        answer = httpx.get(f"{served.url}/gradio_api/file={path}", timeout=30)
        assert answer.status_code in (403, 404), path


def test_the_page_tells_how_to_call_it(served: Served) -> None:
    from assistant.ui.api import EXAMPLE, Endpoint, notes

    html = notes([Endpoint("/other", "claim: str, as_of: str = ''", "Rate one <claim>.")], "th")
    assert "เรียกใช้จากโปรแกรม" in html
    assert "Rate one &lt;claim&gt;." in html
    assert "Rate one" not in notes([Endpoint("/check", "claim: str", "Rate one claim.")], "th")
    config = httpx.get(f"{served.url}/config").text
    for name in ("/check", "/check_article", "/claims", "/search", "/documents"):
        assert f"<code>{name}(" in config, name
    space: dict[str, Any] = {}
    exec(EXAMPLE.replace("http://127.0.0.1:7860", served.url), space)
    assert space["report"]["verdicts"]


@pytest.mark.timeout(120)
def test_the_endpoints_are_tools_of_an_mcp_server(tmp_path: Path) -> None:
    pytest.importorskip("mcp")
    import asyncio

    from mcp import ClientSession
    from mcp.client.streamable_http import streamablehttp_client

    async def talk(url: str) -> tuple[set[str], str]:
        async with (
            streamablehttp_client(f"{url}/gradio_api/mcp/") as (read, write, _),
            ClientSession(read, write) as session,
        ):
            await session.initialize()
            tools = (await session.list_tools()).tools
            answer = await session.call_tool("check", {"claim": "boats float", "as_of": ""})
            return {tool.name for tool in tools}, answer.content[0].text

    page = start(tmp_path, mcp=True)
    try:
        tools, answer = asyncio.run(talk(page.url))
    finally:
        page.blocks.close(verbose=False)
    assert {"check", "check_article", "claims", "search", "documents"} <= tools
    assert "refuted" in answer
