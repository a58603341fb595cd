"""Prompt files are strict, and their wording cannot change without their version."""

import json
import re
from importlib import resources
from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.llm.prompts import VARIABLES, load_prompt, parse_prompt, read_prompt

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
        (("system: s", "system: s\nsystem: other"), "the key system stands twice (line 7)"),
        (("task: t", "task: {a: 1, a: 2}"), "the key a stands twice (line 5)"),
        (("version: 1", "version: true"), "version must be a whole number"),
        (("version: 1", "version: 1.0"), "version must be a whole number"),
        (("system: s", "system: 3"), "system must be text"),
        (("system: s", "system:"), "system must be text"),
        (('"{claim}"', "3"), "human must be text"),
        (("task: t", "task: [t]"), "task must be text"),
        (("name: queries", "name: 5"), "name must be text"),
        (("language: en", "language: xx"), "unknown language xx: it must be th or en"),
        (("system: s", "system: [s"), "it is not strict YAML: expected"),
        (("system: s", "[1]: s"), "it is not strict YAML: found unhashable key"),
        (("system: s", "system: !!python/name:os.system s"), "it is not strict YAML"),
        (("version: 1", "version: 2020-13-45"), "it is not strict YAML: month must be"),
        (("{claim}", "{claim} {"), "the braces of human do not match"),
        (("{claim}", "{claim} }"), "the braces of human do not match"),
        (("{claim}", "{claim!r}"), "placeholder {claim} must stand alone"),
        (("{claim}", "{claim:>99}"), "placeholder {claim} must stand alone"),
        (("{claim}", "{claim:{claim}}"), "placeholder {claim} must stand alone"),
        (("{claim}", "{claim.x}"), "placeholder {claim.x} is unknown"),
        (("{claim}", "{claim[0]}"), "placeholder {claim[0]} is unknown"),
        (("{claim}", "{claim} {}"), "placeholder {} is unknown"),
        (("{claim}", "{claim} {0}"), "placeholder {0} is unknown"),
        (("system: s", 'system: "{claim}"'), "placeholder {claim} has no place in system"),
        (("system: s", "system: s\n---\na: 1"), "it is not strict YAML"),
    ],
)
def test_a_broken_file_is_told(change: tuple[str, str], told: str) -> None:
    with pytest.raises(SettingsError, match=re.escape(told)) as caught:
        parse_prompt(GOOD.replace(*change), source="x.yaml")
    assert caught.value.message.startswith("the prompt x.yaml ")
    assert "\n" not in str(caught.value) and caught.value.hint


@pytest.mark.parametrize("text", ["", "- a", "a", "[" * 5000, "\x00"])
def test_what_is_no_mapping_is_told(text: str) -> None:
    with pytest.raises(SettingsError, match=r"the prompt x\.yaml cannot be used") as caught:
        parse_prompt(text, source="x.yaml")
    assert "\n" not in str(caught.value)


def test_a_file_is_named_after_its_prompt(tmp_path: Path) -> None:
    right, wrong = tmp_path / "queries.en.yaml", tmp_path / "queries.th.yaml"
    for file in (right, wrong):
        file.write_text(GOOD, "utf-8")
    assert read_prompt(right) == parse_prompt(GOOD, source="x.yaml")
    with pytest.raises(SettingsError, match=re.escape("it would be queries.en.yaml")):
        read_prompt(wrong)


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "judge.en.yaml").write_bytes(b"\xff\xfe")
    for name in ("judge.en.yaml", "judge.th.yaml"):
        with pytest.raises(SettingsError, match=f"the prompt {re.escape(name)} cannot be used"):
            read_prompt(tmp_path / name)


def test_braces_in_values_mean_nothing() -> None:
    prompt = parse_prompt(GOOD, source="x.yaml")
    assert prompt.messages(claim="{claim} {0} {x!r}")[1] == ("human", "{claim} {0} {x!r}")
