"""Train the Thai rows of `pieces` to read under all-MiniLM-L6-v2's body as their translation does.

    python -m index.embedding.training.thai_rows --data DATA --out FOLDER

The body is frozen; only Thai rows move. The loss is 1 - cosine between the mean-pooled vectors of
a Thai text and of its English translation, plus 0.3 of in-batch contrast at a temperature of 1/20
(distillation over parallel text: Reimers and Gurevych 2020). Starts from the shipped rows.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.numerals import canonical
from index.embedding.pieces import PieceRows
from index.embedding.rows import quantise
from index.embedding.training.corpus import rows
from index.embedding.training.piece_rows import base_model

BATCH, RATE, CONTRAST, TEMPERATURE, LONGEST = 128, 1e-3, 0.3, 1 / 20, 96
LEAST, MOST = 12, 400
"""Characters of a Thai text that is used."""


def pairs(data: Path, table: PieceRows) -> list[tuple[Any, Any]]:
    """Piece ids of Thai texts and of their translations, in random order."""
    found = []
    for row in rows(data / "train/parallel_en_th.jsonl.gz"):
        if LEAST <= len(row["th"]) <= MOST and row["th"] != row["en"]:
            thai, english = (table.ids(canonical(row[k]))[:LONGEST] for k in ("th", "en"))
            if len(thai) and len(english):
                found.append((thai, english))
    random.Random(7).shuffle(found)
    return found


class Student:
    """The frozen body over fixed English rows and trained Thai ones."""

    def __init__(self, table: PieceRows) -> None:
        import torch
        from transformers import AutoModel

        self.body = AutoModel.from_pretrained(base_model()).eval().requires_grad_(False)
        self.fixed = int(table.thai_words().min())
        every = table.rows(np.arange(table.size))
        self.english = torch.tensor(every[: self.fixed])
        self.thai = torch.nn.Parameter(torch.tensor(every[self.fixed :]))

    def table(self) -> Any:
        """All rows, English first."""
        import torch

        return torch.cat([self.english, self.thai])

    def vectors(self, ids: list[Any], table: PieceRows) -> Any:
        """Unit vectors of texts: the mean of the body's states, marks included."""
        import torch

        whole = [np.concatenate([[table.start], i, [table.end]]) for i in ids]
        width = max(map(len, whole))
        padded = torch.tensor(np.array([np.pad(i, (0, width - len(i))) for i in whole]))
        mask = torch.tensor([[float(k < len(i)) for k in range(width)] for i in whole])
        embeds = torch.nn.functional.embedding(padded, self.table())
        states = self.body(inputs_embeds=embeds, attention_mask=mask).last_hidden_state.float()
        mean = (states * mask[..., None]).sum(1)
        return torch.nn.functional.normalize(mean, dim=-1)


def loss_of(thai: Any, english: Any) -> Any:
    """Distance to the translation, and contrast with the translations of others."""
    import torch

    near = 1 - (thai * english).sum(-1).mean()
    scores = thai @ english.T / TEMPERATURE
    return near + CONTRAST * torch.nn.functional.cross_entropy(scores, torch.arange(len(thai)))


def train(student: Student, table: PieceRows, found: list[tuple[Any, Any]], minutes: float) -> None:
    """Adam with linear decay; batches of like length, ended after `minutes`."""
    import torch

    plan = []
    for at in range(0, len(found), BATCH * 40):
        near = sorted(found[at : at + BATCH * 40], key=lambda pair: len(pair[0]))
        plan += [near[i : i + BATCH] for i in range(0, len(near), BATCH)]
    random.Random(1).shuffle(plan)
    optimizer = torch.optim.Adam([student.thai], lr=RATE)
    began, mean = time.monotonic(), 1.0
    for step, batch in enumerate(plan):
        done = max(step / len(plan), (time.monotonic() - began) / 60 / minutes)
        if done >= 1:
            break
        optimizer.param_groups[0]["lr"] = RATE * (1 - done)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            with torch.no_grad():
                english = student.vectors([e for _, e in batch], table)
            thai = student.vectors([t for t, _ in batch], table)
        loss = loss_of(thai, english)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        mean = 0.98 * mean + 0.02 * loss.item()
        if step % 50 == 0:
            _say(f"step {step}/{len(plan)}, {(time.monotonic() - began) / 60:.1f} min, {mean:.3f}")


def top_1(student: Student, table: PieceRows, data: Path) -> float:
    """Share of NTREX sentences whose translation is nearest (measured on, never trained on)."""
    import torch

    found = rows(data / "dev/ntrex128_en_th.jsonl.gz")[:1000]
    sides = []
    with torch.no_grad():
        for key in ("th", "en"):
            ids = [table.ids(canonical(row[key]))[:LONGEST] for row in found]
            parts = [student.vectors(ids[i : i + 50], table) for i in range(0, len(ids), 50)]
            sides.append(torch.cat(parts))
    right = (sides[0] @ sides[1].T).argmax(1) == torch.arange(len(found))
    return round(right.float().mean().item(), 3)


def main() -> None:
    """Train, measure and write `rows.npz`."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=15.0)
    parser.add_argument("--threads", type=int, default=2)
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(args.threads)
    table = PieceRows()
    student = Student(table)
    _say(f"NTREX top-1 of 1,000 before: {top_1(student, table, args.data)}")
    train(student, table, pairs(args.data, table), args.minutes)
    _say(f"after: {top_1(student, table, args.data)}")
    whole, scales = quantise(student.table().detach().numpy())
    np.savez(args.out / "rows.npz", rows=whole, scales=scales, thai_rows=table.thai_rows)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
