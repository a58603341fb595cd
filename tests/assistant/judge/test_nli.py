"""NLI models by name: classes are told apart by what they are called, not by their order."""

from pathlib import Path

import numpy as np
import pytest

from assistant.errors import SettingsError
from assistant.judge.nli import NLIReader
from index.embedding.cross_encoders import CrossEncoder


class Scores:
    """A model that answers with the scores it was given."""

    def __init__(self, *scores: float) -> None:
        self.scores = scores

    def predict(self, pairs: list[tuple[str, str]], **options: object) -> object:
        return np.array([self.scores] * len(pairs))


@pytest.mark.parametrize(
    ("labels", "scores"),
    [
        (("contradiction", "entailment", "neutral"), (0.0, 2.0, 1.0)),
        (("entailment", "neutral", "contradiction"), (2.0, 1.0, 0.0)),
        (("refutes", "not_enough_info", "supports"), (0.0, 1.0, 2.0)),
    ],
)
def test_classes_go_by_name(labels: tuple[str, ...], scores: tuple[float, ...]) -> None:
    reader = NLIReader(CrossEncoder("path:x", labels, Scores(*scores)))
    refutes, silent, supports = reader.probabilities("evidence", "claim")
    assert refutes < silent < supports
    assert refutes + silent + supports == pytest.approx(1)
    assert supports == pytest.approx(np.exp(2) / (1 + np.exp(1) + np.exp(2)))


@pytest.mark.parametrize("labels", [("label_0",), ("label_0", "label_1", "label_2"), ("neutral",)])
def test_other_models_are_refused(labels: tuple[str, ...]) -> None:
    with pytest.raises(SettingsError, match="no NLI model"):
        NLIReader(CrossEncoder("path:x", labels, Scores(0.0)))


def test_a_model_by_path_takes_the_place_of_the_shipped_reader(tmp_path: Path) -> None:
    from assistant.claims.extract import claim_of
    from assistant.evidence import given
    from assistant.judge.default import DefaultJudge
    from index.embedding.cross_encoders import load_cross_encoder
    from index.embedding.models import load_encoder
    from tests.index.test_reranker import tiny

    reader = NLIReader(
        load_cross_encoder(tiny(tmp_path / "m", ("ENTAILMENT", "NEUTRAL", "CONTRADICTION")))
    )
    encoder = load_encoder("fast")
    judge = DefaultJudge(encoder, reader)
    assert judge.fingerprint != DefaultJudge(encoder).fingerprint
    claim = claim_of("The bridge crosses the river.")
    verdict = judge.judge(claim, given(claim, ["The bridge crosses the river."]))
    assert verdict.confidence is not None and 0 <= verdict.confidence <= 1
