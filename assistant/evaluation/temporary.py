"""Libraries that live as long as one evaluation."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from assistant.evaluation.types import Progress
from index.embedding.base import Encoder, Role, Vectors
from index.library import Library
from index.types import Document

_SPLIT_FROM = 64


class QuickEncoder(Encoder):
    """An encoder that embeds each query once, and many passages on all cores.

    Retrievers side by side are asked the same queries. While `forgets` is true each query is
    embedded every time, so that searches take as long as they do.
    """

    def __init__(self, encoder: Encoder) -> None:
        self.name = encoder.name
        self.fingerprint = encoder.fingerprint
        self.dimensions = encoder.dimensions
        self.forgets = False
        self._encoder = encoder
        self._known: dict[str, Vectors] = {}

    def encode(self, texts: Sequence[str], *, role: Role = "passage") -> Vectors:
        """Embed `texts`; queries known already are looked up."""
        if role != "query":
            return self._on_all_cores(texts, role)
        if self.forgets:
            return self._encoder.encode(texts, role=role)
        fresh = [text for text in dict.fromkeys(texts) if text not in self._known]
        if fresh:
            vectors = self._on_all_cores(fresh, role)
            self._known.update(zip(fresh, vectors, strict=True))
        found = [self._known[text] for text in texts]
        return np.stack(found) if found else self._encoder.encode([], role=role)

    def _on_all_cores(self, texts: Sequence[str], role: Role) -> Vectors:
        cores = os.cpu_count() or 1
        if cores == 1 or len(texts) < _SPLIT_FROM:
            return self._encoder.encode(texts, role=role)
        from threadpoolctl import threadpool_limits  # type: ignore[import-untyped]

        # One thread a part: libraries that split small products themselves get in each other's way.
        step = -(-len(texts) // cores)
        parts = [texts[i : i + step] for i in range(0, len(texts), step)]
        with threadpool_limits(1), ThreadPoolExecutor(cores) as pool:
            found = pool.map(lambda part: self._encoder.encode(part, role=role), parts)
            return np.concatenate(list(found))


@contextmanager
def temporary_folder() -> Iterator[Path]:
    """An empty folder that is removed afterwards."""
    with TemporaryDirectory(prefix="jingmai-eval-", ignore_cleanup_errors=True) as name:
        yield Path(name)


def fill(
    folder: Path,
    encoder: Encoder,
    documents: Sequence[Document],
    *,
    progress: Progress | None = None,
) -> Library:
    """A library of `documents` in `folder`, opened."""
    library = Library.open(folder, encoder)
    library.add(documents, progress=_told(progress))
    return library


def size_of(folder: Path) -> int:
    """Bytes of all files in `folder` and below."""
    return sum(p.stat().st_size for p in folder.rglob("*") if p.is_file())


def peak_memory() -> int:
    """The most bytes this process has held in memory so far (resident set).

    Where the system tells it, that since the program began: `getrusage` of Linux also counts what
    the process that started it held then.
    """
    import resource

    status = Path("/proc/self/status")
    told = status.read_text("ascii").splitlines() if status.exists() else []
    for line in told:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return _bytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def peak_memory_of_children() -> int:
    """The most bytes that one of this process's ended children, or theirs, held in memory."""
    import resource

    return _bytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)


def _bytes(told: int) -> int:
    import sys

    return told if sys.platform == "darwin" else told * 1024


def _told(progress: Progress | None) -> Callable[[int, int], None] | None:
    if progress is None:
        return None
    return lambda done, total: progress("indexing", done, total)
