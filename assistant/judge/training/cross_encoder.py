"""Fine-tune the pair reader from all-MiniLM-L6-v2, word embeddings frozen.

    python -m assistant.judge.training.cross_encoder --data DATA --base MINILM --out FOLDER

The frozen word embeddings are what the bilingual encoder shares, so its Thai rows can be put in
their place afterwards. About an hour on one core.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path
from typing import Any

from assistant.judge.training.pairs import (
    NOT_SUPPORTS,
    REFUTES,
    SUPPORTS,
    Pair,
    fool_me_twice,
    rows,
    training_pairs,
)

MAX_TOKENS = 96


def build(base: Path) -> Any:
    """The body of `base` under a three-way head over [first token, mean of tokens]."""
    import torch
    from transformers import AutoModel

    class PairReader(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.body = AutoModel.from_pretrained(base)
            self.body.embeddings.word_embeddings.weight.requires_grad_(False)
            self.head = torch.nn.Linear(2 * self.body.config.hidden_size, 3)

        def forward(self, embeds: Any, types: Any, mask: Any) -> Any:
            out = self.body(inputs_embeds=embeds, token_type_ids=types, attention_mask=mask)
            states = out.last_hidden_state
            weights = mask.unsqueeze(-1).to(states.dtype)
            mean = (states * weights).sum(1) / weights.sum(1)
            return self.head(torch.cat([states[:, 0], mean], dim=-1))

    return PairReader()


def batches(encoded: list[Any], size: int, rng: random.Random) -> list[list[int]]:
    """Indices in batches of like length, in random order."""
    order = list(range(len(encoded)))
    rng.shuffle(order)
    out: list[list[int]] = []
    for start in range(0, len(order), size * 50):
        chunk = sorted(order[start : start + size * 50], key=lambda i: len(encoded[i].ids))
        out += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(out)
    return out


def tensors(encoded: list[Any]) -> tuple[Any, Any, Any]:
    """Padded ids, types and mask of some encodings."""
    import torch

    width = max(len(e.ids) for e in encoded)

    def padded(values: list[list[int]]) -> Any:
        return torch.tensor([v + [0] * (width - len(v)) for v in values])

    return (
        padded([e.ids for e in encoded]),
        padded([e.type_ids for e in encoded]),
        padded([e.attention_mask for e in encoded]),
    )


def loss_of(logits: Any, targets: Any) -> Any:
    """Cross-entropy; "not supported" costs -log(1 - p(supports))."""
    import torch

    logs = torch.log_softmax(logits.float(), dim=-1)
    binary = targets == NOT_SUPPORTS
    plain = -logs.gather(1, targets.clamp(max=2).unsqueeze(1)).squeeze(1)
    rest = -torch.logsumexp(logs[:, :2], dim=-1)
    return torch.where(binary, rest, plain).mean()


def scores(model: Any, encoded: list[Any], *, batch: int = 64) -> Any:
    """Logits of many pairs."""
    import torch

    out = torch.zeros(len(encoded), 3)
    order = sorted(range(len(encoded)), key=lambda i: len(encoded[i].ids))
    model.eval()
    with torch.no_grad():
        for start in range(0, len(order), batch):
            chosen = order[start : start + batch]
            ids, types, mask = tensors([encoded[i] for i in chosen])
            out[chosen] = model(model.body.embeddings.word_embeddings(ids), types, mask)
    return out


def two_way(model: Any, tokenizer: Any, pairs: list[Pair]) -> float:
    """Accuracy of supports against refutes, "silent" left out of the choice."""
    encoded = tokenizer.encode_batch([(p.evidence, p.claim) for p in pairs])
    logits = scores(model, encoded)
    right = sum(
        (logits[i, SUPPORTS] > logits[i, REFUTES]).item() == (p.target == SUPPORTS)
        for i, p in enumerate(pairs)
    )
    return right / len(pairs)


def measuring_sets(data: Path) -> dict[str, list[Pair]]:
    """Held-out pairs: FoolMeTwice pages never trained on, and two sets for measuring only."""
    out = {"fm2": fool_me_twice(data, random.Random(0), held=True)}
    for name in ("fever_symmetric_en", "feverous_dev_en"):
        found = [
            Pair(
                r["premise"],
                r["hypothesis"],
                SUPPORTS if r["label"] == "entailment" else REFUTES,
                name,
            )
            for r in rows(data / f"dev/{name}.jsonl.gz")
            if r["label"] in ("entailment", "contradiction")
        ]
        out[name] = found[:400]
    return out


def main() -> None:
    """Train, measure and save."""
    import torch
    from tokenizers import Tokenizer

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=float, default=1.0)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--batch", type=int, default=32)
    parser.add_argument("--minutes", type=float, default=60.0)
    args = parser.parse_args()
    torch.manual_seed(7)
    torch.set_num_threads(1)
    tokenizer = Tokenizer.from_file(str(args.base / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(MAX_TOKENS, strategy="longest_first")
    pairs = training_pairs(args.data)
    encoded = tokenizer.encode_batch([(p.evidence, p.claim) for p in pairs])
    targets = torch.tensor([p.target for p in pairs])
    print(
        len(pairs),
        "pairs;",
        sum(len(e.ids) for e in encoded) / len(pairs),
        "tokens each",
        flush=True,
    )
    model = build(args.base)
    plan = batches(encoded, args.batch, random.Random(1))
    while len(plan) * args.batch < args.epochs * len(pairs):
        plan += batches(encoded, args.batch, random.Random(len(plan)))
    plan = plan[: int(args.epochs * len(pairs) / args.batch)]
    held = measuring_sets(args.data)
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
        ids, types, mask = tensors([encoded[i] for i in chosen])
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(model.body.embeddings.word_embeddings(ids), types, mask)
        loss = loss_of(logits, targets[chosen])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        mean = 0.99 * mean + 0.01 * loss.item() if step else loss.item()
        if step % 100 == 0:
            print(f"step {step}/{len(plan)} {spent:.1f} min loss {mean:.3f}", flush=True)
        if step % 600 == 599:
            small = {
                name: round(two_way(model, tokenizer, found[:150]), 3)
                for name, found in held.items()
            }
            print("held out:", small, flush=True)
            save(model, args.out)
    save(model, args.out)
    print("end:", {n: round(two_way(model, tokenizer, p), 3) for n, p in held.items()}, flush=True)


def save(model: Any, folder: Path) -> None:
    """Everything but the frozen word embeddings, as one state dict."""
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v for k, v in model.state_dict().items() if "word_embeddings" not in k}
    torch.save(state, folder / "reader.pt")


if __name__ == "__main__":
    main()
