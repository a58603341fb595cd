"""Errors in the reader's language."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import assistant.errors as errors
from assistant.errors import InputError, JingmaiError, StoreMismatch
from assistant.ui.answers import address
from assistant.ui.words.of_errors import THAI, in_words, problem_in_words
from assistant.ui.words.of_setup import HINTED
from index.ingest import read_article
from index.manifest import Manifest, check_encoder, rebuild_command


@pytest.mark.parametrize(("pattern", "told"), [*THAI.items(), *HINTED.items()])
def test_the_thai_asks_for_no_more_than_the_pattern_finds(pattern: str, told: str) -> None:
    count = re.compile(pattern).groups
    assert told.format(*map(str, range(count)))
    assert any("ก" <= c <= "๛" for c in told)


def test_the_thai_keeps_what_a_hint_alone_tells(tmp_path: Path) -> None:
    folder = tmp_path / "a store"
    with pytest.raises(StoreMismatch) as caught:
        check_encoder(Manifest("one", "1", 8, "x"), folder, name="two", fingerprint="2")
    assert in_words(caught.value, "th").endswith(rebuild_command(folder))
    with pytest.raises(InputError) as unread:
        read_article(str(program(tmp_path)))
    assert ".docx" in in_words(unread.value, "th")


def program(folder: Path) -> Path:
    path = folder / "x.exe"
    path.write_bytes(b"MZ")
    return path


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.txt", b"", "ไฟล์ว่างเปล่า"),
        ("bad.pdf", b"hello", "ไม่ใช่ PDF"),
        ("bad.docx", b"hello", "ไฟล์เสียหาย"),
        ("page.html", b"<html></html>", "ไม่มีข้อความ"),
        ("x.exe", b"MZ", "ไฟล์ชนิด .exe อ่านไม่ได้"),
    ],
)
def test_files_that_cannot_be_read(tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / ("0" * 64) / name
    path.parent.mkdir()
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_article(str(path))
    thai, english = in_words(caught.value, "th"), in_words(caught.value, "en")
    assert told in thai and thai.startswith(f"ใช้ {name} ไม่ได้")
    assert english.startswith(f"cannot use {name}")


def test_what_is_in_no_table_stays_and_keeps_its_hint() -> None:
    error = JingmaiError("the moon is down", hint="wait")
    assert in_words(error, "th") == in_words(error, "en") == "the moon is down (wait)"


@pytest.mark.parametrize("text", ["/etc/hosts", "notes.txt", "file:///etc/hosts", "ftp://a.b/c"])
def test_a_path_is_no_web_address(text: str) -> None:
    with pytest.raises(InputError) as caught:
        address(text)
    assert "ไม่ใช่ที่อยู่เว็บ" in in_words(caught.value, "th")


def test_a_web_address_is_taken() -> None:
    assert address(" https://example.com/a ") == "https://example.com/a"


ROOT = Path(__file__).parents[3]
KINDS = {name for name in dir(errors) if isinstance(getattr(errors, name), type)}
TERMINAL = (
    "assistant/cli/", "assistant/bulk/articles.py", "assistant/bulk/cluster.py",
    "assistant/bulk/session.py", "assistant/evaluation/doors.py", "assistant/evaluation/gate.py",
    "assistant/evaluation/options.py", "assistant/evaluation/report_readme.py",
    "assistant/quantities/files.py", "assistant/ui/serving.py", "index/adding.py",
    "index/embedding/training/", "index/training/",
)  # fmt: skip
"""Where errors are raised that only the command line can meet."""
PASSED_ON = {
    "error.strerror or str(error)", "reply['error']", "told",
    "'; '.join([message, *notices])", "'; '.join([message, *self.told(total)])",
    "'; '.join([message, *found.notices])", "_short(f\"{where}: {first['msg']}\")",
}  # fmt: skip
"""Messages that hold another's, which is in the table itself."""


def raised() -> Iterator[tuple[str, str]]:
    """Every message that the page can meet, "7" standing for what is filled in, and its place."""
    for path in sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("assistant/**/*.py")]):
        name = path.relative_to(ROOT).as_posix()
        if name.startswith(TERMINAL):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        constants = {
            target.id: node.value
            for node in tree.body
            if isinstance(node, ast.Assign)
            for target in node.targets
            if isinstance(target, ast.Name)
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args and called(node) in KINDS:
                yield from ((f"{name}:{node.lineno}", m) for m in worded(node.args[0], constants))


def called(node: ast.Call) -> str:
    return node.func.id if isinstance(node.func, ast.Name) else ""


def worded(node: ast.expr, constants: dict[str, ast.expr]) -> Iterator[str]:
    """What the expression of a message can say; nothing where the page chooses the words."""
    if isinstance(node, ast.Constant):
        yield str(node.value)
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(v.value) if isinstance(v, ast.Constant) else "7" for v in node.values)
    elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Slice):
        yield from worded(node.value, constants)
    elif isinstance(node, ast.BinOp):
        yield from worded(node.left, constants)
    elif isinstance(node, ast.IfExp):
        yield from worded(node.body, constants)
        yield from worded(node.orelse, constants)
    elif isinstance(node, ast.Name) and node.id in constants:
        yield from worded(constants[node.id], constants)
    elif not (isinstance(node, ast.Call) and called(node) == "say"):
        told = ast.unparse(node)
        assert told in PASSED_ON or (isinstance(node, ast.Name) and node.id.isupper()), told


def test_every_error_that_the_page_can_meet_has_its_thai() -> None:
    found = [*raised()]
    assert len(found) > 150
    english = [(place, m) for place, m in found if not thai(problem_in_words(m, "th"))]
    assert not english


def thai(text: str) -> bool:
    return any("ก" <= c <= "๛" for c in text)


@pytest.mark.parametrize(
    "problem",
    [
        "the process that judged this row died",
        "the worker process died 3 times while judging these rows",
        "internal error: KeyError: 'x'",
        "the program failed (KeyError)",
        "entry 3 is not as it was written",
        "entry 3 does not follow the one before it",
        "a line is not a log entry (KeyError)",
        "3 dates in the column date cannot be read ('x', 'y'); those claims are judged undated",
        "no document is published by 'x' (see the names: jingmai index list)",
        "it declares XML entities, which no Office program does",
    ],
)
def test_what_is_told_of_a_row_a_log_or_a_file_has_its_thai(problem: str) -> None:
    told = problem_in_words(problem, "th")
    assert thai(told)
    assert not re.search(r"[a-z]{4,} [a-z]{3,} [a-z]{3,}", told)
