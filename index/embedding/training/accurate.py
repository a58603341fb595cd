"""Fine-tuning the `accurate` model on Thai and English pairs.

Contrastive learning with in-batch negatives (van den Oord et al. 2018, "InfoNCE"), both ways:
question to passage, headline to body, claim to evidence, word to definition, Thai to English.
A second, frozen copy of the network holds the vectors of parallel text near the published ones,
so that what it knew of words our data lack is not forgotten.
"""

from __future__ import annotations

import copy
import itertools
import time
from pathlib import Path
from typing import Any

import numpy as np

from index.embedding.rows import unit
from index.embedding.tokens import Tokens
from index.embedding.training import corpus, teacher
from index.embedding.training.batches import Source, padded, schedule, source
from index.embedding.training.corpus import Pair

TEMPERATURE = 0.05
ANCHOR = 2.0
BODY_RATE = 1.0e-4
ROWS_RATE = 2.0e-3
LONGEST = 192
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


def sources(data: Path, wordnet: Path, tokens: Tokens, piece_vectors: Any) -> list[Source]:
    """What is learned from, with the share of the batches each source gets."""
    parallel = aligned(corpus.parallel(data), tokens.ids, piece_vectors, 0.35)
    words = corpus.thai_wordnet(wordnet) + corpus.transliterations()
    words += [
        Pair(r["th"], f"{r['en']}: {r['definition']}")
        for r in corpus.rows(data / "train/wordnet_th_en.jsonl.gz")
    ]
    return [
        source("questions", corpus.questions(data), tokens, share=0.22, size=96),
        source(
            "claims", corpus.shuffled(corpus.claims(data), 1)[:40000], tokens, share=0.2, size=160
        ),
        source(
            "headlines_th",
            corpus.shuffled(corpus.headlines(data, "th"), 2)[:16000],
            tokens,
            share=0.12,
            size=96,
        ),
        source("headlines_en", corpus.headlines(data, "en"), tokens, share=0.04, size=96),
        source(
            "parallel", [p for p in parallel if len(p.passage) > 20], tokens, share=0.16, size=224
        ),
        source("windows", windows(data), tokens, share=0.08, size=96),
        source("words", words, tokens, share=0.12, size=320),
        source(
            "definitions",
            corpus.shuffled(corpus.definitions(data), 3)[:50000],
            tokens,
            share=0.06,
            size=320,
        ),
    ]


def contrast(a: Any, b: Any) -> Any:
    """InfoNCE both ways over the pairs (a[i], b[i])."""
    import torch
    from torch.nn import functional as F

    scores = a @ b.T / TEMPERATURE
    target = torch.arange(len(a))
    return (F.cross_entropy(scores, target) + F.cross_entropy(scores.T, target)) / 2


def train(
    network: Any, material: list[Source], *, steps: int, seed: int = 1, report: int = 20
) -> Any:
    """`network` after `steps` batches, its weights averaged over the last third."""
    import torch

    torch.manual_seed(seed)
    frozen = copy.deepcopy(network).requires_grad_(False)
    body = torch.optim.AdamW(network.w.parameters(), lr=BODY_RATE, weight_decay=0.0)
    rows = torch.optim.SparseAdam(network.table.parameters(), lr=ROWS_RATE)
    averages: dict[str, Any] = {}
    seen: dict[str, list[float]] = {}
    began = time.time()
    for step, (chosen, batch) in enumerate(schedule(material, steps, seed)):
        rate = min(1.0, (step + 1) / (0.06 * steps)) * max(0.05, 1 - step / steps)
        body.param_groups[0]["lr"] = BODY_RATE * rate
        rows.param_groups[0]["lr"] = ROWS_RATE * rate
        query = padded([chosen.queries[i] for i in batch], LONGEST)
        passage = padded([chosen.passages[i] for i in batch], LONGEST)
        a, b = network(*query), network(*passage)
        loss = contrast(a, b)
        seen.setdefault(chosen.name, []).append(float(loss))
        if chosen.name in ("parallel", "definitions"):
            with torch.no_grad():
                goal_a, goal_b = frozen(*query), frozen(*passage)
            drift = 2 - (a * goal_a).sum(1).mean() - (b * goal_b).sum(1).mean()
            loss = loss + ANCHOR * drift
        body.zero_grad()
        rows.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.w.parameters(), 1.0)
        body.step()
        rows.step()
        if step >= 2 * steps // 3:
            _average(averages, network, step - 2 * steps // 3)
        if step % report == report - 1:
            print(
                step + 1,
                round(time.time() - began),
                {k: round(float(np.mean(v[-10:])), 3) for k, v in seen.items()},
                flush=True,
            )
    network.load_state_dict(averages)
    return network


def _average(averages: dict[str, Any], network: Any, count: int) -> None:
    """Take the current weights into the running mean of `count` earlier ones."""
    for key, value in network.state_dict().items():
        if count == 0:
            averages[key] = value.clone()
        else:
            averages[key] += (value - averages[key]) / (count + 1)


def start(folder: Path, data: Path, *, size: int) -> Any:
    """The teacher cut down to `size` pieces; its tokenizer goes to `folder`."""
    from index.embedding.training.network import Network, start_weights

    pieces, charsmap = teacher.vocabulary()
    counts = teacher.count_pieces(teacher.tokenizer_of(pieces, charsmap), corpus.texts(data))
    kept = teacher.kept(pieces, counts, size)
    folder.mkdir(parents=True, exist_ok=True)
    teacher.tokenizer_of([pieces[i] for i in kept], charsmap).save(
        str(folder / "tokenizer.json"), pretty=False
    )
    return Network(teacher.table()[kept], start_weights(teacher.body()))
