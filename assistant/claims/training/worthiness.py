"""Train the check-worthiness weights.

    python -m assistant.claims.training.worthiness DATA

`DATA` is the folder with the training data: labelled articles (`training/articles.py`), single
sentences known to be claims, and interface strings known to be none, these at low weight.
`sentences.tsv` beside this file (label, language, text) is ours. Writes
`assistant/claims/weights/worthiness.json`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from assistant.claims.training.articles import CutArticle, read_articles
from assistant.claims.worthiness import Model, Place, cues_of

HERE = Path(__file__).parent
OUT = HERE.parent / "weights" / "worthiness.json"
SEED, WEAK_WEIGHT, WEAK_ROWS, RIDGE = 7, 0.05, 300, 10.0
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


def article_rows(articles: Iterable[CutArticle]) -> Iterator[Row]:
    """The labelled pieces of articles."""
    for article in articles:
        for number, unit in enumerate(article.units):
            text, place = article.body[unit.start : unit.end], Place(number, len(article.units))
            yield Row(unit.label, article.language, text, place=place)


def other_rows(data: Path) -> Iterator[Row]:
    """Single sentences: ours, and those of known sort."""
    yield from read_tsv(HERE / "sentences.tsv")
    yield from weak_rows(data / "train")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by cue and the two thresholds."""

    weights: Mapping[str, float]
    thresholds: tuple[float, float]

    def model(self) -> Model:
        """As the product uses them."""
        return Model(self.weights, self.thresholds, border_of(self.thresholds))


def fit(rows: list[Row]) -> Fitted:
    """A proportional-odds model (McCullagh 1980) with a ridge penalty on its weights."""
    from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

    cues = [cues_of(row.text, row.language, row.place) for row in rows]
    names = sorted({name for found in cues for name in found} - {"bias"})
    x = _matrix(cues, names)
    label = np.array([row.label for row in rows])
    weight = np.array([row.weight for row in rows])
    ridge = np.array([RIDGE] * len(names) + [0.0, 0.0])

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        total, gradient = 0.5 * float(ridge @ beta**2), ridge * beta
        for step in (0, 1):
            y = (label > step).astype(float)
            z = x @ beta[:-2] - beta[len(names) + step]
            p = 1 / (1 + np.exp(-z))
            total += float(weight @ (np.logaddexp(0, z) - y * z))
            error = weight * (p - y)
            gradient[:-2] += x.T @ error
            gradient[len(names) + step] -= error.sum()
        return total, gradient

    found = minimize(loss, np.zeros(len(ridge)), jac=True, method="L-BFGS-B").x
    weights = {name: round(float(found[i]), 4) for i, name in enumerate(names)}
    return Fitted(weights, (round(float(found[-2]), 4), round(float(found[-1]), 4)))


def _matrix(cues: list[dict[str, float]], names: list[str]) -> np.ndarray:
    where = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(cues), len(names)))
    for i, found in enumerate(cues):
        for name, value in found.items():
            if name in where:
                x[i, where[name]] = value
    return x


def border_of(thresholds: tuple[float, float]) -> float:
    """The score of a statement whose probability of being worth a look is `LOOK_AT`."""
    odds = math.log(LOOK_AT / (1 - LOOK_AT))
    check = 1 / (1 + math.exp(thresholds[1] - thresholds[0] - odds))
    return round((LOOK_AT + check) / 2, 4)


def main() -> None:
    """Train and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    args = parser.parse_args()
    rows = [*article_rows(read_articles(args.data)), *other_rows(args.data)]
    found = fit(rows)
    written = {
        "border": border_of(found.thresholds),
        "rows": len(rows),
        "thresholds": found.thresholds,
        "weights": dict(found.weights),
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
