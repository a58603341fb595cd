"""A language model as judge, on a leash: it reads, the program counts and checks its quotes.

The rule where the two part: if the figures of the evidence settle the default verdict and the
model says the opposite, the default verdict stands and the rationale says so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.judge.addressed import no_evidence
from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger, total_cost
from assistant.llm.leash import Shown, fenced, held, neutral, shown
from assistant.llm.prompts import Prompt, load_prompt
from assistant.llm.schemas import JudgeReply
from assistant.llm.words import words
from assistant.quantities import Relation, relate
from assistant.types import Claim, Cost, Evidence, Judge, Label, Stance, Verdict

_OPPOSITE = {Label.SUPPORTED: Label.REFUTED, Label.REFUTED: Label.SUPPORTED}
_NEEDS = {Label.SUPPORTED: {Stance.SUPPORTS}, Label.REFUTED: {Stance.REFUTES}}


@dataclass(frozen=True, slots=True)
class _Vote:
    label: Label
    confidence: float
    evidence: tuple[Evidence, ...]
    rationale: str
    notes: tuple[str, ...]
    cost: Cost


class LLMJudge:
    """Rates claims with one or more chat models; `default` computes and stands by.

    With several `callers` the majority decides, a tie gives `NOT_ENOUGH_EVIDENCE`, and the
    confidence falls with disagreement.
    """

    def __init__(
        self,
        callers: Sequence[Caller],
        default: Judge,
        *,
        ledger: Ledger,
        today: date | None = None,
    ) -> None:
        self._callers = tuple(callers)
        self._default = default
        self._ledger = ledger
        self._today = today

    @property
    def name(self) -> str:
        """The models that judge, votes of one model counted."""
        votes = Counter(caller.name for caller in self._callers)
        return "llm:" + ",".join(n if k == 1 else f"{n}*{k}" for n, k in votes.items())

    @property
    def fingerprint(self) -> str:
        """Models, wording of the prompts, and the default judge."""
        prompts = ",".join(load_prompt("judge", language).id for language in ("th", "en"))
        return f"{self.name}|{prompts}|{self._default.fingerprint}"

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        """Rate `claim`; see `assistant.types.Judge`. Also raises `SettingsError` (key, server)."""
        base = self._default.judge(claim, candidates)
        if not candidates:
            return replace(base, method=self.name)
        prompt = load_prompt("judge", claim.language)
        passages = shown(candidates)
        votes = [self._vote(caller, prompt, claim, passages, base) for caller in self._callers]
        return _decided(claim, votes, method=self.name, prompt_id=prompt.id)

    def _vote(
        self,
        caller: Caller,
        prompt: Prompt,
        claim: Claim,
        passages: Sequence[Shown],
        base: Verdict,
    ) -> _Vote:
        today = (self._today or date.today()).isoformat()
        asked = caller.ask(
            prompt,
            JudgeReply,
            today=today,
            cutoff=claim.as_of.isoformat() if claim.as_of else today,
            claim=neutral(claim.query),
            passages=fenced(passages),
            computed=_computed(claim, passages, base),
        )
        cost = self._ledger.cost_of(asked.input_tokens, asked.output_tokens)
        return _settled(asked.reply, claim, {p.id: p for p in passages}, base, cost)


def _computed(claim: Claim, passages: Sequence[Shown], base: Verdict) -> str:
    """The default judge's comparisons, by passage id, one a line; "-" when there are none."""
    ids = {p.passage.id: p.id for p in passages}
    lines = [
        f"{ids[e.passage.id]}: {neutral(reason)}"
        for e in base.evidence
        if e.passage.id in ids
        for reason in e.reasons
    ]
    return "\n".join(dict.fromkeys(lines)) or "-"


def _settled(
    reply: JudgeReply, claim: Claim, given: Mapping[str, Shown], base: Verdict, cost: Cost
) -> _Vote:
    """What is left of a reply once quotes and figures are checked."""
    say = words(claim.language)
    found = held(reply.citations, given, claim.id)
    notes = [say["dropped"].format(why=why) for why in found.dropped]
    evidence = []
    for e in found.evidence:
        if no_evidence(e.quote):
            notes.append(say["addressed"])
        else:
            evidence.append(_counted(claim, e))
    label, confidence = Label(reply.label), reply.confidence
    if _figures_say(base, _OPPOSITE.get(label)):
        notes.append(say["arithmetic"])
        return _Vote(
            base.label, base.confidence or 0.0, base.evidence, base.rationale, tuple(notes), cost
        )
    if not _backed(label, evidence):
        notes.append(say["unbacked"])
        label, confidence = Label.NOT_ENOUGH_EVIDENCE, min(confidence, 0.5)
    return _Vote(label, confidence, tuple(evidence), reply.rationale, tuple(notes), cost)


def _counted(claim: Claim, evidence: Evidence) -> Evidence:
    """`evidence` with the stance that its figures compute to, where they speak at all."""
    relation = _relation(claim, evidence)
    if relation.stance is Stance.SILENT:
        return evidence
    reason = relation.reason_th if claim.language == "th" else relation.reason_en
    return replace(evidence, stance=relation.stance, reasons=(reason,))


def _relation(claim: Claim, evidence: Evidence) -> Relation:
    return relate(claim.query, evidence.quote, context=evidence.document.title)


def _figures_say(base: Verdict, label: Label | None) -> bool:
    """Whether the default verdict is `label` and rests on computed comparisons."""
    if label is None or base.label is not label:
        return False
    return any(
        e.stance in _NEEDS[label] and _relation(base.claim, e).stance is e.stance
        for e in base.evidence
    )


def _backed(label: Label, evidence: Sequence[Evidence]) -> bool:
    stances = {e.stance for e in evidence}
    if label is Label.NOT_ENOUGH_EVIDENCE:
        return True
    if label is Label.CONFLICTING:
        return bool(stances - {Stance.SILENT})
    return bool(stances & _NEEDS[label])


def _decided(claim: Claim, votes: Sequence[_Vote], *, method: str, prompt_id: str) -> Verdict:
    """The majority of `votes`; a tie gives `NOT_ENOUGH_EVIDENCE`."""
    say = words(claim.language)
    counts = Counter(vote.label for vote in votes).most_common()
    tied = len(counts) > 1 and counts[0][1] == counts[1][1]
    label = Label.NOT_ENOUGH_EVIDENCE if tied else counts[0][0]
    winners = [v for v in votes if v.label is label] or list(votes)
    agreeing = [v.confidence for v in votes if v.label is label]
    notes = list(dict.fromkeys(note for v in votes for note in v.notes))
    if len(counts) > 1:
        told = ", ".join(f"{name.value} {times}" for name, times in counts)
        notes.append(say["votes"].format(votes=told))
    return Verdict(
        claim=claim,
        label=label,
        confidence=sum(agreeing) / len(votes) if agreeing else 1 / len(votes),
        evidence=winners[0].evidence,
        rationale=" ".join(filter(None, (winners[0].rationale.strip(), *notes))),
        method=method,
        prompt_id=prompt_id,
        cost=total_cost(v.cost for v in votes),
    )
