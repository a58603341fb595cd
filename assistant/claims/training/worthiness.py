"""Train the check-worthiness weights.

    python -m assistant.claims.training.worthiness --labelled FILE... --weak DATA_FOLDER

`--labelled` files are TSV: label (0, 1, 2), language, text. `sentences.tsv` beside this file is
ours and always used. `--weak` points to a folder with the creak, wice, thaigov and parallel
files: single sentences known to be claims, and interface strings known to be none, at low
weight. Writes `assistant/claims/weights/worthiness.json`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.claims.worthiness import Place, cues_of

HERE = Path(__file__).parent
OUT = HERE.parent / "weights" / "worthiness.json"
SEED, WEAK_WEIGHT, WEAK_ROWS, RIDGE = 7, 0.05, 300, 3.0
# The score at which P(worth a look) is 0.45, about where F1 is highest (half the best F1).
LOOK_AT = 0.45


@dataclass(frozen=True, slots=True)
class Row:
    """A labelled statement: 0 leave it, 1 worth a look, 2 check this."""

    label: int
    language: str
    text: str
    weight: float = 1.0
    place: Place | None = None


def read_tsv(path: Path) -> Iterator[Row]:
    """Rows of label, language, text and, optionally, the unit's number and the count of units."""
    for line in path.read_text("utf-8").splitlines():
        label, language, text, *place = line.split("\t")
        where = Place(int(place[0]), int(place[1])) if place else None
        yield Row(int(label), language, text.replace("\\n", "\n"), place=where)


def weak_rows(folder: Path) -> Iterator[Row]:
    """Sentences whose class follows from where they come from, at `WEAK_WEIGHT`."""
    picks = random.Random(SEED)
    yield from _sample(picks, _field(folder / "wice_claims_dev_en.jsonl.gz", "claim"), 2, "en")
    yield from _sample(picks, _field(folder / "creak_train_en.jsonl.gz", "sentence"), 1, "en")
    strings = [r for r in _rows(folder / "parallel_en_th.jsonl.gz") if r["set"] == "odoo_i18n"]
    yield from _sample(picks, (r["en"] for r in strings), 0, "en")
    yield from _sample(picks, (r["th"] for r in strings), 0, "th")


def _sample(picks: random.Random, texts: Iterable[str], label: int, language: str) -> list[Row]:
    unique = sorted({t for t in texts if 15 < len(t) < 300})
    chosen = picks.sample(unique, min(WEAK_ROWS, len(unique)))
    return [Row(label, language, text, WEAK_WEIGHT) for text in chosen]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def _field(path: Path, name: str) -> Iterator[str]:
    return (row[name] for row in _rows(path))


def fit(rows: list[Row]) -> tuple[dict[str, float], tuple[float, float]]:
    """Weights and thresholds of a proportional-odds model, ridge-penalised (McCullagh 1980)."""
    from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

    cues = [cues_of(row.text, row.language, row.place) for row in rows]
    names = sorted({name for found in cues for name in found} - {"bias"})
    where = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(rows), len(names)))
    for i, found in enumerate(cues):
        for name, value in found.items():
            if name in where:
                x[i, where[name]] = value
    label = np.array([row.label for row in rows])
    weight = np.array([row.weight for row in rows])

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = 0.0, RIDGE * beta
        gradient[-2:] = 0.0
        total = 0.5 * RIDGE * float(beta[:-2] @ beta[:-2])
        for step in (0, 1):
            y = (label > step).astype(float)
            z = x @ beta[:-2] - beta[len(names) + step]
            p = 1 / (1 + np.exp(-z))
            total += float(weight @ (np.logaddexp(0, z) - y * z))
            error = weight * (p - y)
            gradient[:-2] += x.T @ error
            gradient[len(names) + step] -= error.sum()
        return total, gradient

    found = minimize(loss, np.zeros(len(names) + 2), jac=True, method="L-BFGS-B").x
    weights = {name: round(float(found[i]), 4) for name, i in where.items()}
    return weights, (round(float(found[-2]), 4), round(float(found[-1]), 4))


def border_of(thresholds: tuple[float, float]) -> float:
    """The score of a statement whose probability of being worth a look is `LOOK_AT`."""
    odds = math.log(LOOK_AT / (1 - LOOK_AT))
    check = 1 / (1 + math.exp(thresholds[1] - thresholds[0] - odds))
    return round((LOOK_AT + check) / 2, 4)


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--labelled", type=Path, nargs="*", default=[])
    parser.add_argument("--weak", type=Path)
    args = parser.parse_args()
    rows = [row for path in (HERE / "sentences.tsv", *args.labelled) for row in read_tsv(path)]
    if args.weak:
        rows.extend(weak_rows(args.weak))
    weights, thresholds = fit(rows)
    written = {
        "border": border_of(thresholds),
        "rows": len(rows),
        "thresholds": thresholds,
        "weights": weights,
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
