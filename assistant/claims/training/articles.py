"""Articles cut and labelled by hand, as the trainers of this folder read them.

A JSON list of {"lang": "th" or "en", "body": text, "stop": int, "units": [[start, end, label],
...]}: units are the pieces a person cut the text into, up to `stop`; a label is "0" leave it,
"1" worth a look, "2" check this, "x" no label.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class CutUnit:
    """One piece, `[start, end)`; `label` is 0, 1, 2 or None."""

    start: int
    end: int
    label: int | None


@dataclass(frozen=True, slots=True)
class CutArticle:
    """An article with its pieces; nothing is known of the text from `stop` on."""

    language: str
    body: str
    stop: int
    units: tuple[CutUnit, ...]


def read_articles(path: Path) -> Iterator[CutArticle]:
    """The articles of a JSON file."""
    for row in json.loads(path.read_text("utf-8")):
        units = tuple(CutUnit(s, e, None if n == "x" else int(n)) for s, e, n in row["units"])
        yield CutArticle(row["lang"], row["body"], row["stop"], units)
