"""The sort of thing that a count's noun tells: a match by "games" and by นัด."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities.sentence.facts import Fact


def fine_sort(fact: Fact) -> str:
    """The sort of thing that a count's noun tells in either language, "" where it tells none."""
    if fact.quantity.unit != "number":
        return ""
    return classifiers().get(fact.figure.noun) or _english_sorts().get(fact.figure.noun, "")


@lru_cache(maxsize=1)
def classifiers() -> dict[str, str]:
    """The sort of thing by the Thai classifier that counts it."""
    from assistant.quantities.words.thai_things import CLASSIFIERS

    return {word: sort for sort, words in CLASSIFIERS.items() for word in words.split("|")}


@lru_cache(maxsize=1)
def _english_sorts() -> dict[str, str]:
    from assistant.quantities.words.english_things import SORTS

    return {word: sort for sort, words in SORTS.items() for word in words.split()}
