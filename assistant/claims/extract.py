"""The extractor that needs no language model: an article's claims, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.claims.atoms import atoms_of, subject_of
from assistant.claims.attribution import attribution_of, quoted_speaker
from assistant.claims.dating import date_notices
from assistant.claims.negation import is_negated
from assistant.claims.referents import speaker as speaker_of
from assistant.claims.resolve import (
    Context,
    resolve,
    subject_unclear,
    without_connective,
    without_dateline,
    without_markup,
)
from assistant.claims.translation import translation_notices
from assistant.claims.translation_source import source_notices
from assistant.claims.units import Unit, units_of
from assistant.claims.worthiness import Rating, default_model
from assistant.names import names_in
from assistant.quantities import parse
from assistant.types import Claim, Extraction, Notice
from index.text import language_of
from index.types import Document

# A unit rated this high is worth a look and becomes a claim.
LOOK = 0.5


def claim_of(
    text: str,
    *,
    id: str | None = None,
    as_of: date | None = None,
    language: str | None = None,
) -> Claim:
    """One claim as a person typed it, with figures, period, names and negation filled in.

    `id` defaults to "c1", `language` to the language the text is written in.
    """
    return _claim(text, id or "c1", language or language_of(text), as_of)


class ArticleExtractor:
    """Finds claims by rules and a small trained model; the same document gives the same claims.

    `source` is the text that the article was translated from, None when it is not known.
    """

    def __init__(self, *, source: str | None = None) -> None:
        self.source = source

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """Find the claims of `document`; `as_of` overrides its publication date.

        A document without a date gets the one that its text states, which a warning tells.
        """
        day, told = date_notices(document.text, document.language, as_of or document.published)
        document = replace(document, published=document.published or day)
        model = default_model()
        warnings = self._warnings(document, day, told)
        adverts = [n for n in warnings if n.code == "advert"]
        claims: list[Claim] = []
        before = ""
        for unit in units_of(document.text, document.language, model):
            leading, before = before, "" if document.text[unit.end :][:1] == "\n" else unit.text
            rating = model.rate(unit.text, document.language, unit.place)
            if rating.score < LOOK or any(
                n.start < unit.end and unit.start < n.end for n in adverts
            ):
                continue
            for fact in _facts(unit, document, day, leading):
                claims.append(_placed(fact, unit, rating, f"c{len(claims) + 1}", document, day))
        return Extraction(document, tuple(claims), warnings)

    def _warnings(
        self, document: Document, as_of: date | None, told: Sequence[Notice]
    ) -> tuple[Notice, ...]:
        found = (*told, *translation_notices(document.text, document.language))
        if self.source is not None:
            found += source_notices(document.text, document.language, self.source, as_of=as_of)
        return tuple(dict.fromkeys(sorted(found, key=lambda n: (n.start, n.end))))


def readable(claim: Claim, document: Document) -> str:
    """The whole unit that `claim` stands in, made readable alone but not split into facts."""
    said = attribution_of(claim.text, document.language)
    before = document.text[: claim.start]
    return resolve(
        said.content, Context(before, document.text, claim.as_of, document.language)
    ).text


@dataclass(frozen=True, slots=True)
class _Fact:
    """One fact of a unit, readable alone."""

    text: str
    speaker: str | None
    ambiguous: tuple[str, ...]


def _facts(unit: Unit, document: Document, as_of: date | None, leading: str) -> Iterator[_Fact]:
    """The facts of `unit`: attribution taken off, coordination split, context filled in.

    `leading` is the unit before it on the same line, whose subject may go on, "" for none.
    """
    language = document.language
    said = attribution_of(without_dateline(without_markup(unit.text)), language)
    named = said.speaker or quoted_speaker(document.text, unit.start, unit.end, language)
    context = Context(document.text[: unit.start], document.text, as_of, language)
    speaker = speaker_of(named, context)
    for atom in atoms_of(said.content, language):
        text, lacking = without_connective(atom.text, language)
        subject = subject_of(attribution_of(leading, language).content, language) if lacking else ""
        resolved = resolve(f"({subject}) {text}" if subject else text, context)
        unsure = atom.unsure or lacking
        unclear = resolved.ambiguous + ((subject_unclear(language),) if unsure else ())
        yield _Fact(resolved.text, speaker, unclear)


def _placed(
    fact: _Fact, unit: Unit, rating: Rating, id: str, document: Document, as_of: date | None
) -> Claim:
    claim = _claim(fact.text, id, document.language, as_of)
    return replace(
        claim,
        text=unit.text,
        start=unit.start,
        end=unit.end,
        check_worthiness=rating.score,
        reasons=rating.reasons,
        speaker=fact.speaker,
        ambiguous=fact.ambiguous,
    )


def _claim(text: str, id: str, language: str, as_of: date | None) -> Claim:
    quantities = parse(text, language=language, as_of=as_of)
    return Claim(
        id=id,
        text=text,
        language=language,
        end=len(text),
        self_contained=text,
        quantities=quantities,
        period=next((q.period for q in quantities if q.period), None),
        entities=tuple(dict.fromkeys(name.text for name in names_in(text))),
        negated=is_negated(text, language),
        as_of=as_of,
    )
