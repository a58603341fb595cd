"""Two sentences: do their figures speak of the same thing, and do they agree?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from assistant.quantities.compare import OPEN_ENDED, Comparison, Why
from assistant.quantities.linking.compounds import date_apart
from assistant.quantities.linking.denials import (
    denial_denied,
    denied_alone,
    denied_beyond,
    left_out,
    undone,
)
from assistant.quantities.linking.items import out_of_all
from assistant.quantities.linking.link import link, other_subject
from assistant.quantities.linking.listed import of_another
from assistant.quantities.linking.modes import modes_apart
from assistant.quantities.linking.moods import (
    one_denies,
    only_meant,
    planned,
    poles_differ,
)
from assistant.quantities.linking.named import (
    anothers,
    borne_by_another,
    names_all,
    names_its_parties,
    other_party,
    told_of_others,
)
from assistant.quantities.linking.namesakes import namesakes
from assistant.quantities.linking.number_of import numbers_another
from assistant.quantities.linking.pairing import same_size
from assistant.quantities.linking.parties import accumulated, misnumbered, strangers, swapped
from assistant.quantities.linking.periods import period_clash, period_known
from assistant.quantities.linking.ranks import only_counted
from assistant.quantities.linking.spells import spells_apart
from assistant.quantities.linking.states import opposed
from assistant.quantities.linking.told import (
    against_another,
    elsewhere,
    exchanged,
    foreign,
    named_otherwise,
    unlike_told,
)
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.relating.ceilings import capped
from assistant.quantities.relating.change import changes, told
from assistant.quantities.relating.dates import dated, other_event
from assistant.quantities.relating.ends import at_edge, negative, once, signed
from assistant.quantities.relating.growth import by_factor, by_step
from assistant.quantities.relating.judged import judged, restated, silenced, voted, without_taken
from assistant.quantities.relating.lasting import lasted
from assistant.quantities.relating.margins import margin
from assistant.quantities.relating.over_time import over_time
from assistant.quantities.relating.part_of_time import bounds_the_whole
from assistant.quantities.relating.portions import complement, portion
from assistant.quantities.relating.reached import reached
from assistant.quantities.relating.reckoning import as_parts, parted, reckoned, shown, weighed
from assistant.quantities.relating.relation import Relation, retold, summary
from assistant.quantities.relating.remainder import remainder
from assistant.quantities.relating.shared_part import shared_part
from assistant.quantities.relating.stories import story
from assistant.quantities.relating.targets import deviation, off_target
from assistant.quantities.relating.totals import total
from assistant.quantities.relating.unsettled import counted_alone
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame, frame
from assistant.quantities.sentence.once import dated_back
from assistant.quantities.words.english_tenses import only_to_come
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)


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
    mine, theirs = frame(claim, claim_as_of), frame(evidence, evidence_as_of)
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
        return retold(found, Stance.SILENT, Why.UNSURE)
    state = opposed(mine, theirs, found.comparisons)
    if found.stance is Stance.REFUTES and found.comparisons:
        # 60% passed, 40% failed; new loans, loans outstanding
        apart = state is not None and state[0] is not Stance.SUPPORTS
        return retold(found, Stance.SILENT, Why.UNSURE) if apart else found
    if found.stance is not Stance.SUPPORTS or found.why is Why.COMPLEMENT:
        return found
    if any(modes_apart(c, mine, theirs) for c in found.comparisons):
        return retold(found, Stance.SILENT, Why.OTHER_ACT)
    if state is not None and state[0] is not Stance.SUPPORTS:
        stance = state[0] if same_story else Stance.SILENT
        return retold(found, stance, state[1])
    if (turned := denial_denied(mine, theirs)) is not None:
        return retold(found, turned if same_story else Stance.SILENT, Why.NEGATED)
    if left_out(mine, theirs):
        return retold(found, Stance.SILENT, Why.OTHER_MEASURE)
    alone = same_story and state is None and denied_alone(mine, theirs)
    if alone and not denied_beyond(found.comparisons, theirs):
        return retold(found, Stance.REFUTES, Why.NEGATED)
    if turned := undone(mine, theirs) or undone(theirs, mine):
        return retold(found, turned if same_story else Stance.SILENT, Why.NEGATED)
    return found


def _apart(mine: Frame, theirs: Frame, same_story: bool) -> Why | None:
    """What keeps every figure of the two sentences apart, None when nothing does."""
    if why := other_subject(mine, theirs, same_story=same_story):
        return why
    if spells_apart(mine, theirs):
        return Why.OTHER_PERIOD
    if misnumbered(mine, theirs) or swapped(mine, theirs):
        return Why.OTHER_PARTY
    if strangers(mine, theirs) or elsewhere(mine, theirs) or namesakes(mine, theirs):
        return Why.OTHER_PARTY
    if foreign(mine, theirs) or exchanged(mine, theirs):
        return Why.OTHER_MEASURE
    return Why.OTHER_MEASURE if accumulated(mine, theirs) else None


def _dated(mine: Frame, theirs: Frame, context: str, same_story: bool) -> list[Comparison]:
    """The dates of a claim that states nothing but dates."""
    if not same_story or not theirs.dates or _apart(mine, theirs, same_story):
        return []
    if other_event(mine, theirs):
        return []
    found = [dated(mine, i, theirs) for i in range(len(mine.dates))]
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


def _checked(
    found: Comparison, fact: Fact, other: Fact, mine: Frame, theirs: Frame, same_story: bool
) -> Comparison:
    """Silence a comparison with what is only expected, or denied beside the figure."""
    if (other.expected and not planned(mine)) or only_to_come(mine.text, theirs.text):
        return silenced(found, Why.OTHER_MEASURE)
    if found.stance is Stance.SUPPORTS and only_meant(fact, other, mine, theirs):
        return silenced(found, Why.OTHER_MEASURE)
    denies = (Topic.NEGATION in fact.ids) != (Topic.NEGATION in other.ids)
    if not same_story and denies and found.stance is Stance.SUPPORTS:
        return silenced(found, Why.NEGATED)
    return found


def _figures(mine: Frame, theirs: Frame, context: str, same_story: bool) -> list[Comparison]:
    subject = _apart(mine, theirs, same_story)
    if subject is None and not same_story:
        subject = other_party(mine.text, theirs.text, context)
    found, missing, unmet, several = [], False, False, False
    for fact in mine.facts:
        one = _fact(fact, mine, theirs, context, same_story)
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
        unmet = unmet or (one is None and (fact.share == "part" or dated_back(fact, mine.mentions)))
    if several and all(c.claim.kind == "duration" for c in found):
        unmet = True  # how long it went on, not how many
    unmet = unmet or numbers_another(mine, theirs)
    found = without_taken(found, mine)
    if same_story and _of_strangers(found, mine, theirs, context):
        return [c if c.stance is Stance.SILENT else silenced(c, Why.OTHER_PARTY) for c in found]
    if unmet or (same_story and (missing or _apart_beside(mine, theirs))):
        found = _unproved(found)
    return found


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
    "money", "percent", "ratio", "rate", "mass", "volume", "area", "energy", "power", "length",
})  # fmt: skip


def _named_count(fact: Fact, mine: Frame) -> bool:
    """Whether a figure is the last of a claim and counts several of something: nine members."""
    return fact is mine.facts[-1] and _counts_several(fact)


def _counts_several(fact: Fact) -> bool:
    """Whether a figure counts several of something named."""
    low = fact.quantity.low
    return bool(fact.figure.noun) and isinstance(low, Decimal) and low >= _SEVERAL


_SEVERAL = 3


def _fact(
    fact: Fact, mine: Frame, theirs: Frame, context: str, same_story: bool
) -> Comparison | None:
    """What the evidence says of one figure of the claim, None when it has nothing like it."""
    if (found := margin(fact, mine, theirs)) is not None:
        sure = same_story or found.stance is Stance.SUPPORTS
        return found if sure else silenced(found, Why.UNSURE)
    change = told(fact)
    if (
        change is not None
        and deviation(fact, mine) is None
        and (found := by_factor(change, fact, mine, theirs)) is not None
    ):
        found = _worked_out(found, fact, mine, theirs, context, same_story)
        return _of_each(found, fact, mine, theirs)
    if (found := off_target(fact, mine, theirs)) is not None:
        return found
    step = by_step(fact, theirs) if fact.role == "change" else None
    if (found := step or reached(fact, mine, theirs)) is not None:
        return _worked_out(found, fact, mine, theirs, context, same_story)
    if fact.quantity.unit == "vote" and (votes := voted(fact, mine, theirs)) is not None:
        return votes
    if same_story and (found := lasted(fact, theirs)) is not None:
        return found
    part = portion(fact, mine, theirs, turned=one_denies(mine, theirs))
    if part is not None:
        sure = same_story or part.stance is Stance.SUPPORTS
        return part if sure else silenced(part, Why.UNSURE)
    if (found := shared_part(fact, theirs)) is not None:
        return found if same_story else silenced(found, Why.UNSURE)
    if (rest := remainder(fact, mine, theirs)) is not None:
        sure = same_story or rest.stance is Stance.SILENT
        return rest if sure else silenced(rest, Why.UNSURE)
    return _linked(fact, mine, theirs, context, same_story)


def _worked_out(
    found: Comparison, fact: Fact, mine: Frame, theirs: Frame, context: str, same_story: bool
) -> Comparison:
    """A comparison with what several figures of the evidence come to, silenced where they are of
    another time or party, are only meant, or may be of something else."""
    start = found.evidence.start
    own = [f for f in theirs.facts if f.quantity.start == start] or [*theirs.facts[:1]]
    clash = own and period_clash(mine, fact, theirs, own[0], context)
    if clash and not _between_its_times(mine, found, theirs):
        return silenced(found, Why.OTHER_PERIOD)
    if against_another(fact, theirs):
        return silenced(found, Why.OTHER_PARTY)
    meant = any(f.expected or f.meant for f in theirs.facts)
    if meant and not planned(mine) and found.stance is Stance.SUPPORTS:
        return silenced(found, Why.OTHER_MEASURE)
    alone = same_story or (len(changes(theirs)) == 1 and names_its_parties(mine.text, theirs.text))
    shared = mine.ids(Topic.MEASURE) & theirs.ids(Topic.MEASURE)
    sure = same_story or shared or found.stance is not Stance.REFUTES
    return found if (alone and sure) or found.why is Why.EQUAL else silenced(found, Why.UNSURE)


def _between_its_times(mine: Frame, found: Comparison, theirs: Frame) -> bool:
    """Whether the claim names no other times than those between which a change was worked out."""
    for change in changes(theirs):
        if change.computed and change.facts[-1].quantity.start == found.evidence.start:
            ends = {(p.first, p.last) for f in change.facts for p in f.periods}
            return len(ends) > 1 and {(p.first, p.last) for p in mine.periods} <= ends
    return False


def _linked(
    fact: Fact, mine: Frame, theirs: Frame, context: str, same_story: bool
) -> Comparison | None:
    """The figure of the evidence that speaks of the same thing, compared."""
    best = link(fact, mine, theirs, context, same_story=same_story)
    if best is None:
        return None
    ends = signed(mine, theirs, capped(fact, at_edge(fact, mine, best)))
    found = judged(fact, mine, ends, theirs)
    if one_denies(mine, theirs) and (rest := complement(fact, mine, best, theirs)):
        return rest if same_story else silenced(rest, Why.NEGATED)
    if found.stance is not Stance.SUPPORTS and (
        whole := total(fact, mine, theirs, same_story=same_story)
        or (over_time(fact, mine, theirs) if same_story else None)
    ):
        return whole
    clash = found.stance is not Stance.SILENT and period_clash(
        mine, fact, theirs, best.fact, context
    )
    if clash and not bounds_the_whole(found, fact, mine, best.fact, theirs):
        whole = over_time(fact, mine, theirs) if same_story else None
        return whole or silenced(found, Why.OTHER_PERIOD)
    newest = mine.has(Topic.LATEST) and fact.role != "base" and best.fact.role == "base"
    if newest or (found.stance is Stance.REFUTES and once(fact, best.fact)):
        return silenced(found, Why.UNSURE)  # what it was is not what it is
    if found.stance is Stance.REFUTES and not same_story:
        slip = found.why in (Why.SCALE_SLIP, Why.OTHER_CURRENCY)
        sure = slip or (
            best.sure
            and same_size(best.claim, best.evidence)
            and period_known(fact, best.fact, context)
            and names_its_parties(mine.text, theirs.text)
            and names_all(mine.text, theirs.text, context)
            and not borne_by_another(mine.text, best.fact)
        )
        return (
            _checked(found, fact, best.fact, mine, theirs, same_story)
            if sure
            else silenced(found, Why.UNSURE)
        )
    if (
        found.stance is Stance.SUPPORTS
        and not same_story
        and anothers(mine.text, best.fact, theirs)
    ):
        return silenced(found, Why.OTHER_PARTY)
    off = deviation(fact, mine), deviation(best.fact, theirs)
    if found.stance is Stance.SUPPORTS and off[0] != off[1]:
        turned = None not in off
        return restated(found, Stance.REFUTES if turned else Stance.SILENT,
                     Why.DIRECTION if turned else Why.OTHER_MEASURE)  # fmt: skip
    if found.stance is Stance.SUPPORTS and unlike_told(fact, mine, best.fact, theirs):
        return silenced(found, Why.OTHER_MEASURE)
    balanced = negative(best.claim) == negative(best.evidence)
    if found.stance is Stance.SUPPORTS and balanced and poles_differ(mine, best.fact, theirs):
        return restated(found, Stance.REFUTES, Why.DIRECTION)
    if found.why is Why.LESS_PRECISE and of_another(fact, best.fact, mine, theirs):
        return restated(found, Stance.REFUTES, Why.APART)
    found = _of_each(found, fact, mine, theirs)
    return _checked(found, fact, best.fact, mine, theirs, same_story)


def _of_each(found: Comparison, fact: Fact, mine: Frame, theirs: Frame) -> Comparison:
    """A figure that is told of all, or as a bound, is refuted where it varies from one to the
    next."""
    bounded = mine.has(Topic.ALL) or fact.quantity.comparator in OPEN_ENDED
    if found.why is Why.LESS_PRECISE and bounded and theirs.ids(Topic.DEPENDING):
        return restated(found, Stance.REFUTES, Why.APART)
    return found
