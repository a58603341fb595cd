"""Untrusted text, in and out: delimiters neutralised, quotes found verbatim or dropped."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.llm.schemas import Citation
from assistant.types import Evidence, Stance
from index.types import Document, Passage

# One code point for one code point, so that offsets in what was sent are offsets in the original.
_NEUTRAL = str.maketrans({"<": "‹", ">": "›", "\x00": " "})


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage as the model sees it, under the id it must cite."""

    id: str
    passage: Passage
    document: Document
    evidence: Evidence

    @property
    def text(self) -> str:
        """The passage with its delimiters neutralised; as long as the passage."""
        return neutral(self.passage.text)


@dataclass(frozen=True, slots=True)
class Held:
    """Citations that hold, as evidence, and one line for each that was dropped."""

    evidence: tuple[Evidence, ...]
    dropped: tuple[str, ...]


def neutral(text: str) -> str:
    """`text` without the characters that delimit quoted material, code point for code point."""
    return text.translate(_NEUTRAL)


def shown(candidates: Sequence[Evidence]) -> tuple[Shown, ...]:
    """The passages behind `candidates`, each once, best first, as p1, p2, ..."""
    first: dict[str, Evidence] = {}
    for evidence in candidates:
        first.setdefault(evidence.passage.id, evidence)
    return tuple(Shown(f"p{n}", e.passage, e.document, e) for n, e in enumerate(first.values(), 1))


def fenced(passages: Iterable[Shown]) -> str:
    """The passages between delimiters that their text cannot contain."""
    return "\n\n".join(_fenced_one(p) for p in passages)


def held(citations: Sequence[Citation], given: Mapping[str, Shown], claim_id: str) -> Held:
    """Keep citations whose passage was given and whose quote stands in it letter for letter."""
    kept: list[Evidence] = []
    dropped: list[str] = []
    for citation in citations:
        source = given.get(citation.passage)
        if source is None:
            dropped.append(f"{neutral(citation.passage)[:40]}: no such passage was given")
            continue
        at = _find(citation.quote, source)
        if at is None:
            dropped.append(f"{citation.passage}: the quoted words do not stand there")
            continue
        kept.append(_evidence(citation, source, at, claim_id))
    return Held(tuple(kept), tuple(dropped))


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


def _find(quote: str, source: Shown) -> int | None:
    wanted = neutral(quote.strip())
    at = source.text.find(wanted) if wanted else -1
    return at if at >= 0 else None


def _evidence(citation: Citation, source: Shown, at: int, claim_id: str) -> Evidence:
    start = source.passage.start + at
    return replace(
        source.evidence,
        claim_id=claim_id,
        quote_start=start,
        quote_end=start + len(citation.quote.strip()),
        stance=Stance(citation.stance),
        reasons=(),
    )
