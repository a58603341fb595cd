"""Machines that share nothing but a Chroma server: each has a folder of its own."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from index import shared
from index.errors import StoreBusy, StoreMismatch
from index.lease import Lease
from index.library import Library
from index.shared import SharedWriter, shared_manifest
from index.store import Store
from index.types import Mode
from tests.index.samples import DOCUMENTS, ENCODER, UNDATED
from tests.index.test_server import server

__all__ = ["server"]

QUERY = "herring at Vell harbour"


class OtherEncoder(type(ENCODER)):  # type: ignore[misc]
    """The same vectors under another fingerprint."""

    fingerprint = "another-model"


def found(library: Library) -> list[tuple[str, float]]:
    """What a search gives: passages and scores."""
    return [(hit.passage.id, hit.score) for hit in library.retriever.search(QUERY, k=5)]


def test_an_empty_folder_shows_what_is_on_the_server(server: str, tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    assert shared_manifest(one, server) is None
    with Library.open(one, ENCODER, server=server) as first:
        first.add(DOCUMENTS)
        first.claims.upsert(["c"], ENCODER.encode(["herring"]), ["herring"], [{}])
        with Library.open(two, ENCODER, server=server) as second:
            assert second.documents() == first.documents()
            assert second.fingerprint == first.fingerprint
            assert found(second) == found(first)
            assert second.claims.count() == 1
            second.retriever.exact_below = 0
            assert second.retriever.search("Orrin bridge", mode=Mode.DENSE)
    assert (two / "cache.sqlite").exists() and not (two / "chroma").exists()


def test_machines_follow_each_other(
    server: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shared, "POLL", 0.0)
    with (
        Library.open(tmp_path / "one", ENCODER, server=server) as first,
        Library.open(tmp_path / "two", ENCODER, server=server) as second,
    ):
        first.add(DOCUMENTS)
        assert {d.id for d in second.documents()} == {d.id for d in DOCUMENTS}
        assert second.add([replace(UNDATED, id="more", text="A new bridge at Orrin.")]).added
        assert first.get("more") is not None
        second.remove(["more"])
        assert first.get("more") is None
        first.rebuild()
        assert found(second) == found(first)
        second.hold()
        first.remove([DOCUMENTS[0].id])
        assert second.get(DOCUMENTS[0].id) is not None


def test_another_model_is_refused_before_anything_is_copied(server: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "one", ENCODER, server=server) as first:
        first.add(DOCUMENTS)
    with pytest.raises(StoreMismatch, match="was made by the embedding model"):
        Library.open(tmp_path / "two", OtherEncoder(), server=server)
    assert not (tmp_path / "two").exists()


def test_one_machine_writes_at_a_time(server: str, tmp_path: Path) -> None:
    notes = Store(tmp_path / "notes", server=server)
    with Lease(notes, wait=0.0, seconds=0.4):
        time.sleep(0.8)  # longer than it lasts unrenewed
        with pytest.raises(StoreBusy), Lease(notes, wait=0.0):
            pass
    with Lease(notes, wait=0.0):
        assert sum(key.startswith("lease-") for key in notes.note_keys()) == 1


def test_what_a_dead_writer_left_is_healed_by_another_machine(server: str, tmp_path: Path) -> None:
    notes = Store(tmp_path / "notes", server=server)
    with Library.open(tmp_path / "one", ENCODER, server=server) as first:
        first.add(DOCUMENTS)
        whole = found(first)
        store = first.store
    # Died within a write: the lease ran out, the manifest says so, passages are half gone.
    lease = Lease(notes, wait=0.0, seconds=0.0)
    assert lease._taken()
    told = json.loads(notes.note("manifest") or "")
    notes.put_note("manifest", json.dumps({**told, "writing": True}))
    store.drop_passages(list(store.passage_keys())[:1])
    with Library.open(tmp_path / "two", ENCODER, server=server) as second:
        second.add([replace(UNDATED, id="far", text="Nothing to do with it.")])
        second.remove(["far"])
        assert found(second) == whole
    assert (
        shared_manifest(tmp_path / "three", server)
        == SharedWriter(tmp_path / "two", ENCODER, server=server)._there()
    )
    manifest = shared_manifest(tmp_path / "three", server)
    assert manifest is not None and not manifest.writing
