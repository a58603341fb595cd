from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError, StoreError
from assistant.evaluation.compare import compare, comparison_text
from assistant.evaluation.history import History, history_path
from assistant.evaluation.record import git_revision, provenance
from assistant.settings import Settings


def verdict_run(labels: list[str], digest: str = "d") -> dict[str, Any]:
    gold = ["supported"] * len(labels)
    right = [g == s for g, s in zip(gold, labels, strict=True)]
    return {
        "kind": "verdicts", "dataset": "set", "dataset_digest": digest,
        "accuracy": sum(right) / len(right), "macro_f1": 0.5, "unjudged": 0, "ece": 0.1,
        "brier": 0.1, "aurc": None,
        "predictions": [{"id": str(i), "gold": g, "label": s, "confidence": 0.5, "problem": None}
                        for i, (g, s) in enumerate(zip(gold, labels, strict=True))],
    }  # fmt: skip


def retrieval_run(values: dict[str, float]) -> dict[str, Any]:
    return {
        "kind": "retrieval", "dataset": "set", "dataset_digest": "d",
        "retrievers": {"hybrid": {"nDCG@10": sum(values.values()) / len(values)}},
        "per_query": {"hybrid": {"nDCG@10": values}},
    }  # fmt: skip


def test_runs_are_kept_in_order_and_found_again(tmp_path: Path) -> None:
    history = History(history_path(tmp_path / "store"))
    assert history.runs() == () and not history.path.exists()
    first = history.keep(verdict_run(["supported"]), {"settings": {}}, name="before", command="c")
    second = history.keep(verdict_run(["refuted"]), {"settings": {}})
    assert [r.id for r in history.runs()] == [first, second]
    assert history.get("last").id == second
    assert history.get(str(first)).figures == history.get("before").figures
    with pytest.raises(InputError, match="no run 99"):
        history.get("99")


def test_a_broken_history_is_told(tmp_path: Path) -> None:
    path = tmp_path / "h.sqlite"
    path.write_bytes(b"not a database, but long enough to be looked at" * 30)
    with pytest.raises(StoreError, match="cannot be used"):
        History(path).runs()


def test_secrets_stay_out_of_the_record() -> None:
    told = provenance(Settings(llm="openai:x", llm_key="sk-secret"))
    assert "sk-secret" not in str(told)
    assert told["settings"]["llm"] == "openai:x"


def test_revision_is_read_without_git(tmp_path: Path) -> None:
    git = tmp_path / "repo" / ".git"
    (git / "refs" / "heads").mkdir(parents=True)
    (git / "HEAD").write_text("ref: refs/heads/main\n")
    assert git_revision(git.parent) is None
    (git / "packed-refs").write_text("# pack\nabc123 refs/heads/main\n")
    assert git_revision(git.parent / "deep" / "down") == "abc123"
    (git / "refs" / "heads" / "main").write_text("def456\n")
    assert git_revision(git.parent) == "def456"


def test_verdict_runs_are_paired() -> None:
    a = verdict_run(["supported"] * 6 + ["refuted"])
    b = verdict_run(["refuted"] * 6 + ["refuted"])
    found = compare(a, b)
    assert found["mcnemar"]["only_a_right"] == 6
    assert found["mcnemar"]["p"] == pytest.approx(2 / 64)
    assert found["figures"]["accuracy"]["difference"] == pytest.approx(6 / 7)
    assert len(found["changed"]) == 6
    assert "p 0.031" in comparison_text(found)


def test_retrieval_runs_are_paired_by_query() -> None:
    a = retrieval_run({"1": 1.0, "2": 1.0, "3": 0.5})
    b = retrieval_run({"3": 0.5, "2": 0.0, "1": 0.0})
    [test] = compare(a, b)["tests"]
    assert test["difference"] == pytest.approx(2 / 3)
    assert test["p"] == pytest.approx(0.5)


@pytest.mark.parametrize(
    ("a", "b", "told"),
    [
        (verdict_run(["supported"]), retrieval_run({"1": 1.0}), "cannot be compared"),
        (verdict_run(["supported"]), verdict_run(["supported"], "e"), "changed between the runs"),
    ],
)
def test_runs_that_cannot_be_paired(a: dict[str, Any], b: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        compare(a, b)
