import numpy as np
import pytest

from assistant.evaluation.statistics import (
    Interval,
    bootstrap,
    bootstrap_of,
    holm,
    mcnemar,
    randomisation,
    wilson,
)


def test_bootstrap_intervals_cover_the_truth_at_the_stated_rate() -> None:
    """400 samples of 80 from a skewed population: 95% intervals should miss about 5% of them."""
    rng = np.random.default_rng(7)
    truth = 1 / 3  # the mean of Beta(1, 2)
    covered = 0
    for trial in range(400):
        [interval] = bootstrap(rng.beta(1, 2, size=(80, 1)), resamples=400, seed=trial)
        assert interval.low is not None and interval.high is not None
        covered += interval.low <= truth <= interval.high
    assert 0.91 <= covered / 400 <= 0.985


def test_bootstrap_narrower_level_covers_less() -> None:
    values = np.random.default_rng(1).random((50, 1))
    [wide], [narrow] = bootstrap(values), bootstrap(values, level=0.5)
    assert wide.low < narrow.low < narrow.high < wide.high  # type: ignore[operator]


def test_bootstrap_is_seeded_and_takes_columns_together() -> None:
    values = np.random.default_rng(1).random((40, 3))
    assert bootstrap(values) == bootstrap(values)
    alone = bootstrap(values[:, :1])[0].low
    assert bootstrap(values)[0].low == pytest.approx(alone, abs=1e-12)


def test_bootstrap_of_nothing() -> None:
    assert bootstrap(np.zeros((0, 2))) == [Interval(None, None)] * 2
    assert bootstrap_of(0, lambda rows: 0.0) == Interval(None, None)


def test_bootstrap_of_a_mean_agrees_with_bootstrap() -> None:
    values = np.random.default_rng(3).random(60)
    here = bootstrap_of(60, lambda rows: float(values[rows].mean()), resamples=4000)
    [there] = bootstrap(values[:, None], resamples=4000)
    assert here.low == pytest.approx(there.low, abs=0.01)
    assert here.high == pytest.approx(there.high, abs=0.01)


@pytest.mark.parametrize(
    ("a", "b", "p"),
    [
        # three pairs that all favour a: of 8 sign patterns two (all plus, all minus) reach it
        ([1.0, 1.0, 1.0], [0.0, 0.0, 0.0], 2 / 8),
        # differences 1 and -1: every pattern reaches a sum of 0
        ([1.0, 0.0], [0.0, 1.0], 1.0),
        # ties do not count: only two pairs differ
        ([1.0, 1.0, 0.5, 0.5], [0.0, 0.0, 0.5, 0.5], 2 / 4),
        ([0.3, 0.3], [0.3, 0.3], 1.0),
        ([], [], 1.0),
        # differences 3, 1, 1: sums of 5, 3, 3, 1 and their negatives; 2 of 8 reach 5
        ([3.0, 1.0, 1.0], [0.0, 0.0, 0.0], 2 / 8),
    ],
)
def test_randomisation_by_hand(a: list[float], b: list[float], p: float) -> None:
    assert randomisation(a, b).p == pytest.approx(p)


def test_randomisation_sampled_agrees_with_scipy() -> None:
    from scipy import stats

    rng = np.random.default_rng(5)
    a, b = rng.random(60), rng.random(60) - 0.08
    ours = randomisation(a.tolist(), b.tolist())
    theirs = stats.permutation_test(
        (a, b),
        lambda x, y, axis: np.mean(x - y, axis=axis),
        permutation_type="samples",
        vectorized=True,
        n_resamples=9999,
        rng=np.random.default_rng(1),
    )
    assert ours.p == pytest.approx(theirs.pvalue, abs=0.02)
    assert ours.difference == pytest.approx(float(np.mean(a - b)))


def test_randomisation_needs_pairs() -> None:
    with pytest.raises(ValueError, match="same length"):
        randomisation([1.0], [])


@pytest.mark.parametrize(
    ("ps", "adjusted"),
    [
        # Holm's own scheme: smallest times m, next times m - 1, never falling
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5, 0.9], [1.0, 1.0]),
        ([], []),
    ],
)
def test_holm_by_hand(ps: list[float], adjusted: list[float]) -> None:
    assert holm(ps) == pytest.approx(adjusted)


def test_mcnemar_by_hand() -> None:
    # 5 claims only a gets right, 1 only b: 2 * (C(6,0) + C(6,1)) / 64
    a = [True] * 5 + [False] + [True, False]
    b = [False] * 5 + [True] + [True, False]
    assert mcnemar(a, b).p == pytest.approx(2 * 7 / 64)
    assert mcnemar(a, b).difference == pytest.approx(4 / 8)


def test_mcnemar_agrees_with_scipy_binomial() -> None:
    from scipy import stats

    a = [True] * 14 + [False] * 5 + [True] * 30
    b = [False] * 14 + [True] * 5 + [True] * 30
    assert mcnemar(a, b).p == pytest.approx(stats.binomtest(5, 19).pvalue)


def test_mcnemar_of_equal_judges() -> None:
    assert mcnemar([True, False], [True, False]).p == 1.0


@pytest.mark.parametrize(("successes", "trials"), [(0, 10), (3, 10), (10, 10), (81, 263)])
def test_wilson_agrees_with_scipy(successes: int, trials: int) -> None:
    from scipy import stats

    theirs = stats.binomtest(successes, trials).proportion_ci(method="wilson")
    ours = wilson(successes, trials)
    assert (ours.low, ours.high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_wilson_of_nothing() -> None:
    assert wilson(0, 0) == Interval(None, None)
