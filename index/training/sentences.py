"""Train the weights that cut Thai text into sentences and clauses.

    python -m index.training.sentences CUT_BY_HAND JOINED

Both are JSON lists of articles: {"body": text, "stop": int, "units": [[start, end, ...], ...]}.
In the first, units are the pieces a person cut the text into, up to `stop`. In the second,
texts are machine-translated sentences set one after the other, so their borders are known;
they count `JOINED_WEIGHT` each. Writes `index/sentence_weights.json`. Needs scikit-learn.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from index.gaps import features_of, gaps_in
from index.lines import paragraphs

JOINED_WEIGHT = 0.1
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

    by_hand, joined = (json.loads(Path(path).read_text("utf-8")) for path in sys.argv[1:3])
    rows = [(*row, 1.0) for article in by_hand for row in examples(article)]
    rows += [(*row, JOINED_WEIGHT) for article in joined for row in examples(article)]
    vectors = DictVectorizer()
    x = vectors.fit_transform([features for features, _, _ in rows])
    model = LogisticRegression(C=1.0, max_iter=3000)
    model.fit(x, [cut for _, cut, _ in rows], sample_weight=[weight for *_, weight in rows])
    weights = {
        name: round(float(weight), 4)
        for name, weight in zip(vectors.get_feature_names_out(), model.coef_[0], strict=True)
    }
    written = {
        "articles": len(by_hand),
        "bias": round(float(model.intercept_[0]), 4),
        "cuts": sum(cut for _, cut, weight in rows if weight == 1.0),
        "gaps": sum(weight == 1.0 for *_, weight in rows),
        "joined": len(joined),
        "weights": weights,
    }
    OUT.write_text(json.dumps(written, ensure_ascii=False, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
