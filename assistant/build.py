"""Settings to objects: the one place that chooses implementations."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources
from typing import TYPE_CHECKING

from assistant.checker import Checker
from assistant.settings import Settings, checked
from assistant.types import Cost, Extractor
from index.embedding.base import Encoder
from index.embedding.models import load_encoder
from index.embedding.remembering import Remembering
from index.library import Library
from index.retriever import Reranker

if TYPE_CHECKING:
    from assistant.judge.nli import NLIReader
    from assistant.llm.parts import Parts
    from assistant.llm.totals import Totals

Progress = Callable[[int, int], None]


def open_library(settings: Settings, *, progress: Progress | None = None) -> Library:
    """Open the store of `settings`; an empty one is filled with the seed references first."""
    library = Library.open(settings.folder, load_encoder(settings.encoder), server=settings.chroma)
    if not library.stats().documents:
        from index.ingest import read_documents

        with resources.as_file(resources.files("seeds") / "references.jsonl") as path:
            library.add(read_documents(path).documents, progress=progress)
    library.retriever.reranker = _reranker(settings.reranker)
    return library


def build_checker(
    settings: Settings, *, progress: Progress | None = None, shared: Totals | None = None
) -> Checker:
    """Assemble everything that answers a claim, as `settings` say.

    `shared` are the counters of what language models use, where several checkers have one budget.
    Raises `SettingsError` for a setting out of its range and for a model, a package or a key that
    is not there, before the store is touched.
    """
    from assistant.claims.memory import Memory
    from assistant.judge.default import DefaultJudge

    llm = _language_model(checked(settings), shared)
    library = open_library(settings, progress=progress)
    sentence_encoder = _sentence_encoder(library.encoder)
    default = DefaultJudge(sentence_encoder, _reader(settings.reader))
    return Checker(
        library,
        extractor=_extractor(settings, llm),
        judge=llm.judge(default) if llm else default,
        sentence_encoder=sentence_encoder,
        memory=Memory(library, words=sentence_encoder),
        settings_fingerprint=settings.fingerprint,
        top_k=settings.top_k,
        sentences=settings.sentences,
        query_writer=llm.query_writer() if llm and settings.llm_queries else None,
        answer_writer=llm.answer_writer() if llm else None,
        workers=settings.llm_concurrency if llm else 1,
        spent=lambda: llm.ledger.total if llm else Cost(),
    )


def build_extractor(settings: Settings, *, source: str | None = None) -> Extractor:
    """The extractor of `settings`; `source` is what an article was translated from."""
    return _extractor(settings, _language_model(settings), source=source)


def _extractor(settings: Settings, llm: Parts | None, *, source: str | None = None) -> Extractor:
    if llm is not None and settings.llm_extract:
        return llm.extractor(source=source)
    from assistant.claims.extract import ArticleExtractor

    return ArticleExtractor(source=source)


def _language_model(settings: Settings, shared: Totals | None = None) -> Parts | None:
    if not settings.llm:
        return None
    from assistant.llm.parts import Parts

    return Parts(settings, shared=shared)


def _reranker(name: str) -> Reranker | None:
    if name == "none":
        return None
    from index.embedding.cross_encoders import load_cross_encoder
    from index.reranker import CrossReranker

    return CrossReranker(load_cross_encoder(name))


def _reader(name: str) -> NLIReader | None:
    """An NLI model in the place of the shipped pair reader, None for the shipped one."""
    if name == "default":
        return None
    from assistant.judge.nli import NLIReader
    from index.embedding.cross_encoders import load_cross_encoder

    return NLIReader(load_cross_encoder(name))


def _sentence_encoder(encoder: Encoder) -> Encoder:
    """Sentences are embedded by the thousand: the fast model does it for every store."""
    return Remembering(encoder if encoder.name == "fast" else load_encoder("fast"))
