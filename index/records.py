"""How documents and passages are written down in the store: flat keys and values."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from index.types import Document, Kind, Passage, Tier

_VERSION_LENGTH = 16


@dataclass(frozen=True, slots=True)
class StoredDocument:
    """A document record: `version` is the content hash, `passages` how many belong to it."""

    document: Document
    version: str
    passages: int

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

    @property
    def metadata(self) -> dict[str, Any]:
        """Its metadata in the store; the text is a slice of the document's.

        One value, for Chroma keeps a row and two index entries for each.
        """
        return {"span": f"{self.passage.language}:{self.passage.start}:{self.passage.end}"}


def _key(passage_id: str, version: str) -> str:
    return f"{passage_id}@{version[:_VERSION_LENGTH]}"


def passage_from(document: Document, n: int, metadata: Mapping[str, Any]) -> Passage:
    """The passage that `StoredPassage.metadata` described, or an earlier version of it."""
    if "span" in metadata:
        language, low, high = str(metadata["span"]).split(":")
    else:
        language, low, high = (metadata[key] for key in ("language", "start", "end"))
    start, end = int(low), int(high)
    return Passage(
        id=f"{document.id}#{n}",
        document_id=document.id,
        text=document.text[start:end],
        language=str(language),
        start=start,
        end=end,
    )


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
    """The metadata of a document record in the store; Chroma takes no lists.

    The text is packed: Chroma keeps every value in an index as well, and long ones cost time.
    """
    told = record_of(stored.document)
    return {
        **told,
        "also": json.dumps(told["also"], ensure_ascii=False),
        "packed": _packed(stored.document.text),
        "version": stored.version,
        "passages": stored.passages,
    }


def document_of(id: str, metadata: Mapping[str, Any]) -> StoredDocument:
    """The document record that `metadata_of` wrote, or an earlier version of it."""
    record = {**metadata, "also": json.loads(metadata["also"])}
    text = _unpacked(metadata["packed"]) if "packed" in metadata else metadata["text"]
    document = document_from(id, text, record)
    return StoredDocument(document, metadata["version"], int(metadata["passages"]))


def _packed(text: str) -> str:
    return base64.b64encode(zlib.compress(text.encode())).decode("ascii")


def _unpacked(packed: str) -> str:
    return zlib.decompress(base64.b64decode(packed)).decode()
