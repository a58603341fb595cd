"""What two sentences about one event settle without amounts: names, ranks, votes, denials."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.compounds import counted_otherwise
from assistant.quantities.linking.periods import at_other_times
from assistant.quantities.linking.spells import spelled
from assistant.quantities.relating.affirmed import denied_or_told, states_opposed
from assistant.quantities.relating.dates import of_every_year
from assistant.quantities.relating.designators import named, of_a_number
from assistant.quantities.relating.earned import earned
from assistant.quantities.relating.every_one import all_safe, not_all
from assistant.quantities.relating.hotlines import answered
from assistant.quantities.relating.hours import told_at
from assistant.quantities.relating.in_a_row import ran
from assistant.quantities.relating.placings import nth, ranked, within
from assistant.quantities.relating.ratios import ratio, ratio_of_counts
from assistant.quantities.relating.records import in_so_long
from assistant.quantities.relating.rows import end_of_row
from assistant.quantities.relating.scores import scored
from assistant.quantities.relating.stood_still import stood_still
from assistant.quantities.relating.versus import Settled, compared, moved, multiplied
from assistant.quantities.relating.votes import settled, tally
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def story(mine: Frame, theirs: Frame) -> Settled | None:
    """A stance settled without comparing amounts, None when amounts must decide."""
    for rule in (
        _counted_otherwise,
        spelled,
        _unanimous,
        _voted,
        scored,
        _divided,
        ran,
        in_so_long,
        within,
        ranked,
        end_of_row,
        compared,
        multiplied,
        moved,
        stood_still,
        earned,
        named,
        answered,
        of_a_number,
        of_every_year,
        told_at,
        not_all,
        all_safe,
        nth,
        states_opposed,
        denied_or_told,
    ):
        found = rule(mine, theirs)
        if found is not None:
            return found
    return None


def _unanimous(mine: Frame, theirs: Frame) -> Settled | None:
    """Unanimity against a count of votes that has two sides."""
    for one, other in ((mine, theirs), (theirs, mine)):
        votes = [f for f in other.facts if f.quantity.unit == "vote"]
        if not one.has(Topic.UNANIMOUS) or other.has(Topic.UNANIMOUS):
            continue
        both = told.both() if (told := tally(other)) is not None else None
        if both is not None and not both[1]:
            continue  # eleven to none
        if len(votes) > 1 or both is not None or _split_vote(other):
            if not one.has(Topic.NEGATION):
                return Stance.REFUTES, Why.APART
            bare = one is mine and not mine.facts
            return (Stance.SUPPORTS, Why.EQUAL) if bare else (Stance.SILENT, Why.UNSURE)
    if mine.has(Topic.UNANIMOUS) and theirs.has(Topic.UNANIMOUS):
        same = mine.has(Topic.NEGATION) == theirs.has(Topic.NEGATION)
        return (Stance.SUPPORTS, Why.EQUAL) if same else (Stance.REFUTES, Why.NEGATED)
    return None


def _voted(mine: Frame, theirs: Frame) -> Settled | None:
    """Votes of both sides; amounts of other things in the claim decide for themselves."""
    one = tally(mine)
    two = tally(theirs) if one is not None else None
    found = settled(one, two) if one is not None and two is not None else None
    if found is not None and at_other_times(mine, theirs):
        return Stance.SILENT, Why.OTHER_PERIOD
    others = any(f.quantity.kind != "count" for f in mine.facts)
    if found is not None and found[0] is Stance.SUPPORTS and (others or mine.dates):
        return None
    return found


def _split_vote(one: Frame) -> bool:
    """Whether two numbers joined by "to" stand in the sentence: six to one."""
    tokens = one.reading.scanned.tokens
    return any(
        Sense.JOIN in b.senses
        and all(t.number is not None or Sense.DIGIT in t.senses for t in (a, c))
        for a, b, c in zip(tokens, tokens[1:], tokens[2:], strict=False)
    )


def _divided(mine: Frame, theirs: Frame) -> Settled | None:
    """Ratios of two counts."""
    one = ratio(mine)
    two = (ratio(theirs) or ratio_of_counts(one, theirs)) if one is not None else None
    if (
        one is None
        or two is None
        or not (
            one.of_parts
            or two.of_parts
            or one.things
            or two.things
            or not mine.facts
            or one.counted
            or two.counted
        )
    ):
        return None
    if one.same(two) and mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    return (Stance.SUPPORTS, Why.EQUAL) if one.same(two) else (Stance.REFUTES, Why.APART)


def _counted_otherwise(mine: Frame, theirs: Frame) -> Settled | None:
    return (Stance.REFUTES, Why.APART) if counted_otherwise(mine, theirs) else None
