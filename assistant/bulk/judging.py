"""Rows to verdict objects: block by block, in this process or in several.

A block is a fixed run of rows, so that the same rows are always embedded and searched together:
an interrupted run, a resumed one and any number of workers give the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from assistant.answer import verdict_json
from assistant.bulk.rows import Row
from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.errors import BudgetSpent, UserError
from assistant.types import Claim, Extraction, Label, Verdict
from index.text import language_of
from index.types import Document

BLOCK = 64
"""Rows in a block."""

Told = dict[str, Any]
"""A verdict as `jingmai check --json` writes it."""

ENDS = (UserError, BudgetSpent)
"""Errors that end a run; its finished rows are kept."""

Opener = Callable[[], Checker]
"""Opens a checker; it is called again in every worker, so it must be picklable."""


@dataclass(frozen=True, slots=True)
class Block:
    """`number` counts blocks from 0; `rows` are all of its rows, `tasks` those to be judged."""

    number: int
    rows: tuple[Row, ...]
    tasks: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Fingerprints:
    """What, besides the input, decides the answers: the documents, and everything else."""

    index: str
    settings: str


class Judges(Protocol):
    """Whoever judges blocks. The run writes; judges only answer."""

    def fingerprints(self) -> Fingerprints:
        """As they are now."""
        ...

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with one answer for every task, in order; failures are answers too."""
        ...

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        ...

    def close(self) -> None:
        """Let go of stores and workers."""
        ...


class Here:
    """Judges in this process, with a checker that is open already."""

    def __init__(self, checker: Checker) -> None:
        self.checker = checker

    def fingerprints(self) -> Fingerprints:
        """Of the checker."""
        return fingerprints_of(self.checker)

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers, which are found as they are asked for."""
        for block in blocks:
            yield block, judge_rows(self.checker, block.tasks)

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        return self.checker.extract(document)

    def close(self) -> None:
        """Close the checker."""
        self.checker.close()


def fingerprints_of(checker: Checker) -> Fingerprints:
    """What decides the answers of `checker`."""
    settings = f"{checker.settings_fingerprint}-{checker.judge.fingerprint}"
    return Fingerprints(checker.library.fingerprint, settings)


def judge_rows(checker: Checker, rows: Sequence[Row]) -> Iterator[Told]:
    """One verdict object a row, in order. Whatever goes wrong with a row stays in that row.

    Only what the user must mend (`UserError`: a key that is refused, say) and a spent budget end
    the run.
    """
    done = 0
    try:
        claims = [_claim(row) for row in rows]
        for verdict in checker.judge_claims(claims, batch=BLOCK, ends=ENDS):
            yield verdict_json(verdict)
            done += 1
        return
    except (GeneratorExit, *ENDS):
        raise
    except Exception as error:
        if len(rows) - done == 1:
            yield unjudged(rows[done], f"internal error: {type(error).__name__}: {error}")
            return
    for row in rows[done:]:
        yield from judge_rows(checker, [row])


def unjudged(row: Row, problem: str) -> Told:
    """The verdict object of a row that the machine failed on."""
    claim = Claim("", row.text, row.language or language_of(row.text), speaker=row.speaker)
    return verdict_json(Verdict(claim, Label.UNJUDGED, None, (), "", "", problem=problem))


def faulty(row: Row) -> Told:
    """The verdict object of a row that cannot be judged: every field there, `label` null."""
    language = language_of(row.text) if row.text.strip() else None
    told = unjudged(row, row.fault.told(language) if row.fault else "")
    return told | {
        "claim": row.text or None,
        "language": language,
        "label": None,
        "method": None,
        "self_contained": row.text or None,
    }


def _claim(row: Row) -> Claim:
    if row.claim:
        return row.claim
    claim = claim_of(row.text, as_of=row.as_of, language=row.language)
    return replace(claim, speaker=row.speaker) if row.speaker else claim
