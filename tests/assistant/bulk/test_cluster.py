"""A Ray cluster of two workers over a Chroma server: the verdicts of the embedded run."""

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from importlib import resources
from pathlib import Path

import pytest

from assistant.bulk.cluster import Cluster
from assistant.bulk.judging import Here
from assistant.bulk.run import BulkRun
from assistant.bulk.session import join_store, open_held
from assistant.bulk.soak import write_claims
from assistant.bulk.sources import open_source
from assistant.errors import StoreError
from assistant.settings import Settings
from index.embedding.models import load_encoder
from index.ingest import read_documents
from index.library import Library
from tests.assistant.bulk.fakes import run

pytest.importorskip("ray", reason="the extra `scale` is not installed")
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

CLAIMS = 130


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a Chroma server that listens on this machine only."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    folder = tmp_path_factory.mktemp("chroma")
    chroma = Path(sys.executable).with_name("chroma")
    command = [
        str(chroma),
        "run",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--path",
        str(folder),
    ]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait()


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
    cluster = Cluster(
        partial(open_held, settings), "local", 2, joiner=partial(join_store, settings)
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
