"""Adding, updating, removing, listing; what a handle sees; what the store remembers."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.cache_file import FILE as CACHE_FILE
from index.chroma import _CLIENTS
from index.errors import EmptyStore, StoreBusy, StoreError, StoreMismatch
from index.library import Library
from index.lock import WriterLock
from index.types import Document, Mode
from tests.index.samples import (
    BRIDGE,
    DOCUMENTS,
    ENCODER,
    HARBOUR,
    UNDATED,
    HashingEncoder,
    library,
    numbered,
)


class OtherEncoder(HashingEncoder):
    name = "other"
    fingerprint = "other-1"
    dimensions = 64

    def encode(self, texts, *, role="passage"):  # type: ignore[no-untyped-def]
        found = super().encode(texts)[:, :64]
        return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filled")
    library(folder).close()
    return folder


@pytest.fixture
def store(filled: Path, tmp_path: Path) -> Path:
    """A store of one's own to change."""
    shutil.copytree(filled, tmp_path / "store")
    return tmp_path / "store"


def ids_of(found: Library) -> list[str]:
    return [d.id for d in found.documents()]


def test_documents_come_back_as_they_were(filled: Path) -> None:
    with Library.open(filled, ENCODER) as found:
        assert found.documents() == tuple(sorted(DOCUMENTS, key=lambda d: d.id))
        assert found.get("bridge-en") == BRIDGE
        assert found.get("nothing") is None
        for document in DOCUMENTS:
            for passage in found.passages(document.id):
                assert passage.text == document.text[passage.start : passage.end]
        assert found.passages("nothing") == ()


def test_add_again_changes_nothing(store: Path) -> None:
    with Library.open(store, ENCODER) as found:
        before = found.fingerprint
        changes = found.add(DOCUMENTS)
        assert changes.unchanged == tuple(d.id for d in DOCUMENTS)
        assert (changes.added, changes.updated, changes.problems) == ((), (), ())
        assert found.fingerprint == before


def test_update_replaces_text_vectors_and_words(store: Path) -> None:
    changed = replace(HARBOUR, text="No whale was seen at Vell in 2019.")
    with Library.open(store, ENCODER) as found:
        before = found.fingerprint
        changes = found.add([changed, BRIDGE])
        assert (changes.updated, changes.unchanged) == (("harbour-en",), ("bridge-en",))
        assert found.get("harbour-en") == changed
        assert found.fingerprint != before
        assert found.stats().documents == len(DOCUMENTS)
        for mode in (Mode.LEXICAL, Mode.DENSE, Mode.HYBRID):
            hits = found.retriever.search("whale", mode=mode)
            assert "tonnes" not in " ".join(h.passage.text for h in hits)
        assert found.retriever.search("whale", mode=Mode.LEXICAL)[0].document == changed
        assert found.add([HARBOUR]).updated == ("harbour-en",)
        assert found.fingerprint == before


def test_remove(store: Path) -> None:
    with Library.open(store, ENCODER) as found:
        assert found.remove(["harbour-en", "nothing", "harbour-en"]) == ("harbour-en",)
        assert "harbour-en" not in ids_of(found)
        hits = found.retriever.search("herring tonnes Vell harbour")
        assert "harbour-en" not in {h.document.id for h in hits}
        assert found.remove(["harbour-en"]) == ()
    with Library.open(store, ENCODER) as again:
        assert "harbour-en" not in ids_of(again)


def test_two_texts_under_one_id_are_told_and_the_first_is_kept(tmp_path: Path) -> None:
    with Library.open(tmp_path, ENCODER) as found:
        changes = found.add([BRIDGE, replace(BRIDGE, text="Something else."), BRIDGE])
        assert changes.added == ("bridge-en",)
        assert [p.where for p in changes.problems] == ["'bridge-en'"]
        assert found.get("bridge-en") == BRIDGE


@pytest.mark.parametrize(
    "bad",
    [
        replace(UNDATED, id=" "),
        replace(UNDATED, id="x" * 600),
        replace(UNDATED, text="lone \ud800 surrogate"),
        replace(UNDATED, text=" \n "),
    ],
)
def test_an_unusable_document_is_a_problem_and_the_rest_is_added(
    bad: Document, tmp_path: Path
) -> None:
    with Library.open(tmp_path, ENCODER) as found:
        changes = found.add([bad, BRIDGE])
        assert len(changes.problems) == 1
        assert ids_of(found) == ["bridge-en"]


def test_progress_ends_at_the_total(tmp_path: Path) -> None:
    calls: list[tuple[int, int]] = []
    with Library.open(tmp_path, ENCODER) as found:
        found.add(list(DOCUMENTS), progress=lambda done, total: calls.append((done, total)))
    assert calls[-1] == (len(DOCUMENTS), len(DOCUMENTS))


def test_fingerprint_depends_on_contents_not_on_history(filled: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path, ENCODER) as found:
        found.add(DOCUMENTS[::-1])
        found.add([replace(BRIDGE, text="For a moment.")])
        found.add([BRIDGE])
        with Library.open(filled, ENCODER) as other:
            assert found.fingerprint == other.fingerprint
            for mode in Mode:
                query = "What did the Orrin bridge cost?"
                assert [
                    (h.passage, h.score, h.ranks) for h in found.retriever.search(query, mode=mode)
                ] == [
                    (h.passage, h.score, h.ranks) for h in other.retriever.search(query, mode=mode)
                ]


def test_a_store_that_is_not_there_is_empty_and_leaves_no_trace(tmp_path: Path) -> None:
    with Library.open(tmp_path / "new", ENCODER) as found:
        assert found.documents() == ()
        assert found.stats().passages == 0
        assert found.claims.count() == 0
        with pytest.raises(EmptyStore):
            found.retriever.search("anything")
    assert not (tmp_path / "new").exists()


def test_another_model_is_refused_with_the_command_that_rebuilds(store: Path) -> None:
    with pytest.raises(StoreMismatch) as caught:
        Library.open(store, OtherEncoder())
    assert f"jingmai index rebuild --store {store}" in caught.value.hint
    with Library.open(store, ENCODER) as found, pytest.raises(StoreMismatch):
        found._writer.encoder = OtherEncoder()
        found.add([UNDATED])


def test_rebuild_with_another_model(store: Path) -> None:
    with Library.open(store, ENCODER) as found:
        found.claims.upsert(["c"], ENCODER.encode(["herring"]), ["herring"], [{"label": "x"}])
        kept = found.documents()
    with Library.open(store, OtherEncoder(), check=False) as found:
        found.rebuild()
        assert found.documents() == kept
        assert found.claims.get()[0].metadata == {"label": "x"}
        assert found.retriever.search("herring", mode=Mode.DENSE)
    with Library.open(store, OtherEncoder()) as found:
        assert found.stats().encoder == "other"
        assert found.claims.query(OtherEncoder().encode(["herring"])[0], 1)[0].id == "c"
    with pytest.raises(StoreMismatch):
        Library.open(store, ENCODER)


def test_a_failed_rebuild_leaves_the_old_store_in_use(store: Path) -> None:
    class Failing(OtherEncoder):
        def encode(self, texts, *, role="passage"):  # type: ignore[no-untyped-def]
            raise RuntimeError("out of memory")

    with Library.open(store, Failing(), check=False) as found, pytest.raises(RuntimeError):
        found.rebuild()
    with Library.open(store, ENCODER) as found:
        assert found.documents() == tuple(sorted(DOCUMENTS, key=lambda d: d.id))
        assert found.retriever.search("herring")


def test_another_handle_sees_what_was_written(store: Path) -> None:
    with Library.open(store, ENCODER) as reader, Library.open(store, ENCODER) as writer:
        reader.claims.upsert(["a"], ENCODER.encode(["one"]), ["one"], [{}])
        before = reader.fingerprint
        writer.add(numbered(3))
        assert reader.refresh()
        assert not reader.refresh()
        assert reader.get("d00001") is not None
        assert reader.fingerprint != before
        assert reader.retriever.search("Village 1 wells")[0].document.id.startswith("d0000")
        writer.claims.upsert(["b"], ENCODER.encode(["two"]), ["two"], [{}])
        assert [n.id for n in reader.claims.query(ENCODER.encode(["two"])[0], 1)] == ["b"]


def test_claims_are_remembered(store: Path) -> None:
    texts = ["Orrin's bridge cost 41.5 million", "herring is a fish", "ปลาเฮร์ริงเป็นปลา"]
    with Library.open(store, ENCODER) as found:
        table = found.claims
        assert table.query(ENCODER.encode(["x"])[0]) == ()
        table.upsert(
            list("abc"), ENCODER.encode(texts), texts, [{}, {"label": "supported"}, {"n": 1}]
        )
        best = table.query(ENCODER.encode(["herring is a fish"])[0], 2)
        assert (best[0].id, best[0].metadata) == ("b", {"label": "supported"})
        assert best[0].similarity == pytest.approx(1.0, abs=1e-5)
        table.upsert(["b"], ENCODER.encode(["tuna"]), ["tuna"], [{}])
        assert [n.text for n in table.get(["b", "nothing"])] == ["tuna"]
        table.delete(["a", "nothing"])
        assert (table.count(), len(table.get())) == (2, 2)
    with Library.open(store, ENCODER) as again:
        assert again.claims.count() == 2
        assert again.stats().claims == 2


def test_the_cache_is_made_anew_when_lost_damaged_or_strange(filled: Path, store: Path) -> None:
    with Library.open(filled, ENCODER) as found:
        wanted = found.documents(), found.fingerprint
    for damage in (b"", b"no database at all, by any means" * 100, None):
        if damage is None:
            (store / CACHE_FILE).unlink()
        else:
            (store / CACHE_FILE).write_bytes(damage)
        for extra in store.glob(CACHE_FILE + "-*"):
            extra.unlink()
        with Library.open(store, ENCODER) as found:
            assert (found.documents(), found.fingerprint) == wanted
            assert found.retriever.search("herring", mode=Mode.LEXICAL)


def test_whoever_looks_sees_that_the_store_is_being_written(store: Path) -> None:
    seen = []
    with library(store) as other, library(store) as writer:
        assert not other.being_written()
        writer.rebuild(progress=lambda done, total: seen.append(other.being_written()))
        assert seen and all(seen)
        assert not other.being_written() and not writer.being_written()
    manifest = json.loads((store / "manifest.json").read_text("utf-8"))
    (store / "manifest.json").write_text(json.dumps({**manifest, "writing": True}), "utf-8")
    assert not Library.open(store, ENCODER, check=False).being_written(), "its writer died"


def test_nobody_writes_to_a_store_that_is_not_there(tmp_path: Path) -> None:
    assert not Library.open(tmp_path / "none", ENCODER).being_written()


def test_a_busy_store_is_read_and_says_so_to_writers(store: Path) -> None:
    lock = WriterLock(store)
    lock.acquire(wait=0)
    try:
        with Library.open(store, ENCODER, wait=0.1) as found:
            assert found.retriever.search("herring")
            with pytest.raises(StoreBusy):
                found.add([replace(UNDATED, id="new")])
    finally:
        lock.release()


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 1}', "\udcff"])
def test_a_damaged_manifest_is_one_clear_error(content: str, store: Path) -> None:
    (store / "manifest.json").write_text(content, "utf-8", "surrogateescape")
    with pytest.raises(StoreError):
        Library.open(store, ENCODER)


def test_an_unknown_format_is_refused(store: Path) -> None:
    path = store / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text("utf-8")), "format": 99}), "utf-8")
    with pytest.raises(StoreError, match="format 99"):
        Library.open(store, ENCODER)


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    with Library.open(tmp_path / "file", ENCODER) as found, pytest.raises(StoreError):
        found.add([BRIDGE])


def test_what_was_written_is_not_kept_in_memory_beside_what_is_searched(tmp_path: Path) -> None:
    """The vector store's graph and the arrays of the searches each take hundreds of megabytes."""
    store = library(tmp_path)
    assert not any(str(tmp_path) in place for place in _CLIENTS._live)
    store.add(numbered(3))
    assert not any(str(tmp_path) in place for place in _CLIENTS._live)
    store.close()
