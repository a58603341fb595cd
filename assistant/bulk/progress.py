"""How far a run is: counts, rate and time left, and how a terminal tells them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic

from assistant.answer import label_words
from assistant.bulk.judging import Told
from assistant.bulk.order import Result
from assistant.types import VERDICT_LABELS, Label


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands after a row.

    `done` of `rows` results are on disk, `kept` of them from an earlier run. `broken` could not
    be read, `unjudged` failed in the machine, `copied` repeat an earlier row. `labels` counts
    the four verdicts. `seconds` have passed since the run began. `latest` is the row's result
    with its id (None for a row kept from an earlier run).
    """

    rows: int
    done: int
    kept: int
    broken: int
    unjudged: int
    copied: int
    labels: tuple[tuple[Label, int], ...]
    seconds: float
    latest: Told | None = None

    @property
    def rate(self) -> float:
        """Rows a second in this run, 0 before the first."""
        return (self.done - self.kept) / self.seconds if self.seconds > 0 else 0.0

    @property
    def left(self) -> float | None:
        """Seconds left at this rate, None before there is one."""
        return (self.rows - self.done) / self.rate if self.rate else None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended.

    `finished` is false when it was cancelled: the rest can be done with `Resume.YES`.
    `index_changed`: another process changed the index meanwhile, so rows may have been judged
    from different states of it. `replaced` rows that were finished before are not among those
    kept: they were judged again, or are no longer in the input.
    """

    progress: Progress
    output: Path
    finished: bool
    index_changed: bool
    notices: tuple[str, ...] = ()
    replaced: int = 0

    @property
    def partly(self) -> bool:
        """Whether some row has no verdict."""
        return bool(self.progress.broken or self.progress.unjudged)


@dataclass(slots=True)
class Tally:
    """Counts results as they come."""

    rows: int
    done: int = 0
    kept: int = 0
    broken: int = 0
    unjudged: int = 0
    copied: int = 0
    labels: Counter[str] = field(default_factory=Counter)
    began: float = field(default_factory=monotonic)

    def count(self, result: Result) -> None:
        """Add one result."""
        label = result.told.get("label")
        self.done += 1
        self.kept += result.kept
        self.broken += label is None
        self.unjudged += label == Label.UNJUDGED
        self.copied += result.copied
        self.labels[str(label)] += 1

    def progress(self, latest: Told | None = None) -> Progress:
        """The counts as they are now."""
        labels = tuple((label, self.labels[label]) for label in VERDICT_LABELS)
        seconds = monotonic() - self.began
        return Progress(
            self.rows,
            self.done,
            self.kept,
            self.broken,
            self.unjudged,
            self.copied,
            labels,
            seconds,
            latest,
        )


def progress_line(progress: Progress) -> str:
    """One line such as "1,200 of 2,000 rows (60%), 57 a second, 0:14 left, 3 with a problem"."""
    share = progress.done * 100 // max(progress.rows, 1)
    parts = [f"{progress.done:,} of {progress.rows:,} rows ({share}%)"]
    if progress.left is not None:
        rate = f"{progress.rate:,.0f}" if progress.rate >= 10 else f"{progress.rate:.1f}"
        parts += [f"{rate} a second", f"{clock(progress.left)} left"]
    if trouble := progress.broken + progress.unjudged:
        parts.append(f"{trouble:,} with a problem")
    return ", ".join(parts)


def clock(seconds: float) -> str:
    """Seconds as h:mm:ss, or m:ss below an hour."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def stopped_line(progress: Progress) -> str:
    """How far a run came that ended before its last row."""
    return f"stopped: {progress.done:,} of {progress.rows:,} rows are done and kept"


def summary_lines(outcome: Outcome) -> tuple[str, list[str]]:
    """What a run came to in one line, and what else the person should know of it."""
    progress, name = outcome.progress, outcome.output.name
    if not outcome.finished:
        return stopped_line(progress), ["go on with the same command and --resume"]
    counts = [f"{n:,} {label_words(label, 'en').lower()}" for label, n in progress.labels if n]
    counts += [f"{progress.unjudged:,} could not be judged"] if progress.unjudged else []
    counts += [f"{progress.broken:,} could not be read"] if progress.broken else []
    notes = []
    if outcome.replaced:
        notes.append(
            f"{progress.kept:,} finished rows were kept; {outcome.replaced:,} others had failed or "
            "are no longer in the input as they were: judged again or dropped"
        )
    if progress.unjudged:
        notes.append("judge those that failed again: the same command and --resume")
    if outcome.index_changed:
        notes.append(
            "the index changed while the run was going: rows may rest on different states of it"
        )
    return f"{progress.rows:,} rows in {name}: {', '.join(counts)}", notes
