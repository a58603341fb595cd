"""A folder of articles as input: every claim found in one is a row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from pathlib import Path

from assistant.bulk.journal import belongs_to_a_run
from assistant.bulk.rows import Fault, Problem, Row
from assistant.errors import BudgetSpent, InputError, JingmaiError, ModelTimeout, SettingsError
from assistant.types import Extraction
from index.types import Document

ARTICLE_SUFFIXES = frozenset({".html", ".htm", ".txt", ".md", ".pdf", ".docx"})
"""File types that are articles, never files of claims."""

Extract = Callable[[Document], Extraction]


def article_files(path: Path, *, apart_from: Collection[Path] = ()) -> tuple[Path, ...]:
    """The article itself, or every visible file under a folder, by name.

    Links that lead out of the folder are left aside, and so are what runs write into it: their
    journals, and the files in `apart_from`. Raises `InputError` when there is none.
    """
    if path.is_file():
        return (path,)
    root = path.resolve()
    written = {file.resolve() for file in apart_from}
    files = tuple(
        sorted(
            file
            for file in path.rglob("*")
            if file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
            and file.resolve().is_relative_to(root)
            and file.resolve() not in written
            and not belongs_to_a_run(file)
        )
    )
    if not files:
        raise InputError(f"there are no articles in {path}", hint="give a folder of text or HTML")
    return files


def article_rows(root: Path, files: tuple[Path, ...], extract: Extract) -> Iterator[Row]:
    """One row a claim, called `file#1`, `file#2`...; an article that cannot be read is one row.

    Where a model finds the claims, a spent budget, a server that is down and what the user must
    mend are raised; a reply that cannot be used is a row after the claims found until then.
    """
    from index.ingest import read_article

    number = 0
    for file in files:
        name = file.relative_to(root).as_posix()
        try:
            found = extract(read_article(file))
        except (SettingsError, ModelTimeout, BudgetSpent):
            raise
        except JingmaiError as error:
            number += 1
            yield Row(number, name, fault=Fault(Problem.ARTICLE, 1, str(error)))
            continue
        if isinstance(found.stopped, SettingsError | ModelTimeout | BudgetSpent):
            raise found.stopped
        for place, claim in enumerate(found.claims, 1):
            number += 1
            yield Row(
                number,
                f"{name}#{place}",
                claim.text,
                as_of=claim.as_of,
                language=claim.language,
                speaker=claim.speaker,
                claim=claim,
            )
        if found.stopped:
            number += 1
            yield Row(number, name, fault=Fault(Problem.ARTICLE, 1, str(found.stopped)))


def once(extract: Extract) -> Extract:
    """`extract`, asked once about each article however often the rows are read: it may be paid."""
    found: dict[tuple[str, str], Extraction] = {}

    def kept(document: Document) -> Extraction:
        key = (document.id, document.text)
        if key not in found:
            found[key] = extract(document)
        return found[key]

    return kept
