"""Modes, filters, copies, ranks, batches; BM25 and the graph against their definitions."""

import itertools
import math
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from index.duplicates import origin_of_each
from index.errors import EmptyStore
from index.lexical import K1, B
from index.library import Library
from index.retriever import OTHER_LANGUAGE, SAME_LANGUAGE
from index.text import words
from index.types import Document, Filters, Hit, Kind, Mode, Tier
from tests.index.samples import (
    BRIDGE,
    BRIDGE_TH,
    CHECKED,
    DOCUMENTS,
    ENCODER,
    HARBOUR,
    UNDATED,
    library,
    numbered,
)

COPY = replace(
    HARBOUR, id="harbour-copy", publisher="Wire", tier=Tier.LOW, published=date(2020, 2, 2)
)
TEMPLATE = replace(
    HARBOUR,
    id="harbour-2018",
    text="Ships landed 1,911 tonnes of herring at Vell harbour in 2018, the council said.",
)


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return library(tmp_path_factory.mktemp("store"), [*DOCUMENTS, COPY, TEMPLATE, *numbered(40)])


def ids(hits: tuple[Hit, ...]) -> list[str]:
    return [h.document.id for h in hits]


@pytest.mark.parametrize("mode", list(Mode))
def test_every_mode_finds_ranks_and_quotes(mode: Mode, found: Library) -> None:
    hits = found.retriever.search("herring landed at Vell harbour in 2019", k=5, mode=mode)
    assert hits[0].document == HARBOUR
    assert [h.rank for h in hits] == list(range(1, len(hits) + 1))
    assert all(a.score >= b.score for a, b in itertools.pairwise(hits))
    for hit in hits:
        assert hit.document.text[hit.passage.start : hit.passage.end] == hit.passage.text
        assert hit.ranks
        assert {name for name, _ in hit.ranks} <= {"lexical", "dense", "shared"}


def test_a_fused_score_is_the_sum_of_its_parts(found: Library) -> None:
    query = "herring landed at Vell harbour in 2019"
    hits = found.retriever.search(query, k=20)
    assert {h.document.language for h in hits} == {"en", "th"}
    for hit in hits:
        assert sum(weight * value for _, weight, value in hit.parts) == pytest.approx(
            hit.score, abs=1e-5
        )
        same = hit.document.language == "en"
        weights = tuple(weight for _, weight, _ in hit.parts)
        assert weights == (SAME_LANGUAGE if same else OTHER_LANGUAGE)
    near = found.retriever.search(query, k=1, mode=Mode.DENSE)[0]
    assert near.parts == ()
    assert hits[0].parts[0][2] == pytest.approx(near.score, abs=1e-5)


def test_ranks_are_those_of_each_retriever(found: Library) -> None:
    query = "What did the Orrin bridge cost in March 2021?"
    top = found.retriever.search(query, k=5)
    dense = ids(found.retriever.search(query, k=50, mode=Mode.DENSE))
    assert dict(top[0].ranks)["dense"] == dense.index(top[0].document.id) + 1
    assert dict(top[0].ranks)["lexical"] == 1


def test_words_of_the_other_language_do_not_fill_the_lexical_list(found: Library) -> None:
    for hit in found.retriever.search("สะพาน Orrin เปิดใช้ปี 2564", k=20):
        names = dict(hit.ranks)
        assert ("lexical" in names) <= (hit.passage.language == "th")
        assert ("shared" in names) <= (hit.passage.language == "en")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (Filters(languages=("th",)), {"bridge-th", "check-th"}),
        (Filters(publishers=("Orrin Gazette",)), {"bridge-en"}),
        (Filters(tiers=(Tier.LOW,), kinds=(Kind.FACT_CHECK,)), {"check-th"}),
        (Filters(document_ids=("note-en", "bridge-en")), {"note-en", "bridge-en"}),
        (Filters(published_by=date(2020, 1, 31), undated=False), {"harbour-en", "harbour-2018"}),
        (Filters(published_by=date(2020, 1, 30), undated=False), set()),
        (Filters(languages=("xx",)), set()),
    ],
)
@pytest.mark.parametrize("mode", list(Mode))
def test_filters(mode: Mode, filters: Filters, expected: set[str], found: Library) -> None:
    hits = found.retriever.search(
        "bridge herring ปลา สะพาน village", k=100, mode=mode, filters=filters
    )
    assert set(ids(hits)) <= expected
    if mode is not Mode.LEXICAL:
        assert set(ids(hits)) == expected


def test_a_copy_counts_once_and_the_best_standing_is_shown(found: Library) -> None:
    query = "herring landed at Vell harbour in 2019"
    assert "harbour-copy" not in ids(found.retriever.search(query, k=50))
    assert "harbour-copy" in ids(found.retriever.search(query, k=50, collapse=False))
    wire = Filters(publishers=("Wire",))
    assert ids(found.retriever.search(query, filters=wire)) == ["harbour-copy"]
    assert found.origin_of("harbour-copy") == found.origin_of("harbour-en") == "harbour-copy"
    assert found.origin_of("bridge-en") == "bridge-en"
    assert found.origin_of("nothing") == "nothing"


@pytest.mark.parametrize(
    ("one", "other", "copies"),
    [
        (HARBOUR, COPY, True),
        (HARBOUR, replace(COPY, text=HARBOUR.text.upper() + " (Wire)"), True),
        (HARBOUR, TEMPLATE, False),  # other figures: another report, not a copy
        (BRIDGE, BRIDGE_TH, False),  # a translation is a text of its own
        (BRIDGE, UNDATED, False),
        (
            replace(BRIDGE, url="https://a.example/1"),
            replace(
                BRIDGE, id="x", text="It cost 41.5 in March 2021.", also=("https://a.example/1",)
            ),
            True,
        ),
        (
            replace(BRIDGE, also=("https://a.example/1",)),
            replace(HARBOUR, also=("https://a.example/1",)),
            False,
        ),
    ],
)
def test_copies(one: Document, other: Document, copies: bool) -> None:
    first, second = origin_of_each([one, other])
    assert (first == second) is copies


def test_search_many_is_search(found: Library) -> None:
    queries = ["village wells", "ปลาเฮร์ริง", "", "Orrin", "!!!"] * 20
    for mode in Mode:
        many = found.retriever.search_many(queries, k=4, mode=mode)
        assert many == [found.retriever.search(q, k=4, mode=mode) for q in queries]
    assert found.retriever.search_many([]) == []


def test_an_empty_store_is_a_machine_failure(tmp_path: Path) -> None:
    with Library.open(tmp_path, ENCODER) as empty, pytest.raises(EmptyStore):
        empty.retriever.search("anything")


def test_bm25_is_its_formula(found: Library) -> None:
    state = found.state()
    snapshot = state.snapshot
    rows = [int(r) for r in np.flatnonzero(snapshot.live)]
    texts = {
        r: words(snapshot.documents[snapshot.document[r]].title) + words(snapshot.passage(r).text)
        for r in rows
    }
    mean = sum(map(len, texts.values())) / len(texts)
    query = "the herring of village 7 and the bridge"
    scores, most = state.lexical.scores(query)
    top = 0.0
    expected = dict.fromkeys(rows, 0.0)
    for term in set(words(query)):
        df = sum(term in t for t in texts.values())
        idf = math.log(1 + (len(texts) - df + 0.5) / (df + 0.5))
        top += idf * (K1 + 1)
        for row, tokens in texts.items():
            tf = Counter(tokens)[term]
            norm = K1 * (1 - B + B * len(tokens) / mean)
            expected[row] += idf * (K1 + 1) * tf / (tf + norm)
    assert most == pytest.approx(top)
    assert scores[rows] == pytest.approx([expected[r] for r in rows], rel=1e-4)


def test_removed_passages_leave_the_statistics(tmp_path: Path) -> None:
    with (
        library(tmp_path / "a", numbered(12)) as shrunk,
        library(tmp_path / "b", numbered(6)) as small,
    ):
        shrunk.remove([d.id for d in numbered(12)[6:]])
        query = "Village 3 wells word9"
        for mode in Mode:
            assert [(h.passage, h.score) for h in shrunk.retriever.search(query, mode=mode)] == [
                (h.passage, h.score) for h in small.retriever.search(query, mode=mode)
            ]


def test_the_graph_finds_what_exact_search_finds(tmp_path: Path) -> None:
    with library(tmp_path, numbered(600)) as found:
        found.retriever.exact_below = 0
        queries = [f"Village {i} has wells and word{i % 211}" for i in range(0, 600, 20)]
        near = found.retriever.search_many(queries, k=10, mode=Mode.DENSE, collapse=False)
        exact = found.retriever.search_many(queries, k=10, mode=Mode.EXACT, collapse=False)
        met = sum(
            len({h.passage.id for h in a} & {h.passage.id for h in b})
            for a, b in zip(near, exact, strict=True)
        )
        assert met >= 0.95 * sum(map(len, exact))
        hybrid = found.retriever.search_many(queries, k=5, collapse=False)
        found.retriever.exact_below = 10**9
        assert [h[0].passage for h in hybrid] == [
            h[0].passage for h in found.retriever.search_many(queries, k=5, collapse=False)
        ]


def test_the_graph_answers_when_filters_leave_out_little(tmp_path: Path) -> None:
    documents = numbered(300)
    copy = replace(documents[7], id="copy", publisher="Wire", tier=Tier.LOW)
    with library(tmp_path, [*documents, copy]) as found:
        found.retriever.exact_below = 0
        asked: list[int] = []
        nearest = found.retriever._nearest
        found.retriever._nearest = lambda vectors, k: asked.append(k) or nearest(vectors, k)
        query = f"{documents[7].title}\n{found.passages(documents[7].id)[0].text}"
        near = found.retriever.search(query, mode=Mode.DENSE)
        assert asked
        assert near[0].document.id == documents[7].id
        assert "copy" not in {h.document.id for h in near}
        some = Filters(document_ids=("copy", "d00001"))
        assert {h.document.id for h in found.retriever.search(query, filters=some)} == {
            "copy",
            "d00001",
        }
        assert len(asked) == 1


def test_a_reranker_has_the_last_word(tmp_path: Path) -> None:
    class Backwards:
        def rerank(self, query: str, hits):  # type: ignore[no-untyped-def]
            return hits[::-1]

    with library(tmp_path) as found:
        plain = found.retriever.search("herring", k=3)
        found.retriever.reranker = Backwards()
        turned = found.retriever.search("herring", k=10)
        assert [h.passage for h in turned][-1] == plain[0].passage
        assert [h.rank for h in turned] == list(range(1, len(turned) + 1))


def test_a_fact_check_is_found_like_any_document(found: Library) -> None:
    assert found.retriever.search("ปลาเฮร์ริงไม่ใช่ปลาทูน่า")[0].document == CHECKED
