"""Words of the tables that are parts of names: the Son of Thung Son is nobody's son."""

from __future__ import annotations

import re

from assistant.quantities.words.english_roles import AUXILIARY
from assistant.quantities.words.topics import Mention, Topic

_WORD = re.compile(r"[A-Za-z]{4,}")
_MOSTLY = 0.6  # of the longer words in capitals: a headline
_BEFORE = re.compile(r"[A-Z][\w'’-]*[ -]$")
_BEHIND = re.compile(r"[ -][A-Z]")
_KEPT = frozenset({
    Topic.FIRM, Topic.HOUSE, Topic.SIDE, Topic.THING, Topic.QUALIFIER, Topic.TOP, Topic.RANK,
    Topic.STATISTIC, Topic.AND, Topic.OF, Topic.BALLOT,
})  # fmt: skip
_WHITHER = re.compile(r" [A-Z][a-z]{2,}(?! ?\d)")  # "to India" tells no level, "to Baht 5" does
_LOOKED_BACK = 40


def unnamed(text: str, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """`mentions` without the capitalised words among other capitalised words, headlines apart."""
    mentions = tuple(
        m
        for m in mentions
        if not (m.has(Topic.TO) and _WHITHER.match(text, m.end)) and not _compounded(text, m)
    )
    capital = [m for m in mentions if text[m.start].isupper()]
    if not capital or _headline(text):
        return mentions
    named = {id(m) for m in capital if _in_a_name(text, m)}
    return tuple(m for m in mentions if id(m) not in named) if named else mentions


def _compounded(text: str, mention: Mention) -> bool:
    """Whether a short word is a part of a compound: clean-up, by-election, up-to-date."""
    if mention.end - mention.start > _PARTICLE or not text[mention.start].isascii():
        return False
    if not any(topic in _PARTICLES for topic, _ in mention.senses):
        return False
    before, behind = text[: mention.start][-2:], text[mention.end : mention.end + 2]
    return (before[-1:] == "-" and before[:1].isalpha()) or (
        behind[:1] == "-" and behind[1:].isalpha()
    )


_PARTICLE = 4  # letters of a word like "down"
_PARTICLES = frozenset({Topic.MOVE, Topic.BY, Topic.TO, Topic.BASE, Topic.UNTIL, Topic.SINCE})


def _in_a_name(text: str, mention: Mention) -> bool:
    start, end = mention.start, mention.end
    if " " in text[start:end] or any(topic in _KEPT for topic, _ in mention.senses):
        return False
    before = _BEFORE.search(text, max(0, start - _LOOKED_BACK), start)
    kin = mention.has(Topic.KIN) is not None
    if before is not None and (kin or before.start() > 0):
        return True
    acts = all(topic is Topic.STATE for topic, _ in mention.senses)  # the Ban of Ban Son
    return _BEHIND.match(text, end) is not None and (kin or acts or start > 0)


def beside_capital(text: str, mention: Mention) -> bool:
    """Whether a capitalised word stands beside another, as in a name of several words."""
    start, end = mention.start, mention.end
    if not text[start].isupper():
        return False
    before = _BEFORE.search(text, max(0, start - _LOOKED_BACK), start)
    return before is not None or _BEHIND.match(text, end) is not None


def _headline(text: str) -> bool:
    if AUXILIARY.search(text):
        return False
    words = _WORD.findall(text)
    return bool(words) and sum(w[0].isupper() for w in words) > _MOSTLY * len(words)
