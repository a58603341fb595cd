"""The network of the pair reader, its loss, and batches of like length."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from assistant.judge.training.pairs import NOT_SUPPORTS, UNKNOWN


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


def batches(lengths: Sequence[int], size: int, rng: random.Random) -> list[list[int]]:
    """Indices in batches of like length, in random order."""
    order = list(range(len(lengths)))
    rng.shuffle(order)
    out: list[list[int]] = []
    for start in range(0, len(order), size * 50):
        chunk = sorted(order[start : start + size * 50], key=lambda i: lengths[i])
        out += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(out)
    return out


def loss_of(logits: Any, targets: Any, *, mean: bool = True) -> Any:
    """Cross-entropy; "not supported" costs -log(1 - p(supports))."""
    import torch

    logs = torch.log_softmax(logits.float(), dim=-1)
    binary = targets == NOT_SUPPORTS
    plain = -logs.gather(1, targets.clamp(max=2).unsqueeze(1)).squeeze(1)
    rest = -torch.logsumexp(logs[:, :2], dim=-1)
    each = torch.where(binary, rest, plain)
    return each.mean() if mean else each


def taught_loss(logits: Any, teacher: Any, targets: Any) -> Any:
    """`loss_of` where the label is known, and the distance to the teacher's opinion, both softened
    (Hinton et al. 2015); `teacher` holds NaN for pairs that it has not read."""
    import torch

    read = ~torch.isnan(teacher[:, 0])
    known = targets != UNKNOWN
    loss = logits.new_zeros(())
    if known.any():
        share = torch.where(read, 1 - _TAUGHT, 1.0)[known]
        loss = loss + (share * loss_of(logits[known], targets[known], mean=False)).sum()
    if read.any():
        soft = torch.log_softmax(logits[read].float() / _SOFTNESS, dim=-1)
        told = torch.softmax(teacher[read] / _SOFTNESS, dim=-1)
        apart = torch.nn.functional.kl_div(soft, told, reduction="none").sum(-1)
        loss = loss + _TAUGHT * _SOFTNESS**2 * apart.sum()
    return loss / len(logits)


_TAUGHT, _SOFTNESS = 0.7, 2.0


def save(model: Any, folder: Path) -> None:
    """Everything but the frozen word embeddings, as one state dict."""
    import torch

    folder.mkdir(parents=True, exist_ok=True)
    state = {k: v for k, v in model.state_dict().items() if "word_embeddings" not in k}
    torch.save(state, folder / "reader.pt")
