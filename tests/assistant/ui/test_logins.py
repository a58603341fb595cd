"""A page with logins: the way in and out, and that nobody gets what another has made."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from assistant.errors import SettingsError
from assistant.evaluation.history import History, history_path
from assistant.review import AuditLog
from assistant.ui.serving import Serving, listening
from assistant.ui.words import LANGUAGES, say
from index.embedding.models import load_encoder
from index.library import Library
from tests.assistant.ui.conftest import Browser, Served, chrome, start
from tests.assistant.ui.fakes import DOCUMENTS
from tests.assistant.ui.test_browser import VERDICTS
from tests.assistant.ui.visitor import Refused, Visitor

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    page = start(tmp_path_factory.mktemp("locked"), auth=(("nok", "one"), ("พลอย", "สอง")))
    yield page
    page.blocks.close(verbose=False)


@pytest.fixture
def nok(locked: Served) -> Visitor:
    return Visitor(locked.url, "nok", "one")


@pytest.fixture
def ploy(locked: Served) -> Visitor:
    return Visitor(locked.url, "พลอย", "สอง")


def for_nok_alone(locked: Served, nok: Visitor, ploy: Visitor, file: dict[str, Any]) -> None:
    """Nobody but nok can fetch the file."""
    assert [nok.fetch(file), ploy.fetch(file)] == [200, 404]
    for way in ("file=", "file/"):
        address = f"{locked.url}/gradio_api/{way}{file['path']}"
        assert httpx.get(address).status_code == 401
        assert ploy.web.get(address).status_code == 404


def test_a_conversation_is_its_askers(locked: Served, nok: Visitor, ploy: Visitor) -> None:
    nok.put("x-message", {"text": "boats float", "files": []})
    nok.do("x-message", "submit")
    assert "boats float" in str(nok.shown("x-chat"))
    ploy.do("x-language", "input")
    assert not ploy.shown("x-chat") and "boats float" not in ploy.offered("x-review-choose")
    for name in ("x-save-md", "x-save-json"):
        for_nok_alone(locked, nok, ploy, nok.shown(name))
    ploy.session = nok.session
    with pytest.raises(Refused, match="403"):
        ploy.do("x-retry", "click")
    for way in (f"queue/data?session_hash={nok.session}", f"heartbeat/{nok.session}"):
        assert ploy.web.get(f"/gradio_api/{way}").status_code == 403


def test_an_article_is_its_readers(
    locked: Served, nok: Visitor, ploy: Visitor, tmp_path: Path
) -> None:
    paper = tmp_path / "น้ำผึ้ง.txt"
    paper.write_text("The secret boats float on the water.", "utf-8")
    given = nok.upload(paper)
    for_nok_alone(locked, nok, ploy, given)
    nok.put("x-article-file", given)
    nok.do("x-article-check", "click")
    assert "secret boats" in nok.shown("x-article-reader")
    nok.do("x-article-make", "click")
    for_nok_alone(locked, nok, ploy, nok.shown("x-article-out"))
    for name in ("x-article", "x-bulk"):
        ploy.put(f"{name}-file", given)
    for name, event in (("x-article-check", "click"), ("x-bulk-file", "upload")):
        with pytest.raises(Refused, match="403"):
            ploy.do(name, event)
    assert not ploy.shown("x-article-reader")


def test_a_file_of_claims_is_its_owners(
    locked: Served, nok: Visitor, ploy: Visitor, tmp_path: Path
) -> None:
    path = tmp_path / "claims.csv"
    path.write_text("id,claim\n1,secret boats float\n", "utf-8")
    nok.put("x-bulk-file", nok.upload(path))
    nok.do("x-bulk-file", "upload")
    nok.do("x-bulk-start", "click")
    saved(nok)
    for_nok_alone(locked, nok, ploy, nok.shown("x-bulk-out"))
    ploy.keep("browserstate", nok.kept("browserstate"))
    for name in ("start", "pause", "cancel", "make"):
        with pytest.raises(Refused):
            ploy.do(f"x-bulk-{name}", "click")
    for who, seen in ((ploy, False), (nok, True)):
        who.do("x-language", "input")
        assert ("claims.csv" in who.shown("x-bulk-scan")) is seen
    again = Visitor(locked.url, "nok", "one")  # the same person at another machine
    again.keep("browserstate", nok.kept("browserstate"))
    again.do("x-bulk-make", "click")
    assert again.fetch(again.shown("x-bulk-out")) == 200


def saved(visitor: Visitor) -> None:
    """Ask for the results until there are some."""
    end = time.monotonic() + 20
    while True:
        try:
            return visitor.do("x-bulk-make", "click")
        except Refused:
            assert time.monotonic() < end


def test_an_evaluation_is_its_runners_and_the_command_lines_everybodys(
    locked: Served, nok: Visitor, ploy: Visitor, tmp_path: Path
) -> None:
    history = History(history_path(locked.stage.folder))
    everybodys = history.keep({**VERDICTS, "dataset": "shared.csv"}, {})
    with Library.open(locked.stage.folder, load_encoder()) as library:
        library.add(DOCUMENTS[2:])
    claims = tmp_path / "secret.csv"
    claims.write_text("id,claim,label\n1,The company sold 5 boats in 2024.,supported\n", "utf-8")
    nok.put("x-eval-dataset", "file")
    nok.put("x-eval-file", nok.upload(claims))
    nok.do("x-eval-run", "click")
    noks = nok.shown("x-eval-a")
    assert noks != everybodys
    for who, seen in ((nok, True), (ploy, False)):
        who.do("x-language", "input")
        assert "shared.csv" in who.offered("x-eval-a")
        assert ("secret" in who.offered("x-eval-a")) is seen
        assert who.shown("x-eval-a") == (noks if seen else everybodys)
        assert ("secret" in who.shown("x-eval-figures")) is seen
    for name in ("x-eval-a", "x-eval-b"):
        ploy.put(name, noks)
        with pytest.raises(Refused, match="not in the list of choices"):
            ploy.do(name, "input")
    assert "secret" not in ploy.shown("x-eval-figures")


def test_a_decision_bears_the_name_of_the_login(
    locked: Served, nok: Visitor, ploy: Visitor
) -> None:
    for part, value in (
        ("claim", "whales are fish"), ("who", "พลอย"), ("reason", "they are not"),
        ("label", "refuted"),
    ):  # fmt: skip
        nok.put(f"x-review-{part}", value)
    nok.do("x-review-override", "click")
    assert AuditLog.beside(locked.stage.folder).entries()[-1].decision.who == "nok"
    ploy.do("x-language", "input")
    assert "whales are fish" in ploy.shown("x-review-log"), "the log is the newsroom's"


def test_programs_log_in_too(locked: Served) -> None:
    from gradio_client import Client

    for path in ("run/check", "call/check", "queue/join", "cancel", "reset", "upload", "mcp/"):
        answer = httpx.post(f"{locked.url}/gradio_api/{path}", json={"data": ["boats"]})
        assert answer.status_code == 401, path
    with pytest.raises(Exception):  # noqa: B017 (the client's own)
        Client(locked.url, verbose=False)
    told = Client(locked.url, auth=("nok", "one"), verbose=False)
    assert told.predict("boats float", api_name="/check")["verdicts"]


def test_a_login_that_has_ended_opens_nothing(locked: Served, nok: Visitor) -> None:
    cookies = dict(nok.web.cookies)
    assert httpx.get(f"{locked.url}/config", cookies=cookies).status_code == 200
    assert nok.web.get("/logout?all_session=false").status_code == 302
    assert httpx.get(f"{locked.url}/config", cookies=cookies).status_code == 401


def test_programs_that_cannot_log_in_are_told_at_the_start() -> None:
    with pytest.raises(SettingsError, match="mcp"):
        listening(Serving(port=0, auth=(("nok", "one"),), mcp=True))


@pytest.fixture(scope="module")
def browser(locked: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chrome(tmp_path_factory.mktemp("profile")) as driver:
        yield Browser(driver, locked.url)


@pytest.mark.browser
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_way_in_and_out(browser: Browser, axe: str, language: str) -> None:
    for width, theme in ((390, "dark"), (1440, "light")):
        browser.size(width)
        browser.driver.get(f"{browser.url}/?lang={language}&__theme={theme}")
        browser.shows("#form h2", say(language, "signin.title"))
        assert "จริงไหม" in browser.driver.title and "Jingmai" in browser.driver.title
        browser.type("#login", "พลอย")
        browser.type("#password", "ผิด")
        browser.click("#form .go")
        browser.shows("#problem", say(language, "signin.wrong"))
        browser.until("return document.activeElement.id === 'password'")
        browser.picture(f"sign-in-{language}-{width}-{theme}")
        browser.nothing_overflows()
        assert edges(browser, "#login") >= 3, "the edges of a field are seen (WCAG 1.4.11)"
        browser.js(axe)
        assert not browser.driver.execute_async_script(
            "const done = arguments[0]; axe.run(document).then((found) => done(found.violations"
            ".filter((x) => ['serious', 'critical'].includes(x.impact)).map((x) => x.id)))"
        )
    browser.type("#password", "สอง")
    browser.click("#form .go")
    browser.shows("#x-user", "พลอย")
    browser.open(language=language, width=390)
    browser.shows("#x-user", say(language, "app.user", login="พลอย"))
    browser.nothing_overflows()
    browser.picture(f"signed-in-{language}-390")
    if language == "th":
        browser.click("#x-user a")
    else:
        ended_elsewhere(browser)
    browser.find("#login")
    browser.driver.get(browser.url)
    browser.find("#login")


def ended_elsewhere(browser: Browser) -> None:
    """The login ends, say in another tab: the page tells so and leads to the way in."""
    browser.driver.execute_async_script(
        "const done = arguments[0]; fetch('logout?all_session=false').then(() => done())"
    )
    browser.tab("article")
    browser.click("#x-article-check")
    browser.shows(".x-ended", say("en", "signin.ended"))
    browser.nothing_overflows()
    browser.picture("login-ended-390")
    browser.press(".x-ended a")


def edges(browser: Browser, css: str) -> float:
    """The contrast of a field's border with what is inside it."""
    from assistant.ui.palette import contrast

    border, ground = (
        "#" + "".join(f"{int(x):02x}" for x in colour[4:-1].split(","))
        for colour in browser.js(
            "const style = getComputedStyle(document.querySelector(arguments[0]));"
            "return [style.borderTopColor, style.backgroundColor]",
            css,
        )
    )
    return contrast(border, ground)
