"""The same library with its vectors on a Chroma server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from index.errors import SettingsError, StoreError
from index.library import Library
from index.types import Mode
from tests.chroma_server import chroma_server
from tests.index.samples import DOCUMENTS, ENCODER, UNDATED


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    with chroma_server(tmp_path / "server") as address:
        yield address


def test_a_library_on_a_server(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "store"
    with Library.open(folder, ENCODER, server=server) as found:
        found.add(DOCUMENTS)
        found.claims.upsert(["c"], ENCODER.encode(["herring"]), ["herring"], [{}])
        assert found.retriever.search("herring at Vell harbour")[0].document.id == "harbour-en"
        assert [n.id for n in found.claims.query(ENCODER.encode(["herring"])[0])] == ["c"]
        found.retriever.exact_below = 0
        assert found.retriever.search("Orrin bridge", mode=Mode.DENSE)[0].document.id == "bridge-en"
        found.remove(["note-en"])
    assert not (folder / "chroma").exists()
    (folder / "cache.sqlite").unlink()
    with Library.open(folder, ENCODER, server=server) as again:
        assert len(again.documents()) == len(DOCUMENTS) - 1
        assert again.add([UNDATED]).added == ("note-en",)
        again.rebuild()
        assert len(again.documents()) == len(DOCUMENTS)


def test_a_server_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no Chroma server"):
        Library.open(tmp_path, ENCODER, server="127.0.0.1:9")


@pytest.mark.parametrize("address", ["ftp://x", "127.0.0.1:port", "http://"])
def test_a_wrong_address(address: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError):
        Library.open(tmp_path, ENCODER, server=address)
