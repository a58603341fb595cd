"""English verbs as done and as still to be done: built, will build."""

from __future__ import annotations

import re

_COMING = re.compile(
    r"\b(?:will|shall|(?:plan|intend|aim|hope|mean|want|propose|promise|pledge|expect|vow|need)s?\s+to"
    r"|(?:is|are)\s+(?:going\s+|set\s+|due\s+|about\s+|expected\s+|planning\s+|to\s+start\s+)?to)"
    r"\s+(?:also\s+|soon\s+|now\s+|then\s+|only\s+)?(be\s+)?([a-z]+)",
    re.IGNORECASE,
)
_IRREGULAR = {
    base: frozenset(past)
    for base, *past in (
        forms.split()
        for forms in (
            "become became|begin began begun|break broke broken|bring brought|build built"
            "|buy bought|catch caught|choose chose chosen|dig dug|draw drew drawn"
            "|drive drove driven|eat ate eaten|fall fell fallen|feed fed|fight fought|find found"
            "|fly flew flown|get got|give gave given|go went gone|grow grew grown|have had"
            "|hold held|keep kept|lay laid|lead led|leave left|lend lent|lose lost|make made"
            "|meet met|overtake overtook overtaken|pay paid|repay repaid|ride rode ridden"
            "|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent"
            "|shrink shrank shrunk|sink sank sunk|spend spent|stand stood|steal stole stolen"
            "|strike struck|swim swam|take took taken|teach taught|tell told|throw threw thrown"
            "|undergo underwent undergone|win won|withdraw withdrew withdrawn|write wrote written"
        ).split("|")
    )
}
_VOWELS = "aeiou"
_WAS = frozenset({"was", "were", "has", "have", "had", "got"})


def past_forms(verb: str) -> frozenset[str]:
    """What `verb` may be when it is done: {"hired"}, {"grew", "grown"}; lower case."""
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return frozenset({f"{verb}d"})
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return frozenset({f"{verb[:-1]}ied"})
    return frozenset({f"{verb}ed", f"{verb}{verb[-1]}ed"})


def only_to_come(done: str, coming: str) -> bool:
    """Whether `coming` says that will be done what `done` says was done, by the same verb, and not
    that it was done as well."""
    verbs = [(m[2].lower(), bool(m[1])) for m in _COMING.finditer(coming)]
    if not verbs or _COMING.search(done):
        return False
    told, there = _words(done), _words(coming)
    for verb, passive in verbs:
        if passive and verb in told:
            return bool(told & _WAS) and not there & _WAS
        if not passive and told & (past := past_forms(verb)):
            return not there & past
    return False


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


_WORD = re.compile("[A-Za-z]+")
