"""Rows finished by an earlier run: which of them the input still asks for."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from assistant.bulk.journal import (
    ANYWAY,
    Header,
    Journal,
    OutputError,
    Resume,
    encoded,
    starts_with_id,
)
from assistant.bulk.judging import Told, faulty
from assistant.bulk.rows import Row
from assistant.types import Label

_GIVEN = ("as_of", "url")


def named(row: Row, told: Told) -> Told:
    """`told` under the row's own id, with the date and address that the row was given."""
    own: Told = {"id": row.id, **{k: v for k, v in told.items() if k not in ("id", *_GIVEN)}}
    return own | _given(row)


class Matching:
    """Compares the lines of a journal with the rows of an input, in order; it changes nothing.

    Show every row to `see` first. `leading` lines can stay as they are and where they are.
    `foreign`: some line is not the result of the row in its place.
    """

    def __init__(self, journal: Journal) -> None:
        self._journal, self._lines = journal, journal.lines()
        self._rows = self.leading = 0
        self.foreign = self._parted = False

    def see(self, row: Row) -> None:
        """Compare the next row."""
        self._rows += 1
        if self.foreign or self._rows > self._journal.done:
            return
        _, line = next(self._lines)
        told = _told(line)
        self.foreign = told is None or not _belongs(row, told, line)
        self._parted |= self.foreign or not (row.fault or _is_verdict(told or {}))
        self.leading += not self._parted

    @property
    def whole(self) -> bool:
        """Whether nothing is left to do: every row has its line, and no line is too many."""
        return self.leading == self._journal.done == self._rows

    def check(self, header: Header) -> None:
        """Raise `OutputError` unless a run started with `header` may add to the journal."""
        journal = self._journal
        if not journal.done or (self.whole and not journal.state.exists()):
            return
        if changed := journal.changes(header):
            raise OutputError(
                f"{' and '.join(changed)} changed since {journal.path.name} was begun", hint=ANYWAY
            )
        if self.foreign or self._rows < journal.done:
            raise OutputError(
                f"the rows in {journal.path.name} are not those of this input", hint=ANYWAY
            )


class Earlier:
    """Verdicts of an earlier run by what was asked; empty where every line stays in its place."""

    def __init__(self, journal: Journal) -> None:
        self._path = journal.aside
        self._places: dict[int, int] = {}
        if self._path.exists():
            self._places = dict(self._found())

    def verdict(self, row: Row) -> Told | None:
        """The verdict on what `row` asks, under the row's id; None when there is none."""
        place = None if row.fault else self._places.get(hash(_asked(row)))
        if place is None:
            return None
        with self._path.open("rb") as file:
            file.seek(place)
            told = json.loads(file.readline())
        return named(row, told) if _asked_in(told) == _asked(row) else None

    def _found(self) -> Iterator[tuple[int, int]]:
        place = 0
        with self._path.open("rb") as file:
            for line in file:
                told = _told(line)
                if told is not None and _is_verdict(told):
                    yield hash(_asked_in(told)), place
                place += len(line)


def take_up(journal: Journal, header: Header, matching: Matching, resume: Resume) -> Earlier:
    """Begin where the earlier run ended, and return the verdicts that it had reached elsewhere.

    Raises `OutputError`, with everything left as it was, where `resume` does not allow it.
    """
    if resume is Resume.NO:
        journal.aside.unlink(missing_ok=True)
        journal.begin(header, keep=0)
        return Earlier(journal)
    if resume is Resume.YES:
        matching.check(header)
    if matching.leading < journal.done:
        journal.set_aside()
    unknown = resume is Resume.YES and matching.whole and not journal.state.exists()
    journal.begin(None if unknown else header, keep=matching.leading)
    return Earlier(journal)


def _told(line: bytes) -> Told | None:
    """A line of a journal; None for what is none."""
    try:
        told = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return told if isinstance(told, dict) else None


def _is_verdict(told: Told) -> bool:
    """Whether there is a label, on the claim's own day too: what the machine failed on is judged
    again.
    """
    then = told.get("then")
    failed = isinstance(then, dict) and then.get("label") == Label.UNJUDGED
    return told.get("label") not in (None, Label.UNJUDGED) and not failed


def _belongs(row: Row, told: Told, line: bytes) -> bool:
    """Whether `line` is what comes out for `row`, whoever judged it."""
    if row.fault:
        return line == encoded(named(row, faulty(row))) + b"\n"
    given = {name: told[name] for name in _GIVEN if name in told}
    same = starts_with_id(line, row.id) and given == _given(row)
    return same and _asked_in(told) == _asked(row)


def _given(row: Row) -> Told:
    own: Told = {}
    if row.as_of and not row.claim:
        own["as_of"] = row.as_of.isoformat()
    if row.url:
        own["url"] = row.url
    return own


def _asked(row: Row) -> tuple[Any, ...]:
    """What the verdict on `row` depends on, as far as a line of the journal tells it."""
    reading = row.claim.query if row.claim else row.text
    return (row.text, reading, row.speaker, _given(row).get("as_of"))


def _asked_in(told: Told) -> tuple[Any, ...]:
    return tuple(told.get(name) for name in ("claim", "self_contained", "speaker", "as_of"))
