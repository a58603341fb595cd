"""Evidence and claim pairs for training the cross-encoder, from the sets in `data/train`.

Sources (licences in MODEL_CARD.md): nli_en (21 sets), FoolMeTwice dev, WiCE dev, CREAK train.
FoolMeTwice pages are split by hash: a third is held out and never trained on.
"""

from __future__ import annotations

import gzip
import json
import random
import re
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REFUTES, SILENT, SUPPORTS, NOT_SUPPORTS, UNKNOWN = 0, 1, 2, 3, 4
"""Targets; `NOT_SUPPORTS` is what binary sets call "not entailed": refuted or silent; `UNKNOWN` is
for pairs that only a teacher labels."""

# How many pairs of each set: short, minimal-edit and evidence-like sets first.
TAKE = {
    "infotabs": 6000, "cad_snli": 8000, "conjnli": 7000, "taxinli": 7000, "tnli": 2000,
    "negation_nli": 4494, "citint": 2841, "scitail": 3429, "breaking_nli": 800,
    "sem_anto_neg": 1500, "begin_wow": 3980, "scone": 1000, "scifact": 1215, "med": 800,
    "help_conj": 600,
}  # fmt: skip
TARGETS = {
    "entailment": SUPPORTS,
    "contradiction": REFUTES,
    "invalidate": REFUTES,
    "neutral": SILENT,
    "not_entailment": NOT_SUPPORTS,
}


@dataclass(frozen=True, slots=True)
class Pair:
    """One training pair: evidence, claim, target (see the constants) and the set's name."""

    evidence: str
    claim: str
    target: int
    source: str


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of one gzipped JSONL file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def held_out(page: str) -> bool:
    """Whether a FoolMeTwice page is kept for measuring (one in three, by CRC-32)."""
    return zlib.crc32(page.encode("utf-8")) % 3 == 0


def nli_pairs(data: Path, rng: random.Random) -> list[Pair]:
    """A sample of `nli_en`, `TAKE` pairs of each set."""
    by_set: dict[str, list[Pair]] = {}
    for row in rows(data / "train/nli_en.jsonl.gz"):
        if row["set"] in TAKE:
            pair = Pair(row["premise"], row["hypothesis"], TARGETS[row["label"]], row["set"])
            by_set.setdefault(row["set"], []).append(pair)
    out: list[Pair] = []
    for name, found in sorted(by_set.items()):
        rng.shuffle(found)
        out += found[: TAKE[name]]
    return out


def fool_me_twice(data: Path, rng: random.Random, *, held: bool) -> list[Pair]:
    """FoolMeTwice dev: gold sentences, and other sentences retrieved for the claim as silent."""
    out: list[Pair] = []
    for row in rows(data / "train/fool_me_twice_dev_en.jsonl.gz"):
        if held_out(row["page"]) != held:
            continue
        target = SUPPORTS if row["label"] == "SUPPORTS" else REFUTES
        gold = " ".join(row["evidence"])
        out.append(Pair(gold, row["claim"], target, "fm2"))
        if held:
            continue
        out.append(Pair(f"{row['page']}. {gold}", row["claim"], target, "fm2"))
        others = [s for s in row["retrieved"] if s not in row["evidence"] and len(s) > 30]
        out += [
            Pair(s, row["claim"], SILENT, "fm2_silent")
            for s in rng.sample(others, min(2, len(others)))
        ]
    return out


def unlabelled(data: Path, rng: random.Random) -> list[Pair]:
    """Pairs of the FoolMeTwice pages trained on whose label nobody knows, for a teacher to read:
    sentences that were retrieved for a claim; its evidence beside one of them; the evidence of
    other claims on the page; and claims that one word was changed in (see `changed`)."""
    pages: dict[str, list[dict[str, Any]]] = {}
    for row in rows(data / "train/fool_me_twice_dev_en.jsonl.gz"):
        if not held_out(row["page"]):
            pages.setdefault(row["page"], []).append(row)
    out: list[Pair] = []
    for page in pages.values():
        told = " ".join(s for row in page for s in (*row["retrieved"], *row["evidence"]))
        names = sorted({*_NAME.findall(told)})
        for row in page:
            gold, claim = " ".join(row["evidence"]), row["claim"]
            others = [s for s in row["retrieved"] if s not in row["evidence"] and len(s) > 30]
            out += [Pair(s, claim, UNKNOWN, "fm2_retrieved") for s in others]
            for beside in rng.sample(others, min(2, len(others))):
                both = [gold, beside] if rng.random() < 0.5 else [beside, gold]
                out.append(Pair(" ".join(both), claim, UNKNOWN, "fm2_beside"))
            for other in rng.sample(page, min(4, len(page))):
                if other is not row:
                    text = " ".join(other["evidence"])
                    out.append(Pair(text, claim, UNKNOWN, "fm2_page"))
            out += [Pair(gold, said, UNKNOWN, "fm2_changed") for said in changed(claim, names, rng)]
    rng.shuffle(out)
    return out


_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*|\b\d[\d,]*\b")
_LINK = re.compile(r"\b(?:is|was|were|are|has|had|did|can|could|would|will)\b")
_TAIL = re.compile(r",? (?:in|by|for|with|from|on|after|before|because|and|which|who) [^,]*\.?$")


def changed(claim: str, names: Sequence[str], rng: random.Random) -> list[str]:
    """The claim with another name or figure of its page, negated, and without its last phrase, as
    far as it can be changed so."""
    out = []
    found = list(_NAME.finditer(claim))
    for match in rng.sample(found, min(2, len(found))):
        kind = match.group()[0].isdigit()
        same = [n for n in names if n[0].isdigit() is kind and n not in claim]
        if same:
            out.append(claim[: match.start()] + rng.choice(same) + claim[match.end() :])
    if link := _LINK.search(claim):
        out.append(f"{claim[: link.end()]} not{claim[link.end() :]}".replace(" not not", ""))
    if (tail := _TAIL.search(claim)) and tail.start() > _STUB:
        out.append(claim[: tail.start()] + ".")
    return [said for said in out if said != claim]


_STUB = 30
"""A claim cut shorter than so many code points says too little."""


def wice(data: Path, rng: random.Random) -> list[Pair]:
    """WiCE dev: supporting sentences together, and one far from them as silent."""
    out: list[Pair] = []
    for row in rows(data / "train/wice_claims_dev_en.jsonl.gz"):
        gold = {i for group in row["supporting_sentences"] for i in group}
        text = " ".join(row["evidence"][i] for i in sorted(gold))
        if row["label"] == "supported" and text:
            out.append(Pair(text, row["claim"], SUPPORTS, "wice"))
        elif row["label"] == "partially_supported" and text:
            out.append(Pair(text, row["claim"], NOT_SUPPORTS, "wice"))
        rest = [s for i, s in enumerate(row["evidence"]) if i not in gold and len(s) > 40]
        if rest:
            out.append(Pair(rng.choice(rest), row["claim"], SILENT, "wice_silent"))
    return out


def creak(data: Path, rng: random.Random, *, take: int = 6000) -> list[Pair]:
    """CREAK train: an explanation as evidence for or against the sentence it explains."""
    found = [
        Pair(
            row["explanation"],
            row["sentence"],
            SUPPORTS if row["label"] == "true" else REFUTES,
            "creak",
        )
        for row in rows(data / "train/creak_train_en.jsonl.gz")
        if len(row["explanation"]) > 30
    ]
    rng.shuffle(found)
    return found[:take]


NUMBER = re.compile(r"(?<![\w.])\d[\d,]*(?:\.\d+)?(?![\w])")
SCALES = ("thousand", "million", "billion", "trillion")


def figure_pairs(data: Path, rng: random.Random, *, take: int = 4000) -> list[Pair]:
    """Figures mutated in real evidence: entailed claims with one number or scale changed."""
    sources = [
        Pair(row["premise"], row["hypothesis"], SUPPORTS, row["set"])
        for row in rows(data / "train/nli_en.jsonl.gz")
        if row["label"] == "entailment"
        and row["set"] in ("citint", "taxinli", "conjnli", "begin_wow", "infotabs", "scitail")
    ]
    rng.shuffle(sources)
    out: list[Pair] = []
    for pair in sources:
        shared = [m for m in NUMBER.finditer(pair.claim) if m.group() in pair.evidence]
        if not shared or len(pair.evidence) > 350:
            continue
        match = rng.choice(shared)
        changed = (
            pair.claim[: match.start()] + _other(match.group(), rng) + pair.claim[match.end() :]
        )
        out.append(Pair(pair.evidence, changed, REFUTES, "figures"))
        out.append(Pair(pair.evidence, pair.claim, SUPPORTS, "figures"))
        if len(out) >= take:
            break
    return out


def _other(figure: str, rng: random.Random) -> str:
    plain = figure.replace(",", "")
    if "." in plain:
        return f"{float(plain) * rng.choice((0.5, 1.3, 2, 10)):.{len(plain.split('.')[1])}f}"
    value = int(plain)
    if 1500 <= value <= 2100 and "," not in figure:
        return str(value + rng.choice((-7, -3, -2, -1, 1, 2, 4, 10)))
    changed = rng.choice((value * 10, value + 1, value + 2, value * 2, max(0, value - 1)))
    return f"{changed:,}" if "," in figure else str(changed if changed != value else value + 3)
