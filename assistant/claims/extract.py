"""The extractor that needs no language model: an article's claims, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.claims.atoms import Atom, atoms_of, subject_of
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
from assistant.claims.spoken import of_speaker
from assistant.claims.translation_source import spoilt_notices
from assistant.claims.units import Unit, language_of_piece, units_of
from assistant.claims.worthiness import Rating, default_model
from assistant.names import names_in
from assistant.quantities import parse
from assistant.types import Claim, Extraction, Notice
from index.text import language_of
from index.types import Document

# A unit rated this high is worth a look and becomes a claim.
LOOK = 0.5
_QUOTE = re.compile('[“”"]')


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
        day, told = date_notices(
            document.text, document.language, as_of or document.published, made=document.made
        )
        document = replace(document, published=document.published or day)
        model = default_model()
        warnings = self._warnings(document, day, told)
        adverts = [n for n in warnings if n.code == "advert"]
        claims: list[Claim] = []
        before = ""
        for unit in units_of(document.text, document.language, model):
            leading, before = before, "" if document.text[unit.end :][:1] == "\n" else unit.text
            rating = model.rate(unit.text, unit.language, unit.place)
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
        found = (
            *told,
            *spoilt_notices(document.text, document.language, self.source, as_of=as_of),
        )
        return tuple(dict.fromkeys(sorted(found, key=lambda n: (n.start, n.end))))


def readable(claim: Claim, document: Document) -> str:
    """The whole unit that `claim` stands in, made readable alone but not split into facts."""
    said = attribution_of(claim.text, claim.language)
    text, _ = of_speaker(said.content, said.speaker if said.intro else None, claim.language)
    before = document.text[: claim.start] + said.intro
    return resolve(
        " ".join(filter(None, (said.before, text, *said.further))),
        Context(before, document.text, claim.as_of, claim.language, claim.text, said.intro),
    ).text


@dataclass(frozen=True, slots=True)
class _Fact:
    """One fact of a unit, readable alone; `own` are its words in the unit, "" for all of them."""

    text: str
    language: str
    speaker: str | None
    ambiguous: tuple[str, ...]
    own: str = ""


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a unit states, once the words that announce it are taken off, and who says it."""

    text: str
    speaker: str | None
    language: str
    intro: str = ""


def _statements(unit: Unit, document: Document) -> list[_Statement]:
    """What is told before the speaker is named, what the speaker says, and says further."""
    said = attribution_of(without_dateline(without_markup(unit.text)), unit.language)
    named = said.speaker
    for language in dict.fromkeys((unit.language, document.language)):
        named = named or quoted_speaker(document.text, unit.start, unit.end, language)
    found = [_Statement(said.before, None, unit.language)] if said.before else []
    for text in (said.content, *said.further):
        language = language_of_piece(text, unit.language)
        found.append(_Statement(_unquoted(text, quoted=bool(named)), named, language, said.intro))
    return found


def _unquoted(text: str, *, quoted: bool) -> str:
    """`text` without a quotation mark that has no mate in it, nor any around a `quoted` whole."""
    if quoted and text[:1] in '“"' and text[-1:] in '”"' and not _QUOTE.search(text[1:-1]):
        return text[1:-1].strip()
    if text[:1] == "“" and "”" not in text:
        return text[1:].strip()
    return text[:-1].strip() if text[-1:] == "”" and "“" not in text else text


def _facts(unit: Unit, document: Document, as_of: date | None, leading: str) -> Iterator[_Fact]:
    """The facts of `unit`: attribution taken off, coordination split, context filled in.

    `leading` is the unit before it on the same line, whose subject may go on, "" for none.
    """
    language = unit.language
    before = document.text[: unit.start]
    statements = _statements(unit, document)
    split = len(statements) > 1
    for told in statements:
        language, intro = told.language, told.intro
        context = Context(before + intro, document.text, as_of, language, unit.text, intro)
        text, doubts = of_speaker(told.text, told.speaker if intro else None, language)
        atoms = atoms_of(text, language)
        for atom in atoms:
            own = atom.own or (told.text if split and len(atoms) == 1 else "")
            yield _fact(atom, own, context, leading, speaker_of(told.speaker, context), doubts)


def _fact(
    atom: Atom,
    own: str,
    context: Context,
    leading: str,
    speaker: str | None,
    doubts: tuple[str, ...],
) -> _Fact:
    language = context.language
    text, lacking = without_connective(atom.text, language)
    subject = subject_of(attribution_of(leading, language).content, language) if lacking else ""
    resolved = resolve(f"({subject}) {text}" if subject else text, context)
    unclear = (*doubts, *resolved.ambiguous)
    if atom.unsure or lacking:
        unclear += (subject_unclear(language),)
    return _Fact(resolved.text, language, speaker, unclear, own)


def _placed(
    fact: _Fact, unit: Unit, rating: Rating, id: str, document: Document, as_of: date | None
) -> Claim:
    claim = _claim(fact.text, id, fact.language, as_of)
    return replace(
        claim,
        text=unit.text,
        start=unit.start,
        end=unit.end,
        check_worthiness=rating.score,
        reasons=rating.reasons,
        speaker=fact.speaker,
        ambiguous=fact.ambiguous,
        own=_place(fact.own, unit),
    )


def _place(own: str, unit: Unit) -> tuple[int, int] | None:
    """Where the words `own` stand in the article, None when the unit does not hold them so."""
    at = unit.text.find(own) if own else -1
    return (unit.start + at, unit.start + at + len(own)) if at >= 0 else None


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
