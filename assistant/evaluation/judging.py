"""Putting labelled claims before a judge, with evidence retrieved or given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.errors import JingmaiError
from assistant.evaluation.classification import Outcome
from assistant.evaluation.types import LabelledClaim, Progress
from assistant.evidence import given
from assistant.types import Claim, Judge, Label, Verdict

_STEP = 25


def judged_by_checker(
    checker: Checker, claims: Sequence[LabelledClaim], *, progress: Progress | None = None
) -> Iterator[Verdict]:
    """Rate `claims` against the checker's library, in order."""
    waiting = [_claim(c) for c in claims]
    for number, verdict in enumerate(checker.judge_claims(waiting), 1):
        _tell(progress, number, len(waiting))
        yield verdict


def judged_with_given(
    judge: Judge, claims: Sequence[LabelledClaim], *, progress: Progress | None = None
) -> Iterator[Verdict]:
    """Rate `claims` by the evidence they bring along; nothing is retrieved."""
    for number, labelled in enumerate(claims, 1):
        claim = _claim(labelled)
        try:
            verdict = judge.judge(claim, given(claim, labelled.evidence))
        except JingmaiError as error:
            verdict = Verdict(claim, Label.UNJUDGED, None, (), "", judge.name, problem=str(error))
        _tell(progress, number, len(claims))
        yield verdict


def outcome_of(labelled: LabelledClaim, verdict: Verdict) -> Outcome:
    """The verdict beside the right label."""
    return Outcome(
        id=labelled.id,
        gold=labelled.label,
        predicted=verdict.label,
        confidence=verdict.confidence,
        language=labelled.language,
        tags=labelled.tags,
        problem=verdict.problem,
    )


def _claim(labelled: LabelledClaim) -> Claim:
    return claim_of(labelled.text, id=labelled.id, as_of=labelled.as_of, language=labelled.language)


def _tell(progress: Progress | None, done: int, total: int) -> None:
    if progress and (done % _STEP == 0 or done == total):
        progress("judging", done, total)
