"""What one `add` does to each of its documents: new, changed, equal, or of no use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from index.batch import Batch
from index.problems import Problem
from index.types import Document

_LONGEST_ID = 500


@dataclass(frozen=True, slots=True)
class Changes:
    """What an `add` did, as document ids in order; `problems` are documents left out."""

    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


class Plan:
    """Sorts the documents of one `add`; `versions` are the content hashes of those stored.

    `seen` is how many documents were looked at.
    """

    def __init__(self, versions: dict[str, str]) -> None:
        self._versions = versions
        self._met: dict[str, str] = {}
        self._lists: dict[str, list[str]] = {"added": [], "updated": [], "unchanged": []}
        self._problems: list[Problem] = []
        self.seen = 0

    def wanted(self, documents: Iterable[Document]) -> Iterator[Document]:
        """The documents to write."""
        for document in documents:
            self.seen += 1
            version = document.content_hash
            reason = _unusable(document) or self._clash(document.id, version)
            if reason:
                self._problems.append(_problem(document, reason))
            elif document.id not in self._met:
                self._met[document.id] = version
                if self._versions.get(document.id) != version:
                    yield document
                else:
                    self._lists["unchanged"].append(document.id)

    def settled(self, batch: Batch) -> tuple[Batch, list[str]]:
        """What of `batch` is to be written, and the ids that are in the store already."""
        for document, passages in zip(batch.documents, batch.passages, strict=True):
            if not passages:
                self._problems.append(_problem(document, "there is no text in it"))
        filled = batch.filled()
        ids = [document.id for document in filled.documents]
        known = [id for id in ids if id in self._versions]
        self._lists["updated"] += known
        self._lists["added"] += [id for id in ids if id not in self._versions]
        return filled, known

    def changes(self) -> Changes:
        """What was done."""
        lists = {name: tuple(ids) for name, ids in self._lists.items()}
        return Changes(**lists, problems=tuple(self._problems))

    def _clash(self, id: str, version: str) -> str:
        met = self._met.get(id)
        return (
            "" if met in (None, version) else "two different texts have this id; the first is kept"
        )


def _problem(document: Document, reason: str) -> Problem:
    return Problem(repr(document.id)[:80], reason)


def _unusable(document: Document) -> str:
    if not document.id.strip() or len(document.id) > _LONGEST_ID:
        return f"the id is empty or longer than {_LONGEST_ID} characters"
    try:
        "".join((document.id, document.title, document.text, document.url)).encode("utf-8")
    except UnicodeEncodeError:
        return "the text is not valid Unicode"
    return ""
