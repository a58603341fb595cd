"""What the command line imports before it is asked for anything."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.commands import ROOT, jingmai

HEAVY = ("torch", "gradio", "chromadb", "sentence_transformers", "langchain", "numpy", "pythainlp")


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys, assistant.cli as c; c.build_parser();"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert result.stdout.strip() == "[]"


@pytest.mark.parametrize("command", ["check", "bulk", "index", "claims", "eval", "chat", "doctor"])
def test_every_command_explains_itself(command: str) -> None:
    result = jingmai(command, "--help")
    assert result.returncode == 0
    assert "--store" in result.stdout and "--config" in result.stdout


def test_a_check_with_the_default_model_does_not_import_torch(seed_store: object) -> None:
    code = (
        "import sys; from assistant.cli import main;"
        "main(['check', 'GPT-3 was released in 2020.', '--json', '--store', sys.argv[1]]);"
        "heavy = [m for m in ('torch', 'gradio', 'transformers') if m in sys.modules];"
        "print(heavy, file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(seed_store)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert result.stderr.strip().splitlines()[-1] == "[]"


def test_a_claim_that_came_before_is_told_without_the_vector_store(
    seed_store: Path, tmp_path: Path
) -> None:
    shutil.copytree(seed_store, tmp_path / "store")
    code = (
        "import sys; from assistant.cli import main;"
        "store = ['--store', sys.argv[1]];"
        "main(['check', 'Amazon spent $83 billion on capital expenditure in 2024.', *store]);"
        "main(['check', 'อเมซอนใช้เงินลงทุน 8.3 หมื่นล้านดอลลาร์ในปี 2567', *store]);"
        "print([m for m in ('torch', 'chromadb') if m in sys.modules], file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "store")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    assert "↺" in result.stdout
    assert result.stderr.strip().splitlines()[-1] == "[]"
