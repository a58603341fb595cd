"""Labelled claims with what the real retriever finds for them: the judge's school and exam."""

from __future__ import annotations

import json
import random
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from assistant.claims.extract import claim_of
from assistant.evidence import candidates_many
from assistant.judge.training.mutants import mutants
from assistant.types import Claim, Evidence, Label
from index.embedding.models import load_encoder
from index.ingest import read_documents
from index.library import Library
from index.types import Document, Filters, Kind

MORE, HELD = (Path(__file__).parent / f"{name}_claims.jsonl" for name in ("more", "held"))
"""Claims written for this project on the seed references with the help of a language model. Of the
993 to fit on, 375 are as plain as most seeds (`plain`), 618 harder: reworded far from the
documents, sums and differences to work out. The 120 held out are plain and never fitted on."""

EVIDENCE = Filters(kinds=(Kind.REFERENCE, Kind.FACT_CHECK))


@dataclass(frozen=True, slots=True)
class Case:
    """A claim, its label, the ids of its gold documents and the candidates found for it.

    `kind` is the claim's own, or that of the mutation; `origin` is the id of the claim it was
    made from, so that mutants stay in the fold of their parent. `label` of a mutant is
    `REFUTED`, which here means only "must not be supported". `seed` tells the seed claims from
    all others, `plain` those of the others that are as plain.
    """

    claim: Claim
    label: Label
    gold: frozenset[str]
    candidates: tuple[Evidence, ...]
    kind: str
    origin: str
    cross_lingual: bool
    mutant: bool = False
    seed: bool = True
    plain: bool = False


def seed_rows(path: Path) -> list[dict[str, object]]:
    """The rows of a claims file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def gather(
    seeds: Path,
    *,
    rows: Sequence[dict[str, object]] | None = None,
    extra: Sequence[Document] = (),
    top_k: int = 12,
    limit: int = 10,
) -> list[Case]:
    """The seed claims, more claims on the same references, and the mutants of the supported ones,
    with candidates retrieved; with `rows`, those claims instead."""
    texts: list[tuple[str, dict[str, object], str, bool]] = []
    own = seed_rows(seeds / "claims.jsonl")
    ids = {row["id"] for row in own}
    for row in (*own, *seed_rows(MORE)) if rows is None else rows:
        texts.append((str(row["claim"]), row, str(row["kind"]), False))
        if row["label"] == Label.SUPPORTED:
            rng = random.Random(zlib.crc32(str(row["id"]).encode()))
            texts += [(m.text, row, m.kind, True) for m in mutants(str(row["claim"]), rng)]
    claims = [claim_of(text) for text, *_ in texts]
    found = retrieve(claims, seeds / "references.jsonl", extra=extra, top_k=top_k, limit=limit)
    return [
        Case(
            claim,
            Label.REFUTED if mutant else Label(str(row["label"])),
            frozenset(row["evidence_ids"]),  # type: ignore[call-overload]
            candidates,
            kind,
            str(row["id"]),
            bool(row["cross_lingual"]),
            mutant,
            row["id"] in ids,
            bool(row.get("plain")),
        )
        for claim, (_, row, kind, mutant), candidates in zip(claims, texts, found, strict=True)
    ]


def retrieve(
    claims: Sequence[Claim],
    references: Path,
    *,
    extra: Sequence[Document] = (),
    top_k: int = 12,
    limit: int = 10,
) -> list[tuple[Evidence, ...]]:
    """Candidates of `claims` from a fresh library of `references` and `extra` documents."""
    fast = load_encoder("fast")
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder), load_encoder("default"))
        try:
            library.add([*read_documents(references).documents, *extra])
            hits = library.retriever.search_many(
                [c.query for c in claims], k=top_k, filters=EVIDENCE
            )
            return candidates_many(claims, hits, fast, limit=limit)
        finally:
            library.close()
