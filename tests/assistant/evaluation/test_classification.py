import numpy as np
import pytest

from assistant.evaluation import calibration as cal
from assistant.evaluation import classification as cls
from assistant.evaluation.classification import Outcome
from assistant.evaluation.types import LabelledClaim, VerdictSet
from assistant.evaluation.verdicts import VerdictReport, compare_judges
from assistant.types import VERDICT_LABELS, Label

S, R, C, N, U = Label


def outcome(gold: Label, said: Label, confidence: float | None = 0.9, key: str = "x") -> Outcome:
    return Outcome(key, gold, said, None if said is U else confidence, "en")


def random_outcomes(classes: int, count: int = 300) -> list[Outcome]:
    rng = np.random.default_rng(classes)
    return [
        outcome(
            VERDICT_LABELS[rng.integers(classes)],
            VERDICT_LABELS[rng.integers(4)],
            float(rng.random()),
            str(i),
        )
        for i in range(count)
    ]


@pytest.mark.parametrize("classes", [2, 3, 4])
def test_equal_to_scikit_learn(classes: int) -> None:
    """Also where verdicts fall outside the classes of a two- or three-class set."""
    from sklearn import metrics

    found, labels = random_outcomes(classes), VERDICT_LABELS[:classes]
    gold, said = [o.gold.value for o in found], [o.predicted.value for o in found]
    names = [label.value for label in labels]
    precision, recall, f1, support = metrics.precision_recall_fscore_support(
        gold, said, labels=names, zero_division=0
    )
    ours = cls.per_label(found, labels)
    assert [s.precision for s in ours.values()] == pytest.approx(precision.tolist())
    assert [s.recall for s in ours.values()] == pytest.approx(recall.tolist())
    assert [s.f1 for s in ours.values()] == pytest.approx(f1.tolist())
    assert [s.support for s in ours.values()] == support.tolist()
    macro = metrics.f1_score(gold, said, average="macro", zero_division=0)
    assert cls.macro_f1(found) == pytest.approx(macro)
    assert cls.accuracy(found) == pytest.approx(metrics.accuracy_score(gold, said))
    codes = {label: i for i, label in enumerate(VERDICT_LABELS)}
    fast = cls.macro_f1_of_codes(
        np.asarray([codes[o.gold] for o in found]),
        np.asarray([codes[o.predicted] for o in found]),
    )
    assert fast == pytest.approx(macro)


@pytest.mark.parametrize(
    ("pairs", "macro"),
    [
        # worked by hand: the F1 of each label that occurs, right or said, and their mean
        ([(S, S), (S, S)], 1.0),  # a slice of one label, all right
        ([(S, S), (R, S)], (2 / 3 + 0) / 2),
        ([(S, R), (S, R)], 0.0),  # R never right, S never said
        ([(S, S), (S, C)], (2 / 3 + 0) / 2),  # said outside the labels of the data set
        ([(S, S), (R, U)], 1.0),  # R has no judged claim
        ([(S, S), (R, R), (C, U), (N, U)], 1.0),
    ],
)
def test_macro_f1_counts_the_labels_of_judged_claims(
    pairs: list[tuple[Label, Label]], macro: float
) -> None:
    found = [outcome(gold, said) for gold, said in pairs]
    assert cls.macro_f1(found) == pytest.approx(macro)
    assert cls.summary(found)["macro_f1"] == pytest.approx(macro)


def test_slices_and_unjudged_rows_equal_scikit_learn_on_the_judged() -> None:
    from sklearn import metrics

    rng = np.random.default_rng(7)
    found = [
        outcome(o.gold, U if rng.random() < 0.3 else o.predicted, key=o.id)
        for o in random_outcomes(3)
    ]
    claims = tuple(LabelledClaim(o.id, "x", "en", o.gold) for o in found)
    slices = {"all": tuple(range(300))}
    slices |= {f"first {size}": tuple(range(size)) for size in (2, 3, 5, 8, 20)}
    figures = VerdictReport(VerdictSet("s", claims), tuple(found), slices, "j", 1.0).json()
    for name, rows in slices.items():
        judged = [found[row] for row in rows if found[row].judged]
        gold, said = [o.gold.value for o in judged], [o.predicted.value for o in judged]
        told = figures["slices"][name]
        low, high = told["ci95"]["accuracy"]
        assert low <= told["accuracy"] <= high
        macro = metrics.f1_score(gold, said, average="macro", zero_division=0)
        assert told["macro_f1"] == pytest.approx(macro), name
        assert told["accuracy"] == pytest.approx(metrics.accuracy_score(gold, said)), name
    assert figures["macro_f1"] == figures["slices"]["all"]["macro_f1"]
    scores = figures["per_label"].values()
    assert figures["macro_f1"] == pytest.approx(sum(s["f1"] for s in scores) / len(scores))
    low, high = figures["ci95"]["macro_f1"]
    assert low <= figures["macro_f1"] <= high


def test_unjudged_stay_out_of_accuracy_and_are_counted() -> None:
    found = [outcome(S, S), outcome(S, U), outcome(R, S), outcome(R, U)]
    assert cls.accuracy(found) == 0.5
    assert cls.per_label(found, (S, R))[S].support == 1
    assert cls.confusion(found)[S] == {S: 1, R: 0, C: 0, N: 0, U: 1}
    assert cls.summary(found)["unjudged"] == 2


def test_nothing_judged() -> None:
    found = [outcome(S, U)]
    assert cls.accuracy(found) is None
    assert cls.macro_f1(found) is None
    assert cls.summary(found)["macro_f1"] is None
    assert cal.ece(found) is None
    assert cal.brier(found) is None
    assert cal.aurc(found) is None
    assert cal.risk_coverage(found) == ()


def test_ece_by_hand() -> None:
    # one bin [0.8, 0.9): confidence 0.85 and 0.81, one right; one bin [0.9, 1]: 1.0, right
    found = [outcome(S, S, 0.85), outcome(S, R, 0.81), outcome(S, S, 1.0)]
    assert cal.ece(found) == pytest.approx(2 / 3 * abs(0.83 - 0.5) + 0)
    last = cal.reliability(found)[-1]
    assert (last.low, last.high, last.count, last.accuracy) == (0.9, 1.0, 1, 1.0)


def test_brier_equals_scikit_learn() -> None:
    from sklearn import metrics

    found = random_outcomes(4)
    theirs = metrics.brier_score_loss([o.right for o in found], [o.confidence for o in found])
    assert cal.brier(found) == pytest.approx(theirs)


def test_risk_coverage_by_hand() -> None:
    found = [outcome(S, S, 0.9), outcome(S, R, 0.8), outcome(S, S, 0.8), outcome(S, U)]
    points = cal.risk_coverage(found)
    assert [x for p in points for x in (p.threshold, p.coverage, p.risk)] == pytest.approx(
        [0.9, 1 / 4, 0.0, 0.8, 3 / 4, 1 / 3]
    )
    assert cal.aurc(found) == pytest.approx((1 / 4 * 0 + 2 / 4 * 1 / 3) / (3 / 4))


def test_ties_in_confidence_cannot_depend_on_order() -> None:
    found = random_outcomes(4)
    tied = [outcome(o.gold, o.predicted, round(o.confidence or 0, 1), o.id) for o in found]
    assert cal.risk_coverage(tied) == cal.risk_coverage(tied[::-1])


def test_two_judges_are_paired_by_claim() -> None:
    a = [outcome(S, S, key="1"), outcome(S, R, key="2"), outcome(S, S, key="3")]
    b = [outcome(S, R, key="3"), outcome(S, S, key="1"), outcome(S, U, key="2")]
    found = compare_judges(a, b)
    assert found["claims"] == 2
    assert (found["only_a_right"], found["only_b_right"]) == (1, 0)
    assert found["p"] == 1.0
