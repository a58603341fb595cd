"""Settings are strict: unknown keys, wrong types and broken files are told with a hint."""

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import Settings, load_settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 1", "unknown setting: colour"),
        ('top_k = "ten"', "top_k has the wrong type"),
        ("top_k = true", "top_k has the wrong type"),
        ("store = 3", "store has the wrong type"),
        ("llm_cache = 1", "llm_cache has the wrong type"),
        ("top_k = ", "is not TOML"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=told) as caught:
        load_settings(path)
    assert caught.value.hint


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot read"):
        load_settings(tmp_path / "none.toml")


def test_the_command_line_lies_over_the_file(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text('top_k = 7\nstore = "a"\nllm_timeout = 3', "utf-8")
    read = load_settings(path, store=Path("b"), llm=None)
    assert (read.top_k, read.store, read.llm, read.llm_timeout) == (7, Path("b"), None, 3.0)


def test_only_what_changes_answers_is_in_the_fingerprint() -> None:
    plain = Settings()
    assert plain.fingerprint == Settings(store=Path("x"), llm_timeout=1.0).fingerprint
    assert plain.fingerprint != Settings(top_k=11).fingerprint
    assert plain.fingerprint != Settings(encoder="fast").fingerprint


def test_the_key_is_in_no_representation_that_is_kept() -> None:
    assert Settings(llm_key="a").fingerprint == Settings(llm_key="b").fingerprint
    assert "secret-key" not in repr(Settings(llm_key="secret-key"))
