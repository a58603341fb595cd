"""A bulk run behind the page, in a thread of its own. No gradio."""

from __future__ import annotations

import json
import logging
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.bulk.journal import Resume
from assistant.bulk.judging import Block, Fingerprints, Judges, Told, fingerprints_of, judge_rows
from assistant.bulk.progress import Progress
from assistant.bulk.reports import Format, render
from assistant.bulk.rows import Row
from assistant.bulk.run import BulkRun, Estimate, estimate
from assistant.bulk.sources import open_source
from assistant.errors import JingmaiError
from assistant.types import Extraction
from assistant.ui.backstage import Backstage
from assistant.ui.words import say
from assistant.ui.words.of_errors import problem_in_words
from assistant.ui.worker import Apart
from index.types import Document

log = logging.getLogger(__name__)

SHOWN = 12
"""Latest results that the page shows."""


_FOR_PEOPLE = (Format.CSV, Format.XLSX, Format.HTML)


class JobState(StrEnum):
    """Where a job stands."""

    IDLE = "idle"
    RUNNING = "running"
    PAUSED = "paused"
    CANCELLED = "cancelled"
    DONE = "done"
    FAILED = "failed"


class Turns:
    """Judges that take their turn at the shared checker for every row."""

    def __init__(self, backstage: Backstage) -> None:
        self._backstage = backstage

    def fingerprints(self) -> Fingerprints:
        """Of the shared checker."""
        with self._backstage.checker() as checker:
            return fingerprints_of(checker)

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        """Each block with its answers, which are found as they are asked for."""
        for block in blocks:
            yield block, self._answers(block.tasks)

    def extract(self, document: Document) -> Extraction:
        """The claims of an article."""
        with self._backstage.checker() as checker:
            return checker.extract(document)

    def close(self) -> None:
        """The checker is shared and stays open."""

    def _answers(self, rows: Sequence[Row]) -> Iterator[Told]:
        with self._backstage.checker() as checker:
            answers = iter(judge_rows(checker, rows))
        while True:
            with self._backstage.checker():
                told = next(answers, None)
            if told is None:
                return
            yield told


def _judges(backstage: Backstage) -> Judges:
    turns = Turns(backstage)
    if backstage.worker is None:
        return turns
    backstage.worker.start()  # it opens its store while the file is looked at
    return Apart(backstage.worker, turns.extract)


class Job:
    """One user's file of claims. Reading it raises `InputError` for what cannot be used."""

    def __init__(self, path: Path, backstage: Backstage, *, language: str = "th") -> None:
        self.name = path.name
        self.folder = backstage.scratch()
        self.language = language
        self.latest: deque[dict[str, Any]] = deque(maxlen=SHOWN)
        self.problems: deque[dict[str, Any]] = deque(maxlen=SHOWN)
        self.progress: Progress | None = None
        self.error = ""
        self._paid = backstage.settings.llm is not None
        self._judges = _judges(backstage)
        self._source = open_source(path, extract=self._judges.extract)
        self.estimate: Estimate = estimate(self._source)
        self._run: BulkRun | None = None
        self._thread: threading.Thread | None = None

    @property
    def journal(self) -> Path:
        """Finished rows, as JSON lines."""
        return self.folder / "results.jsonl"

    @property
    def state(self) -> JobState:
        """Where the job stands now."""
        if self.error:
            return JobState.FAILED
        if self._run is None:
            return JobState.IDLE
        if self._thread is not None and self._thread.is_alive():
            return JobState.PAUSED if self._run.pause.is_set() else JobState.RUNNING
        finished = self._run.outcome is not None and self._run.outcome.finished
        return JobState.DONE if finished else JobState.CANCELLED

    def start(self) -> None:
        """Begin, or go on after a cancellation; nothing when it is running."""
        if self.state is JobState.PAUSED:
            self.resume()
        elif self.state in (JobState.IDLE, JobState.CANCELLED, JobState.FAILED):
            self.error = ""
            run = BulkRun(
                self._source, self.journal, self._judges,
                resume=Resume.YES if self.journal.exists() else Resume.NO, form=Format.JSONL,
                language=self.language, ask_once=self._paid,
            )  # fmt: skip
            thread = threading.Thread(target=self._work, args=(run,), name="bulk", daemon=True)
            thread.start()
            # In this order, so that nobody who looks meanwhile sees a run without its thread.
            self._thread, self._run = thread, run

    def pause(self) -> None:
        """Hold after the row in hand."""
        if self._run:
            self._run.pause.set()

    def resume(self) -> None:
        """Go on after a pause."""
        if self._run:
            self._run.pause.clear()

    def cancel(self) -> None:
        """End after the row in hand; what is finished stays and the rest can be done later."""
        if self._run:
            self._run.cancel.set()
            self._run.pause.clear()

    def join(self, seconds: float) -> None:
        """Wait for the thread, for tests and for closing."""
        if self._thread:
            self._thread.join(seconds)

    def results(self, form: Format, language: str = "") -> Path | None:
        """What is finished so far as a file of `form`, in `language` ("": the job's own); None
        when nothing is."""
        language = language or self.language
        if not self.journal.exists() or not self.journal.stat().st_size:
            return None
        endings = {Format.CLAIMREVIEW: "jsonld", Format.AVERITEC: "averitec.json"}
        name = say(language, "bulk.file_name", name=Path(self.name).stem)
        output = self.folder / f"{name}.{endings.get(form, form.value)}"
        whole = self.folder / "whole.jsonl"
        data = self.journal.read_bytes()
        data = data[: data.rfind(b"\n") + 1]  # a row being written is left out
        whole.write_bytes(_told(data, language) if form in _FOR_PEOPLE else data)
        numbered = self.estimate.scan.numbered
        render(whole, output, form, language=language, numbered=numbered)
        return output

    def _work(self, run: BulkRun) -> None:
        try:
            for progress in run.events():
                self.progress = progress
                if progress.latest:
                    self.latest.append(progress.latest)
                    if progress.latest.get("problem"):
                        self.problems.append(progress.latest)
        except JingmaiError as error:
            self.error = str(error)
        except Exception as error:
            log.exception("a bulk run failed")
            self.error = f"the program failed ({type(error).__name__})"


def _told(rows: bytes, language: str) -> bytes:
    """JSON lines with the problem of each row in the reader's language."""
    found = [json.loads(line) for line in rows.splitlines()]
    for row in found:
        if row.get("problem"):
            row["problem"] = problem_in_words(row["problem"], language)
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in found).encode()
