"""Settings: one frozen object, read from a TOML file and the command line, never at import."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

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
        "budget_usd",
        "budget_tokens",
    }
)


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything a user can choose. `None` means "not set".

    `store` is a folder (None: the user's data folder). `chroma` is the address of a Chroma
    server to use instead of the folder. `encoder` is a name ("default", "fast", "accurate",
    "path:...", "hub:..."), `reranker` too ("none", "path:...", "hub:..."), and `reader`
    (an NLI cross-encoder: "default", "path:...", "hub:..."). `top_k` passages are retrieved a
    claim, `sentences` of their sentences are judged.

    `llm` is `provider:model`, several of them separated by commas to let them vote (None: the
    default judge). `llm_extract` and `llm_queries` let it find claims and write queries too.
    `llm_timeout` is in seconds, `llm_rate` in requests a second (0: no limit), `llm_price_in`
    and `llm_price_out` in USD a million tokens (0: unknown), `llm_agree` the votes a claim.
    `budget_usd` and `budget_tokens` stop a run (0: no limit).
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
    llm_price_in: float = 0.0
    llm_price_out: float = 0.0
    budget_usd: float = 0.0
    budget_tokens: int = 0
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
        told = {k: str(v) for k, v in sorted(asdict(self).items()) if k not in _NOT_FINGERPRINTED}
        return hashlib.sha256(repr(told).encode()).hexdigest()[:16]


def load_settings(config: Path | None = None, **overrides: object) -> Settings:
    """Read `config` (TOML) and lay `overrides` that are not None over it.

    Raises `SettingsError` for a missing or broken file, an unknown key or a wrong type.
    """
    values = _read(config) if config else {}
    values.update({k: v for k, v in overrides.items() if v is not None})
    known = {f.name: str(f.type) for f in fields(Settings)}
    for key, value in values.items():
        if key not in known:
            raise SettingsError(
                f"unknown setting: {key}", hint=f"the settings are: {', '.join(sorted(known))}"
            )
        values[key] = _typed(key, value, known[key])
    return replace(Settings(), **values)


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


def _typed(key: str, value: object, wanted: str) -> object:
    if "Path" in wanted and isinstance(value, str | Path):
        return Path(value).expanduser()
    kinds: dict[str, tuple[type, ...]] = {
        "bool": (bool,),
        "int": (int,),
        "float": (int, float),
        "str": (str,),
    }
    allowed = kinds.get(wanted.split(" ")[0], (Path,))
    if isinstance(value, allowed) and (bool in allowed or not isinstance(value, bool)):
        return float(value) if wanted.startswith("float") else value  # type: ignore[arg-type]
    raise SettingsError(
        f"the setting {key} has the wrong type: {value!r}", hint=f"it should be {wanted}"
    )
