"""Libraries that live as long as one evaluation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from assistant.evaluation.types import Progress
from index.embedding.base import Encoder
from index.library import Library
from index.types import Document


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
    """The most bytes this process has held in memory so far (resident set)."""
    import resource
    import sys

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024


def _told(progress: Progress | None):  # type: ignore[no-untyped-def]
    if progress is None:
        return None
    return lambda done, total: progress("indexing", done, total)
