"""Two sentences of one script that differ in whom they speak of, and in little else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from itertools import pairwise

from assistant.names import names_in
from assistant.quantities.align import alike
from assistant.quantities.frame import Frame
from assistant.quantities.lexicon import Sense
from assistant.quantities.topics import Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_FIGURES = re.compile(r"[\d๐-๙.,%]+")
_OPENING = 3  # words within which a sentence names its subject
_SHARED = 0.6  # of the other words, for two sentences to be the same but for one thing
_STEM = 5  # letters that forms of one name share: Veloria, Velorian


def strangers(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim's subject is another party than the evidence's, in the same words.

    Only sentences of the same script are told apart: across scripts a name that is not
    recognised may still be there.
    """
    one, two = mine.text, theirs.text
    if bool(_THAI.search(one)) != bool(_THAI.search(two)):
        return False
    return _renamed(one, two) if not _THAI.search(one) else _exchanged(mine, theirs)


def misnumbered(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences number what they speak of, and never alike: Highway 4, Highway 9."""
    one, two = _numbers(mine), _numbers(theirs)
    return bool(one and two and not one & two)


def _numbers(one: Frame) -> set[int]:
    return {number for number, _ in numbered(one)}


def numbered(one: Frame) -> list[tuple[int, int]]:
    """The numbers by which a sentence tells things apart (meeting 12), and where each ends."""
    return [
        (int(b.number), b.end)
        for a, b in pairwise(one.reading.scanned.tokens)
        if Sense.BLOCK in a.senses and b.number is not None and not b.decimals
        and not any(f.start <= b.start < f.end for f in one.reading.figures)
    ]  # fmt: skip


def accumulated(mine: Frame, theirs: Frame) -> bool:
    """Whether one figure is all there has been, and the other that of a period."""
    if mine.has(Topic.CUMULATIVE) == theirs.has(Topic.CUMULATIVE):
        return False
    other = theirs if mine.has(Topic.CUMULATIVE) else mine
    return any(figure.moment is not None for figure in other.reading.figures)


def swapped(mine: Frame, theirs: Frame) -> bool:
    """Whether owner and owned have changed places: A holds 30% of B, B holds 30% of A."""
    one, two = _sides(mine), _sides(theirs)
    if one is None or two is None:
        return False
    straight = alike(one[0], two[0]) + alike(one[1], two[1])
    return alike(one[0], two[1]) + alike(one[1], two[0]) > straight


def _sides(one: Frame) -> tuple[str, str] | None:
    """What stands before and behind the verb of owning."""
    verb = next((m for m in one.mentions if m.has(Topic.OWNING)), None)
    if verb is None:
        return None
    before, behind = (
        _FIGURES.sub("", part) for part in (one.text[: verb.start], one.text[verb.end :])
    )
    return (behind, before) if verb.has(Topic.OWNING) == "passive" else (before, behind)


def _renamed(claim: str, evidence: str) -> bool:
    """Whether two Latin sentences open with names of several words that share no first part."""
    one, two = (names_in(text, "en") for text in (claim, evidence))
    if not one or not two or " " not in one[0].text or " " not in two[0].text:
        return False
    first, second = one[0].text.lower().split(), two[0].text.lower().split()
    telling = first[:-1] if first[-1] == second[-1] else first
    lowered = evidence.lower()
    return not any(word[:_STEM] in lowered for word in telling if len(word) > 2)


def _exchanged(mine: Frame, theirs: Frame) -> bool:
    """Whether one opening word is exchanged for another, neither of which the tables know."""
    one, two = _plain(mine), _plain(theirs)
    codes = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    swaps = [code for code in codes if code[0] == "replace"]
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if len(swaps) != 1 or swaps[0][1] > _OPENING:
        return False
    _, a, b, c, d = swaps[0]
    rest = max(len(one) - (b - a), len(two) - (d - c))
    if not rest or same < _SHARED * rest or _told(mine, one[a:b]) or _told(theirs, two[c:d]):
        return False
    return "".join(one[a:b]) not in theirs.text


def _plain(one: Frame) -> list[str]:
    """The words before the first figure."""
    end = one.facts[0].quantity.start if one.facts else len(one.text)
    return [word for word in words(one.text[:end]) if not word[0].isdigit()]


def _told(one: Frame, run: list[str]) -> bool:
    """Whether a table of topics knows something in a run of words."""
    start = one.text.find(run[0]) if run else -1
    end = start + sum(map(len, run))
    return start < 0 or any(m.start < end and start < m.end for m in one.everything)
