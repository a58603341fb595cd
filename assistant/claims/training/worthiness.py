"""Train the check-worthiness weights.

    python -m assistant.claims.training.worthiness DATA

`DATA` is the folder with the training data: labelled articles (`training/articles.py`), single
sentences known to be claims, and interface strings known to be none, these at low weight.
`sentences.tsv` (label, language, text) and `written.txt` beside this file are ours. Writes
`assistant/claims/weights/worthiness.json`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from assistant.claims.training.articles import CutArticle, read_articles, written_articles
from assistant.claims.worthiness import Model, Place, cues_of, words_of

HERE = Path(__file__).parent
OUT = HERE.parent / "weights" / "worthiness.json"
SEED, WEAK_WEIGHT, WEAK_ROWS = 7, 0.05, 300
RIDGE, WORD_RIDGE, WORD_SEEN, WORD_LEAST = 10.0, 20.0, 4, 0.02
"""Penalties on cues and words, how often a word must occur, and the least weight that is kept."""
# The P(worth a look) of the border. F1 is highest about half its best, 0.40, and flat around that;
# a claim too many stands last in the ranking and one left out is lost, hence a little less.
LOOK_AT = 0.36


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
    """The pieces of articles written for this project; sentences: ours, and those of known sort."""
    yield from article_rows(written_articles())
    yield from read_tsv(HERE / "sentences.tsv")
    yield from weak_rows(data / "train")


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights by cue, the two thresholds, and weights by word."""

    weights: Mapping[str, float]
    thresholds: tuple[float, float]
    words: Mapping[str, float]

    def model(self) -> Model:
        """As the product uses them."""
        return Model(self.weights, self.thresholds, border_of(self.thresholds), self.words)


def fit(rows: list[Row]) -> Fitted:
    """A proportional-odds model (McCullagh 1980) with a ridge penalty on its weights.

    First the cues and the thresholds; then, these held, the words.
    """
    label = np.array([row.label for row in rows])
    weight = np.array([row.weight for row in rows])
    cues = [cues_of(row.text, row.language, row.place) for row in rows]
    names = sorted({name for found in cues for name in found} - {"bias"})
    x = _matrix(cues, names)
    beta, thresholds = _minimum(x, label, weight, ridge=RIDGE)
    worded = [dict.fromkeys(words_of(row.text), 1.0) for row in rows]
    seen = Counter(name for found in worded for name in found)
    kept = sorted(name for name, count in seen.items() if count >= WORD_SEEN)
    held = x @ beta, thresholds
    added, _ = _minimum(_matrix(worded, kept), label, weight, ridge=WORD_RIDGE, held=held)
    return Fitted(
        {name: round(float(b), 4) for name, b in zip(names, beta, strict=True)},
        (round(float(thresholds[0]), 4), round(float(thresholds[1]), 4)),
        {n: round(float(b), 3) for n, b in zip(kept, added, strict=True) if abs(b) >= WORD_LEAST},
    )


def _minimum(
    x: Any,
    label: np.ndarray,
    weight: np.ndarray,
    *,
    ridge: float,
    held: tuple[np.ndarray, np.ndarray] | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Weights of the columns of `x` and the two thresholds.

    `held` are log-odds that are there already and the thresholds to keep, None to fit these too.
    """
    from scipy.optimize import minimize  # type: ignore[import-untyped,unused-ignore]

    count, turned = x.shape[1], x.T.tocsr()
    before, kept = held or (np.zeros(x.shape[0]), np.zeros(2))

    def loss(beta: np.ndarray) -> tuple[float, np.ndarray]:
        thresholds = kept if held else beta[count:]
        total = 0.5 * ridge * float(beta[:count] @ beta[:count])
        gradient = np.concatenate([ridge * beta[:count], np.zeros(2)])
        score = x @ beta[:count] + before
        for step in (0, 1):
            y, z = (label > step).astype(float), score - thresholds[step]
            total += float(weight @ (np.logaddexp(0, z) - y * z))
            error = weight * (1 / (1 + np.exp(-z)) - y)
            gradient[:count] += turned @ error
            gradient[count + step] -= 0.0 if held else error.sum()
        return total, gradient

    found = minimize(loss, np.zeros(count + 2), jac=True, method="L-BFGS-B").x
    return found[:count], kept if held else found[count:]


def _matrix(found: list[dict[str, float]], names: list[str]) -> Any:
    """A sparse matrix of a row for each of `found` and a column for each of `names`."""
    from scipy.sparse import csr_matrix  # type: ignore[import-untyped,unused-ignore]

    where = {name: i for i, name in enumerate(names)}
    at = [(r, where[n], v) for r, row in enumerate(found) for n, v in row.items() if n in where]
    rows, columns, values = zip(*at, strict=True)
    return csr_matrix((values, (rows, columns)), shape=(len(found), len(names)))


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
        "words": dict(found.words),
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
