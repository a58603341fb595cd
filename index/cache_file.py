"""The file of the search cache: where it lies, its tables, opening and throwing it away."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

FILE = "cache.sqlite"
# Rises when words are segmented or weighed otherwise: an older cache is made anew.
FORMAT = "1"

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
  number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, version TEXT NOT NULL,
  record TEXT NOT NULL, sketch BLOB NOT NULL, text TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS passages (
  number INTEGER PRIMARY KEY, document INTEGER NOT NULL, id TEXT NOT NULL,
  language TEXT NOT NULL, start INTEGER NOT NULL, stop INTEGER NOT NULL, length INTEGER NOT NULL);
CREATE INDEX IF NOT EXISTS passages_of ON passages (document);
CREATE TABLE IF NOT EXISTS vectors (
  first INTEGER PRIMARY KEY, rows INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS postings (
  term TEXT NOT NULL, first INTEGER NOT NULL, numbers BLOB NOT NULL, counts BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS postings_of ON postings (term);
CREATE TABLE IF NOT EXISTS claims (
  id TEXT PRIMARY KEY, text TEXT NOT NULL, metadata TEXT NOT NULL, vector BLOB NOT NULL);
"""


def usable(folder: Path) -> bool:
    """Whether a cache file is there."""
    return (folder / FILE).exists()


def discard(folder: Path) -> None:
    """Delete the cache file (it is damaged, or of an older format)."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            (folder / (FILE + suffix)).unlink()


def connect(folder: Path | None, *, write: bool) -> sqlite3.Connection:
    """Open the cache in `folder`, an empty one in memory when `folder` is None.

    Raises `sqlite3.Error` when the file is no cache, or is missing and may not be written.
    """
    if folder is None:
        connection = _open(":memory:")
        connection.executescript(_SCHEMA)
        return connection
    path = quote(str((folder / FILE).resolve()))
    if write:
        connection = _open(f"file:{path}?mode=rwc")
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.executescript(_SCHEMA)
        return connection
    try:
        return _open(f"file:{path}?mode=ro")
    except sqlite3.Error:
        # A folder that cannot be written has no room for the reader's lock file either.
        return _open(f"file:{path}?mode=ro&immutable=1")


def _open(uri: str) -> sqlite3.Connection:
    connection = sqlite3.connect(
        uri, uri=True, timeout=30.0, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.Error:
        connection.close()
        raise
    return connection
