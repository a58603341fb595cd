"""What one evidence sentence says of a claim: strengths for and against, by rules one can read.

Figures decide where a claim states any: what `relate` finds under strict conditions counts in
full, weaker agreements count for less (`WORTH`). Claims without figures are decided by the pair
reader. Everything is worth only as much as the sentence is about the claim (`link`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.evidence import is_given
from assistant.judge.features import Notes
from assistant.quantities import Why
from assistant.types import Evidence, Stance
from index.types import Document, Tier

WORTH = {
    "matched": 0.6,  # the figures agree, but the strict relation is unsure
    "slipped": 0.8,  # the same digits, off by a power of ten
    "elsewhere": 0.7,  # the figure is real but belongs to another period, party or measure
    "near": 0.6,  # a slightly different figure in the same unit, where the link is unsure
    "apart": 0.5,  # another figure in the same unit, taken to tell of the same event
    "borne": 0.36,  # the same, where the sentence bears out the claim and the reader agrees
    "read": 0.4,  # a contradiction that the pair reader hears where figures say nothing
}
NAMED = 0.85
"""Share of the claim's names that what bears it out must mention, there or just before."""

LEAN = 0.6
"""The share of a contradiction that the pair reader hears which support must exceed to be heard:
the reader leans to refutation, on FoolMeTwice pages kept aside and on claims as plain as seeds."""

SPEAKS = 0.1
"""A strength below this is silence: it is shown as silent and backs no verdict."""

DROWNS = 0.5
"""How much of the scale a sentence of less than full standing may set."""

TOPICAL, TOPICAL_WORDS = 0.18, 0.27
"""Where even the best sentence is less about the claim than this, none says anything; the second
is for claims without figures, which hang on the words alone."""

TIED, HALF, TIED_LINK = 0.3, 0.5, 0.3
"""How strongly figures must be tied to something else for a claim not to be simply supported, the
share of its names that must be named there, and the least link of what ties them."""

LOOSE = 0.4
"""A sentence linked less than this share of the best linked one says nothing."""


NEAR = 0.5
"""How closely a sentence must be linked to back a claim that it bears out but says weakly."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One pair read: `link` says how much it is about the claim beside the best one, `supports`
    and `refutes` how strongly it speaks; all 0..1."""

    notes: Notes
    link: float
    supports: float
    refutes: float

    @property
    def evidence(self) -> Evidence:
        """The sentence that was read."""
        return self.notes.evidence

    @property
    def stance(self) -> Stance:
        """What it says, silent when neither strength reaches `SPEAKS` or they are equal."""
        if max(self.supports, self.refutes) < SPEAKS or self.supports == self.refutes:
            return Stance.SILENT
        return Stance.SUPPORTS if self.supports > self.refutes else Stance.REFUTES

    @property
    def strength(self) -> float:
        """How strongly it says so; of silence, how far from speaking it is."""
        top = max(self.supports, self.refutes)
        return 1 - top if self.stance is Stance.SILENT else top


def read(notes: Sequence[Notes]) -> list[Reading]:
    """Read the sentences found for one claim; what is no evidence is silent.

    The best link is that of a document of full standing, within limits, so that a copy of the
    claim of unknown date does not make all others look unrelated.
    """
    usable = [n for n in notes if not n.set_aside]
    best = max((n.topical for n in usable), default=0.0)
    own = max((n.topical for n in usable if standing(n.evidence.document) == 2), default=0.0)
    best = max(own, DROWNS * best)
    borne = max((_link(n, best) * n.value("q_supports") for n in notes), default=0.0)
    if best < (TOPICAL if notes and notes[0].value("amounts") else TOPICAL_WORDS):
        return [Reading(n, _link(n, best), 0.0, 0.0) for n in notes]
    return [_read(n, best, borne) for n in notes]


def standing(document: Document) -> int:
    """2 for documents that are dated, or given by the user, and of more than low standing; 1 for
    undated ones; 0 for those of low standing."""
    if document.tier is Tier.LOW:
        return 0
    return 2 if document.published is not None or is_given(document) else 1


def _link(notes: Notes, best: float) -> float:
    if notes.set_aside or best <= 0:
        return 0.0
    least = TIED_LINK if tied(notes) >= TIED else 0.0
    return min(1.0, max(least, (notes.topical / best - LOOSE) / (1 - LOOSE)))


def tied(notes: Notes) -> float:
    """How strongly a sentence gives the claim's figures to another of its parties or products,
    0..1: one that names at least half of whom the claim names, but not all."""
    if notes.relation.why is not Why.OTHER_PARTY or not HALF <= notes.value("names") < 1:
        return 0.0
    return notes.value("related") * notes.value("matched")


def _read(notes: Notes, best: float, borne: float) -> Reading:
    """`borne`: how well another sentence bears the figures out where they belong; that they are
    also found elsewhere then counts for less."""
    link = _link(notes, best)
    if link <= 0:
        return Reading(notes, 0.0, 0.0, 0.0)
    supports, refutes = _figures(notes, borne) if notes.value("amounts") else _words(notes)
    asserted = 0.1 if notes.value("hypothetical") else 1.0
    least = SPEAKS if link >= NEAR and bears_out(notes) else 0.0
    supports = max(least, link * supports) * asserted
    return Reading(notes, link, round(supports, 5), round(link * refutes, 5))


def bears_out(notes: Notes) -> bool:
    """Whether a sentence bears out all that a claim says: each of its amounts, its period and most
    of its names, there or in what surrounds it, and no denial that the sentence lacks. A claim
    without amounts hangs on its words, which the pair reader must take to be said."""
    value = notes.value
    borne = max(value("matched"), value("nearby"), value("q_complete"))
    amounts = not value("amounts") or borne >= 1
    periods = not value("periods") or max(value("period_matched"), value("period_nearby")) >= 1
    heard = _heard(notes)
    said = heard or (bool(value("amounts")) and not value("both_deny"))
    apart = value("denied") or value("period_apart") or value("mistimed")
    apart = apart or (not value("amounts") and value("q_refutes") >= 1)  # another place in an order
    return amounts and periods and said and value("names") >= NAMED and not apart


def _heard(notes: Notes) -> bool:
    """Whether the pair reader has read the sentence and hears more support than contradiction."""
    return notes.value("reader_supports") > LEAN * notes.value("reader_refutes")


def _said(notes: Notes) -> bool:
    """Whether a sentence that itself names whom the claim names bears it out by the reader's word
    too, not only by rules."""
    return notes.value("names_here") >= NAMED and _heard(notes) and bears_out(notes)


def elsewhere(notes: Notes, borne: float) -> float:
    """How surely the claim's figures are real but belong to something else, 0..1.

    That another period or measure has the same figure says little where a sentence bears it out
    for the claim's own; that others tie it to another party still does.
    """
    found = notes.value("q_elsewhere") * notes.value("matched")
    return found if notes.relation.why is Why.OTHER_PARTY else found * (1 - borne)


def _figures(notes: Notes, borne: float) -> tuple[float, float]:
    value = notes.value
    same_time = 1 - value("period_apart")
    unsure = value("q_silent")
    supports = max(
        value("q_supports"),
        WORTH["matched"] * unsure * value("matched") * same_time,
        WORTH["borne"] * (value("q_elsewhere") and value("matched") >= 1 and _said(notes)),
    )
    refutes = max(
        value("q_refutes"),
        WORTH["slipped"] * value("slipped") * (1 - value("q_elsewhere")),
        WORTH["elsewhere"] * elsewhere(notes, borne),
        WORTH["near"] * unsure * value("near") * same_time * (value("names") >= NAMED),
        WORTH["apart"] * unsure * value("apart") * value("story_refutes") * same_time,
        WORTH["read"] * value("reader_refutes") * (1 - value("q_supports")),
    )
    return supports, refutes


def _words(notes: Notes) -> tuple[float, float]:
    supports, refutes = notes.value("reader_supports"), notes.value("reader_refutes")
    if notes.value("opposed"):
        supports, refutes = 0.5 * supports, max(refutes, 0.5 * supports)
    return supports, refutes
