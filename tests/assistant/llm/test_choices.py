"""Whose key goes where: every provider gets its own address, key and price, and nobody else's."""

from decimal import Decimal

import pytest

from assistant.errors import SettingsError
from assistant.llm.choices import KEY_VARIABLE, Choice, choice_of, price_of
from assistant.llm.models import open_model
from assistant.settings import ModelSettings, Settings

LOCAL = "http://127.0.0.1:8000/v1"
VARIABLES = ("OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", KEY_VARIABLE)


@pytest.fixture(autouse=True)
def no_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def choice(name: str, **settings: object) -> Choice:
    return choice_of(name, Settings(**settings))  # type: ignore[arg-type]


def table(name: str, **values: object) -> ModelSettings:
    return ModelSettings(name, **values)  # type: ignore[arg-type]


BOTH = "openai:a,anthropic:b"
OWN = (table("openai", key="o"), table("anthropic", key="c"))


@pytest.mark.parametrize(
    ("name", "settings", "key", "base_url"),
    [
        ("openai:a", {"llm_key": "k"}, "k", None),
        ("openai:a", {"llm_key": " k\n"}, "k", None),
        ("openai:a", {"llm_base_url": LOCAL}, "none", LOCAL),
        ("openai:a", {"llm_base_url": LOCAL, "llm_key": "k"}, "k", LOCAL),
        ("ollama:a", {"llm_base_url": LOCAL}, "", LOCAL),
        ("ollama:a", {}, "", None),
        ("groq:a", {"llm_key": "k"}, "k", None),
        ("groq:a", {}, "", None),
        ("openai:a", {"llm": BOTH, "llm_models": OWN}, "o", None),
        ("anthropic:b", {"llm": BOTH, "llm_models": OWN}, "c", None),
        ("Anthropic:b", {"llm": BOTH, "llm_models": OWN}, "c", None),
        ("openai:a", {"llm_models": (table("openai:a", key="m"), table("openai", key="o"))}, "m",
         None),
        # a key never goes to an address that was set closer to the model than the key
        ("openai:b", {"llm_key": "k", "llm_models": (table("openai:b", base_url=LOCAL),)}, "none",
         LOCAL),
        ("openai:b", {"llm_models": (table("openai", key="o"), table("openai:b", base_url=LOCAL))},
         "none", LOCAL),
        ("openai:b", {"llm_models": (table("openai:b", key="m", base_url=LOCAL),)}, "m", LOCAL),
    ],
)  # fmt: skip
def test_each_model_has_its_own_key_and_address(
    name: str, settings: dict[str, object], key: str, base_url: str | None
) -> None:
    found = choice(name, **settings)
    assert (found.key, found.base_url) == (key, base_url)
    assert f"key={key!r}" not in repr(found)


@pytest.mark.parametrize(
    ("name", "variable", "base_url", "key"),
    [
        ("openai:a", "OPENAI_API_KEY", None, "v"),
        ("anthropic:a", "ANTHROPIC_API_KEY", None, "v"),
        ("google_genai:a", "GOOGLE_API_KEY", None, "v"),
        ("openai:a", "OPENAI_API_KEY", LOCAL, "none"),  # a vendor's key is for the vendor alone
        ("openai:a", KEY_VARIABLE, LOCAL, "v"),
        ("openai:a", KEY_VARIABLE, None, "v"),
    ],
)
def test_keys_of_the_environment(
    monkeypatch: pytest.MonkeyPatch, name: str, variable: str, base_url: str | None, key: str
) -> None:
    monkeypatch.setenv(variable, "v")
    assert choice(name, llm_base_url=base_url).key == key


def test_one_key_of_the_environment_is_for_one_provider(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(KEY_VARIABLE, "v")
    with pytest.raises(SettingsError, match="no key for anthropic"):
        choice("anthropic:b", llm=BOTH)


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"llm": BOTH, "llm_key": "k"}, "llm_key is one for anthropic and openai"),
        ({"llm": BOTH, "llm_base_url": LOCAL}, "llm_base_url is one for anthropic and openai"),
        ({"llm": "openai:a,openai:b", "llm_price_in": 1.0, "llm_price_out": 1.0, "llm_key": "k"},
         "are one price for 2 models"),
        ({}, "no key for openai"),
        ({"llm_key": "sk-\nx"}, "cannot be sent"),
        ({"llm_key": "sk x"}, "cannot be sent"),
        ({"llm_key": "กุญแจ"}, "cannot be sent"),
        ({"llm_key": "sk-“x”"}, "cannot be sent"),
    ],
)  # fmt: skip
def test_what_cannot_be_asked_is_told(settings: dict[str, object], told: str) -> None:
    with pytest.raises(SettingsError, match=told) as caught:
        choice("openai:a", **settings)
    assert caught.value.hint
    assert "sk-" not in str(caught.value) and "กุญแจ" not in str(caught.value)


@pytest.mark.parametrize(
    ("name", "settings", "price"),
    [
        ("openai:a", {"llm_price_in": 1.0, "llm_price_out": 2.0}, "0.0014"),
        ("openai:a", {}, None),
        ("openai:a", {"llm_models": (table("openai:a", price_in=2.0, price_out=0.0),)}, "0.002"),
        ("openai:b", {"llm_models": (table("openai:a", price_in=2.0, price_out=0.0),)}, None),
        ("openai:b", {"llm_models": (table("openai", price_in=0.5, price_out=0.5),)}, "0.0006"),
        ("openai:a", {"llm_price_in": 0.0, "llm_price_out": 0.0}, "0"),
    ],
)
def test_prices(name: str, settings: dict[str, object], price: str | None) -> None:
    found = price_of(name, Settings(**settings))  # type: ignore[arg-type]
    assert (found.of(1_000, 200) if found else None) == (Decimal(price) if price else None)


@pytest.mark.parametrize(
    ("variable", "value", "address"),
    [("OPENAI_BASE_URL", LOCAL, LOCAL), ("OPENAI_API_BASE", LOCAL, LOCAL), ("X", "y", "")],
)
def test_an_address_of_the_environment_tells_servers_apart(
    monkeypatch: pytest.MonkeyPatch, variable: str, value: str, address: str
) -> None:
    for name in ("OPENAI_BASE_URL", "OPENAI_API_BASE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(variable, value)
    assert choice("openai:a", llm_key="k").address == address


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("anthropic:x", r"the package for anthropic is not installed \(langchain_anthropic\)"),
        ("groq:x", r"the package for groq is not installed \(langchain_groq\)"),
        ("mistralai:x", r"the package for mistralai is not installed \(langchain_mistralai\)"),
        ("nobody:x", "unknown language model: nobody:x"),
        ("azure_openai:x", "azure_openai:x cannot be opened"),
    ],
)
def test_other_providers_are_langchains(
    monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.delenv("OPENAI_API_VERSION", raising=False)
    with pytest.raises(SettingsError, match=told) as caught:
        open_model(name, Settings(llm_key="sk-secret"))
    assert caught.value.hint and "sk-secret" not in str(caught.value)


def test_a_provider_of_langchains_is_opened_when_its_package_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("OPENAI_API_VERSION", "2025-01-01")
    monkeypatch.setenv("AZURE_OPENAI_ENDPOINT", "https://example.invalid")
    opened = open_model("azure_openai:x", Settings(llm_key="k"))
    assert type(opened).__name__ == "AzureChatOpenAI"
