"""What the fitted verdict model must keep, whatever it was fitted on."""

import numpy as np
import pytest

from assistant.judge.aggregate import (
    GISTS,
    LABELS,
    SPEAK_AGAINST,
    SPEAK_FOR,
    gist,
    possible,
    voices,
    weighed,
)
from assistant.judge.calibration import Line, load_weights
from assistant.judge.default import DefaultJudge
from assistant.judge.training.fit import softmax_fit
from assistant.types import Label
from tests.assistant.judge.helpers import notes, reading

SUPPORTED, REFUTED = LABELS.index(Label.SUPPORTED), LABELS.index(Label.REFUTED)
ROUNDED = 1e-5


def test_what_speaks_for_or_against_is_a_number_of_the_model() -> None:
    assert set(GISTS) >= SPEAK_FOR | SPEAK_AGAINST
    assert not SPEAK_FOR & SPEAK_AGAINST


def test_the_shipped_model_never_turns_a_sign_round() -> None:
    model = load_weights().verdict
    for name, up, down in zip(
        model.features, model.weights[SUPPORTED], model.weights[REFUTED], strict=True
    ):
        if name in SPEAK_FOR:
            assert up >= down - ROUNDED, name
        if name in SPEAK_AGAINST:
            assert down >= up - ROUNDED, name


def test_a_fit_keeps_the_signs_of_data_that_have_them_the_wrong_way_round() -> None:
    rng = np.random.default_rng(3)
    x = rng.random((80, 2))
    y = np.where(x[:, 0] - x[:, 1] > 0, REFUTED, SUPPORTED)  # more support, more refuted: a trap
    model = softmax_fit(("support", "refute"), x, y, np.ones(80), c=1.0)
    apart = np.subtract(model.weights[SUPPORTED], model.weights[REFUTED])
    assert apart[0] >= -ROUNDED and apart[1] <= ROUNDED
    free = softmax_fit(("topic", "clash"), x, y, np.ones(80), c=1.0)
    assert np.subtract(free.weights[SUPPORTED], free.weights[REFUTED])[0] < -1


@pytest.mark.parametrize(("support", "may"), [(0.15, False), (0.45, True)])
def test_support_that_is_drowned_out_backs_nothing(support: float, may: bool) -> None:
    said = [reading("a", support, 0.0), reading("b", 0.0, 0.8)]
    borne = notes(said[0].evidence, reader_supports=0.6, reader_refutes=0.1)
    heard = voices([type(said[0])(borne, 1.0, support, 0.0), said[1]])
    assert possible(heard)[SUPPORTED] is may


def test_a_line_keeps_the_order_of_confidences() -> None:
    line = Line(0.8, -0.2)
    told = [line.calibrated(c) for c in (0.0, 0.2, 0.5, 0.9, 1.0)]
    assert told == sorted(told) and told[0] > 0 and told[-1] < 1


@pytest.mark.parametrize(("amounts", "kind"), [(1.0, "figures"), (0.0, "words")])
def test_claims_with_amounts_have_a_calibration_of_their_own(amounts: float, kind: str) -> None:
    judge, said = DefaultJudge.__new__(DefaultJudge), reading("a", 0.9, 0.0)
    judge.weights = load_weights()
    told = notes(said.evidence, amounts=amounts, matched=1.0, q_supports=1.0, reader_supports=0.9)
    readings = [type(said)(told, 1.0, 0.9, 0.0)]
    label, confidence = judge._decide(readings)
    heard = voices(readings)
    raw = weighed(judge.weights.verdict.probabilities(gist(heard)), heard)[LABELS.index(label)]
    assert confidence == getattr(judge.weights, kind).calibrated(raw)
