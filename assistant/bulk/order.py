"""Results in input order: rows kept from an earlier run, judged rows, copies of equal rows."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from assistant.bulk.journal import Journal, OutputError, encoded, starts_with_id
from assistant.bulk.judging import BLOCK, Block, Judges, Told, faulty
from assistant.bulk.rows import Row
from assistant.bulk.sources import Scan, Source, digest

_GIVEN = ("as_of", "url")


@dataclass(frozen=True, slots=True)
class Result:
    """What came out for `row`; it is in the journal.

    `kept`: it was there from an earlier run. `copied`: an equal row had been judged before.
    """

    row: Row
    told: Told
    kept: bool = False
    copied: bool = False


def results(
    source: Source, scan: Scan, journal: Journal, judges: Judges
) -> Generator[Result, None, None]:
    """One result for every row of `source`, in order, each written before it is given.

    Raises `OutputError` when the rows in the journal are not those of `source`.
    """
    if journal.done > scan.rows:
        raise _other_rows(journal)
    desk = _Desk(scan, journal)
    blocks = _blocks(source, scan)
    for block in blocks:
        if block.rows[-1].number > journal.done:
            blocks = chain([block], blocks)
            break
        judged = {row.number for row in block.tasks}
        yield from (desk.keep(row, copied=row.number not in judged) for row in block.rows)
    for block, answers in judges.judge(blocks):
        judged = {row.number for row in block.tasks}
        for row in block.rows:
            answer = next(answers) if row.number in judged else None
            if row.number <= journal.done:
                yield desk.keep(row, copied=row.number not in judged)
            else:
                yield desk.write(row, answer)


class _Desk:
    """Writes results and remembers where the first of several equal ones stands."""

    def __init__(self, scan: Scan, journal: Journal) -> None:
        self._repeated, self._journal = scan.repeated, journal
        self._lines = journal.lines()
        self._first: dict[int, int] = {}

    def write(self, row: Row, answer: Told | None) -> Result:
        copied = answer is None and row.fault is None
        if row.fault:
            told = faulty(row)
        else:
            told = answer or self._journal.line_at(self._first[digest(row)])
        told = _named(row, told)
        self._remember(row, self._journal.append(encoded(told) + b"\n"))
        return Result(row, told, copied=copied)

    def keep(self, row: Row, *, copied: bool) -> Result:
        offset, line = next(self._lines)
        if not starts_with_id(line, row.id):
            raise _other_rows(self._journal)
        self._remember(row, offset)
        copied = copied and row.fault is None
        return Result(row, json.loads(line), kept=True, copied=copied)

    def _remember(self, row: Row, offset: int) -> None:
        if row.fault is None and self._repeated and (key := digest(row)) in self._repeated:
            self._first.setdefault(key, offset)


def _named(row: Row, told: Told) -> Told:
    """`told` under the row's own id, with the date and address that the row was given."""
    own: Told = {"id": row.id, **{k: v for k, v in told.items() if k not in ("id", *_GIVEN)}}
    if row.as_of and not row.claim:
        own["as_of"] = row.as_of.isoformat()
    if row.url:
        own["url"] = row.url
    return own


def _blocks(source: Source, scan: Scan) -> Iterator[Block]:
    """The rows in blocks; of equal rows only the first is a task."""
    rows, seen, number = iter(source), set[int](), 0
    while group := tuple(islice(rows, BLOCK)):
        tasks = []
        for row in group:
            if row.fault:
                continue
            if scan.repeated and (key := digest(row)) in scan.repeated:
                if key in seen:
                    continue
                seen.add(key)
            tasks.append(row)
        yield Block(number, group, tuple(tasks))
        number += 1


def _other_rows(journal: Journal) -> OutputError:
    return OutputError(
        f"the rows in {journal.path.name} are not those of this input",
        hint="give the input it was begun with, or start again with --overwrite",
    )
