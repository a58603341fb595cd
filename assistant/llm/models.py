"""Opening a chat model by name: `provider:model`, or any OpenAI-compatible address."""

from __future__ import annotations

import os
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from assistant.errors import SettingsError
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# provider: (package, extra of ours that installs it, environment variable of its key)
PROVIDERS: dict[str, tuple[str, str, str]] = {
    "openai": ("langchain_openai", "", "OPENAI_API_KEY"),
    "anthropic": ("langchain_anthropic", "anthropic", "ANTHROPIC_API_KEY"),
    "google_genai": ("langchain_google_genai", "google", "GOOGLE_API_KEY"),
    "ollama": ("langchain_ollama", "ollama", ""),
}


def model_names(settings: Settings) -> tuple[str, ...]:
    """The models of `settings`, in order; empty when none is set."""
    return tuple(name.strip() for name in (settings.llm or "").split(",") if name.strip())


def open_model(name: str, settings: Settings, *, sample: int = 0) -> BaseChatModel:
    """Open the chat model `name` (`provider:model`).

    Sample 0 is asked at temperature 0, further samples at 0.7 so that they can disagree. Raises
    `SettingsError` for an unknown provider, a missing package or a missing key.
    """
    provider, model = _split(name)
    key = _key(provider, settings)
    options: dict[str, Any] = {
        "temperature": 0.0 if sample == 0 else 0.7,
        "timeout": settings.llm_timeout,
        "max_retries": 0,
    }
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if key:
        options["api_key"] = key
    if settings.llm_stream:
        options |= {"streaming": True, "stream_usage": True}
    if settings.llm_rate > 0:
        options["rate_limiter"] = _limiter(settings.llm_rate)
    from langchain.chat_models import init_chat_model

    opened: BaseChatModel = init_chat_model(model, model_provider=provider, **options)
    return opened


def _split(name: str) -> tuple[str, str]:
    provider, colon, model = name.partition(":")
    if not colon or not model or provider not in PROVIDERS:
        raise SettingsError(
            f"unknown language model: {name}",
            hint=f"write provider:model; the providers are {', '.join(sorted(PROVIDERS))}",
        )
    package, extra, _ = PROVIDERS[provider]
    if find_spec(package) is None:
        raise SettingsError(
            f"the package for {provider} is not installed ({package})",
            hint=f"run: pip install 'jingmai[{extra}]'",
        )
    return provider, model


def _key(provider: str, settings: Settings) -> str:
    variable = PROVIDERS[provider][2]
    key = settings.llm_key or (os.environ.get(variable, "") if variable else "")
    if key or not variable:
        return key
    if settings.llm_base_url:
        return "none"  # local servers ask for no key, the client libraries do
    raise SettingsError(
        f"no key for {provider}", hint=f"set {variable}, or llm_key in the settings file"
    )


def _limiter(rate: float) -> Any:
    from langchain_core.rate_limiters import InMemoryRateLimiter

    return InMemoryRateLimiter(requests_per_second=rate, check_every_n_seconds=0.02)
