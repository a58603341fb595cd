"""What a message in the chat asks for. Pure: no model, no store, no state outside `Context`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from assistant.claims.worthiness import default_model
from assistant.types import Verdict
from assistant.ui.phrases import PHRASES, Phrases
from index.sentences import sentences
from index.text import language_of, words
from index.types import Document

ARTICLE_LENGTH = 600
"""Code points from which a text is read as an article, whatever else it looks like."""
ARTICLE_SENTENCES = 4
_PARAGRAPHS_LENGTH = 240
_URL = re.compile(r"https?://\S+", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,$฿€£])((?:19|20|21|24|25|26)\d{2})(?![\d%]|[.,]\d)")
_ERA = re.compile(r"(พ\.ศ\.|ค\.ศ\.)\s*$")
_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_FIRST_BUDDHIST_YEAR = 2400
_STATEMENT = 0.15
"""Few words that are rated less check-worthy than this are a wish, a feeling or a request."""
_FEW = 8
_LISTED = re.compile(r"^\s*(?:[-*•–]|[0-9๐-๙]{1,2}[.)])\s+")
_SHORTEST_LINE = 15


class Act(StrEnum):
    """What a message asks for."""

    CLAIM = "claim"
    ARTICLE = "article"
    PAGE = "page"
    FILE = "file"
    EVIDENCE = "evidence"
    WHY = "why"
    SUMMARY = "summary"
    QUESTION = "question"
    ADVICE = "advice"
    HELLO = "hello"
    THANKS = "thanks"
    ASIDE = "aside"
    LOST = "lost"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class Context:
    """What one conversation is about: the verdicts last shown and the article they belong to.

    It travels with one session and is replaced, never changed, so that nothing of one user can
    show up at another's.
    """

    verdicts: tuple[Verdict, ...] = ()
    article: Document | None = None
    focus: int = 0

    @property
    def verdict(self) -> Verdict | None:
        """The verdict that "it" and "why?" refer to."""
        return self.verdicts[self.focus] if self.focus < len(self.verdicts) else None


@dataclass(frozen=True, slots=True)
class Turn:
    """A message understood.

    `text` is the claim, question, article or address; `number` counts from 1, 0 when none was
    named; `paths` are dropped files; `restated` says that the claim was put together from an
    earlier one and should be shown before it is judged.
    """

    act: Act
    language: str
    text: str = ""
    number: int = 0
    paths: tuple[str, ...] = ()
    restated: bool = False


def understand(
    message: str, context: Context, *, files: Sequence[str] = (), language: str = "th"
) -> Turn:
    """Read `message` in the light of `context`; `language` is used where the text has none."""
    text = message.strip()
    spoken = language_of(text) if any(c.isalpha() for c in text) else language
    if files:
        return Turn(Act.FILE, language, text=text, paths=tuple(files))
    if not text:
        return Turn(Act.EMPTY, language)
    if address := _address(text):
        return Turn(Act.PAGE, language, text=address)
    if _is_article(text, spoken):
        return Turn(Act.ARTICLE, spoken, text=text)
    return _short(text, context, spoken)


def _short(text: str, context: Context, language: str) -> Turn:
    phrases = PHRASES[language]
    if rest := _after(phrases.instead, text):
        return Turn(Act.CLAIM, language, text=claim_in(rest, language))
    bare = text.strip(" ?？!.。").translate(_DIGITS)
    if not any(c.isalnum() for c in bare):
        return Turn(Act.WHY if context.verdicts else Act.EMPTY, language)
    if (found := _whole(_with_numbers(phrases.evidence), bare)) is not None:
        return _about(Act.EVIDENCE, context, language, _number(found, phrases))
    for act, patterns in ((Act.WHY, phrases.why), (Act.SUMMARY, phrases.summary)):
        if _whole(patterns, bare) is not None:
            return _about(act, context, language, 0)
    for act, patterns in ((Act.HELLO, phrases.hello), (Act.THANKS, phrases.thanks)):
        if _whole(patterns, bare) is not None:
            return Turn(act, language)
    if (found := _whole(phrases.follow, bare)) is not None:
        return _follow_up(found.group(1).strip(), context, language, text)
    return _statement(text, language)


def _statement(text: str, language: str) -> Turn:
    phrases = PHRASES[language]
    claim = claim_in(text, language)
    asked = claim.strip(" ?？").translate(_DIGITS)
    if _whole(phrases.advice, text.strip(" ?？")) is not None:
        return Turn(Act.ADVICE, language, text=text)
    if not _is_cut(text, claim):
        if _whole(phrases.open_question, asked) is not None:
            return Turn(Act.QUESTION, language, text=text)
        if _is_several(text, language):
            lines = (_LISTED.sub("", line) for line in text.splitlines())
            return Turn(Act.ARTICLE, language, text="\n".join(lines))
        if not _is_statement(claim, language):
            return Turn(Act.ASIDE, language, text=text)
    return Turn(Act.CLAIM, language, text=claim)


def claim_in(text: str, language: str) -> str:
    """The statement inside a question: "is it true that ...?", "...จริงไหม". Never empty."""
    phrases = PHRASES[language]
    rest = text.strip().strip("\"“”'")
    for _ in range(3):
        rest = _cut(phrases, rest)
    if language == "th" and rest.endswith("ไหม") and words(rest)[-1:] == ["ไหม"]:
        rest = rest[: -len("ไหม")]  # the particle, not the silk of ผ้าไหม
    if not any(c.isalnum() for c in rest) or rest.strip().lower() in phrases.bare:
        return text.strip()
    return rest.strip().strip("\"“”'").strip() or text.strip()


def with_period(claim: str, period: str, language: str) -> str:
    """`claim` moved to another period; the year in it is replaced, else the period is added."""
    fresh = period.translate(_DIGITS)
    only_year = re.fullmatch(r"(?:(?:ปี|พ\.ศ\.|ค\.ศ\.|year)\s*)*(\d{4})", fresh, re.IGNORECASE)
    years = list(_YEAR.finditer(claim.translate(_DIGITS)))
    if years and (only_year or len(_YEAR.findall(fresh)) == 1):
        return _moved(claim, years[-1], only_year.group(1) if only_year else fresh, bool(only_year))
    bare = claim.rstrip(" .。")
    shape = PHRASES[language].in_year if re.fullmatch(r"\d{4}", fresh) else None
    return (shape or PHRASES[language].in_period).format(claim=bare, period=period)


def _moved(claim: str, found: re.Match[str], period: str, only_year: bool) -> str:
    head, tail = claim[: found.start()], claim[found.end() :]
    if not only_year:
        head = re.sub(
            r"(?:ไตรมาส(?:ที่)?\s*\d\s*)?(?:ของ)?(?:ปี)?\s*(?:พ\.ศ\.|ค\.ศ\.)?\s*$"
            r"|(?:the\s+)?(?:(?:first|second|third|fourth)\s+quarter|Q[1-4])\s+(?:of\s+)?$",
            "",
            head,
            flags=re.IGNORECASE,
        )
        return f"{head.rstrip()} {period}{tail}"
    era = _ERA.search(head)
    if era:
        wanted = "พ.ศ." if int(period) >= _FIRST_BUDDHIST_YEAR else "ค.ศ."
        head = f"{head[: era.start()]}{wanted} "
    return head + period + tail


def _follow_up(what: str, context: Context, language: str, message: str) -> Turn:
    verdict = context.verdict
    if verdict is None:
        return Turn(Act.LOST, language, text=message)
    base = verdict.claim.query
    spoken = verdict.claim.language
    if _YEAR.search(what):
        return Turn(Act.CLAIM, language, text=with_period(base, what, spoken), restated=True)
    for name in sorted(verdict.claim.entities, key=len, reverse=True):
        if name in base:
            return Turn(Act.CLAIM, language, text=base.replace(name, what, 1), restated=True)
    return Turn(Act.LOST, language, text=message)


def _about(act: Act, context: Context, language: str, number: int) -> Turn:
    if not context.verdicts:
        return Turn(Act.LOST, language)
    return Turn(act, language, number=number)


def _address(text: str) -> str | None:
    found = _URL.findall(text)
    around = _URL.sub("", text).strip()
    return str(found[0]) if len(found) == 1 and len(around) <= 40 else None


def _is_article(text: str, language: str) -> bool:
    if len(text) >= ARTICLE_LENGTH:
        return True
    paragraphs = [p for p in text.splitlines() if p.strip()]
    if len(paragraphs) > 1 and len(text) >= _PARAGRAPHS_LENGTH:
        return True
    return len(text) >= ARTICLE_LENGTH / 2 and len(sentences(text, language)) >= ARTICLE_SENTENCES


def _is_several(text: str, language: str) -> bool:
    """Whether several claims are written one after the other: lines, or English sentences."""
    lines = [_LISTED.sub("", line).strip() for line in text.splitlines()]
    if len([line for line in lines if len(line) >= _SHORTEST_LINE]) > 1:
        return True
    found = sentences(text, language) if language == "en" else ()
    return len(found) > 1 and all(len(words(text[a:b])) > 3 for a, b in found)


def _is_statement(text: str, language: str) -> bool:
    """Whether there is anything to judge: more than a word, and no short wish or feeling."""
    count = len([w for w in words(text) if w[0].isalnum()])
    return count > _FEW or (count > 1 and default_model().rate(text, language).score >= _STATEMENT)


def _is_cut(text: str, claim: str) -> bool:
    return len(claim) < len(text.strip(" ?？\"“”'"))


def _cut(phrases: Phrases, text: str) -> str:
    rest = text.strip()
    marked = rest.rstrip(" ?？")
    for tail in phrases.tails:
        found = re.search(rf"(?:{tail})\s*$", marked, re.IGNORECASE)
        if found and found.start() > 0:
            marked = marked[: found.start()].rstrip()
    if head := _after(phrases.heads, marked):
        marked = head
    return marked if marked else rest


def _after(patterns: Iterable[str], text: str) -> str:
    for pattern in patterns:
        found = re.match(pattern, text, re.IGNORECASE)
        if found and text[found.end() :].strip():
            return text[found.end() :].strip()
    return ""


def _whole(patterns: Iterable[str], text: str) -> re.Match[str] | None:
    for pattern in patterns:
        if found := re.fullmatch(pattern, text, re.IGNORECASE):
            return found
    return None


@cache
def _with_numbers(patterns: tuple[str, ...]) -> tuple[str, ...]:
    known = sorted({w for p in PHRASES.values() for w in p.numbers}, key=len, reverse=True)
    number = rf"({'|'.join(known)}|\d{{1,3}})"
    return tuple(pattern.replace("{n}", number) for pattern in patterns)


def _number(found: re.Match[str], phrases: Phrases) -> int:
    told = found.group(1) if found.groups() else None
    if not told:
        return 0
    return int(told) if told.isdigit() else phrases.numbers.get(told.lower(), 0)
