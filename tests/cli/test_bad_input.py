"""Bad input is told in one line with a hint, exit code 1, and never a traceback."""

import socket
from pathlib import Path

import pytest

from tests.commands import jingmai, one_plain_line


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "empty.txt").write_text("  \n", "utf-8")
    (tmp_path / "no_claims.csv").write_text("colour,size\nred,3\n", "utf-8")
    (tmp_path / "broken.toml").write_text("top_k =", "utf-8")
    (tmp_path / "other.toml").write_text('encoder = "nobody"', "utf-8")
    (tmp_path / "readonly").mkdir()
    (tmp_path / "file").write_text("x", "utf-8")
    return tmp_path


CASES = [
    ("check", ""),
    ("check", "x" * 3000),
    ("check", "--article", "{}/none.txt"),
    ("check", "--article", "{}/empty.txt"),
    ("check", "--article", "http://127.0.0.1:9/"),
    ("check", "x is 3", "--as-of", "someday"),
    ("check", "x is 3", "--config", "{}/none.toml"),
    ("check", "x is 3", "--config", "{}/broken.toml"),
    ("check", "x is 3", "--config", "{}/other.toml"),
    ("check", "x is 3", "--llm", "gpt"),
    ("check", "x is 3", "--llm", "anthropic:x"),
    ("bulk", "{}/none.csv", "-o", "{}/out.csv"),
    ("bulk", "{}/no_claims.csv", "-o", "{}/out.csv"),
    ("index", "add", "{}/none.txt"),
    ("index", "remove", "nobody"),
    ("claims", "{}/empty.txt"),
    ("eval", "verdicts", "--dataset", "{}/none.jsonl"),
    ("eval", "retrieval", "--dataset", "{}/none"),
    ("quantities", "--parse", "{}/none.jsonl"),
    ("check", "x is 3", "--store", "{}/file"),
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


def test_usage_is_exit_code_two() -> None:
    assert jingmai("check").returncode == 2
    assert jingmai("nothing").returncode == 2
    assert jingmai().returncode == 2
