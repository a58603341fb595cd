"""Where a Thai sentence writes the names that the other one has in Latin letters."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names import names_in
from assistant.names.heard import heard_at
from assistant.quantities.sentence.names_told import tells

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_NAMES = 6  # of a sentence that are looked for


@lru_cache(maxsize=8192)
def named_at(text: str, other: str) -> tuple[tuple[int, int], ...]:
    """The places of the names of `other`, which has Latin ones, in `text`, which is Thai, of those
    that would tell something if they were no names."""
    if not _THAI.search(text) or _THAI.search(other):
        return ()
    names = names_in(other, "en")[:_NAMES]
    heard = {span for name in names for span in heard_at(name.text, text)}
    return tuple(sorted(span for span in heard if tells(text[slice(*span)])))
