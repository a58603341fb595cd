"""An article with its claims marked by verdict, as HTML: for the desk and for reports."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from assistant.answer import label_words
from assistant.types import Claim, Notice, Verdict
from assistant.ui.markup import text_of
from assistant.ui.words import say
from index.types import Document


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the article, `[start, end)`, inside at most one shown claim (-1: none)."""

    start: int
    end: int
    claim: int
    alarm: bool
    last: bool


def pieces(length: int, claims: Sequence[Claim], warnings: Sequence[Notice]) -> tuple[Piece, ...]:
    """Cut `[0, length)` at every border. Where claims overlap the shortest one is shown.

    The pieces are in order, without gaps, and cover everything.
    """
    spans = [(max(0, c.start), min(length, c.end)) for c in claims]
    alarms = [(max(0, n.start), min(length, n.end)) for n in warnings]
    borders = sorted({0, length, *(b for s, e in (*spans, *alarms) if s < e for b in (s, e))})
    owners = []
    for start, end in pairwise(borders):
        inside = [(e - s, n) for n, (s, e) in enumerate(spans) if s <= start and end <= e]
        alarm = any(s <= start and end <= e for s, e in alarms)
        owners.append((start, end, min(inside)[1] if inside else -1, alarm))
    final = {owner: place for place, (_, _, owner, _) in enumerate(owners)}
    return tuple(
        Piece(start, end, owner, alarm, owner >= 0 and final[owner] == place)
        for place, (start, end, owner, alarm) in enumerate(owners)
    )


def article(
    document: Document,
    claims: Sequence[Claim],
    verdicts: Sequence[Verdict],
    warnings: Sequence[Notice],
    language: str,
    *,
    chosen: int = -1,
    anchors: bool = False,
    stopped: bool = False,
) -> str:
    """The article as HTML; claim n is a link that picks n, or leads to #claim-n with `anchors`.

    Claims without a verdict (`len(verdicts) < len(claims)`) are dotted; they say that they are
    being checked, or with `stopped` that they were not.
    """
    waiting = say(language, "card.unchecked" if stopped else "card.checking")
    mark = partial(
        _mark, verdicts=verdicts, language=language, chosen=chosen, anchors=anchors,
        waiting=waiting,
    )  # fmt: skip
    found = []
    for piece in pieces(len(document.text), claims, warnings):
        text = text_of(document.text[piece.start : piece.end])
        if piece.alarm:
            text = f'<span class="x-alarm" title="{_alarm(piece, warnings)}">{text}</span>'
        if piece.claim >= 0:
            text = mark(text, piece.claim, sign=piece.last)
        found.append(text)
        twins = _twins(piece, claims) if piece.last else []
        found.extend(mark("", n, sign=True) for n in twins)
    title = f"<h2>{text_of(document.title)}</h2>" if document.title else ""
    return (
        f'<div class="x-reader" lang="{"th" if document.language == "th" else "en"}" tabindex="0" '
        f'role="region" aria-label="{say(language, "article.reader")}">{title}{"".join(found)}</div>'
    )


def _alarm(piece: Piece, warnings: Sequence[Notice]) -> str:
    """What the notices about this piece say."""
    inside = [n.message for n in warnings if n.start <= piece.start and piece.end <= n.end]
    return text_of(" · ".join(dict.fromkeys(inside)))


def _twins(piece: Piece, claims: Sequence[Claim]) -> list[int]:
    """Other claims made by the very same words: they get a sign of their own."""
    owner = claims[piece.claim]
    span = (owner.start, owner.end)
    return [n for n, c in enumerate(claims) if n != piece.claim and (c.start, c.end) == span]


def _mark(
    text: str,
    claim: int,
    *,
    verdicts: Sequence[Verdict],
    language: str,
    chosen: int,
    anchors: bool,
    waiting: str,
    sign: bool,
) -> str:
    number = claim + 1
    target = f'href="#claim-{number}"' if anchors else f'href="#" data-pick="{claim}"'
    state, words = "waiting", waiting
    if claim < len(verdicts):
        label = verdicts[claim].label
        state, words = label.value, label_words(label, language)
    icon = f'<span class="x-icon x-{state}" aria-hidden="true"></span>'
    end = f"<sup>{icon}{number}</sup>" if sign else ""
    on = " x-on" if claim == chosen else ""
    return (
        f'<a class="x-mark x-edge-{state}{on}" {target} title="{number}. {text_of(words)}">'
        f"{text}{end}</a>"
    )
