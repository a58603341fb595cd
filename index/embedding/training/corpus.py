"""The training texts, read from the data folder named by `--data`."""

from __future__ import annotations

import gzip
import json
import random
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.embedding.numerals import canonical

PASSAGE_CHARACTERS = 600


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts that belong together, the first the one that searches."""

    query: str
    passage: str


def rows(path: Path) -> list[dict[str, Any]]:
    """The objects of a (gzipped) JSON Lines file."""
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def parallel(data: Path) -> list[Pair]:
    """Thai and English of the same meaning, Thai first; a few percent are misaligned."""
    seen = {
        (canonical(r["th"].strip()), canonical(r["en"].strip()))
        for r in rows(data / "train/parallel_en_th.jsonl.gz")
    }
    return [Pair(th, en) for th, en in sorted(seen) if len(th) > 1 and len(en) > 1]


def thai_wordnet(wordnet: Path) -> list[Pair]:
    """Thai words with the English words and definition of their synset.

    Thai WordNet comes with pythainlp; `wordnet` is a folder with the data files of WordNet 3.0.
    """
    from pythainlp.corpus import corpus_path

    glosses: dict[str, tuple[str, str]] = {}
    for name, mark in (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r")):
        for line in (wordnet / f"data.{name}").read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            head, _, gloss = line.partition(" | ")
            parts = head.split(" ")
            count = int(parts[3], 16)
            members = [w.replace("_", " ").split("(")[0] for w in parts[4 : 4 + 2 * count : 2]]
            definition = gloss.split('; "')[0].strip()
            glosses[f"{parts[0]}-{mark}"] = (", ".join(members[:3]), definition)
    base = sqlite3.connect(Path(corpus_path()) / "wordnet_th.db")
    try:
        found = base.execute("select synsetid, li from word_synset order by 1, 2").fetchall()
    finally:
        base.close()
    out = []
    for synset, word in found:
        if synset in glosses:
            members, definition = glosses[synset]
            thai = word.replace("_", " ").strip()
            out += [Pair(thai, members), Pair(thai, f"{members}: {definition}")]
    return out


def transliterations() -> list[Pair]:
    """Thai spellings of foreign words with the English ones, from pythainlp."""
    from pythainlp.corpus import corpus_path

    path = Path(corpus_path()) / "th_en_transliteration_v1.4.tsv"
    out = []
    for line in path.read_text("utf-8").splitlines()[1:]:
        th, en, _ = line.split("\t")
        out.append(Pair(th, en))
    return out


def passages(text: str, size: int = PASSAGE_CHARACTERS) -> list[str]:
    """`text` in runs of whole lines or words of about `size` characters."""
    out: list[str] = []
    current = ""
    for piece in text.replace("\u200b", "").replace("\xa0", " ").split():
        if current and len(current) + len(piece) > size:
            out.append(current)
            current = ""
        current = f"{current} {piece}" if current else piece
    return [*out, current] if current else out


def questions(data: Path) -> list[Pair]:
    """Thai questions with the passage of the article that holds the answer."""
    out = []
    for row in rows(data / "train/iapp_wiki_qa_train_th.jsonl.gz"):
        start = row["answers"]["answer_start"][0]
        end = start + len(row["answers"]["text"][0])
        low = max(0, start - PASSAGE_CHARACTERS // 2)
        low = row["context"].rfind(" ", 0, low) + 1 if low else 0
        window = row["context"][low : max(end, low + PASSAGE_CHARACTERS)]
        head = "" if low == 0 else row["title"] + " "
        out.append(Pair(canonical(row["question"]), canonical(" ".join((head + window).split()))))
    return out


def headlines(data: Path, language: str) -> list[Pair]:
    """Government news: the headline with a passage, and two passages of one body."""
    out = []
    for row in rows(data / f"train/thaigov_news_{language}.jsonl.gz"):
        parts = passages(canonical(row["body"]))
        title = " ".join(canonical(row["title"]).split())
        if title and parts:
            out.append(Pair(title, parts[min(1, len(parts) - 1)]))
            out.append(Pair(title, parts[0].removeprefix(title).strip() or parts[0]))
    return out


def claims(data: Path) -> list[Pair]:
    """English claims with evidence that speaks of the same thing, for or against."""
    out = []
    for row in rows(data / "train/fool_me_twice_dev_en.jsonl.gz"):
        out += [Pair(row["claim"], text) for text in row["evidence"]]
    for row in rows(data / "train/wice_claims_dev_en.jsonl.gz"):
        for group in row["supporting_sentences"]:
            text = " ".join(row["evidence"][i] for i in sorted(group) if i < len(row["evidence"]))
            out.append(Pair(row["claim"], text[: 2 * PASSAGE_CHARACTERS]))
    for row in rows(data / "train/creak_train_en.jsonl.gz"):
        out.append(Pair(row["sentence"], row["explanation"]))
    for row in rows(data / "train/nli_en.jsonl.gz"):
        if row["label"] in ("entailment", "contradiction"):
            out.append(Pair(row["hypothesis"], row["premise"]))
    return [Pair(canonical(p.query), canonical(p.passage)) for p in out]


def definitions(data: Path) -> list[Pair]:
    """English words with their definition."""
    out = []
    for row in rows(data / "train/english_wordnet.jsonl.gz"):
        out.append(Pair(", ".join(row["members"][:3]), row["definition"]))
        out += [Pair(row["definition"], text) for text in row["examples"][:1]]
    return out


def texts(data: Path) -> Iterator[str]:
    """Every training text once or more, for counting pieces."""
    for pairs in (
        parallel(data),
        questions(data),
        headlines(data, "th"),
        headlines(data, "en"),
        claims(data),
        definitions(data),
    ):
        for pair in pairs:
            yield pair.query
            yield pair.passage


def shuffled(pairs: list[Pair], seed: int) -> list[Pair]:
    """`pairs` in an order fixed by `seed`."""
    out = list(pairs)
    random.Random(seed).shuffle(out)
    return out
