"""Several processes and sudden death: nothing is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import StoreError
from index.library import Library
from index.store import Store
from index.types import Mode
from tests.index.samples import ENCODER, library, numbered

ROOT = Path(__file__).parent.parent.parent

ADD = """
import sys
from pathlib import Path
from dataclasses import replace
from index.library import Library
from tests.index.samples import ENCODER, numbered
folder, prefix, n, step = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
documents = [replace(d, id=prefix + d.id) for d in numbered(n)]
library = Library.open(folder, ENCODER, wait=60)
for i in range(0, n, step):
    changes = library.add(documents[i : i + step])
    print(len(changes.added), flush=True)
"""


def start(folder: Path, prefix: str, n: int, step: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", ADD, str(folder), prefix, str(n), str(step)],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def assert_whole(found: Library) -> None:
    """Store, cache, words and vectors hold the same passages, and documents are complete."""
    snapshot = found.state().snapshot
    stored = list(found.store.documents())
    keys = sorted(key for d in stored for key in d.keys)
    assert sorted(d.document.id for d in stored) == sorted(d.id for d in snapshot.documents)
    assert sorted(found.store.passage_keys()) == keys
    assert sorted(k.rsplit("@", 1)[0] for k in keys) == sorted(snapshot.rows)
    for document in snapshot.documents[:: max(1, len(snapshot.documents) // 20)]:
        passages = found.passages(document.id)
        assert passages
        for mode in (Mode.LEXICAL, Mode.EXACT):
            hits = found.retriever.search(passages[0].text, k=5, mode=mode, collapse=False)
            assert passages[0].id in {h.passage.id for h in hits}


def test_two_writing_processes_lose_nothing(tmp_path: Path) -> None:
    with library(tmp_path) as reader:
        before = reader.stats().documents
        writers = [start(tmp_path, prefix, 60, 12) for prefix in ("a", "b")]
        for writer in writers:
            out, error = writer.communicate(timeout=120)
            assert writer.returncode == 0, error
            assert sum(map(int, out.split())) == 60
        # This handle was open all the time, and its Chroma client too.
        reader.claims.upsert(["c"], ENCODER.encode(["claim"]), ["claim"], [{}])
        assert reader.stats().documents == before + 120
        hits = reader.retriever.search("Village 7 has wells", mode=Mode.EXACT, collapse=False)
        assert {"ad00007", "bd00007"} <= {h.document.id for h in hits}
        assert_whole(reader)


@pytest.mark.parametrize("delay", [0.0, 0.15, 0.4])
def test_killed_while_adding_the_store_heals(delay: float, tmp_path: Path) -> None:
    library(tmp_path).close()
    writer = start(tmp_path, "k", 400, 40)
    assert writer.stdout is not None
    acknowledged = int(writer.stdout.readline()) + int(writer.stdout.readline())
    time.sleep(delay)
    writer.send_signal(signal.SIGKILL)
    rest, _ = writer.communicate(timeout=60)
    acknowledged += sum(map(int, rest.split()))
    with Library.open(tmp_path, ENCODER) as found:
        assert found.stats().documents >= acknowledged
        assert_whole(found)
        found.add(numbered(2))
        assert_whole(found)


def test_what_a_dead_writer_left_half_done_is_mended(tmp_path: Path) -> None:
    with library(tmp_path) as found:
        wanted = found.fingerprint
        store: Store = found.store
        # A passage whose document was never recorded, and a document that lost a passage.
        orphan = next(iter(store.documents(["bridge-en"])))
        passages, vectors = store.passages([orphan])[0]
        from dataclasses import replace

        from index.records import StoredPassage

        with store.session():
            store.put_passages(
                [StoredPassage(replace(passages[0], id="ghost#0"), "0" * 16)], vectors[:1]
            )
            store.drop_passages(orphan.keys[:1])
    manifest = tmp_path / "manifest.json"
    manifest.write_text(
        json.dumps({**json.loads(manifest.read_text("utf-8")), "writing": True}), "utf-8"
    )
    with Library.open(tmp_path, ENCODER) as found:
        assert found.fingerprint == wanted
        assert_whole(found)


@pytest.fixture
def unwritable(tmp_path: Path) -> Iterator[Path]:
    """A filled store that this process cannot write, whoever runs it."""
    folder = tmp_path / "store"
    with library(folder) as found:
        found.claims.upsert(["c"], ENCODER.encode(["herring"]), ["herring"], [{}])
    paths = [folder, *folder.rglob("*")]
    for path in paths:
        path.chmod(stat.S_IREAD | (stat.S_IEXEC if path.is_dir() else 0))
    yield folder
    for path in paths:
        path.chmod(stat.S_IRWXU)


READ = """
import sys
from pathlib import Path
from index.errors import StoreError
from index.library import Library
from index.types import Mode
from tests.index.samples import ENCODER, UNDATED
from dataclasses import replace
with Library.open(Path(sys.argv[1]), ENCODER) as found:
    print(found.retriever.search("herring")[0].document.id)
    print([n.id for n in found.claims.query(ENCODER.encode(["herring"])[0])])
    try:
        found.add([replace(UNDATED, id="new")])
    except StoreError as error:
        print(error.message)
"""


def test_a_store_that_cannot_be_written_is_read(unwritable: Path) -> None:
    command = [sys.executable, "-c", READ, str(unwritable)]
    if os.geteuid() == 0:  # root may write anywhere: drop the right to
        setpriv = shutil.which("setpriv")
        if setpriv is None:
            pytest.skip("needs setpriv to give up root's rights")
        command = [
            setpriv,
            "--bounding-set=-all",
            "--inh-caps=-all",
            "--ambient-caps=-all",
            *command,
        ]
    result = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    first, claims, refused = result.stdout.splitlines()
    assert first in ("harbour-en", "note-en")
    assert claims == "['c']"
    assert refused.startswith("cannot write to the store in ")


def test_the_lock_of_a_dead_process_is_free(tmp_path: Path) -> None:
    from index.lock import WriterLock

    code = (
        "import sys, time; from pathlib import Path; from index.lock import WriterLock;"
        "WriterLock(Path(sys.argv[1])).acquire(wait=0); print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == "held\n"
    lock = WriterLock(tmp_path)
    with pytest.raises(StoreError):
        lock.acquire(wait=0.1)
    holder.kill()
    holder.wait()
    lock.acquire(wait=5)
    lock.release()
