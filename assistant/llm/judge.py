"""A language model as judge, on a leash: it reads, the program counts and checks its quotes.

Citations are held to the passages (`assistant.llm.leash`), the label to the computed figures
(`assistant.llm.computed`, where the rule is stated), the rationale to the evidence that is left
(`assistant.llm.prose`). A label without evidence becomes `NOT_ENOUGH_EVIDENCE`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from assistant.errors import BudgetSpent, MachineError
from assistant.llm.caller import Caller
from assistant.llm.computed import Computed, borne_out, computed
from assistant.llm.leash import Dropped, Shown, fenced, held, neutral, shown
from assistant.llm.meter import metered
from assistant.llm.prompts import Prompt, load_prompt
from assistant.llm.prose import verified
from assistant.llm.schemas import JudgeReply
from assistant.llm.stances import stance_of
from assistant.llm.votes import Vote, decided
from assistant.llm.words import label_word, words
from assistant.types import Claim, Evidence, Judge, Label, Stance, Verdict

_UNSURE = 0.5
"""The most confidence that is left to a label the leash has changed."""


class LLMJudge:
    """Rates claims with one or more chat models; `default` computes and stands by.

    With several `callers` the majority decides, a tie gives `NOT_ENOUGH_EVIDENCE`, and the
    confidence falls with disagreement and with votes that failed (`assistant.llm.votes`).
    """

    def __init__(
        self,
        callers: Sequence[Caller],
        default: Judge,
        *,
        today: date | None = None,
    ) -> None:
        self._callers = tuple(callers)
        self._default = default
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
        """Rate `claim`; see `assistant.types.Judge`.

        A vote that fails is left out and told; when all fail the last failure is raised. Also
        raises `SettingsError` (key, server) and `BudgetSpent` at once.
        """
        base = self._default.judge(claim, candidates)
        if not candidates:
            return replace(base, method=self.name)
        prompt = load_prompt("judge", claim.language)
        passages = shown(candidates)
        with metered() as meter:
            votes = self._votes(prompt, claim, passages, computed(base, passages))
        asked = len(self._callers)
        verdict = decided(claim, votes, asked=asked, method=self.name, prompt_id=prompt.id)
        return replace(verdict, cost=meter.cost, full_cost=meter.full_cost)

    def _votes(
        self, prompt: Prompt, claim: Claim, passages: Sequence[Shown], sums: Computed
    ) -> list[Vote]:
        votes: list[Vote] = []
        failure: MachineError | None = None
        for caller in self._callers:
            try:
                votes.append(self._vote(caller, prompt, claim, passages, sums))
            except BudgetSpent:
                raise
            except MachineError as error:
                failure = error
        if failure is not None and not votes:
            raise failure
        return votes

    def _vote(
        self,
        caller: Caller,
        prompt: Prompt,
        claim: Claim,
        passages: Sequence[Shown],
        sums: Computed,
    ) -> Vote:
        today = (self._today or date.today()).isoformat()
        asked = caller.ask(
            prompt,
            JudgeReply,
            today=today,
            cutoff=claim.as_of.isoformat() if claim.as_of else today,
            claim=neutral(claim.query),
            passages=fenced(passages),
            computed=_printed(passages, sums.base),
        )
        return settled(asked.reply, claim, {p.id: p for p in passages}, sums)


def _printed(passages: Sequence[Shown], base: Verdict) -> str:
    """The default judge's comparisons, by passage id, one a line; "-" when there are none."""
    ids = {p.passage.id: p.id for p in passages}
    lines = [
        f"{ids[e.passage.id]}: {neutral(reason)}"
        for e in base.evidence
        if e.passage.id in ids
        for reason in e.reasons
    ]
    return "\n".join(dict.fromkeys(lines)) or "-"


def settled(reply: JudgeReply, claim: Claim, given: Mapping[str, Shown], sums: Computed) -> Vote:
    """What is left of a reply once quotes, figures and words are checked."""
    say = words(claim.language)
    found = held(reply.citations, given, claim.id)
    notes = [_told(dropped, say) for dropped in found.dropped]
    kept = tuple(stance_of(claim, e, sums.base.evidence) for e in found.evidence)
    label = Label(reply.label)
    if sums.binds(label, kept):
        notes.append(say["arithmetic"].format(label=label_word(label, claim.language)))
        return _default_stands(sums.base, notes)
    left, why = _left(label, claim, kept, sums)
    beside = sums.against(left, kept)
    if why:
        notes.append(say[why].format(label=label_word(label, claim.language)))
    if beside:
        notes.append(say["beside"])
    evidence = (*kept, *beside)
    prose = verified(reply.rationale if left is label else "", claim, evidence, sums.base)
    if prose.dropped:
        notes.append(say["prose"])
    confidence = reply.confidence if left is label else min(reply.confidence, _UNSURE)
    return Vote(left, confidence, evidence, prose.text, tuple(notes))


def _left(
    label: Label, claim: Claim, kept: Sequence[Evidence], sums: Computed
) -> tuple[Label, str]:
    """The label that is left of a model's `label`, and the key of why, "" where it stands."""
    if not _backed(label, kept):
        return Label.NOT_ENOUGH_EVIDENCE, "unbacked"
    tempered = sums.tempered(label)
    if tempered is not label:
        return tempered, "against"
    if sums.outweighed(label, kept):
        return Label.NOT_ENOUGH_EVIDENCE, "outweighed"
    if label is Label.SUPPORTED and not borne_out(claim, kept):
        return Label.NOT_ENOUGH_EVIDENCE, "not_borne_out"
    return label, ""


def _backed(label: Label, evidence: Sequence[Evidence]) -> bool:
    stances = {e.stance for e in evidence}
    if label is Label.SUPPORTED:
        return Stance.SUPPORTS in stances
    if label is Label.REFUTED:
        return Stance.REFUTES in stances
    return label is Label.NOT_ENOUGH_EVIDENCE or bool(stances - {Stance.SILENT})


def _default_stands(base: Verdict, notes: Sequence[str]) -> Vote:
    return Vote(base.label, base.confidence or 0.0, base.evidence, base.rationale, tuple(notes))


def _told(dropped: Dropped, say: Mapping[str, str]) -> str:
    if dropped.why == "addressed":
        return say["addressed"]
    return say["dropped"].format(why=f"{dropped.passage}: {say[dropped.why]}")
