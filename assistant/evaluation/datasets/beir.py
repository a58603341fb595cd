"""BEIR folders (Thakur et al. 2021): corpus.jsonl, queries.jsonl, qrels/*.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import document_of, field, name_of, query_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.files import rows, tsv
from assistant.evaluation.types import RetrievalSet
from index.types import Document


def is_beir(folder: Path) -> bool:
    """Whether `folder` holds a BEIR corpus."""
    return any((folder / f"corpus.jsonl{end}").is_file() for end in ("", ".gz"))


def load_beir(folder: Path, *, split: str | None = None) -> RetrievalSet:
    """Read the BEIR data set in `folder`.

    `split` names a file of qrels/; without it "test" is taken, or the only one, or all of them
    together. Raises `InputError` as `retrieval_set` does, and for missing files.
    """
    files = _qrels_files(folder, split)
    qrels: Qrels = {}
    for file in files:
        read_qrels(file, qrels)
    queries = [
        query_of(
            field(row, ("_id", "id"), f"a query of {folder.name}"),
            field(row, ("text", "query"), f"a query of {folder.name}"),
            language=str(row.get("lang") or _metadata(row).get("lang") or ""),
            tags=_tags(row),
        )
        for row in rows(_existing(folder, "queries.jsonl"))
    ]
    documents = list(_documents(_existing(folder, "corpus.jsonl")))
    return retrieval_set(name_of(folder), documents, queries, qrels)


def read_qrels(path: Path, into: Qrels) -> None:
    """Add the judgements of a TSV file: query, document, grade, or TREC's four columns.

    A first line whose last field is no number is a heading. Raises `InputError` naming the line.
    """
    for number, parts in tsv(path):
        fields = parts if len(parts) > 1 else parts[0].split()
        if number == 1 and not _is_grade(fields[-1]):
            continue
        if len(fields) not in (3, 4) or not _is_grade(fields[-1]):
            raise InputError(
                f"line {number} of {path.name} is no judgement",
                hint="write query-id, corpus-id and score with tabs between them",
            )
        into.setdefault(fields[0], {})[fields[-2]] = int(float(fields[-1]))


def _documents(path: Path) -> Iterator[Document]:
    for row in rows(path):
        yield document_of(
            field(row, ("_id", "id", "docid"), f"a document of {path.name}"),
            str(row.get("title") or ""),
            str(row.get("text") or ""),
            language=str(row.get("lang") or ""),
            extra={**row, **_metadata(row)},
        )


def _metadata(row: dict[str, Any]) -> dict[str, Any]:
    found = row.get("metadata")
    return found if isinstance(found, dict) else {}


def _tags(row: dict[str, Any]) -> tuple[str, ...]:
    kind = _metadata(row).get("kind") or row.get("kind")
    return (str(kind),) if kind else ()


def _is_grade(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


def _existing(folder: Path, name: str) -> Path:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    raise InputError(
        f"{folder} has no {name}",
        hint="a BEIR folder holds corpus.jsonl, queries.jsonl and qrels/*.tsv",
    )


def _qrels_files(folder: Path, split: str | None) -> list[Path]:
    found = {p.stem: p for p in sorted((folder / "qrels").glob("*.tsv"))}
    if not found:
        raise InputError(
            f"{folder} has no qrels/*.tsv",
            hint="a BEIR folder holds corpus.jsonl, queries.jsonl and qrels/*.tsv",
        )
    if split is None:
        return [found["test"]] if "test" in found else list(found.values())
    if split not in found:
        raise InputError(f"{folder} has no split {split}", hint=f"it has: {', '.join(found)}")
    return [found[split]]
