"""Who says it, apart from what is said.

"X said that Y" gives the speaker X and the content Y. Verbs that only announce are dropped from
the content; verbs that make the statement depend on its speaker (claims, expects, forecasts)
stay in it, because "X expects P" and "P" are different claims. What nobody said, or what may yet
be said, is no content: such a statement stays whole and has no speaker.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.claims import attribution_words as words
from assistant.claims.coordination import tells_figure
from assistant.claims.cue_words import CUES, NOT_FIGURES
from assistant.claims.quotation import BETWEEN, named_beside, quoted_speaker
from assistant.claims.speakers import Speaker, is_measure, is_name, speaker_in

__all__ = ["Attribution", "attribution_of", "quoted_speaker"]

_SAID_TH = re.compile(
    rf"(?P<announce>{words.ANNOUNCE_TH})|(?P<depend>{words.DEPEND_TH}|ได้?อ้างว่า|อ้างว่า)"
)
_BY_TH = re.compile(words.BY_TH)
_ROLE_TH = re.compile(rf"\s?{words.ROLE_TH}")
_DENIED = {"th": re.compile(words.DENIED_TH), "en": re.compile(words.DENIED_EN, re.IGNORECASE)}
_UNSAID = {"th": re.compile(words.UNSAID_TH), "en": re.compile(words.UNSAID_EN)}
_SUBORDINATE = {
    "th": re.compile(words.SUBORDINATE_TH),
    "en": re.compile(words.SUBORDINATE_EN),
}
_TURNS_TH = re.compile(words.TURNS_TH)
_CIRCUMSTANCE_TH = re.compile(words.CIRCUMSTANCE_TH)
_UNFINISHED_TH = re.compile(words.UNFINISHED_TH)
_COORDINATOR_EN = re.compile(words.COORDINATOR_EN)
_UNFINISHED_EN = re.compile(words.UNFINISHED_EN)

_SAID_EN = re.compile(
    rf"(?P<who>{words.WHO_EN})(?:,[^,]{{3,140}},)?\s"
    rf"(?:(?P<announce>{words.ANNOUNCE_EN})|(?P<depend>{words.DEPEND_EN}))"
    r"(?:\s(?:on|late|early)\s\w+)?(?:\s(?:that|about)|,)?\s"
)
_OBJECT_EN, _OPENING_EN = re.compile(words.OBJECT_EN), re.compile(words.OPENING_EN)
_ACCORDING = re.compile(r"(?:^|,\s)[Aa]ccording to (?:the |a )?(?P<who>[^,.;]{2,80})(?:,\s|;|\.?$)")
_END_EN = re.compile(
    rf"[,”\"]\s(?P<who>{words.WHO_EN}|it|he|she|they)(?:,[^,”\"]{{3,80}},)?\s(?:{words.ANNOUNCE_EN})"
    r"(?:\s(?:in|on|at|during)\s[^,]{3,50}?)?\.?[”\"]?$"
)
# "...," said the minister, who ...
_QUOTED_EN = re.compile(
    r"[,.!?][”\"]\s(?:said|added|wrote|told reporters|says)\s"
    rf"(?P<who>{words.WHO_EN})(?:,[^”\"]*)?[.,]?\s*$"
)
_END_QUOTE_TH = re.compile(
    rf"[“”\"]\s*(?P<who>[^“”\"0-9]{{2,120}}?)\s?{words.QUOTE_VERB_TH}\s*\.?\Z"
)
_END_TH = re.compile(
    rf"(?:^|\s)(?P<who>(?:{words.TITLED_TH}|{words.LATIN_NAME})(?:\s[^\s“”\"0-9]{{2,60}}){{0,3}}?)"
    rf"\s?{words.QUOTE_VERB_TH}\s*\Z"
)
_FIGURE = re.compile(r"[0-9๐-๙]")
_NUMBERED, _RELATIVE_TH = re.compile(words.NUMBERED), re.compile(words.RELATIVE_TH)
_NOT_FIGURES = re.compile(NOT_FIGURES, re.M)
_PREDICATE = tuple(re.compile(pattern) for pattern in CUES["predicate"])
_TELLING, _TELLING_WITHOUT_FIGURE = 12, 25


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says it (None: nobody is named) and the content without the announcing words.

    `further` are later quotations of the same speaker. `before` is what stands before the speaker
    is named and is a statement of its own, said by nobody ("" when there is none). `intro` are
    the words that were taken off before the content.
    """

    speaker: str | None
    content: str
    further: tuple[str, ...] = ()
    before: str = ""
    intro: str = ""


def attribution_of(text: str, language: str) -> Attribution:
    """Speaker and content of a statement. `language` is "th" or "en"."""
    between = BETWEEN[language].match(text)
    if between is not None:
        speaker = named_beside(between, language)
        if speaker:
            further = between["two"].strip()
            further = f"{further[:1].upper()}{further[1:]}"
            return Attribution(speaker, between["one"].strip(" ,"), (further,))
    return _thai(text) if language == "th" else _english(text)


def _thai(text: str) -> Attribution:
    said = _SAID_TH.search(text)
    if said is not None:
        before = text[: said.start()]
        if _DENIED["th"].search(before) or _UNSAID["th"].search(before):
            return Attribution(None, text)
        speaker = speaker_in(before)
        if speaker is not None:
            return _split_thai(text, said, speaker)
    ends = _END_QUOTE_TH.search(text) or _END_TH.search(text)
    if ends is not None and is_name(ends["who"]) and not _DENIED["th"].search(ends["who"]):
        named = speaker_in(ends["who"])
        return Attribution(named.name if named else None, text[: ends.start()].strip(' “”"'))
    by = _BY_TH.search(text)
    return Attribution(by["who"].strip() if by else None, text)


def _split_thai(text: str, said: re.Match[str], speaker: Speaker) -> Attribution:
    before = _told_before(text[: speaker.start], "th")
    content = text[said.end() :].strip()
    if said["announce"] and len(content) >= 20:
        return Attribution(speaker.name, content, before=before, intro=text[: said.end()])
    if before:
        return Attribution(speaker.name, text[speaker.start :].strip(), before=before)
    return Attribution(speaker.name, text)


def _told_before(part: str, language: str) -> str:
    """`part` as a statement of its own, "" when it tells nothing to check."""
    part = part.strip(" ,;")
    part = _TURNS_TH.sub("", part) if language == "th" else part
    shorter = _SUBORDINATE[language].sub("", part)
    side = 0 if language == "th" else 1
    if language == "th" and _UNFINISHED_TH.search(shorter):
        return ""
    predicate = _PREDICATE[side].search(shorter) is not None
    if _has_figure(shorter):
        about = language == "th" and (_CIRCUMSTANCE_TH.match(part) or _ROLE_TH.match(part))
        tells = len(shorter) >= _TELLING and (predicate or not about)
    else:
        about = _CIRCUMSTANCE_TH.match(part) or _ROLE_TH.match(part) or _RELATIVE_TH.match(part)
        tells = predicate and about is None and len(shorter) >= _TELLING_WITHOUT_FIGURE
    return f"{shorter[:1].upper()}{shorter[1:]}" if tells else ""


def _has_figure(part: str) -> bool:
    """Whether a number stands there that is more than a date or a place in a row."""
    return _FIGURE.search(_NUMBERED.sub(" ", _NOT_FIGURES.sub(" ", part))) is not None


def _english(text: str) -> Attribution:
    according = _ACCORDING.search(text)
    if according is not None:
        return Attribution(according["who"].strip(), text)
    for pattern in (_END_EN, _QUOTED_EN):
        ends = pattern.search(text)
        if ends is not None and not _DENIED["en"].search(ends["who"]):
            return Attribution(ends["who"].strip(), text[: ends.start()].strip(' ,“”"'))
    said = _SAID_EN.search(text)
    if said is None or _OBJECT_EN.search(said.group()):
        return Attribution(None, text)
    return _split_english(text, said)


def _split_english(text: str, said: re.Match[str]) -> Attribution:
    start = said.start("who") + _before_name(said["who"], text[: said.start("who")])
    if _DENIED["en"].search(text[: said.end("who")]) or _UNSAID["en"].search(text[:start]):
        return Attribution(None, text)
    speaker = text[start : said.end("who")].strip(" ,")
    if _NUMBERED.fullmatch(speaker):
        return Attribution(None, text)
    content = text[said.end() :].strip()
    before = _before_english(text[:start])
    if not before and _has_figure(text[:start]):
        return Attribution(speaker, text)
    if said["announce"] and len(content) >= 25 and content.count(" ") >= 4:
        content = content[0].upper() + content[1:]
        return Attribution(speaker, content, before=before, intro=text[: said.end()])
    if before:
        return Attribution(speaker, text[start:].strip(), before=before)
    return Attribution(speaker, text)


def _before_name(who: str, prefix: str) -> int:
    """How much of `who` stands before the speaker: an opening, or the end of what is told first."""
    first, joined, _ = who.partition(" and ")
    if joined and (is_measure(first) or _UNFINISHED_EN.search(prefix)):
        return len(first) + len(joined)
    opening = _OPENING_EN.match(who)
    return opening.end() if opening else 0


def _before_english(prefix: str) -> str:
    """What is told before the speaker, where a conjunction joins the two."""
    joined = _COORDINATOR_EN.search(prefix)
    if joined is not None:
        return _told_before(prefix[: joined.start()], "en")
    clause = _SUBORDINATE["en"].sub("", prefix)
    depends = clause != prefix and prefix.rstrip().endswith(",")
    return _told_before(prefix, "en") if depends and tells_figure(clause, "en") else ""
