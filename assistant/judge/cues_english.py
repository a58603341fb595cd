# ruff: noqa: E501, SIM905
"""The cues of English: regular expressions over lower-cased text."""

from __future__ import annotations


def _words(*alternatives: str) -> str:
    return r"\b(?:" + "|".join(alternatives) + r")\b"


# What is asked in a clause behind the main one leaves that standing: "..., which raised the
# question whether".
_MAIN = r"^(?:(?!,\s(?:which|who|leaving|raising|prompting)\b).)*"

CUES = {
    "negation": _words(
        "not", r"\w+n't", "no(?! later| earlier| fewer| less| more)", "never",
        "neither", "nor", "none", "nobody", "nothing", "cannot", "denie[sd]", "deny", "reject(?:s|ed)?",
        "fail(?:s|ed)? to", "barely", "hardly", "unable", "refus(?:es?|ed)",
    ),
    "exclusion": _words(
        "without", "rather than", "instead of", "excludes?", "excluding", "omits?", "leaves out",
    ),
    "up": _words(
        "ris(?:e|es|en|ing)", "rose", "gr(?:ow|ows|ew|owth|owing|own)", "increas(?:e|es|ed|ing)",
        "up", "gain(?:s|ed)?", "higher", "above", "beat", "exceed(?:s|ed|ing)?", "more than", "lift(?:s|ed)?",
        "raise[sd]?", "climb(?:s|ed)?", "stronger", "strengthen(?:s|ed)?", "expand(?:s|ed)?",
        "jump(?:s|ed)?", "doubl(?:e|ed|ing)", "tripl(?:e|ed|ing)", "surge[sd]?", "ahead of", "better",
        "topp?ed", "recover(?:s|ed)?",
    ),
    "down": _words(
        "fall(?:s|en|ing)?", "fell", "drop(?:s|ped)?", "declin(?:e|es|ed|ing)", "decreas(?:e|es|ed|ing)",
        "down", "los(?:e|es|t|ing)", "loss(?:es)?", "lower(?:s|ed)?", "below", "miss(?:es|ed)?",
        "fell short", "shortfall", "weaker", "weakened", "shrink(?:s|ing)?", "shrank", "shed", "slip(?:s|ped)?",
        "plunge[sd]?", "cut(?:s|ting)?", "reduc(?:e|es|ed|ing)", "short of", "worse", "behind", "halv(?:e|ed)",
    ),
    "planned": _words(
        "plan(?:s|ned|ning)?", "intend(?:s|ed)?", "expect(?:s|ed|ation|ations)?", "will", "would",
        "forecasts?", "project(?:s|ed|ion)", "aim(?:s|ed|ing)?", "guid(?:ed|ance)", "outlook", "proposed?",
        "target(?:s|ed)?", "estimated?", "to be built", "due", "scheduled", "hope[sd]?",
    ),
    "doubt": _words(
        "may", "might", "could", "reportedly", "allegedly", "rumou?r(?:s|ed)?", "unconfirmed",
        "unclear", "not known", "possibl[ey]", "probably", "likely",
    ),
    "first": _words("first", "earliest", "inaugural"),
    "most": _words(
        "largest", "biggest", "highest", "most", "record", "greatest", "best", "leader", "leads?",
        "top", "front", "longest", "strongest",
    ),
    "least": _words("smallest", "lowest", "least", "slowest", "weakest", "worst", "shortest", "last"),
    "only": _words("only", "sole", "solely", "alone", "exclusive(?:ly)?", "merely", "nothing but"),
    "all": _words("all", "every", "each", "entire(?:ly)?", "whole", "completely", "always", "both", "exactly"),
    "half": _words("half", "majority", "mostly", "chiefly", "mainly"),
    "begin": _words("launch(?:ed|es)?", "open(?:s|ed)", "start(?:s|ed)?", "began", "begin(?:s)?", "introduced", "released?"),
    "end": _words("clos(?:e|es|ed|ing) down", "end(?:s|ed)", "stopp?(?:s|ed)?", "ceas(?:e|es|ed)", "withdr[ae]wn?", "cancel(?:s|l?ed)?", "abandon(?:s|ed)?"),
    "cause": _words("because", "due to", "caus(?:e|es|ed|ing)", "led to", "leads? to", "result(?:s|ed)? in", "owing to", "thanks to"),
    "question": r"\?\s*$|" + _MAIN + _words("whether", "ask(?:s|ed)? if"),
    "condition": _words("if", "unless", "were to", "provided that"),
    "said": _words("said", "says", "told", "according to", "claim(?:s|ed)?", "stat(?:es|ed)", "report(?:s|ed)", "argued?"),
}  # fmt: skip
"""Cue to pattern; see `assistant.judge.cues`."""

FUNCTION_WORDS = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been being it its "
    "this that these those he she they them his her their we our you i had has have do does did "
    "will would which who whom what when where than then there so such also into over under about "
    "after before during between per more most other some any no not only own same can could may "
    "might should if while because until up down out off again further once here all both each few "
    "said says according new one two year".split()
)
"""Words too common to tell what a statement is about, as `index.text.words` writes them."""

CLAUSE_BREAKS = r"\s+(?=(?:but|yet|while|although|though|and|if)\b)"
"""Where another clause begins; see `assistant.judge.denial`."""
