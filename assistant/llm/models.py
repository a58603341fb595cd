"""Opening a chat model by name: `provider:model`, or any OpenAI-compatible address."""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from assistant.errors import SettingsError
from assistant.llm.choices import (
    PROVIDERS,
    Choice,
    choice_of,
    model_names,
    provider_of,
    unknown_model,
)
from assistant.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

__all__ = ["model_names", "open_model", "temperature_of"]


def temperature_of(sample: int) -> float:
    """Sample 0 is asked at temperature 0, further ones at 0.7 so that they can disagree."""
    return 0.0 if sample == 0 else 0.7


def open_model(name: str, settings: Settings, *, sample: int = 0) -> BaseChatModel:
    """Open the chat model `name` (`provider:model`).

    Any provider that LangChain's `init_chat_model` knows will do, when its package is installed.
    Raises `SettingsError` for an unknown provider, a missing package or a missing key.
    """
    _check_package(provider_of(name))
    choice = choice_of(name, settings)
    options = _options(choice, settings, temperature_of(sample))
    from langchain.chat_models import init_chat_model

    try:
        opened: BaseChatModel = init_chat_model(
            choice.model, model_provider=choice.provider, **options
        )
    except ImportError as error:
        package = getattr(error.__cause__, "name", None) or choice.provider
        raise _not_installed(choice.provider, str(package)) from error
    except Exception as error:
        # Each package refuses options and missing variables with errors of its own.
        raise _refused(choice, error) from error
    return opened


def _options(choice: Choice, settings: Settings, temperature: float) -> dict[str, Any]:
    options: dict[str, Any] = {"temperature": temperature}
    if choice.provider == "ollama":
        options["client_kwargs"] = {"timeout": settings.llm_timeout}
    else:
        options |= {"timeout": settings.llm_timeout, "max_retries": 0}
    if choice.base_url:
        options["base_url"] = choice.base_url
    if choice.key:
        options["api_key"] = choice.key
    if settings.llm_stream:
        options["streaming"] = True
        if choice.provider == "openai":
            options["stream_usage"] = True
    return options


def _check_package(provider: str) -> None:
    known = PROVIDERS.get(provider)
    if known is not None and find_spec(known.package) is None:
        raise _not_installed(provider, known.package)


def _not_installed(provider: str, package: str) -> SettingsError:
    known = PROVIDERS.get(provider)
    wanted = f"'jingmai[{known.extra}]'" if known else package.split(".")[0].replace("_", "-")
    return SettingsError(
        f"the package for {provider} is not installed ({package})",
        hint=f"run: pip install {wanted}",
    )


def _refused(choice: Choice, error: Exception) -> SettingsError:
    """Why a model could not be opened, without the values that were given: a key is among them."""
    if type(error) is ValueError and choice.provider not in PROVIDERS:
        return unknown_model(choice.name)
    listed = getattr(error, "errors", None)
    first = listed(include_input=False, include_url=False)[:1] if callable(listed) else []
    why = first[0]["msg"] if first else type(error).__name__
    return SettingsError(
        f"{choice.name} cannot be opened: {why}",
        hint=f"see what LangChain's package for {choice.provider} asks for",
    )
