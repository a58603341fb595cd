"""Figures of an embedding model on the development sets, which training never reads.

python -m index.embedding.training measure --data DATA --model fast
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.embedding.base import Encoder, Vectors
from index.embedding.training.corpus import rows
from index.passages import passages_of, search_text
from index.types import Document

Figures = dict[str, Any]


def measure(encoder: Encoder, data: Path, seeds: Path) -> Figures:
    """Every figure by name; rates and nDCG from 0 to 1, speed in texts a second."""
    out: Figures = {"model": encoder.name, "fingerprint": encoder.fingerprint}
    for name in ("ntrex128_en_th", "ud_pud_en_th"):
        read = rows(data / f"dev/{name}.jsonl.gz")
        th = encoder.encode([r["th"] for r in read], role="query")
        en = encoder.encode([r["en"] for r in read], role="passage")
        out[name] = {"th_en": _first(th @ en.T), "en_th": _first(en @ th.T)}
    out["iapp_valid"] = _questions(encoder, rows(data / "dev/iapp_wiki_qa_valid_th.jsonl.gz"))
    out["stsb_dev_th"] = _similarity(encoder, rows(data / "dev/stsb_dev_th.jsonl.gz"))
    out["feverous_en"] = _evidence(encoder, rows(data / "dev/feverous_dev_en.jsonl.gz"))
    out["seed_claims"] = _claims(encoder, seeds)
    return out


def _first(scores: NDArray[np.float32]) -> float:
    """How often the highest score of a row is on the diagonal."""
    return round(float((scores.argmax(1) == np.arange(len(scores))).mean()), 4)


def _gain(scores: NDArray[np.float32], gold: NDArray[np.int64]) -> float:
    """nDCG@10 with one relevant column a row."""
    above = (scores > scores[np.arange(len(gold)), gold][:, None]).sum(1)
    return round(float(np.where(above < 10, 1 / np.log2(above + 2), 0).mean()), 4)


def _document(name: str, title: str, text: str, language: str) -> Document:
    return Document(name, title, text, language, published=date(2025, 1, 1))


def _by_document(
    scores: NDArray[np.float32], owners: NDArray[np.int64], count: int
) -> NDArray[np.float32]:
    """The best score among the passages of each document."""
    out = np.full((len(scores), count), -1.0, dtype=np.float32)
    for i in range(count):
        out[:, i] = scores[:, owners == i].max(1)
    return out


def _passages(
    encoder: Encoder, documents: list[Document]
) -> tuple[Vectors, NDArray[np.int64], float]:
    """Vectors of all passages, whose they are, and passages embedded a second."""
    cut = [(i, d, p) for i, d in enumerate(documents) for p in passages_of(d)]
    began = time.perf_counter()
    vectors = encoder.encode([search_text(d.title, p.text) for _, d, p in cut])
    speed = len(cut) / (time.perf_counter() - began)
    return vectors, np.array([i for i, _, _ in cut]), round(speed, 1)


def _questions(encoder: Encoder, read: list[dict[str, Any]]) -> Figures:
    contexts = sorted({(r["context"], r["title"]) for r in read})
    documents = [_document(str(i), t, c, "th") for i, (c, t) in enumerate(contexts)]
    place = {c: i for i, (c, _) in enumerate(contexts)}
    vectors, owners, speed = _passages(encoder, documents)
    asked = encoder.encode([r["question"] for r in read], role="query")
    scores = _by_document(asked @ vectors.T, owners, len(documents))
    gold = np.array([place[r["context"]] for r in read])
    return {"nDCG@10": _gain(scores, gold), "passages_a_second": speed}


def _similarity(encoder: Encoder, read: list[dict[str, Any]]) -> float:
    from scipy.stats import spearmanr

    a, b = encoder.encode([r["a"] for r in read]), encoder.encode([r["b"] for r in read])
    return round(float(spearmanr((a * b).sum(1), [float(r["score"]) for r in read])[0]), 4)


def _evidence(encoder: Encoder, read: list[dict[str, Any]]) -> float:
    """nDCG@10 of English claims among 1,000 pieces of evidence."""
    claims = {r["premise"]: r["hypothesis"] for r in reversed(read)}
    texts = sorted(claims)[:1000]
    scores = encoder.encode([claims[t] for t in texts], role="query") @ encoder.encode(texts).T
    return _gain(scores, np.arange(len(texts)))


def _claims(encoder: Encoder, seeds: Path) -> Figures:
    """How often any gold document is among the first five, by language of claim and evidence."""
    references = rows(seeds / "references.jsonl")
    documents = [_document(r["id"], r["title"], r["text"], r["lang"]) for r in references]
    language = {r["id"]: r["lang"] for r in references}
    vectors, owners, _ = _passages(encoder, documents)
    claims = [c for c in rows(seeds / "claims.jsonl") if c["evidence_ids"]]
    scores = _by_document(
        encoder.encode([c["claim"] for c in claims], role="query") @ vectors.T,
        owners,
        len(documents),
    )
    found: dict[str, list[bool]] = {}
    for claim, row in zip(claims, scores, strict=True):
        top = {documents[i].id for i in np.argsort(-row, kind="stable")[:5]}
        hit = bool(top & set(claim["evidence_ids"]))
        of = "+".join(sorted({language[i] for i in claim["evidence_ids"]}))
        for key in ("all", f"{claim['lang']}>{of}"):
            found.setdefault(key, []).append(hit)
    return {k: [round(float(np.mean(v)), 4), len(v)] for k, v in sorted(found.items())}


def report(encoder: Encoder, data: Path, seeds: Path, say: Callable[[str], None] = print) -> None:
    """Say the figures as JSON, one a line."""
    for key, value in measure(encoder, data, seeds).items():
        say(f"{key}: {json.dumps(value, ensure_ascii=False)}")
