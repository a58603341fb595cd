"""Thai and cross-lingual training pairs, made from parallel text and Thai news.

Parallel text: a sentence supports its translation, a mutated translation is refuted, the
neighbouring line of the same file is silent. News: the opening of a report supports its
headline; a mutated headline is refuted; another report is silent.
"""

from __future__ import annotations

import random
import re
from pathlib import Path

from assistant.judge.training.mutants import mutants
from assistant.judge.training.pairs import NOT_SUPPORTS, REFUTES, SILENT, SUPPORTS, Pair, rows

PARALLEL_SETS = (
    "ms_courses_llm",
    "openclaw_docs_llm",
    "misc_docs_th",
    "misc_docs2_llm",
    "odoo_i18n",
)
_TARGET = {
    "scale": REFUTES,
    "unit": NOT_SUPPORTS,
    "year": NOT_SUPPORTS,
    "company": NOT_SUPPORTS,
    "negation": REFUTES,
}
_NOT_TH = re.compile("ไม่(?!ว่า|ถึง|เกิน|กี่|น้อย)(?:ได้)?")
_NOT_EN = re.compile(r"\b(do|does|did|is|are|was|were|can|will|should|must) ?n[o']t\b")
_LETTERS = re.compile(r"[^\W\d_]")


def thai_pairs(data: Path, *, take: int = 12000, seed: int = 11) -> list[Pair]:
    """About `take` pairs, half from parallel text, half from news, shuffled."""
    rng = random.Random(seed)
    out = _from_parallel(data, rng, take // 2) + _from_news(data, rng, take // 2)
    rng.shuffle(out)
    return out


def _changed(text: str, rng: random.Random) -> tuple[str, int] | None:
    """A wrong version of `text`: a negation taken away, or a mutant."""
    for pattern, keep in ((_NOT_TH, ""), (_NOT_EN, r"\1")):
        if pattern.search(text):
            return pattern.sub(keep, text, count=1), REFUTES
    made = list(mutants(text, rng))
    figures = [m for m in made if m.kind != "negation"]
    if not made:
        return None
    chosen = rng.choice(figures or made)
    return chosen.text, _TARGET[chosen.kind]


def _from_parallel(data: Path, rng: random.Random, take: int) -> list[Pair]:
    lines = [
        (r["en"], r["th"])
        for r in rows(data / "train/parallel_en_th.jsonl.gz")
        if r["set"] in PARALLEL_SETS and 50 <= len(r["en"]) <= 260 and " " in r["en"]
        and len(_LETTERS.findall(r["en"])) > 0.7 * len(r["en"])
    ]  # fmt: skip
    out: list[Pair] = []
    for i in rng.sample(range(len(lines) - 1), min(take, len(lines) - 1)):
        flip = rng.random() < 0.3
        claim, evidence = (lines[i][0], lines[i][1]) if flip else (lines[i][1], lines[i][0])
        if rng.random() < 0.25:
            evidence = lines[i][0] if flip else lines[i][1]
        out.append(Pair(evidence, claim, SUPPORTS, "parallel"))
        other = lines[i + 1][0 if flip else 1]
        out.append(Pair(evidence, other, SILENT, "parallel"))
        wrong = _changed(claim, rng)
        if wrong:
            out.append(Pair(evidence, wrong[0], wrong[1], "parallel"))
        if len(out) >= take:
            break
    return out


def _from_news(data: Path, rng: random.Random, take: int) -> list[Pair]:
    news = [
        (r["title"].strip(), " ".join(r["body"].split())[:330])
        for r in rows(data / "train/thaigov_news_th.jsonl.gz")
        if 30 <= len(r["title"]) <= 160 and len(r["body"]) > 200
    ]
    out: list[Pair] = []
    for i in rng.sample(range(len(news) - 1), min(take, len(news) - 1)):
        title, body = news[i]
        out.append(Pair(body, title, SUPPORTS, "news"))
        out.append(Pair(news[i + 1][1], title, SILENT, "news"))
        wrong = _changed(title, rng)
        if wrong:
            out.append(Pair(body, wrong[0], wrong[1], "news"))
        if len(out) >= take:
            break
    return out
