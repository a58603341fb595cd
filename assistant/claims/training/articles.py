"""Articles cut and labelled by hand, as the trainers of this folder read them.

`labels.jsonl` beside this file holds, a line each, which row of which file of the training data was
read, the SHA-256 of its body (16 digits) and `units`: [start, end, label], the pieces a person cut
the body into and how much each asks to be checked: 0 leave it, 1 worth a look, 2 check this. The
text itself is third-party and stays in the data folder.

`written.txt` holds articles that were written for this project in other styles (news, machine
translation, blog, post, fact-check, advertisement), with the label before each piece.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = Path(__file__).parent / "labels.jsonl"
WRITTEN = Path(__file__).parent / "written.txt"
_LABEL = re.compile(r"\{([012])\}")


@dataclass(frozen=True, slots=True)
class CutUnit:
    """One piece, `[start, end)`; `label` is 0, 1 or 2."""

    start: int
    end: int
    label: int


@dataclass(frozen=True, slots=True)
class CutArticle:
    """An article with its pieces, in reading order."""

    language: str
    body: str
    units: tuple[CutUnit, ...]


def read_articles(data: Path, labels: Path = LABELS) -> Iterator[CutArticle]:
    """The articles of `labels`, with their text from `data`/train.

    Raises `ValueError` where a text is not the one that was labelled.
    """
    rows = [json.loads(line) for line in labels.read_text("utf-8").splitlines()]
    bodies = {name: _bodies(data, name) for name in sorted({row["file"] for row in rows})}
    for row in rows:
        body = bodies[row["file"]][row["row"]]
        if hashlib.sha256(body.encode()).hexdigest()[:16] != row["sha256"]:
            raise ValueError(f"row {row['row']} of {row['file']} is not the text that was labelled")
        language = row["file"].rpartition("_")[2]
        yield CutArticle(language, body, tuple(CutUnit(*unit) for unit in row["units"]))


def written_articles(path: Path = WRITTEN) -> Iterator[CutArticle]:
    """The articles of `path`: each begins with "# th" or "# en" and a title for the reader.

    Raises `ValueError` where an article does not begin with a label.
    """
    for block in re.split(r"^# ", path.read_text("utf-8"), flags=re.M)[1:]:
        heading, _, marked = block.strip().partition("\n")
        if not _LABEL.match(marked):
            raise ValueError(f"no label before the first piece of {heading!r}")
        yield _cut(heading[:2], _LABEL.split(marked)[1:])


def _cut(language: str, parts: list[str]) -> CutArticle:
    """The article of which `parts` are label and piece in turn."""
    body, units = "", []
    for label, piece in zip(parts[::2], parts[1::2], strict=True):
        units.append(CutUnit(len(body), len(body) + len(piece.rstrip()), int(label)))
        body += piece
    return CutArticle(language, body, tuple(units))


def _bodies(data: Path, name: str) -> list[str]:
    with gzip.open(data / f"train/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line)["body"] for line in lines]
