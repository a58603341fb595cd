"""What each model of the settings is asked with: its address, its key and its price.

A key goes to nobody but the one it was given for: the key that is written for a provider, or for
one model, goes to that one; a vendor's own environment variable goes to no other address than the
vendor's; one key for everybody is taken only where one provider is named.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from assistant.errors import SettingsError
from assistant.settings import ModelSettings, Settings

KEY_VARIABLE = "JINGMAI_LLM_KEY"
"""The environment variable that stands for the setting `llm_key`."""


class Provider(NamedTuple):
    """A provider with an extra of ours. Variables are those that its own package reads."""

    package: str
    extra: str
    key_variable: str
    address_variables: tuple[str, ...]


PROVIDERS: dict[str, Provider] = {
    "openai": Provider(
        "langchain_openai", "", "OPENAI_API_KEY", ("OPENAI_BASE_URL", "OPENAI_API_BASE")
    ),
    "anthropic": Provider(
        *("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY"),
        ("ANTHROPIC_API_URL", "ANTHROPIC_BASE_URL"),
    ),
    "google_genai": Provider(
        "langchain_google_genai", "google", "GOOGLE_API_KEY", ("GOOGLE_GEMINI_BASE_URL",)
    ),
    "ollama": Provider("langchain_ollama", "ollama", "", ("OLLAMA_HOST",)),
}


@dataclass(frozen=True, slots=True)
class Price:
    """USD a million tokens."""

    input: Decimal
    output: Decimal

    def of(self, input_tokens: int, output_tokens: int) -> Decimal:
        """The price of so many tokens in USD."""
        return (self.input * input_tokens + self.output * output_tokens) / 1_000_000


@dataclass(frozen=True, slots=True)
class Choice:
    """One model as it will be asked.

    `base_url` None is the provider's own address, `key` "" none. `address` tells servers apart:
    what the settings or the provider's environment variables say, "" for the provider's own.
    """

    name: str
    provider: str
    model: str
    base_url: str | None
    key: str = field(repr=False)
    address: str


def model_names(settings: Settings) -> tuple[str, ...]:
    """The models of `settings`, in order; empty when none is set."""
    return tuple(name.strip() for name in (settings.llm or "").split(",") if name.strip())


def choice_of(name: str, settings: Settings) -> Choice:
    """How `name` (`provider:model`) is asked.

    Raises `SettingsError` for a name without a provider, a key that is missing, cannot be sent or
    is one for several providers, and an address for several providers.
    """
    provider, model = _split(name)
    own = [*_tables(name, provider, settings), _for_all(settings)]
    place = next((n for n, table in enumerate(own) if table.base_url), None)
    base_url = None if place is None else own[place].base_url
    # A key stands beside its address or closer to the model, never behind it.
    nearer = own if place is None else own[: place + 1]
    key = next((table.key for table in nearer if table.key), "")
    if not key:
        key = _key_of_environment(provider, base_url)
    return Choice(
        name, provider, model, base_url, _sendable(key, provider), base_url or _address(provider)
    )


def price_of(name: str, settings: Settings) -> Price | None:
    """The price of `name`; None when none is set. Raises `SettingsError` as `choice_of`."""
    provider, _ = _split(name)
    for table in (*_tables(name, provider, settings), _for_all(settings)):
        if table.price_in is not None and table.price_out is not None:
            return Price(Decimal(str(table.price_in)), Decimal(str(table.price_out)))
    return None


def _split(name: str) -> tuple[str, str]:
    provider, colon, model = name.partition(":")
    if not colon or not provider or not model:
        raise unknown_model(name)
    return _plain(provider), model


def provider_of(name: str) -> str:
    """The provider in `provider:model`. Raises `SettingsError` for a name of another shape."""
    return _split(name)[0]


def unknown_model(name: str) -> SettingsError:
    """The error for a name that no provider goes by."""
    return SettingsError(
        f"unknown language model: {name[:200]}",
        hint=f"write provider:model; the providers are {', '.join(sorted(PROVIDERS))}, "
        "and others that LangChain has a package for",
    )


def _plain(provider: str) -> str:
    return provider.strip().lower().replace("-", "_")


def _tables(name: str, provider: str, settings: Settings) -> list[ModelSettings]:
    """The tables of the model and of its provider, the closer one first."""
    known = {table.name.strip(): table for table in settings.llm_models}
    by_provider = {_plain(key): table for key, table in known.items() if ":" not in key}
    found = (known.get(name), by_provider.get(provider))
    return [table for table in found if table is not None]


def _for_all(settings: Settings) -> ModelSettings:
    """The settings without a table of their own, as a table.

    Raises `SettingsError` where they would serve several providers, or a price several models.
    """
    names = model_names(settings)
    providers = sorted({_split(name)[0] for name in names})
    if len(providers) > 1:
        for setting in ("llm_key", "llm_base_url"):
            if getattr(settings, setting) is not None:
                raise SettingsError(
                    f"{setting} is one for {' and '.join(providers)}",
                    hint=f"give each its own: a table [llm_models.{providers[0]}] with "
                    f"{setting.removeprefix('llm_')}",
                )
    if len(set(names)) > 1 and settings.llm_price_in is not None:
        raise SettingsError(
            f"llm_price_in and llm_price_out are one price for {len(set(names))} models",
            hint=f'give each its own: a table [llm_models."{names[0]}"] with price_in, price_out',
        )
    key = settings.llm_key
    if key is None and len(providers) < 2:
        key = os.environ.get(KEY_VARIABLE)
    return ModelSettings(
        "", key, settings.llm_base_url, settings.llm_price_in, settings.llm_price_out
    )


def _key_of_environment(provider: str, base_url: str | None) -> str:
    """The provider's own variable, for its own address; "none" for another one.

    The client libraries ask for a key even where the server does not.
    """
    known = PROVIDERS.get(provider)
    if base_url is not None:
        return "" if known and not known.key_variable else "none"
    if known is None or not known.key_variable:
        return ""  # other packages read their own variables
    key = os.environ.get(known.key_variable, "")
    if not key.strip():
        raise SettingsError(
            f"no key for {provider}",
            hint=f"set {known.key_variable}, or llm_key in the settings file",
        )
    return key


def _sendable(key: str, provider: str) -> str:
    key = key.strip()
    if not key.isascii() or not key.isprintable() or " " in key:
        raise SettingsError(
            f"the key for {provider} cannot be sent: it holds a blank, a line break or a letter "
            "outside ASCII",
            hint="copy it once more, in one piece",
        )
    return key


def _address(provider: str) -> str:
    known = PROVIDERS.get(provider)
    variables = known.address_variables if known else ()
    return next((found for v in variables if (found := os.environ.get(v, ""))), "")
