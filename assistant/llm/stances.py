"""What a cited sentence says of a claim: the model's word for it, held to figures and denials."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.bearing import mark
from assistant.evidence import context_of, is_given
from assistant.judge.aggregate import CLEARLY
from assistant.judge.cues import cues_in
from assistant.quantities import Relation, Why, relate
from assistant.types import Claim, Evidence, Stance

_MARKED = {"✓": Stance.SUPPORTS, "✗": Stance.REFUTES}
_OPENING = 14
"""Code points in which a sentence says that it only supposes something."""

_FALSE = {
    "en": r"\b(?:false(?:ly|hoods?)?|untrue|not true|incorrect(?:ly)?|inaccurate|wrong(?:ly)?"
    r"|fake[sd]?|hoax(?:es)?|myths?|bogus|fabricated|debunk(?:s|ed)|baseless|unfounded"
    r"|[dm]isinformation)\b",
    "th": r"เป็นเท็จ|ไม่(?:เป็น(?:ความ)?)?จริง|ข่าว(?:ปลอม|ลวง|ลือ)|ไม่ถูกต้อง|บิดเบือน|แต่งขึ้น|โกหก|หลอกลวง",
}
_CALLED_FALSE = re.compile("|".join(_FALSE.values()), re.IGNORECASE)


def says(evidence: Evidence) -> Stance:
    """What the printed comparison of `evidence` settles; silent where it settles nothing, or
    where the words of the sentence were found to outweigh it."""
    stance = _MARKED.get(mark(evidence.reasons), Stance.SILENT)
    return stance if stance is evidence.stance else Stance.SILENT


def stance_of(claim: Claim, cited: Evidence, judged: Sequence[Evidence]) -> Evidence:
    """`cited` with the stance that is left of the model's.

    - A sentence that only asks something, or begins by supposing it, is silent, unless the claim
      does so too.
    - Where figures speak they give the stance: in a sentence of the default judge, whose evidence
      `judged` is, by the comparison printed with it, else by the same comparison made here.
    - Where only one of sentence and claim denies, or calls something false, figures say nothing,
      and the sentence cannot support: never when it calls something false, else not when the
      figures are what is denied or the default judge clearly hears its words refute.
    """
    if _supposed(cited.quote) and not _supposed(claim.query):
        return replace(cited, stance=Stance.SILENT)
    printed = [e for e in judged if overlap(e, cited)]
    relation = _relation(claim, cited)
    told = min((e for e in printed if e.reasons), key=_telling, default=None)
    reasons = told.reasons if told else _reason(relation, claim)
    if turned(claim, cited):
        denied = relation.why is Why.NEGATED or called_false(claim, cited) or _heard(printed)
        silent = denied and cited.stance is Stance.SUPPORTS
        return replace(cited, stance=Stance.SILENT if silent else cited.stance, reasons=reasons)
    if told:
        return replace(cited, stance=_agreed(cited.stance, told), reasons=reasons)
    if relation.stance is Stance.SILENT:
        return cited
    return replace(cited, stance=relation.stance, reasons=reasons)


def turned(claim: Claim, evidence: Evidence) -> bool:
    """Whether one of the two denies, or calls something false, and the other does not."""
    denies = "negation" in cues_in(claim.query), "negation" in cues_in(evidence.quote)
    return denies[0] != denies[1] or called_false(claim, evidence)


def called_false(claim: Claim, evidence: Evidence) -> bool:
    """Whether the sentence calls something false, and the claim does not."""
    return bool(_CALLED_FALSE.search(evidence.quote)) and not _CALLED_FALSE.search(claim.query)


def overlap(one: Evidence, other: Evidence) -> bool:
    """Whether two quotations share words of one document."""
    return (
        one.document.id == other.document.id
        and one.quote_start < other.quote_end
        and other.quote_start < one.quote_end
    )


def _heard(judged: Sequence[Evidence]) -> bool:
    """Whether the default judge clearly hears one of these sentences refute by its words."""
    return any(e.stance is Stance.REFUTES and not e.reasons and e.score >= CLEARLY for e in judged)


def _supposed(sentence: str) -> bool:
    """Whether a sentence asks something, or begins with what it depends on."""
    opening = sentence.lstrip("\"'“‘«([ ")[:_OPENING]
    return "question" in cues_in(sentence) or "condition" in cues_in(opening)


def _telling(evidence: Evidence) -> int:
    """Of several sentences the one that figures refute by comes first, then one they support by."""
    return (Stance.REFUTES, Stance.SUPPORTS, Stance.SILENT).index(says(evidence))


def _agreed(cited: Stance, told: Evidence) -> Stance:
    """The stance of a sentence cited as `cited` whose printed comparison is that of `told`."""
    if says(told) is not Stance.SILENT:
        return told.stance
    figures_say = _MARKED.get(mark(told.reasons), Stance.SILENT)
    apart = Stance.SILENT not in (cited, figures_say) and cited is not figures_say
    return Stance.SILENT if apart and told.stance is not cited else cited


def _reason(relation: Relation, claim: Claim) -> tuple[str, ...]:
    if relation.stance is Stance.SILENT:
        return ()
    return (relation.reason_th if claim.language == "th" else relation.reason_en,)


def _relation(claim: Claim, evidence: Evidence) -> Relation:
    """As the default judge compares them."""
    return relate(
        claim.query,
        evidence.quote,
        claim_as_of=claim.as_of,
        evidence_as_of=evidence.document.published,
        context=context_of(evidence),
        same_story=is_given(evidence.document),
    )
