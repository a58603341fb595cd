"""A bulk run: rows in, one result for each out, in order, with nothing lost when it is stopped."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import sleep

from assistant.bulk.earlier import Earlier, Matching, take_up
from assistant.bulk.journal import Header, Journal, OutputError, Resume, aside_of, state_of
from assistant.bulk.judging import Judges
from assistant.bulk.order import results
from assistant.bulk.progress import Outcome, Progress, Tally
from assistant.bulk.reports import Format, format_of, render
from assistant.bulk.sources import Scan, Source

USUAL_RATE = 50.0
"""Claims a second to reckon with before a run has shown its own rate."""

_PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a run would have to do: rows to judge and about how many seconds that takes.

    `scan` tells the rows, the broken ones, the repeats, the columns recognised and notices.
    """

    scan: Scan
    to_judge: int
    seconds: float


def estimate(source: Source, *, rate: float = USUAL_RATE) -> Estimate:
    """Read `source` once and reckon with `rate` claims a second. Raises `InputError`."""
    scan = source.scan()
    to_judge = scan.rows - scan.broken - scan.repeats
    return Estimate(scan, to_judge, to_judge / rate)


def journal_of(output: Path, form: Format) -> Path:
    """Where the finished rows of a run are: the output itself for JSONL, else a file beside it."""
    if form is Format.JSONL:
        return output
    return output.with_name(output.name + ".partial.jsonl")


def files_of(output: Path, form: Format) -> tuple[Path, ...]:
    """Every file that a run to `output` writes, then or now: none of them is ever its input."""
    journal = journal_of(output, form)
    return (output, journal, state_of(journal), aside_of(journal))


def check_output(output: Path, form: Format, resume: Resume, *, overwrite: bool = False) -> None:
    """Raise `OutputError` where a run must not write: over finished work, or into no folder."""
    try:
        folder, taken = output.parent.is_dir(), output.is_dir()
    except (OSError, ValueError) as error:
        raise OutputError(
            "the name of the output cannot be used", hint="give a shorter, plain name"
        ) from error
    if not folder:
        raise OutputError(
            f"there is no folder {output.parent}", hint="make it first, or check the output's name"
        )
    if taken:
        raise OutputError(f"{output} is a folder", hint="give the name of a file")
    journal = journal_of(output, form)
    there = [p for p in (output, journal, aside_of(journal)) if p.is_file() and p.stat().st_size]
    if resume is Resume.NO and there and not overwrite:
        raise OutputError(
            f"{there[0].name} is there already",
            hint="go on with it: --resume; start again: --overwrite",
        )
    if resume is not Resume.NO and there == [output] != [journal]:
        raise OutputError(
            f"{output.name} is finished: there is nothing to resume",
            hint="to make it again use --overwrite",
        )


class BulkRun:
    """One run from `source` to `output`.

    Set `cancel` to end it after the row in hand, `pause` to hold it until it is cleared; both
    from any thread. `language` ("th" or "en") is that of a report's headings. With `ask_once` no
    row that is kept is judged again with its block, as for judges that are paid. `planned` is
    called with the number of rows to judge, at most, before the first is. `outcome` is None until
    `events` has ended.
    """

    def __init__(
        self,
        source: Source,
        output: Path,
        judges: Judges,
        *,
        resume: Resume = Resume.NO,
        overwrite: bool = False,
        form: Format | None = None,
        language: str = "th",
        ask_once: bool = False,
    ) -> None:
        self.source, self.output, self.judges = source, output, judges
        self.resume, self.overwrite, self.language = resume, overwrite, language
        self.form = form or format_of(output)
        self.ask_once = ask_once
        self.planned: Callable[[int], None] | None = None
        self.cancel, self.pause = Event(), Event()
        self.scan: Scan | None = None
        self.outcome: Outcome | None = None

    @property
    def journal(self) -> Path:
        """Where finished rows are: the output itself for JSONL, else a file beside it."""
        return journal_of(self.output, self.form)

    def events(self) -> Iterator[Progress]:
        """Run, yielding after every row; the row is on disk by then.

        Raises `InputError` before anything is written when the input cannot be used, and
        `OutputError` when the output is in the way or the disk is full; what is finished stays.
        """
        check_output(self.output, self.form, self.resume, overwrite=self.overwrite)
        journal = Journal(self.journal)
        try:
            there, matching = journal.done, Matching(journal)
            self.scan = scan = self.source.scan(watch=matching.see)
            before = self.judges.fingerprints()
            header = Header(self.source.fingerprint, before.index, before.settings)
            earlier = take_up(journal, header, matching, self.resume)
            tally = Tally(rows=scan.rows)
            if self.planned:
                self.planned(max(0, scan.rows - scan.broken - scan.repeats - journal.done))
            yield from self._run(journal, scan, tally, earlier)
        finally:
            journal.close()
        finished = tally.done == scan.rows
        if finished:
            self._finish(scan, whole=not tally.unjudged)
        changed = self.judges.fingerprints().index != before.index
        replaced = max(there - tally.kept, 0) if finished and self.resume is not Resume.NO else 0
        self.outcome = Outcome(
            tally.progress(), self.output, finished, changed, scan.notices, replaced
        )

    def _run(
        self, journal: Journal, scan: Scan, tally: Tally, earlier: Earlier
    ) -> Iterator[Progress]:
        found = results(self.source, scan, journal, self.judges, earlier, ask_once=self.ask_once)
        with closing(found) as rows:
            for result in rows:
                tally.count(result)
                yield tally.progress(None if result.kept else result.told)
                if self._stopped():
                    return

    def _stopped(self) -> bool:
        while self.pause.is_set() and not self.cancel.is_set():
            sleep(_PAUSE)
        return self.cancel.is_set()

    def _finish(self, scan: Scan, *, whole: bool) -> None:
        """Make the output from the journal, and remove what nobody needs any longer.

        Where the machine failed on a row the journal stays, so that the run can be resumed.
        """
        aside_of(self.journal).unlink(missing_ok=True)
        if self.form is Format.JSONL:
            return
        render(self.journal, self.output, self.form, language=self.language, numbered=scan.numbered)
        for path in (self.journal, state_of(self.journal)) if whole else ():
            path.unlink(missing_ok=True)
