"""What the desks say in Thai when something is wrong, and what their files are called."""

# ruff: noqa: E501

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from tests.assistant.ui.conftest import Served, start
from tests.assistant.ui.visitor import Refused, Visitor

pytestmark = pytest.mark.slow

ENGLISH = re.compile(r"[A-Za-z]{2,}[ ,]+[a-z]{2,}[ ,]+[a-z]{2,}")
"""Three words in a row: names of formats and commands are shorter, sentences longer."""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A page of its own: on the shared one others leave decisions, and nothing is amiss there."""
    page = start(tmp_path_factory.mktemp("in_thai"))
    yield page
    page.blocks.close(verbose=False)


@pytest.fixture
def reader(served: Served) -> Visitor:
    return Visitor(served.url, language="th")


def in_thai(told: str) -> bool:
    """Whether a text is Thai all through, but for names of formats, commands and files."""
    seen = html.unescape(re.sub(r"<[^>]+>", " ", told))
    return any("ก" <= c <= "๛" for c in seen) and not ENGLISH.search(seen)


MISTAKES = [
    ("x-article-check", "click", {}),
    ("x-article-check", "click", {"x-article-url": "/etc/hosts"}),
    ("x-article-check", "click", {"x-article-url": "http://127.0.0.1:1/"}),
    ("x-article-check", "click", {"x-article-text": "ปลา", "x-article-date": "เมื่อวาน"}),
    ("x-article-check", "click", {"x-article-text": "ก" * 300_000}),
    ("x-article-make", "click", {}),
    ("x-bulk-start", "click", {}),
    ("x-bulk-make", "click", {}),
    ("x-search-go", "click", {}),
    ("x-library-save", "click", {}),
    ("x-library-remove", "click", {}),
    ("x-library-add-go", "click", {}),
    ("x-library-add-go", "click", {"x-library-url": "ftp://a.b/c"}),
    ("x-eval-run", "click", {"x-eval-dataset": "file"}),
    ("x-eval-run", "click", {"x-eval-dataset": "review"}),
    ("x-review-override", "click", {}),
    ("x-review-override", "click", {"x-review-claim": "ปลา"}),
    ("x-review-override", "click", {"x-review-claim": "ปลา", "x-review-who": "นก"}),
    ("x-review-add", "click", {"x-review-claim": "ปลา", "x-review-who": "นก", "x-review-reason": "ใช่"}),
    ("x-review-strike", "click", {"x-review-claim": "ปลา", "x-review-who": "นก", "x-review-reason": "ใช่"}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "event", "given"), MISTAKES)
def test_a_mistake_is_told_in_thai(
    reader: Visitor, name: str, event: str, given: dict[str, str]
) -> None:
    for part, value in given.items():
        reader.put(part, value)
    with pytest.raises(Refused) as caught:
        reader.do(name, event)
    assert in_thai(str(caught.value)), str(caught.value)


FILES = {
    "empty.csv": b"", "headings.csv": b"a,b\n1,2\n", "no rows.csv": b"id,claim\n",
    "bytes.csv": bytes(range(256)) * 20, "no.xlsx": b"PK\x03\x04 nothing", "half.json": b'[{"id": 1',
    "no.docx": b"hello", "no.pdf": b"hello", "empty.txt": b"", "no.jsonl": b"{", "a.zip": b"no zip",
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_a_bad_file_is_told_in_thai(reader: Visitor, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(FILES[name])
    kind = path.suffix
    file = reader.upload(path)
    told = []
    for part, taken, event, several in (
        ("x-article-file", "x-article-check", "click", False),
        ("x-bulk-file", "x-bulk-file", "upload", False),
        ("x-eval-file", "x-eval-run", "click", False),
        ("x-review-import", "x-review-import", "upload", False),
        ("x-library-files", "x-library-add-go", "click", True),
    ):
        if kind not in reader.types(part):
            continue
        reader.put(part, [file] if several else file)
        reader.put("x-eval-dataset", "file")
        try:
            reader.do(taken, event)
            told.append(reader.shown("x-library-note"))
        except Refused as refused:
            told.append(str(refused))
    assert told
    assert not [words for words in told if not in_thai(words)]


def test_files_are_named_in_the_language_of_the_page(
    served: Served, reader: Visitor, tmp_path: Path
) -> None:
    reader.put("x-message", {"text": "ปลาทูขายดี", "files": []})
    reader.do("x-message", "submit")
    english = Visitor(served.url)
    for who, name in ((reader, "จริงไหม-บันทึกทบทวน.jsonl"), (english, "jingmai-review.jsonl")):
        who.do("x-review-export", "click")
        assert unquote(who.shown("x-review-out")["url"]).endswith(f"/{name}")
    saved = reader.shown("x-save-md")
    assert unquote(saved["url"]).endswith("/จริงไหม-บทสนทนา.md")
    assert reader.fetch(saved) == 200
