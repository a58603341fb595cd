"""What the evidence says of one figure of a claim."""

from __future__ import annotations

from assistant.quantities.compare import OPEN_ENDED, Comparison, Why
from assistant.quantities.linking.growth_over import grown_otherwise
from assistant.quantities.linking.link import link
from assistant.quantities.linking.listed import of_another
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
)
from assistant.quantities.linking.pairing import Link, same_size
from assistant.quantities.linking.periods import period_clash, period_known
from assistant.quantities.linking.told import (
    against_another,
    unlike_told,
)
from assistant.quantities.relating.ceilings import capped
from assistant.quantities.relating.change import changes, told
from assistant.quantities.relating.ends import at_edge, negative, once, signed
from assistant.quantities.relating.growth import by_factor, by_step
from assistant.quantities.relating.judged import judged, restated, silenced, voted
from assistant.quantities.relating.lasting import lasted
from assistant.quantities.relating.margins import margin
from assistant.quantities.relating.over_time import over_time
from assistant.quantities.relating.part_of_time import bounds_the_whole
from assistant.quantities.relating.portions import complement, portion
from assistant.quantities.relating.reached import reached, stepped
from assistant.quantities.relating.remainder import remainder
from assistant.quantities.relating.shared_part import shared_part
from assistant.quantities.relating.targets import deviation, off_target
from assistant.quantities.relating.totals import total
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_rules import EACH_SPELL
from assistant.quantities.words.english_tenses import only_to_come
from assistant.quantities.words.thai_rules import EACH_SPELL as THAI_EACH_SPELL
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def compared_figure(
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
    step = (by_step(fact, theirs) or stepped(fact, theirs)) if fact.role == "change" else None
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
    if own and grown_otherwise(fact, mine, own[0], theirs):
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
        or _of_all_its_parts(fact, mine, theirs, context, same_story)
    ):
        return whole
    clash = found.stance is not Stance.SILENT and period_clash(
        mine, fact, theirs, best.fact, context
    )
    if clash and not bounds_the_whole(found, fact, mine, best.fact, theirs):
        whole = _of_all_its_parts(fact, mine, theirs, context, same_story)
        return whole or silenced(found, Why.OTHER_PERIOD)
    newest = mine.has(Topic.LATEST) and fact.role != "base" and best.fact.role == "base"
    if newest or (found.stance is Stance.REFUTES and once(fact, best.fact)):
        return silenced(found, Why.UNSURE)  # what it was is not what it is
    if found.stance is Stance.REFUTES and not same_story:
        if not _surely_of_the_same(found, fact, best, mine, theirs, context):
            return silenced(found, Why.UNSURE)
        return _checked(found, fact, best.fact, mine, theirs, same_story)
    if found.stance is Stance.SUPPORTS:
        doubted = _doubted(found, fact, best, mine, theirs, same_story)
        if doubted is not None:
            return doubted
    if found.why is Why.LESS_PRECISE and of_another(fact, best.fact, mine, theirs):
        return restated(found, Stance.REFUTES, Why.APART)
    found = _of_each(found, fact, mine, theirs)
    return _checked(found, fact, best.fact, mine, theirs, same_story)


def _surely_of_the_same(
    found: Comparison, fact: Fact, best: Link, mine: Frame, theirs: Frame, context: str
) -> bool:
    """Whether a figure that differs is told of the claim's own thing, party and time outside one
    story; one that is a slip of the claim's is."""
    return found.why in (Why.SCALE_SLIP, Why.OTHER_CURRENCY) or (
        best.sure
        and same_size(best.claim, best.evidence)
        and period_known(fact, best.fact, context)
        and names_its_parties(mine.text, theirs.text)
        and names_all(mine.text, theirs.text, context)
        and not borne_by_another(mine.text, best.fact)
    )


def _doubted(
    found: Comparison, fact: Fact, best: Link, mine: Frame, theirs: Frame, same_story: bool
) -> Comparison | None:
    """What becomes of a figure that agrees where it is another party's, off another target, of
    something else, or of the other sign; None where it stands."""
    if not same_story and anothers(mine.text, best.fact, theirs):
        return silenced(found, Why.OTHER_PARTY)
    off, there = deviation(fact, mine), deviation(best.fact, theirs)
    if off != there:
        if off is None or there is None:
            return silenced(found, Why.OTHER_MEASURE)
        return restated(found, Stance.REFUTES, Why.DIRECTION)
    if off is None and unlike_told(fact, mine, best.fact, theirs):
        return silenced(found, Why.OTHER_MEASURE)
    balanced = negative(best.claim) == negative(best.evidence)
    if balanced and poles_differ(mine, best.fact, theirs):
        return restated(found, Stance.REFUTES, Why.DIRECTION)
    return None


def _of_all_its_parts(
    fact: Fact, mine: Frame, theirs: Frame, context: str, same_story: bool
) -> Comparison | None:
    """What the parts of the claim's time come to; of another story they must tell their year, and
    deny only what is told of the claim's own parties."""
    whole = over_time(fact, mine, theirs, dated=not same_story)
    if whole is None or same_story or whole.stance is not Stance.REFUTES:
        return whole
    named = names_all(mine.text, theirs.text, context)
    return whole if named else silenced(whole, Why.UNSURE)


def _of_each(found: Comparison, fact: Fact, mine: Frame, theirs: Frame) -> Comparison:
    """A figure that is told of all, or as a bound, is refuted where it varies from one to the
    next."""
    ends = (found.claim.low, found.claim.high), (found.evidence.low, found.evidence.high)
    ranges = found.claim.comparator == found.evidence.comparator == "range"
    if found.why is Why.LESS_PRECISE and ranges and None not in (*ends[0], *ends[1]):
        spread = mine.ids(Topic.DEPENDING) and theirs.ids(Topic.DEPENDING)
        if spread and ends[0][0] != ends[1][0] and ends[0][1] != ends[1][1]:
            return restated(found, Stance.REFUTES, Why.APART)
    bounded = mine.has(Topic.ALL) or fact.quantity.comparator in OPEN_ENDED
    if found.why is Why.LESS_PRECISE and bounded and theirs.ids(Topic.DEPENDING):
        return restated(found, Stance.REFUTES, Why.APART)
    return found


def _checked(
    found: Comparison, fact: Fact, other: Fact, mine: Frame, theirs: Frame, same_story: bool
) -> Comparison:
    """Silence a comparison with what is only expected, or denied beside the figure."""
    if (other.expected and not planned(mine)) or only_to_come(mine.text, theirs.text):
        return silenced(found, Why.OTHER_MEASURE)
    if found.stance is Stance.SUPPORTS and _of_each_time(fact, other, mine, theirs):
        return silenced(found, Why.OTHER_PERIOD)
    if found.stance is Stance.SUPPORTS and _to_come(fact, other, mine, theirs):
        return silenced(found, Why.OTHER_PERIOD)
    if found.stance is Stance.SUPPORTS and only_meant(fact, other, mine, theirs):
        return silenced(found, Why.OTHER_MEASURE)
    denies = (Topic.NEGATION in fact.ids) != (Topic.NEGATION in other.ids)
    if not same_story and denies and found.stance is Stance.SUPPORTS:
        return silenced(found, Why.NEGATED)
    return found


def _to_come(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether a figure is what something will become, and the evidence only tells what it is."""
    coming = fact.role == "result" and bool(mine.has(Topic.FUTURE))
    told = planned(theirs) or theirs.has(Topic.MOVE) or theirs.has(Topic.KEPT)
    return coming and other.role == "level" and not told


def _of_each_time(fact: Fact, other: Fact, mine: Frame, theirs: Frame) -> bool:
    """Whether one figure is that of a whole year, and the other that of each part of it."""
    if "/" in fact.quantity.unit + other.quantity.unit or not (mine.periods and theirs.periods):
        return False
    one, two = (
        EACH_SPELL.search(f.text) is not None or THAI_EACH_SPELL.search(f.text) is not None
        for f in (mine, theirs)
    )
    return one != two
