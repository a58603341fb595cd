"""Average the weights of several runs of one line of training.

    python -m assistant.judge.training.average --out FOLDER RUN RUN ...

Each RUN is a folder that `assistant.judge.training.train` wrote, each begun from another of them:
such weights lie in one valley, and their mean generalises at least as well as the last of them
(Wortsman et al. 2022, model soups).
"""

from __future__ import annotations

import argparse
from pathlib import Path


def main() -> None:
    """Load, average, save."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("runs", type=Path, nargs="+")
    args = parser.parse_args()
    states = [torch.load(run / "reader.pt", weights_only=True) for run in args.runs]
    mean = {
        name: (sum(state[name].float() for state in states) / len(states)).to(one.dtype)
        for name, one in states[0].items()
    }
    args.out.mkdir(parents=True, exist_ok=True)
    torch.save(mean, args.out / "reader.pt")


if __name__ == "__main__":
    main()
