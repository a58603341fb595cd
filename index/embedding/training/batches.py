"""Batches of pairs, one source at a time, sorted by length so that little is padding."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from index.embedding.tokens import Ids
from index.embedding.training.corpus import Pair


@dataclass(frozen=True, slots=True)
class Source:
    """A named set of tokenized pairs; `share` is its part of all batches, `size` pairs a batch."""

    name: str
    queries: list[Ids]
    passages: list[Ids]
    texts: list[Pair]
    share: float
    size: int


def source(
    name: str, pairs: list[Pair], tokens: Any, *, share: float, size: int, least: int = 3
) -> Source:
    """`pairs` tokenized; pairs with a side of fewer than `least` pieces are left out."""
    queries = tokens.ids([p.query for p in pairs])
    passages = tokens.ids([p.passage for p in pairs])
    keep = [i for i in range(len(pairs)) if len(queries[i]) >= least and len(passages[i]) >= least]
    return Source(
        name,
        [queries[i] for i in keep],
        [passages[i] for i in keep],
        [pairs[i] for i in keep],
        share,
        size,
    )


def schedule(
    sources: Sequence[Source], steps: int, seed: int
) -> Iterator[tuple[Source, list[int]]]:
    """`steps` batches: a source drawn by share, then pairs of like length, without repeats.

    No two pairs of a batch share a query or a passage, so every other pair is a true negative as
    far as the data tell.
    """
    rng = random.Random(seed)
    waiting: dict[str, list[list[int]]] = {s.name: [] for s in sources}
    for _ in range(steps):
        chosen = rng.choices(sources, [s.share for s in sources])[0]
        if not waiting[chosen.name]:
            waiting[chosen.name] = _epoch(chosen, rng)
        yield chosen, waiting[chosen.name].pop()


def _epoch(chosen: Source, rng: random.Random) -> list[list[int]]:
    order = list(range(len(chosen.texts)))
    rng.shuffle(order)
    out = []
    span = chosen.size * 20
    for start in range(0, len(order), span):
        window = sorted(order[start : start + span], key=lambda i: len(chosen.passages[i]))
        for at in range(0, len(window), chosen.size):
            batch = _distinct(chosen, window[at : at + chosen.size])
            if len(batch) > chosen.size // 2:
                out.append(batch)
    rng.shuffle(out)
    return out or [_distinct(chosen, order[: chosen.size])]


def _distinct(chosen: Source, batch: list[int]) -> list[int]:
    queries: set[str] = set()
    passages: set[str] = set()
    out = []
    for i in batch:
        pair = chosen.texts[i]
        if pair.query not in queries and pair.passage not in passages:
            queries.add(pair.query)
            passages.add(pair.passage)
            out.append(i)
    return out


def padded(arrays: Sequence[Ids], longest: int) -> tuple[Any, Any]:
    """Ids (batch, length) and their mask as tensors; arrays are cut at `longest`."""
    import torch

    cut = [a[:longest] for a in arrays]
    width = max(len(a) for a in cut)
    ids = torch.zeros((len(cut), width), dtype=torch.long)
    mask = torch.zeros((len(cut), width))
    for i, a in enumerate(cut):
        ids[i, : len(a)] = torch.from_numpy(a)
        mask[i, : len(a)] = 1.0
    return ids, mask
