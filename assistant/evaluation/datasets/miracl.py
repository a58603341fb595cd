"""MIRACL folders (Zhang et al. 2023): topics*.tsv, qrels*.tsv and a corpus of JSON lines."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import InputError
from assistant.evaluation.datasets.beir import read_qrels
from assistant.evaluation.datasets.build import document_of, field, name_of, query_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.files import rows, tsv
from assistant.evaluation.types import RetrievalSet

_NEEDED = "a MIRACL folder holds topics*.tsv, qrels*.tsv and docs*.jsonl"


def is_miracl(folder: Path) -> bool:
    """Whether a file of topics lies in `folder` or below."""
    return any(folder.rglob("topics*.tsv"))


def load_miracl(folder: Path, *, split: str | None = None) -> RetrievalSet:
    """Read the MIRACL data set in `folder`; `split` (default "dev") picks among several.

    Raises `InputError` as `retrieval_set` does, and for missing files.
    """
    topics = _pick(folder, "topics*.tsv", split)
    qrels: Qrels = {}
    read_qrels(_pick(folder, "qrels*.tsv", split), qrels)
    queries = [query_of(parts[0], parts[-1]) for _, parts in tsv(topics) if len(parts) >= 2]
    corpus = sorted(p for e in ("docs*", "corpus*") for p in folder.rglob(f"{e}.jsonl*"))
    if not corpus:
        raise InputError(f"{folder} has no corpus", hint=_NEEDED)
    documents = [
        document_of(
            field(row, ("docid", "_id", "id"), f"a document of {path.name}"),
            str(row.get("title") or ""),
            str(row.get("text") or ""),
        )
        for path in corpus
        for row in rows(path)
    ]
    return retrieval_set(name_of(folder), documents, queries, qrels)


def _pick(folder: Path, pattern: str, split: str | None) -> Path:
    found = sorted(folder.rglob(pattern))
    wanted = [p for p in found if (split or "dev") in p.stem]
    if len(found) == 1 and split is None:
        return found[0]
    if len(wanted) != 1:
        names = ", ".join(p.name for p in found) or "none"
        raise InputError(f"{folder}: cannot choose {pattern} (found: {names})", hint=_NEEDED)
    return wanted[0]
