"""Any sentence-transformers model, from a folder or from the hub."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.base import Encoder, Role, Vectors
from index.embedding.rows import unit
from index.errors import SettingsError

# Families that were trained with words before the text: part of the name, query, passage.
# E5: Wang et al. 2022; BGE (English): Xiao et al. 2023. bge-m3 takes none.
PREFIXES: tuple[tuple[str, str, str], ...] = (
    ("bge-m3", "", ""),
    ("e5-mistral", "Instruct: Retrieve passages that answer the query\nQuery: ", ""),
    ("e5-large-instruct", "Instruct: Retrieve passages that answer the query\nQuery: ", ""),
    ("e5", "query: ", "passage: "),
    ("bge", "Represent this sentence for searching relevant passages: ", ""),
    ("nomic-embed", "search_query: ", "search_document: "),
)


class SentenceEncoder(Encoder):
    """A loaded sentence-transformers model with the prefixes its family expects.

    Texts are padded to the longest of a batch, so the last bits of a vector may depend on the
    batch; the shipped models have no such dependence.

    The model's own prompts called "query" and "passage" (or "document") come first; a model
    without them is looked up in `PREFIXES` by `known_as`.
    """

    def __init__(self, model: Any, *, name: str, known_as: str, fingerprint: str) -> None:
        self.name = name
        self.fingerprint = fingerprint
        self.dimensions = int(model.get_embedding_dimension())
        self._model = model
        self._prefix = prefixes(model.prompts or {}, known_as)

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts` with the prefix of `role`; a bar shows from 2,000 texts on."""
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        filled = [i for i, text in enumerate(texts) if text.strip()]
        if filled:
            out[filled] = self._model.encode(
                [self._prefix[role] + texts[i] for i in filled],
                prompt="",
                batch_size=32,
                convert_to_numpy=True,
                show_progress_bar=len(texts) >= 2000,
            )
        return unit(out)


def prefixes(prompts: dict[str, str], known_as: str) -> dict[Role, str]:
    """What to write before queries and passages: the model's own prompts, else its family's."""
    own_query = prompts.get("query", "")
    own_passage = prompts.get("passage", "") or prompts.get("document", "")
    if own_query or own_passage:
        return {"query": own_query, "passage": own_passage}
    for part, query, passage in PREFIXES:
        if part in known_as.lower():
            return {"query": query, "passage": passage}
    return {"query": "", "passage": ""}


def from_folder(path: str) -> SentenceEncoder:
    """The model in the folder `path`; never a download. Raises `SettingsError` without one."""
    folder = Path(path).expanduser()
    if not (folder / "modules.json").is_file() and not (folder / "config.json").is_file():
        raise SettingsError(
            f"no sentence-transformers model in {path or 'an empty path'}",
            hint="path: needs a folder that holds modules.json or config.json",
        )
    model = _load(str(folder), local=True)
    digest = hashlib.sha256()
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(file.relative_to(folder).as_posix().encode())
        digest.update(file.read_bytes())
    return SentenceEncoder(
        model,
        name=f"path:{path}",
        known_as=_known_as(folder),
        fingerprint=f"path-{digest.hexdigest()[:16]}",
    )


def from_hub(name: str) -> SentenceEncoder:
    """The model `name` of the Hugging Face hub, downloaded at first use."""
    if name.count("/") > 1 or not name.strip("/"):
        raise SettingsError(
            f"{name!r} is no name of a model on the hub", hint="e.g. hub:BAAI/bge-m3"
        )
    model = _load(name, local=False)
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    revision = str(getattr(config, "_commit_hash", "") or "unknown")
    return SentenceEncoder(
        model, name=f"hub:{name}", known_as=name, fingerprint=f"hub-{name}-{revision[:16]}"
    )


def _load(source: str, *, local: bool) -> Any:
    from sentence_transformers import SentenceTransformer

    try:
        return SentenceTransformer(source, device="cpu", local_files_only=local)
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).strip().splitlines()[0] if str(error).strip() else type(error).__name__
        hint = "check the folder" if local else "check the name, the network and HF_HUB_OFFLINE"
        raise SettingsError(f"cannot load the model {source}: {reason}", hint=hint) from error


def _known_as(folder: Path) -> str:
    """The name a folder's model goes by: what its config says, and the folder's own name."""
    import json

    file = folder / "config.json"
    said = json.loads(file.read_text("utf-8")).get("_name_or_path", "") if file.is_file() else ""
    return f"{said} {folder.name}"
