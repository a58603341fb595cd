"""Results in input order: rows kept from an earlier run, judged rows, copies of equal rows."""

from __future__ import annotations

import json
from collections.abc import Generator, Iterator
from dataclasses import dataclass, replace
from itertools import chain, islice

from assistant.bulk.earlier import Earlier, named
from assistant.bulk.journal import Journal, encoded
from assistant.bulk.judging import BLOCK, Block, Judges, Told, faulty
from assistant.bulk.rows import Row
from assistant.bulk.sources import Scan, Source, digest


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
    source: Source,
    scan: Scan,
    journal: Journal,
    judges: Judges,
    earlier: Earlier,
    *,
    ask_once: bool = False,
) -> Generator[Result, None, None]:
    """One result for every row of `source`, in order, each written before it is given.

    The lines in the journal are those of the first rows; what is in `earlier` is not judged
    again. The block in which the journal ends is judged as a whole, unless with `ask_once`.
    """
    desk = _Desk(scan, journal)
    blocks = _blocks(source, scan, earlier)
    for block in blocks:
        if block.rows[-1].number > journal.done:
            if ask_once:
                left = tuple(row for row in block.tasks if row.number > journal.done)
                block = replace(block, tasks=left)
            blocks = chain([block], blocks)
            break
        yield from map(desk.keep, block.rows)
    for block, answers in judges.judge(blocks):
        judged = {row.number for row in block.tasks}
        for row in block.rows:
            answer = next(answers) if row.number in judged else None
            if row.number <= journal.done:
                yield desk.keep(row)
            elif answer is None and (told := earlier.verdict(row)):
                yield desk.write(row, told, kept=True)
            else:
                yield desk.write(row, answer)
        next(answers, None)  # an error that ends the run comes after what was finished for all that


class _Desk:
    """Writes results and remembers where the first of several equal ones stands."""

    def __init__(self, scan: Scan, journal: Journal) -> None:
        self._repeated, self._journal = scan.repeated, journal
        self._lines = journal.lines()
        self._first: dict[int, int] = {}

    def write(self, row: Row, answer: Told | None, *, kept: bool = False) -> Result:
        if row.fault:
            told = faulty(row)
        else:
            told = answer or self._journal.line_at(self._first[digest(row)])
        told = named(row, told)
        copied = self._repeats(row, self._journal.append(encoded(told) + b"\n"))
        return Result(row, told, kept=kept, copied=copied)

    def keep(self, row: Row) -> Result:
        offset, line = next(self._lines)
        return Result(row, json.loads(line), kept=True, copied=self._repeats(row, offset))

    def _repeats(self, row: Row, offset: int) -> bool:
        """Whether an equal row came before; where not, its place is remembered."""
        if row.fault or not self._repeated or (key := digest(row)) not in self._repeated:
            return False
        return self._first.setdefault(key, offset) != offset


def _blocks(source: Source, scan: Scan, earlier: Earlier) -> Iterator[Block]:
    """The rows in blocks; of equal rows only the first is a task, judged ones are none."""
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
            if not earlier.verdict(row):
                tasks.append(row)
        yield Block(number, group, tuple(tasks))
        number += 1
