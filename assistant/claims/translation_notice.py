"""Signs of bad translation, and how each is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from assistant.claims import translation_words as tables
from assistant.types import Notice
from index.text import thai_tokens

# A code of `translation_words.MESSAGES`, `[start, end)` and what to tell with it.
Sign = tuple[str, int, int, str]

# Codes that tell the same of one place, the more telling first.
_ALIKE = (
    ("translated_name", "distorted_name", "name_order", "name_added"),
    ("direction_amount", "doubled_comparative", "comparator_differs"),
    ("unit_clash", "figure_differs", "figure_added"),
    ("era_slip", "figure_differs", "mixed_eras", "figure_added"),
)
# Codes told of a whole sentence, which may hold for several things at once.
_LISTED = frozenset({"name_lost", "figure_lost"})


def notice(code: str, language: str, start: int, end: int, what: str = "") -> Notice:
    """A notice in the reader's language."""
    thai, english = tables.MESSAGES[code]
    message = (thai if language == "th" else english).format(what=what)
    return Notice(code, message, start, end)


def listed(signs: Iterable[Sign]) -> Iterator[Sign]:
    """`signs` with those that say what one sentence lacks put together."""
    lacking: dict[tuple[str, int, int], list[str]] = {}
    for sign in signs:
        if sign[0] in _LISTED:
            lacking.setdefault(sign[:3], []).append(sign[3])
        else:
            yield sign
    for (code, start, end), whats in lacking.items():
        yield code, start, end, ", ".join(dict.fromkeys(whats))


def whole_words(sign: Sign, text: str) -> Sign:
    """`sign` with its span widened to whole words where it begins or ends inside one."""
    code, start, end, what = sign
    if start == end:
        return sign
    opens = text.rfind("\n", 0, start) + 1
    shuts = text.find("\n", end)
    cuts = _cuts(text[opens : shuts if shuts >= 0 else len(text)])
    begin = max((c for c in cuts if c <= start - opens), default=0)
    stop = min((c for c in cuts if c >= end - opens), default=end - opens)
    return code, opens + begin, opens + stop, what


def merged(notices: Sequence[Notice]) -> tuple[Notice, ...]:
    """`notices` in reading order, each place told once by those that say the same of it."""
    found = sorted(dict.fromkeys(notices), key=lambda n: (n.start, n.end, n.code, n.message))
    return tuple(n for n in found if not any(_says_more(other, n) for other in found))


def _says_more(other: Notice, one: Notice) -> bool:
    """Whether `other` tells of the same place what `one` tells, and more."""
    if other is one or not (other.start < one.end and one.start < other.end):
        return False
    if other.code == one.code:
        return other.start <= one.start and one.end <= other.end and _span(other) > _span(one)
    return any(
        other.code in family
        and one.code in family
        and family.index(other.code) < family.index(one.code)
        for family in _ALIKE
    )


def _span(one: Notice) -> int:
    return one.end - one.start


def _cuts(line: str) -> list[int]:
    """Where words begin and end in `line`."""
    return [0, *accumulate(len(token) for token in thai_tokens(line))]
