"""A served page over the fake checker, and a browser to look at it with."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import tarfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from assistant.ui.app import serve
from assistant.ui.backstage import Backstage
from assistant.ui.serving import Serving
from tests.assistant.ui.fakes import FakeChecker, backstage

ARTIFACTS = Path(__file__).parents[3] / "artifacts"
FLAGS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Served:
    """A page being served."""

    url: str
    stage: Backstage
    checker: FakeChecker
    blocks: Any


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def start(folder: Path, **options: Any) -> Served:
    checker = FakeChecker()
    stage = backstage(folder / "store", checker)
    stage.start()
    stage.wait()
    blocks, url = serve(stage, Serving("127.0.0.1", free_port(), **options))
    return Served(url.rstrip("/"), stage, checker, blocks)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    page = start(tmp_path_factory.mktemp("served"))
    yield page
    page.blocks.close(verbose=False)


class Browser:
    """A few things that people do, on top of the driver."""

    def __init__(self, driver: Any, url: str) -> None:
        self.driver = driver
        self.url = url

    def open(
        self, *, language: str = "th", width: int = 1440, height: int = 0, dark: bool = False
    ) -> None:
        self.size(width, height)
        self.driver.get(f"{self.url}/?lang={language}{'&__theme=dark' if dark else ''}")
        self.find("#x-message textarea")
        self.until(f"return document.documentElement.lang === '{language}'")
        self.until("return !!document.querySelector('.x-status')")
        word = {"th": "เริ่มใหม่", "en": "Start over"}[language]
        self.until(f"return document.querySelector('#x-clear').innerText.includes('{word}')")
        if self.js("return document.body.classList.contains('dark')") != dark:
            self.click("#x-theme")  # the browser remembers what was chosen before

    def size(self, width: int, height: int = 0) -> None:
        """Make the screen so wide and high; phones are 844 px high, other screens 1000."""
        height = height or (844 if width < 600 else 1000)
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )

    def js(self, code: str, *args: Any) -> Any:
        return self.driver.execute_script(code, *args)

    def until(self, code: str, seconds: float = 20) -> Any:
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if found := self.js(code):
                return found
            time.sleep(0.05)
        raise AssertionError(f"never: {code}\n{self.js('return document.body.innerText')[:2000]}")

    def find(self, css: str, seconds: float = 20) -> Any:
        """The element, as the page has it the moment it is there; the page may draw it anew."""
        return self.until(f"return document.querySelector({json.dumps(css)})", seconds)

    def text(self, css: str) -> str:
        return str(self.js("return document.querySelector(arguments[0])?.innerText || ''", css))

    def shows(self, css: str, words: str, seconds: float = 20) -> None:
        test = "return (document.querySelector({})?.innerText || '').includes({})"
        self.until(test.format(json.dumps(css), json.dumps(words)), seconds)

    def click(self, css: str) -> None:
        self.find(css)
        self.js("document.querySelector(arguments[0]).click()", css)

    def press(self, css: str) -> None:
        """A real click of the mouse."""
        from selenium.webdriver import ActionChains

        element = self.find(css)
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        self.still(element)
        ActionChains(self.driver).move_to_element(element).click().perform()

    def still(self, element: Any) -> None:
        """Until the element, and nothing over it, has kept its place for as long as a hand needs
        to get to it."""
        place, since, end = None, time.monotonic(), time.monotonic() + 20
        while place is None or time.monotonic() - since < 0.2:
            found = self.js(
                "const e = arguments[0], b = e.getBoundingClientRect();"
                "const top = document.elementFromPoint(b.x + b.width / 2, b.y + b.height / 2);"
                "return e.contains(top) ? [b.x, b.y, b.width, b.height] : null",
                element,
            )
            if found != place:
                place, since = found, time.monotonic()
            assert time.monotonic() < end, f"never still and in sight: {place}"
            time.sleep(0.02)

    def type(self, css: str, words: str) -> None:
        element = self.find(css)
        self.js("arguments[0].scrollIntoView({block: 'center'})", element)
        element.clear()
        element.send_keys(words)

    def upload(self, css: str, path: Path) -> None:
        self.find(f"{css} input[type=file]").send_keys(str(path))

    def tab(self, name: str) -> None:
        """Open a desk: by its tab, or on a narrow screen from the menu of tabs, which is laid out
        anew when its words change."""
        shown = (
            f"const p = document.querySelector('#x-tab-{name}');"
            "return p && getComputedStyle(p).display !== 'none'"
        )
        end = time.monotonic() + 20
        while not self.js(shown):
            assert time.monotonic() < end, f"the desk never opens: {name}"
            clicked = self.js(
                "const t = document.querySelector('#x-tab-' + arguments[0] + '-button')"
                " || [...document.querySelectorAll('.overflow-dropdown button')]"
                "  .find((b) => b.innerText.trim() === arguments[1]);"
                "(t || document.querySelector('.overflow-menu > button'))?.click(); return !!t",
                name,
                self._tab_words(name),
            )
            wait = time.monotonic() + (0.5 if clicked else 0.15)
            while time.monotonic() < wait and not (clicked and self.js(shown)):
                time.sleep(0.03)

    def _tab_words(self, name: str) -> str:
        from assistant.ui.words import say

        return say(self.js("return document.documentElement.lang"), f"tab.{name}")

    def picture(self, name: str) -> None:
        ARTIFACTS.mkdir(exist_ok=True)
        self.driver.save_screenshot(str(ARTIFACTS / f"{name}.png"))

    def nothing_overflows(self) -> None:
        wide, room = self.js("return [document.documentElement.scrollWidth, innerWidth]")
        assert wide <= room, f"the page is {wide} px wide on a screen of {room}"


@contextmanager
def chrome(profile: Path) -> Iterator[Any]:
    """A driver of headless Chromium with a fresh profile; skips the test where there is none."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        pytest.skip("chromium and chromedriver are not installed")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or ""
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    opened = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver")))
    try:
        yield opened
    finally:
        opened.quit()


@pytest.fixture
def slow(served: Served) -> Iterator[None]:
    """Claims take a while."""
    served.checker.pace = 0.05
    yield
    served.checker.pace = 0.0


@pytest.fixture(scope="session")
def browser(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chrome(tmp_path_factory.mktemp("profile")) as driver:
        yield Browser(driver, served.url)


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The source of axe-core, from npm."""
    kept = ARTIFACTS / "axe.min.js"
    if kept.exists():
        return kept.read_text("utf-8")
    npm = shutil.which("npm")
    if not npm:
        pytest.skip("npm is not installed")
    folder = tmp_path_factory.mktemp("axe")
    try:
        subprocess.run(
            [npm, "pack", "axe-core@4", "--silent"], cwd=folder, check=True, timeout=60,
            capture_output=True,
        )  # fmt: skip
    except (subprocess.SubprocessError, OSError):
        pytest.skip("axe-core cannot be fetched")
    with tarfile.open(next(folder.glob("*.tgz"))) as archive:
        source = archive.extractfile("package/axe.min.js")
        assert source is not None
        text = source.read().decode("utf-8")
    ARTIFACTS.mkdir(exist_ok=True)
    kept.write_text(text, "utf-8")
    return text
