"""A language model as extractor: claims whose words, names and figures stand in the article."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from assistant.claims.dating import date_notices
from assistant.claims.extract import claim_of
from assistant.errors import JingmaiError
from assistant.llm.caller import Caller
from assistant.llm.meter import metered
from assistant.llm.prompts import Prompt, load_prompt
from assistant.llm.quoting import Fault, neutral, place_of
from assistant.llm.restated import Article, restates, stands, unclear
from assistant.llm.schemas import ExtractedClaim, ExtractReply
from assistant.llm.words import words
from assistant.plain import one_line
from assistant.types import Claim, Extraction, Notice
from index.types import Document

PART = 6_000
"""Code points of an article sent at a time, cut at line ends."""


class LLMExtractor:
    """Finds claims with a chat model, and believes it no more than the article bears out.

    Quotations are held as `assistant.llm.quoting` asks; a claim whose restatement says more than
    the article falls back to the quoted words; a speaker whom the article does not mention is
    left out. Each is told in a notice.
    """

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """See `assistant.types.Extractor`.

        Raises `MachineError` when the model fails, and `SettingsError` (key, server). Once claims
        were found, either ends the search instead, and is in `Extraction.stopped`.
        """
        day, dated = date_notices(
            document.text, document.language, as_of or document.published, made=document.made
        )
        document = replace(document, published=document.published or day)
        article = Article(document, day)
        claims: list[Claim] = []
        notices: list[Notice] = [*dated]
        stopped: JingmaiError | None = None
        with metered() as meter:
            try:
                for start, found in self._found(article):
                    claim, told = _claim(article, found, start)
                    claims += [claim] if claim else []
                    notices += told
            except JingmaiError as error:
                if not claims:
                    raise
                stopped = error
        ordered = sorted(dict.fromkeys(claims), key=lambda c: (c.start, c.end))
        numbered = (replace(c, id=f"c{n}") for n, c in enumerate(ordered, 1))
        return Extraction(
            document, tuple(numbered), tuple(notices), cost=meter.cost, stopped=stopped
        )

    def _found(self, article: Article) -> Iterator[tuple[tuple[int, int], ExtractedClaim]]:
        """What the model finds in each part, with the part's place."""
        text = article.document.text
        prompt = load_prompt("extract", article.document.language)
        for start, end in _parts(text):
            for found in self._ask(prompt, text[start:end], article.day):
                yield (start, end), found

    def _ask(self, prompt: Prompt, part: str, day: date | None) -> list[ExtractedClaim]:
        published = day.isoformat() if day else "unknown"
        asked = self._caller.ask(prompt, ExtractReply, published=published, article=neutral(part))
        return asked.reply.claims


def _parts(text: str) -> Iterator[tuple[int, int]]:
    """Spans of at most `PART` code points that end at a line end where there is one."""
    start = 0
    while start < len(text):
        end = min(len(text), start + PART)
        if end < len(text):
            line = text.rfind("\n", start, end)
            end = line + 1 if line > start else end
        if text[start:end].strip():
            yield start, end
        start = end


def _claim(
    article: Article, found: ExtractedClaim, part: tuple[int, int]
) -> tuple[Claim | None, list[Notice]]:
    """The claim that is left of what was found in a part, None where its quotation does not hold,
    and what a reader should know of it."""
    document, (start, end) = article.document, part
    say = words(document.language)
    place = place_of(found.quote, document.text[start:end], document.language)
    if place is Fault.ABSENT:
        return None, [Notice("quote_not_found", say["unfound"], start, start)]
    if isinstance(place, Fault):
        told = say["quote_unfit"].format(why=say[place.value])
        return None, [Notice("quote_unfit", told, start, start)]
    first, last = start + place.start, start + place.end
    quote = document.text[first:last]
    restated, speaker = one_line(found.self_contained), one_line(found.speaker or "")
    notices: list[Notice] = []
    if restated and not restates(restated, quote, article):
        restated = ""
        notices.append(Notice("reworded", say["reworded"], first, last))
    if speaker and not stands(speaker, article):
        speaker = ""
        notices.append(Notice("speaker_not_found", say["no_speaker"], first, last))
    read = claim_of(restated or quote, as_of=article.day, language=document.language)
    claim = replace(
        read,
        text=quote,
        start=first,
        end=last,
        self_contained=restated,
        speaker=speaker or None,
        check_worthiness=found.check_worthiness,
        ambiguous=unclear(found.ambiguous, article),
    )
    return claim, notices
