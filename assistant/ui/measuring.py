"""An evaluation that runs for a visitor: its data set, its progress, its end when stopped."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

import queue
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from assistant.errors import InputError
from assistant.evaluation.doors import Done, execute
from assistant.evaluation.options import parse
from assistant.evaluation.types import Progress
from assistant.ui import markup
from assistant.ui.backstage import Backstage
from assistant.ui.slices import way_words
from assistant.ui.stopping import Run
from assistant.ui.words import WORDS, say

_ZIP_LIMIT = 256 * 1024 * 1024
_STEP = re.compile(r"(\w+)(?: \((.+)\))?")
Told = tuple[str, int, int]


class _Stopped(Exception):
    """Ends the evaluation from within, where it tells of its progress."""


def measured(
    stage: Backstage,
    kind: str,
    source: str,
    *,
    limit: int,
    owner: str,
    run: Run,
    language: str,
) -> Iterator[str | Done]:
    """Evaluate: tells of the progress as HTML, and last what came of it.

    `source` is what `jingmai eval --dataset` takes; `limit` bounds the claims judged, 0 for none;
    `owner` is the login that the run will belong to. Ends early, and keeps nothing, when `run` is
    stopped. Raises what the evaluation raises.
    """
    words = [kind, "--dataset", source, "--json", "-"]
    if limit > 0 and kind == "verdicts":
        words += ["--limit", str(limit)]
    args = parse(words)
    ended: list[Done] = []

    def work(tell: Progress) -> None:
        def heard(what: str, done: int, count: int) -> None:
            if run.stopped:
                raise _Stopped
            tell(what, done, count)

        ended.append(execute(args, stage.settings, progress=heard, owner=owner))

    yield markup.busy(say(language, "evaluation.starting"))
    for what, done, count in _in_thread(work):
        yield _progress(what, done, count, language)
    yield from ended


def _progress(what: str, done: int, count: int, language: str) -> str:
    line = say(
        language, "evaluation.step", what=_step(what, language), done=done, count=count
    )  # fmt: skip
    share = round(100 * done / max(1, count))
    text = markup.text_of(line)
    return (
        f"{markup.busy(line)}"
        f'<div class="x-meter" role="progressbar" aria-valuenow="{share}" aria-valuemin="0" aria-valuemax="100" aria-label="{text}"><span style="width:{share}%"></span></div>'
    )


def _step(what: str, language: str) -> str:
    found = _STEP.fullmatch(what)
    key = f"evaluation.step.{found[1]}" if found else ""
    if not found or key not in WORDS:
        return what
    return say(language, key, how=way_words(found[2] or "", language))


def _in_thread(work: Callable[[Progress], None]) -> Iterator[Told]:
    """What `work` reports while it runs in a thread; raises what it raised."""
    news: queue.Queue[Told | BaseException | None] = queue.Queue()

    def run() -> None:
        try:
            work(lambda what, done, count: news.put((what, done, count)))
            news.put(None)
        except _Stopped:
            news.put(None)
        except BaseException as error:
            news.put(error)

    threading.Thread(target=run, name="evaluation", daemon=True).start()
    while True:
        last = news.get()
        while not news.empty() and isinstance(last, tuple):
            last = news.get()
        if last is None:
            return
        if isinstance(last, BaseException):
            raise last
        yield last


def source_of(stage: Backstage, dataset: str, file: str | None, language: str) -> str:
    """What `jingmai eval --dataset` takes for the choice on the page.

    Raises `InputError` when no file was given or an archive cannot be unpacked.
    """
    if dataset != "file":
        return dataset
    if not file:
        raise InputError(say(language, "evaluation.no_file"))
    path = Path(file)
    return str(_unzipped(stage, path)) if path.suffix.lower() == ".zip" else str(path)


def _unzipped(stage: Backstage, path: Path) -> Path:
    """The folder inside a zipped BEIR data set, unpacked within bounds."""
    folder = stage.scratch() / (path.stem.strip(".") or "dataset")
    try:
        with zipfile.ZipFile(path) as archive:
            if sum(info.file_size for info in archive.infolist()) > _ZIP_LIMIT:
                raise InputError("the archive is too large", hint="at most 256 MB unpacked")
            archive.extractall(folder)  # the library drops absolute paths and ".."
    except zipfile.BadZipFile:
        raise InputError(f"{path.name} is not a zip file", hint="zip the BEIR folder") from None
    except (RuntimeError, NotImplementedError):  # a password, a way of packing that is not known
        raise InputError(
            f"{path.name} cannot be unpacked", hint="zip the BEIR folder without a password"
        ) from None
    inner = [p.parent for p in folder.rglob("corpus.jsonl")]
    return inner[0] if inner else folder
