import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assistant.errors import InputError, StoreError
from assistant.evaluation.compare import compare, comparison_text, figures_of
from assistant.evaluation.history import History, history_path
from assistant.evaluation.record import git_revision, model_cards, provenance
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


def test_a_login_sees_its_own_runs_and_everybodys(tmp_path: Path) -> None:
    history = History(history_path(tmp_path / "store"))
    shared = history.keep(verdict_run(["supported"]), {})
    own = history.keep(verdict_run(["refuted"]), {}, owner="nok")
    for login, seen in (("nok", [shared, own]), ("ploy", [shared]), ("", [shared])):
        assert [r.id for r in history.runs(seen_by=login)] == seen
    assert [r.owner for r in history.runs()] == ["", "nok"]


def test_a_history_from_before_there_were_owners_is_everybodys(tmp_path: Path) -> None:
    history = History(history_path(tmp_path / "store"))
    old = history.keep(verdict_run(["supported"]), {})
    with closing(sqlite3.connect(history.path)) as database:
        database.execute("ALTER TABLE runs DROP COLUMN owner")
    assert [(r.id, r.owner) for r in history.runs(seen_by="nok")] == [(old, "")]
    new = history.keep(verdict_run(["refuted"]), {}, owner="nok")
    assert [(r.id, r.owner) for r in history.runs()] == [(old, ""), (new, "nok")]


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


def test_revision_of_a_worktree(tmp_path: Path) -> None:
    """A worktree's .git is a file; its branches lie in the folder of the repository."""
    common = tmp_path / "repo" / ".git"
    inner = common / "worktrees" / "w"
    (common / "refs" / "heads").mkdir(parents=True)
    inner.mkdir(parents=True)
    (inner / "commondir").write_text("../..\n")
    (inner / "HEAD").write_text("ref: refs/heads/topic\n")
    tree = tmp_path / "w"
    tree.mkdir()
    for written in (f"gitdir: {inner}\n", "gitdir: ../repo/.git/worktrees/w\n"):
        (tree / ".git").write_text(written)
        (common / "packed-refs").write_text("abc123 refs/heads/topic\n")
        (common / "refs" / "heads" / "topic").unlink(missing_ok=True)
        assert git_revision(tree / "deep") == "abc123"
        (common / "refs" / "heads" / "topic").write_text("def456\n")
        assert git_revision(tree / "deep") == "def456"
    (inner / "HEAD").write_text("fed789\n")
    assert git_revision(tree) == "fed789"
    (tree / ".git").write_text("gitdir: /nowhere\n")
    assert git_revision(tree) is None


def test_the_cards_of_the_models_in_use(tmp_path: Path) -> None:
    own = tmp_path / "model"
    own.mkdir()
    settings = Settings(encoder=f"path:{own}")
    cards = model_cards(settings, kind="retrieval", encoders=["fast"])
    assert list(cards) == [f"encoder path:{own}", "encoder fast"]
    assert cards[f"encoder path:{own}"] is None and cards["encoder fast"]
    (own / "README.md").write_text("one")
    one = provenance(settings, kind="retrieval")["model_card_digest"]
    (own / "README.md").write_text("another")
    other = provenance(settings, kind="retrieval")["model_card_digest"]
    assert one and other and one != other


@pytest.mark.parametrize(
    ("kind", "used"),
    [
        ("retrieval", ["encoder default"]),
        ("verdicts", ["encoder default", "encoder of sentences", "judge"]),
        ("claims", ["claims"]),
    ],
)
def test_only_models_in_use_count(kind: str, used: list[str]) -> None:
    found = model_cards(Settings(), kind=kind)
    assert list(found) == used and all(found.values())
    assert provenance(Settings(), kind=kind)["model_card_digest"]


def test_half_characters_do_not_keep_a_run_from_being_kept(tmp_path: Path) -> None:
    """Names of files may hold bytes that are no UTF-8."""
    history = History(tmp_path / "h.sqlite")
    run = {**verdict_run(["supported"]), "dataset": "set\udce9"}
    history.keep(run, {"settings": {"store": "\udce9"}}, name="n\udce9", command="c \udce9")
    assert history.get("last").dataset == "set\ufffd"
    assert history.get("n\udce9").name == "n\ufffd"


GOOD = verdict_run(["supported"])


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ([], "no JSON object"),
        ({"kind": "banana", "dataset": "x", "dataset_digest": "1"}, "kind"),
        ({"kind": ["verdicts"], "dataset": "x", "dataset_digest": "1"}, "kind"),
        ({"kind": "verdicts"}, "dataset is missing"),
        ({k: v for k, v in GOOD.items() if k != "dataset_digest"}, "dataset_digest is missing"),
        ({**GOOD, "accuracy": "high"}, "accuracy is no number"),
        ({**GOOD, "predictions": None}, "predictions is missing"),
        ({**GOOD, "predictions": [1]}, "prediction 1 has no id"),
        ({**GOOD, "predictions": [{"id": "1", "gold": "x", "label": "supported"}]}, "known"),
        ({**GOOD, "predictions": [{"id": "1", "gold": ["x"], "label": "supported"}]}, "known"),
        ({**retrieval_run({"1": 1.0}), "per_query": None}, "per_query or retrievers is missing"),
        ({**retrieval_run({"1": 1.0}), "retrievers": {}}, "the scores of hybrid are missing"),
        ({**retrieval_run({"1": 1.0}), "per_query": {"hybrid": {"nDCG@10": {"1": "x"}}}},
         "not told by query"),
    ],
)  # fmt: skip
def test_files_that_hold_no_evaluation(tmp_path: Path, found: Any, told: str) -> None:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(found))
    with pytest.raises(InputError, match="holds no evaluation") as caught:
        figures_of(str(path), History(tmp_path / "h.sqlite"))
    assert told in caught.value.message and caught.value.hint


@pytest.mark.parametrize("run", [GOOD, retrieval_run({"1": 1.0})])
def test_files_that_hold_one(tmp_path: Path, run: dict[str, Any]) -> None:
    path = tmp_path / "run.json"
    path.write_text(json.dumps(run))
    history = History(tmp_path / "h.sqlite")
    assert comparison_text(compare(figures_of(str(path), history), run))


def test_runs_of_other_claims_or_queries() -> None:
    with pytest.raises(InputError, match="1 claims are in one of the runs only"):
        compare(verdict_run(["supported"] * 2), verdict_run(["supported"]))
    with pytest.raises(InputError, match="2 queries are in one of the runs only"):
        compare(retrieval_run({"1": 1.0}), retrieval_run({"2": 1.0}))


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
