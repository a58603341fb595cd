"""Finished rows on disk: one line each, written at once, and what they were judged with.

A journal is a JSONL file with a small state file beside it, which stays with a finished one: it is
what a later `--resume` compares. For `.jsonl` the output itself is the journal; other formats are
made from one at the end. Where the rows of a resumed run cannot simply be added to those that are
there, the latter are set aside in a third file until the run is finished.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import Enum
from itertools import islice
from pathlib import Path
from typing import Any

from assistant.bulk.rows import Id
from assistant.errors import UserError


class Resume(Enum):
    """Whether to go on with an interrupted run: no, yes if nothing changed, or in any case.

    In any case: verdicts on claims that are still in the input are kept, whoever judged them;
    claims without one are judged, and rows that are no longer in the input are dropped.
    """

    NO = "no"
    YES = "yes"
    FORCE = "force"


_STATE, _ASIDE = ".state.json", ".earlier.jsonl"

ANYWAY = (
    "keep the verdicts on claims that are still in the input and judge the rest: --resume=force; "
    "or start again: --overwrite"
)
"""What to do where a run cannot be resumed as it was."""


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
    """An open journal, locked; `done` complete lines stand in it.

    Opening it changes nothing but to make the file where there is none. Raises `OutputError`
    when it cannot be opened or another run is writing it.
    """

    def __init__(self, path: Path) -> None:
        self.path, self.state, self.aside = path, state_of(path), aside_of(path)
        self._new = not path.exists()
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
            _lock(self._file, path)
            self.done, self._end = _whole_lines(path)
        except OSError as error:
            raise disk_error(error, path) from error

    def begin(self, header: Header | None, *, keep: int) -> None:
        """Keep the first `keep` lines, and write down what the run is started with.

        None: with what the lines were judged is not known, and stays so.
        """
        if keep < self.done:
            self._end = sum(len(line) for _, line in islice(self.lines(), keep))
            self.done = keep
        try:
            os.ftruncate(self._file, self._end)
            if header is not None:
                _write(self.state, json.dumps(asdict(header)) + "\n")
        except OSError as error:
            raise disk_error(error, self.path) from error

    def set_aside(self) -> None:
        """Copy every complete line to the file of rows set aside, after those that are there.

        What was there stays as it was where the disk is full; `OutputError` is raised.
        """
        _, end = _whole_lines(self.aside) if self.aside.exists() else (0, 0)
        with self.aside.open("ab") as file:
            try:
                file.truncate(end)
                for _, line in self.lines():
                    file.write(line)
                file.flush()
                os.fsync(file.fileno())
            except OSError as error:
                os.ftruncate(file.fileno(), end)
                raise disk_error(error, self.path) from error

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
        """Offset and bytes of the first `done` lines."""
        offset = 0
        with self.path.open("rb") as file:
            for _ in range(self.done):
                line = file.readline()
                yield offset, line
                offset += len(line)

    def changes(self, header: Header) -> tuple[str, ...]:
        """In words, what is another now than when the run was begun.

        Raises `OutputError` when that is not known: there is no state, or it is damaged.
        """
        try:
            old = json.loads(self.state.read_text("utf-8"))
        except FileNotFoundError as error:
            raise OutputError(
                f"what the rows in {self.path.name} were judged with is not known: "
                f"{self.state.name} is gone",
                hint=ANYWAY,
            ) from error
        except ValueError as error:
            raise OutputError(f"{self.state.name} is damaged", hint=ANYWAY) from error
        new = asdict(header)
        changed = [name for name in new if not isinstance(old, dict) or old.get(name) != new[name]]
        return tuple(f"the {name}" for name in changed)

    def close(self) -> None:
        """Bring everything to the disk. A file made for nothing goes again."""
        try:
            os.fsync(self._file)
            if self._new and not self._end and not self.state.exists():
                self.path.unlink(missing_ok=True)
        except OSError as error:
            raise disk_error(error, self.path) from error
        finally:
            os.close(self._file)


def state_of(journal: Path) -> Path:
    """The file beside `journal` that holds its `Header`."""
    return journal.with_name(journal.name + _STATE)


def aside_of(journal: Path) -> Path:
    """The file beside `journal` with rows set aside."""
    return journal.with_name(journal.name + _ASIDE)


def belongs_to_a_run(path: Path) -> bool:
    """Whether `path` is a journal or lies beside one: an output, and no input."""
    for ending in ("", _STATE, _ASIDE):
        if path.name.endswith(ending):
            journal = path.with_name(path.name.removesuffix(ending))
            if journal.name and state_of(journal).is_file():
                return True
    return False


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
