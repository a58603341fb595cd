"""Train the weights that join Thai clauses to units.

    python -m assistant.claims.training.joins ARTICLES

`ARTICLES` is described in `training/articles.py`. Train the check-worthiness first: its
ratings are features here. Writes `assistant/claims/weights/joins.json`. Needs scikit-learn.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path

from assistant.claims.joins import join_features
from assistant.claims.training.articles import CutArticle, read_articles
from assistant.claims.units import tried
from assistant.claims.worthiness import default_model
from index.sentences import Piece

OUT = Path(__file__).parent.parent / "weights" / "joins.json"
# Under 0: a unit that ends too late swallows the next one, a cut too many costs only half of one.
BORDER = -0.3
STRENGTH, NEAR = 0.3, 2


def examples(article: CutArticle) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of every place tried, and whether a person began a unit there."""
    starts = [unit.start for unit in article.units]
    before: Piece | None = None
    for piece in tried(article.body, "th"):
        if piece.start >= article.stop:
            return
        if before is None or math.isinf(piece.odds):
            before = piece
            continue
        cut = any(abs(piece.start - start) <= NEAR for start in starts)
        yield join_features(article.body, before, piece, default_model()), cut
        before = piece if cut else Piece(before.start, piece.end, before.odds)


def main() -> None:
    """Train and write the weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    articles = [a for a in read_articles(Path(sys.argv[1])) if a.language == "th"]
    rows = [row for article in articles for row in examples(article)]
    vectors = DictVectorizer()
    x = vectors.fit_transform([features for features, _ in rows])
    fitted = LogisticRegression(C=STRENGTH, max_iter=3000)
    fitted.fit(x, [cut for _, cut in rows])
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(vectors.get_feature_names_out(), fitted.coef_[0], strict=True)
    }
    written = {
        "articles": len(articles),
        "bias": round(float(fitted.intercept_[0]), 4),
        "border": BORDER,
        "cuts": sum(cut for _, cut in rows),
        "places": len(rows),
        "weights": weights,
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
