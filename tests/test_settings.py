"""Settings are strict: unknown keys, wrong types and broken files are told with a hint."""

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.build import build_checker
from assistant.errors import SettingsError
from assistant.settings import ModelSettings, Settings, checked, load_settings


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("colour = 1", "unknown setting: colour"),
        ('top_k = "ten"', "top_k has the wrong type"),
        ("top_k = true", "top_k has the wrong type"),
        ("store = 3", "store has the wrong type"),
        ("llm_cache = 1", "llm_cache has the wrong type"),
        ("top_k = ", "is not TOML"),
        ("llm_timeout = 0", "llm_timeout cannot be 0"),
        ("llm_timeout = nan", "llm_timeout cannot be nan"),
        ("llm_rate = -1", "llm_rate cannot be -1"),
        ("llm_retries = -1", "llm_retries cannot be -1"),
        ("llm_concurrency = 0", "llm_concurrency cannot be 0"),
        ("llm_agree = 0", r"llm_agree \(--agree\) cannot be 0"),
        ("budget_usd = 0", r"budget_usd \(--budget\) cannot be 0"),
        ("budget_usd = -1.5", r"budget_usd \(--budget\) cannot be -1.5"),
        ("budget_usd = inf", "budget_usd cannot be inf"),
        ("budget_tokens = 0", r"budget_tokens \(--budget-tokens\) cannot be 0"),
        ("llm_price_in = 1.0", "one of llm_price_in and llm_price_out is missing"),
        ("llm_price_in = -1\nllm_price_out = 1", "llm_price_in cannot be -1"),
        ('llm = ""', "llm names no model"),
        ('llm = "openai:a,,openai:b"', "llm names no model"),
        ("llm_models = 3", "llm_models holds something that is no table"),
        ("[llm_models]\nopenai = 3", "llm_models holds something that is no table"),
        ("[llm_models.openai]\nkeys = 3", "unknown setting: keys"),
        ('[llm_models.openai]\nname = "x"', "unknown setting: name"),
        ('[llm_models.openai]\nprice_in = "x"', "price_in has the wrong type"),
        ("[llm_models.openai]\nprice_out = 1.0", "one of price_in and price_out is missing"),
        ('[llm_models.openai]\nbase_url = "x"', "base_url is no web address"),
    ],
)
def test_a_wrong_file_is_told(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=told) as caught:
        load_settings(path)
    assert caught.value.hint


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("top_k = 0", "top_k cannot be 0"),
        ("top_k = -5", "top_k cannot be -5"),
        ("top_k = 1001", "top_k cannot be 1001"),
        ("sentences = 0", "sentences cannot be 0"),
        ("sentences = 1001", "sentences cannot be 1001"),
        ("llm_timeout = 0", "llm_timeout cannot be 0"),
        ("llm_timeout = 1e9", "llm_timeout cannot be 1e"),
        ("llm_timeout = nan", "llm_timeout cannot be nan"),
        ("llm_timeout = inf", "llm_timeout cannot be inf"),
        ("llm_retries = -1", "llm_retries cannot be -1"),
        ("llm_retries = 101", "llm_retries cannot be 101"),
        ("llm_agree = 0", r"llm_agree \(--agree\) cannot be 0"),
        ("llm_agree = 101", r"llm_agree \(--agree\) cannot be 101"),
        ("llm_concurrency = 0", "llm_concurrency cannot be 0"),
        ("llm_concurrency = 1001", "llm_concurrency cannot be 1001"),
        ("llm_rate = -0.5", "llm_rate cannot be -0.5"),
        ("llm_price_in = -1\nllm_price_out = 1", "llm_price_in cannot be -1"),
        ("budget_usd = -1", r"budget_usd \(--budget\) cannot be -1"),
        ("budget_tokens = -1", r"budget_tokens \(--budget-tokens\) cannot be -1"),
        (f"top_k = {'9' * 400}", "top_k is out of all bounds"),
        (f"llm_rate = {'9' * 400}", "llm_rate is out of all bounds"),
        ('ui_language = "fr"', "ui_language cannot be 'fr'"),
    ],
)
def test_a_number_out_of_its_range_is_told(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(line, "utf-8")
    with pytest.raises(SettingsError, match=told) as caught:
        load_settings(path)
    assert caught.value.hint and "\n" not in str(caught.value)


@pytest.mark.parametrize("line", ["top_k = 1", "top_k = 1000", "sentences = 1", "llm_retries = 0"])
def test_the_ends_of_a_range_are_in_it(tmp_path: Path, line: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(line, "utf-8")
    load_settings(path)


def test_settings_made_by_a_program_are_checked_too(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="top_k cannot be 0"):
        build_checker(Settings(store=tmp_path / "store", top_k=0))
    assert not (tmp_path / "store").exists()


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


@pytest.mark.parametrize(
    "address",
    ["notaurl", "ftp://x/", "http://", "http://127.0.0.1:99999/v1", "http://127.0.0.1:0/v1",
     "http://[::1/v1", "http://a b/", "http://\x01/", "http://a..b/", "http:///v1", "//x/v1", ""],
)  # fmt: skip
def test_an_address_that_cannot_be_asked_is_told(address: str) -> None:
    with pytest.raises(SettingsError, match="llm_base_url is no web address") as caught:
        load_settings(llm_base_url=address)
    assert caught.value.hint and str(caught.value).isprintable()


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:8000/v1", "https://[::1]/v1", "https://ตัวอย่าง.ไทย/v1"]
)
def test_an_address_that_can_be_asked_is_taken(address: str) -> None:
    assert load_settings(llm_base_url=address).llm_base_url == address


@pytest.mark.parametrize(
    "text",
    [
        'llm_key = ["sk-secret"]',
        "llm_key = 12345",
        'llm_key = "sk-secret',
        '[llm_models.openai]\nkey = ["sk-secret"]',
        '[llm_models.openai]\nkey = "sk-secret"\nbase_url = "notaurl"',
        'llm_base_url = "http://user:sk-secret@127.0.0.1/v1"',
        'llm_base_url = "http://user:sk-secret@[::1/v1"',
        'llm_base_url = "user:sk-secret@host"',
        'llm_base_url = "x?key=sk-secret"',
    ],
)
def test_a_wrong_setting_shows_no_secret(tmp_path: Path, text: str) -> None:
    path = tmp_path / "c.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(SettingsError) as caught:
        load_settings(path)
    assert caught.value.hint
    assert "sk-secret" not in str(caught.value) and "12345" not in str(caught.value)


TABLES = """
llm = "openai:a,anthropic:b"
[llm_models.openai]
key = "sk-secret"
price_in = 1
price_out = 4.5
[llm_models."anthropic:b"]
key = "sk-other"
base_url = "https://example.org"
"""


def test_each_provider_has_its_table(tmp_path: Path) -> None:
    path = tmp_path / "c.toml"
    path.write_text(TABLES, "utf-8")
    read = load_settings(path)
    assert read.llm_models == (
        ModelSettings("anthropic:b", "sk-other", "https://example.org"),
        ModelSettings("openai", "sk-secret", None, 1.0, 4.5),
    )
    assert "sk-" not in repr(read) + repr(read.told)
    plain = Settings(llm=read.llm)
    assert read.fingerprint != plain.fingerprint
    assert read.fingerprint == replace(read, llm_models=tuple(
        replace(m, key="sk-new", price_in=2.0) for m in read.llm_models
    )).fingerprint  # fmt: skip


def test_settings_made_by_a_program_are_checked_where_models_are_opened() -> None:
    with pytest.raises(SettingsError, match="no web address"):
        checked(Settings(llm_base_url="notaurl"))
    assert checked(Settings()) == Settings()
