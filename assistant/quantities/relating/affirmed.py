"""What one sentence says and the other denies, or says again, where no amounts decide."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.denials import done_to_another
from assistant.quantities.linking.parties import numbered
from assistant.quantities.linking.ranks import editions
from assistant.quantities.linking.states import opposed
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.relating.still_so import escaped, not_yet, once_so
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance


def states_opposed(mine: Frame, theirs: Frame) -> Settled | None:
    """States that deny each other, in a claim without figures: open and closed."""
    if mine.facts or mine.dates:
        return None
    found = opposed(mine, theirs)
    return found if found is not None and found[0] is Stance.REFUTES else None


def denied_or_told(mine: Frame, theirs: Frame) -> Settled | None:
    """A claim without figures, denied; or figures of what the evidence says there was none of."""
    none = "no" in theirs.ids(Topic.NEGATION) and not mine.has(Topic.NEGATION)
    if mine.facts and none and not theirs.facts and _of_the_same(mine, theirs):
        return Stance.REFUTES, Why.NEGATED
    if mine.facts and not theirs.facts and _never(mine, theirs):
        return Stance.REFUTES, Why.NEGATED
    if mine.facts or mine.dates:
        return None
    counted = any(f.quantity.kind == "count" for f in theirs.facts)
    if counted and "no" in mine.ids(Topic.NEGATION) - theirs.ids(Topic.NEGATION):
        return Stance.REFUTES, Why.NEGATED
    if (found := once_so(mine, theirs) or escaped(mine, theirs)) is not None:
        return found
    if mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        other = done_to_another(mine, theirs) or not_yet(mine, theirs)
        return (Stance.SILENT, Why.UNSURE) if other else (Stance.REFUTES, Why.NEGATED)
    if mine.has(Topic.NEGATION):
        faint = "hardly" in mine.ids(Topic.NEGATION) | theirs.ids(Topic.NEGATION)
        return (
            (Stance.SILENT, Why.UNSURE)
            if faint or not_yet(mine, theirs)
            else (Stance.SUPPORTS, Why.NEGATED)
        )
    return _told_again(mine, theirs)


def _never(mine: Frame, theirs: Frame) -> bool:
    """Whether the evidence denies by a further word the very thing that the claim counts as done:
    has not cancelled any flights, cancelled six."""
    found = opposed(mine, theirs)
    counted = all(f.quantity.kind == "count" for f in mine.facts)
    noes = [m for m in theirs.mentions if m.has(Topic.NEGATION) == "no"]
    further = len(noes) > 0 and not any(m.has(Topic.STATE) for m in noes)
    return counted and further and found is not None and found[0] is Stance.REFUTES


def _of_the_same(mine: Frame, theirs: Frame) -> bool:
    """Whether what one side denies outright is what the other counts or measures."""
    topics = (Topic.THING, Topic.MEASURE, Topic.MOVE)
    shared = any(mine.ids(t) & theirs.ids(t) for t in topics)
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    if one and two and not one & two:
        return False  # nobody died, three were hurt
    nouns = {f.figure.noun for f in mine.facts if f.figure.noun}
    counted = any(noun in theirs.text for noun in nouns)
    return not theirs.has(Topic.UNDECIDED) and (shared or counted)


def _numbers(one: Frame) -> bool:
    """Whether any number stands in the sentence, though no figure was read from it."""
    return any(t.number is not None or Sense.DIGIT in t.senses for t in one.reading.scanned.tokens)


def _numbered_alike(mine: Frame, theirs: Frame) -> bool:
    """Whether the same is told of the thing of one number, with no other number: Highway 4 was
    closed, opened its 50th branch."""
    one, two = (_designated(frame) for frame in (mine, theirs))
    done = (Topic.STATE, Topic.BEGIN, Topic.END)
    alike_done = any(mine.ids(topic) & theirs.ids(topic) for topic in done)
    return one is not None and one == two and alike_done and not unheard(mine.text, theirs.text)


def _designated(one: Frame) -> int | None:
    """The only number of a sentence, where it numbers what it tells of; None elsewhere."""
    found = {number for number, _ in numbered(one)} or editions(one)
    digits = [t for t in one.reading.scanned.tokens if t.number is not None]
    return found.pop() if len(found) == 1 and len(digits) <= 1 else None


def _told_again(mine: Frame, theirs: Frame) -> Settled | None:
    """The same thing of the same party, affirmed by both and only planned by neither."""
    planned = any(one.has(t) for one in (mine, theirs) for t in (Topic.FUTURE, Topic.EXPECTED))
    if planned or theirs.facts or theirs.dates:
        return None
    if _numbered_alike(mine, theirs):
        return Stance.SUPPORTS, Why.NAMES
    if not mine.ids(Topic.THING) & theirs.ids(Topic.THING):
        return None
    if _numbers(mine) or _numbers(theirs):
        return None
    return (Stance.SUPPORTS, Why.NAMES) if alike(mine.text, theirs.text) > 1 else None
