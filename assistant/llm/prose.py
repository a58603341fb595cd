"""What a model writes freely, held to the evidence: quotations, figures and addresses.

A sentence stays only where its quoted words stand in the evidence letter for letter (but for
letter case and the make of quotation marks and hyphens), where each of its figures is one of the
evidence's or agrees with one, and where its web addresses are the evidence's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from assistant.answer import label_words
from assistant.plain import one_line
from assistant.quantities import compare, parse
from assistant.types import Claim, Evidence, Label, Quantity, Stance, Verdict
from index.sentences import sentences
from index.text import normalise

SMALL = 10
"""Counts below this need no counterpart: "two passages", "both", "สามแห่ง"."""

_PAIRS = (
    ("“", "”"), ("„", "“"), ("‟", "”"), ("«", "»"), ("‹", "›"), ("「", "」"), ("『", "』"),
    ("《", "》"), ("‘", "’"), ("‚", "‘"), ("＂", "＂"), ('"', '"'),
)  # fmt: skip
_OPEN = dict(_PAIRS)
_SINGLE = re.compile(r"(?<![\w'])'(?=\S)([^'\n]*[^\s'])'(?!\w)")
_APOSTROPHE = re.compile(r"(?<=\w)[’'](?=\w)")
_ADDRESS = re.compile(
    r"(?:[a-z][a-z0-9+.-]*://|www\.)[^\s<>\"“”«»]+"
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|(?<![\w@.])(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/[^\s<>\"“”«»]*)?",
    re.IGNORECASE | re.ASCII,
)
_NUMBER = re.compile(r"\d(?:[.,:]?\d)*")
_LABELS = tuple(
    dict.fromkeys(
        word
        for label in Label
        for word in (label.value.replace("_", " "), *(label_words(label, x) for x in ("th", "en")))
    )
)
_EDGE = " .,;:!?…()[]'’\""
_LEADING = "#>*-|`= "


@dataclass(frozen=True, slots=True)
class Prose:
    """What is left of a text, on one line, and how many of its sentences were dropped."""

    text: str
    dropped: int


@dataclass(frozen=True, slots=True)
class Sources:
    """What a text may quote from; `days` are days it may name: publication and the like."""

    texts: tuple[str, ...]
    days: tuple[date, ...] = ()


def verified(text: str, claim: Claim, evidence: Sequence[Evidence], base: Verdict) -> Prose:
    """What of a rationale on `claim` holds against the `evidence` that was kept, against the claim
    itself and against the comparisons of the default verdict `base`, which the model was given."""
    sums = tuple(reason for e in base.evidence for reason in e.reasons)
    return held_to(text, sources_of(evidence, claim=claim, more=sums), claim.language)


def sources_of(
    evidence: Iterable[Evidence], *, claim: Claim | None = None, more: Iterable[str] = ()
) -> Sources:
    """The quotations with title, publisher, address and date of their documents, the words of the
    labels, the claim where one is given, and `more`."""
    texts = [*more, *_LABELS]
    days: list[date] = []
    if claim is not None:
        texts += [claim.query, claim.text]
        days += [claim.as_of] if claim.as_of else []
    for e in evidence:
        document = e.document
        texts += [e.quote, document.title, document.publisher, document.url or "", *e.reasons]
        days += [document.published] if document.published else []
    return Sources(tuple(filter(None, texts)), tuple(days))


def rests_on(text: str, sources: Sources) -> bool:
    """Whether `text` states no figure, or one at least that the `sources` state."""
    mine = [q for q in parse(text) if not _small(q)]
    theirs = [q for source in sources.texts for q in parse(source)]
    return not mine or any(_figure_holds(q, theirs, sources) for q in mine)


def held_to(text: str, sources: Sources, language: str) -> Prose:
    """The sentences of `text` that hold, joined. `language` is that of the text, "th" or "en"."""
    flat = one_line(text).lstrip(_LEADING)
    spans = sentences(flat, "th" if language == "th" else "en")
    faults = [*_false_quotes(flat, sources), *_false_addresses(flat, sources)]
    kept = [
        flat[a:b]
        for a, b in spans
        if not any(start < b and a < end for start, end in faults)
        and _figures_hold(flat[a:b], sources)
    ]
    return Prose(" ".join(kept), len(spans) - len(kept))


def _false_quotes(text: str, sources: Sources) -> Iterator[tuple[int, int]]:
    """Spans in quotation marks whose words stand in no source."""
    for start, end in _quoted(text):
        words = text[start:end].strip(_EDGE + "“”„‟«»‹›「」『』《》‘’‚＂")
        if any(c.isalnum() for c in words) and not _stands(words, sources):
            yield start, end


def _quoted(text: str) -> Iterator[tuple[int, int]]:
    """Spans between quotation marks; a mark that is never closed opens the rest of the text."""
    plain = _APOSTROPHE.sub("_", text)
    at = 0
    while at < len(plain):
        close = _OPEN.get(plain[at])
        if close is None:
            at += 1
            continue
        end = plain.find(close, at + 1)
        yield (at, end + 1) if end >= 0 else (at, len(text))
        at = end + 1 if end >= 0 else len(plain)
    for match in _SINGLE.finditer(plain):
        yield match.span()


def _stands(words: str, sources: Sources) -> bool:
    """Whether `words` stand in a source with whole words and figures around them."""
    wanted = normalise(words)
    return any(_whole(wanted, normalise(source)) for source in sources.texts)


def _whole(wanted: str, text: str) -> bool:
    at = text.find(wanted)
    while at >= 0:
        if not _glued(text, at) and not _glued(text, at + len(wanted)):
            return True
        at = text.find(wanted, at + 1)
    return False


def _glued(text: str, at: int) -> bool:
    """Whether a Latin word or a number goes on over `at`."""
    around = text[max(0, at - 1) : at + 1]
    if len(around) == 2 and all(c.isalnum() and not "\u0e00" <= c <= "\u0e7f" for c in around):
        return True
    return any(m.start() < at < m.end() for m in _NUMBER.finditer(text[: at + 2], max(0, at - 2)))


def _false_addresses(text: str, sources: Sources) -> Iterator[tuple[int, int]]:
    told = " ".join(sources.texts).lower()
    for match in _ADDRESS.finditer(text):
        address = match.group().lower().rstrip(".,;:!?)]}'’")
        if not _whole(address, told):
            yield match.span()


def _figures_hold(sentence: str, sources: Sources) -> bool:
    mine = parse(sentence)
    theirs = [q for source in sources.texts for q in parse(source)]
    unread = (
        m.group()
        for m in _NUMBER.finditer(sentence)
        if len(m.group()) > 1 and not any(q.start < m.end() and m.start() < q.end for q in mine)
    )
    return all(_figure_holds(q, theirs, sources) for q in mine) and all(
        _stands(number, sources) for number in unread
    )


def _figure_holds(mine: Quantity, theirs: Sequence[Quantity], sources: Sources) -> bool:
    if _small(mine):
        return True
    if mine.kind == "date":
        return _day_holds(mine, theirs, sources.days)
    return any(
        normalise(q.text) == normalise(mine.text)
        or (q.kind == mine.kind and compare(mine, q).stance is Stance.SUPPORTS)
        for q in theirs
    )


def _small(quantity: Quantity) -> bool:
    low = quantity.low
    return quantity.kind == "count" and isinstance(low, Decimal) and low < SMALL


def _day_holds(mine: Quantity, theirs: Sequence[Quantity], days: Sequence[date]) -> bool:
    """Whether a source names the day or the time, or one that lies within it."""
    if mine.period is None:
        return any(q.low == mine.low and q.high == mine.high for q in theirs)
    periods = [(q.period.first, q.period.last) for q in theirs if q.period is not None]
    periods += [(day, day) for day in days]
    return any(_within(one, (mine.period.first, mine.period.last)) for one in periods)


def _within(inner: tuple[date | None, date | None], outer: tuple[date | None, date | None]) -> bool:
    """Whether one span of days lies within another; open ends lie within open ends only."""
    first = outer[0] is None or (inner[0] is not None and outer[0] <= inner[0])
    last = outer[1] is None or (inner[1] is not None and inner[1] <= outer[1])
    return first and last
