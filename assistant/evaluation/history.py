"""The history of evaluations: one SQLite file beside the store."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from assistant.errors import InputError, StoreError
from assistant.evaluation.datasets.build import whole_characters

_LONGEST_NUMBER = 18
_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    dataset TEXT NOT NULL,
    dataset_digest TEXT NOT NULL,
    command TEXT NOT NULL,
    provenance TEXT NOT NULL,
    figures TEXT NOT NULL
)
"""
_OWNERS = "ALTER TABLE runs ADD COLUMN owner TEXT NOT NULL DEFAULT ''"


@dataclass(frozen=True, slots=True)
class Run:
    """One evaluation: `figures` is the JSON that the command wrote, `at` UTC in ISO format.

    `owner` is the login that ran it on the page; a run with "" belongs to everybody.
    """

    id: int
    at: str
    name: str
    kind: str
    dataset: str
    dataset_digest: str
    command: str
    provenance: dict[str, Any]
    figures: dict[str, Any]
    owner: str = ""


def history_path(store: Path) -> Path:
    """Where the history of the store in folder `store` lies: beside it."""
    return store.with_name(f"{store.name}-evaluations.sqlite")


class History:
    """Runs by number, oldest first. Opening creates the file when something is kept."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def keep(
        self,
        figures: dict[str, Any],
        provenance: dict[str, Any],
        *,
        command: str = "",
        name: str = "",
        owner: str = "",
    ) -> int:
        """Write a run down and return its number. Raises `StoreError` when it cannot."""
        row: tuple[str, ...] = (
            datetime.now(UTC).isoformat(timespec="seconds"),
            name,
            str(figures["kind"]),
            str(figures["dataset"]),
            str(figures["dataset_digest"]),
            command,
            json.dumps(provenance, ensure_ascii=False, sort_keys=True),
            json.dumps(figures, ensure_ascii=False),
            owner,
        )
        # Names of files may hold half characters, which no database takes.
        row = tuple(map(whole_characters, row))
        with self._open() as connection:
            if not _has_owners(connection):
                connection.execute(_OWNERS)
            done = connection.execute(
                "INSERT INTO runs (at, name, kind, dataset, dataset_digest, command, provenance,"
                " figures, owner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row,
            )
            return int(done.lastrowid or 0)

    def runs(self, *, seen_by: str | None = None) -> tuple[Run, ...]:
        """Runs, oldest first; empty when nothing was kept yet. With `seen_by` (a login, or ""
        for somebody without one) those that are that login's or everybody's, else all."""
        found = self._select("ORDER BY id")
        return found if seen_by is None else tuple(r for r in found if r.owner in ("", seen_by))

    def get(self, wanted: str) -> Run:
        """The run with that number, name, or "last". Raises `InputError` when there is none."""
        if wanted == "last":
            found = self._select("ORDER BY id DESC LIMIT 1")
        elif wanted.isascii() and wanted.isdigit() and len(wanted) <= _LONGEST_NUMBER:
            found = self._select("WHERE id = ?", int(wanted))
        else:
            named = whole_characters(wanted)
            found = self._select("WHERE name = ? ORDER BY id DESC LIMIT 1", named)
        if not found:
            raise InputError(f"there is no run {wanted}", hint="list them: jingmai eval history")
        return found[0]

    def _select(self, rest: str, *values: object) -> tuple[Run, ...]:
        if not self.path.exists():
            return ()
        with self._open() as connection:
            owner = "owner" if _has_owners(connection) else "''"
            rows = connection.execute(
                "SELECT id, at, name, kind, dataset, dataset_digest, command, provenance, figures,"
                f" {owner} FROM runs {rest}",
                values,
            ).fetchall()
        return tuple(_run(*row) for row in rows)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            connection = sqlite3.connect(self.path, timeout=10)
        except (OSError, sqlite3.Error) as error:
            raise self._failed(error) from error
        try:
            with connection:
                connection.execute(_SCHEMA)
                yield connection
        except sqlite3.Error as error:
            raise self._failed(error) from error
        finally:
            connection.close()

    def _failed(self, error: Exception) -> StoreError:
        return StoreError(
            f"the history of evaluations {self.path.name} cannot be used: {error}",
            hint="check the permissions of its folder, or leave it out with --no-history",
        )


def _has_owners(connection: sqlite3.Connection) -> bool:
    """Whether the file knows of owners: those of earlier versions do not."""
    return "owner" in {row[1] for row in connection.execute("PRAGMA table_info(runs)")}


def _run(number: int, at: str, *rest: str) -> Run:
    name, kind, dataset, digest, command, provenance, figures, owner = rest
    return Run(
        number,
        at,
        name,
        kind,
        dataset,
        digest,
        command,
        json.loads(provenance),
        json.loads(figures),
        owner,
    )
