"""Train a large English reader whose opinions the small one is taught.

    python -m assistant.judge.training.teacher --data DATA --base MPNET --out FOLDER --minutes 46
    python -m assistant.judge.training.teacher --data DATA --base MPNET --read FOLDER --out FILE

MPNET is the folder of all-mpnet-base-v2 (Apache-2.0), eight times as large as the body of the pair
reader; its embeddings and first five layers stay frozen. The first command trains it on English
pairs, the second lets it read such pairs, and others whose label nobody knows, and writes a JSON
line for each: evidence, claim, source, target and the three logits (Hinton et al. 2015).
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.judge.marking import as_read
from assistant.judge.training.network import batches, loss_of
from assistant.judge.training.pairs import (
    NOT_SUPPORTS,
    REFUTES,
    SUPPORTS,
    UNKNOWN,
    Pair,
    creak,
    figure_pairs,
    fool_me_twice,
    nli_pairs,
    unlabelled,
    wice,
)
from assistant.judge.training.sets import measuring_sets
from assistant.judge.training.written import written

LONGEST = 112
"""Pieces of a pair that the teacher reads."""

_FROZEN = 5
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_BATCH = 32
_SHORT, _PLAIN = 520, 400  # code points of a written passage and of other evidence


def main() -> None:
    """Train, or read with what was trained."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--read", type=Path)
    parser.add_argument("--minutes", type=float, default=46.0)
    args = parser.parse_args()
    teacher = Teacher(args.base)
    if args.read:
        teacher.load(args.read)
        write(teacher, to_read(args.data), args.out)
    else:
        train(teacher, args.data, args.out, args.minutes)


class Teacher:
    """The network with its own word pieces."""

    def __init__(self, base: Path) -> None:
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.manual_seed(7)
        self.pieces = AutoTokenizer.from_pretrained(base)
        self.body = AutoModel.from_pretrained(base)
        self.head = torch.nn.Linear(2 * self.body.config.hidden_size, 3)
        self.net = torch.nn.ModuleDict({"body": self.body, "head": self.head})
        for part in (self.body.embeddings, *self.body.encoder.layer[:_FROZEN]):
            part.requires_grad_(False)

    def __call__(self, pairs: Sequence[Pair]) -> Any:
        """Logits for refutes, silent and supports of each pair."""
        import torch

        read = [as_read(p.evidence[:900], p.claim) for p in pairs]
        given = self.pieces(
            [evidence for evidence, _ in read],
            [claim for _, claim in read],
            truncation="longest_first",
            max_length=LONGEST,
            padding=True,
            return_tensors="pt",
        )
        states = self.body(**given).last_hidden_state
        weights = given["attention_mask"].unsqueeze(-1).float()
        mean = (states * weights).sum(1) / weights.sum(1)
        return self.head(torch.cat([states[:, 0], mean], -1))

    def load(self, folder: Path) -> None:
        """Take the weights that `train` wrote."""
        import torch

        self.net.load_state_dict(torch.load(folder / "teacher.pt", weights_only=True))


def train(teacher: Teacher, data: Path, out: Path, minutes: float) -> None:
    """Train for so many minutes at most, measuring at the end."""
    import torch

    pairs = to_train_on(data)
    own = [p for p in teacher.body.parameters() if p.requires_grad]
    optimizer = torch.optim.AdamW(
        [
            {"params": own, "base": 4e-5},
            {"params": list(teacher.head.parameters()), "base": 5e-4},
        ],
        weight_decay=0.01,
    )
    plan = batches([len(p.evidence[:900]) + len(p.claim) for p in pairs], _BATCH, random.Random(1))
    _say(f"{len(pairs)} pairs, {len(plan)} steps")
    began = time.monotonic()
    for step, chosen in enumerate(plan):
        done = max((time.monotonic() - began) / 60 / minutes, step / len(plan))
        if done >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = group["base"] * min(1, (step + 1) / 60) * (1 - done)
        teacher.net.train()
        batch = [pairs[i] for i in chosen]
        loss = loss_of(teacher(batch), torch.tensor([p.target for p in batch]))
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(teacher.net.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 0:
            _say(f"step {step}, loss {loss.item():.3f}")
    out.mkdir(parents=True, exist_ok=True)
    torch.save(teacher.net.state_dict(), out / "teacher.pt")
    _say(f"held out: {measured(teacher, data)}")


def to_train_on(data: Path) -> list[Pair]:
    """English pairs, those on short evidence first."""
    rng = random.Random(4)
    ours = [p for p in _english(written(data, held=False)) if len(p.evidence) < _SHORT]
    general = nli_pairs(data, rng)
    pages = fool_me_twice(data, rng, held=False)
    for part in (ours, general):
        rng.shuffle(part)
    out = [*(p for p in pages if p.source == "fm2"), *pages, *ours[:2500], *wice(data, rng)]
    out += creak(data, rng, take=3000) + figure_pairs(data, rng, take=800)
    out += [p for p in general if len(p.evidence) < _PLAIN][:11_000]
    rng.shuffle(out)
    return out


def to_read(data: Path, *, most: int = 24_000) -> list[Pair]:
    """What the teacher is asked about: pairs it was trained on, without those written for this
    project, which the small reader knows better, and pairs of FoolMeTwice pages whose label nobody
    knows (see `unlabelled`)."""
    known = [p for p in to_train_on(data) if p.source != "written"]
    seen = {(p.evidence, p.claim): p for p in known if p.source in ("fm2", "wice")}
    rest = [p for p in known if p.source not in ("fm2", "wice")]
    unknown = {(p.evidence, p.claim): p for p in unlabelled(data, random.Random(6))}
    return [*seen.values(), *(p for k, p in unknown.items() if k not in seen), *rest][:most]


def write(teacher: Teacher, pairs: Sequence[Pair], out: Path) -> None:
    """A JSON line for each pair with what the teacher thinks of it."""
    import torch

    teacher.net.eval()
    order = sorted(range(len(pairs)), key=lambda i: len(pairs[i].evidence))
    with out.open("w", encoding="utf-8") as lines, torch.no_grad():
        for at in range(0, len(order), _BATCH):
            some = [pairs[i] for i in order[at : at + _BATCH]]
            for pair, logits in zip(some, teacher(some).tolist(), strict=True):
                row = {
                    "evidence": pair.evidence, "claim": pair.claim, "source": pair.source,
                    "target": pair.target, "logits": [round(x, 4) for x in logits],
                }  # fmt: skip
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def measured(teacher: Teacher, data: Path) -> dict[str, float]:
    """Accuracy on pairs never trained on: supports against refutes, three ways for `written`."""
    import torch

    out = {}
    teacher.net.eval()
    with torch.no_grad():
        for name, found in measuring_sets(data).items():
            pairs = [p for p in _english(found) if p.target != NOT_SUPPORTS][:400]
            parts = [pairs[at : at + _BATCH] for at in range(0, len(pairs), _BATCH)]
            logits = torch.cat([teacher(part) for part in parts])
            targets = torch.tensor([p.target for p in pairs])
            if name == "written":
                right = logits.argmax(1) == targets
            else:
                right = (logits[:, SUPPORTS] > logits[:, REFUTES]) == (targets == SUPPORTS)
            out[name] = round(right.float().mean().item(), 3)
    return out


def taught(path: Path) -> list[tuple[Pair, list[float]]]:
    """The pairs of a file that `write` made, with the logits."""
    rows = (json.loads(line) for line in path.read_text("utf-8").splitlines())
    return [
        (Pair(r["evidence"], r["claim"], r.get("target", UNKNOWN), r["source"]), r["logits"])
        for r in rows
    ]


def _english(pairs: Sequence[Pair]) -> list[Pair]:
    return [p for p in pairs if not _THAI.search(p.evidence + p.claim)]


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
