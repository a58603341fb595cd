"""What a reader takes out of a file: pages of text, or rows of a table. Travels as JSON."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from index.problems import Problem


@dataclass(frozen=True, slots=True)
class Page:
    """One document's text with what its file says about it ("" where it says nothing).

    `made` is the day on which the file was made, which need not be that of its publication.
    """

    text: str
    title: str = ""
    published: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    made: str = ""


@dataclass(frozen=True, slots=True)
class Extract:
    """The content of one file: `pages`, or `rows` with their numbers; and what failed."""

    pages: tuple[Page, ...] = ()
    rows: tuple[tuple[int, dict[str, Any]], ...] = ()
    problems: tuple[Problem, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """As JSON values."""
        return asdict(self)

    @staticmethod
    def from_json(value: dict[str, Any]) -> Extract:
        """What `to_json` wrote."""
        return Extract(
            pages=tuple(Page(**page) for page in value["pages"]),
            rows=tuple((n, row) for n, row in value["rows"]),
            problems=tuple(Problem(**problem) for problem in value["problems"]),
        )
