"""The tables of acts: both languages know the same sides, and long wordings hide no measure."""

from collections import Counter
from collections.abc import Mapping

import pytest

from assistant.quantities.sentence.facts import finder
from assistant.quantities.sentence.frame import frame
from assistant.quantities.words import (
    english_acts_goods,
    english_acts_money,
    thai_acts_goods,
    thai_acts_money,
)
from assistant.quantities.words.topics import Topic

ENGLISH = english_acts_money.MONEY_ACTS | english_acts_goods.GOODS_ACTS
THAI = thai_acts_money.MONEY_ACTS | thai_acts_goods.GOODS_ACTS


def test_both_languages_know_the_same_sides() -> None:
    assert ENGLISH.keys() == THAI.keys()


@pytest.mark.parametrize("table", [ENGLISH, THAI], ids=["en", "th"])
def test_no_wording_tells_two_sides_of_one_family(table: Mapping[str, str]) -> None:
    told = Counter(
        (name.partition(":")[0], wording)
        for name, wordings in table.items()
        for wording in wordings.split("|")
    )
    assert [place for place, times in told.items() if times > 1] == []


@pytest.mark.parametrize(
    ("text", "topic", "told"),
    [
        ("The target price is 55 baht.", Topic.MEASURE, "price"),
        ("The target price is 55 baht.", Topic.EXPECTED, "expected"),
        ("ราคาเป้าหมาย 55 บาท", Topic.MEASURE, "price"),
        ("Gold bars cost 41,000 baht.", Topic.THING, "gold"),
        ("ทองคำแท่งราคา 41,000 บาท", Topic.THING, "gold"),
        ("EBITDA before tax was 4 million baht.", Topic.STATISTIC, "tax:before"),
    ],
)
def test_an_act_of_several_words_keeps_what_they_measure(
    text: str, topic: Topic, told: str
) -> None:
    assert told in frame(text).ids(topic)


def test_letters_of_a_longer_word_tell_nothing() -> None:
    (mention,) = (m for m in finder().find("ปรับโครงสร้างหนี้") if m.has(Topic.STATE))
    assert mention.has(Topic.THING) is None  # no ox in a structure
