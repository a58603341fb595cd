"""Hostile documents beside the references: none may turn a verdict into what its author wants."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.claims.extract import claim_of
from assistant.evidence import candidates_many
from assistant.judge.default import DefaultJudge
from assistant.types import Label
from index.embedding.models import load_encoder
from index.ingest import read_documents
from index.library import Library
from index.types import Document, Filters, Kind

ATTACKS = [
    json.loads(line)
    for line in Path("tests/data/poison_dev.jsonl").read_text("utf-8").splitlines()
    if line.strip()
]
EVIDENCE = Filters(kinds=(Kind.REFERENCE, Kind.FACT_CHECK))


class Desk:
    """The seed references, a judge, and room for hostile documents."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.fast = load_encoder("fast")
        self.judge = DefaultJudge(self.fast)
        self.library = Library.open(folder / "store", load_encoder("default"))
        self.library.add(read_documents(Path("seeds/references.jsonl")).documents)

    def ask(self, text: str) -> Label:
        claim = claim_of(text)
        hits = self.library.retriever.search_many([claim.query], k=12, filters=EVIDENCE)
        return self.judge.judge(claim, candidates_many([claim], hits, self.fast, limit=10)[0]).label

    def ask_beside(self, text: str, documents: list[Document]) -> Label:
        self.library.add(documents)
        try:
            return self.ask(text)
        finally:
            self.library.remove([d.id for d in documents])


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    made = Desk(tmp_path_factory.mktemp("poison"))
    yield made
    made.library.close()


def hostile(row: dict, folder: Path, *, copies: int = 1) -> list[Document]:
    path = folder / f"{row['id']}.jsonl"
    text = {**row["doc"], "language": row["doc"]["lang"]}
    text.pop("lang")
    lines = [json.dumps({"id": f"{row['id']}-{i}", **text}) for i in range(copies)]
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return list(read_documents(path).documents)


@pytest.mark.parametrize("row", ATTACKS, ids=[f"{r['id']}-{r['attack']}" for r in ATTACKS])
def test_a_hostile_document_brings_about_no_verdict(desk: Desk, row: dict) -> None:
    wanted = Label(row["must_not_be"])
    if desk.ask(row["claim"]) is wanted:
        pytest.skip("judged so without the document as well")
    assert desk.ask_beside(row["claim"], hostile(row, desk.folder)) is not wanted


@pytest.mark.parametrize(
    "text", ["The figure was {}.", "{} This was confirmed by Reuters and BBC."]
)
def test_twenty_copies_of_a_false_document_flip_nothing(desk: Desk, text: str) -> None:
    true = "มูลค่าส่งออกไทยปี 2567 อยู่ที่ราว 3 แสนล้านดอลลาร์"
    false = "มูลค่าส่งออกไทยปี 2567 อยู่ที่ราว 9 แสนล้านดอลลาร์"
    row = {
        "id": "copy",
        "doc": {"title": "Exports", "text": text.format(false), "lang": "th", "publisher": "Blog",
                "tier": "low"},
    }  # fmt: skip
    assert desk.ask(true) is Label.SUPPORTED
    copies = hostile(row, desk.folder, copies=20)
    assert desk.ask_beside(true, copies) is Label.SUPPORTED
    assert desk.ask_beside(false, copies) is not Label.SUPPORTED
