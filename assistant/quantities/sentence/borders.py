"""Wordings of Thai that are words where they stand, and not letters of longer ones."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import pairwise, takewhile

from assistant.quantities.words.topics import Mention, Topic
from index.text import is_thai_word, thai_tokens

_SILENCED = "\u0e4c"  # ends a syllable of a foreign name
_SHORT = 3  # letters; words so short are found inside many others
_NEXT = 3  # words of a name that a cutter may make of it before one is none
_JOINING = (Topic.AND, Topic.OF, Topic.TO, Topic.THAN)  # stand between two names
_LONG = 5  # letters of a word that the cutter is sure of, even beside a name


Finder = Callable[[str], tuple[Mention, ...]]


def whole_words(text: str, find: Finder) -> tuple[Mention, ...]:
    """The mentions that `find` gives, without those that are part of another Thai word: "หมอ" in
    fog ("หมอก"), "มิได้" in a temperature read ("อุณหภูมิได้"), and with those that such a one hid:
    "กว้าง" behind the "นก" of a wide street ("ถนนกว้าง"). Compounds hold the words that they are
    made of."""
    mentions = find(text)
    if not any(text[m.start] > "\u0e00" for m in mentions):
        return mentions
    borders, place = [0], 0
    for token in thai_tokens(text):
        place += len(token)
        borders.append(place)
    return tuple(_standing(text, mentions, borders, find))


def _standing(
    text: str, mentions: tuple[Mention, ...], borders: list[int], find: Finder
) -> Iterator[Mention]:
    """The mentions that are words, and what is found behind the beginning of one that is none."""
    for place, mention in enumerate(mentions):
        if text[mention.start] <= "\u0e00" or _stands(text, mention, borders):
            yield mention
            continue
        low = mention.start + 1
        high = mentions[place + 1].start if place + 1 < len(mentions) else len(text)
        hidden = tuple(
            Mention(m.start + low, m.end + low, m.senses)
            for m in find(text[low:high])
            if m.start + low < mention.end
        )
        yield from _standing(text, hidden, borders, find)


def _stands(text: str, mention: Mention, borders: list[int]) -> bool:
    """Whether the mention, between the `borders` of words, is made of words; a silenced letter
    behind it belongs to its last syllable, so that ลิงซ์ is no monkey."""
    if text[mention.end + 1 : mention.end + 2] == _SILENCED:
        return False
    low, high = _around(mention.start, borders)
    if low != mention.start:
        word, rest = text[low:high], text[high : mention.end]
        if mention.end - mention.start <= _SHORT:  # letters left over: cut wrongly behind a name
            behind = text[mention.start - 1] == _SILENCED and mention.end == high
            left_over = bool(rest) and mention.end in borders and not is_thai_word(rest)
            return left_over or (behind and not is_thai_word(word))
        if mention.end < high and is_thai_word(word):
            return made_of_words(text[mention.end : high])
        sure = len(word) >= _LONG and is_thai_word(word)
        return not sure or is_thai_word(word[: mention.start - low]) or not made_of_words(rest)
    if _in_a_name(text, mention, borders):
        return False
    low, high = _around(mention.end - 1, borders)
    if high == mention.end:
        return True
    return not is_thai_word(text[low:high]) or made_of_words(text[mention.end : high])


def _in_a_name(text: str, mention: Mention, borders: list[int]) -> bool:
    """Whether a short wording lies between syllables that are no words: "โต" in คาสโตเวีย; or
    takes a letter of "of" before such ones: "งด" in ของดรัมลิน."""
    long = mention.end - mention.start > _SHORT
    if long or mention.start == 0 or any(map(mention.has, _JOINING)):
        return False
    if text.endswith("ขอ", 0, mention.start) and text[mention.start] == "ง":
        return any(_is_left_over(part) for part in _behind(text, mention.end, borders))
    low, high = _around(mention.start - 1, borders)
    if not any(map(_is_left_over, _behind(text, mention.end, borders)[:1])):
        return False
    short = high - low <= _SHORT and text[low] > "\u0e00" and mention.has(Topic.MOVE) is not None
    return short or _is_left_over(text[low:high])


def _behind(text: str, place: int, borders: list[int]) -> list[str]:
    """The next words behind `place`, as far as one stands at the other."""
    at = bisect_right(borders, place) - 1
    parts = [text[a:b] for a, b in pairwise(borders[at : at + _NEXT + 1])]
    return list(takewhile(lambda part: part[0] > "\u0e00", parts))


def _is_left_over(part: str) -> bool:
    """Whether a cut of the text is letters of Thai that are no word."""
    return part[0] > "\u0e00" and not is_thai_word(part)


def _around(place: int, borders: list[int]) -> tuple[int, int]:
    """The borders of the word that `place` lies in."""
    at = bisect_right(borders, place)
    return borders[at - 1], borders[at]


@lru_cache(maxsize=4096)
def made_of_words(run: str) -> bool:
    """Whether a run of Thai letters can be cut into words of two letters and more, and no rest."""
    return not run or any(
        is_thai_word(run[:n]) and made_of_words(run[n:]) for n in range(len(run), 1, -1)
    )
