"""Fetching: a local server stands for the web, and nothing leads into the house."""

from __future__ import annotations

import gzip
import ipaddress
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from index.errors import InputError
from index.ingest.fetch import Fetched, fetch, is_public
from index.ingest.read import read_article

PAGE = b"<html><head><title>T</title></head><body><p>It rained in Orrin.</p></body></html>"

ANSWERS: dict[str, tuple[int, dict[str, str], bytes]] = {
    "/loop": (302, {"Location": "/loop"}, b""),
    "/inside": (302, {"Location": "http://169.254.169.254/latest/meta-data"}, b""),
    "/file": (302, {"Location": "file:///etc/passwd"}, b""),
    "/once": (301, {"Location": "/page"}, b""),
    "/big": (200, {}, b"x" * 300_000),
    "/bomb": (200, {"Content-Encoding": "gzip"}, gzip.compress(bytes(5_000_000))),
    "/zip": (200, {"Content-Type": "application/zip"}, b""),
    "/missing": (404, {}, b""),
}


class Web(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path == "/slow":
            self._dribble()
            return
        status, headers, body = ANSWERS.get(self.path, (200, {}, PAGE))
        self.send_response(status)
        told = {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body))}
        for name, value in {**told, **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _dribble(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        with suppress(OSError):
            for _ in range(100):
                self.wfile.write(b"x")
                self.wfile.flush()
                time.sleep(0.1)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


def get(url: str, port: int, **options: object) -> Fetched:
    """As the product fetches, but the name leads to the test server, which counts as public."""
    home = ipaddress.ip_address("127.0.0.1")
    return fetch(
        url,
        resolve=lambda host, _: ["127.0.0.1"] if host == "orrin.example" else [host],
        allowed=lambda address: address == home or is_public(address),
        ports=frozenset({port, 80}),
        **options,  # type: ignore[arg-type]
    )


def test_a_page_and_its_redirect(port: int) -> None:
    for path in ("page", "once"):
        found = get(f"http://orrin.example:{port}/{path}", port)
        assert (found.data, found.kind, found.charset) == (PAGE, "html", "utf-8")
        assert found.address == f"http://orrin.example:{port}/page"
    article = read_article(
        f"http://orrin.example:{port}/page", fetch=lambda url: get(url, port), publisher=None
    )
    assert (article.text, article.title, article.publisher) == (
        "It rained in Orrin.",
        "T",
        "orrin.example",
    )
    assert article.url == f"http://orrin.example:{port}/page"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "redirects more than"),
        ("inside", "not on the public internet"),
        ("file", "not a web address"),
        ("big", "larger than"),
        ("bomb", "larger than"),
        ("zip", "application/zip"),
        ("missing", "404"),
        ("slow", "within"),
    ],
)
def test_refusals(path: str, reason: str, port: int) -> None:
    with pytest.raises(InputError, match=reason):
        get(f"http://orrin.example:{port}/{path}", port, most=200_000, seconds=1.0)


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://10.1.2.3/",
        "http://192.168.0.1/",
        "http://172.16.0.1/",
        "http://169.254.169.254/latest/meta-data/",
        "http://100.64.0.1/",
        "http://[fe80::1]/",
        "http://[fd00::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://[2002:7f00:1::]/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://224.0.0.1/",
        "http://user:pass@example.org/",
        "http://example.org:22/",
        "http://example.org:99999/",
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "http://",
        "http:///path",
        "http://exa mple.org/",
    ],
)
def test_addresses_that_are_never_fetched(url: str) -> None:
    def numeric(host: str, port: int) -> list[str]:
        import socket

        if (
            any(c.isalpha() for c in host.replace("0x", ""))
            and ":" not in host
            and host != "localhost"
        ):
            return ["93.184.216.34"]
        return [str(i[4][0]) for i in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]

    with pytest.raises(InputError):
        fetch(url, resolve=numeric, seconds=2.0)


def test_one_private_answer_among_public_ones_is_enough_to_refuse() -> None:
    with pytest.raises(InputError, match="not on the public internet"):
        fetch("http://rebind.example/", resolve=lambda *_: ["93.184.216.34", "127.0.0.1"])


def test_the_checked_address_is_the_one_connected_to(port: int) -> None:
    answers = iter([["127.0.0.1"], ["169.254.169.254"]])
    home = ipaddress.ip_address("127.0.0.1")
    found = fetch(
        f"http://rebind.example:{port}/page",
        resolve=lambda *_: next(answers),
        allowed=lambda address: address == home,
        ports=frozenset({port}),
    )
    assert found.data == PAGE


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))
