"""AVeriTeC (Schlichtkrull et al. 2023): claims with questions and the answers found on the web."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from assistant.evaluation.datasets.build import day_of, document_of, language_for, query_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.labels import require_label
from assistant.evaluation.types import LabelledClaim, RetrievalSet
from index.types import Document


def is_averitec(row: dict[str, Any]) -> bool:
    """Whether `row` is a claim with AVeriTeC's questions."""
    return "claim" in row and isinstance(row.get("questions"), list)


def averitec_claim(row: dict[str, Any], number: int) -> LabelledClaim:
    """The claim of `row` with its answers as evidence. Raises `InputError` for a bad label."""
    text = str(row["claim"])
    return LabelledClaim(
        id=str(row.get("claim_id", row.get("id", number - 1))),
        text=text,
        language=language_for(row.get("lang"), text),
        label=require_label(row.get("label"), f"claim {number}"),
        evidence=tuple(dict.fromkeys(said for _, said in _answers(row))),
        as_of=day_of(row.get("claim_date")),
        tags=tuple(str(t) for t in row.get("claim_types") or ()),
    )


def load_averitec(name: str, found: list[dict[str, Any]]) -> RetrievalSet:
    """Claims as queries and all answers as documents; a claim's own answers are relevant."""
    documents: dict[str, Document] = {}
    queries, qrels = [], Qrels()
    for number, row in enumerate(found, 1):
        key = str(row.get("claim_id", row.get("id", number - 1)))
        queries.append(query_of(key, str(row["claim"]), language=str(row.get("lang") or "")))
        for url, said in _answers(row):
            digest = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:12]
            documents.setdefault(digest, document_of(digest, "", said, extra={"url": url}))
            qrels.setdefault(key, {})[digest] = 1
    return retrieval_set(name, list(documents.values()), queries, qrels)


def _answers(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """(address, text) of each answer; a yes or no stands with its question."""
    for question in row.get("questions") or ():
        if not isinstance(question, dict):
            continue
        for answer in question.get("answers") or ():
            if not isinstance(answer, dict):
                continue
            said = str(answer.get("answer") or "").strip()
            if answer.get("answer_type") == "Boolean":
                why = str(answer.get("boolean_explanation") or "").strip()
                said = f"{question.get('question', '')} {said}. {why}".strip()
            if said and answer.get("answer_type") != "Unanswerable":
                yield str(answer.get("source_url") or ""), said
