"""Whether two places are places in one order: by area or by population, in this race or in that."""

from __future__ import annotations

import re
from itertools import pairwise

from assistant.names import named_in, names_in
from assistant.names.ordinary import opening
from assistant.quantities.compare import Why
from assistant.quantities.linking.align import one_script
from assistant.quantities.linking.echo import echo
from assistant.quantities.linking.meaning import nearest
from assistant.quantities.linking.told import exchanged
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import UNORDERED
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import Mention, Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_LATIN = re.compile(r"(?<![\w'’-])[a-z][a-z'’-]{3,}")
_STEM = 4  # letters that forms of one word share
_FOREIGN = 0.22  # likeness below which a word has no counterpart in a sentence
_HEARD = 0.5  # of a name's consonants


def other_order(mine: Frame, theirs: Frame) -> Why | None:
    """Why two places cannot be laid side by side, None when they may be of one order.

    Both tell by what is ordered, and never alike; or the one names a contest that the other does
    not; or nothing that the one orders has a counterpart in the other.
    """
    one, two = mine.ids(Topic.MEASURE), theirs.ids(Topic.MEASURE)
    if one and two and not one & two:
        return Why.OTHER_MEASURE
    if exchanged(mine, theirs):
        return Why.OTHER_MEASURE
    if one & two or one_script(mine.text, theirs.text):
        return None
    turned = bool(_THAI.search(mine.text))
    latin, thai = (theirs, mine) if turned else (mine, theirs)
    if _unheard(latin, thai):
        return Why.OTHER_PARTY
    return Why.OTHER_MEASURE if _foreign(latin, thai) else None


def _unheard(latin: Frame, thai: Frame) -> bool:
    """Whether a name behind the first is neither heard nor translated in the Thai sentence."""
    there = tuple(words(thai.text))
    for name in names_in(latin.text, "en")[1:]:
        parts = [p for p in name.text.split() if p.lower() not in opening()]
        if parts and not any(
            named_in(p, thai.text) or echo(p, thai.text) >= _HEARD
            or nearest(p.lower(), there) >= _HEARD
            for p in parts
        ):  # fmt: skip
            return True
    return False


def _foreign(latin: Frame, thai: Frame) -> bool:
    """Whether an English sentence tells what is ordered by several words of which none has a
    counterpart in the Thai sentence."""
    placing = {latin.text[m.start : m.end].lower() for m in latin.everything if _places(m)}
    placing |= {t.word.lower() for t in latin.reading.scanned.tokens if Sense.ORDINAL in t.senses}
    told = [w for w in _LATIN.findall(latin.text) if w not in placing and w not in UNORDERED]
    there = [w for w in words(thai.text) if _THAI.match(w)]
    pairs = (*there, *(a + b for a, b in pairwise(there)))
    return len(told) > 1 and all(nearest(word, pairs) < _FOREIGN for word in told)


def _places(mention: Mention) -> bool:
    return any(mention.has(topic) for topic in (Topic.RANK, Topic.TOP, Topic.BEING, Topic.EXTREME))
