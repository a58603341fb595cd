"""AVeriTeC (Schlichtkrull et al. 2023): claims with questions and the answers found on the web."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

from assistant.evaluation.datasets.build import whole_characters


def is_averitec(values: Mapping[str, Any]) -> bool:
    """Whether a row has AVeriTeC's questions."""
    return isinstance(values.get("questions"), list)


def answers(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """(address, text) of each answer; a yes or no stands with its question."""
    for question in values.get("questions") or ():
        found = question.get("answers") if isinstance(question, dict) else None
        for answer in found if isinstance(found, list) else ():
            if not isinstance(answer, dict):
                continue
            said = str(answer.get("answer") or "").strip()
            if answer.get("answer_type") == "Boolean":
                why = str(answer.get("boolean_explanation") or "").strip()
                said = f"{question.get('question', '')} {said}. {why}".strip()
            if said and answer.get("answer_type") != "Unanswerable":
                yield str(answer.get("source_url") or ""), whole_characters(said)


def answer_id(said: str) -> str:
    """What an answer is called as a document: equal answers are one document."""
    return hashlib.sha256(said.encode("utf-8")).hexdigest()[:12]
