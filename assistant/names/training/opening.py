"""Count which English words are mostly written small, for the first word of a sentence.

    python -m assistant.names.training.opening DATA [--out assistant/names/opening.txt]

DATA holds `train/`. Words are kept that are written small at least 15 times, and twice as often as
with a capital inside a sentence, that WordNet lists (or their stems), and that are no part of a
name in `aliases.tsv`.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

HERE = Path(__file__).parents[1]
LEAST, TIMES, SHORTEST = 15, 2, 3

_WORD = re.compile(r"[A-Za-z]+")
_ENDS = ".!?:;—-\n•*"
_FIELDS = {
    "thaigov_news_en": ("body",),
    "nli_en": ("premise", "hypothesis"),
    "parallel_en_th": ("en",),
    "fool_me_twice_dev_en": ("evidence", "claim"),
    "creak_train_en": ("sentence", "explanation"),
}


def main() -> None:
    """Count and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=HERE / "opening.txt")
    args = parser.parse_args()
    small, capital = counted(texts(args.data))
    listed = _listed(args.data)
    named = set(_WORD.findall((HERE / "aliases.tsv").read_text("utf-8").lower()))
    found = [
        word
        for word, count in small.items()
        if count >= max(LEAST, TIMES * capital[word])
        and len(word) >= SHORTEST
        and word not in named
        and _known(word, listed)
    ]
    args.out.write_text("\n".join(sorted(found)) + "\n", "utf-8")


def counted(found: Iterator[str]) -> tuple[Counter[str], Counter[str]]:
    """How often each word is written small, and with a capital where no sentence begins."""
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for text in found:
        for m in _WORD.finditer(text):
            word = m.group()
            if word.islower():
                small[word] += 1
            elif word[1:].islower():
                before = text[: m.start()].rstrip(" \"'“(")
                if before and before[-1] not in _ENDS:
                    capital[word.lower()] += 1
    return small, capital


def texts(data: Path) -> Iterator[str]:
    """The English texts of the training data."""
    for name, fields in _FIELDS.items():
        for row in _rows(data, name):
            for field in fields:
                value = row[field]
                yield value if isinstance(value, str) else " ".join(value)


def _listed(data: Path) -> frozenset[str]:
    """The single words of WordNet that are written small."""
    members = (row["members"] for row in _rows(data, "english_wordnet"))
    words = (m for found in members for m in ([found] if isinstance(found, str) else found))
    return frozenset(w for w in words if w.islower() and not {" ", "_"} & set(w))


def _known(word: str, listed: frozenset[str]) -> bool:
    stems = [word]
    for ending, instead in (("s", ""), ("ed", ""), ("ed", "e"), ("er", ""), ("ies", "y")):
        if word.endswith(ending):
            stems.append(word[: -len(ending)] + instead)
    return any(stem in listed for stem in stems)


def _rows(data: Path, name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(data / f"train/{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


if __name__ == "__main__":
    main()
