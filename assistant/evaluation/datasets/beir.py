"""BEIR folders (Thakur et al. 2021): corpus.jsonl, queries.jsonl, qrels/*.tsv."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import corpus, id_in, name_of, query_of, text_in
from assistant.evaluation.datasets.checks import retrieval_set
from assistant.evaluation.datasets.faults import READ_IN_PART, Faults, Trouble
from assistant.evaluation.datasets.files import numbered_rows
from assistant.evaluation.datasets.judgements import Judgements
from assistant.evaluation.types import Query, RetrievalSet

_NEEDED = "a BEIR folder holds corpus.jsonl, queries.jsonl and qrels/*.tsv"


def is_beir(folder: Path) -> bool:
    """Whether `folder` holds a BEIR corpus."""
    return any((folder / f"corpus.jsonl{end}").is_file() for end in ("", ".gz"))


def load_beir(folder: Path, *, split: str | None = None) -> RetrievalSet:
    """Read the BEIR data set in `folder`.

    `split` names a file of qrels/; without it "test" is taken, or the only one, or all of them
    together. Rows that cannot be used are left out and told. Raises `InputError` as
    `retrieval_set` does, and for missing files.
    """
    judgements = Judgements()
    for file in _qrels_files(folder, split):
        judgements.read(file)
    asked = _Queries(_existing(folder, "queries.jsonl"))
    path = _existing(folder, "corpus.jsonl")
    left, mend = Faults("documents"), Faults("documents", READ_IN_PART)
    rows = numbered_rows(path)
    documents = list(corpus(rows, path.name, ("_id", "id", "docid"), left=left, mend=mend))
    count = len(documents) + left.total
    return retrieval_set(
        name_of(folder),
        documents,
        asked.queries,
        judgements.grades,
        notices=[*judgements.told, *asked.told, *left.told(count), *mend.told(count)],
        dropped=asked.dropped,
    )


class _Queries:
    """The queries of a file; `dropped` are the ids of those without a text of their own."""

    def __init__(self, path: Path) -> None:
        self.dropped: set[str] = set()
        self._left, self._mend = Faults("queries"), Faults("queries", READ_IN_PART)
        self.queries = list(self._read(path))
        count = len(self.queries) + self._left.total
        self.told = [*self._left.told(count), *self._mend.told(count)]

    def _read(self, path: Path) -> Iterator[Query]:
        for line, row in numbered_rows(path):
            where = f"line {line} of {path.name}"
            key = id_in(row, ("_id", "id"), where, self._left)
            if key is None:
                continue
            said = next((row[n] for n in ("text", "query") if row.get(n) is not None), None)
            if isinstance(said, bool) or not isinstance(said, str | int | float):
                self.dropped.add(key)
                self._left.note(Trouble.NO_TEXT, where, "text")
                continue
            text = text_in(row, ("text", "query"), where, self._mend)
            language = str(row.get("lang") or _metadata(row).get("lang") or "")
            yield query_of(key, text, language=language, tags=_tags(row))


def _metadata(row: dict[str, Any]) -> dict[str, Any]:
    found = row.get("metadata")
    return found if isinstance(found, dict) else {}


def _tags(row: dict[str, Any]) -> tuple[str, ...]:
    kind = _metadata(row).get("kind") or row.get("kind")
    return (str(kind),) if kind else ()


def _existing(folder: Path, name: str) -> Path:
    for candidate in (folder / name, folder / f"{name}.gz"):
        if candidate.is_file():
            return candidate
    raise InputError(f"{folder} has no {name}", hint=_NEEDED)


def _qrels_files(folder: Path, split: str | None) -> list[Path]:
    found = {p.stem: p for p in sorted((folder / "qrels").glob("*.tsv"))}
    if not found:
        raise InputError(f"{folder} has no qrels/*.tsv", hint=_NEEDED)
    if split is None:
        return [found["test"]] if "test" in found else list(found.values())
    if split not in found:
        raise InputError(f"{folder} has no split {split}", hint=f"it has: {', '.join(found)}")
    return [found[split]]
