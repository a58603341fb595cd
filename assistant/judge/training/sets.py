"""What the pair reader is trained and measured on."""

from __future__ import annotations

import random
from pathlib import Path

from assistant.judge.training.pairs import (
    REFUTES,
    SUPPORTS,
    Pair,
    creak,
    figure_pairs,
    fool_me_twice,
    nli_pairs,
    rows,
    wice,
)
from assistant.judge.training.pairs_thai import thai_pairs
from assistant.judge.training.written import SOURCE, written

OURS = frozenset({"parallel", "news", SOURCE})
"""Sources of pairs that are made or written for this project, in both languages."""

_HELD = 300
_TIMES = 2
"""How often the written pairs are seen."""
_MEASURED = ("fever_symmetric_en", "feverous_dev_en")


def mixture(data: Path, *, seed: int = 3, general: float = 1.0) -> tuple[list[Pair], list[Pair]]:
    """Pairs to train on, shuffled, and made Thai pairs held out of them.

    `general` is the share kept of the pairs that are neither FoolMeTwice's nor written for this
    project.
    """
    rng = random.Random(seed)
    out = nli_pairs(data, rng)
    out += wice(data, rng) * 2
    out += creak(data, rng, take=5000) + figure_pairs(data, rng, take=4000)
    thai = thai_pairs(data, take=16_000)
    rng.shuffle(thai)
    out += thai[_HELD:]
    out = rng.sample(out, int(general * len(out))) + fool_me_twice(data, rng, held=False) * 2
    out += written(data, held=False) * _TIMES
    rng.shuffle(out)
    return out, thai[:_HELD]


def measuring_sets(data: Path) -> dict[str, list[Pair]]:
    """FoolMeTwice pages and written claims never trained on, and two sets for measuring only."""
    out = {"fool_me_twice": fool_me_twice(data, random.Random(0), held=True)}
    out[SOURCE] = written(data, held=True)
    targets = {"entailment": SUPPORTS, "contradiction": REFUTES}
    for name in _MEASURED:
        out[name] = [
            Pair(row["premise"], row["hypothesis"], targets[row["label"]], name)
            for row in rows(data / f"dev/{name}.jsonl.gz")
            if row["label"] in targets
        ]
    return out
