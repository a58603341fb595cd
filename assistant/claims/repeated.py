"""One measure told for several times: "grew 4% in 2023 but 5% in 2024"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims import coordination_words as words
from assistant.claims.clauses import FIGURE, SIDES, compiled, kind, masked
from assistant.claims.negation import is_negated

_FROM = compiled(words.FROM)
_TAIL = {
    side: re.compile(
        rf"{words.ANOTHER}(?P<measured>{words.MEASURED[side]})\s?(?:{words.AT_TIME}?\s?)"
        rf"(?:{words.PERIOD[side]})"
    )
    for side in SIDES
}
_FIRST = {
    side: re.compile(
        rf"(?:{words.MEASURED[side]})\s?(?:{words.AT_TIME}\s?)(?:{words.PERIOD[side]})\Z"
    )
    for side in SIDES
}
_SHORTEST = 4


def by_period(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Each statement written out, with the words that are its own; none when there are no two."""
    tails = _run_of_tails(text, language)
    if not tails:
        return
    first = _FIRST[language].search(text[: tails[0].start()])
    if first is None:
        return
    before, after = text[: first.start()], text[tails[-1].end() :]
    if is_negated(before, language) or _FROM[language].search(before):
        return
    if FIGURE[language].search(masked(before, language)) or len(before.strip()) < _SHORTEST:
        return
    parts = [first.group(), *(m.group()[m.start("measured") - m.start() :] for m in tails)]
    if len({kind(part) for part in parts}) > 1:
        return
    lead = before if before[-1:].isspace() else before + first.group()[: _blanks(first.group())]
    for part in parts:
        yield f"{lead}{part.strip()}{after}", part.strip()


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip())


def _run_of_tails(text: str, language: str) -> list[re.Match[str]]:
    """Figures with a period each, one right after the other."""
    found: list[re.Match[str]] = []
    for match in _TAIL[language].finditer(text):
        if found and match.start() != found[-1].end():
            return []
        found.append(match)
    return found
