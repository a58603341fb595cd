"""A Ray cluster of two workers over a Chroma server: the verdicts of the embedded run."""

import os
import random
import signal
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from importlib import resources
from pathlib import Path

import pytest

from assistant.bulk.cluster import Cluster
from assistant.bulk.judging import BLOCK, Block, Here
from assistant.bulk.rows import Row
from assistant.bulk.run import BulkRun
from assistant.bulk.session import join_store, open_held
from assistant.bulk.soak import write_claims
from assistant.bulk.sources import open_source
from assistant.cli import main
from assistant.errors import SettingsError, StoreError
from assistant.settings import Settings
from index.embedding.models import load_encoder
from index.ingest import read_documents
from index.library import Library
from tests.assistant.bulk.fakes import open_fake, run
from tests.chroma_server import chroma_server

pytest.importorskip(
    "ray",
    reason="ray is not installed (extra `scale`); it has wheels for Python 3.11 to 3.14, this is "
    f"{sys.version_info.major}.{sys.version_info.minor}",
)
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

CLAIMS = 130


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server that listens on this machine only."""
    with chroma_server(tmp_path_factory.mktemp("chroma")) as address:
        yield f"http://{address}"


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A claim file of three blocks."""
    path = tmp_path_factory.mktemp("claims") / "claims.jsonl"
    write_claims(path, CLAIMS, random.Random(1))
    return path


def settings_for(folder: Path, server: str | None) -> Settings:
    """A store that holds the seed references."""
    settings = Settings(store=folder, encoder="fast", reranker="none", chroma=server)
    with resources.as_file(resources.files("seeds") / "references.jsonl") as path:
        documents = read_documents(path).documents
    with Library.open(folder, load_encoder("fast"), server=server) as library:
        library.add(documents)
    return settings


def kill_one(cluster: Cluster) -> None:
    """Kill the process of the worker that was given a block last."""
    os.kill(cluster.workers[-1].process, signal.SIGKILL)


def test_a_cluster_gives_what_one_process_gives_though_a_worker_is_killed(
    server: str, claims: Path, tmp_path: Path
) -> None:
    embedded, shared = tmp_path / "embedded.jsonl", tmp_path / "shared.jsonl"
    run(claims, embedded, Here(open_held(settings_for(tmp_path / "a", None))))
    settings = settings_for(tmp_path / "b", server)
    elsewhere = replace(settings, store=tmp_path / "c")  # the workers share the server alone
    cluster = Cluster(
        partial(open_held, settings), "local", 2, joiner=partial(join_store, elsewhere)
    )
    try:
        with open_source(claims) as source:
            for progress in BulkRun(source, shared, cluster).events():
                if progress.done == 1:
                    kill_one(cluster)
    finally:
        cluster.close()
    assert shared.read_bytes() == embedded.read_bytes()


def test_a_worker_never_starts_a_store_of_its_own(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        join_store(Settings(store=tmp_path / "nowhere", encoder="fast"))
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("address", ["127.0.0.1:1", "ray://127.0.0.1:1", "no-address", "auto"])
def test_no_cluster_is_told_at_once(
    address: str, claims: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    began = time.monotonic()
    output = tmp_path / "out.jsonl"
    assert main(["bulk", str(claims), "-o", str(output), "--ray", address]) == 1
    told = capfd.readouterr().err.splitlines()
    assert told[0].startswith(f"jingmai: there is no Ray cluster at {address}: ")
    assert told[1].startswith("  hint: ") and len(told) == 2
    assert time.monotonic() - began < 30 and not output.exists()


def test_a_cluster_that_is_noted_but_dead_is_told_at_once(
    claims: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RAY_ADDRESS", "127.0.0.1:1")
    began = time.monotonic()
    with pytest.raises(SettingsError, match="no Ray cluster at auto") as told:
        Cluster(open_fake, "auto", 1)  # type: ignore[arg-type]
    assert "RAY_AUTH_TOKEN" in told.value.hint and time.monotonic() - began < 30


def test_what_the_user_must_mend_comes_back_from_a_worker(tmp_path: Path) -> None:
    source, output = tmp_path / "claims.csv", tmp_path / "out.jsonl"
    rows = [f"{n},fine {n}" for n in range(BLOCK)] + [f"{BLOCK},a key"]
    source.write_text("\n".join(["id,claim", *rows]), "utf-8")
    cluster = Cluster(open_fake, "local", 1)  # type: ignore[arg-type]
    try:
        with pytest.raises(SettingsError, match="the key was refused") as told:
            run(source, output, cluster)  # type: ignore[arg-type]
    finally:
        cluster.close()
    assert told.value.hint == "set another"
    assert len(output.read_bytes().splitlines()) == BLOCK, "what was finished is kept"


def test_a_worker_that_cannot_open_its_store_says_so(tmp_path: Path) -> None:
    nowhere = Settings(store=tmp_path / "nowhere", encoder="fast")
    cluster = Cluster(open_fake, "local", 1, joiner=partial(join_store, nowhere))  # type: ignore[arg-type]
    try:
        with pytest.raises(StoreError, match="on the worker's machine") as told:
            list(cluster.judge([Block(0, (Row(1, 1, "x"),), (Row(1, 1, "x"),))]))
    finally:
        cluster.close()
    assert told.value.hint


def test_a_worker_never_starts_a_store_on_a_server(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no Chroma server answers"):
        join_store(Settings(store=tmp_path / "nowhere", encoder="fast", chroma="127.0.0.1:9"))
    assert not (tmp_path / "nowhere").exists()
