"""Figures of an evaluation as tables and charts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ui.charts import Series, bars, lines, number, table
from assistant.ui.figures import compared, shown
from tests.assistant.ui.fakes import HOSTILE
from tests.assistant.ui.test_browser import RETRIEVAL, VERDICTS
from tests.assistant.ui.test_cards import Reader


@pytest.mark.parametrize("language", ["th", "en"])
def test_verdicts_show_intervals_and_the_confusion_matrix(language: str) -> None:
    html = shown(VERDICTS, language)
    read = Reader(html)
    assert "0.800" in read.text and "0.600–0.900" in read.text
    assert read.tags.count("svg") >= 2 and read.tags.count("table") == 3


@pytest.mark.parametrize("language", ["th", "en"])
def test_retrieval_shows_every_retriever_and_slice(language: str) -> None:
    read = Reader(shown(RETRIEVAL, language))
    for told in ("lexical", "dense", "hybrid", "th→en (12)", "0.900", "0.800–0.900"):
        assert told in read.text


def test_a_comparison_shows_the_difference_with_its_sign() -> None:
    found = {
        "figures": {"accuracy": {"a": 0.8, "b": 0.75, "difference": 0.05}},
        "mcnemar": {"p": 0.5},
    }
    read = Reader(compared(found, "en"))
    assert "+0.050" in read.text and "McNemar p = 0.5000" in read.text


@pytest.mark.parametrize(
    ("value", "told"),
    [(None, "–"), (0.12345, "0.123"), (12345, "12,345"), ([0.1, 0.2], "0.100–0.200"), ("x", "x")],
)
def test_numbers(value: object, told: str) -> None:
    assert number(value) == told


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), min_size=1, max_size=9))
def test_lines_stay_inside_the_chart_and_are_told_in_words(points) -> None:
    html = lines("Title", [Series("a", tuple(points)), Series("b", ())], across="x", up="y")
    assert "nan" not in html and 'role="img"' in html and "Title" in html


def test_hostile_names_stay_text() -> None:
    for html in (
        bars(HOSTILE, [(HOSTILE, 0.5, (0.4, 0.6))]),
        table(HOSTILE, [HOSTILE], [[HOSTILE]]),
        lines(HOSTILE, [Series(HOSTILE, ((0, 0),))], across=HOSTILE, up=HOSTILE),
    ):
        read = Reader(html)
        assert "script" not in read.tags and "img" not in read.tags
