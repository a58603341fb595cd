"""Train the weights that join Thai clauses to units.

    python -m assistant.claims.training.joins DATA

`DATA` is the folder with the training data, from which `training/articles.py` takes the text. Train
the check-worthiness first: its ratings are features here. Writes
`assistant/claims/weights/joins.json`. Needs scikit-learn.
"""

from __future__ import annotations

import json
import math
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from assistant.claims.joins import join_features
from assistant.claims.training.articles import CutArticle, read_articles
from assistant.claims.units import tried
from assistant.claims.worthiness import Model, default_model
from index.sentences import Piece

OUT = Path(__file__).parent.parent / "weights" / "joins.json"
BORDER, STRENGTH = -0.4, 0.5
NEAR, SEEN = 2, 3
"""How many characters a border may be off, and how often a feature must occur to be kept."""

Example = tuple[dict[str, float], bool]


def examples(article: CutArticle, model: Model) -> Iterator[Example]:
    """The features of every place tried, and whether a person began a unit there."""
    starts = [unit.start for unit in article.units]
    before: Piece | None = None
    for piece in tried(article.body, "th"):
        if before is None or math.isinf(piece.odds):
            before = piece
            continue
        cut = any(abs(piece.start - start) <= NEAR for start in starts)
        yield join_features(article.body, before, piece, model), cut
        before = piece if cut else Piece(before.start, piece.end, before.odds)


def fitted(rows: Sequence[Example]) -> dict[str, Any]:
    """Bias, border and weights by logistic regression with an L2 penalty."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    seen = Counter(name for features, _ in rows for name in features)
    kept = [{n: v for n, v in features.items() if seen[n] >= SEEN} for features, _ in rows]
    vectors = DictVectorizer()
    model = LogisticRegression(C=STRENGTH, max_iter=3000)
    model.fit(vectors.fit_transform(kept), [cut for _, cut in rows])
    weights = {
        name: round(float(weight), 3)
        for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    return {
        "bias": round(float(model.intercept_[0]), 3),
        "border": BORDER,
        "weights": {name: weight for name, weight in weights.items() if abs(weight) >= 0.01},
    }


def main() -> None:
    """Train and write the weights."""
    articles = [a for a in read_articles(Path(sys.argv[1])) if a.language == "th"]
    rows = [row for article in articles for row in examples(article, default_model())]
    counts = {"articles": len(articles), "cuts": sum(cut for _, cut in rows), "places": len(rows)}
    written = json.dumps(counts | fitted(rows), ensure_ascii=False, indent=1, sort_keys=True)
    OUT.write_text(written + "\n", "utf-8")


if __name__ == "__main__":
    main()
