"""Claims that name the documents deciding them: the seeds, and files of the same shape."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import day_of, field, language_for
from assistant.evaluation.datasets.checks import Qrels, require_distinct, retrieval_set
from assistant.evaluation.datasets.files import rows
from assistant.evaluation.datasets.labels import require_label
from assistant.evaluation.types import LabelledClaim, Query, RetrievalSet
from index.types import Document


def seed_rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file in `seeds`."""
    with resources.as_file(resources.files("seeds") / name) as path:
        return list(rows(path))


def references(path: Path | None = None) -> tuple[Document, ...]:
    """The reference documents in `path`; the seed references when it is None.

    Raises `InputError` when there are none or an id occurs twice.
    """
    from index.ingest import read_documents

    if path is None:
        with resources.as_file(resources.files("seeds") / "references.jsonl") as seeds:
            return tuple(read_documents(seeds).documents)
    found = read_documents(path)
    if not found.documents:
        raise InputError(
            f"{path.name} holds no documents", hint="see the README for the formats understood"
        )
    require_distinct((d.id for d in found.documents), f"{path.name}: document ids")
    return tuple(found.documents)


def labelled(row: dict[str, Any], number: int) -> LabelledClaim:
    """The labelled claim of `row` (keys: claim, label; id, lang, evidence, evidence_ids, as_of).

    Also reads FEVER, natural language inference (premise, hypothesis) and FoolMeTwice rows.
    """
    where = f"row {number}"
    text = field(row, ("claim", "text", "hypothesis", "sentence", "ข้อความ"), where)
    label = row.get("label", row.get("gold_label", row.get("verdict")))
    kind = row.get("kind")
    return LabelledClaim(
        id=str(row.get("id", number - 1)),
        text=text,
        language=language_for(row.get("lang", row.get("language")), text),
        label=require_label(label, where),
        evidence=_texts(row),
        evidence_ids=_ids(row.get("evidence_ids")),
        as_of=day_of(row.get("as_of")),
        tags=(str(kind),) if isinstance(kind, str) and kind else (),
    )


def claims_as_queries(
    name: str, claims: Sequence[LabelledClaim], documents: Sequence[Document]
) -> RetrievalSet:
    """Claims as queries whose relevant documents are the ones that decide them."""
    queries = [Query(c.id, c.text, c.language, c.tags) for c in claims]
    qrels: Qrels = {c.id: dict.fromkeys(c.evidence_ids, 1) for c in claims if c.evidence_ids}
    return retrieval_set(name, documents, queries, qrels)


def _ids(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(part for part in value.replace(";", ",").replace(",", " ").split() if part)
    return tuple(str(v) for v in value) if isinstance(value, list) else ()


def _texts(row: dict[str, Any]) -> tuple[str, ...]:
    """The evidence texts of a row, however the data set nests them; FEVER's pointers are none."""
    for key in ("evidence", "gold_evidence", "evidences", "premise", "evidence_sentence"):
        value = row.get(key)
        items = value if isinstance(value, list) else [value]
        found = [_text(item) for item in items]
        if any(found):
            return tuple(dict.fromkeys(text for text in found if text))
    return ()


def _text(item: Any) -> str:
    if isinstance(item, dict):
        item = item.get("text", item.get("evidence", item.get("quote")))
    return item.strip() if isinstance(item, str) else ""
