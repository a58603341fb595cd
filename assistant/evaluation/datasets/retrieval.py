"""Queries, documents and judgements for `eval retrieval`, whatever shape they come in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.averitec import is_averitec, load_averitec
from assistant.evaluation.datasets.beir import is_beir, load_beir
from assistant.evaluation.datasets.build import name_of
from assistant.evaluation.datasets.checks import require_some
from assistant.evaluation.datasets.claims import claims_as_queries, labelled, references
from assistant.evaluation.datasets.files import rows, whole
from assistant.evaluation.datasets.miracl import is_miracl, load_miracl
from assistant.evaluation.datasets.review import review_retrieval
from assistant.evaluation.datasets.squad import load_contexts, load_squad
from assistant.evaluation.datasets.verdicts import REVIEW, SEEDS, load_verdicts
from assistant.evaluation.types import RetrievalSet
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
        return claims_as_queries(SEEDS, load_verdicts(SEEDS).claims, references(reference_file))
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
    name = name_of(path)
    found: list[dict[str, Any]]
    if path.name.removesuffix(".gz").endswith(".json"):
        value = whole(path)
        if isinstance(value, dict) and isinstance(value.get("data"), list):
            return load_squad(name, value["data"])
    found = list(rows(path))
    require_some(found, f"{path.name} has no rows")
    first = found[0]
    if is_averitec(first):
        return load_averitec(name, found)
    if "context" in first and "question" in first:
        return load_contexts(name, found)
    if "evidence_ids" in first:
        claims = [labelled(row, n) for n, row in enumerate(found, 1)]
        return claims_as_queries(name, claims, references(reference_file))
    raise InputError(f"{path.name} has no shape that is known", hint=f"wanted: {_SHAPES}")
