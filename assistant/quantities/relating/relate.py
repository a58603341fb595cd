"""Two sentences: do their figures speak of the same thing, and do they agree?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.quantities.compare import Comparison, Why
from assistant.quantities.linking.compounds import date_apart
from assistant.quantities.linking.denials import (
    denial_denied,
    denied_alone,
    denied_beyond,
    left_out,
    undone,
)
from assistant.quantities.linking.items import out_of_all
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.matter import evenly_spaced, to_the_point, untold
from assistant.quantities.linking.models import other_model, other_number
from assistant.quantities.linking.modes import ends_apart, modes_apart
from assistant.quantities.linking.named import (
    other_party,
    told_of_others,
)
from assistant.quantities.linking.names_heard import named_at
from assistant.quantities.linking.namesakes import namesakes
from assistant.quantities.linking.number_of import numbers_another
from assistant.quantities.linking.parties import accumulated, misnumbered, strangers, swapped
from assistant.quantities.linking.ranks import only_counted
from assistant.quantities.linking.relative_times import told_of_other_days
from assistant.quantities.linking.spells import spells_apart
from assistant.quantities.linking.states import opposed
from assistant.quantities.linking.told import (
    converse,
    elsewhere,
    exchanged,
    foreign,
    named_otherwise,
    of_the_same,
    other_firm,
)
from assistant.quantities.linking.unheard import rows_apart, summed_with_others, unheard
from assistant.quantities.relating.dates import dated, other_end, other_event
from assistant.quantities.relating.figure import compared_figure
from assistant.quantities.relating.judged import silenced, without_taken
from assistant.quantities.relating.placings import misplaced
from assistant.quantities.relating.reckoning import as_parts, parted, reckoned, shown, weighed
from assistant.quantities.relating.relation import Relation, placed, summary, turned
from assistant.quantities.relating.stories import story
from assistant.quantities.relating.unsettled import counted_alone
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame, frame
from assistant.quantities.sentence.headline import in_sentence_case
from assistant.quantities.sentence.once import dated_back
from assistant.quantities.words.english_rules import NONE_OF
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def relate(
    claim: str,
    evidence: str,
    *,
    claim_as_of: date | None = None,
    evidence_as_of: date | None = None,
    context: str = "",
    same_story: bool = False,
) -> Relation:
    """Compare the figures of two sentences where they speak of the same thing.

    `context` is what stands before the evidence (title, earlier sentences), where its party or
    period may be named. With `same_story` the two are known to tell of one event, so that names
    need not be found again and a bare denial counts; without it an unsure link is silent.
    """
    spaced, heard = evenly_spaced(claim), evenly_spaced(evidence)
    ours, others = _matter(spaced, heard), _matter(heard, spaced)
    one, two = in_sentence_case(spaced[slice(*ours)]), in_sentence_case(heard[slice(*others)])
    mine = frame(one, claim_as_of, named_at(one, two))
    theirs = frame(two, evidence_as_of, named_at(two, one))
    found = _told(mine, theirs, context, same_story)
    return placed(found, (claim, ours[0]), (evidence, others[0]))


def _matter(text: str, other: str) -> tuple[int, int]:
    """Where the part of a text stands that is laid beside `other`."""
    start, end = to_the_point(text, other)
    first, last = untold(text[start:end])
    return start + first, start + last


def _told(mine: Frame, theirs: Frame, context: str, same_story: bool) -> Relation:
    """The relation of two sentences, with sums and parts that have to be reckoned first."""
    found = _related(mine, theirs, context, same_story)
    if told := reckoned(mine, theirs):
        again = _related(mine, told.frame, context, same_story)
        return weighed(found, shown(again, told), told)
    if told := parted(mine, theirs):
        return as_parts(found, _related(told.frame, theirs, context, same_story), told)
    return found


def _related(mine: Frame, theirs: Frame, context: str, same_story: bool) -> Relation:
    settled = story(mine, theirs) if same_story else counted_alone(mine, theirs, context)
    if settled is not None:
        return Relation(*settled)
    if not mine.facts:
        found = _dated(mine, theirs, context, same_story)
    else:
        found = _figures(mine, theirs, context, same_story)
    return _polarity(summary(found), mine, theirs, same_story)


def _polarity(found: Relation, mine: Frame, theirs: Frame, same_story: bool) -> Relation:
    """Turn or silence a relation where one side denies, or only expects, what the other says."""
    if found.stance is Stance.SILENT:
        return found
    if theirs.has(Topic.UNDECIDED) and not mine.has(Topic.UNDECIDED):
        return turned(found, Stance.SILENT, Why.UNSURE)
    state = opposed(mine, theirs, found.comparisons)
    if found.stance is Stance.REFUTES and found.comparisons:
        # 60% passed, 40% failed; new loans, loans outstanding
        apart = state is not None and state[0] is not Stance.SUPPORTS
        apart = apart and any(c.why is not Why.OTHER_CURRENCY for c in found.comparisons)
        return turned(found, Stance.SILENT, Why.UNSURE) if apart else found
    if found.stance is not Stance.SUPPORTS or found.why is Why.COMPLEMENT:
        return found
    if (why := _placed_apart(found, mine, theirs, same_story)) is not None:
        stance = Stance.REFUTES if same_story and why is Why.DIRECTION else Stance.SILENT
        return turned(found, stance, why)
    if state is not None and state[0] is not Stance.SUPPORTS:
        favoured = any(v.startswith(_FAVOUR) for v in mine.ids(Topic.STATE))
        both = favoured and all(_of_a_part(c) for c in found.comparisons)
        stance = state[0] if same_story and not both else Stance.SILENT
        return turned(found, stance, state[1])
    if (way := denial_denied(mine, theirs)) is not None:
        return turned(found, way if same_story else Stance.SILENT, Why.NEGATED)
    if same_story and _none_stopped(mine) != _none_stopped(theirs):
        return turned(found, Stance.REFUTES, Why.NEGATED)
    if left_out(mine, theirs):
        return turned(found, Stance.SILENT, Why.OTHER_MEASURE)
    alone = same_story and state is None and denied_alone(mine, theirs)
    if alone and not denied_beyond(found.comparisons, theirs):
        return turned(found, Stance.REFUTES, Why.NEGATED)
    if way := undone(mine, theirs) or undone(theirs, mine):
        return turned(found, way if same_story else Stance.SILENT, Why.NEGATED)
    return found


def _none_stopped(one: Frame) -> bool:
    """Whether a sentence says that none has stopped: none of the three routes has closed."""
    return {"no", "stopped"} <= one.ids(Topic.NEGATION) and NONE_OF.search(one.text) is not None


def _of_a_part(found: Comparison) -> bool:
    """Whether a share is so small that as many may do the opposite: two in five back him, two in
    five oppose him."""
    high, whole = found.evidence.high, _WHOLES.get(found.evidence.kind)
    return whole is not None and isinstance(high, Decimal) and 0 < 2 * high <= whole


_FAVOUR = "favour:"
_WHOLES = {"ratio": Decimal(1), "percent": Decimal(100)}


def _placed_apart(found: Relation, mine: Frame, theirs: Frame, same_story: bool) -> Why | None:
    """What keeps a figure that agrees from proving a claim: another mode, another place in an
    order, the other end of several values; None where nothing does."""
    if any(modes_apart(c, mine, theirs) for c in found.comparisons):
        return Why.OTHER_ACT
    if not same_story and misplaced(mine, theirs) is not None:
        return Why.OTHER_PARTY
    return Why.DIRECTION if ends_apart(mine, theirs) else None


def _apart(mine: Frame, theirs: Frame, same_story: bool) -> Why | None:
    """What keeps every figure of the two sentences apart, None when nothing does."""
    if why := other_subject(mine, theirs, same_story=same_story):
        return why
    if spells_apart(mine, theirs) or told_of_other_days(mine, theirs):
        return Why.OTHER_PERIOD
    if (
        misnumbered(mine, theirs)
        or other_model(mine, theirs)
        or other_number(mine, theirs)
        or swapped(mine, theirs)
    ):
        return Why.OTHER_PARTY
    if strangers(mine, theirs) or elsewhere(mine, theirs) or namesakes(mine, theirs):
        return Why.OTHER_PARTY
    if other_firm(mine, theirs):
        return Why.OTHER_PARTY
    if summed_with_others(mine, theirs) or rows_apart(mine, theirs):
        return Why.OTHER_PARTY
    if exchanged(mine, theirs) or converse(mine, theirs) or of_the_same(mine, theirs):
        return Why.OTHER_MEASURE
    if foreign(mine, theirs):
        return Why.UNSURE
    return Why.OTHER_MEASURE if accumulated(mine, theirs) else None


def _dated(mine: Frame, theirs: Frame, context: str, same_story: bool) -> list[Comparison]:
    """The dates of a claim that states nothing but dates."""
    if not same_story or not theirs.dates or _apart(mine, theirs, same_story):
        return []
    if other_event(mine, theirs) or other_end(mine, theirs):
        return []
    found = [dated(mine, i, theirs) for i in range(len(mine.dates))]
    denied = mine.has(Topic.NEGATION) and theirs.has(Topic.NEGATION)
    if denied and mine.has(Topic.FUTURE) != theirs.has(Topic.FUTURE):  # neither then nor then
        found = [silenced(c, Why.OTHER_PERIOD) if c.stance is Stance.REFUTES else c for c in found]
    if _of_strangers(found, mine, theirs, context):
        return []
    return _unproved(found) if only_counted(mine, theirs) else found


def _of_strangers(found: list[Comparison], mine: Frame, theirs: Frame, context: str) -> bool:
    """Whether what decides is told of parties of whom the other sentence names none, and nothing
    before it can have named them."""
    decided = any(c.stance is not Stance.SILENT for c in found)
    return decided and not context and unheard(mine.text, theirs.text)


def _unproved(found: list[Comparison]) -> list[Comparison]:
    """Comparisons of which none proves the claim any more."""
    return [silenced(c, Why.UNSURE) if c.stance is Stance.SUPPORTS else c for c in found]


def _figures(mine: Frame, theirs: Frame, context: str, same_story: bool) -> list[Comparison]:
    compared = [compared_figure(fact, mine, theirs, context, same_story) for fact in mine.facts]
    speaks = any(one is not None and one.stance is not Stance.SILENT for one in compared)
    subject = _of_another(mine, theirs, context, same_story) if speaks else None
    found, missing, unmet, several = [], False, False, False
    for fact, one in zip(mine.facts, compared, strict=True):
        if one is not None and subject is not None and one.stance is not Stance.SILENT:
            one = silenced(one, subject)
        if (
            one is not None
            and not same_story
            and (_of_others(one, mine, theirs) or out_of_all(mine, theirs))
        ):
            one = silenced(one, Why.UNSURE)
        if one is not None:
            found.append(one)
        missing = missing or (one is None and (_weighty(fact) or _named_count(fact, mine)))
        several = several or (one is None and _counts_several(fact))
        unmet = unmet or (one is None and _needed(fact, mine))
    if several and all(c.claim.kind == "duration" for c in found):
        unmet = True  # how long it went on, not how many
    unmet = unmet or numbers_another(mine, theirs)
    found = without_taken(found, mine)
    if same_story and _of_strangers(found, mine, theirs, context):
        return [c if c.stance is Stance.SILENT else silenced(c, Why.OTHER_PARTY) for c in found]
    if unmet or (same_story and (missing or _apart_beside(mine, theirs))):
        found = _unproved(found)
    return found


def _of_another(mine: Frame, theirs: Frame, context: str, same_story: bool) -> Why | None:
    """What keeps every figure apart, within one story or outside it, None when nothing does."""
    subject = _apart(mine, theirs, same_story)
    if subject is None and not same_story:
        subject = other_party(mine.text, theirs.text, context)
    return subject


def _needed(fact: Fact, mine: Frame) -> bool:
    """Whether a figure without a counterpart keeps the others from proving the claim, even in
    another story: a part, how long ago, what a figure is per (so much per 100 km)."""
    start = fact.quantity.start
    per = any(m.has(Topic.PER) and 0 <= start - m.end <= 1 for m in mine.mentions)
    times = fact.quantity.unit == "times"
    return per or times or fact.share == "part" or dated_back(fact, mine.mentions)


def _apart_beside(mine: Frame, theirs: Frame) -> bool:
    """Whether something beside the figures keeps figures that agree from proving the claim."""
    if date_apart(mine, theirs) or named_otherwise(mine, theirs):
        return True
    return only_counted(mine, theirs)


def _of_others(found: Comparison, mine: Frame, theirs: Frame) -> bool:
    """Whether a figure that agrees is told of parties that the claim does not name."""
    if found.stance is not Stance.SUPPORTS:
        return False
    start = found.evidence.start
    told = (f for f in theirs.facts if f.quantity.start == start)
    return any(told_of_others(mine.text, fact) for fact in told)


def _weighty(fact: Fact) -> bool:
    """Whether a figure without a counterpart leaves the claim unproved: not "the two of them"."""
    counted = fact.quantity.kind == "count" and (fact.figure.scaled or fact.share == "part")
    one = fact.quantity.low == fact.figure.factor  # a kilogram costs so much
    return counted or (fact.quantity.kind in _WEIGHTY and not one)


_WEIGHTY = frozenset({
    "money", "percent", "ratio", "times", "rate", "mass", "volume", "area", "energy", "power",
    "length",
})  # fmt: skip


def _named_count(fact: Fact, mine: Frame) -> bool:
    """Whether a figure is the last of a claim and counts several of something: nine members."""
    return fact is mine.facts[-1] and _counts_several(fact)


def _counts_several(fact: Fact) -> bool:
    """Whether a figure counts several of something named."""
    low = fact.quantity.low
    return bool(fact.figure.noun) and isinstance(low, Decimal) and low >= _SEVERAL


_SEVERAL = 3
