"""Telephone numbers: whether two sentences give the number of one line, and which."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.align import alike, one_script
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.relating.versus import Settled
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Topic
from assistant.types import Stance

_SHORTEST = 3  # digits of a telephone number
_WITHIN = 12  # tokens between a line and its number


def answered(mine: Frame, theirs: Frame) -> Settled | None:
    """The numbers of one line, told by both: the hotline is 1996; call the hotline on 1669."""
    if mine.facts:
        return None
    one = numbers(mine)
    two = numbers(theirs) if one is not None else None
    if not one or not two or mine.has(Topic.NEGATION) != theirs.has(Topic.NEGATION):
        return None
    if other_subject(mine, theirs, same_story=True) or strangers(mine, theirs):
        return None
    if not _one_line(mine, theirs):
        return None
    if one <= two:
        return Stance.SUPPORTS, Why.NAMES
    return (Stance.REFUTES, Why.NAMES) if one.isdisjoint(two) else None


def _one_line(mine: Frame, theirs: Frame) -> bool:
    """Whether both name whose line it is, alike; or, in one script, neither does."""
    if not one_script(mine.text, theirs.text):
        return alike(mine.text, theirs.text) > 0
    one, two = _named(mine), _named(theirs)
    return alike(one, two) > 0 if one and two else one == two


def _named(one: Frame) -> str:
    """What a sentence tells beside its lines, numbers and links."""
    told, last = [], 0
    for token in one.reading.scanned.tokens:
        if token.number is not None or token.senses or not token.word.isalnum():
            told.append(one.text[last : token.start])
            last = token.end
    return " ".join([*told, one.text[last:]]).strip()


def numbers(one: Frame) -> set[str]:
    """The numbers, as digits alone, that a sentence gives of the line it speaks of."""
    tokens = one.reading.scanned.tokens
    line = next((i for i, token in enumerate(tokens) if Sense.LINE in token.senses), None)
    if line is None:
        return set()
    figures = [(f.start, f.end) for f in one.reading.figures]
    being = {m.end for m in one.mentions if m.has(Topic.BEING) or m.has(Topic.TO)}
    found, i = set(), line + 1
    while i < min(len(tokens), line + _WITHIN):
        token, digits = tokens[i], ""
        told = bool({token.start, token.start - 1} & being) or Sense.BLOCK in tokens[i - 1].senses
        counted = any(start <= token.start < end for start, end in figures)
        while i < len(tokens) and (tokens[i].number is not None or digits):
            part = tokens[i]
            if digits and not part.solid:
                break
            if part.number is None and part.word != "-":
                break
            digits += one.reading.scanned.plain[part.start : part.end]
            i += 1
        digits = "".join(c for c in digits if c.isdigit())
        if len(digits) >= _SHORTEST and (told or not counted):
            found.add(digits)
        i += not digits
    return found
