"""Claims written for this project, each supported, refuted or not settled by one passage.

`passages.jsonl` beside this file holds passages about invented firms and people: title, text and
`claims`: [S, R or N, claim], in Thai and English whatever the language of the passage.
`claims.jsonl` holds claims on passages of the training data, which is third-party text and stays
there: which row of which file (and which part of its body) was read, and the SHA-256 of that text
(16 digits). One passage in five is held out.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

from assistant.judge.training.pairs import REFUTES, SILENT, SUPPORTS, Pair
from index.sentences import sentences
from index.text import language_of

CLAIMS, PASSAGES = (Path(__file__).parent / name for name in ("claims.jsonl", "passages.jsonl"))
SOURCE = "written"
_TARGET = {"S": SUPPORTS, "R": REFUTES, "N": SILENT}
_HELD = 5
_SHORTEST = 30
"""A sentence of fewer code points says too little to be a claim."""


def written(
    data: Path, *, held: bool, claims: Path = CLAIMS, passages: Path = PASSAGES
) -> list[Pair]:
    """The pairs trained on, or those held out; title and passage are the evidence.

    Raises `ValueError` where a passage is not the one that was read.
    """
    rows = _lines(claims)
    files = {name: _rows(data, name) for name in sorted({row["file"] for row in rows})}
    found = [(_read(row, files[row["file"]][row["row"]]), row["claims"]) for row in rows]
    found += [((row["title"], row["text"]), row["claims"]) for row in _lines(passages)]
    found = [(read, [*told, *_said(read[1])]) for read, told in found]
    return [
        Pair(f"{title}. {text}", claim, _TARGET[letter], SOURCE)
        for (title, text), told in found
        if (int(_digest(text), 16) % _HELD == 0) is held
        for letter, claim in told
    ]


def _said(text: str) -> list[list[str]]:
    """A sentence of a passage as a claim that it supports, so that what is said in the passage's
    own words is not taken for a trap. The whole passage is none."""
    spans = sentences(text, language_of(text))
    found = [text[a:b] for a, b in spans if _SHORTEST <= b - a < len(text) - 2]
    return [["S", found[int(_digest(text), 16) // _HELD % len(found)]]] if found else []


def _read(row: dict[str, Any], source: dict[str, Any]) -> tuple[str, str]:
    """Title and text of the passage that was read."""
    if "start" in row:
        title, text = source["title"], source["body"][row["start"] : row["end"]]
    else:
        title, text = source["page"], " ".join(source["evidence"])
    if _digest(text) != row["sha256"]:
        raise ValueError(f"row {row['row']} of {row['file']} is not the text that was read")
    return title, text


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _rows(data: Path, name: str) -> list[dict[str, Any]]:
    with gzip.open(data / f"train/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
