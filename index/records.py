"""How documents and passages are written down in the store: flat keys and values."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.types import Document, Kind, Passage, Tier

_VERSION_LENGTH = 16
_RECORD = "record"

Span = tuple[str, int, int]
"""Language, start and end of a passage."""


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document record: `version` is the content hash, `passages` how many belong to it.

    `spans` tell where these stand; () in records of earlier versions, which wrote that down
    beside each passage.
    """

    document: Document
    version: str
    passages: int
    spans: tuple[Span, ...] = ()

    @property
    def keys(self) -> list[str]:
        """The store keys of its passages, in order."""
        return [_key(f"{self.document.id}#{n}", self.version) for n in range(self.passages)]


@dataclass(frozen=True, slots=True)
class StoredPassage:
    """A passage of one version of a document."""

    passage: Passage
    version: str

    @property
    def key(self) -> str:
        """Its id in the store: versions of one document never share keys."""
        return _key(self.passage.id, self.version)


def _key(passage_id: str, version: str) -> str:
    return f"{passage_id}@{version[:_VERSION_LENGTH]}"


def stored(document: Document, version: str, passages: Sequence[Passage]) -> StoredDocument:
    """The record of a document that is cut into `passages`."""
    spans = tuple((p.language, p.start, p.end) for p in passages)
    return StoredDocument(document, version, len(spans), spans)


def passage_at(document: Document, n: int, span: Span) -> Passage:
    """The passage `n` of `document`, which stands at `span`."""
    language, start, end = span
    return Passage(
        id=f"{document.id}#{n}",
        document_id=document.id,
        text=document.text[start:end],
        language=language,
        start=start,
        end=end,
    )


def passage_from(document: Document, n: int, metadata: Mapping[str, Any]) -> Passage:
    """The passage that the metadata of an earlier version described."""
    if "span" in metadata:
        language, start, end = str(metadata["span"]).split(":")
    else:
        language, start, end = (metadata[key] for key in ("language", "start", "end"))
    return passage_at(document, n, (str(language), int(start), int(end)))


def record_of(document: Document) -> dict[str, Any]:
    """A document without its id and text, as JSON values."""
    return {
        "title": document.title,
        "language": document.language,
        "url": document.url,
        "publisher": document.publisher,
        "published": document.published.isoformat() if document.published else "",
        "tier": str(document.tier),
        "kind": str(document.kind),
        "also": list(document.also),
    }


def document_from(id: str, text: str, record: Mapping[str, Any]) -> Document:
    """The document that `record_of` described."""
    return Document(
        id=id,
        title=record["title"],
        text=text,
        language=record["language"],
        url=record["url"],
        publisher=record["publisher"],
        published=date.fromisoformat(record["published"]) if record["published"] else None,
        tier=Tier(record["tier"]),
        kind=Kind(record["kind"]),
        also=tuple(record["also"]),
    )


def metadata_of(stored: StoredDocument) -> dict[str, Any]:
    """The metadata of a document record in the store.

    One packed value, for Chroma keeps a row and two index entries for each, and long ones cost
    time.
    """
    told = {
        **record_of(stored.document),
        "text": stored.document.text,
        "version": stored.version,
        "spans": stored.spans,
    }
    return {_RECORD: _packed(json.dumps(told, ensure_ascii=False))}


def document_of(id: str, metadata: Mapping[str, Any]) -> StoredDocument:
    """The document record that `metadata_of` wrote, or an earlier version of it."""
    if _RECORD not in metadata:
        return _earlier(id, metadata)
    told = json.loads(_unpacked(metadata[_RECORD]))
    spans = tuple((language, start, end) for language, start, end in told["spans"])
    document = document_from(id, told["text"], told)
    return StoredDocument(document, told["version"], len(spans), spans)


def _earlier(id: str, metadata: Mapping[str, Any]) -> StoredDocument:
    """A record whose fields are values of their own."""
    record = {**metadata, "also": json.loads(metadata["also"])}
    text = _unpacked(metadata["packed"]) if "packed" in metadata else metadata["text"]
    document = document_from(id, text, record)
    return StoredDocument(document, metadata["version"], int(metadata["passages"]))


def _packed(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode())).decode("ascii")


def _unpacked(packed: str) -> str:
    return zlib.decompress(base64.b64decode(packed)).decode()
