"""A page left open while other processes change its store."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from assistant.settings import Settings
from assistant.ui.app import serve
from assistant.ui.backstage import Backstage
from assistant.ui.serving import Serving
from assistant.ui.words import LANGUAGES, say
from index.embedding.models import load_encoder
from index.library import Library
from tests.assistant.ui.conftest import free_port
from tests.assistant.ui.fakes import DOCUMENTS, FakeChecker
from tests.assistant.ui.visitor import Visitor

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]

WRITER = """
import sys
from pathlib import Path
from index.embedding.models import load_encoder
from index.library import Library

def wait(done, total):
    print("in the middle", flush=True)
    sys.stdin.readline()

def opened(model):
    return Library.open(Path(sys.argv[1]), load_encoder(model), check=False)

for line in sys.stdin:
    if line.strip() == "rebuild slowly":
        opened("fast").rebuild(progress=wait)
    elif line.strip() == "empty":
        library = opened("fast")
        library.remove([d.id for d in library.documents()])
    else:
        opened(line.strip()).rebuild()
    print("done", flush=True)
"""


class Writer:
    """Another process with the store open."""

    def __init__(self, folder: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(folder)],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def told(self, line: str) -> str:
        """What the process answers to a line."""
        assert self._process.stdin is not None and self._process.stdout is not None
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()
        return self._process.stdout.readline().strip()

    def close(self) -> None:
        self._process.communicate(timeout=30)
        assert self._process.returncode == 0


class Watched:
    """Two pages over the store in `folder`, one in each language."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        self.pages = {language: Visitor(address, language=language) for language in LANGUAGES}

    def looks(self) -> None:
        for page in self.pages.values():
            page.tick(3)

    def says(self, key: str, **values: object) -> None:
        """The banners say this, in their languages, at the next look."""
        self.looks()
        for language, page in self.pages.items():
            assert say(language, key, **values) in unescape(page.shown("x-banner"))

    def is_quiet(self) -> None:
        """The banners are gone at the next look."""
        self.looks()
        for page in self.pages.values():
            assert not page.shown("x-banner")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Backstage]:
    folder = tmp_path / "store with a blank"

    def build() -> FakeChecker:
        library = Library.open(folder, load_encoder("fast"))
        library.add(DOCUMENTS)
        return FakeChecker(library)

    found = Backstage(build, replace(Settings(), store=folder))
    yield found
    found.close()


@pytest.fixture
def watched(stage: Backstage) -> Iterator[Watched]:
    blocks, url = serve(stage, Serving("127.0.0.1", free_port()))
    yield Watched(stage.folder, url.rstrip("/"))
    blocks.close(verbose=False)


def test_the_banner_comes_and_goes(stage: Backstage, watched: Watched) -> None:
    watched.says("banner.starting")
    stage.start()
    stage.wait()
    watched.is_quiet()
    writer = Writer(stage.folder)
    assert writer.told("rebuild slowly") == "in the middle"
    watched.says("banner.busy")
    for page in watched.pages.values():
        assert "boat-en" in str(page.shown("x-library-table")), "the old one serves meanwhile"
    assert writer.told("go on") == "done"
    watched.is_quiet()
    assert writer.told("accurate") == "done"
    watched.says("banner.mismatch", command=f"jingmai index rebuild --store '{stage.folder}'")
    assert writer.told("fast") == "done"
    watched.is_quiet()
    assert writer.told("empty") == "done"
    watched.says("banner.empty")
    writer.close()


def test_documents_that_the_command_line_added_are_noticed(
    stage: Backstage, watched: Watched, tmp_path: Path
) -> None:
    stage.start()
    stage.wait()
    watched.is_quiet()
    config, paper = tmp_path / "jingmai.toml", tmp_path / "คลื่น.txt"
    config.write_text('encoder = "fast"\n', "utf-8")
    paper.write_text("คลื่นสูงสองเมตรในอ่าวไทย", "utf-8")
    subprocess.run(
        [sys.executable, "-m", "assistant", "index", "add", str(paper),
         "--store", str(stage.folder), "--config", str(config)],
        check=True, timeout=60, capture_output=True,
    )  # fmt: skip
    watched.says("banner.changed", documents=4)
    for language, page in watched.pages.items():
        assert say(language, "status.ready", documents=4, passages=4) in page.shown("x-status")
        assert "คลื่น" in str(page.shown("x-library-table"))
        assert "คลื่น" in page.offered("x-review-document")
