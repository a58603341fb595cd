"""A bulk run: rows in, one result for each out, in order, with nothing lost when it is stopped."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from time import sleep

from assistant.bulk.journal import Header, Journal, OutputError, Resume, open_journal
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
    there = [p for p in (output, journal) if p.is_file() and p.stat().st_size]
    if resume is Resume.NO and there and not overwrite:
        raise OutputError(
            f"{there[0].name} is there already",
            hint="go on with it: --resume; start again: --overwrite",
        )
    if resume is not Resume.NO and there == [output] and form is not Format.JSONL:
        raise OutputError(
            f"{output.name} is finished: there is nothing to resume",
            hint="to make it again use --overwrite",
        )


class BulkRun:
    """One run from `source` to `output`.

    Set `cancel` to end it after the row in hand, `pause` to hold it until it is cleared; both
    from any thread. `language` ("th" or "en") is that of a report's headings. `outcome` is None
    until `events` has ended.
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
    ) -> None:
        self.source, self.output, self.judges = source, output, judges
        self.resume, self.overwrite, self.language = resume, overwrite, language
        self.form = form or format_of(output)
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
        self.scan = scan = self.source.scan()
        before = self.judges.fingerprints()
        header = Header(self.source.fingerprint, before.index, before.settings)
        journal = open_journal(self.journal, header, self.resume)
        tally = Tally(rows=scan.rows, kept=min(journal.done, scan.rows))
        try:
            yield from self._run(journal, scan, tally)
        finally:
            finished = tally.done == scan.rows
            journal.close(finished=finished and self._direct)
        if finished and not self._direct:
            render(self.journal, self.output, self.form, language=self.language)
            self._remove_journal()
        changed = self.judges.fingerprints().index != before.index
        self.outcome = Outcome(tally.progress(), self.output, finished, changed, scan.notices)

    @property
    def _direct(self) -> bool:
        return self.form is Format.JSONL

    def _run(self, journal: Journal, scan: Scan, tally: Tally) -> Iterator[Progress]:
        with closing(results(self.source, scan, journal, self.judges)) as rows:
            for result in rows:
                tally.count(result)
                yield tally.progress(None if result.kept else result.told)
                if self._stopped():
                    return

    def _stopped(self) -> bool:
        while self.pause.is_set() and not self.cancel.is_set():
            sleep(_PAUSE)
        return self.cancel.is_set()

    def _remove_journal(self) -> None:
        for path in (self.journal, self.journal.with_name(self.journal.name + ".state.json")):
            path.unlink(missing_ok=True)
