"""A run keeps to one state of the index, whatever others write meanwhile."""

from pathlib import Path

from index.embedding.models import load_encoder
from index.library import Library
from index.types import Document

ENCODER = load_encoder("fast")


def test_a_held_library_does_not_see_later_changes(tmp_path: Path) -> None:
    documents = [Document(f"d{n}", "", f"Zebra number {n} grazes.", "en") for n in range(30)]
    with Library.open(tmp_path, ENCODER) as writer:
        writer.add(documents)
        with (
            Library.open(tmp_path, ENCODER) as held,
            Library.open(tmp_path, ENCODER) as free,
        ):
            held.hold()
            held.hold()
            before = held.retriever.search("zebra number 7"), held.fingerprint
            writer.add([Document("new", "", "Zebra number 7 grazes and grazes.", "en")])
            writer.remove(["d7"])
            writer.rebuild()
            assert (held.retriever.search("zebra number 7"), held.fingerprint) == before
            assert held.get("d7") is not None and held.stats().documents == 30
            found = {hit.document.id for hit in free.retriever.search("zebra number 7")}
            assert "new" in found and "d7" not in found
