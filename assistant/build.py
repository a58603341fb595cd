"""Settings to objects: the one place that chooses implementations."""

from __future__ import annotations

from collections.abc import Callable
from importlib import resources

from assistant.checker import Checker
from assistant.errors import SettingsError
from assistant.settings import Settings
from assistant.types import Extractor, Judge
from index.embedding.base import Encoder
from index.embedding.models import load_encoder
from index.library import Library

Progress = Callable[[int, int], None]


def open_library(settings: Settings, *, progress: Progress | None = None) -> Library:
    """Open the store of `settings`; an empty one is filled with the seed references first."""
    library = Library.open(settings.folder, load_encoder(settings.encoder), server=settings.chroma)
    if not library.stats().documents:
        from index.ingest import read_documents

        with resources.as_file(resources.files("seeds") / "references.jsonl") as path:
            library.add(read_documents(path).documents, progress=progress)
    return library


def build_checker(settings: Settings, *, progress: Progress | None = None) -> Checker:
    """Assemble everything that answers a claim, as `settings` say."""
    from assistant.claims.memory import Memory

    library = open_library(settings, progress=progress)
    sentence_encoder = _sentence_encoder(library.encoder)
    return Checker(
        library,
        extractor=build_extractor(settings),
        judge=build_judge(settings, sentence_encoder),
        sentence_encoder=sentence_encoder,
        memory=Memory(library),
        settings_fingerprint=settings.fingerprint,
        top_k=settings.top_k,
        sentences=settings.sentences,
    )


def build_extractor(settings: Settings) -> Extractor:
    """The extractor of `settings`."""
    from assistant.claims.extract import ArticleExtractor

    return ArticleExtractor()


def build_judge(settings: Settings, sentence_encoder: Encoder) -> Judge:
    """The judge of `settings`."""
    from assistant.judge.default import DefaultJudge

    if settings.judge != "default":
        raise SettingsError(f"unknown judge: {settings.judge}", hint="the judges are: default")
    return DefaultJudge(sentence_encoder)


def _sentence_encoder(encoder: Encoder) -> Encoder:
    """Sentences are embedded by the thousand: the fast model does it for every store."""
    return encoder if encoder.name == "fast" else load_encoder("fast")
