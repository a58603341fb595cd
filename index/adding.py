"""Sources to a library in one go: what `jingmai index add` and the UI's upload do."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.errors import InputError
from index.ingest import read_documents
from index.library import Library
from index.plan import Changes
from index.problems import Problem
from index.types import Document

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Added:
    """What became of the sources: `changes` in the library, `problems` with their source.

    `undated` are documents kept without a date although their file tells when it was made, for
    that need not be the day of publication.
    """

    changes: Changes
    problems: tuple[Problem, ...]
    skipped: tuple[str, ...]
    undated: tuple[Problem, ...] = ()


def add_sources(
    library: Library, sources: Sequence[str | Path], *, progress: Progress | None = None
) -> Added:
    """Read files, folders and web addresses and add their documents to `library`.

    A source that cannot be used is a problem when another one could; raises `InputError` when
    nothing could be used at all.
    """
    problems: list[Problem] = []
    skipped: list[str] = []
    first: list[InputError] = []

    def documents() -> Iterator[Document]:
        for source in sources:
            try:
                found = read_documents(source)
            except InputError as error:
                first.append(error)
                problems.append(Problem(str(source), error.message))
                continue
            problems.extend(Problem(f"{source}, {p.where}", p.reason) for p in found.problems)
            skipped.extend(found.skipped)
            yield from found.documents

    read = list(documents())
    if not read:
        raise (
            first[0]
            if first
            else InputError("there is nothing to add", hint="name files, folders or web addresses")
        )
    changes = library.add(read, progress=progress)
    undated = tuple(Problem(d.title or d.id, _made(d)) for d in read if d.made and not d.published)
    return Added(changes, (*problems, *changes.problems), tuple(skipped), undated)


def _made(document: Document) -> str:
    return f"kept without a date: the file was made on {document.made}, which dates no publication"
