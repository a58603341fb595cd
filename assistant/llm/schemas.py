"""What a language model must answer with, task by task (pydantic, sent as JSON schema)."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from assistant.types import VERDICT_LABELS, Stance

LabelWord = Literal["supported", "refuted", "conflicting", "not_enough_evidence"]
StanceWord = Literal["supports", "refutes", "silent"]

# The literals above are for the schema; this holds them to the one enum.
assert set(LabelWord.__args__) == {label.value for label in VERDICT_LABELS}  # type: ignore[attr-defined]
assert set(StanceWord.__args__) == {stance.value for stance in Stance}  # type: ignore[attr-defined]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Citation(_Strict):
    """A quotation from one of the given passages."""

    passage: str = Field(description="the passage's id, such as p1")
    quote: str = Field(description="copied letter for letter from that passage")
    stance: StanceWord


class JudgeReply(_Strict):
    """The rating of one claim."""

    label: LabelWord
    confidence: float = Field(ge=0, le=1)
    rationale: str
    citations: list[Citation]


class ExtractedClaim(_Strict):
    """One claim found in an article."""

    quote: str = Field(description="copied letter for letter from the article")
    self_contained: str
    speaker: str | None
    check_worthiness: float = Field(ge=0, le=1)
    ambiguous: list[str]


class ExtractReply(_Strict):
    """The claims of a part of an article."""

    claims: list[ExtractedClaim]


class QueriesReply(_Strict):
    """Search queries for one claim."""

    thai: list[str]
    english: list[str]


class AnswerSentence(_Strict):
    """One sentence and the numbers of the evidence that backs it."""

    text: str
    evidence: list[int]


class AnswerReply(_Strict):
    """An answer in sentences."""

    sentences: list[AnswerSentence]
