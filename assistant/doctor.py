"""What `jingmai doctor` looks at."""

from __future__ import annotations

import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from importlib import metadata
from typing import Any

from assistant.errors import JingmaiError
from assistant.settings import Settings

_LIBRARIES = ("chromadb", "langchain", "sentence-transformers", "pythainlp", "gradio")


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: whether it is good, what was seen, what to do about it."""

    topic: str
    told: str
    good: bool = True
    hint: str = ""

    def as_json(self) -> dict[str, Any]:
        """The finding as a JSON object."""
        return asdict(self)


def examine(settings: Settings) -> list[Finding]:
    """Look at the installation, the embedder, the store, the judge and the language model.

    An empty store is filled with the seed references, as by every command.
    """
    findings = [Finding("python", f"{platform.python_version()} on {sys.platform}"), *_libraries()]
    for topic, look in (("embedder", _embedder), ("store", _store), ("judge", _judge)):
        findings.extend(_looked(topic, look, settings))
    findings.append(_language_model(settings))
    findings.append(Finding("network", "not used, except for --llm, hub: models and URLs you give"))
    return findings


def _libraries() -> Iterator[Finding]:
    for name in _LIBRARIES:
        try:
            yield Finding(name, metadata.version(name))
        except metadata.PackageNotFoundError:
            yield Finding(name, "not installed", good=False, hint="run: make run")


def _looked(
    topic: str, look: Callable[[Settings], Iterator[Finding]], settings: Settings
) -> Iterator[Finding]:
    try:
        yield from look(settings)
    except JingmaiError as error:
        yield Finding(topic, error.message, good=False, hint=error.hint)


def _embedder(settings: Settings) -> Iterator[Finding]:
    from index.embedding.models import load_encoder

    encoder = load_encoder(settings.encoder)
    yield Finding(
        "embedder", f"{encoder.name}: {encoder.dimensions} dimensions, {encoder.fingerprint}"
    )


def _store(settings: Settings) -> Iterator[Finding]:
    from assistant.build import open_library

    library = open_library(settings)
    try:
        stats = library.stats()
        where = settings.chroma or settings.folder
        writable = settings.chroma is not None or os.access(settings.folder, os.W_OK)
        yield Finding(
            "store",
            f"{where}: {stats.documents} documents, {stats.passages} passages, "
            f"{library.claims.count()} remembered claims",
        )
        if not writable:
            yield Finding(
                "store", "the folder is read-only", good=False, hint="checks work, adding does not"
            )
    finally:
        library.close()


def _judge(settings: Settings) -> Iterator[Finding]:
    from assistant.judge.calibration import described

    for line in described():
        yield Finding("judge", line)


def _language_model(settings: Settings) -> Finding:
    if settings.llm is None:
        return Finding("llm", "none: the default judge needs no key and no network")
    return Finding("llm", settings.llm)
