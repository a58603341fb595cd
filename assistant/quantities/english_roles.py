"""The English table of words that are composed: superlatives, targets, privatives, offices."""

from __future__ import annotations

import re

LARGE = "deep tall long wide heavy old hot warm rich dear high large bright thick strong".split()
SMALL = "shallow short narrow light young cold cool poor cheap low small thin weak".split()


def superlatives(words: list[str]) -> str:
    """The highest degree of short adjectives: "deep" gives deepest, "large" largest."""
    return "|".join(_superlative(word) for word in words)


def _superlative(word: str) -> str:
    if word.endswith("e"):
        return word + "st"
    if word.endswith("y"):
        return word[:-1] + "iest"
    return word + (word[-1] if word in _DOUBLED else "") + "est"


_DOUBLED = frozenset({"hot", "thin"})

_AIMS = (
    "target targets goal goals forecast forecasts expectations plan budget estimate estimates "
    "projection projections"
).split()
_OWNERS = "the |its |their |a |his |her |official |government |".split("|")


def aimed(words: str) -> str:
    """What is told to be off a target or a forecast: "below" gives "below its target"."""
    return "|".join(f"{word} {owner}{aim}" for word in words.split("|") for owner in _OWNERS
                    for aim in _AIMS)  # fmt: skip


_UNDONE = (
    "insured vaccinated registered licensed treated educated documented answered solved reported "
    "protected electrified connected qualified certified recorded tested inspected repaired"
).split()
_STATES = "employed paid married occupied used inhabited sold filled claimed staffed".split()
_LESS = "home job land state child penni fatherl motherl driver tooth".split()
PRIVATIVES = {
    "un": "|".join(f"un{word}" for word in _UNDONE),
    "without": "|".join(
        [f"un{word}" for word in _STATES]
        + [f"{word}less".replace("lless", "less") for word in _LESS]
        + "illiterate non-smokers non-smoking vacant childfree tax-free duty-free".split()
    ),
}
"""Words that say in one what others say with a denial: uninsured; homeless, which says of what
somebody is rather than what he has not."""

OFFICES = {
    "governor": "governor|governors",
    "mayor": "mayor|mayors",
    "president": "president",
    "premier": "prime minister|premier",
    "minister": "minister|ministers",
    "king": "king|queen",
    "chief": "chief executive|ceo|chief executive officer",
    "finance_chief": "finance chief|chief financial officer|cfo",
    "chairman": "chairman|chairwoman|chair of",
    "headteacher": "headteacher|headmaster|headmistress",
    "abbot": "abbot",
    "rector": "rector|vice-chancellor",
    "ambassador": "ambassador",
    "coach": "head coach|coach",
    "captain": "captain",
}


HOURS = (
    ("(?<![a-z])midnight",), ("(?<![a-z])noon(?![a-z])", 12),
    ("# ?a[.]?m(?![a-z])[.]?", 0, True), ("# ?p[.]?m(?![a-z])[.]?", 12, True),
)  # fmt: skip
"""Hours of the day: the wording, what is added, whether it counts to twelve; see `clock`."""
HOUR_JOINS = "to|until|till|and"

RECIPIENT = re.compile(r"\b(?:a|an|the|its|his|her|their|each|every|our) (?P<who>[a-z-]{3,}) $")
"""Who is given the amount that follows: pays its striker 30,000."""

PLAIN = frozenset("than have has had were been with from that they this their more less".split())
"""Words that tell nothing of what a sentence is about."""

FUNCTIONS = frozenset(
    "a an the of in on at for to by from with has have had is are was were it its their be been "
    "about around over under than as and or only just more less at least most some nearly".split()
)
"""Words that only join others or bound a figure."""

UNORDERED = frozenset({"with", "from", "this", "that", "country", "world", "nation", "national"})
"""Words beside a place in an order that do not tell what is ordered."""
