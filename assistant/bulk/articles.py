"""A folder of articles as input: every claim found in one is a row."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.bulk.rows import Fault, Problem, Row
from assistant.errors import InputError, JingmaiError
from assistant.types import Extraction
from index.types import Document

ARTICLE_SUFFIXES = frozenset({".html", ".htm", ".txt", ".md", ".pdf", ".docx"})
"""File types that are articles, never files of claims."""

Extract = Callable[[Document], Extraction]


def article_files(path: Path) -> tuple[Path, ...]:
    """The article itself, or every visible file under a folder, by name.

    Links that lead out of the folder are left aside. Raises `InputError` when there is none.
    """
    if path.is_file():
        return (path,)
    root = path.resolve()
    files = tuple(
        sorted(
            file
            for file in path.rglob("*")
            if file.is_file()
            and not any(part.startswith(".") for part in file.relative_to(path).parts)
            and file.resolve().is_relative_to(root)
        )
    )
    if not files:
        raise InputError(f"there are no articles in {path}", hint="give a folder of text or HTML")
    return files


def article_rows(root: Path, files: tuple[Path, ...], extract: Extract) -> Iterator[Row]:
    """One row a claim, called `file#1`, `file#2`...; an article that cannot be read is one row."""
    from index.ingest import read_article

    number = 0
    for file in files:
        name = file.relative_to(root).as_posix()
        try:
            claims = extract(read_article(file)).claims
        except JingmaiError as error:
            number += 1
            yield Row(number, name, fault=Fault(Problem.ARTICLE, 1, str(error)))
            continue
        for place, claim in enumerate(claims, 1):
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
