"""What is done and by whom, as the tables of acts tell it. They are read apart from the other
topics, so that a longer wording of theirs hides no word from these."""

from __future__ import annotations

from functools import lru_cache

from assistant.quantities.sentence.borders import whole_words
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.topics import Mention, Topic, TopicFinder, Topics


@lru_cache(maxsize=4096)
def acts(one: Frame) -> tuple[Mention, ...]:
    """The acts that a sentence tells of, as states of families of their own, without those that
    are a part of a longer wording of the other tables: what is lacking, but not a loss."""
    found = whole_words(one.text, _finder().find)
    return tuple(m for m in found if not _in_a_name(one.text, m) and not _within_another(m, one))


def _within_another(told: Mention, one: Frame) -> bool:
    length = told.end - told.start
    return any(
        m.start <= told.start and told.end <= m.end and length < m.end - m.start
        for m in one.everything
    )


def _in_a_name(text: str, told: Mention) -> bool:
    """Whether a wording is written as names are, beyond the first word: spent Lent there."""
    start = told.start
    return start > 0 and text[start].isupper() and text[start + 1].islower()


@lru_cache(maxsize=1)
def _finder() -> TopicFinder:
    from assistant.quantities.words.english_acts_funds import ACTS as ENGLISH_FUNDS
    from assistant.quantities.words.english_acts_habits import ACTS as ENGLISH_HABITS
    from assistant.quantities.words.english_acts_people import ACTS as ENGLISH
    from assistant.quantities.words.thai_acts_funds import ACTS as THAI_FUNDS
    from assistant.quantities.words.thai_acts_habits import ACTS as THAI_HABITS
    from assistant.quantities.words.thai_acts_people import ACTS as THAI

    return TopicFinder((
        Topics("th", False, {Topic.STATE: THAI | THAI_HABITS | THAI_FUNDS}),
        Topics("en", True, {Topic.STATE: ENGLISH | ENGLISH_HABITS | ENGLISH_FUNDS}),
    ))  # fmt: skip
