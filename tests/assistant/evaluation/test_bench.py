"""The benchmark measures what it says, at sizes that take no time."""

import json
from pathlib import Path

import pytest

from assistant.evaluation import bench
from assistant.evaluation.bench_articles import THAI_CHARACTERS, WORDS, articles
from assistant.evaluation.bench_parts import bulk_figures
from assistant.evaluation.bench_retrieval import evaluation_figures, write_beir
from assistant.evaluation.datasets.retrieval import load_retrieval
from assistant.evaluation.report_readme import speed_of, speed_part

AIMS = {
    "passages indexed": {"fast": "at least 1,000", "accurate": "at least 60"},
    "hybrid, p95": dict.fromkeys(bench.ENCODERS, "under 15 to 10,000, under 25 at 100,000"),
    "peak memory to index": dict.fromkeys(bench.ENCODERS, "under 1,500"),
    "peak memory to search": dict.fromkeys(bench.ENCODERS, "under 1,500"),
    "recall@10 of HNSW against exact": dict.fromkeys(bench.ENCODERS, "as near to 1 as can be"),
}


def test_growth_is_told_of_both_models_beside_its_aims(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "figures.json"
    assert bench.main(["growth", "--sizes", "130", "--json", str(output)]) == 0
    shown = capsys.readouterr().out
    told = json.loads(output.read_text("utf-8"))
    figures = {(f["encoder"], f["size"], f["what"]): f for f in told["figures"]}
    for encoder in bench.ENCODERS:
        at = {what: f for (e, s, what), f in figures.items() if (e, s) == (encoder, 130)}
        assert at["passages"]["value"] >= 130
        assert at["passages indexed"]["value"] > 0
        assert 0 < at["hybrid, p50"]["value"] <= at["hybrid, p95"]["value"]
        assert 0.5 < at["recall@10 of HNSW against exact"]["value"] <= 1
        assert {what: at[what]["aim"] for what in AIMS} == {w: a[encoder] for w, a in AIMS.items()}
        assert f"--encoder {encoder} --sizes 130\n" in shown
        assert f"{encoder}, passages" in shown
    assert all(what in shown for _, _, what in figures)
    page = speed_part(told["machine"], speed_of(output)[1])
    assert page.count("| passages indexed |") == 2 and "at least 60" in page


@pytest.mark.parametrize(
    ("arguments", "sizes"),
    [
        ([], {"fast": (1_000, 10_000, 100_000), "accurate": (1_000, 10_000)}),
        (["--full"], dict.fromkeys(bench.ENCODERS, (1_000, 10_000, 100_000))),
        (["--sizes", "20000"], {"fast": (20_000,)}),
        (["--sizes", "300,20000", "--encoder", "accurate"], {"accurate": (300,)}),
        (["--sizes", "300,300"], dict.fromkeys(bench.ENCODERS, (300,))),
    ],
)
def test_sizes_of_each_model(arguments: list[str], sizes: dict[str, tuple[int, ...]]) -> None:
    args = bench.options(arguments)
    assert {encoder: bench.sizes_of(encoder, args) for encoder in args.encoder} == sizes


def test_sizes_stand_side_by_side() -> None:
    figures = [
        bench.Figure("growth", what, value, "ms", "", "command", size, "fast")
        for what, size, value in (("a", 130, 1), ("b", 130, 2), ("a", 150, 3), ("b", 150, 4))
    ]
    (part,) = bench.parts(figures)
    assert part.headings == ("fast, passages", "130", "150", "unit", "aim")
    assert part.rows == (("a", 1, 3, "ms", ""), ("b", 2, 4, "ms", ""))


@pytest.mark.parametrize("language", ["th", "en"])
def test_articles_are_as_long_as_they_say(language: str) -> None:
    found = list(articles(language, 3))
    assert found == list(articles(language, 3))
    assert len({a.text for a in found}) == 3
    for article in found:
        length = len(article.text) if language == "th" else len(article.text.split())
        most = THAI_CHARACTERS if language == "th" else WORDS
        assert most <= length < most * 1.15


def test_articles_a_minute_stand_beside_their_aim(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["claims", "--articles", "1"]) == 0
    shown = [line for line in capsys.readouterr().out.splitlines() if " articles of " in line]
    assert ["Thai" in line for line in shown] == [True, False]
    assert all("a minute" in line and "over 200" in line for line in shown)


def test_every_claim_of_the_file_is_counted() -> None:
    rate, memory = bulk_figures(7, 130)
    assert rate[0].startswith("7 claims") and rate[1] > 0
    assert memory[1] > 50


def test_an_evaluation_is_timed_as_a_whole() -> None:
    whole, building, memory = evaluation_figures(5, 24)
    assert whole[0].startswith("5 queries over ") and whole[3] == "under 120"
    assert 0 < building[1] < whole[1]
    assert memory[1] > 50


def test_each_query_asks_for_a_sentence_of_its_document(tmp_path: Path) -> None:
    assert write_beir(tmp_path / "set", 100, 24) == 6
    data = load_retrieval(str(tmp_path / "set"))
    texts = {d.id: d.text for d in data.documents}
    assert len(data.queries) == len(texts) == 6
    for query in data.queries:
        (document,) = data.qrels[query.id]
        assert query.text in texts[document]


@pytest.mark.parametrize(
    "arguments",
    (
        ["naps"],
        ["growth", "--sizes", "none"],
        ["claims", "--articles", "0"],
        ["growth", "--sizes", "20000", "--encoder", "accurate"],
    ),
)
def test_unknown_sections_and_sizes_are_told(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        bench.main(arguments)
    said = capsys.readouterr().err
    assert any(
        part in said for part in ("there are", "write numbers", "write a whole", "add --full")
    )
