"""Finished rows on disk: one line each, written at once, and what they were judged with.

A journal is a JSONL file with a small state file beside it. For `.jsonl` the output itself is the
journal; other formats are made from one at the end.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path
from typing import Any

from assistant.bulk.rows import Id
from assistant.errors import UserError


class Resume(Enum):
    """Whether to go on with an interrupted run: no, yes if nothing changed, or in any case."""

    NO = "no"
    YES = "yes"
    FORCE = "force"


class OutputError(UserError):
    """The output cannot be written, or what is there must not be written over."""


@dataclass(frozen=True, slots=True)
class Header:
    """What a run was started with; a resumed one must have the same."""

    input: str
    index: str
    settings: str
    version: int = 1


class Journal:
    """An open journal, locked; `done` complete lines stood in it when the run began."""

    def __init__(self, path: Path, state: Path) -> None:
        self.path, self._state = path, state
        self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        self.done = self._end = 0
        _lock(self._file, path)

    def begin(self, header: Header, *, keep: bool) -> None:
        """Write down what the run is started with; keep the rows that are there, or none."""
        _write(self._state, json.dumps(asdict(header)) + "\n")
        self.done, self._end = _whole_lines(self.path) if keep else (0, 0)
        os.ftruncate(self._file, self._end)

    def append(self, line: bytes) -> int:
        """Write one line, newline included, and return the offset it starts at.

        Either the whole line is in the file afterwards or nothing of it. Raises `OutputError`
        when the disk is full.
        """
        start, written = self._end, 0
        try:
            while written < len(line):
                written += os.write(self._file, line[written:])
        except OSError as error:
            os.ftruncate(self._file, start)
            raise disk_error(error, self.path) from error
        self._end = start + written
        return start

    def line_at(self, offset: int) -> dict[str, Any]:
        """The object on the line that starts at `offset`."""
        parts = []
        while chunk := os.pread(self._file, 1 << 16, offset):
            head, newline, _ = chunk.partition(b"\n")
            parts.append(head)
            offset += len(chunk)
            if newline:
                break
        return dict(json.loads(b"".join(parts)))

    def lines(self) -> Iterator[tuple[int, bytes]]:
        """Offset and bytes of every line that stood there when it was opened."""
        offset = 0
        with self.path.open("rb") as file:
            for _ in range(self.done):
                line = file.readline()
                yield offset, line
                offset += len(line)

    def close(self, *, finished: bool) -> None:
        """Bring everything to the disk; a finished run needs its state no longer."""
        try:
            os.fsync(self._file)
        except OSError as error:
            raise disk_error(error, self.path) from error
        finally:
            os.close(self._file)
        if finished:
            self._state.unlink(missing_ok=True)


def open_journal(path: Path, header: Header, resume: Resume) -> Journal:
    """Start the journal at `path`, or go on with the one that is there.

    A line that was cut off when the last run ended is dropped. Raises `OutputError` when there
    is something there and `resume` does not allow to go on.
    """
    state = path.with_name(path.name + ".state.json")
    exists = path.exists() and path.stat().st_size > 0
    try:
        if resume is Resume.YES and (exists or state.exists()):
            _check(path, state, header)
        journal = Journal(path, state)
        journal.begin(header, keep=resume is not Resume.NO)
    except OSError as error:
        raise disk_error(error, path) from error
    return journal


def starts_with_id(line: bytes, id_: Id) -> bool:
    """Whether a line of the journal is the result of the row called `id_`."""
    return line.startswith(b'{"id": ' + encoded(id_) + b", ")


def encoded(value: object) -> bytes:
    """`value` as JSON in UTF-8; half surrogate pairs, which UTF-8 has not, become U+FFFD."""
    text = json.dumps(value, ensure_ascii=False)
    if text.isascii():
        return text.encode()
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def disk_error(error: OSError, path: Path) -> OutputError:
    """An `OutputError` that says what the system said."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return OutputError(
            f"the disk is full: {path.name} holds every row finished so far",
            hint="free some space and run the same command with --resume",
        )
    return OutputError(
        f"cannot write {path}: {error.strerror or error}", hint="check the folder and permissions"
    )


def _check(path: Path, state: Path, header: Header) -> None:
    try:
        old = json.loads(state.read_text("utf-8"))
    except FileNotFoundError:
        return  # finished, or its state was removed: the rows themselves are compared
    except ValueError as error:
        raise OutputError(
            f"{state.name} is damaged", hint="go on in any case with --resume=force"
        ) from error
    new = asdict(header)
    changed = [name for name in new if not isinstance(old, dict) or old.get(name) != new[name]]
    if changed:
        words = {"index": "the index", "input": "the input", "settings": "the settings"}
        told = " and ".join(words.get(name, f"the {name}") for name in changed)
        raise OutputError(
            f"{told} changed since {path.name} was begun",
            hint="go on in any case with --resume=force, or start again with --overwrite",
        )


def _whole_lines(path: Path) -> tuple[int, int]:
    """How many complete lines there are, and where the last one ends."""
    count = end = offset = 0
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            count += chunk.count(b"\n")
            if b"\n" in chunk:
                end = offset + chunk.rindex(b"\n") + 1
            offset += len(chunk)
    return count, end


def _lock(file: int, path: Path) -> None:
    """Refuse a second run on the same output; the system frees the lock when its holder dies."""
    try:
        import fcntl
    except ImportError:  # Windows itself refuses to truncate a file that another has open
        return
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(file)
        raise OutputError(
            f"another run is writing {path.name}", hint="wait for it, or choose another output"
        ) from error


def _write(path: Path, text: str) -> None:
    temporary = path.with_name(path.name + ".tmp")
    temporary.write_text(text, "utf-8")
    temporary.replace(path)
