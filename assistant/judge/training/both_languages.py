"""Go on training the pair reader on Thai, cross-lingual and English pairs together.

    python -m assistant.judge.training.both_languages --help


Words come from the shipped bilingual table, figures in one spelling, as while judging.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.judge.reader import LONGEST
from assistant.judge.training.cross_encoder import (
    batches,
    build,
    loss_of,
    measuring_sets,
    save,
)
from assistant.judge.training.pairs import (
    NOT_SUPPORTS,
    REFUTES,
    SUPPORTS,
    Pair,
    figure_pairs,
    fool_me_twice,
    nli_pairs,
    wice,
)
from assistant.judge.training.pairs_thai import thai_pairs


@dataclass(frozen=True, slots=True)
class Encoded:
    """Piece ids of a pair, and where the claim begins."""

    ids: Any
    split: int


class Pieces:
    """The shipped table, giving tensors."""

    def __init__(self) -> None:
        from index.embedding.pieces import PieceRows

        self.table = PieceRows()

    def encode(self, pair: Pair) -> Encoded:
        """As `assistant.judge.reader` does it."""
        import numpy as np

        from index.embedding.numerals import canonical

        second = self.table.ids(canonical(pair.claim))[: LONGEST // 2]
        first = self.table.ids(canonical(pair.evidence[:600]))[: LONGEST - 3 - len(second)]
        start, end = [self.table.start], [self.table.end]
        return Encoded(np.concatenate([start, first, end, second, end]), len(first) + 2)

    def tensors(self, encoded: list[Encoded]) -> tuple[Any, Any, Any]:
        """Padded vectors, types and mask."""
        import torch

        width = max(len(e.ids) for e in encoded)
        embeds = torch.zeros(len(encoded), width, self.table.dimensions)
        types = torch.zeros(len(encoded), width, dtype=torch.long)
        mask = torch.zeros(len(encoded), width, dtype=torch.long)
        for i, e in enumerate(encoded):
            n = len(e.ids)
            embeds[i, :n] = torch.from_numpy(self.table.rows(e.ids.astype("int64")))
            types[i, e.split : n] = 1
            mask[i, :n] = 1
        return embeds, types, mask


def mixture(data: Path, *, seed: int = 3) -> list[Pair]:
    """Thai and cross-lingual pairs, FoolMeTwice, figures, and a share of the English sets."""
    rng = random.Random(seed)
    english = nli_pairs(data, rng)
    rng.shuffle(english)
    out = thai_pairs(data, take=8000) + fool_me_twice(data, rng, held=False)
    out += english[:4500] + figure_pairs(data, rng, take=1200) + wice(data, rng)
    rng.shuffle(out)
    return out


def measure(model: Any, pieces: Pieces, held: dict[str, list[Pair]], thai: list[Pair]) -> None:
    """Print accuracy: two ways on held-out English, three ways on held-out Thai pairs."""
    import torch

    model.eval()
    with torch.no_grad():
        for name, pairs in {**held, "thai": thai}.items():
            logits = torch.cat(
                [
                    model(*pieces.tensors([pieces.encode(p)]))
                    for p in pairs
                    if p.target < NOT_SUPPORTS
                ]
            )
            targets = torch.tensor([p.target for p in pairs if p.target < NOT_SUPPORTS])
            if name == "thai":
                right = logits.argmax(1) == targets
            else:
                right = (logits[:, SUPPORTS] > logits[:, REFUTES]) == (targets == SUPPORTS)
            print(name, round(right.float().mean().item(), 3), flush=True)


def main() -> None:
    """Train, measure and save."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rate", type=float, default=8e-5)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--minutes", type=float, default=24.0)
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    pieces = Pieces()
    everything = mixture(args.data, seed=args.seed)
    held_thai = [p for p in everything if p.source in ("parallel", "news")][:200]
    kept = set(map(id, held_thai))
    pairs = [p for p in everything if id(p) not in kept]
    encoded = [pieces.encode(p) for p in pairs]
    targets = torch.tensor([p.target for p in pairs])
    print(len(pairs), "pairs", flush=True)
    model = build(args.base)
    model.load_state_dict(torch.load(args.start / "reader.pt", weights_only=True), strict=False)
    plan = batches(encoded, args.batch, random.Random(1))
    optimizer = torch.optim.AdamW(
        [p for p in model.parameters() if p.requires_grad], lr=args.rate, weight_decay=0.01
    )
    began, mean = time.monotonic(), 0.7
    for step, chosen in enumerate(plan):
        spent = (time.monotonic() - began) / 60
        done = max(step / len(plan), spent / args.minutes)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, (step + 1) / 30) * (1 - done)
        model.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(*pieces.tensors([encoded[i] for i in chosen]))
        loss = loss_of(logits, targets[chosen])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        mean = 0.98 * mean + 0.02 * loss.item()
        if step % 25 == 0:
            print(f"step {step}/{len(plan)} {spent:.1f} min loss {mean:.3f}", flush=True)
        if step % 100 == 99:
            save(model, args.out)
    save(model, args.out)
    held = {name: found[:200] for name, found in measuring_sets(args.data).items()}
    measure(model, pieces, held, held_thai)


if __name__ == "__main__":
    main()
