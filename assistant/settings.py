"""Settings: one frozen object, read from a TOML file and the command line, never at import."""

from __future__ import annotations

import hashlib
import math
import tomllib
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from assistant.errors import SettingsError

# Where things lie or who is asking; these change no answer, so they are in no fingerprint.
_NOT_FINGERPRINTED = frozenset(
    {
        "store",
        "chroma",
        "ui_language",
        "llm_key",
        "llm_timeout",
        "llm_retries",
        "llm_cache",
        "llm_concurrency",
        "llm_rate",
        "llm_stream",
        "llm_price_in",
        "llm_price_out",
        "llm_models",
        "budget_usd",
        "budget_tokens",
    }
)
_SECRET = frozenset({"llm_key", "key"})

# The least value of a setting, and the option that gives it ("" where only a file does).
_LEAST: dict[str, tuple[float, str]] = {
    "top_k": (1, ""),
    "sentences": (1, ""),
    "llm_timeout": (0.001, ""),
    "llm_retries": (0, ""),
    "llm_agree": (1, "--agree"),
    "llm_concurrency": (1, ""),
    "llm_rate": (0, ""),
    "llm_price_in": (0, ""),
    "llm_price_out": (0, ""),
    "price_in": (0, ""),
    "price_out": (0, ""),
    "budget_tokens": (1, "--budget-tokens"),
}
# The most of those that cost time or memory; no other number may pass `_HUGE`.
_MOST: dict[str, float] = {
    "top_k": 1_000,
    "sentences": 1_000,
    "llm_timeout": 86_400,
    "llm_retries": 100,
    "llm_agree": 100,
    "llm_concurrency": 1_000,
}
_HUGE = 10**15
_LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """What one provider, or one model of it, has of its own. `None` means "not set".

    `name` is "openai", or "openai:gpt-5-mini" for one model; in a settings file it heads a table:
    `[llm_models."openai:gpt-5-mini"]`. Prices are in USD a million tokens.
    """

    name: str
    key: str | None = field(default=None, repr=False)
    base_url: str | None = None
    price_in: float | None = None
    price_out: float | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user can choose. `None` means "not set".

    `store` is a folder (None: the user's data folder). `chroma` is the address of a Chroma
    server to use instead of the folder. `encoder` is a name ("default", "fast", "accurate",
    "path:...", "hub:..."), `reranker` too ("none", "path:...", "hub:..."), and `reader`
    (an NLI cross-encoder: "default", "path:...", "hub:..."). `top_k` passages are retrieved a
    claim, `sentences` of their sentences are judged (1 to 1,000 both).

    `llm` is `provider:model`, several of them separated by commas to let them vote (None: the
    default judge). `llm_extract` and `llm_queries` let it find claims and write queries too.
    `llm_timeout` is in seconds, `llm_rate` in requests a second (0: no limit), `llm_price_in`
    and `llm_price_out` in USD a million tokens, `llm_agree` the votes a claim. `llm_key`,
    `llm_base_url` and the prices are those of the one provider or model named in `llm`; where
    there are several, each has its own in `llm_models`. `budget_usd` and `budget_tokens` stop a
    run.
    """

    store: Path | None = None
    chroma: str | None = None
    encoder: str = "default"
    reranker: str = "none"
    reader: str = "default"
    top_k: int = 12
    sentences: int = 10
    llm: str | None = None
    llm_base_url: str | None = None
    llm_key: str | None = field(default=None, repr=False)
    llm_extract: bool = False
    llm_queries: bool = False
    llm_timeout: float = 60.0
    llm_retries: int = 3
    llm_cache: bool = True
    llm_agree: int = 1
    llm_concurrency: int = 4
    llm_rate: float = 0.0
    llm_stream: bool = False
    llm_price_in: float | None = None
    llm_price_out: float | None = None
    llm_models: tuple[ModelSettings, ...] = ()
    budget_usd: float | None = None
    budget_tokens: int | None = None
    ui_language: str = "th"

    @property
    def folder(self) -> Path:
        """The folder the store lies in."""
        if self.store is not None:
            return self.store
        from platformdirs import user_data_path

        return user_data_path("jingmai", appauthor=False) / "store"

    @property
    def fingerprint(self) -> str:
        """Sixteen hex digits that change whenever an answer could."""
        told = {k: str(v) for k, v in sorted(self.told.items()) if k not in _NOT_FINGERPRINTED}
        if self.llm_models:
            told["llm_models"] = str([(m.name, m.base_url) for m in self.llm_models])
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]

    @property
    def told(self) -> dict[str, Any]:
        """Every setting by name, without keys."""
        everything = asdict(self)
        everything["llm_models"] = [_public(m) for m in everything["llm_models"]]
        return _public(everything)


def load_settings(config: Path | None = None, **overrides: object) -> Settings:
    """Read `config` (TOML) and lay `overrides` that are not None over it.

    Raises `SettingsError` for a missing or broken file, an unknown key, a wrong type, a number out
    of range or an address that is none.
    """
    values = _read(config) if config else {}
    values.update({k: v for k, v in overrides.items() if v is not None})
    if "llm_models" in values:
        values["llm_models"] = _models(values["llm_models"])
    return checked(Settings(**_typed_all(values, Settings, but=("llm_models",))))


def checked(settings: Settings) -> Settings:
    """`settings` themselves, when every number is in its range and every address is one.

    Raises `SettingsError`.
    """
    parts: tuple[Settings | ModelSettings, ...] = (settings, *settings.llm_models)
    for part in parts:
        _check_numbers(part)
        _check_address(part)
        _check_prices(part)
    if settings.budget_usd is not None and not settings.budget_usd > 0:
        raise _out_of_range("budget_usd", settings.budget_usd, "--budget", "give more than 0")
    if settings.ui_language not in _LANGUAGES:
        raise SettingsError(
            f"the setting ui_language cannot be {settings.ui_language!r}",
            hint=f"give one of: {', '.join(_LANGUAGES)}",
        )
    if settings.llm is not None and not all(name.strip() for name in settings.llm.split(",")):
        raise SettingsError(
            f"llm names no model: {settings.llm!r}",
            hint="write provider:model, such as openai:gpt-5-mini",
        )
    return settings


def _public(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in _SECRET}


def _read(config: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(config.read_text("utf-8"))
    except OSError as error:
        raise SettingsError(
            f"cannot read the settings file {config}: {error.strerror}",
            hint="check the path given with --config",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"the settings file {config} is not TOML: {error}", hint="write lines like: top_k = 10"
        ) from error


def _models(tables: object) -> tuple[ModelSettings, ...]:
    """The tables under `llm_models`, by name."""
    if isinstance(tables, tuple):  # from a program, typed already
        return tables
    if not isinstance(tables, dict) or not all(isinstance(t, dict) for t in tables.values()):
        raise SettingsError(
            "llm_models holds something that is no table",
            hint='write a table a provider: [llm_models.openai], then key = "..."',
        )
    return tuple(
        ModelSettings(name=name, **_typed_all(table, ModelSettings, but=("name",)))
        for name, table in sorted(tables.items())
    )


def _typed_all(values: dict[str, Any], kind: type, *, but: tuple[str, ...]) -> dict[str, Any]:
    """`values` with the types that the fields of `kind` have; those in `but` as they are."""
    known = {f.name: str(f.type) for f in fields(kind)}
    for key in values:
        if key not in known or (key == "name" and key in but):
            names = sorted(name for name in known if name != "name")
            raise SettingsError(
                f"unknown setting: {key}", hint=f"the settings are: {', '.join(names)}"
            )
    return {k: v if k in but else _typed(k, v, known[k]) for k, v in values.items()}


def _typed(key: str, value: object, wanted: str) -> object:
    if "Path" in wanted and isinstance(value, str | Path):
        return Path(value).expanduser()
    kinds: dict[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int,),
        "float": (int, float),
        "str": (str,),
    }
    if isinstance(value, int) and abs(value) > _HUGE:
        raise SettingsError(f"the setting {key} is out of all bounds", hint="give a smaller number")
    allowed = kinds.get(wanted.split(" ")[0], (Path,))
    if isinstance(value, allowed) and (bool in allowed or not isinstance(value, bool)):
        return float(value) if wanted.startswith("float") else value  # type: ignore[arg-type]
    shown = "it is not shown here" if key in _SECRET else repr(value)
    raise SettingsError(f"the setting {key} has the wrong type: {shown}", hint=_type_hint(wanted))


def _type_hint(wanted: str) -> str:
    words = {"bool": "true or false", "int": "a whole number", "float": "a number", "str": "text"}
    return f"it should be {words.get(wanted.split(' ')[0], 'a path in quotes')}"


def _check_numbers(part: Settings | ModelSettings) -> None:
    for name in (f.name for f in fields(part)):
        value = getattr(part, name)
        if isinstance(value, float) and not math.isfinite(value):
            raise _out_of_range(name, value, "", "give a plain number")
        if name in _LEAST and value is not None and value < _LEAST[name][0]:
            least, option = _LEAST[name]
            raise _out_of_range(name, value, option, f"give {least:g} or more")
        if name in _MOST and value > _MOST[name]:
            option = _LEAST[name][1]
            raise _out_of_range(name, value, option, f"give {_MOST[name]:,} or less")


def _out_of_range(name: str, value: float, option: str, hint: str) -> SettingsError:
    told = f"{name} ({option})" if option else name
    unlimited = "; for no limit leave it out" if name.startswith("budget") else ""
    return SettingsError(f"the setting {told} cannot be {value:g}", hint=hint + unlimited)


def _check_prices(part: Settings | ModelSettings) -> None:
    single = isinstance(part, Settings)
    first, second = ("llm_price_in", "llm_price_out") if single else ("price_in", "price_out")
    if (getattr(part, first) is None) is not (getattr(part, second) is None):
        raise SettingsError(
            f"one of {first} and {second} is missing",
            hint="give both, in USD a million tokens; 0 is for what costs nothing",
        )


def _check_address(part: Settings | ModelSettings) -> None:
    """The address of a model's server is one that can be asked and holds no password."""
    single = isinstance(part, Settings)
    name = "llm_base_url" if single else "base_url"
    address = getattr(part, name)
    if address is None:
        return
    try:
        parts = urlsplit(address)
        if "@" in parts.netloc:
            raise SettingsError(
                f"the setting {name} holds a user name or a password",
                hint="leave it out of the address; a key is given as llm_key",
            )
        port, host = parts.port, parts.hostname
        good = parts.scheme in ("http", "https") and bool(host) and (port is None or port > 0)
        if good and address.isprintable() and " " not in address:
            parts.netloc.encode("idna")
            return
    except ValueError:
        pass
    shown = address.partition("?")[0][:200]
    raise SettingsError(
        f"the setting {name} is no web address" + ("" if "@" in address else f": {shown!r}"),
        hint="write it like http://127.0.0.1:8000/v1",
    )
