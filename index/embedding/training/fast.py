"""Training the `fast` model: one vector a piece, their mean a text's.

It starts from what the accurate network says of each piece alone (its first principal directions,
rare pieces weighted up: Arora et al. 2017), then learns on the same pairs with in-batch negatives.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.rows import quantise
from index.embedding.training.batches import Source, schedule

DIMENSIONS = 256
TEMPERATURE = 0.05
RATE = 4e-3
DROPPED = 0.1
RARITY = 1e-3
MARKS = 3
# The part of all batches that each source gets, and the pairs a batch.
SHARES = {
    "parallel": 0.4,
    "windows": 0.12,
    "questions": 0.1,
    "claims": 0.12,
    "headlines_th": 0.08,
    "headlines_en": 0.03,
    "words": 0.1,
    "definitions": 0.05,
}
SIZES = {
    "parallel": 1024,
    "windows": 512,
    "questions": 512,
    "claims": 768,
    "headlines_th": 384,
    "headlines_en": 384,
    "words": 1024,
    "definitions": 1024,
}


def start_rows(network: Any, counts: Counter[int]) -> NDArray[np.float32]:
    """Rows (pieces, DIMENSIONS) to start from; `counts` says how often each piece is used."""
    import torch

    size = len(network.table.weight)
    vectors = []
    with torch.no_grad():
        for at in range(0, size, 1024):
            middle = torch.arange(at, min(size, at + 1024))
            ids = torch.stack([torch.full_like(middle, 1), middle, torch.full_like(middle, 2)], 1)
            vectors.append(network(ids, torch.ones(ids.shape)).numpy())
    table = np.concatenate(vectors)
    table[:MARKS] = 0
    table -= table[MARKS:].mean(0)
    directions = np.linalg.svd(table[::4], full_matrices=False)[2][:DIMENSIONS]
    used = np.array([counts.get(i, 0) + 1.0 for i in range(size)])
    weights = np.sqrt(RARITY / (RARITY + used / used.sum()))
    rows: NDArray[np.float32] = (table @ directions.T * weights[:, None]).astype(np.float32)
    rows[:MARKS] = 0
    return rows


def train(
    rows: NDArray[np.float32],
    material: list[Source],
    *,
    steps: int,
    seed: int = 1,
    report: int = 50,
) -> NDArray[np.float32]:
    """`rows` after `steps` batches of contrast both ways, 10% of the pieces left out at random."""
    import torch
    from torch.nn import functional as F

    torch.manual_seed(seed)
    table = torch.nn.Parameter(torch.from_numpy(rows.copy()))
    optimiser = torch.optim.Adam([table], lr=RATE)
    seen: dict[str, list[float]] = {}
    began = time.time()
    for step, (chosen, batch) in enumerate(schedule(material, steps, seed)):
        optimiser.param_groups[0]["lr"] = RATE * min(1, (step + 1) / 20) * (1 - step / steps)

        def side(arrays: list[Any]) -> Any:
            flat = torch.from_numpy(np.concatenate(arrays))
            starts = torch.tensor([0, *np.cumsum([len(a) for a in arrays])[:-1]])
            keep = (torch.rand(len(flat)) >= DROPPED).float()
            sums = F.embedding_bag(flat, table, starts, mode="sum", per_sample_weights=keep)
            return F.normalize(sums, dim=-1)

        a = side([chosen.queries[i] for i in batch])
        b = side([chosen.passages[i] for i in batch])
        scores = a @ b.T / TEMPERATURE
        goal = torch.arange(len(batch))
        loss = (F.cross_entropy(scores, goal) + F.cross_entropy(scores.T, goal)) / 2
        seen.setdefault(chosen.name, []).append(float(loss.detach()))
        optimiser.zero_grad()
        loss.backward()
        assert table.grad is not None
        table.grad[:MARKS] = 0
        optimiser.step()
        if step % report == report - 1:
            losses = {k: round(float(np.mean(v[-10:])), 3) for k, v in seen.items()}
            print(step + 1, round(time.time() - began), losses, flush=True)
    out: NDArray[np.float32] = table.detach().numpy().copy()
    return out


def save(rows: NDArray[np.float32], folder: Path) -> None:
    """Write the sentence-transformers folder; its `tokenizer.json` must lie there already."""
    from safetensors.numpy import save_file

    whole, scales = quantise(rows)
    save_file({"embeddings": whole, "weights": scales}, folder / "model.safetensors")
    modules = [
        {"idx": i, "name": str(i), "path": path, "type": f"sentence_transformers.models.{kind}"}
        for i, (path, kind) in enumerate((("", "StaticEmbedding"), ("1_Normalize", "Normalize")))
    ]
    (folder / "modules.json").write_text(json.dumps(modules, indent=2) + "\n", "utf-8")
    config = {"model_type": "SentenceTransformer", "similarity_fn_name": "cosine", "prompts": {}}
    (folder / "config_sentence_transformers.json").write_text(
        json.dumps(config, indent=2) + "\n", "utf-8"
    )
