"""Train the pair reader from all-MiniLM-L6-v2 on English, Thai and cross-lingual pairs.

    python -m assistant.judge.training.train --data DATA --base MINILM --out FOLDER

MINILM is that model's folder. Its word vectors stay frozen, and the words of both languages come
from the shipped bilingual table. About an hour on two cores; --minutes ends it earlier, --start
goes on from what another run wrote, --general leaves out all but a share of the sets that were not
written for this project, --taught adds pairs that `assistant.judge.training.teacher` has read,
--order shuffles the batches otherwise.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from assistant.judge.training.encode import Encoded, Pieces, Switch
from assistant.judge.training.network import batches, build, save, taught_loss
from assistant.judge.training.pairs import NOT_SUPPORTS, REFUTES, SUPPORTS, Pair
from assistant.judge.training.sets import OURS, measuring_sets, mixture
from assistant.judge.training.teacher import taught

SWITCHED = 0.3
"""Share of the English pairs in which words are switched to Thai."""

_TIMES = 2
"""How often the pairs that a teacher has read are seen."""


def main() -> None:
    """Train, measure and save."""
    import torch

    args = _arguments()
    torch.manual_seed(7)
    torch.set_num_threads(args.threads)
    pieces = Pieces()
    pairs, held = mixture(args.data, general=args.general)
    switch, rng = Switch(pieces.table), random.Random(5)
    opinions = [_UNREAD] * len(pairs)
    for pair, logits in (taught(args.taught) if args.taught else []) * _TIMES:
        pairs.append(pair)
        opinions.append(logits)
    encoded = [_encoded(pair, pieces, switch, rng) for pair in pairs]
    targets = torch.tensor([p.target for p in pairs])
    teacher = torch.tensor(opinions)
    sets = {**measuring_sets(args.data), "thai": held}
    model = build(args.base)
    if args.start:
        model.load_state_dict(torch.load(args.start / "reader.pt", weights_only=True), strict=False)
    plan = batches([len(e.ids) for e in encoded], args.batch, random.Random(args.order))
    _say(f"{len(pairs)} pairs, {len(plan)} steps; {len(switch)} words have a Thai one")
    optimizer = torch.optim.AdamW(
        [p for p in model.parameters() if p.requires_grad], lr=args.rate, weight_decay=0.01
    )
    began, mean = time.monotonic(), 0.0
    for step, chosen in enumerate(plan):
        spent = (time.monotonic() - began) / 60
        done = max(step / len(plan), spent / args.minutes)
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = args.rate * min(1.0, (step + 1) / 100) * (1 - done)
        model.train()
        logits = model(*pieces.tensors([encoded[i] for i in chosen]))
        loss = taught_loss(logits, teacher[chosen], targets[chosen])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        mean = 0.99 * mean + 0.01 * loss.item() if step else loss.item()
        if step % 100 == 0:
            _say(f"step {step}, {spent:.1f} min, loss {mean:.3f}")
        if step % 500 == 499:
            _say(f"held out: {measured(model, pieces, sets)}")
            save(model, args.out)
    save(model, args.out)
    _say(f"held out: {measured(model, pieces, sets)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path)
    parser.add_argument("--taught", type=Path)
    parser.add_argument("--general", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--order", type=int, default=1)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--minutes", type=float, default=90.0)
    return parser.parse_args()


_UNREAD = [math.nan] * 3
"""The opinion of a teacher that has not read a pair."""


def _encoded(pair: Pair, pieces: Pieces, switch: Switch, rng: random.Random) -> Encoded:
    one = pieces.encode(pair)
    if pair.source in OURS or rng.random() > SWITCHED:
        return one
    return switch(one, rng)


def measured(
    model: Any, pieces: Pieces, sets: Mapping[str, Sequence[Pair]], *, most: int = 300
) -> dict[str, float]:
    """Accuracy on at most `most` pairs of each set: three ways for those that have silent pairs,
    supports against refutes for the others."""
    import torch

    out = {}
    model.eval()
    with torch.no_grad():
        for name, found in sets.items():
            pairs = [p for p in found if p.target != NOT_SUPPORTS][:most]
            logits = torch.cat([model(*pieces.tensors([pieces.encode(p)])) for p in pairs])
            targets = torch.tensor([p.target for p in pairs])
            if {p.target for p in pairs} <= {SUPPORTS, REFUTES}:
                right = (logits[:, SUPPORTS] > logits[:, REFUTES]) == (targets == SUPPORTS)
            else:
                right = logits.argmax(1) == targets
            out[name] = round(right.float().mean().item(), 3)
    return out


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
