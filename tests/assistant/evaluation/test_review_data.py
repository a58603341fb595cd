from pathlib import Path

from assistant.evaluation.datasets import load_retrieval, load_verdicts
from assistant.evaluation.datasets.build import document_of
from assistant.evaluation.datasets.retrieval import Store
from assistant.review import Action, AuditLog, Decision
from assistant.types import Label


def decision(action: Action, **more: str) -> Decision:
    return Decision("Somsri", action, "c1", "It rained.", "en", "read it again", **more)


def test_decisions_of_the_review_desk_are_a_data_set(tmp_path: Path) -> None:
    log = AuditLog.beside(tmp_path)
    log.append(decision(Action.OVERRIDE, label="refuted", machine_label="supported"))
    log.append(decision(Action.ADD_EVIDENCE, document_id="d1", stance="refutes"))
    log.append(decision(Action.STRIKE_EVIDENCE, document_id="d2"))
    log.append(decision(Action.ADD_EVIDENCE, document_id="gone"))
    [claim] = load_verdicts("review", folder=tmp_path).claims
    assert (claim.id, claim.label) == ("c1", Label.REFUTED)

    documents = [document_of(key, "", f"Text of {key}.") for key in ("d1", "d2", "d3")]
    found = load_retrieval("review", store=Store(tmp_path, lambda: documents))
    assert found.qrels == {"c1": {"d1": 1, "d2": 0}}
    assert found.notices == ("1 judgements name documents no longer in the store",)
