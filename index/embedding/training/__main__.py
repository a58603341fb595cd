"""Make the shipped models, or measure one.

    python -m index.embedding.training make --data DATA --wordnet DICT --out FOLDER
    python -m index.embedding.training measure --data DATA --seeds SEEDS --model accurate

DATA holds `train/` and `dev/`; DICT the data files of WordNet 3.0 (Debian: wordnet-base, in
/usr/share/wordnet). `make` writes `accurate/`, `fast/` and `pieces/` under FOLDER. The extra
`train` brings what it needs.
"""

from __future__ import annotations

import argparse
import shutil
from dataclasses import replace
from pathlib import Path

SIZE = 32_000
ACCURATE_STEPS = 170
FAST_STEPS = 500


def make(data: Path, wordnet: Path, out: Path, *, threads: int) -> None:
    """Train everything, seeds fixed."""
    import torch

    from index.embedding.tokens import Tokens
    from index.embedding.training import accurate, fast, piece_rows, sources

    torch.set_num_threads(threads)
    network, counts = accurate.start(out / "accurate", data, size=SIZE)
    tokenizer = out / "accurate/tokenizer.json"
    tokens = Tokens(tokenizer, longest=320)
    piece_rows.build(network, tokens, tokenizer, out / "pieces")
    rows = fast.start_rows(network, counts)
    material = sources.read(data, wordnet, tokens, rows)
    accurate.train(network, material, steps=ACCURATE_STEPS).save(out / "accurate")
    rows = fast.train(
        rows,
        [replace(s, share=fast.SHARES[s.name], size=fast.SIZES[s.name]) for s in material],
        steps=FAST_STEPS,
    )
    (out / "fast").mkdir(parents=True, exist_ok=True)
    shutil.move(tokenizer, out / "fast" / "tokenizer.json")
    fast.save(rows, out / "fast")


def main() -> None:
    """Read the command line and go."""
    parser = argparse.ArgumentParser(prog="index.embedding.training", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make")
    making.add_argument("--wordnet", type=Path, default=Path("/usr/share/wordnet"))
    making.add_argument("--out", type=Path, required=True)
    making.add_argument("--threads", type=int, default=2)
    measuring = commands.add_parser("measure")
    measuring.add_argument("--seeds", type=Path, default=Path("seeds"))
    measuring.add_argument("--model", default="default")
    for each in (making, measuring):
        each.add_argument("--data", type=Path, required=True)
    given = parser.parse_args()
    if given.command == "make":
        make(given.data, given.wordnet, given.out, threads=given.threads)
    else:
        from index.embedding.models import load_encoder
        from index.embedding.training.measure import report

        report(load_encoder(given.model), given.data, given.seeds)


if __name__ == "__main__":
    main()
