"""LangChain's shapes at the border: a retriever for its chains, its documents for our library.

retriever = JingmaiRetriever(library=library, k=5)
library.add(from_langchain(loader, splitter=splitter))
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any, Protocol

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document as LangChainDocument
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.ingest.records import document_of_row, web_address
from index.library import Library
from index.types import Document, Filters, Hit, Kind, Mode, Tier


class Loader(Protocol):
    """What a document loader of the ecosystem offers (`BaseLoader`)."""

    def lazy_load(self) -> Iterator[LangChainDocument]:
        """Documents, one at a time."""


class Splitter(Protocol):
    """What a text splitter of the ecosystem offers (`TextSplitter`)."""

    def split_documents(self, documents: Iterable[LangChainDocument]) -> list[LangChainDocument]:
        """Smaller documents."""


class JingmaiRetriever(BaseRetriever):
    """A library as a LangChain retriever: verbatim passages with offsets and provenance.

    `page_content` is the passage; `metadata` says where it stands (`document_id`, `start`,
    `end`), where it comes from (`title`, `publisher`, `url`, `published`, `tier`, `kind`) and
    how it was found (`score`, `rank`, `ranks`).
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    library: Library
    k: int = 10
    mode: Mode = Mode.HYBRID
    filters: Filters = Filters()

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[LangChainDocument]:
        hits = self.library.retriever.search(query, k=self.k, mode=self.mode, filters=self.filters)
        return [to_langchain(hit) for hit in hits]


def to_langchain(hit: Hit) -> LangChainDocument:
    """A hit as a LangChain document."""
    passage, document = hit.passage, hit.document
    return LangChainDocument(
        id=passage.id,
        page_content=passage.text,
        metadata={
            "document_id": document.id,
            "start": passage.start,
            "end": passage.end,
            "language": passage.language,
            "title": document.title,
            "publisher": document.publisher,
            "url": document.url,
            "published": document.published.isoformat() if document.published else None,
            "tier": str(document.tier),
            "kind": str(document.kind),
            "score": hit.score,
            "rank": hit.rank,
            "ranks": dict(hit.ranks),
        },
    )


def from_langchain(
    source: Loader | Iterable[LangChainDocument],
    *,
    splitter: Splitter | None = None,
    tier: Tier = Tier.SECONDARY,
    kind: Kind = Kind.REFERENCE,
) -> Iterator[Document]:
    """Documents of the ecosystem as ours, from a loader or from a list.

    Metadata keys that we know (title, url, publisher, published or date, language, tier, kind)
    are kept; a `source` is an address or a file name. Ids are the documents' own, else made
    from their source and number. `splitter` may cut them first; without it they are cut into
    passages only, which keeps their sentences together. Documents without text are left out.
    """
    lazy = getattr(source, "lazy_load", None)
    found: Iterable[LangChainDocument] = lazy() if lazy is not None else source  # type: ignore[assignment]
    if splitter is not None:
        found = splitter.split_documents(found)
    counts: Counter[str] = Counter()
    for document in found:
        if document.page_content.strip():
            yield _ours(document, counts, tier, kind)


def _ours(document: LangChainDocument, counts: Counter[str], tier: Tier, kind: Kind) -> Document:
    metadata: dict[str, Any] = dict(document.metadata)
    source = str(metadata.pop("source", "") or "")
    counts[source] += 1
    name = PurePosixPath(source.replace("\\", "/")).name if not web_address(source) else source
    row = {
        "tier": str(tier),
        "kind": str(kind),
        "url": web_address(source),
        "title": "" if web_address(source) else name,
        **{k: v for k, v in metadata.items() if isinstance(v, str | int)},
        "id": document.id or metadata.get("id") or f"{name or 'document'}#{counts[source]}",
        "text": document.page_content,
    }
    return document_of_row(row)
