"""MIRACL folders (Zhang et al. 2023): topics*.tsv, qrels*.tsv and a corpus of JSON lines."""

from __future__ import annotations

from pathlib import Path

from assistant.errors import InputError
from assistant.evaluation.datasets.build import corpus, name_of, query_of
from assistant.evaluation.datasets.checks import retrieval_set
from assistant.evaluation.datasets.faults import READ_IN_PART, Faults, Trouble
from assistant.evaluation.datasets.files import numbered_rows, tsv
from assistant.evaluation.datasets.judgements import Judgements
from assistant.evaluation.types import Query, RetrievalSet
from index.types import Document

_NEEDED = "a MIRACL folder holds topics*.tsv, qrels*.tsv and docs*.jsonl"


def is_miracl(folder: Path) -> bool:
    """Whether a file of topics lies in `folder` or below."""
    return any(folder.rglob("topics*.tsv"))


def load_miracl(folder: Path, *, split: str | None = None) -> RetrievalSet:
    """Read the MIRACL data set in `folder`; `split` (default "dev") picks among several.

    Rows that cannot be used are left out and told. Raises `InputError` as `retrieval_set` does,
    and for missing files.
    """
    topics = list(tsv(path := _pick(folder, "topics*.tsv", split)))
    judgements = Judgements()
    judgements.read(_pick(folder, "qrels*.tsv", split))
    left = Faults("queries")
    queries = _queries(topics, path.name, left)
    documents, told = _documents(folder)
    return retrieval_set(
        name_of(folder),
        documents,
        queries,
        judgements.grades,
        notices=[*judgements.told, *left.told(len(topics)), *told],
        dropped={parts[0] for _, parts in topics if len(parts) != 2},
    )


def _queries(topics: list[tuple[int, list[str]]], file: str, left: Faults) -> list[Query]:
    found = []
    for line, parts in topics:
        if len(parts) == 2:
            found.append(query_of(*parts))
        else:
            fields = "1 field" if len(parts) == 1 else f"{len(parts)} fields"
            left.note(Trouble.FIELDS, f"line {line} of {file}", f"{fields}, not an id and a text")
    return found


def _documents(folder: Path) -> tuple[list[Document], list[str]]:
    """All documents of the corpus, and what is to be said of its rows."""
    files = sorted(p for e in ("docs*", "corpus*") for p in folder.rglob(f"{e}.jsonl*"))
    if not files:
        raise InputError(f"{folder} has no corpus", hint=_NEEDED)
    left, mend = Faults("documents"), Faults("documents", READ_IN_PART)
    documents: list[Document] = []
    for path in files:
        rows = numbered_rows(path)
        documents += corpus(rows, path.name, ("docid", "_id", "id"), left=left, mend=mend)
    count = len(documents) + left.total
    return documents, [*left.told(count), *mend.told(count)]


def _pick(folder: Path, pattern: str, split: str | None) -> Path:
    found = sorted(folder.rglob(pattern))
    wanted = [p for p in found if (split or "dev") in p.stem]
    if len(found) == 1 and split is None:
        return found[0]
    if len(wanted) != 1:
        names = ", ".join(p.name for p in found) or "none"
        raise InputError(f"{folder}: cannot choose {pattern} (found: {names})", hint=_NEEDED)
    return wanted[0]
