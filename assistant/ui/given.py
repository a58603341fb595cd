"""What was put into the article desk, and the article that it is."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.errors import InputError
from assistant.ui.answers import LONGEST_TEXT, address, pasted, read
from assistant.ui.chat import a_day
from assistant.ui.words import say
from index.text import language_of
from index.types import Document


@dataclass(frozen=True, slots=True)
class Given:
    """What was put into the fields. `latest` names the one filled last: text, url or file."""

    text: str
    url: str
    file: str
    latest: str

    @property
    def filled(self) -> tuple[str, ...]:
        """The fields with something in them, the one that counts first."""
        names = (self.latest, "text", "url", "file")
        return tuple(dict.fromkeys(n for n in names if n and str(getattr(self, n)).strip()))


def document_of(given: Given, published: str, language: str) -> Document:
    """The article in the field that counts, dated `published` where that is not "".

    Raises `InputError` when nothing was put in, it cannot be read, or `published` is no day.
    """
    day = a_day(published, language)
    if not given.filled:
        raise InputError(say(language, "article.empty"))
    field = given.filled[0]
    if field == "text":
        if len(given.text) > LONGEST_TEXT:
            raise InputError(say(language, "error.long", length=len(given.text)))
        return pasted(given.text, language_of(given.text), published=day)
    document = read(address(given.url) if field == "url" else given.file)
    if day:
        document = replace(document, published=day)
    return document
