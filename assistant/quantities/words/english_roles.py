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
    "projection projections consensus"
).split()
_OWNERS = "the |its |their |a |his |her |official |government |".split("|")


def aimed(words: str) -> str:
    """What is told to be off a target or a forecast: "below" gives "below its target"."""
    return "|".join(f"{word} {owner}{aim}" for word in words.split("|") for owner in _OWNERS
                    for aim in _AIMS)  # fmt: skip


PREPOSITIONS = re.compile(r" (?:of|on|in|at|to|from|for|by|with|between|aboard)\b")
"""What begins what a head is told of: passengers on flights."""

NUMBER_OF = re.compile(r"\b(?:numbers?|volume) of\b")
"""What stands before a head without being one."""

NUMBERED = re.compile(r"\bnumber of (?:its |their |the |his |her )?([a-z-]{3,}(?: [a-z-]{3,}s)?)\b")
"""What is told to be more or fewer."""

NUMBERING = re.compile(
    r"(?:^|[.;,] )(?:[\w'’-]+ ){0,3}[\w-]{3,}s(?:\b[^.;,]* (?:[A-Z][\w-]*|[\w-]{3,}s"
    r"|(?:[\w-]+['’]s?|(?:of|in|on|at|from|under) (?:the|this|its|their)) [\w-]+))? number $"
)
"""A clause that opens with a plural and tells how many they are: the hands on Koh Phloi number."""

DONE = re.compile(r"\b([a-z]{3,}ed) $")
"""A verb of something done, at the end of what stands before a figure."""

TALLYING = frozenset(
    "reported recorded registered confirmed counted logged listed tallied attracted welcomed "
    "hosted housed received acquired gained obtained owned contained displayed included totalled "
    "numbered noted documented estimated reached amassed located stationed installed placed "
    "erected moored parked assembled collected accumulated secured released published".split()
)
"""What is done to so many that tells no more than that there are so many."""

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

_LIFTED = (
    "take takes took taken taking lay lays laid laying put puts putting set sets setting give "
    "gives gave given giving bring brings brought build builds built sign signs signed "
    "signing open opens eat eats ate eaten eating use uses used using buy buys bought buying "
    "dig digs dug hold holds held fill fills filled line lines lined hand hands handed turn "
    "turns turned back backs backed tie ties tied snap snaps snapped soak soaks soaked sweep "
    "sweeps swept split splits call calls called blow blows blew blown load loads loaded lock "
    "locks locked clean cleans cleaned wrap wraps wrapped write writes wrote written tear "
    "tears tore torn rack racks racked swallow swallows swallowed patch patched prop propped "
    "smash smashed store stored stock stocked freed"
).split()
_FELLED = (
    "lay lays laid laying put puts putting set sets turn turns turned tear tears tore torn "
    "knock knocks break breaks broke broken burn burns burned burnt hand hands handed hunt "
    "hunts hunted track tracks tracked take takes took taken pull pulls pulled strike strikes "
    "struck shoot shoots shot chop chops chopped step steps stepped stand stands stood hold "
    "holds held gun gunned pin pinned write writes wrote written settle settled shut shuts"
).split()
PHRASAL = {
    "up": "|".join(f"{verb} up" for verb in _LIFTED),
    "down": "|".join(f"{verb} down" for verb in _FELLED),
}
"""Verbs with "up" or "down" that mostly tell of no change: takes up 40 acres, laid up a ship."""
UNMOVED = (
    "wrote down|write down|writes down|written down|write-down|write-downs"
    "|up for|down for|cut off|cuts off|power cut|power cuts|short cut"
)
"""Wordings that hold a move and are none: what is up or down for so long."""

AMASSED = "|".join(
    f"{verb} up"
    for verb in "snap snaps snapped buy buys bought rack racks racked end ended ends wind wound "
    "sign signed signs line lined lines back backed backs set sets make makes made stump stumped "
    "scoop scooped swallow swallowed pile piles piled piling ran run notched notches notching "
    "totted chalked chalks "
    "clocked clocks saved".split()
)
"""What has come together: piled up debts of so much tells how much there is."""

SCALES = "age size seniority grade rank income experience distance weight type length location zone"
"""What amounts may differ by: according to seniority."""

_DONE = (
    "selling delivering paying charging flying running accepting taking offering making using "
    "buying printing teaching importing exporting hunting growing collecting serving producing "
    "burning mining drilling felling hiring recruiting lending"
).split()
STOPS = "|".join(
    f"{stop} {what}" for stop in ("stopped", "stops", "ceased", "stop") for what in _DONE
)
"""What is no longer done."""

_RATES = (
    "pass success survival failure hit error heart response "
    "default recovery employment savings attendance fertility graduation acceptance "
    "conversion defect wastage exchange"
).split()
_HIGH = "speed rise street school court tech season tide altitude water".split()
_LONG = "distance term haul range running standing serving time awaited".split()
_DEEP = "sea water fried rooted".split()
COMPOUNDS = "|".join(
    [f"{what} rate" for what in _RATES]
    + [f"{what} rates" for what in _RATES]
    + [f"{head}-{tail}" for head, tails in (("high", _HIGH), ("long", _LONG), ("deep", _DEEP))
       for tail in tails]
    + "high street|high court|high speed".split("|")
)  # fmt: skip
"""Compounds whose parts would tell of something else: a crime rate is no interest, a high-speed
line not tall."""

OTHER_RATES = {
    f"{what}_rate": f"{what} rate|{what} rates"
    for what in "crime divorce murder suicide literacy dropout poverty vacancy".split()
}
"""Rates that are measures of their own and no interest."""

OFFICES = {
    "governor": "governor|governors",
    "mayor": "mayor|mayors",
    "president": "president",
    "premier": "prime minister|premier",
    "minister": "minister|ministers",
    "king": "king|queen",
    "chief": "managing director|chief executive|ceo|chief executive officer",
    "finance_chief": "finance chief|finance director|director of finance"
    "|chief financial officer|cfo",
    "chairman": "chairman|chairwoman|chair of",
    "headteacher": "school director|school principal|headteacher|headmaster|headmistress",
    "abbot": "abbot",
    "rector": "rector|vice-chancellor",
    "ambassador": "ambassador",
    "coach": "head coach|coach",
    "captain": "captain",
    "director": "director|managing director|director-general|director general",
}


HOURS = (
    ("(?<![a-z])midnight",), ("(?<![a-z])noon(?![a-z])", 12),
    ("# ?a[.]?m(?![a-z])[.]?", 0, True), ("# ?p[.]?m(?![a-z])[.]?", 12, True),
)  # fmt: skip
"""Hours of the day: the wording, what is added, whether it counts to twelve; see `clock`."""
HOUR_JOINS = "to|until|till|and"
HOUR_RANGE = re.compile(
    r"(?<![\d.,:])(\d{1,2}(?:[.:]\d\d)?)"
    r"(?= ?(?:-|\u2013|to|until) ?\d{1,2}(?:[.:]\d\d)? ?([ap][.]?m))"
)
"""The first of two hours that share what marks them: 9 to 11 a.m."""

RECIPIENT = re.compile(r"\b(?:a|an|the|its|his|her|their|each|every|our) (?P<who>[a-z-]{3,}) $")
"""Who is given the amount that follows: pays its striker 30,000."""

PLAIN = frozenset("than have has had were been with from that they this their more less".split())
"""Words that tell nothing of what a sentence is about."""

FUNCTIONS = frozenset(
    "a an the of in on at for to by from with has have had is are was were it its their be been "
    "about around over under than as and or only just more less at least most some nearly".split()
)
"""Words that only join others or bound a figure."""

CARRIERS = frozenset("do does did will would can could".split())
"""Words that carry a denial and tell nothing themselves."""

UNORDERED = frozenset({"with", "from", "this", "that", "country", "world", "nation", "national"})
"""Words beside a place in an order that do not tell what is ordered."""

WHICH = re.compile(r",? (?:when|in which|which|that)\b")
"""What opens the clause that says how a time just named was."""

NO_ONE = frozenset({"no", "none", "nobody"})
"""What opens a sentence that tells something of nothing: no seat costs over 3,000."""

CAPITALS = re.compile(
    r"\bcapital\b(?! (?:of [\d$]|expenditure|spending|gains|investment|budget|outlay))"
)
"""What may tell of a capital city."""

CAPITAL_OF = re.compile(
    r"([A-Z]\w+(?: [A-Z]\w+)*)['’]s (?:capital|largest city|biggest city)\b"
    r"(?! (?:expenditure|spending|gains|investment|budget|base|ratio|increase|outlay|plan))"
    r"|\b(?:capital|capital city|largest city|biggest city) of ([A-Z]\w+(?: [A-Z]\w+)*)"
)
"""The capital of a country that is named."""

OUT_OF_ALL = re.compile(
    r"(?:\d(?:st|nd|rd|th)?|[a-z]+(?:th|st|nd|rd)) (?:place )?(?:out of|of|among|in a field of) "
    r"(?:the |all )?$",
    re.I,
)
"""What stands between a place and how many there are: 107th of 180 countries."""

OUTSIDE = re.compile(
    r"\b(?:outside|other than in|except in)(?: of)? (?:the )?([A-Z]\w+(?: [A-Z]\w+)*)"
)
"""What is not in a place that is named: 28 branches outside Thailand."""

ONE_OF = re.compile(r"\b(?:one of|among|amongst|within) (?:the |its |their )?(?:[a-z'’]+ )?$", re.I)
"""What stands before a number of first places: one of the five largest."""

AUXILIARY = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|did|does)\b")
"""Small words that headlines write large or leave out."""

PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their)\b")
"""What a sentence opens with whose party was named before it."""

WHERE = re.compile(
    r"(?: [a-z-]+){0,2} (?:in|at|from) ((?:[A-Z][\w'’-]+)(?: [A-Z][\w'’-]+){0,2})(?=[ ,.;]|$)"
)
"""The place behind a figure that is told of it alone."""

_PAIRS = (
    "old new|upper lower|inner outer|indoor outdoor|male female|primary secondary"
    "|eastbound westbound|northbound southbound|inbound outbound|public private"
)
OPPOSITES = {
    word: other
    for pair in _PAIRS.split("|")
    for word, other in (pair.split(), reversed(pair.split()))
}
"""Words that tell two things of one kind apart."""
TOLD_APART = re.compile(rf"\b({'|'.join(OPPOSITES)}) ([a-z]+)")

BEST = re.compile(r"[- ](?:best|worst)\b", re.I)
"""What stands behind a place in an order of merit: the ninth-best."""

AS_MANY = re.compile(r"(?: as)? (?:many|much) ([^,]+?) (?:as|than) (.+)")
"""What is laid side by side, behind how many times as many."""

EARNED = re.compile(
    r"\b(?:made|makes|posted|posts|reported|reports|turned|booked|returned to|back in|swung to"
    r"|is in|was in|remains in|ran|had|has) (?:a |an |any |no )?(?:net )?(profit|loss)\b"
    r"(?! (?:of|from|on) )"
)
"""What tells that something earned or lost money."""
AGAIN = re.compile(r"\b(?:returned|back|swung|still|remains|first)\b")
"""What tells that it was otherwise before, or the same."""

STEADY = re.compile(
    r"\b(?:(?:was|were|is|are|stayed|remained|held|left|been) (?:largely |broadly )?"
    r"(?:flat|unchanged|steady|stagnant)|stagnated|did not change)\b"
)
"""What tells that something has not moved."""

LAPSES = {
    "year": "year",
    "month": "month",
    "week": "week",
    "quarter": "quarter",
    "season": "season",
}
"""How far back an earlier time is, by its word."""

FROM_END = re.compile(
    r" (?:from (?:the )?(?:bottom|last|end)\b|from the (?:rear|back)\b|to last\b)|-to-last\b"
)
"""What follows the number of a place that is counted from the end."""
BUT_ONE = re.compile(r"\b(?:next[ -]to[ -]last|last but one|second[ -]to[ -]last|penultimate)\b")
"""The place before the last."""

NOT_YET = re.compile(r"\bnot yet\b|\byet to\b|\bstill (?:not|has not|have not)\b|n't yet\b|\byet$")
"""What denies something only up to now."""

ONCE = re.compile(
    r"\bonce (?:had|ran|owned|operated|was|were|held|made|sold)\b"
    r"|\bused to\b|\bformerly\b"
)
NO_LONGER = re.compile(
    r"\bno longer\b|\bn[o']t (?:[a-z]+ ){1,8}any ?more\b"
    r"|\bceased to\b|\bhas stopped\b"
)
"""What was so and is so no more."""

KINDS = re.compile(
    r"\b(?:electric|hybrid|petrol|diesel|used|second-hand|luxury|organic|imported|solar|foreign|female"
    r"|male|young|elderly|rural|urban|private|public|online|domestic|international|first-time)\b"
)
"""What makes a part of a thing: electric cars, foreign visitors."""

PERSONS = frozenset(
    "people persons person members souls individuals dead injured residents inhabitants villagers "
    "employees workers staff victims".split()
)
"""Who is counted without telling what they are."""

ONTO = re.compile(
    r" to (?:its|their|the|his|her|an) (?:present|existing|current|previous|original) "
)
"""What stands between what is added and the level that it is added to."""

AT = re.compile(r" (?:in|at) ")
"""How the place of a figure begins that stands behind it."""

AGAINST = re.compile(r"\b(?:as (?:many|much|\w+) [\w ]*?as|than|that of|those of)\b")
"""What a multiple is a multiple of: as many as in 2010."""

JOINED = re.compile(r",? (?:and )?")
"""What joins the names of a row."""
