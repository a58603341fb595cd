"""Figures of an evaluation as tables and charts."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.ui.charts import Series, bars, lines
from assistant.ui.comparison import chance, compared
from assistant.ui.figures import shown
from assistant.ui.slices import slice_words, way_words
from assistant.ui.tables import Estimate, matrix, number, table
from assistant.ui.words import say
from tests.assistant.ui.fakes import HOSTILE
from tests.assistant.ui.test_browser import RETRIEVAL, VERDICTS
from tests.assistant.ui.test_cards import Reader


@pytest.mark.parametrize("language", ["th", "en"])
def test_verdicts_show_intervals_and_the_confusion_matrix(language: str) -> None:
    html = shown(VERDICTS, language)
    read = Reader(html)
    assert "0.800" in read.text and "0.600–0.900" in read.text
    assert read.tags.count("svg") >= 3 and read.tags.count("table") == 3
    assert "0.500–0.980" in read.text, "slices have their intervals"
    assert say(language, "meaning.ece") in read.text


@pytest.mark.parametrize("language", ["th", "en"])
def test_retrieval_shows_every_retriever_and_slice(language: str) -> None:
    read = Reader(shown(RETRIEVAL, language))
    ways = [say(language, f"mode.{mode}") for mode in ("lexical", "dense", "hybrid")]
    pair = slice_words("th→en", language)
    for told in (*ways, f"{pair} (12)", "0.900", "0.800–0.900", "0.700–0.850"):
        assert told in read.text


def test_all_slices_are_in_the_table_when_the_chart_is_full() -> None:
    cut = RETRIEVAL["slices"]["th→en"]
    many = {f"source: S{n}": cut for n in range(40)}
    html = shown({**RETRIEVAL, "slices": many}, "en")
    assert html.count("<title>Source: S") == 12
    assert all(f">Source: S{n}</th>" in html for n in range(40))
    assert "All 40 slices" in html


def verdicts_found(x: float, y: float, only_a: int, only_b: int, p: float) -> dict[str, object]:
    return {
        "figures": {
            "accuracy": {"a": x, "b": y, "difference": x - y},
            "ece": {"a": 0.1, "b": 0.2, "difference": -0.1},
        },
        "mcnemar": {"claims": 131, "only_a_right": only_a, "only_b_right": only_b, "p": p},
        "changed": [{"id": "c1", "gold": "refuted", "a": "refuted", "b": "supported"}],
    }


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (verdicts_found(0.8, 0.75, 9, 3, 0.01), ("run 7 is better by 5.0", "more than chance")),
        (verdicts_found(0.7, 0.75, 3, 9, 0.2), ("run 4 is better by 5.0", "may well be chance")),
        (verdicts_found(0.7, 0.75, 3, 9, 0.2), ("20 of 100", "9 in run 4 only")),
        (verdicts_found(0.7, 0.7, 1, 1, 1.0), ("Both runs judged 70.0%",)),
    ],
)
def test_a_comparison_says_which_run_is_better_and_whether_by_chance(found, told) -> None:
    read = Reader(compared(found, 7, 4, "en"))
    for words in told:
        assert words in read.text
    assert "Claims judged differently (1)" in read.text
    better = read.text.split("Calibration error (ECE)")[1]
    assert better.lstrip().startswith("Run 7"), "less error is better"


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_comparison_of_retrieval_tells_of_the_main_way(language: str) -> None:
    common = {"measure": "nDCG@10", "a": 0.5}
    tests = [
        {**common, "retriever": name, "b": b, "difference": 0.5 - b, "p_holm": p}
        for name, b, p in (("lexical", 0.5, 1.0), ("hybrid", 0.4, 0.001))
    ]
    read = Reader(compared({"tests": tests}, 2, 1, language))
    assert say(language, "compare.same") in read.text and "+0.100" in read.text
    assert chance(0.001, language) in read.text
    assert say(language, "compare.run", run=2) in read.text
    same = Reader(compared({"tests": tests[:1]}, 2, 1, language))
    assert "0.500" in same.text and chance(1.0, language) not in same.text


@pytest.mark.parametrize(
    ("name", "thai", "english"),
    [
        ("th→en", "ไทย → อังกฤษ", "Thai → English"),
        ("en→mixed", "อังกฤษ → สองภาษา", "English → both"),
        ("th", "ภาษาไทย", "Thai"),
        ("kind: numeric", "ประเภท: ตัวเลข", "Kind: figures"),
        ("kind: rumour", "ประเภท: rumour", "Kind: rumour"),
        ("source: Reuters", "แหล่ง: Reuters", "Source: Reuters"),
        ("short (up to 8 words)", "สั้น (ไม่เกิน 8 คำ)", "Short (up to 8 words)"),
        ("mine", "mine", "mine"),
    ],
)
def test_names_of_slices(name: str, thai: str, english: str) -> None:
    assert (slice_words(name, "th"), slice_words(name, "en")) == (thai, english)


def test_names_of_ways_keep_what_was_added() -> None:
    assert way_words("hybrid+rerank (hub:x)", "en") == "Both together+rerank (hub:x)"
    assert way_words("mine", "th") == "mine"


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


@pytest.mark.parametrize(
    ("name", "shown_as"),
    [
        ("Thai (9)", "Thai (9)"),
        ("Source: Business Wire, carried by X (12)", "Source: Business Wir… (12)"),
        ("Source: Business Wire, carried by X", "Source: Business Wire, ca…"),
    ],
)
def test_a_long_name_keeps_its_count(name: str, shown_as: str) -> None:
    html = bars("T", [(name, 0.5, None)])
    assert f">{shown_as}<" in html


def test_hostile_names_stay_text() -> None:
    for html in (
        bars(HOSTILE, [(HOSTILE, 0.5, (0.4, 0.6))]),
        table(HOSTILE, [HOSTILE], [[HOSTILE, Estimate(0.5, (0.4, 0.6))]]),
        matrix(HOSTILE, HOSTILE, [HOSTILE], [(HOSTILE, [1], 0)]),
        lines(HOSTILE, [Series(HOSTILE, ((0, 0),))], across=HOSTILE, up=HOSTILE),
    ):
        read = Reader(html)
        assert "script" not in read.tags and "img" not in read.tags
