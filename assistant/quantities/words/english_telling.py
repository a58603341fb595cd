"""English wordings of who tells what a sentence says, and of what tells nothing of it."""

from __future__ import annotations

import re

_DAY = r"(?: (?:on |last |this )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|yesterday|today))?"
_SAYING = r"(?:says?|said|told reporters|announced|reported|confirmed)"
_TOLD = r"(?:reported|said|announced|claimed|understood|learned)"
_KIND = r"(?:latest|newest|official|recent|preliminary|government|media|press|news|local|new)"
_RECORD = r"(?:data|figures|statistics|numbers|records?|reports?)"
_ANYONE = r"(?:officials?|sources|police|authorities|analysts|reports|spokes(?:man|woman|person))"

OPENING = re.compile(
    r"(?:(?:meanwhile|in addition|moreover|furthermore|additionally|separately),"
    rf"|it (?:is|was|has been) {_TOLD} that"
    rf"|(?:{_KIND} )*reports? (?:say|says|said|suggests?|claims?|shows?)(?: that)?"
    rf"|according to (?:the )?(?:{_KIND} )*{_RECORD},"
    rf"|(?:{_KIND} )*{_RECORD} shows?(?: that)?"
    rf"|(?:{_KIND} )*(?:officials|sources) (?:say|said)(?: that)?) (?=\S)",
    re.IGNORECASE,
)
"""What opens a sentence without saying anything of its matter: it was reported that."""

_OFFICE = (
    r"(?:(?:(?:prime |deputy |finance |health |interior |transport )*minister|governor|mayor"
    r"|president|premier|senator|(?:police )?chief|secretary|general|colonel|professor|dr\.?"
    r"|spokes(?:man|woman|person)|officials?|analysts?|economists?)\b)"
)
SPEAKER = re.compile(
    rf"(?:(?:the|a|an|its) )?{_OFFICE}(?: (?:[A-Z][\w'’-]+|of|the|for))*(?:, [^,\d]{{2,40}},)?"
    rf" (?:also )?{_SAYING}{_DAY}(?: that)? "
    r"(?!(?:he|she|they|it|his|her|their|its|we|our|i)\b)(?=[\w$€£])",
    re.IGNORECASE,
)
"""An office that says a whole sentence, with its own subject: Minister Anan said the port."""

DATELINE = re.compile(
    r"[A-Z]{3}[A-Z .,'-]{1,30}(?:, (?:[A-Z][a-z]+\.? \d{1,2}|\d{1,2} [A-Z][a-z]+))?"
    r"(?: \([\w ]+\))? [-\u2013\u2014] "
)
"""Where a report was written: BANGKOK (Reuters) - ."""

CLOSING = re.compile(
    rf"(?:,? (?:(?:a|an|the|its) )?(?:{_KIND} )*{_ANYONE} {_SAYING}{_DAY}"
    rf"|,? according to (?:the )?(?:{_KIND} )*(?:{_RECORD}|{_ANYONE}))\.?$",
    re.IGNORECASE,
)
"""What closes one in the same way: , a spokesman said on Tuesday."""

SENTENCES = re.compile(
    r"(?<=[\w%)”\"][.!?])(?<![\s.][A-Z]\.)(?<!\bM[rs]\.)(?<!\b(?:Dr|St|No|Co)\.)(?<!\b(?:Mrs|Gen|Inc|Ltd)\.)"
    r"\s+(?=[A-Z“\"])"
)
"""Where one sentence ends and the next begins."""

EMPTY = frozenset("not no never none yet further more other any have has had given".split())
"""Words that tell no matter of their own, besides those that only join others."""

TRUTH = re.compile(
    r"\b(?:true|false|untrue|fake|wrong|incorrect|mistaken|misleading|den(?:y|ies|ied)|confirm\w*"
    r"|rumou?r\w*|hoax|actual\w*|really|however|instead|but|only|even|all|none|neither|both|same)\b",
    re.IGNORECASE,
)
"""What makes a sentence one about another sentence."""

SMALL_IN_HEADLINES = frozenset(
    "a an the and or but nor of in on at to by as for from with than into over per via vs".split()
)
"""Words that headlines write small."""

MONTH_NAME = re.compile(
    "(?:Jan|Febr)uary|March|April|May|Ju(?:ne|ly)|August|(?:Septem|Octo|Novem|Decem)ber"
)
"""What is written large in sentences as well."""
