"""Fine-tuning the `accurate` model on Thai and English pairs.

Contrastive learning with in-batch negatives (van den Oord et al. 2018, "InfoNCE"), both ways:
question to passage, headline to body, claim to evidence, word to definition, Thai to English.
A second, frozen copy of the network holds the vectors of parallel text near the published ones,
so that what it knew of words our data lack is not forgotten.
"""

from __future__ import annotations

import copy
import time
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.training import corpus, teacher
from index.embedding.training.batches import Source, padded, schedule

TEMPERATURE = 0.05
ANCHOR = 2.0
BODY_RATE = 1.0e-4
ROWS_RATE = 2.0e-3
LONGEST = 160


def contrast(a: Any, b: Any) -> Any:
    """InfoNCE both ways over the pairs (a[i], b[i])."""
    import torch
    from torch.nn import functional as F

    scores = a @ b.T / TEMPERATURE
    target = torch.arange(len(a))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def train(
    network: Any, material: list[Source], *, steps: int, seed: int = 1, report: int = 20
) -> Any:
    """`network` after `steps` batches, its weights averaged over the last third."""
    import torch

    torch.manual_seed(seed)
    frozen = copy.deepcopy(network).requires_grad_(False)
    body = torch.optim.AdamW(network.w.parameters(), lr=BODY_RATE, weight_decay=0.0)
    rows = torch.optim.SparseAdam(network.table.parameters(), lr=ROWS_RATE)
    averages: dict[str, Any] = {}
    seen: dict[str, list[float]] = {}
    began = time.time()
    for step, (chosen, batch) in enumerate(schedule(material, steps, seed)):
        rate = min(1.0, (step + 1) / (0.06 * steps)) * max(0.05, 1 - step / steps)
        body.param_groups[0]["lr"] = BODY_RATE * rate
        rows.param_groups[0]["lr"] = ROWS_RATE * rate
        query = padded([chosen.queries[i] for i in batch], LONGEST)
        passage = padded([chosen.passages[i] for i in batch], LONGEST)
        a, b = network(*query), network(*passage)
        loss = contrast(a, b)
        seen.setdefault(chosen.name, []).append(float(loss.detach()))
        if chosen.name == "parallel":
            with torch.no_grad():
                goal_a, goal_b = frozen(*query), frozen(*passage)
            drift = 2 - (a * goal_a).sum(1).mean() - (b * goal_b).sum(1).mean()
            loss = loss + ANCHOR * drift
        body.zero_grad()
        rows.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.w.parameters(), 1.0)
        body.step()
        rows.step()
        if step >= 2 * steps // 3:
            _average(averages, network, step - 2 * steps // 3)
        if step % report == report - 1:
            print(
                step + 1,
                round(time.time() - began),
                {k: round(float(np.mean(v[-10:])), 3) for k, v in seen.items()},
                flush=True,
            )
    network.load_state_dict(averages)
    return network


def _average(averages: dict[str, Any], network: Any, count: int) -> None:
    """Take the current weights into the running mean of `count` earlier ones."""
    for key, value in network.state_dict().items():
        if count == 0:
            averages[key] = value.clone()
        else:
            averages[key] += (value - averages[key]) / (count + 1)


def start(folder: Path, data: Path, *, size: int) -> tuple[Any, Counter[int]]:
    """The teacher cut down to `size` pieces, and how often each is used in the data.

    Its tokenizer goes to `folder`.
    """
    from index.embedding.training.network import Network, start_weights

    pieces, charsmap = teacher.vocabulary()
    counts = teacher.count_pieces(teacher.tokenizer_of(pieces, charsmap), corpus.texts(data))
    kept = teacher.kept(pieces, counts, size)
    folder.mkdir(parents=True, exist_ok=True)
    tokenizer = teacher.tokenizer_of([pieces[i] for i in kept], charsmap)
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    network = Network(teacher.table()[kept], start_weights(teacher.body()))
    return network, Counter({new: counts[old] for new, old in enumerate(kept)})
