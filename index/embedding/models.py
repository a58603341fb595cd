"""Choosing an embedding model by name."""

from __future__ import annotations

import functools
from pathlib import Path

from index.embedding.base import Encoder
from index.embedding.threads import one_thread
from index.errors import SettingsError

WEIGHTS = Path(__file__).parent / "weights"
DEFAULT = "accurate"
SHIPPED = ("accurate", "fast")
# What the static vectors add to the accurate model's cosine. The two err differently: shares from
# 0.2 to 0.5 find more of the seed claims and of FEVEROUS than either alone (see the model card).
STATIC_SHARE = 0.4
_HELP = "use default, accurate, fast, path:FOLDER or hub:NAME"


def load_encoder(name: str = "default") -> Encoder:
    """The embedding model called `name`.

    "default" is `DEFAULT`; "accurate" (network and static vectors side by
    side) and "fast" (static vectors) are shipped; "path:FOLDER" is a
    sentence-transformers folder on this machine and never touches the network; "hub:NAME" may
    download. Raises `SettingsError` where there is no such model.
    """
    kind, colon, rest = name.partition(":")
    if not colon:
        return _shipped(DEFAULT if name in ("", "default") else name)
    if kind not in ("path", "hub"):
        raise SettingsError(f"there is no embedding model called {name!r}", hint=_HELP)
    from index.embedding.sentence_models import from_folder, from_hub

    return from_folder(rest) if kind == "path" else from_hub(rest)


@functools.lru_cache(maxsize=len(SHIPPED))
def _shipped(name: str) -> Encoder:
    """A shipped model, read once a process."""
    if name not in SHIPPED:
        raise SettingsError(f"there is no embedding model called {name!r}", hint=_HELP)
    one_thread()
    if name == "fast":
        from index.embedding.static import StaticEncoder

        return StaticEncoder(WEIGHTS / name, name=name)
    from index.embedding.averaging import AveragingEncoder
    from index.embedding.joined import JoinedEncoder, Part

    network = AveragingEncoder(
        WEIGHTS / name, name=name, tokenizer=WEIGHTS / "fast" / "tokenizer.json"
    )
    return JoinedEncoder(
        (Part(network, 1 - STATIC_SHARE), Part(_shipped("fast"), STATIC_SHARE)), name=name
    )
