"""The shared checker: one at a time, in order, healthy or not; serving options."""

import socket
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.cli import main
from assistant.errors import MachineError, SettingsError, StoreBusy, StoreMismatch
from assistant.settings import Settings
from assistant.ui import backstage as module
from assistant.ui.app import status_banner, status_line
from assistant.ui.backstage import Backstage, Health, Status
from assistant.ui.serving import Serving, listening, logins
from assistant.ui.turnstile import Turnstile
from tests.assistant.ui.fakes import DOCUMENTS, FakeChecker, FakeLibrary, backstage


def test_the_turnstile_serves_in_order_of_arrival() -> None:
    gate, served = Turnstile(), []

    def go(number: int) -> None:
        with gate:
            served.append(number)

    with gate:
        threads = []
        for number in range(8):
            threads.append(threading.Thread(target=go, args=(number,)))
            threads[-1].start()
            time.sleep(0.01)
    for thread in threads:
        thread.join()
    assert served == list(range(8))


def test_the_turnstile_opens_after_an_error() -> None:
    gate = Turnstile()
    with pytest.raises(ValueError), gate:
        raise ValueError
    with gate:
        pass


@pytest.mark.parametrize(
    ("error", "health"),
    [
        (StoreMismatch("made by another model"), Health.MISMATCH),
        (StoreBusy("another process is writing"), Health.BUSY),
        (MachineError("broken"), Health.PROBLEM),
        (RuntimeError("a bug"), Health.PROBLEM),
    ],
)
def test_a_store_that_cannot_be_opened(tmp_path: Path, error: Exception, health: Health) -> None:
    def build():
        raise error

    stage = Backstage(build, Settings(store=tmp_path))
    assert stage.status().health is Health.STARTING
    stage.start()
    with pytest.raises(module.JingmaiError):
        stage.wait()
    assert stage.status().health is health


def test_a_store_mended_meanwhile_is_opened(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setattr(module, "RETRY", 0.0)
    answers = [StoreMismatch("made by another model"), FakeChecker()]

    def build():
        found = answers.pop(0)
        if isinstance(found, Exception):
            raise found
        return found

    stage = Backstage(build, Settings(store=tmp_path))
    stage.start()
    with pytest.raises(StoreMismatch):
        stage.wait()
    stage.status()
    stage.wait()
    assert stage.status().health is Health.READY


def test_health_follows_the_library(tmp_path: Path) -> None:
    library = FakeLibrary()
    stage = backstage(tmp_path, FakeChecker(library))
    stage.start()
    stage.wait()
    ready = stage.status()
    assert ready == Status(Health.READY, 3, 3, fingerprint=library.fingerprint)
    with stage.writing():
        assert stage.status().health is Health.BUSY
    library.add([replace(DOCUMENTS[0], title="New")])
    assert stage.status() != ready, "the same number, but not the same documents"
    library.remove(["fish-th", "whale-en", "boat-en"])
    assert stage.status().health is Health.EMPTY


@pytest.mark.parametrize("language", ["th", "en"])
def test_banners(language: str) -> None:
    ready = Status(Health.READY, 3, 4)
    assert status_banner(ready, None, language) == ""
    assert status_banner(ready, ready, language) == ""
    assert "4" in status_line(ready, language)
    changed = Status(Health.READY, 5, 6, fingerprint="x")
    assert 'role="status"' in status_banner(changed, ready, language)
    assert 'role="status"' in status_banner(Status(Health.STARTING), None, language)
    for health in (Health.EMPTY, Health.MISMATCH, Health.BUSY, Health.PROBLEM):
        banner = status_banner(Status(health, 3, 4, "<b>x</b>"), ready, language)
        assert 'role="alert"' in banner and "<b>" not in banner


@pytest.mark.parametrize(
    ("told", "pairs"),
    [("desk:secret", (("desk", "secret"),)), ("a:b:c", (("a", "b:c"),))],
)
def test_logins(told: str, pairs) -> None:
    assert logins(told) == pairs


def test_logins_from_a_file(tmp_path: Path) -> None:
    path = tmp_path / "users"
    path.write_text("นที:ลับ\n\nb:2\n", "utf-8")
    assert logins(str(path)) == (("นที", "ลับ"), ("b", "2"))


@pytest.mark.parametrize("told", ["", "nobody", ":x", "x:"])
def test_broken_logins(told: str) -> None:
    with pytest.raises(SettingsError) as caught:
        logins(told)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("host", "auth", "alone"),
    [
        ("127.0.0.1", (), True),
        ("localhost", (), True),
        ("::1", (), True),
        ("0.0.0.0", (), False),
        ("127.0.0.1", (("a", "b"),), False),
    ],
)
def test_who_is_alone_at_the_page(host, auth, alone) -> None:
    assert Serving(host, 7860, auth).alone is alone


def test_a_port_in_use_is_one_line_and_a_hint(tmp_path: Path, capsys) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code = main(["chat", "--port", str(port), "--store", str(tmp_path / "store")])
    told = capsys.readouterr()
    assert code == 1
    assert len(told.err.strip().splitlines()) == 2 and "hint:" in told.err
    assert str(port) in told.err


@pytest.mark.parametrize("port", [-1, 70000])
def test_impossible_ports(port: int) -> None:
    with pytest.raises(SettingsError) as caught:
        listening(Serving(port=port))
    assert "not a port" in caught.value.message and caught.value.hint


@pytest.mark.parametrize("host", ["", "192.0.2.1", "no.such.host.invalid", "a" * 80, "http://x"])
def test_a_host_that_is_not_this_machine_gets_a_hint_on_hosts(host: str) -> None:
    with pytest.raises(SettingsError) as caught:
        listening(Serving(host=host, port=0))
    assert "127.0.0.1" in caught.value.hint and "--port" not in caught.value.hint


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_port_nought_is_any_that_is_free(host: str) -> None:
    found = listening(Serving(host=host, port=0))
    assert found.host == host and 1024 <= found.port <= 65535
    assert listening(found) == found
