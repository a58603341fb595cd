from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.evaluation.datasets.build import document_of, query_of
from assistant.evaluation.datasets.checks import retrieval_set
from assistant.evaluation.html_report import html_of
from assistant.evaluation.misses import NAMED, misses_text
from assistant.evaluation.retrieval import RetrievalReport, evaluate_retrieval
from assistant.evaluation.systems import percentile, retrieve, systems_of
from assistant.evaluation.tables import text_of
from assistant.evaluation.temporary import QuickEncoder, fill
from assistant.evaluation.types import RetrievalSet
from index.types import Hit
from tests.assistant.evaluation.fakes import HashingEncoder

DATA = retrieval_set(
    "tiny",
    [
        document_of("rain", "", "Heavy rain fell on Chiang Mai.", extra={"publisher": "<b>A"}),
        document_of("rice", "", "Rice exports reached nine million tonnes."),
        document_of("ฝน", "", "ฝนตกหนักที่เชียงใหม่ในเดือนตุลาคม"),
        document_of("long", "", " ".join(f"Sentence {i} is about trains." for i in range(120))),
    ],
    [
        query_of("q1", "heavy rain in Chiang Mai", tags=("weather",)),
        query_of("q2", "เชียงใหม่ฝนตกหนัก"),
        query_of("q3", " "),
        query_of("q4", "zzzz qqqq"),
    ],
    {"q1": {"rain": 1}, "q2": {"ฝน": 1, "rain": 1}, "q3": {"rice": 1}, "q4": {"rice": 1}},
)  # fmt: skip


class Backwards:
    """A reranker that turns the first hits round."""

    def rerank(self, query: str, hits: Sequence[Hit]) -> Sequence[Hit]:
        return list(reversed(hits))


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> RetrievalReport:
    folder: Path = tmp_path_factory.mktemp("library")
    with fill(folder, QuickEncoder(HashingEncoder()), DATA.documents) as library:
        return evaluate_retrieval(DATA, [(library, systems_of(library))])


def test_the_contract_of_the_json(report: RetrievalReport) -> None:
    figures = report.json()
    assert {"dataset", "queries", "retrievers", "slices", "significance"} <= set(figures)
    assert list(figures["retrievers"]) == ["lexical", "dense", "exact", "hybrid"]
    for found in figures["retrievers"].values():
        measures = {"nDCG@10", "R@1", "R@5", "R@10", "R@100", "RR@10", "AP"}
        assert measures <= set(found)
        assert measures <= set(found["ci95"])
        assert set(found["latency_ms"]) == {"p50", "p95"}
    assert figures["queries"] == 4


def test_an_empty_query_counts_as_zero(report: RetrievalReport) -> None:
    lexical = report.json()["retrievers"]["lexical"]
    assert lexical["RR@10"] == pytest.approx(2 / 4)


def test_slices(report: RetrievalReport) -> None:
    slices = report.json()["slices"]
    assert slices["th→mixed"]["queries"] == 1
    assert slices["en→en"]["queries"] == 3
    assert slices["kind: weather"]["queries"] == 1
    assert slices["kind: weather"]["lexical"]["R@1"] == 1.0


def test_misses_are_shown_with_what_was_found_instead(report: RetrievalReport) -> None:
    by_query = {f["query_id"]: f for f in report.json()["failures"]}
    assert "q1" not in by_query
    assert by_query["q3"]["why"] == "found by no retriever"
    assert by_query["q3"]["wanted"][0]["document_id"] == "rice"
    assert by_query["q3"]["found"] == []


def test_the_terminal_names_misses_and_what_was_found_instead(report: RetrievalReport) -> None:
    text = text_of(report.json())
    missed = len(report.missed)
    assert f"{missed} of 4 queries have nothing relevant in the first ten of hybrid" in text
    assert "q3: (empty)\n  why: found by no retriever\n  wanted: rice" in text
    assert "lexical –, dense –, exact –, hybrid –\n  found: nothing" in text


def test_misses_with_their_ranks() -> None:
    miss = {
        "query_id": "q1", "query": "who\n\x1b[31m?", "why": "ranked too low: hybrid at 30",
        "wanted": [{"document_id": "d1", "title": "One", "ranks": {"lexical": None, "dense": 30}}],
        "found": [{"document_id": "d2", "title": "", "ranks": {"dense": 1, "shared": 2}}],
    }  # fmt: skip
    figures = {"queries": 9, "main": "hybrid", "failures": [miss] * (NAMED + 3)}
    lines = misses_text(figures).split("\n")
    assert lines[0].startswith(f"{NAMED + 3} of 9 queries")
    assert lines[0].endswith(f"the first {NAMED} (all of them: --html OUT)")
    assert lines[2:6] == [
        "q1: who [31m?",
        "  why: ranked too low: hybrid at 30",
        "  wanted: d1 (One): lexical –, dense 30",
        "  found 1: d2: dense 1, shared 2",
    ]
    assert sum(line.startswith("q1: ") for line in lines) == NAMED


def test_sources_are_slices_in_the_terminal_too(tmp_path: Path) -> None:
    documents = [
        document_of(f"d{i}", "", f"Rain fell {i} times.", extra={"publisher": "ผู้จัดการ"})
        for i in range(3)
    ]
    queries = [query_of(f"q{i}", f"rain {i} times") for i in range(3)]
    data = retrieval_set("s", documents, queries, {f"q{i}": {f"d{i}": 1} for i in range(3)})
    with fill(tmp_path, HashingEncoder(), documents) as library:
        figures = evaluate_retrieval(data, [(library, systems_of(library))]).json()
    assert "\nsource: ผู้จัดการ " in text_of(figures)


def test_significance_pairs_the_contenders(report: RetrievalReport) -> None:
    pairs = {(t["a"], t["b"]) for t in report.json()["significance"]}
    assert pairs == {("lexical", "dense"), ("lexical", "hybrid"), ("dense", "hybrid")}


def test_the_report_escapes_and_carries_everything(report: RetrievalReport) -> None:
    page = html_of({**report.json(), "dataset": "ชุด <script>"})
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "http" not in page.replace("http://www.w3.org", "")  # nothing to load but namespaces
    assert "font/woff2;base64" in page and page.count("<svg") == 2
    assert html_of(report.json()) == html_of(report.json())
    assert "nDCG@10: lexical - dense" in text_of(report.json())


def test_deep_enough_for_the_documents(tmp_path: Path) -> None:
    """One long document must not crowd the others out of the first hundred."""
    with fill(tmp_path, HashingEncoder(), DATA.documents) as library:
        dense = systems_of(library)[1]
        found = retrieve(dense, [query_of("q", "Sentence 7 is about trains.")], library)
        assert set(found.rankings["q"]) == {d.id for d in DATA.documents}


def test_a_reranker_stands_beside_the_others(tmp_path: Path) -> None:
    with fill(tmp_path, HashingEncoder(), DATA.documents) as library:
        systems = systems_of(library, reranker=Backwards())
        figures = evaluate_retrieval(DATA, [(library, systems)]).json()
        assert figures["main"] == "hybrid+rerank"
        ranked = figures["retrievers"]
        assert ranked["hybrid+rerank"]["RR@10"] < ranked["hybrid"]["RR@10"]


def test_same_input_same_figures(tmp_path: Path, report: RetrievalReport) -> None:
    with fill(tmp_path, HashingEncoder(), DATA.documents) as library:
        again = evaluate_retrieval(DATA, [(library, systems_of(library))]).json()
    before = report.json()
    for figures in (before, again):
        for found in figures["retrievers"].values():
            found.pop("latency_ms")
    assert again == before


def test_each_query_is_embedded_once() -> None:
    asked: list[str] = []

    class Counting(HashingEncoder):
        def encode(self, texts: Sequence[str], *, role: str = "passage") -> object:  # type: ignore[override]
            asked.extend(texts)
            return super().encode(texts)

    quick = QuickEncoder(Counting())
    first = quick.encode(["a", "b", "a"], role="query")
    assert (quick.encode(["b", "a"], role="query")[1] == first[0]).all()
    assert asked == ["a", "b"]
    many = [f"text {i}" for i in range(300)]
    assert (quick.encode(many) == HashingEncoder().encode(many)).all()


@pytest.mark.parametrize(
    ("values", "share", "found"),
    [([1.0, 2.0, 3.0, 4.0], 0.5, 2.0), ([1.0, 2.0, 3.0, 4.0], 0.95, 4.0), ([], 0.5, None)],
)
def test_percentiles(values: list[float], share: float, found: float | None) -> None:
    assert percentile(values, share) == found


def test_unknown_documents_are_refused() -> None:
    bad = replace(DATA, qrels={"q1": {"nowhere": 1}})
    with pytest.raises(InputError, match="1 documents that are not in the corpus"):
        _again(bad)


def _again(data: RetrievalSet) -> RetrievalSet:
    return retrieval_set(data.name, data.documents, data.queries, data.qrels)
