"""Measure by five folds how well claims are found, each fold by weights that have not seen it.

    python -m assistant.evaluation.claim_folds DATA

Prints, by language, unit F1 at overlap 0.5 and average precision as `jingmai eval claims` takes
them, and F1 and average precision where articles are cut as the person cut them.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Sequence
from pathlib import Path

from assistant.claims.joins import Joins
from assistant.claims.training import joins as joining
from assistant.claims.training.articles import CutArticle, read_articles
from assistant.claims.training.worthiness import article_rows, fit, other_rows
from assistant.claims.units import Unit, units_of
from assistant.claims.worthiness import Model, Place
from assistant.evaluation.extraction import ArticleScore, average_precision, score_article
from assistant.evaluation.types import Unit as Gold
from assistant.types import Claim

FOLDS, LOOK = 5, 0.5


def main() -> None:
    """Print a line a language and way of cutting."""
    data = Path(sys.argv[1])
    articles = sorted(read_articles(data), key=lambda a: a.body)
    random.Random(5).shuffle(articles)
    other = list(other_rows(data))
    cut: list[ArticleScore] = []
    given: list[ArticleScore] = []
    for fold in range(FOLDS):
        seen = [a for i, a in enumerate(articles) if i % FOLDS != fold]
        model = fit([*article_rows(seen), *other]).model()
        thai = (a for a in seen if a.language == "th")
        row = joining.fitted([e for a in thai for e in joining.examples(a, model)])
        joins = Joins(row["bias"], row["weights"], row["border"])
        for article in articles[fold::FOLDS]:
            units = units_of(article.body, article.language, model, joins)
            cut.append(_score(article, units, model))
            given.append(_score(article, _own(article), model))
    for name, scores in (("cut by the program", cut), ("cut by the person", given)):
        for language in ("th", "en"):
            told = _told([s for s in scores if s.language == language])
            sys.stdout.write(f"{name} {language}: {told}\n")


def _own(article: CutArticle) -> list[Unit]:
    count = len(article.units)
    return [
        Unit(article.body[u.start : u.end], u.start, u.end, Place(n, count))
        for n, u in enumerate(article.units)
    ]


def _score(article: CutArticle, units: Sequence[Unit], model: Model) -> ArticleScore:
    rated = [(u, model.rate(u.text, article.language, u.place).score) for u in units]
    claims = [
        Claim(str(n), u.text, article.language, start=u.start, end=u.end, check_worthiness=score)
        for n, (u, score) in enumerate(rated)
        if score >= LOOK
    ]
    gold = [Gold(u.start, u.end, u.label) for u in article.units]
    return score_article("", article.language, gold, claims)


def _told(scores: Sequence[ArticleScore]) -> str:
    both = sum(s.units + s.claims for s in scores)
    f1 = 2 * sum(s.matched for s in scores) / both
    ranked = [average_precision(s) for s in scores if s.units]
    return f"F1 {f1:.3f}, average precision {sum(ranked) / len(ranked):.3f}"


if __name__ == "__main__":
    main()
