"""Prompt files are strict, and their wording cannot change without their version."""

import json
import re
from importlib import resources

import pytest

from assistant.errors import SettingsError
from assistant.llm.prompts import VARIABLES, load_prompt, parse_prompt

SHIPPED = [(name, language) for name in VARIABLES for language in ("th", "en")]
GOOD = """
name: queries
language: en
version: 1
task: t
system: s
human: "{claim}"
"""


@pytest.mark.parametrize(("name", "language"), SHIPPED)
def test_wording_changes_only_with_the_version(name: str, language: str) -> None:
    known = json.loads((resources.files("prompts") / "digests.json").read_text("utf-8"))
    prompt = load_prompt(name, language)
    key = f"{name}.{language}@{prompt.version}"
    assert known.get(key) == prompt.digest, f"raise the version of {name}.{language} and add {key}"


def test_every_prompt_file_is_known() -> None:
    files = {f.name for f in resources.files("prompts").iterdir() if f.name.endswith(".yaml")}
    assert files == {f"{name}.{language}.yaml" for name, language in SHIPPED}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (("task: t", "task: t\nmood: x"), "unknown key mood"),
        (("task: t", ""), "missing key task"),
        (("version: 1", "version: one"), "version must be"),
        (("version: 1", "version: 0"), "version must be"),
        (
            ("{claim}", "{claims}"),
            "placeholder {claims} is unknown; placeholder {claim} is missing",
        ),
        (("name: queries", "name: poem"), "unknown task poem"),
    ],
)
def test_a_broken_file_is_told(change: tuple[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)):
        parse_prompt(GOOD.replace(*change), source="x.yaml")


def test_braces_in_values_mean_nothing() -> None:
    prompt = parse_prompt(GOOD, source="x.yaml")
    assert prompt.messages(claim="{claim} {0} {x!r}")[1] == ("human", "{claim} {0} {x!r}")
