"""From passages to candidate sentences: the unit of evidence is a sentence, quoted verbatim."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import islice

import numpy as np

from assistant.quantities import parse
from assistant.types import Claim, Evidence
from index.embedding.base import Encoder
from index.sentences import sentences
from index.text import words
from index.types import Document, Hit, Kind, Passage, Tier

GIVEN = "given:"
"""How the ids of documents begin that the user vouches for; they have no date or publisher."""

WHOLE = 600
"""A given text of up to this many code points is one piece of evidence, not cut up."""

PER_DOCUMENT = 3
"""Sentences of one document among the candidates of a claim."""

ALIKE = Decimal("1.5")
"""Two amounts in one unit are of about the same size up to this factor."""

ACROSS = 1.5
"""How much more likeness counts between languages, where words are not shared and vectors lie
farther apart: what makes sentences of either language about equally related, on the seed claims."""

_SHORTEST = 12
_PRECISE = 3
_DIGITS = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Piece:
    hit: Hit
    start: int
    end: int
    text: str


def candidates(
    claim: Claim, hits: Sequence[Hit], encoder: Encoder, *, limit: int = 8
) -> tuple[Evidence, ...]:
    """The sentences of `hits` most related to `claim`, best first, at most `limit`.

    `Evidence.score` is their relatedness in 0..1: likeness of meaning, shared words and figures,
    and the rank of the passage. `encoder` embeds every sentence of every hit
    and should be fast. Sentences come from passages without overlap; the same sentence reached
    through two passages counts once. No hits, no candidates.
    """
    return candidates_many([claim], [hits], encoder, limit=limit)[0]


def candidates_many(
    claims: Sequence[Claim],
    found: Sequence[Sequence[Hit]],
    encoder: Encoder,
    *,
    limit: int = 8,
) -> list[tuple[Evidence, ...]]:
    """`candidates` of many claims with one call of the encoder."""
    pieces = [_pieces(hits) for hits in found]
    distinct = list(dict.fromkeys(p.text for group in pieces for p in group))
    row_of = {text: i for i, text in enumerate(distinct)}
    vectors = encoder.encode(distinct, role="passage")
    queries = encoder.encode([c.query for c in claims], role="query")
    return [
        _best(claim, group, vectors[[row_of[p.text] for p in group]] @ query, limit)
        for claim, group, query in zip(claims, pieces, queries, strict=True)
    ]


def given(claim: Claim, texts: Sequence[str]) -> tuple[Evidence, ...]:
    """Texts that the user puts forward as evidence, as candidates; nothing is retrieved.

    Each text is a document of its own without date or publisher, which the judge trusts. Long
    texts are cut into sentences. Blank texts give nothing.
    """
    out: list[Evidence] = []
    for number, text in enumerate(texts, 1):
        if text.strip():
            document = Document(
                id=f"{GIVEN}{number}",
                title="",
                text=text,
                language=claim.language if not text.isascii() else "en",
                tier=Tier.PRESS,
                kind=Kind.REFERENCE,
            )
            passage = Passage(
                f"{GIVEN}{number}#0", document.id, text, document.language, 0, len(text)
            )
            spans = ((0, len(text)),) if len(text) <= WHOLE else sentences(text, document.language)
            out += [Evidence(claim.id, passage, document, a, b, score=1.0) for a, b in spans]
    return tuple(out)


def is_given(document: Document) -> bool:
    """Whether the user put `document` forward (see `given`)."""
    return document.id.startswith(GIVEN)


def context_of(evidence: Evidence) -> str:
    """Title and what precedes the quotation in its passage: party and period may stand there."""
    before = evidence.document.text[evidence.passage.start : evidence.quote_start].strip()
    return f"{evidence.document.title}. {before}" if evidence.document.title else before


@lru_cache(maxsize=4096)
def _spans(text: str, language: str) -> tuple[tuple[int, int], ...]:
    return sentences(text, language)


def _pieces(hits: Sequence[Hit]) -> list[_Piece]:
    seen: set[tuple[str, int, int]] = set()
    out: list[_Piece] = []
    for hit in hits:
        passage = hit.passage
        for a, b in _spans(passage.text, passage.language):
            key = (passage.document_id, passage.start + a, passage.start + b)
            if b - a >= _SHORTEST and key not in seen:
                seen.add(key)
                out.append(_Piece(hit, key[1], key[2], passage.text[a:b]))
    return out


@lru_cache(maxsize=8192)
def _bag(text: str) -> frozenset[str]:
    return frozenset(words(text))


@lru_cache(maxsize=256)
def _numbers(text: str) -> frozenset[str]:
    return frozenset(w for w in _bag(text) if _DIGITS.search(w))


def overlap(claim: str, text: str) -> tuple[float, float]:
    """Shares of the claim's words and of its numbers that occur in `text`, each 0..1.

    Without words or numbers the share is 0.
    """
    wanted, there, figures = _bag(claim), _bag(text), _numbers(claim)
    return (
        len(wanted & there) / len(wanted) if wanted else 0.0,
        len(figures & there) / len(figures) if figures else 0.0,
    )


def _best(
    claim: Claim, pieces: Sequence[_Piece], cosines: np.ndarray, limit: int
) -> tuple[Evidence, ...]:
    scored = []
    for piece, cosine in zip(pieces, cosines, strict=True):
        shared, figures = overlap(claim.query, f"{piece.hit.document.title} {piece.text}")
        found = 1 / (1 + 0.25 * (piece.hit.rank - 1))
        alike = 0.55 * max(0.0, float(cosine)) + 0.2 * shared + 0.1 * figures
        if piece.hit.passage.language != claim.language:
            alike *= ACROSS
        told_on = piece.hit.document.published
        score = alike + 0.15 * found + _figures_alike(claim.query, piece.text, told_on)
        scored.append((round(score, 6), piece))
    scored.sort(key=lambda s: (-s[0], s[1].hit.rank, s[1].start))
    return tuple(
        Evidence(claim.id, p.hit.passage, p.hit.document, p.start, p.end, score=min(1.0, score))
        for score, p in islice(_spread(scored), limit)
    )


def _spread(scored: Sequence[tuple[float, _Piece]]) -> Iterator[tuple[float, _Piece]]:
    """At most `PER_DOCUMENT` sentences of each document, so that no source crowds out others."""
    seen: Counter[str] = Counter()
    for score, piece in scored:
        seen[piece.hit.document.id] += 1
        if seen[piece.hit.document.id] <= PER_DOCUMENT:
            yield score, piece


def _figures_alike(claim: str, text: str, told_on: date | None) -> float:
    """What a sentence gains for an amount in a unit of the claim, for one of about its size, and
    for giving that to three digits, not round. `told_on`, the day the sentence was published, is
    what the judge reads it with: so it is read once."""
    mine, theirs = _amounts(claim), _amounts(text, told_on)
    pairs = [(a, b) for unit, a in mine for other, b in theirs if unit == other]
    alike = [b for a, b in pairs if a <= b * ALIKE and b <= a * ALIKE]
    precise = any(len(b.normalize().as_tuple().digits) >= _PRECISE for b in alike)
    return 0.1 * bool(pairs) + 0.2 * bool(alike) + 0.05 * precise


@lru_cache(maxsize=16384)
def _amounts(text: str, told_on: date | None = None) -> tuple[tuple[str, Decimal], ...]:
    """Units and sizes of the amounts of `text`, dates left out; bounds count as their bound."""
    read = (q for q in parse(text, as_of=told_on) if q.kind != "date")
    found = ((q.unit, q.high if q.low is None else q.low) for q in read)
    return tuple((unit, size) for unit, size in found if isinstance(size, Decimal) and size > 0)
