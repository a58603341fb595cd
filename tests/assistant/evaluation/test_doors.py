import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from tests.assistant.evaluation.test_datasets import beir, jsonl
from tests.openai_server import Script, Server, judge_reply

GIVEN = [
    {"id": "a", "claim": "Sales were 5 million dollars in 2024.", "label": "SUPPORTS",
     "evidence": ["Sales were 5 million dollars in 2024."]},
    {"id": "b", "claim": "Sales were 5 million dollars in 2024.", "label": "REFUTES",
     "evidence": ["Sales were 8 million dollars in 2024."]},
]  # fmt: skip


@pytest.fixture
def base(tmp_path: Path) -> list[str]:
    """Options for a store and a model of the test's own."""
    config = tmp_path / "fast.toml"
    config.write_text('encoder = "fast"\n')
    return ["--store", str(tmp_path / "store"), "--config", str(config)]


def run(words: list[str], base: list[str]) -> int:
    return main(["eval", *words, *base])


def test_retrieval_from_the_command_line(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    folder, out = beir(tmp_path / "mini"), tmp_path / "out.json"
    words = ["retrieval", "--dataset", str(folder)]
    assert run([*words, "--json", str(out), "--html", str(tmp_path / "out.html")], base) == 0
    told = capsys.readouterr()
    assert "hybrid" in told.out and "kept as run 1" in told.err
    figures = json.loads(out.read_text("utf-8"))
    assert figures["provenance"]["settings"]["encoder"] == "fast"
    assert (tmp_path / "out.html").read_text("utf-8").startswith("<!doctype html>")

    assert run([*words, "--json", "--no-history"], base) == 0
    assert json.loads(capsys.readouterr().out)["queries"] == 2

    assert run(["compare", "1", str(out)], base) == 0
    assert "hybrid: nDCG@10" in capsys.readouterr().out

    assert run(["history"], base) == 0
    assert "mini" in capsys.readouterr().out
    assert run(["history", "last"], base) == 0
    assert "recall of the vector index" in capsys.readouterr().out


def test_verdicts_on_given_evidence(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, out = jsonl(tmp_path / "given.jsonl", GIVEN), tmp_path / "out.json"
    words = ["verdicts", "--dataset", str(path), "--evidence", "given", "--json", str(out)]
    assert run(words, base) == 0
    capsys.readouterr()
    figures = json.loads(out.read_text("utf-8"))
    wanted = {"claims", "accuracy", "macro_f1", "per_label", "confusion", "unjudged", "ece",
              "brier", "slices", "predictions"}  # fmt: skip
    assert wanted <= set(figures)
    assert figures["classes"] == ["supported", "refuted"]
    assert [p["id"] for p in figures["predictions"]] == ["a", "b"]
    for found in figures["predictions"]:
        assert found["label"] in (
            "supported", "refuted", "conflicting", "not_enough_evidence", "unjudged"
        )  # fmt: skip
        assert found["confidence"] is None or 0 <= found["confidence"] <= 1


def test_claims_without_evidence_are_left_out_where_it_is_given(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    bare = {"id": "c", "claim": "Dogs bark.", "label": "NOT ENOUGH INFO", "evidence": []}
    path = jsonl(tmp_path / "given.jsonl", [*GIVEN, bare])
    words = ["verdicts", "--dataset", str(path), "--evidence", "given", "--json"]
    assert run(words, base) == 0
    told = capsys.readouterr()
    assert [p["id"] for p in json.loads(told.out)["predictions"]] == ["a", "b"]
    assert "1 of 3 claims left out: claim c brings no evidence" in told.err


def test_ids_of_predictions_keep_their_type(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{**GIVEN[0], "id": 7}, {**GIVEN[1], "id": "7b"}, {**GIVEN[1], "id": 2.5}]
    path, out = jsonl(tmp_path / "given.jsonl", rows), tmp_path / "out.json"
    words = ["verdicts", "--dataset", str(path), "--evidence", "given", "--json", str(out)]
    assert run(words, base) == 0
    assert [p["id"] for p in json.loads(out.read_text())["predictions"]] == [7, "7b", 2.5]
    assert run(["compare", "last", str(out)], base) == 0


def test_a_run_with_unjudged_claims_is_partly_done(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path, config = jsonl(tmp_path / "my set.jsonl", GIVEN), tmp_path / "fast.toml"
    config.write_text('encoder = "fast"\nllm_key = "k"\nllm_retries = 0\nllm_cache = false\n')
    words = ["verdicts", "--dataset", str(path), "--evidence", "given"]
    right = judge_reply("supported", ("p1", "Sales were 5 million dollars in 2024.", "supports"))
    with Server(Script(right), Script("", status=500)).running() as server:
        asked = ["--llm", "openai:scripted", "--llm-base-url", server.url]
        assert run([*words, *asked], base) == 3
    told = capsys.readouterr()
    assert "1 claims could not be judged and are left out of the figures" in told.err
    rows = {line.split("  ")[0]: line.split()[-1] for line in told.out.splitlines() if line}
    assert rows["unjudged"] == "1" and rows["accuracy"].endswith("]")
    assert rows["input tokens"] == "100" and rows["output tokens"] == "20"
    assert rows["cost in USD"] == "–" and float(rows["seconds"]) > 0
    assert run(["history", "--json"], base) == 0
    [kept] = json.loads(capsys.readouterr().out)["runs"]
    assert shlex.split(kept["command"]) == ["jingmai", "eval", *words[:3], *asked, *words[3:]]


def test_articles_without_units_are_told(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    article = {"id": "a", "body": "Sales rose 5% in 2024.", "units": [{"start": 0, "end": 22}]}
    path = jsonl(tmp_path / "x.jsonl", [article, {**article, "id": "b", "units": []}])
    assert run(["claims", "--dataset", str(path)], base) == 0
    assert "article b has no check-worthy unit" in capsys.readouterr().err


def test_the_record_of_a_run(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    from index.embedding.models import load_encoder

    words = ["retrieval", "--dataset", str(beir(tmp_path / "a set"))]
    assert run(words, base) == 0
    capsys.readouterr()
    assert run(["history", "--json"], base) == 0
    [kept] = json.loads(capsys.readouterr().out)["runs"]
    told = kept["provenance"]
    assert told["encoder_fingerprint"] == load_encoder("fast").fingerprint
    assert told["index_fingerprint"] and told["model_card_digest"]
    assert shlex.split(kept["command"]) == ["jingmai", "eval", *words]


@pytest.mark.parametrize(
    ("command", "told"),
    [
        ('jingmai eval verdicts --dataset "seeds', "cannot be read"),
        ("jingmai eval verdicts", "--dataset"),
        ("jingmai eval verdicts --dataset seeds --nonsense", "--nonsense"),
        ("jingmai eval verdicts --help", "measures nothing"),
        ("jingmai eval history", "gives no figures"),
        ("rm -r x", "not a command of this gate"),
    ],
)
def test_commands_that_a_gate_cannot_run(
    tmp_path: Path, base: list[str], command: str, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    figure = {"accuracy": {"expected": 0.5, "tolerance": 0.1}}
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({"checks": [{"command": command, "figures": figure}]}))
    assert run(["gate", "--baseline", str(path)], base) == 1
    seen = capsys.readouterr()
    lines = seen.err.splitlines()
    assert len(lines) == 2 and told in lines[0] and lines[1].startswith("  hint: ")
    assert seen.out == ""


def test_references_of_ones_own(
    tmp_path: Path, base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    documents = [{"id": "d1", "lang": "en", "title": "Sales", "text": GIVEN[0]["claim"]}]
    references = jsonl(tmp_path / "references.jsonl", documents)
    claims = [{"id": "c", "claim": GIVEN[0]["claim"], "label": "supported", "evidence_ids": ["d1"]}]
    path = jsonl(tmp_path / "claims.jsonl", claims)
    common = ["--dataset", str(path), "--references", str(references), "--json"]
    assert run(["verdicts", *common], base) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["index"]["documents"] == 1 and figures["unjudged"] == 0
    assert "en→en" in figures["slices"]
    assert run(["retrieval", *common], base) == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["retrievers"]["hybrid"]["R@1"] == 1.0
    for cut in figures["slices"].values():
        low, high = cut["hybrid"]["ci95"]["nDCG@10"]
        assert low - 1e-9 <= cut["hybrid"]["nDCG@10"] <= high + 1e-9
    assert not (tmp_path / "store").exists()  # neither touched the user's store


@pytest.mark.parametrize(("expected", "code"), [(0.0, 0), (2.0, 1)])
def test_the_gate_decides_the_exit_code(
    tmp_path: Path,
    base: list[str],
    expected: float,
    code: int,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = jsonl(tmp_path / "given.jsonl", GIVEN)
    figure: dict[str, Any] = {"accuracy": {"expected": expected, "tolerance": 0.1}}
    command = f"jingmai eval verdicts --dataset '{path}' --evidence given"
    baseline = tmp_path / "baseline.json"
    baseline.write_text(json.dumps({"checks": [{"command": command, "figures": figure}]}))
    assert run(["gate", "--baseline", str(baseline)], base) == code
    assert ("WORSE" in capsys.readouterr().out) is bool(code)


@pytest.mark.parametrize(
    "words",
    [
        ["retrieval", "--dataset", "nowhere"],
        ["verdicts", "--dataset", "nowhere.jsonl"],
        ["verdicts", "--dataset", "seeds", "--limit", "0"],
        ["claims", "--dataset", "nowhere.jsonl"],
        ["compare", "1", "2"],
        ["gate", "--baseline", "nowhere.json"],
        ["history", "7"],
        ["history", "9" * 30],
        ["history", "--html", "x.html"],
    ],
)
def test_mistakes_are_told_in_one_line(
    words: list[str], base: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(words, base) == 1
    told = capsys.readouterr()
    assert told.out == "" and told.err.startswith("jingmai: ")
    assert "Traceback" not in told.err and told.err.splitlines()[1].startswith("  hint: ")


def test_what_the_seeds_baseline_asks_for_can_be_parsed() -> None:
    from assistant.evaluation.gate import read_baseline
    from assistant.evaluation.options import parse

    for command, figures in read_baseline():
        words = command.split()
        assert words[:2] == ["jingmai", "eval"] and figures
        assert parse(words[2:]).what in ("retrieval", "verdicts")
