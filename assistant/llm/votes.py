"""Several readings of one claim, and the verdict they give together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.llm.words import label_word, words
from assistant.types import Claim, Evidence, Label, Verdict


@dataclass(frozen=True, slots=True)
class Vote:
    """What is left of one reply once quotes and figures are checked; `notes` say what was changed
    or dropped. `rationale` is "" where nothing of it may be shown."""

    label: Label
    confidence: float
    evidence: tuple[Evidence, ...]
    rationale: str
    notes: tuple[str, ...]


def decided(
    claim: Claim, votes: Sequence[Vote], *, asked: int, method: str, prompt_id: str
) -> Verdict:
    """The verdict of the `votes` that were answered, one at least, of the `asked` ones.

    The label with most votes wins; a tie gives `NOT_ENOUGH_EVIDENCE`, without a rationale. The
    confidence is the sum of the winners' over all votes asked for, so that votes against it and
    votes that failed both lower it.
    """
    say = words(claim.language)
    counts = Counter(vote.label for vote in votes).most_common()
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    label = Label.NOT_ENOUGH_EVIDENCE if tied else counts[0][0]
    winners = [v for v in votes if v.label is label]
    notes = list(dict.fromkeys(note for v in votes for note in v.notes))
    if len(counts) > 1:
        told = ", ".join(f"{label_word(name, claim.language)} {times}" for name, times in counts)
        notes.append(say["votes"].format(votes=told))
    if len(votes) < asked:
        notes.append(say["answered"].format(answered=len(votes), asked=asked))
    return Verdict(
        claim=claim,
        label=label,
        confidence=sum(v.confidence for v in winners) / asked if winners else 1 / asked,
        evidence=_together(winners if winners and not tied else votes),
        rationale="\n".join(filter(None, ("" if tied else winners[0].rationale, *notes))),
        method=method,
        prompt_id=prompt_id,
    )


def _together(votes: Sequence[Vote]) -> tuple[Evidence, ...]:
    """The evidence of `votes`, each sentence once, as the first of them took it."""
    kept: dict[tuple[str, int, int], Evidence] = {}
    for evidence in (e for vote in votes for e in vote.evidence):
        key = (evidence.document.id, evidence.quote_start, evidence.quote_end)
        kept.setdefault(key, evidence)
    return tuple(kept.values())
