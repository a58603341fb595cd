"""Queries, documents and judgements for `eval retrieval`, whatever shape they come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.bulk.rows import Record
from assistant.errors import InputError
from assistant.evaluation.datasets.averitec import answer_id, answers, is_averitec
from assistant.evaluation.datasets.beir import is_beir, load_beir
from assistant.evaluation.datasets.build import document_of, folded, name_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.claims import (
    claim_rows,
    claims_as_queries,
    references,
    seed_records,
)
from assistant.evaluation.datasets.faults import Faults
from assistant.evaluation.datasets.files import whole
from assistant.evaluation.datasets.miracl import is_miracl, load_miracl
from assistant.evaluation.datasets.records import claim_records
from assistant.evaluation.datasets.review import review_retrieval
from assistant.evaluation.datasets.squad import is_squad, load_contexts, load_squad
from assistant.evaluation.datasets.verdicts import REVIEW, SEEDS
from assistant.evaluation.types import Query, RetrievalSet
from index.types import Document


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a store and a way to list its documents."""

    folder: Path
    documents: Callable[[], Sequence[Document]]


_SHAPES = (
    "a BEIR or MIRACL folder, SQuAD JSON, AVeriTeC JSON, rows with context and question, "
    "claims with evidence_ids, or: seeds, review"
)


def load_retrieval(
    dataset: str,
    *,
    split: str | None = None,
    reference_file: Path | None = None,
    store: Store | None = None,
) -> RetrievalSet:
    """The retrieval set called `dataset`: a folder, a file, "seeds" or "review".

    `split` picks among the judgements of a folder. `reference_file` holds the documents that
    claims with evidence_ids point to (default: the seed references). `store` is what "review"
    reads. Raises `InputError` for anything that cannot be scored.
    """
    if dataset == REVIEW:
        if store is None:
            raise InputError("the reviews of which store?", hint="name it with --store")
        return review_retrieval(store.folder, store.documents())
    if dataset == SEEDS:
        return claims_as_queries(SEEDS, seed_records("claims.jsonl"), references(reference_file))
    path = Path(dataset).expanduser()
    if path.is_dir():
        return _from_folder(path, split)
    return _from_file(path, reference_file)


def _from_folder(path: Path, split: str | None) -> RetrievalSet:
    if is_beir(path):
        return load_beir(path, split=split)
    if is_miracl(path):
        return load_miracl(path, split=split)
    raise InputError(f"{path} is no data set that can be read", hint=f"wanted: {_SHAPES}")


def _from_file(path: Path, reference_file: Path | None) -> RetrievalSet:
    if path.name.lower().removesuffix(".gz").endswith(".json"):
        value = whole(path)
        if is_squad(value):
            return load_squad(name_of(path), value["data"])
    records = claim_records(path)
    name = name_of(path)
    shape = _shape(records)
    if shape == "averitec":
        return _averitec(name, records)
    if shape == "contexts":
        return load_contexts(name, records)
    if shape == "claims":
        return claims_as_queries(name, records, references(reference_file))
    raise InputError(f"{path.name} has no shape that is known", hint=f"wanted: {_SHAPES}")


def _shape(records: Sequence[Record]) -> str | None:
    """What most of the rows are whose shape can be told, None when it cannot of any."""
    counts = dict.fromkeys(("averitec", "contexts", "claims"), 0)
    for record in records:
        row = {folded(name): value for name, value in (record.values or {}).items()}
        counts["averitec"] += is_averitec(row)
        counts["contexts"] += "context" in row and "question" in row
        counts["claims"] += "evidenceids" in row
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] else None


def _averitec(name: str, records: Sequence[Record]) -> RetrievalSet:
    """Claims as queries and all answers as documents; a claim's own answers are relevant."""
    left = Faults()
    documents: dict[str, Document] = {}
    queries, qrels = [], Qrels()
    for row in claim_rows(records, left):
        queries.append(Query(row.id, row.row.text, row.language))
        for url, said in answers(row.values):
            key = answer_id(said)
            documents.setdefault(key, document_of(key, "", said, extra={"url": url}))
            qrels.setdefault(row.id, {})[key] = 1
    told = left.told(len(records))
    return retrieval_set(name, list(documents.values()), queries, qrels, notices=told)
