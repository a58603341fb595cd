"""Cross-encoders from a folder or the hub: two texts in, scores out (rerankers and NLI models)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.errors import SettingsError

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class CrossEncoder:
    """A loaded cross-encoder. `labels` are its classes in lower case, one for a reranker."""

    name: str
    labels: tuple[str, ...]
    _model: Any

    def scores(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        """Raw scores of `pairs`, float32 of shape (len(pairs), len(labels))."""
        if not pairs:
            return np.zeros((0, len(self.labels)), dtype=np.float32)
        import torch

        told = self._model.predict(
            list(pairs), activation_fn=torch.nn.Identity(), convert_to_numpy=True
        )
        shaped: Scores = np.asarray(told, dtype=np.float32).reshape(len(pairs), len(self.labels))
        return shaped


def load_cross_encoder(name: str) -> CrossEncoder:
    """The cross-encoder `path:FOLDER` (never a download) or `hub:NAME` (may download).

    Raises `SettingsError` for another kind of name, a missing folder or a model that cannot be
    loaded.
    """
    kind, colon, rest = name.partition(":")
    if not colon or kind not in ("path", "hub") or not rest:
        raise SettingsError(
            f"there is no cross-encoder called {name!r}", hint="use path:FOLDER or hub:NAME"
        )
    local = kind == "path"
    if local and not (Path(rest).expanduser() / "config.json").is_file():
        raise SettingsError(
            f"no cross-encoder in {rest}", hint="path: needs a folder that holds config.json"
        )
    from sentence_transformers import CrossEncoder as Loaded

    where = str(Path(rest).expanduser()) if local else rest
    try:
        model = Loaded(where, local_files_only=local, trust_remote_code=False, device="cpu")
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"the cross-encoder {name} cannot be loaded", hint="check the name and the network"
        ) from error
    classes = model.config.id2label
    labels = tuple(str(classes[n]).lower() for n in sorted(classes))
    return CrossEncoder(name, labels, model)
