"""Batches: the same whether prepared here, in helpers, or after a helper died."""

import base64
import json
import subprocess
import sys
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index import helpers, writing
from index.batch import Batch, from_bytes, postings_of, prepare, to_bytes
from index.embedding.models import load_encoder
from index.records import (
    StoredDocument,
    document_of,
    metadata_of,
    passage_at,
    passage_from,
    record_of,
    stored,
)
from index.store import Store
from index.types import Document
from index.writing import batch_from, put
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


def test_a_record_tells_the_document_and_where_its_passages_stand() -> None:
    passages = prepare((BRIDGE,), ENCODER).passages[0]
    record = stored(BRIDGE, "v", passages)
    told = metadata_of(record)
    assert len(told) == 1  # Chroma keeps a row and two index entries for each value
    assert document_of(BRIDGE.id, told) == record
    found = [passage_at(BRIDGE, n, span) for n, span in enumerate(record.spans)]
    assert tuple(found) == passages


@pytest.mark.parametrize(
    "text",
    [
        {"text": BRIDGE.text},
        {"packed": base64.b64encode(zlib.compress(BRIDGE.text.encode())).decode()},
    ],
)
@pytest.mark.parametrize(
    "span", [{"span": "en:4:9"}, {"document": BRIDGE.id, "language": "en", "start": 4, "end": 9}]
)
def test_records_of_earlier_versions_are_read(text: dict[str, Any], span: dict[str, Any]) -> None:
    told = {**record_of(BRIDGE), "also": json.dumps(BRIDGE.also), "version": "v", "passages": 1}
    assert document_of(BRIDGE.id, {**told, **text}) == StoredDocument(BRIDGE, "v", 1)
    passage = passage_from(BRIDGE, 0, span)
    assert (passage.text, passage.language) == (BRIDGE.text[4:9], "en")


def test_a_store_of_an_earlier_version_is_searched_and_indexed_again(tmp_path: Path) -> None:
    store, batch = Store(tmp_path), prepare((BRIDGE,), ENCODER)
    told = {**record_of(BRIDGE), "also": json.dumps(BRIDGE.also), "version": batch.versions[0]}
    told |= {"text": BRIDGE.text, "passages": len(batch.passages[0])}
    put(store, batch)
    store._call("documents", "delete", ids=[BRIDGE.id])
    store._call("documents", "upsert", ids=[BRIDGE.id], embeddings=[[1, 0]], metadatas=[told])
    spans = [{"span": f"{p.language}:{p.start}:{p.end}"} for p in batch.passages[0]]
    keys = stored(BRIDGE, batch.versions[0], batch.passages[0]).keys
    store._call("passages", "update", ids=keys, metadatas=spans)
    assert_equal(batch_from(store, list(store.documents())), batch)


def test_batches_are_written_together_up_to_what_one_write_takes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts = [prepare(numbered(1), ENCODER) for _ in range(5)]
    size = len(parts[0].vectors)
    monkeypatch.setattr(writing, "BATCH", 2 * size)
    assert list(writing.grouped(parts)) == [parts[:2], parts[2:4], parts[4:]]
    monkeypatch.setattr(writing, "BATCH", size - 1)  # one too large for a write comes alone
    assert list(writing.grouped(parts)) == [[part] for part in parts]
    monkeypatch.setattr(writing, "BATCH", 100 * size)
    monkeypatch.setattr(writing, "_SECONDS", 0.0)  # what comes slowly does not wait
    assert list(writing.grouped(parts)) == [[part] for part in parts]
