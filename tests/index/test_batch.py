"""Batches: the same whether prepared here, in helpers, or after a helper died."""

import subprocess
import sys

import numpy as np
import pytest

from index import helpers
from index.batch import Batch, from_bytes, postings_of, prepare, to_bytes
from index.embedding.models import load_encoder
from index.records import StoredDocument, document_of, metadata_of, passage_from
from index.types import Document
from tests.index.samples import BRIDGE, DOCUMENTS, ENCODER, numbered

BLANK = Document("blank", "", " \n ", "en")


def assert_equal(one: Batch, other: Batch) -> None:
    for field in ("documents", "versions", "passages", "sketches"):
        assert getattr(one, field) == getattr(other, field)
    assert one.postings.terms == other.postings.terms
    for a, b in (
        (one.vectors, other.vectors),
        (one.lengths, other.lengths),
        (one.postings.edges, other.postings.edges),
        (one.postings.rows, other.postings.rows),
        (one.postings.counts, other.postings.counts),
    ):
        assert np.array_equal(a, b)


def test_postings() -> None:
    found = postings_of([["b", "a", "b"], [], ["a"]])
    assert found.terms == ("b", "a")
    assert found.edges.tolist() == [0, 1, 3]
    assert found.rows.tolist() == [0, 0, 2]
    assert found.counts.tolist() == [2, 1, 1]


@pytest.mark.parametrize("documents", [DOCUMENTS, (BLANK,), (*DOCUMENTS, BLANK), ()])
def test_a_batch_survives_the_way_between_processes(documents: tuple[Document, ...]) -> None:
    batch = prepare(documents, ENCODER)
    assert_equal(from_bytes(documents, to_bytes(batch)), batch)
    assert BLANK not in batch.filled().documents


def test_helpers_prepare_what_is_prepared_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(helpers, "cores", lambda: 2)
    encoder = load_encoder("fast")
    parts = [numbered(n + 1) for n in range(helpers._FEWEST_BATCHES + 3)]
    for found, documents in zip(helpers.prepared(parts, encoder), parts, strict=True):
        assert_equal(found, prepare(documents, encoder))


def test_a_dead_helper_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    def dead(_: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-c", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    monkeypatch.setattr(helpers, "cores", lambda: 2)
    monkeypatch.setattr(helpers, "_start", dead)
    parts = [numbered(1) for _ in range(helpers._FEWEST_BATCHES + 1)]
    found = list(helpers.prepared(parts, load_encoder("fast")))
    assert [batch.documents for batch in found] == [tuple(part) for part in parts]


def test_records_of_earlier_versions_are_read() -> None:
    told = metadata_of(StoredDocument(BRIDGE, "v", 1))
    del told["packed"]
    assert document_of(BRIDGE.id, {**told, "text": BRIDGE.text}).document == BRIDGE
    passage = passage_from(
        BRIDGE, 0, {"document": BRIDGE.id, "language": "en", "start": 4, "end": 9}
    )
    assert (passage.text, passage.language) == (BRIDGE.text[4:9], "en")
