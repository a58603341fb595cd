"""Train the weights that cut Thai text into sentences and clauses.

    python -m index.training.sentences FILE

FILE is a JSON list of articles: {"body": text, "stop": int, "units": [[start, end, ...], ...]},
where units are the pieces a person cut the text into, up to `stop`. Writes
`index/sentence_weights.json`. Needs scikit-learn.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.gaps import features_of, gaps_in
from index.lines import paragraphs

OUT = Path(__file__).parent.parent / "sentence_weights.json"


def examples(article: dict[str, Any]) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of every gap and whether a person cut there."""
    body, starts = article["body"], {unit[0] for unit in article["units"]}
    for start, end in paragraphs(body):
        while start < end and not body[start].strip("\u200b"):
            start += 1
        gaps, begin = list(gaps_in(body, start, end)), start
        for i, gap in enumerate(gaps):
            if gap.right >= article["stop"]:
                return
            following = gaps[i + 1].left if i + 1 < len(gaps) else end
            cut = gap.right in starts
            yield features_of(body, begin, gap, following, end), cut
            if cut:
                begin = gap.right


def main() -> None:
    """Train and write the weights."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    articles = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    rows = [row for article in articles for row in examples(article)]
    vectors = DictVectorizer()
    x = vectors.fit_transform([features for features, _ in rows])
    model = LogisticRegression(C=1.0, max_iter=3000).fit(x, [cut for _, cut in rows])
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    written = {
        "articles": len(articles),
        "bias": round(float(model.intercept_[0]), 4),
        "cuts": sum(cut for _, cut in rows),
        "gaps": len(rows),
        "weights": weights,
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
