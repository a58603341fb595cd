"""Whether a sentence says no, in words or in a word, and whether that touches the figures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from assistant.quantities.compare import Comparison
from assistant.quantities.linking.meaning import NEAR, likeness, nearest
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import CARRIERS, FUNCTIONS
from assistant.quantities.words.english_rules import WITHOUT
from assistant.quantities.words.topics import Mention, Topic
from assistant.types import Stance
from index.text import words


@lru_cache(maxsize=4096)
def denied(one: Frame) -> bool:
    """Whether the sentence denies something; those who voted no deny nothing by themselves."""
    return bool(_noes(one))


def _noes(one: Frame) -> list[Mention]:
    """What denies something in a sentence."""
    voted = {"for", "against"} <= one.ids(Topic.BALLOT)
    return [
        m for m in one.mentions if m.has(Topic.NEGATION) and not (voted and m.has(Topic.BALLOT))
    ]


def _only_without(one: Frame, two: Frame) -> bool:
    """Whether all that a sentence denies is something beside the point, which the other does not
    tell of: opened in 2022, without a waiting list."""
    noes = _noes(one)
    lacked = [WITHOUT.match(one.text, m.start) for m in noes]
    if not noes or not all(lacked):
        return False
    there = tuple(word.lower() for word in words(two.text) if len(word) > 1)
    return all(m and _unheard_of(m["what"], two.text.lower(), there) for m in lacked)


def _unheard_of(what: str, told: str, there: tuple[str, ...]) -> bool:
    """Whether no word of what is lacking is in the other sentence, nor near to one in meaning."""
    plain = [word for word in what.lower().split() if word not in FUNCTIONS]
    return bool(plain) and all(
        word[:_STEM] not in told and nearest(word, there) < NEAR for word in plain
    )


def _denied_beside(one: Frame, two: Frame) -> bool:
    """Whether the sentence denies something but that there is enough, where both tell of a lack."""
    both = LACK in one.ids(Topic.MEASURE) & two.ids(Topic.MEASURE)
    if both and one.ids(Topic.NEGATION) == {"lacking"}:
        return False
    return denied(one) and not _only_without(one, two)


LACK = "shortage"


def denied_alone(mine: Frame, theirs: Frame) -> bool:
    """Whether one side alone says no, in words or in a word: "no insurance" is "uninsured"."""
    one, two = _denied_beside(mine, theirs), _denied_beside(theirs, mine)
    if one == two:
        return False
    plain, denying = (theirs, mine) if one else (mine, theirs)
    without = [
        sum(m.has(Topic.PRIVATIVE) is not None for m in f.mentions) for f in (plain, denying)
    ]
    return without[0] <= without[1]


def denied_beyond(found: Sequence[Comparison], theirs: Frame) -> bool:
    """Whether what the evidence denies stands in a further clause: ", and he paid no fee"."""
    noes = [m.start for m in theirs.mentions if m.has(Topic.NEGATION)]
    last = max((c.evidence.end for c in found), default=None)
    if last is None or not noes:
        return False
    clause = [
        m.start
        for m in theirs.mentions
        if m.has(Topic.AND) and m.start > last and theirs.text[: m.start].rstrip().endswith(",")
    ]
    return bool(clause) and min(noes) > clause[0]


def denial_denied(mine: Frame, theirs: Frame) -> Stance | None:
    """What it means that one side alone says that a denial was not made: a refutation of the
    denial, no proof of what was denied; None elsewhere."""
    one, two = _of_denial(mine), _of_denial(theirs)
    if True not in (one, two) or one == two:
        return None
    return Stance.SILENT if None in (one, two) else Stance.REFUTES


def _of_denial(one: Frame) -> bool | None:
    """Whether a denial is itself denied; None where the sentence tells of no denial."""
    noes = [m for m in one.mentions if m.has(Topic.NEGATION)]
    made = next((m.start for m in noes if m.has(Topic.NEGATION) == _DENIAL), None)
    return None if made is None else any(0 <= made - m.end <= 1 for m in noes)


def left_out(mine: Frame, theirs: Frame) -> bool:
    """Whether one side says no more than that something is not counted in, and the other does not
    say that it is: the cost without research is not the cost of research."""
    if denied(mine) == denied(theirs):
        return False
    one, other = (mine, theirs) if denied(mine) else (theirs, mine)
    counted_in = other.has(Topic.PART) or other.has(Topic.SUM)
    return one.ids(Topic.NEGATION) == {_EXCLUDED} and not counted_in


_DENIAL, _EXCLUDED = "denial", "excluded"


def undone(one: Frame, two: Frame) -> Stance | None:
    """What it means that one side alone says "un-": a denial where the other says the same word
    without it, unsure in another script, None where the other denies as well."""
    told = [m for m in one.mentions if m.has(Topic.PRIVATIVE) == "un"]
    if not told or two.has(Topic.PRIVATIVE) or denied(one) or denied(two):
        return None
    stems = [one.text[m.start + _UN : m.start + _UN + _STEM].lower() for m in told]
    if any(stem in two.text.lower() for stem in stems):
        return Stance.REFUTES
    return None if two.text.isascii() else Stance.SILENT


def done_to_another(mine: Frame, theirs: Frame) -> bool:
    """Whether one sentence denies of one object what the other says of another, in the same words
    of one script: does not sell beer, sells bread."""
    if mine.text.isascii() != theirs.text.isascii():
        return False
    one, two = _affirmed(mine), _affirmed(theirs)
    same = next(
        (i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a[:_SAME] != b[:_SAME]),
        min(len(one), len(two)),
    )
    object_, other = one[same:], two[same:]
    if same < _TWO or not object_ or not other or {*object_} & {*other}:
        return False
    if object_[0] in FUNCTIONS or other[0] in FUNCTIONS or max(map(len, (object_, other))) > _TWO:
        return False
    glue = " " if mine.text.isascii() else ""
    return likeness(glue.join(object_), glue.join(other)) < NEAR


def _affirmed(one: Frame) -> list[str]:
    """The words of a sentence without those that deny, and what only carries them."""
    text, end = "", 0
    for m in one.mentions:
        if m.has(Topic.NEGATION):
            text, end = text + one.text[end : m.start] + " ", m.end
    return [w.lower() for w in words(text + one.text[end:]) if w.lower() not in CARRIERS]


_TWO, _SAME = 2, 4  # words; letters that forms of one word share
_UN, _STEM = 2, 5  # letters of "un-" and of the stem behind it
