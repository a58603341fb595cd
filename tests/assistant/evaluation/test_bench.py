"""The benchmark measures what it says, at sizes that take no time."""

import json
from pathlib import Path

import pytest

from assistant.evaluation import bench
from assistant.evaluation.bench_parts import bulk_figures


def test_figures_are_told_and_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    output = tmp_path / "figures.json"
    assert bench.main(["growth", "--sizes", "130", "--json", str(output)]) == 0
    shown = capsys.readouterr().out
    figures = {f["what"]: f for f in json.loads(output.read_text("utf-8"))["figures"]}
    assert figures["passages"]["value"] >= 130
    assert figures["passages indexed"]["value"] > 0
    assert 0 < figures["hybrid, p50"]["value"] <= figures["hybrid, p95"]["value"]
    assert all(what in shown for what in figures)
    assert {f["size"] for f in figures.values()} == {130}


def test_every_claim_of_the_file_is_counted() -> None:
    rate, memory = bulk_figures(7, 130)
    assert rate[0].startswith("7 claims") and rate[1] > 0
    assert memory[1] > 50


@pytest.mark.parametrize("arguments", (["naps"], ["growth", "--sizes", "none"]))
def test_unknown_sections_and_sizes_are_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        bench.main(arguments)
    assert "there are" in (said := capsys.readouterr().err) or "write numbers" in said
