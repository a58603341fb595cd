"""Two sentences of one script that differ in whom they speak of, and in little else."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import pairwise

from assistant.names import Name, named_in, names_in, same_name
from assistant.names.ordinary import COMMON, is_word, opening
from assistant.names.sound import skeleton
from assistant.quantities.linking.align import alike
from assistant.quantities.linking.echo import echo
from assistant.quantities.linking.meaning import nearest
from assistant.quantities.linking.ranks import editions
from assistant.quantities.reading.scan import Token
from assistant.quantities.sentence.frame import Frame
from assistant.quantities.words.english_roles import OPPOSITES, PRONOUN, TOLD_APART
from assistant.quantities.words.lexicon import Sense
from assistant.quantities.words.topics import SERVING, Mention, Topic
from index.text import words

_THAI = re.compile(r"[\u0e00-\u0e7f]")
_FIGURES = re.compile(r"[\d๐-๙.,%]+")
_OPENING = 3  # words within which a sentence names its subject
_SHARED = 0.6  # of the other words, for two sentences to be the same but for one thing
_STEM = 5  # letters that forms of one name share: Veloria, Velorian


def strangers(mine: Frame, theirs: Frame) -> bool:
    """Whether the claim's subject is another party than the evidence's, in the same words.

    Across scripts only houses of one kind are told apart, as a name that is not recognised may
    still be there: the hospital, bank or school of another name.
    """
    one, two = mine.text, theirs.text
    if bool(_THAI.search(one)) != bool(_THAI.search(two)):
        return _other_house(mine, theirs) if _THAI.search(two) else _other_house(theirs, mine)
    if _THAI.search(one):
        return _exchanged(mine, theirs)
    if PRONOUN.match(two):
        return False
    return _one_of_two(one, two) or _renamed(one, two) or _other_name(one, two)


def _one_of_two(one: str, two: str) -> bool:
    """Whether two sentences tell apart things of one noun: the old market, the new market."""
    mine, theirs = ({m.groups() for m in TOLD_APART.finditer(text.lower())} for text in (one, two))
    return any(
        (OPPOSITES[word], noun) in theirs and (word, noun) not in theirs for word, noun in mine
    )


def _other_house(latin: Frame, thai: Frame) -> bool:
    """Whether both sentences name a house of one kind, and the Latin name echoes nowhere."""
    kinds = _kinds(latin)
    if len(kinds) != 1 or kinds != _kinds(thai) or len(_houses(latin)) != 1:
        return False
    ((start, end),) = _houses(latin)
    name = _NAMED.search(latin.text, 0, start) or (
        _CALLED.match(latin.text, end) if latin.text[start].isupper() else None
    )
    if name is None:
        return False
    called = [word for word in name.group().split() if not _plain_word(word)]
    if len(called) > 1 and all(len(skeleton(word)) <= _VAGUE for word in called):
        called = [name.group().replace(" ", "")]  # Hin Si, which only tells as a whole
    if not called or any(_is_vague(word) for word in called):
        return False
    beside = " ".join(
        thai.text[max(0, start - _BESIDE) : start] + " " + thai.text[end : end + _BESIDE]
        for start, end in _houses(thai)
    )
    heard = [w for w in called if named_in(w, thai.text) or _echoes(w, beside)]
    if heard:
        return _otherwise_called([w for w in called if w not in heard], heard, thai)
    there = tuple(word for word in words(beside) if len(word) > 2)
    return not any(nearest(word.lower(), there) >= _RENDERED for word in called)


def _echoes(name: str, thai: str) -> bool:
    """Whether a Thai text may hold a name; of two consonants only such as may come and go part."""
    if echo(name, thai) >= _ECHOED:
        return True
    sounds = skeleton(name)
    return len(sounds) == _VAGUE and sounds in skeleton(thai).translate(_DROPPED)


def _is_vague(name: str) -> bool:
    """Whether a name has too few consonants to tell anything, or such as come and go."""
    sounds = skeleton(name)
    return len(sounds) < _VAGUE or (len(sounds) == _VAGUE and not _SOFT.isdisjoint(sounds))


def _otherwise_called(lost: list[str], heard: list[str], thai: Frame) -> bool:
    """Whether a part of a name is heard and another is not, while the Thai name has another part in
    its place: Warin Phatthana School, โรงเรียนวารินทร์วิทยา."""
    if not lost or any(len(skeleton(word)) <= _VAGUE for word in lost):
        return False
    names = [_behind(end, thai) for _, end in _houses(thai)]
    there = tuple(word for word in words(" ".join(names)) if len(word) > 1)
    if any(echo(w, thai.text) > 0 or nearest(w.lower(), there) >= _RENDERED for w in lost):
        return False
    own = sum(len(skeleton(word)) for word in heard)
    return any(len(skeleton(name)) >= own + _VAGUE for name in names)


def _behind(end: int, thai: Frame) -> str:
    """The name that follows a word for a house, up to a blank or a word that the tables know."""
    stops = [m.start for m in thai.everything if m.start >= end] + [len(thai.text)]
    name = thai.text[end : stops[0]].split(" ")
    return name[0] if name else ""


def _plain_word(word: str) -> bool:
    return word.lower() in opening() or word.lower() in COMMON


def _houses(one: Frame) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in one.everything if any(m.has(t) for t in _HOUSED)]


def _kinds(one: Frame) -> frozenset[str]:
    return frozenset(v for m in one.everything for t, v in m.senses if t in _HOUSED)


_HOUSED = frozenset({Topic.FIRM, Topic.HOUSE})
_CALLED = re.compile(r" ([A-Z][a-z]+)(?: [A-Z][a-z]+){0,2}")


_NAMED = re.compile(r"(?<![\w'’-])([A-Z][a-z]+)(?: [A-Z][a-z]+){0,2} $")
_RENDERED = 0.3  # likeness of a name that is translated: Longboat, เรือยาว
_ECHOED = 0.6  # of a name's consonants: a name that is there leaves 0.75 and more
_BESIDE = 16  # characters of a name before or behind the word for the house
_VAGUE = 2  # consonants that echo by chance
_SOFT = frozenset("rwc")  # sounds that transcription drops or changes
_DROPPED = str.maketrans("", "", "rw")


def misnumbered(mine: Frame, theirs: Frame) -> bool:
    """Whether both sentences number what they speak of, and never alike: Highway 4, Highway 9."""
    one, two = _numbers(mine), _numbers(theirs)
    if one and two:
        return not one & two
    one, two = (_numbers(f) or editions(f) for f in (mine, theirs))
    return len(one) == len(two) == 1 and one != two


def _numbers(one: Frame) -> set[int]:
    return {number for number, _ in numbered(one)}


@lru_cache(maxsize=4096)
def numbered(one: Frame) -> list[tuple[int, int]]:
    """The numbers by which a sentence tells things apart (meeting 12), and where each ends."""
    tokens = one.reading.scanned.tokens
    dots = {b.start for a, b in pairwise(tokens) if _dotted(a, b)}
    plain = [token for token in tokens if token.start not in dots]
    return [
        (int(b.number if b.number is not None else b.senses[Sense.DIGIT]), b.end)
        for a, b in pairwise(plain)
        if Sense.BLOCK in a.senses and (b.number is not None or _spelled(a, b)) and not b.decimals
        and not any(f.start <= b.start < f.end for f in one.reading.figures)
    ]  # fmt: skip


def _spelled(word: Token, number: Token) -> bool:
    """Whether a number word names what stands directly in front of it: stage two; not "no two"."""
    apart = number.start - word.end
    return apart == 1 and Sense.DIGIT in number.senses and len(word.word) > _NO


_NO = 2  # letters of the words that deny, or are short for "number"


def _dotted(word: Token, dot: Token) -> bool:
    """Whether a stop only ends a short word that numbers: notice no. 13."""
    return dot.word == "." and dot.solid and Sense.BLOCK in word.senses


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
    if same_name(one[0].text, two[0].text):
        return False
    first, second = one[0].text.lower().split(), two[0].text.lower().split()
    telling = first[:-1] if first[-1] == second[-1] else first
    lowered = evidence.lower()
    return not any(word[:_STEM] in lowered for word in telling if len(word) > 2)


def _other_name(claim: str, evidence: str) -> bool:
    """Whether two Latin sentences say the same of two names that share no word."""
    one, two = (names_in(text, "en") for text in (claim, evidence))
    if not one or not two or same_name(one[0].text, two[0].text):
        return False
    first, second = one[0], two[0]
    shared = any(word[:_STEM] in evidence.lower() for word in first.text.lower().split())
    if shared or _initials(first, second):
        return False
    opening = words(claim[: first.start]), words(evidence[: second.start])
    if max(map(len, opening)) > _OPENING:
        return False
    ends = claim[first.end :], evidence[second.end :]
    told, there = (words(_FIGURES.sub(" ", end)) for end in ends)
    same = SequenceMatcher(None, told, there, autojunk=False).ratio()
    return same >= _SAME


def _initials(one: Name, two: Name) -> bool:
    """Whether one of two names may be short for the other."""
    return one.text.isupper() or two.text.isupper()


_SAME = 0.75  # of the words behind two names, for the names alone to tell two sentences apart


def _exchanged(mine: Frame, theirs: Frame) -> bool:
    """Whether one opening word is exchanged for another, neither of which the tables know."""
    one, two = _plain(mine), _plain(theirs)
    codes = SequenceMatcher(None, one, two, autojunk=False).get_opcodes()
    swaps = [code for code in codes if code[0] == "replace"]
    same = sum(b - a for tag, a, b, _, _ in codes if tag == "equal")
    if len(swaps) != 1:
        return False
    if swaps[0][1] > _OPENING:
        return _other_thing(
            mine, theirs, one[swaps[0][1] : swaps[0][2]], two[swaps[0][3] : swaps[0][4]]
        )
    _, a, b, c, d = swaps[0]
    rest = max(len(one) - (b - a), len(two) - (d - c))
    if not rest or same < _SHARED * rest or _told(mine, one[a:b]) or _told(theirs, two[c:d]):
        return False
    cut = not all(is_word(run[0]) for run in (one[a:b], two[c:d]) if run)
    if cut and _one_stem("".join(one[a:b]), "".join(two[c:d])):
        return False  # a name that words were cut from at another place
    moved = any(len(w) > _STEM and w in theirs.text for w in one[a:b])
    moved = moved or any(len(w) > _STEM and w in mine.text for w in two[c:d])
    return not moved and "".join(one[a:b]) not in theirs.text and "".join(two[c:d]) not in mine.text


def _one_stem(one: str, two: str) -> bool:
    """Whether two runs of words begin with the same letters."""
    return one[:_STEM] == two[:_STEM] and min(len(one), len(two)) >= _STEM


def _plain(one: Frame) -> list[str]:
    """The words before the first figure."""
    end = one.facts[0].quantity.start if one.facts else len(one.text)
    return [word for word in words(one.text[:end]) if not word[0].isdigit()]


def _told(one: Frame, run: list[str]) -> bool:
    """Whether a table of topics knows something in a run of words, other than a thing, which a
    name may hold: the village of the lotus pond."""
    start = one.text.find(run[0]) if run else -1
    return start < 0 or any(
        topic not in _UNTELLING for m in _in_run(one, run) for topic, _ in m.senses
    )


_UNTELLING = SERVING | {Topic.THING, Topic.HOUSE}


def _in_run(one: Frame, run: list[str]) -> list[Mention]:
    start = one.text.find(run[0])
    end = start + sum(map(len, run))
    return [m for m in one.everything if m.start < end and start < m.end]


def _other_thing(mine: Frame, theirs: Frame, one: list[str], two: list[str]) -> bool:
    """Whether the one thing that is exchanged is known on one side, and another on the other."""
    things = [{v for m in _in_run(f, run) for t, v in m.senses if t is Topic.THING}
              for f, run in ((mine, one), (theirs, two))]  # fmt: skip
    heard = any(f.text[m.start : m.end] in other.text
                for f, run, other in ((mine, one, theirs), (theirs, two, mine))
                for m in _in_run(f, run) if m.has(Topic.THING))  # fmt: skip
    if heard or mine.ids(Topic.THING) & theirs.ids(Topic.THING):
        return False
    known = [bool(side) for side in things]
    ids = (theirs if known[0] else mine).ids(Topic.THING)
    return known[0] != known[1] and not (things[0] | things[1]) & ids
