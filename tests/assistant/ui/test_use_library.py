"""The library desk in a real browser, over a real index: what comes in, is mended and found."""

from __future__ import annotations

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from assistant.ui.app import serve
from assistant.ui.serving import Serving
from assistant.ui.words import say
from index.ingest import fetch as web
from index.library import Library
from index.types import Mode, Tier
from tests.assistant.ui.conftest import Browser, Served, free_port
from tests.assistant.ui.fakes import FakeChecker, backstage
from tests.assistant.ui.gestures import PHONE, choose, documents, in_sight, put, toast
from tests.index.samples import BRIDGE, BRIDGE_TH, DOCUMENTS, library

pytestmark = [pytest.mark.slow, pytest.mark.browser]

HOST = "news.example"
PAGE = (
    b"<html><head><title>Ferries of Orrin</title></head><body><article><h1>Ferries of Orrin</h1>"
    b"<p>Nine ferries cross the strait at Orrin every day, the harbour master said on Monday.</p>"
    b"</article></body></html>"
)


class Web(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Web)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory, port: int) -> Iterator[Served]:
    """A page over a real library, where one host of the web is the test's own server."""

    def fetch(url: str) -> web.Fetched:
        if urlsplit(url).hostname != HOST:
            return web.fetch(url, ports=frozenset({port, 80}))
        home = ipaddress.ip_address("127.0.0.1")
        return web.fetch(
            url, resolve=lambda *_: [str(home)], allowed=lambda at: at == home,
            ports=frozenset({port}),
        )  # fmt: skip

    folder = tmp_path_factory.mktemp("shelf")
    checker = FakeChecker(library(folder / "store", DOCUMENTS))
    stage = backstage(folder / "store", checker, fetch=fetch)
    stage.start()
    stage.wait()
    blocks, url = serve(stage, Serving("127.0.0.1", free_port()))
    yield Served(url.rstrip("/"), stage, checker, blocks)
    blocks.close(verbose=False)
    checker.library.close()


@pytest.fixture
def desk(browser: Browser, shelf: Served) -> Browser:
    return Browser(browser.driver, shelf.url)


def shelved(shelf: Served) -> Library:
    return shelf.checker.library  # type: ignore[return-value]


def add(browser: Browser, path: Path) -> None:
    browser.upload("#x-library-files", path)
    browser.shows("#x-library-files", path.stem)
    browser.click("#x-library-add-go")


def test_what_comes_in_by_file_and_by_address(
    desk: Browser, shelf: Served, port: int, tmp_path: Path
) -> None:
    broken, empty, good = (tmp_path / n for n in ("broken.pdf", "empty.txt", "lighthouse.txt"))
    broken.write_bytes(b"%PDF-1.7\nnot really")
    empty.write_bytes(b"")
    good.write_text("The lighthouse of Vell is 41 metres high.", "utf-8")
    before = len(shelved(shelf).documents())
    desk.open(language="th")
    desk.tab("library")
    desk.click("#x-library-add button")
    add(desk, broken)
    toast(desk, "ไฟล์เสียหาย")
    desk.type("#x-library-url input, #x-library-url textarea", f"http://127.0.0.1:{port}/")
    desk.click("#x-library-add-go")
    desk.shows("#x-library-note", "ไฟล์เสียหาย")
    desk.shows("#x-library-note", "127.0.0.1 ไม่ใช่เว็บสาธารณะ")
    assert len(shelved(shelf).documents()) == before
    desk.type("#x-library-url input, #x-library-url textarea", f"http://{HOST}:{port}/ferries")
    desk.upload("#x-library-files", empty)
    desk.shows("#x-library-files", "empty")
    add(desk, good)
    desk.shows("#x-library-note", say("th", "library.added", added=2, updated=0, unchanged=0))
    desk.shows("#x-library-note", "ใช้ empty.txt ไม่ได้: ไฟล์ว่างเปล่า")
    desk.shows("#x-library-table", "Ferries of Orrin")
    assert len(shelved(shelf).documents()) == before + 2
    assert any(d.url == f"http://{HOST}:{port}/ferries" for d in shelved(shelf).documents())


def test_a_document_is_mended_and_removed(desk: Browser, shelf: Served) -> None:
    first = min(d.id for d in shelved(shelf).documents())
    desk.open(language="en")
    desk.tab("library")
    desk.find("#x-library-table [data-testid=cell-0-0]")
    desk.press("#x-library-table [data-testid=cell-0-0]")
    desk.shows("#x-library-detail", shelved(shelf).get(first).text[:20])
    desk.type("#x-edit-title textarea, #x-edit-title input", "Mended title")
    desk.type("#x-edit-date textarea, #x-edit-date input", "soon")
    desk.click("#x-library-save")
    toast(desk, say("en", "library.bad_date"))
    assert shelved(shelf).get(first).title != "Mended title"
    desk.type("#x-edit-date textarea, #x-edit-date input", "2024-02-29")
    choose(desk, "#x-edit-tier", say("en", "tier.low"))
    desk.click("#x-library-save")
    desk.shows("#x-library-saved", say("en", "library.saved"))
    desk.shows("#x-library-table", "Mended title")
    mended = shelved(shelf).get(first)
    assert (mended.title, str(mended.published), mended.tier) == (
        "Mended title", "2024-02-29", Tier.LOW,
    )  # fmt: skip
    desk.click("#x-library-remove")
    toast(desk, say("en", "library.confirm_first"))
    assert shelved(shelf).get(first) is not None
    desk.click("#x-library-sure input")
    desk.click("#x-library-remove")
    desk.shows("#x-library-gone", say("en", "library.removed", title="Mended title"))
    desk.until(
        "return !document.querySelector('#x-library-table').innerText.includes('Mended title')"
    )
    assert shelved(shelf).get(first) is None
    found = shelved(shelf).retriever.search(mended.text, k=9, mode=Mode.LEXICAL)
    assert first not in {hit.document.id for hit in found}


def test_three_ways_of_searching_tell_their_ranks(desk: Browser, shelf: Served) -> None:
    shelved(shelf).add([BRIDGE, BRIDGE_TH])
    desk.open(language="en")
    desk.tab("library")
    desk.type("#x-search-query textarea", "Orrin bridge crowns 2021")
    desk.click("#x-search-go")
    desk.until("return document.querySelectorAll('#x-search-found section').length === 3")
    lexical, dense, hybrid = desk.js(
        "return [...document.querySelectorAll('#x-search-found section')].map((s) => s.innerText)"
    )
    places = {
        mode: {
            hit.passage.id: hit.rank
            for hit in shelved(shelf).retriever.search("Orrin bridge crowns 2021", k=50, mode=mode)
        }
        for mode in (Mode.LEXICAL, Mode.DENSE, Mode.HYBRID)
    }
    top = min(places[Mode.HYBRID], key=lambda key: places[Mode.HYBRID][key])
    for mode, column in zip(places, (lexical, dense, hybrid), strict=True):
        assert say("en", f"mode.{mode.value}") in column
    told = " ".join(hybrid.split())
    ranks = [f"{say('en', f'mode.{m.value}')} {of.get(top) or '–'}" for m, of in places.items()]
    assert " ".join(ranks) in told
    best = shelved(shelf).retriever.search("Orrin bridge crowns 2021", k=1)[0]
    (_, weight, value), (_, more, words) = best.parts
    total = f"meaning {value:.3f} × {weight:g} + words {words:.3f} × {more:g} = {best.score:.3f}"
    assert total in told
    desk.click("#x-search-found .x-fold summary")
    desk.shows("#x-search-found .x-fold", "adds scores, not ranks")
    desk.picture("library-search-en-1440")
    desk.nothing_overflows()


def test_the_library_answers_beside_the_button(
    browser: Browser, served: Served, tmp_path: Path
) -> None:
    with documents(served, "A harbour."):
        browser.open(language="en", width=PHONE)
        browser.tab("library")
        browser.shows("#x-library-table", "a-long-one")
        browser.press("#x-library-table [data-testid=cell-0-0]")
        browser.shows("#x-library-detail", "A harbour.")
        in_sight(browser, "#x-library-detail")
        put(browser, "#x-edit-publisher input", "Harbour Press")
        browser.press("#x-library-save")
        browser.shows("#x-library-saved", say("en", "library.saved"))
        in_sight(browser, "#x-library-saved")
        browser.shows("#x-library-detail", "Harbour Press")
        browser.click("#x-library-sure input")
        browser.press("#x-library-remove")
        browser.shows("#x-library-gone", "Removed")
        in_sight(browser, "#x-library-gone")
    extra = tmp_path / "beside.txt"
    extra.write_text("A new boat floats well.", "utf-8")
    browser.click("#x-library-add button")
    browser.upload("#x-library-files", extra)
    browser.shows("#x-library-files", "beside")
    browser.press("#x-library-add-go")
    browser.shows("#x-library-note", "1 added")
    in_sight(browser, "#x-library-note")
    served.checker.library.remove(
        [d.id for d in served.checker.library.documents() if "beside" in d.id]
    )


def test_tables_are_sorted_by_keyboard(browser: Browser) -> None:
    from selenium.webdriver.common.keys import Keys

    def key(name: str) -> None:
        browser.driver.switch_to.active_element.send_keys(name)

    browser.open(language="en")
    browser.tab("library")
    browser.find("#x-library-table th .cell-menu-button[tabindex='0']")
    assert browser.js(
        "return [...document.querySelectorAll('#x-library-table th .cell-menu-button')]"
        ".every((e) => e.offsetWidth >= 24)"
    )
    browser.find("#x-library-table .search-input").send_keys(Keys.TAB)
    for _ in range(8):
        if browser.js("return document.activeElement.className.includes('cell-menu-button')"):
            break
        key(Keys.TAB)
    key(Keys.ENTER)
    browser.until("return document.activeElement.getAttribute('role') === 'menuitem'")
    key(Keys.ARROW_DOWN)
    assert browser.js("return document.activeElement.innerText.trim()") == "Sort descending"
    key(Keys.ENTER)
    browser.shows(
        "#x-library-table [data-testid=cell-0-0], #x-library-table .virtual-row", "whale-en"
    )
    browser.until("return document.activeElement.className.includes('cell-menu-button')")
    key(Keys.ENTER)
    browser.until("return document.activeElement.getAttribute('role') === 'menuitem'")
    key(Keys.ESCAPE)
    browser.until("return !document.querySelector('.cell-menu')")
