"""Replies on disk (SQLite), keyed by server, model, options, prompt id and everything sent."""

from __future__ import annotations

import hashlib
import json
import logging
import sqlite3
import threading
from pathlib import Path

from assistant.errors import StoreError

log = logging.getLogger(__name__)


class ReplyCache:
    """A key-value table that several threads and processes may share.

    Only replies that passed their schema are kept. Raises `StoreError` when the file cannot be
    opened or read, or holds something else.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._told = False
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False)
            self._db.text_factory = bytes
            with self._db:
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS reply (key TEXT PRIMARY KEY, body TEXT)"
                )
                self._db.execute("SELECT key, body FROM reply LIMIT 1").fetchone()
        except (OSError, sqlite3.Error) as error:
            raise self._unusable(error) from error

    @staticmethod
    def key(*parts: object) -> str:
        """SHA-256 (hex) over the JSON of `parts`."""
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def get(self, key: str) -> str | None:
        """The reply kept under `key`, None when there is none or it is no text."""
        try:
            with self._lock:
                row = self._db.execute("SELECT body FROM reply WHERE key = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            raise self._unusable(error) from error
        try:
            return row[0].decode() if row else None
        except (AttributeError, UnicodeDecodeError):
            return None

    def put(self, key: str, body: str) -> None:
        """Keep `body` under `key`. Where it cannot be kept the reply is still good: that is told
        once, by the log.
        """
        try:
            with self._lock, self._db:
                self._db.execute("INSERT OR REPLACE INTO reply VALUES (?, ?)", (key, body))
        except sqlite3.Error as error:
            if not self._told:
                log.warning("replies cannot be kept in %s: %s", self._path, error)
            self._told = True

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def _unusable(self, error: Exception) -> StoreError:
        return StoreError(
            f"the reply cache {self._path} cannot be used: {error}",
            hint="remove that file, or set llm_cache = false",
        )
