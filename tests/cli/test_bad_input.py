"""Bad input is told in one line with a hint, exit code 1, and never a traceback."""

import ast
import os
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest

from index import errors
from tests.commands import ROOT, jingmai, one_plain_line

USER_ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.UserError)
}


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").write_text("  \n", "utf-8")
    (tmp_path / "no_claims.csv").write_text("colour,size\nred,3\n", "utf-8")
    (tmp_path / "broken.toml").write_text("top_k =", "utf-8")
    (tmp_path / "other.toml").write_text('encoder = "nobody"', "utf-8")
    (tmp_path / "readonly").mkdir()
    (tmp_path / "file").write_text("x", "utf-8")
    (tmp_path / "nothing.txt").write_bytes(b"")
    (tmp_path / "damaged.docx").write_bytes(b"PK\x03\x04 but no more")
    (tmp_path / "binary.txt").write_bytes(bytes(range(32)) * 40)
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "blank.html").write_text("<html><script>x()</script></html>", "utf-8")
    (tmp_path / "no.pdf").write_bytes(b"hello")
    (tmp_path / "list.json").write_text("3", "utf-8")
    (tmp_path / "none.toml").write_text("top_k = 0", "utf-8")
    (tmp_path / "minus.toml").write_text("top_k = -5", "utf-8")
    (tmp_path / "sentences.toml").write_text("sentences = 0", "utf-8")
    return tmp_path


CASES = [
    ("check", ""),
    ("check", "x" * 3000),
    ("check", "--article", "{}/none.txt"),
    ("check", "--article", "{}/empty.txt"),
    ("check", "--article", "{}/nothing.txt"),
    ("check", "--article", "{}/damaged.docx"),
    ("check", "--article", "{}/binary.txt"),
    ("check", "--article", "{}/picture.txt"),
    ("check", "--article", "{}/blank.html"),
    ("check", "--article", "{}/no.pdf"),
    ("check", "--article", "http://127.0.0.1:9/"),
    ("check", "--article", "http://example.com:9/"),
    ("check", "--article", "http://127.0.0.1/"),
    ("check", "--article", "http://u:p@example.com/"),
    ("check", "--article", "ftp://example.com/"),
    ("check", "x is 3", "--as-of", "someday"),
    ("check", "x is 3", "--config", "{}/missing.toml"),
    ("check", "x is 3", "--config", "{}/broken.toml"),
    ("check", "x is 3", "--config", "{}/other.toml"),
    ("check", "x is 3", "--config", "{}/none.toml"),
    ("check", "x is 3", "--config", "{}/minus.toml"),
    ("check", "x is 3", "--config", "{}/sentences.toml"),
    ("check", "x is 3", "--llm", "gpt"),
    ("check", "x is 3", "--llm", "anthropic:x"),
    ("bulk", "{}/none.csv", "-o", "{}/out.csv"),
    ("bulk", "{}/no_claims.csv", "-o", "{}/out.csv"),
    ("index", "add", "{}/none.txt"),
    ("index", "add", "{}/nothing.txt"),
    ("index", "add", "{}/list.json"),
    ("index", "add", "{}/readonly"),
    ("index", "remove", "nobody"),
    ("claims", "{}/empty.txt"),
    ("eval", "verdicts", "--dataset", "{}/none.jsonl"),
    ("eval", "retrieval", "--dataset", "{}/none"),
    ("quantities", "--parse", "{}/none.jsonl"),
    ("check", "x is 3", "--store", "{}/file"),
    ("chat", "--host", "192.0.2.1"),
    ("chat", "--host", "no.such.host.invalid"),
    ("chat", "--port", "70000"),
]


@pytest.mark.parametrize("case", CASES, ids=[" ".join(c)[:60] for c in CASES])
def test_it_is_told_in_one_line(case: tuple[str, ...], files: Path, seed_store: Path) -> None:
    args = [a.replace("{}", str(files)) for a in case]
    if "--store" not in args:
        args += ["--store", str(seed_store)]
    result = jingmai(*args)
    assert result.returncode == 1, (result.returncode, result.stdout, result.stderr)
    assert one_plain_line(result), result.stderr


def test_a_port_in_use_is_told(seed_store: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = jingmai("chat", "--port", port, "--store", seed_store)
    assert result.returncode == 1
    assert one_plain_line(result), result.stderr
    assert port in result.stderr


def test_port_nought_is_a_free_one_that_is_told_whatever_the_variables_of_gradio(
    seed_store: Path,
) -> None:
    command = [sys.executable, "-m", "tests.offline", "chat", "--port", "0", "--store"]
    unset = {"GRADIO_SERVER_PORT": "", "GRADIO_NUM_PORTS": ""}
    environment = {**os.environ, **unset, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [*command, str(seed_store)], stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment
    ) as chat:
        try:
            assert chat.stdout is not None
            told = chat.stdout.readline()
            address = urlsplit(told.removeprefix("Jingmai: ").strip())
            assert address.port, told
            with urlopen(address.geturl(), timeout=60) as page:
                assert page.status == 200
        finally:
            chat.terminate()


def test_every_error_that_the_user_can_mend_has_a_hint() -> None:
    """In the source, too: also where no test goes. The page's own words say what to do."""
    without = []
    for path in sorted([*ROOT.glob("index/**/*.py"), *ROOT.glob("assistant/**/*.py")]):
        if path.is_relative_to(ROOT / "assistant" / "ui"):
            continue
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = (
                node.func.id
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                else ""
            )
            if name in USER_ERRORS and not any(k.arg == "hint" for k in node.keywords):
                without.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert not without


def test_usage_is_exit_code_two() -> None:
    assert jingmai("check").returncode == 2
    assert jingmai("nothing").returncode == 2
    assert jingmai().returncode == 2
