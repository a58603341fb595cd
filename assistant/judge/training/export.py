"""Export the trained pair reader for onnxruntime, weights in 8 bits.

    python -m assistant.judge.training.export --base MINILM --reader FOLDER --out FILE.onnx

The graph takes word vectors, not word ids: the table of words stays with the encoder.
Activations are quantised for the whole input at once, so pairs are run one at a time: then the
same pair gives the same bits whatever is read beside it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from assistant.judge.training.network import build


def main() -> None:
    """Load, export, quantise."""
    import torch
    from onnxruntime.quantization import QuantType, quantize_dynamic

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--reader", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    model = build(args.base)
    model.load_state_dict(torch.load(args.reader / "reader.pt", weights_only=True), strict=False)
    model.eval()
    model.body.config._attn_implementation = "eager"
    width = model.body.config.hidden_size
    example = (
        torch.randn(1, 9, width),
        torch.zeros(1, 9, dtype=torch.long),
        torch.ones(1, 9, dtype=torch.long),
    )
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            model,
            example,
            str(plain),
            input_names=["embeds", "types", "mask"],
            output_names=["logits"],
            dynamic_axes={name: {1: "tokens"} for name in ("embeds", "types", "mask")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(plain),
            str(args.out),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gemm"],
        )
    print(args.out, args.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
