"""What both models learn from: pairs by source, tokenized, with shares of the batches."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.rows import unit
from index.embedding.tokens import Tokens
from index.embedding.training import corpus
from index.embedding.training.batches import Source, source
from index.embedding.training.corpus import Pair

# Sets whose rows follow each other as in a document.
DOCUMENT_SETS = ("openclaw_docs_llm", "ms_courses_llm", "misc_docs_th", "misc_docs2_llm")


def aligned(pairs: list[Pair], ids: Any, vectors: Any, least: float) -> list[Pair]:
    """The pairs whose piece means under `vectors` have a cosine of at least `least`."""

    def means(texts: list[str]) -> Any:
        return unit(
            np.stack([vectors[i].mean(0) if len(i) else vectors[0] * 0 for i in ids(texts)])
        )

    cosines = (means([p.query for p in pairs]) * means([p.passage for p in pairs])).sum(1)
    return [p for p, c in zip(pairs, cosines, strict=True) if c >= least]


def windows(data: Path) -> list[Pair]:
    """A sentence of one language with a run of five of the other that holds its translation."""
    out = []
    read = corpus.rows(data / "train/parallel_en_th.jsonl.gz")
    for name, group in itertools.groupby(read, key=lambda r: (r["set"], r["source"])):
        if name[0] not in DOCUMENT_SETS:
            continue
        lines = list(group)
        for start in range(0, len(lines) - 4, 5):
            block = lines[start : start + 5]
            one = max(block, key=lambda r: len(r["en"]))
            if len(one["en"]) > 40:
                out.append(Pair(one["th"], " ".join(r["en"] for r in block)))
                out.append(Pair(one["en"], " ".join(r["th"] for r in block)))
    return out


def read(data: Path, wordnet: Path, tokens: Tokens, piece_vectors: Any) -> list[Source]:
    """What is learned from, with the share of the batches each source gets."""
    parallel = aligned(corpus.parallel(data), tokens.ids, piece_vectors, 0.35)
    words = corpus.thai_wordnet(wordnet) + corpus.transliterations()
    words += [
        Pair(r["th"], f"{r['en']}: {r['definition']}")
        for r in corpus.rows(data / "train/wordnet_th_en.jsonl.gz")
    ]
    claims = corpus.shuffled(corpus.claims(data), 1)[:40000]
    news = corpus.shuffled(corpus.headlines(data, "th"), 2)[:16000]
    definitions = corpus.shuffled(corpus.definitions(data), 3)[:50000]
    sentences = [p for p in parallel if len(p.passage) > 20]
    return [
        source("questions", corpus.questions(data), tokens, share=0.26, size=72),
        source("claims", claims, tokens, share=0.2, size=112),
        source("headlines_th", news, tokens, share=0.12, size=64),
        source("headlines_en", corpus.headlines(data, "en"), tokens, share=0.04, size=64),
        source("parallel", sentences, tokens, share=0.18, size=160),
        source("windows", windows(data), tokens, share=0.06, size=48),
        source("words", words, tokens, share=0.12, size=256),
        source("definitions", definitions, tokens, share=0.02, size=256),
    ]
