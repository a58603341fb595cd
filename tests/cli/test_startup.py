"""What the command line imports before it is asked for anything."""

import subprocess
import sys

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
