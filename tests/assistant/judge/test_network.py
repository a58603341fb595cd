"""What the pair reader is trained towards: labels, and the opinions of a larger one."""

import math
from pathlib import Path

import pytest

from assistant.judge.training.network import loss_of, taught_loss
from assistant.judge.training.pairs import NOT_SUPPORTS, REFUTES, SUPPORTS, UNKNOWN
from assistant.judge.training.teacher import taught

torch = pytest.importorskip("torch")
LOGITS = torch.tensor([[1.0, 0.0, 2.0], [0.5, 0.1, -1.0], [0.0, 0.0, 0.0]])
UNREAD = torch.full((3, 3), math.nan)


def test_without_a_teacher_only_labels_count() -> None:
    targets = torch.tensor([SUPPORTS, REFUTES, NOT_SUPPORTS])
    assert torch.isclose(taught_loss(LOGITS, UNREAD, targets), loss_of(LOGITS, targets))


def test_the_teachers_own_opinion_costs_nothing_where_nobody_knows_better() -> None:
    targets = torch.tensor([UNKNOWN] * 3)
    assert taught_loss(LOGITS, LOGITS, targets).item() == pytest.approx(0, abs=1e-6)
    assert taught_loss(LOGITS, -LOGITS, targets).item() > 0.1


def test_pairs_that_nobody_labels_or_reads_teach_nothing() -> None:
    assert taught_loss(LOGITS, UNREAD, torch.tensor([UNKNOWN] * 3)).item() == 0


def test_a_label_counts_less_beside_an_opinion() -> None:
    wrong, targets = torch.tensor([[0.0, 0.0, 9.0]]), torch.tensor([REFUTES])
    assert taught_loss(wrong, wrong, targets) < loss_of(wrong, targets)


def test_opinions_are_read_back(tmp_path: Path) -> None:
    file = tmp_path / "taught.jsonl"
    file.write_text(
        '{"evidence": "It rose.", "claim": "It fell.", "source": "fm2", "target": 4, '
        '"logits": [2.0, 0.5, -1.0]}\n',
        "utf-8",
    )
    ((pair, logits),) = taught(file)
    assert (pair.claim, pair.target, logits) == ("It fell.", UNKNOWN, [2.0, 0.5, -1.0])
