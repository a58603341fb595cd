"""Small documents for the tests of `index`."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import numpy as np

from index.embedding.base import Encoder, Role, Vectors
from index.library import Library
from index.types import Document, Kind, Tier


class HashingEncoder(Encoder):
    """Character trigrams hashed into 256 dimensions: instant, and blind to meaning."""

    name = "hashing"
    fingerprint = "hashing-1"
    dimensions = 256

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        out = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for row, text in zip(out, texts, strict=True):
            folded = f" {text.casefold()} "
            for i in range(len(folded) - 2):
                code = zlib.crc32(folded[i : i + 3].encode("utf-8", "surrogatepass"))
                row[code % self.dimensions] += 1.0 if code & 0x80000000 else -1.0
        norms = np.linalg.norm(out, axis=1, keepdims=True)
        return (out / np.maximum(norms, 1e-9)).astype(np.float32)


ENCODER = HashingEncoder()

BRIDGE = Document(
    "bridge-en",
    "The Orrin bridge",
    "The Orrin bridge opened in March 2021. It cost 41.5 million crowns, a fifth over plan.",
    "en",
    "https://orrin.example/bridge",
    "Orrin Gazette",
    date(2021, 3, 9),
    Tier.PRESS,
)
BRIDGE_TH = Document(
    "bridge-th",
    "สะพานออร์ริน",
    "สะพานออร์รินเปิดใช้เมื่อเดือนมีนาคม พ.ศ. 2564 ใช้งบประมาณ 41.5 ล้านคราวน์ แพงกว่าที่วางแผนไว้หนึ่งในห้า",
    "th",
    "https://siam.example/orrin",
    "ข่าวสยาม",
    date(2021, 3, 10),
    Tier.SECONDARY,
)
HARBOUR = Document(
    "harbour-en",
    "Harbour report",
    "Ships landed 2,565 tonnes of herring at Vell harbour in 2019, the council said.",
    "en",
    publisher="Vell Council",
    published=date(2020, 1, 31),
    tier=Tier.PRIMARY,
)
UNDATED = Document("note-en", "", "A herring is a small fish of the northern seas.", "en")
CHECKED = Document(
    "check-th", "ตรวจสอบแล้ว", "ปลาเฮร์ริงไม่ใช่ปลาทูน่า", "th", kind=Kind.FACT_CHECK, tier=Tier.LOW
)
DOCUMENTS = (BRIDGE, BRIDGE_TH, HARBOUR, UNDATED, CHECKED)


def library(folder: Path, documents: Sequence[Document] = DOCUMENTS) -> Library:
    """A library in `folder` with `documents` in it."""
    found = Library.open(folder, ENCODER)
    found.add(documents)
    return found


def numbered(n: int, *, words: int = 12) -> list[Document]:
    """`n` documents that differ, two passages each."""
    return [
        Document(
            f"d{i:05}",
            f"Report {i}",
            f"Village {i} has {i * 37 % 1009} wells and {i * 7 % 97} mills. "
            + " ".join(f"word{i * j % 211}" for j in range(words))
            + f".\n\nThe village of number {i} was founded in {1500 + i % 400}."
            + " Nobody knows more about it than its own archive tells." * 8,
            "en",
        )
        for i in range(n)
    ]
