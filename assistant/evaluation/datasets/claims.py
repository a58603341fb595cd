"""Files of claims with labels, evidence, or the ids of the documents that decide them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

from assistant.bulk.columns import Columns, field_of, row_of
from assistant.bulk.rows import Record, Row
from assistant.bulk.shapes import unwrapped
from assistant.errors import InputError
from assistant.evaluation.datasets.averitec import answers, is_averitec
from assistant.evaluation.datasets.build import folded, language_for, whole_characters
from assistant.evaluation.datasets.checks import Qrels, require_distinct, retrieval_set
from assistant.evaluation.datasets.faults import READ_IN_PART, Faults, Trouble
from assistant.evaluation.datasets.files import rows
from assistant.evaluation.datasets.labels import label_in, label_of
from assistant.evaluation.datasets.records import claim_records
from assistant.evaluation.types import LabelledClaim, Query, RetrievalSet
from index.types import Document

_EVIDENCE = ("evidence", "goldevidence", "evidences", "premise", "evidencesentence", "หลักฐาน")
_OTHER_CLAIMS = ("hypothesis",)


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A row that holds a claim. `where` names it for a person, `row` is as bulk reads it.

    `id` is the row's own as text, or its place from 0. `values` are all fields, names folded.
    """

    where: str
    row: Row
    id: str
    own_id: bool
    values: Mapping[str, Any]

    @property
    def language(self) -> str:
        """The language that the row names, else that of the script."""
        return language_for(self.row.language, self.row.text)

    @property
    def tags(self) -> tuple[str, ...]:
        """Slices that the data set puts the claim in."""
        kind, kinds = self.values.get("kind"), self.values.get("claimtypes")
        named = [kind] if isinstance(kind, str) and kind else []
        if is_averitec(self.values) and isinstance(kinds, list):
            named = [str(k) for k in kinds]
        return tuple(map(whole_characters, named))

    @property
    def evidence_ids(self) -> tuple[str, ...]:
        """The documents that decide the claim."""
        value = self.values.get("evidenceids")
        if isinstance(value, str):
            return tuple(part for part in value.replace(";", ",").replace(",", " ").split() if part)
        return tuple(str(v) for v in value) if isinstance(value, list) else ()


def claim_rows(records: Sequence[Record], left: Faults) -> list[ClaimRow]:
    """The rows of a claims file that hold a claim; the others are noted in `left`.

    Headings are those of `jingmai bulk`, and "hypothesis" as in natural language inference.
    """
    columns = _columns(records)
    found = []
    for number, record in enumerate(records, 1):
        row = row_of(record, number, columns, strings=False)
        where = f"row {record.line}"
        if row.fault:
            left.note(row.fault.problem, where, row.fault.detail)
            continue
        values = record.values or {}
        own = unwrapped(values).get(columns.get("id", "\0")) not in (None, "")
        names = {folded(name): value for name, value in reversed(values.items())}
        found.append(ClaimRow(where, row, str(row.id) if own else str(number - 1), own, names))
    return found


def labelled_claims(
    records: Sequence[Record], name: str
) -> tuple[tuple[LabelledClaim, ...], tuple[str, ...]]:
    """The labelled claims in `records` and, in sentences, what was left out.

    Raises `InputError` when nothing is left or an id occurs twice; `name` is the file's.
    """
    left, mend = Faults(), Faults(then=READ_IN_PART)
    claims = [c for row in claim_rows(records, left) if (c := _labelled(row, left, mend))]
    if not claims:
        raise left.refuse(f"{name} has no labelled claim", len(records))
    require_distinct((c.id for c in claims), f"{name}: claim ids")
    return tuple(claims), (*left.told(len(records)), *mend.told(len(records)))


def claims_as_queries(
    name: str, records: Sequence[Record], documents: Sequence[Document]
) -> RetrievalSet:
    """Claims as queries whose relevant documents are the ones that decide them.

    Needs no labels. Raises `InputError` as `retrieval_set` does.
    """
    left = Faults()
    found = claim_rows(records, left)
    queries = [Query(r.id, r.row.text, r.language, r.tags) for r in found]
    qrels: Qrels = {r.id: dict.fromkeys(r.evidence_ids, 1) for r in found if r.evidence_ids}
    return retrieval_set(name, documents, queries, qrels, notices=left.told(len(records)))


def seed_rows(name: str) -> list[dict[str, Any]]:
    """The rows of a file in `seeds`."""
    with resources.as_file(resources.files("seeds") / name) as path:
        return list(rows(path))


def seed_records(name: str) -> list[Record]:
    """The rows of a file of claims in `seeds`, as those of any other file."""
    with resources.as_file(resources.files("seeds") / name) as path:
        return claim_records(path)


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


def _columns(records: Sequence[Record]) -> dict[str, str]:
    """Field to heading; where nothing names a claim, every row will be told to have none."""
    seen = Columns()
    for record in records:
        seen.see(record)
    if not any(field_of(name) == "claim" for name in seen.names):
        seen.wanted = next((n for n in seen.names if n.casefold() in _OTHER_CLAIMS), None)
    if seen.wanted or any(field_of(name) == "claim" for name in seen.names):
        return seen.chosen()
    return {"claim": "claim"}


def _labelled(row: ClaimRow, left: Faults, mend: Faults) -> LabelledClaim | None:
    said = label_in(row.values)
    label = label_of(said)
    if said is None:
        left.note(Trouble.NO_LABEL, row.where)
        return None
    if label is None:
        left.note(Trouble.UNKNOWN_LABEL, row.where, repr(" ".join(str(said).split())[:40]))
        return None
    evidence = _texts(row.values)
    whole = tuple(map(whole_characters, evidence))
    if whole != evidence:
        mend.note(Trouble.DAMAGED, f"the evidence of {row.where}")
    return LabelledClaim(
        id=row.id,
        text=row.row.text,
        language=row.language,
        label=label,
        evidence=whole,
        evidence_ids=row.evidence_ids,
        as_of=row.row.as_of,
        tags=row.tags,
        given_id=row.row.id if row.own_id else None,
    )


def _texts(values: Mapping[str, Any]) -> tuple[str, ...]:
    """The evidence texts of a row, however the data set nests them; FEVER's pointers are none."""
    if is_averitec(values):
        return tuple(dict.fromkeys(said for _, said in answers(values)))
    for key in _EVIDENCE:
        value = values.get(key)
        items = value if isinstance(value, list) else [value]
        found = [_text(item) for item in items]
        if any(found):
            return tuple(dict.fromkeys(text for text in found if text))
    return ()


def _text(item: Any) -> str:
    if isinstance(item, dict):
        item = item.get("text", item.get("evidence", item.get("quote")))
    return item.strip() if isinstance(item, str) else ""
