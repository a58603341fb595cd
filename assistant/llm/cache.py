"""Replies on disk (SQLite), keyed by model, prompt id and everything that was sent."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import threading
from pathlib import Path

from assistant.errors import StoreError


class ReplyCache:
    """A key-value table that several threads and processes may share.

    Only replies that passed their schema are kept. Raises `StoreError` when the file cannot be
    opened.
    """

    def __init__(self, path: Path) -> None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, timeout=30, check_same_thread=False)
            with self._db:
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS reply (key TEXT PRIMARY KEY, body TEXT)"
                )
        except (OSError, sqlite3.Error) as error:
            raise StoreError(
                f"the reply cache {path} cannot be opened", hint="set llm_cache = false"
            ) from error
        self._lock = threading.Lock()

    @staticmethod
    def key(*parts: object) -> str:
        """SHA-256 (hex) over the JSON of `parts`."""
        return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()

    def get(self, key: str) -> str | None:
        """The reply kept under `key`, None when there is none."""
        with self._lock:
            row = self._db.execute("SELECT body FROM reply WHERE key = ?", (key,)).fetchone()
        return row[0] if row else None

    def put(self, key: str, body: str) -> None:
        """Keep `body` under `key`."""
        with self._lock, self._db:
            self._db.execute("INSERT OR REPLACE INTO reply VALUES (?, ?)", (key, body))

    def close(self) -> None:
        """Close the file."""
        self._db.close()
