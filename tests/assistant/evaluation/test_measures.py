import math

import ir_measures
import numpy as np
import pytest

from assistant.evaluation.measures import MEASURES, best_passage_first, score

QRELS = {"q1": {"a": 2, "b": 1}, "q2": {"c": 1}, "q3": {"d": 1, "x": 0}}


def test_by_hand() -> None:
    scores = score({"q1": ["z", "b", "a"], "q2": ["c"]}, QRELS)
    ideal = 2 + 1 / math.log2(3)
    assert scores.queries == ("q1", "q2", "q3")
    assert scores.of("nDCG@10")[0] == pytest.approx((1 / math.log2(3) + 2 / math.log2(4)) / ideal)
    assert scores.of("RR@10").tolist() == pytest.approx([1 / 2, 1, 0])
    assert scores.of("R@1").tolist() == pytest.approx([0, 1, 0])
    assert scores.of("R@5").tolist() == pytest.approx([1, 1, 0])
    assert scores.of("AP").tolist() == pytest.approx([(1 / 2 + 2 / 3) / 2, 1, 0])
    assert scores.of("Success@1").tolist() == [0, 1, 0]


def test_a_query_without_an_answer_counts_as_zero() -> None:
    scores = score({"q1": ["a", "b"]}, QRELS)
    assert scores.means()["nDCG@10"] == pytest.approx(1 / 3)
    assert scores.means([0])["nDCG@10"] == 1.0


def test_nothing_found_at_all() -> None:
    assert score({}, QRELS).means() == dict.fromkeys(MEASURES, 0.0)


def test_the_order_decides_not_the_names() -> None:
    """Scores are made from ranks, so a tie broken by the retriever stays broken that way."""
    qrels = {"q": {"b": 1}}
    assert score({"q": ["b", "a"]}, qrels).of("RR@10")[0] == 1.0
    assert score({"q": ["a", "b"]}, qrels).of("RR@10")[0] == 0.5
    swapped = {"q": {"a": 1}}
    assert score({"q": ["a", "b"]}, swapped).of("RR@10")[0] == 1.0


def test_only_the_first_hundred_count() -> None:
    ranking = [f"n{i}" for i in range(100)] + ["a"]
    assert score({"q": ranking}, {"q": {"a": 1}}).of("AP")[0] == 0.0


def test_queries_outside_the_judgements_are_ignored() -> None:
    assert score({"q9": ["a"], "q2": ["c"]}, QRELS).means()["R@1"] == pytest.approx(1 / 3)


def test_equal_to_ir_measures_on_a_random_run() -> None:
    rng = np.random.default_rng(11)
    documents = [f"d{i}" for i in range(120)]
    qrels = {
        f"q{i}": {d: int(rng.integers(1, 4)) for d in rng.choice(documents, 4, replace=False)}
        for i in range(30)
    }
    run = {q: rng.permutation(documents)[:80].tolist() for q in list(qrels)[:-3]}
    ours = score(run, qrels).means()
    theirs = ir_measures.calc_aggregate(
        [ir_measures.parse_measure(m) for m in MEASURES],
        qrels,
        {q: {d: 1000.0 - i for i, d in enumerate(ranking)} for q, ranking in run.items()},
    )
    assert ours == pytest.approx({str(m): v for m, v in theirs.items()})


def test_a_document_stands_where_its_best_passage_stands() -> None:
    assert best_passage_first(["a", "b", "a", "c", "b"]) == ["a", "b", "c"]
