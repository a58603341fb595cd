# ruff: noqa: E501
"""Whom "it", "its" and "they" mean where they open what somebody said: the speaker.

"Acme Corp said that its net profit rose" tells of Acme Corp's net profit. Only a body can be "it",
and only several can be "they"; where the speaker may be either, the statement says so.
"""

from __future__ import annotations

import re

from assistant.claims.company_words import COMPANIES
from assistant.claims.context import WORDS

_BODY = re.compile(
    rf"(?:{COMPANIES})|\b(?:Inc|Corp|Corporation|Ltd|LLC|PLC|Plc|Co|Company|Holdings|Airlines|Airways|Motors?|Industries|Technologies"
    r"|Organi[sz]ation|Agency|Ministry|Bank|Court|Department|University|Group|Union|Council|Office|Party|Committee|Authority"
    r"|Commission|Fund|Federation|Association|Institute|Bureau|Board|Exchange|Parliament|Cabinet|Army|Police|Reserve|Service)\b"
    r"|\b(?:company|firm|ministry|bank|agency|department|government|office|court|army|union|group|regulator|commission|committee"
    r"|council|authority|airline|carrier|bureau|fund|watchdog|institute|university|report|study|survey|statement)\b|\A(?:[Tt]he\s)?[A-Z]{2,6}\Z"
)
_PERSON = re.compile(
    r"\b(?:Mr|Ms|Mrs|Dr|Gen|Prof)\b|\b(?:Minister|minister|president|President|governor|Governor|chief|CEO|chair\w*|director|analyst|economist"
    r"|official|spokes\w+|researcher|scientist|expert|founder|doctor|professor|senator|mayor|secretary|executive|head)s?\b(?! of the Board)"
)
_SEVERAL = re.compile(
    r"\sand\s[A-Z]|\b(?:officials|analysts|economists|researchers|scientists|experts)\b"
)
_ITS = {
    "en": re.compile(
        r"(?P<owner>Its|Their)\s(?=[a-z])|(?P<subject>It|They)\s(?=(?:also\s|now\s|still\s)?(?:had|has|have|will|would|could|may|might|plans?|planned|expects?|expected|aims?"
        r"|intends?|sold|made|earned|lost|cut|raised|hired|spent|invested|posted|recorded|built|bought|employs?|owns?|owed|\w{3,}ed|(?:is|are|was|were)\s\w+ing)\b)"
    ),
    "th": re.compile(r"(?P<subject>ตน(?:เอง)?)(?=\s?(?:จะ|ได้|มี|เป็น|ไม่|ยัง|เคย|ขอ))(?P<owner>(?!))?"),
}
# "it would be possible": nobody's "it".
_NOBODYS = re.compile(
    r"It\s(?:is|was|would be|will be|has been|could be|may be|might be|had been|seemed|appeared|looked|turned|happened)\s"
    r"(?:also |not |now |still )?(?:likely|unlikely|possible|impossible|clear|unclear|important|time|necessary|expected|hard|difficult|easy|too|the|raining|snowing|estimated|believed|said|reported)\b"
)
_ALONE = re.compile(r"\A[A-Z][\w.&’'-]*\Z")
_PRONOUN = re.compile(r"(?:It|He|She|They|We|I|it|he|she|they|we)\Z")


def of_speaker(content: str, speaker: str | None, language: str) -> tuple[str, tuple[str, ...]]:
    """`content` with the speaker in place of a pronoun that opens it, and doubts about that.

    The doubts are in the language of `content`; a `speaker` of None changes nothing.
    """
    found = _ITS[language].match(content)
    if found is None or speaker is None or _PRONOUN.match(speaker) or _NOBODYS.match(content):
        return content, ()
    if language == "th":
        return f"{found.group()} ({speaker}) {content[found.end() :].lstrip()}", ()
    word = found["owner"] or found["subject"]
    if not _may_be(word, speaker):
        unknown = _ALONE.match(speaker) is not None and word in ("It", "Its")
        told = WORDS[language]["person"].format(what=word.casefold(), names=speaker)
        return content, (told,) if unknown else ()
    name = f"{speaker[0].upper()}{speaker[1:]}"
    return f"{_owned(name) if found['owner'] else name} {content[found.end() :]}", ()


def _may_be(word: str, speaker: str) -> bool:
    if word in ("They", "Their"):
        return _SEVERAL.search(speaker) is not None
    return (
        _BODY.search(speaker) is not None
        and _PERSON.search(speaker) is None
        and _SEVERAL.search(speaker) is None
    )


def _owned(name: str) -> str:
    return f"{name}'" if name.endswith("s") else f"{name}'s"
