"""English wordings of rules and rows: how often, how often in a row, over what, within what."""

from __future__ import annotations

import re

MULTIPLYING = frozenset(
    "rise rises rose risen rising grow grows grew grown growing increase increases increased "
    "increasing jump jumps jumped surge surges surged soar soars soared climbed climbs up multiply "
    "multiplies multiplied expand expands expanded swell swells swelled swollen by at to is are "
    "was were be been worth pays paid costs cost gained".split()
)
"""Words before a number that make it a multiple: rose three times."""

AFTER_OCCASIONS = frozenset(
    "in on since during this last a an per between before after and but so each every until while "
    "when within over by under for from with without around across at because where".split()
)
"""What may follow where "times" counts occasions, and does not where it multiplies."""

_COUNTED_RUN = "years? quarters? months? weeks? days? seasons? games? matches elections? terms?"
_IN_A_ROW = "running|in a row|in succession|on the trot|on end|straight"
RUNS = tuple(
    re.compile(
        pattern.format(n=r"(?P<n>[a-z]{2,20}|\d{1,4}(?:st|nd|rd|th)?)", of=of, row=_IN_A_ROW), re.I
    )
    for of in ["|".join(_COUNTED_RUN.split())]
    for pattern in (
        r"\b{n}[ -](?:straight|consecutive|successive)(?: \w+)?? (?P<of>{of}|yearly|annual"
        r"|quarterly|monthly|weekly|daily)\b",
        r"\b{n} (?P<of>{of}) (?:{row})\b",
    )
)
"""How often in a row something was so: the third straight year, three quarters running."""


def _grown_over(span: str, letter: str) -> re.Pattern[str]:
    """A growth over the year (quarter, month, week) before."""
    base = r"(?:from|than|against|over|versus|on|compared (?:with|to)) (?:the |its )?(?:same \w+ )?"
    return re.compile(
        rf"{span}[- ](?:on|over)[- ]{span}|\b{letter}[/-]?o[/-]?{letter}\b|\b{letter}/{letter}\b"
        rf"|{base}(?:the )?(?:a |last |previous |prior |preceding |one )?{span}"
        rf"(?: earlier| ago| before|'s|\b(?! (?:to|of|in)\b))",
        re.IGNORECASE,
    )


GROWN_OVER = {span: _grown_over(span, span[0]) for span in ("year", "quarter", "month", "week")}
"""Over what growth is measured: year on year, from a quarter earlier."""

ENTITLED = re.compile(
    r"\b(?:free|qualif\w+|eligible|entitled|allowed|exempt\w*|admitted|may|must|banned|barred"
    r"|required|appl(?:y|ies)|receives?|gets?|half[- ]price|discount\w*|vote|retire)\b",
    re.IGNORECASE,
)
EARNING = re.compile(r"\b(?:earn(?:s|ing|ers?)?|incomes?|salar(?:y|ies)|wages)\b", re.IGNORECASE)
"""What a rule gives to those within a limit, and limits of what they earn."""

PART_OF_FIRM = re.compile(
    r"\b([A-Z][\w-]+) (?:unit|plant|division|arm|branch|subsidiary|works|mill|factory|site|office)"
    r"\b"
)
"""A part of a firm that is named: its Norvale unit."""

OF_THOSE = re.compile(
    r"\s*(?:of )?(?:the |all |its |their )?(?:[a-z]+'s )?(?P<who>[a-z]+s"
    r"|people|men|women|children|staff)\b"
)
"""Whom or what a share is of: 30% of users."""

PART_OF_STAKE = re.compile(r" of (?:its|his|her|their|the) (?:stake|stakes|shareholding|holding)\b")
"""What makes a share a part of a stake: sold 30% of its stake."""

HYPHENED = re.compile(
    r"(?<=magnitude)-(?=\d)|-and-a-(?=half|quarter|third)"
    r"|(?<=[0-9mbnk])-an?-(?=(?:year|month|week|day|night|head|share|barrel|litre|kilo|tonne)\b)"
)
"""Hyphens that stand for blanks in an amount: two-and-a-half times, a $500,000-a-year job."""

OFFICES = frozenset(
    "department ministry office service authority administration agency commission board bureau "
    "council committee institute association union federation company group senate parliament "
    "cabinet house assembly government police army navy harbour".split()
)
"""Words of what a body is, which the other language translates."""

PLACED = re.compile(r"\b(?P<place>\w+)-placed ")
"""The place of another that is only named: behind second-placed Japan."""

EACH_SPELL = re.compile(r"\b(?:each|every) (?:quarter|month|half|week|year)\b", re.I)
"""What makes a figure one of each of several times: 60 million in each quarter of 2024."""

FOR_SO_LONG = re.compile(r"\b(?:for|lasting|lasted) $")
"""What makes a length of time that of what goes on, whatever comes behind it."""

OF_WHAT = re.compile(r" of (?:its |the |their |his |her )?(?:[a-z-]+ ?){1,2}")
"""What stands behind a count of copies, packs or pieces: 350,000 copies of its game."""

NONE_OF = re.compile(r"\b[Nn]one of\b")
"""What denies of each what follows it."""

NAMED_YEAR = re.compile(
    r"\b[A-Z][a-z]+ (?P<year>\d{4}) (?:scheme|project|plan|programme|vision|strategy|agenda"
    "|roadmap)\b"
)
"""A year that is a part of the name of a scheme: the Harbour 2040 plan."""

WITHOUT = re.compile(r"without (?P<what>(?:[a-z-]+ ?){1,4})", re.I)
"""What something is without: without a waiting list."""

NUMBERED = re.compile(r"(?<![A-Za-z.])[A-Z][a-z]{2,} ([1-9]\d?)(?= [a-z]{4,})")
"""A small number behind a name: the Pha Lom 2 power station."""

NEXT_ITEM = "and the |and |while "
"""What joins the next entry of a list to the one before."""

OFFICIAL = re.compile(
    r"\b(?:Ministry|Department|Office|Commission|Council|Board|Bank of Thailand|Fund|Nations|Agency"
    r"|Reserve|Authority|Bureau|Exchange|World Bank|Union)\b"
)
"""Names of offices, which report as often as they act."""

TOWARDS = re.compile(r"\b(?:on|for|into|in|with|at|to|towards)\b")
"""What stands between an amount and what it is for: 35 billion baht on more kilns."""

PUNISHING = re.compile(
    r"\b(?:fine[sd]?|jail(?:ed)?|prison|imprison\w*|sentence[sd]?|penalt(?:y|ies)|bail|ban(?:ned)?"
    r"|(?:speed|weight|height|age) limit|allowed|permitted)\b",
    re.IGNORECASE,
)
"""What sets a highest punishment or the most that is allowed."""

_SO_LONG = (
    r"(?P<long>(?:[a-z-]{1,20} )?(?:\d{1,4}|[a-z-]{1,20})[ -]"
    r"(?:years?|decades?|months?|weeks?|quarters?|century|centuries))"
)
_RECORD_ENDS = (
    (
        "high",
        "highest|biggest|largest|strongest|fastest|hottest|heaviest|worst|longest",
        "highs?|peak",
    ),
    ("low", "lowest|smallest|weakest|slowest|coldest|lightest|best|shortest", "lows?"),
)
RECORDS = tuple(
    (end, re.compile(pattern, re.IGNORECASE))
    for end, ends, short in _RECORD_ENDS
    for pattern in (
        rf"\b(?:{ends})\b(?: [a-z]+){{0,2}} in (?:the past |the last )?{_SO_LONG}",
        rf"\b{_SO_LONG}[ -](?:{short})\b",
    )
)
"""For how long nothing was higher, or lower: the highest in 14 years, a three-year low."""

EVERY = re.compile(r"\bevery (?:about |some |roughly )?$", re.IGNORECASE)
"""What tells how often something happens, before a length of time."""

ADDRESS = re.compile(
    r"\d{1,4}[A-Za-z]?(?= (?:[A-Z][a-z]+ ){1,3}(?:Lane|Road|Street|Avenue|Drive|Close|Terrace"
    r"|Crescent|Boulevard|Alley|Soi|Rd|St|Ave)\b)"
)
"""The number of a house in a street: 88 Mill Lane."""

AWAY = re.compile(
    r" (?:away |north |south |east |west |off |downstream |upstream )?(?:from|of) (?:the|its|[A-Z])"
)
"""What makes a length the distance to what follows: 300 m from the river."""

MAY = re.compile(r"\b(?:may|might)\b")
"""What makes what follows only possible; in lower case, as the month is not."""

THOSE_WHO = re.compile(r"\bof (?:all )?(?:those|people|the people) (?:who|that) (?P<did>[a-z]{3,})")
OF_WHOM = re.compile(r"(?:\bof (?:the |all )?|ของ)(?P<whole>[a-z]{3,}|[ก-๎]{3,})")
"""A share of those who did something, and of whom a share is told."""
