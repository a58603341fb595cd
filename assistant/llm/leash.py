"""Untrusted text, in and out: delimiters neutralised, quotes found verbatim or dropped.

A citation is kept when its passage was given, speaks to no checker, and holds the quoted words as
`assistant.llm.quoting` asks. What is kept is the whole sentence around them: it is shown, and it
is what every later check reads.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.judge.addressed import no_evidence
from assistant.llm.quoting import Fault, Place, neutral, place_of
from assistant.llm.schemas import Citation
from assistant.plain import one_line
from assistant.types import Evidence, Stance
from index.types import Document, Passage

__all__ = ["Dropped", "Held", "Shown", "fenced", "held", "neutral", "shown"]

_SPEAKS = frozenset({"addressed", "disguised"})
_LONGEST_ID = 40


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the model sees it, under the id it must cite.

    `speaks` says that its document, as far as the model sees it, title and publisher included,
    speaks to the checker or disguises its letters: whatever else it says may have been obeyed, so
    it backs nothing.
    """

    id: str
    passage: Passage
    document: Document
    evidence: Evidence
    speaks: bool = False

    @property
    def text(self) -> str:
        """The passage with its delimiters neutralised; as long as the passage."""
        return neutral(self.passage.text)


@dataclass(frozen=True, slots=True)
class Dropped:
    """A citation that does not hold. `why` is a key of `assistant.llm.words`, `passage` the id
    that was cited, on one line."""

    passage: str
    why: str


@dataclass(frozen=True, slots=True)
class Held:
    """Citations that hold, as evidence, each sentence once, and those that were dropped."""

    evidence: tuple[Evidence, ...]
    dropped: tuple[Dropped, ...]


def shown(candidates: Sequence[Evidence]) -> tuple[Shown, ...]:
    """The passages behind `candidates`, each once, best first, as p1, p2, ..."""
    first: dict[str, Evidence] = {}
    for evidence in candidates:
        first.setdefault(evidence.passage.id, evidence)
    speaking = {e.document.id for e in first.values() if _speaks(e)}
    return tuple(
        Shown(f"p{n}", e.passage, e.document, e, e.document.id in speaking)
        for n, e in enumerate(first.values(), 1)
    )


def fenced(passages: Iterable[Shown]) -> str:
    """The passages between delimiters that their text cannot contain."""
    return "\n\n".join(_fenced_one(p) for p in passages)


def held(citations: Sequence[Citation], given: Mapping[str, Shown], claim_id: str) -> Held:
    """Keep citations whose passage was given and whose quote stands in it letter for letter.

    The evidence is the whole sentence, or sentences, that the quoted words stand in. A sentence
    cited twice counts once, as it was cited first.
    """
    kept: dict[tuple[str, int, int], Evidence] = {}
    dropped: list[Dropped] = []
    for citation in citations:
        found = _kept(citation, given.get(citation.passage), claim_id)
        if isinstance(found, str):
            dropped.append(Dropped(one_line(neutral(citation.passage))[:_LONGEST_ID], found))
        else:
            kept.setdefault((found.document.id, found.quote_start, found.quote_end), found)
    return Held(tuple(kept.values()), tuple(dict.fromkeys(dropped)))


def _kept(citation: Citation, source: Shown | None, claim_id: str) -> Evidence | str:
    """The evidence of a citation, or the key of what is wrong with it."""
    if source is None:
        return "no_passage"
    place = place_of(citation.quote, source.passage.text, source.passage.language)
    if isinstance(place, Fault):
        return place.value
    evidence = _evidence(citation, source, place, claim_id)
    return "addressed" if source.speaks or no_evidence(evidence.quote) else evidence


def _speaks(evidence: Evidence) -> bool:
    document = evidence.document
    told = (evidence.passage.text, document.title, document.publisher or "")
    return any(no_evidence(text) in _SPEAKS for text in told)


def _fenced_one(p: Shown) -> str:
    d = p.document
    facts = {
        "id": p.id,
        "title": d.title,
        "publisher": d.publisher,
        "published": d.published.isoformat() if d.published else "unknown",
        "tier": d.tier.value,
    }
    head = " ".join(f'{key}="{_attribute(value)}"' for key, value in facts.items())
    return f"<passage {head}>\n{p.text}\n</passage>"


def _attribute(value: str) -> str:
    return " ".join(neutral(value).replace('"', "”").split())


def _evidence(citation: Citation, source: Shown, place: Place, claim_id: str) -> Evidence:
    return replace(
        source.evidence,
        claim_id=claim_id,
        quote_start=source.passage.start + place.first,
        quote_end=source.passage.start + place.last,
        stance=Stance(citation.stance),
        reasons=(),
    )
