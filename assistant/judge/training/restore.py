"""Make a folder to train on from (`train --start`) out of the shipped 8-bit reader.

    python -m assistant.judge.training.restore --out FOLDER [--onnx FILE]

Each quantised matrix is multiplied out by its scales, one for each column. What was rounded away
stays lost; a few hundred steps of training make up for it.
"""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

SHIPPED = Path(__file__).parents[1] / "weights" / "reader.onnx"
_NAME = re.compile(r"^/(.*)/(?:Gemm_)?MatMul_quant$")


def main() -> None:
    """Read, multiply out, save."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--onnx", type=Path, default=SHIPPED)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(
        {name: torch.from_numpy(value) for name, value in restored(args.onnx).items()},
        args.out / "reader.pt",
    )


def restored(path: Path) -> dict[str, Any]:
    """The state dict of the network in `path`, without the frozen word embeddings."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    held = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    out = {name: held[name].copy() for name in held if name.endswith((".weight", ".bias"))}
    for node in graph.node:
        found = _NAME.match(node.name)
        if node.op_type == "MatMulInteger" and found:
            out[_key(found[1])] = _matrix(held, node.input[1].removesuffix("_quantized"))
    return out


def _key(path: str) -> str:
    """`body/encoder/layer.0/attention/self/query` as torch names its weight."""
    return f"{path.replace('/', '.')}.weight"


def _matrix(held: dict[str, Any], name: str) -> Any:
    """A weight as torch holds it, outputs first."""
    whole = held[f"{name}_quantized"].astype("float32") - held[f"{name}_zero_point"]
    return (whole * held[f"{name}_scale"]).astype("float32").T.copy()


if __name__ == "__main__":
    main()
