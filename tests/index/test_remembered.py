"""Remembered claims wait in a log, are read without the vector store, and are never lost."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index import claim_log
from index.claim_log import ClaimLog, Remembered
from index.claim_table import Layers, table_of
from index.library import Library
from tests.commands import ROOT
from tests.index.samples import DOCUMENTS, ENCODER, UNDATED
from tests.index.test_library import OtherEncoder

TEXTS = ["The Orrin bridge cost 41.5 million", "Herring is a fish", "ปลาเฮร์ริงเป็นปลา"]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "store", ENCODER) as found:
        found.add(DOCUMENTS)
        yield found


def remember(library: Library, *texts: str) -> None:
    vectors = library.encoder.encode(list(texts))
    library.claims.upsert(list(texts), vectors, list(texts), [{"n": len(t)} for t in texts])


def found(library: Library, text: str) -> list[str]:
    return [n.id for n in library.claims.query(library.encoder.encode([text])[0], 1)]


def in_store(library: Library) -> set[str]:
    return {c.id for c in library.store.claims()}


def test_a_claim_waits_in_the_log_and_the_next_session_takes_it_in(library: Library) -> None:
    log = library.folder / claim_log.FILE
    remember(library, *TEXTS)
    assert len(log.read_bytes().splitlines()) == 3
    assert (library.claims.count(), in_store(library)) == (3, set())
    library.add([UNDATED])
    remember(library, "One more")
    library.remove([UNDATED.id])
    assert not log.exists()
    assert in_store(library) == {*TEXTS, "One more"}
    assert library.claims.count() == library._reader.manifest.remembered == 4  # type: ignore[union-attr]


def test_what_was_written_last_counts_before_and_after(library: Library) -> None:
    for again in range(2):
        vectors = ENCODER.encode(["about herring"])
        library.claims.upsert(["x"], vectors, ["about herring"], [{"again": again}])
        assert library.claims.get(["x", "nothing"])[0].metadata == {"again": again}
        assert library.claims.count() == 1
        library._writer.heal()
        assert library.claims.get()[0].metadata == {"again": again}


def test_a_log_that_is_full_is_taken_in(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.remembered.MOST", 2)
    remember(library, *TEXTS[:2])
    assert in_store(library) == set()
    remember(library, TEXTS[2])
    assert in_store(library) == set(TEXTS)
    assert not (library.folder / claim_log.FILE).exists()


def test_a_line_cut_off_by_a_crash_costs_no_other(library: Library) -> None:
    remember(library, *TEXTS[:2])
    log = library.folder / claim_log.FILE
    log.write_bytes(log.read_bytes()[:-40])
    assert library.claims.count() == 1
    remember(library, TEXTS[2])
    assert {c.id for c in library.claims.get()} == {TEXTS[0], TEXTS[2]}
    library._writer.heal()
    assert in_store(library) == {TEXTS[0], TEXTS[2]}


def test_taken_in_but_not_removed_it_is_there_once(library: Library) -> None:
    remember(library, *TEXTS)
    log = library.folder / claim_log.FILE
    left = log.read_bytes()
    library._writer.heal()
    log.write_bytes(left)  # the writer died before it could empty the log
    assert library.claims.count() == 3
    assert found(library, "herring is a fish") == [TEXTS[1]]
    library._writer.heal()
    assert library.claims.count() == 3
    assert not log.exists()


def test_a_cache_without_the_claims_is_filled_from_the_store(library: Library) -> None:
    remember(library, *TEXTS)
    library._writer.heal()
    library.close()
    for path in library.folder.glob("cache.sqlite*"):
        path.unlink()
    with Library.open(library.folder, ENCODER) as again:
        assert found(again, "herring is a fish") == [TEXTS[1]]
        assert again._reader.claims_at() is not None


def test_a_store_from_before_the_cache_held_claims(library: Library) -> None:
    remember(library, *TEXTS)
    library._writer.heal()
    with library._writer.session() as (_, cache), cache.transaction():
        cache.drop_claims()
        cache.set("claims", "")
    with Library.open(library.folder, ENCODER) as again:
        assert again._reader.claims_at() is None
        assert found(again, "herring is a fish") == [TEXTS[1]]
        remember(again, "One more")  # opens the store, and fills the cache
        assert again._reader.claims_at() is not None
        assert again.claims.count() == 4


def test_what_waits_survives_a_rebuild_with_another_model(library: Library) -> None:
    remember(library, *TEXTS)
    library.close()
    with Library.open(library.folder, OtherEncoder(), check=False) as other:
        other.rebuild()
        assert found(other, "herring is a fish") == [TEXTS[1]]
        # Somebody with the old model wrote while the store was being rebuilt.
        vector = ENCODER.encode(["late"])[0]
        row = Remembered("late", "late", {"n": 1}, vector, ENCODER.fingerprint)
        with ClaimLog(other.folder).held():
            ClaimLog(other.folder).append([row])
        assert other.claims.count() == 3
        other._writer.heal()
        assert other.claims.count() == 4
        assert found(other, "late") == ["late"]


@pytest.mark.parametrize("seed", range(5))
def test_the_table_finds_what_looking_at_every_row_finds(seed: int) -> None:
    random = np.random.default_rng(seed)
    vectors = random.normal(size=(40, 8)).astype(np.float32)
    rows = [Remembered(f"c{n:02}", str(n), {}, v, "") for n, v in enumerate(vectors)]
    newer = [Remembered(f"c{n:02}", "new", {}, -vectors[n], "") for n in (3, 8)]
    layers = Layers(table_of(rows), table_of([*newer, Remembered("z", "z", {}, vectors[0], "")]))
    told = {**{r.id: r for r in rows}, **{r.id: r for r in newer}, "z": rows[0]}
    wanted = vectors[0] * 2
    cosines = {
        id: float(r.vector @ wanted / np.linalg.norm(r.vector) / np.linalg.norm(wanted))
        for id, r in told.items()
    }
    best = sorted(cosines, key=lambda id: (-round(cosines[id], 5), id))[:7]
    assert [n.id for n in layers.nearest(wanted, 7)] == best
    assert len(layers) == len(list(layers.all())) == 41


READ = """
import json, sys
from pathlib import Path
from index.library import Library
from tests.index.samples import ENCODER
with Library.open(Path(sys.argv[1]), ENCODER) as library:
    near = library.claims.query(ENCODER.encode(["herring is a fish"])[0], 1)
    library.claims.upsert(["new"], ENCODER.encode(["new"]), ["new"], [{}])
    print(json.dumps([near[0].id, library.claims.count(), "chromadb" in sys.modules]))
"""


def test_reading_and_remembering_leave_the_vector_store_closed(library: Library) -> None:
    remember(library, TEXTS[0])
    library._writer.heal()
    remember(library, TEXTS[1])
    ran = subprocess.run(
        [sys.executable, "-c", READ, str(library.folder)],
        capture_output=True, text=True, timeout=60, cwd=ROOT, check=True,
    )  # fmt: skip
    assert json.loads(ran.stdout) == [TEXTS[1], 3, False]
    assert library.claims.count() == 3  # another process wrote it
