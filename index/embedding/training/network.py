"""The `accurate` network in torch, for training, and its way to the files that numpy reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn
from torch.nn import functional as F

from index.embedding.averaging import EPSILON, ORDERS
from index.embedding.rows import quantise

# Our names of the weights and those of the teacher's package.
NAMES = {
    **{f"first_{n}": f"w1_{n}" for n, _ in ORDERS},
    **{f"first_{n}_bias": f"b1_{n}" for n, _ in ORDERS},
    **{f"second_{n}": f"w2_{n}" for n, _ in ORDERS},
    **{f"second_{n}_bias": f"b2_{n}" for n, _ in ORDERS},
    "feature_scale": "ln_g",
    "feature_shift": "ln_b",
    "sum_out": "cnn_W",
    "sum_bias": "cnn_b",
    "top_1": "d0",
    "top_2": "d1",
    "skip_1": "p1",
    "top_3": "d2",
    "skip_2": "p3",
    "top_out": "d3",
}
JOINED = {
    "group_in": "proj{}",
    "group_bias": "proj_b{}",
    "group_scale": "ln_g{}",
    "group_shift": "ln_b{}",
}


def start_weights(body: dict[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float32]]:
    """The teacher's weights under our names."""
    out = {ours: body[theirs] for ours, theirs in NAMES.items()}
    for ours, pattern in JOINED.items():
        out[ours] = np.concatenate([body[pattern.format(n)] for n, _ in ORDERS], axis=-1)
    return out


class Network(nn.Module):
    """Padded piece ids (batch, length), 0 where padded, to unit vectors (batch, dim)."""

    def __init__(self, table: NDArray[np.float32], weights: dict[str, NDArray[np.float32]]) -> None:
        super().__init__()
        self.table = nn.Embedding.from_pretrained(
            torch.from_numpy(table.copy()), freeze=False, sparse=True
        )
        self.w = nn.ParameterDict(
            {
                k: nn.Parameter(torch.from_numpy(np.array(v, dtype=np.float32)))
                for k, v in weights.items()
            }
        )

    def forward(self, ids: Any, mask: Any) -> Any:
        """Unit vectors; `mask` is 1 where a piece stands."""
        w = self.w
        keep = mask.unsqueeze(-1).to(torch.float32)
        pieces = self.table(ids)
        groups = F.layer_norm(
            pieces @ w["group_in"] + w["group_bias"],
            w["group_scale"].shape,
            w["group_scale"],
            w["group_shift"],
            EPSILON,
        )
        parts = [pieces]
        for x, (order, before) in zip(groups.chunk(len(ORDERS), dim=-1), ORDERS, strict=True):
            for layer in ("first", "second"):
                padded = F.pad(x * keep, (0, 0, before, order - 1 - before))
                seen = torch.cat([padded[:, k : k + x.shape[1]] for k in range(order)], dim=-1)
                x = F.relu(seen @ w[f"{layer}_{order}"] + w[f"{layer}_{order}_bias"]) + x
            parts.append(x)
        features = torch.cat(parts, dim=-1)
        features = F.layer_norm(
            features, w["feature_scale"].shape, w["feature_scale"], w["feature_shift"], EPSILON
        )
        counts = keep.sum(1)
        total = (features * keep).sum(1) @ w["sum_out"] + counts * w["sum_bias"]
        x = total / counts.sqrt()
        a = F.relu(x @ w["top_1"])
        b = F.relu(x @ w["skip_1"] + a @ w["top_2"])
        c = F.relu(b @ w["top_3"])
        return F.normalize(torch.tanh(b @ w["skip_2"] + c @ w["top_out"]), dim=-1)

    def save(self, folder: Path) -> None:
        """Write `rows.npy` (int8) and `network.npz` (float16, float32 row scales)."""
        rows, scales = quantise(self.table.weight.detach().numpy())
        np.save(folder / "rows.npy", rows)
        weights = {k: v.detach().numpy().astype(np.float16) for k, v in self.w.items()}
        np.savez(folder / "network.npz", row_scales=scales, **weights)
