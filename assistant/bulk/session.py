"""From a command's choices to a run, and everything closed again afterwards."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from threading import Event
from types import FrameType

from assistant.build import build_checker
from assistant.bulk.articles import once
from assistant.bulk.journal import OutputError, Resume
from assistant.bulk.judging import Here, Judges
from assistant.bulk.processes import AsManyAsPay, Processes
from assistant.bulk.reports import Format, format_of
from assistant.bulk.run import BulkRun, check_output, files_of
from assistant.bulk.sources import open_source
from assistant.checker import Checker
from assistant.errors import SettingsError, StoreError
from assistant.settings import Settings
from index.manifest import read_manifest
from index.shared import shared_manifest

_MOST_WORKERS = 256
_COLLECT_AFTER = 20_000
"""Objects made before the garbage collector looks for cycles (Python: 700)."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What the user asked for. `input` "-" is standard input; `form` None: by extension.

    `ray` is the address of a Ray cluster ("local" starts one here); `workers` judge at
    once (None: as many as pay, one where a language model judges, all CPUs of a cluster).
    """

    input: str
    output: Path
    resume: Resume = Resume.NO
    overwrite: bool = False
    workers: int | None = None
    claim_column: str | None = None
    form: Format | None = None
    ray: str | None = None


@contextmanager
def session(choices: Choices, settings: Settings) -> Iterator[BulkRun]:
    """The run that `choices` ask for. Input and output are checked before any model is loaded.

    Raises `InputError`, `OutputError` or `SettingsError` for what cannot be used.
    """
    form = choices.form or format_of(choices.output)
    if choices.workers is not None and not 1 <= choices.workers <= _MOST_WORKERS:
        raise SettingsError(
            f"--workers {choices.workers} cannot be", hint=f"give 1 to {_MOST_WORKERS}"
        )
    if settings.llm and (choices.ray is not None or (choices.workers or 1) > 1):
        raise SettingsError(
            "a language model is asked from one process, which keeps its budget and its limits",
            hint="leave --workers and --ray out; llm_concurrency says how many calls go at once",
        )
    if choices.input != "-" and choices.output.resolve() == Path(choices.input).resolve():
        raise OutputError("the output would replace the input", hint="choose another name for -o")
    check_output(choices.output, form, choices.resume, overwrite=choices.overwrite)
    with ExitStack() as stack:

        @cache
        def judges() -> Judges:
            opened = _judges(choices, settings)
            stack.callback(opened.close)
            return opened

        source = stack.enter_context(
            open_source(
                choices.input,
                claim_column=choices.claim_column,
                stdin=sys.stdin.buffer,
                extract=once(lambda document: judges().extract(document)),
                apart_from=files_of(choices.output, form),
            )
        )
        yield BulkRun(
            source,
            choices.output,
            judges(),
            resume=choices.resume,
            overwrite=choices.overwrite,
            form=form,
            language=settings.ui_language,
            ask_once=settings.llm is not None,
        )


@contextmanager
def stopped_by_signals(cancel: Event) -> Iterator[None]:
    """While inside, the first Ctrl-C (or TERM) sets `cancel`; a second one interrupts at once."""

    def stop(number: int, frame: FrameType | None) -> None:
        if cancel.is_set():
            raise KeyboardInterrupt
        cancel.set()

    watched = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(number, stop) for number in watched]
    try:
        yield
    finally:
        for number, handler in zip(watched, before, strict=True):
            signal.signal(number, handler)


def open_held(settings: Settings) -> Checker:
    """A checker that stays with the documents of this moment, whatever others index meanwhile."""
    checker = build_checker(settings)
    checker.library.hold()
    spare_the_collector()
    return checker


def spare_the_collector() -> None:
    """Let the garbage collector leave alone what is loaded by now, and come less often.

    Tables, documents and vectors stay until the process ends; walking through them after every
    few hundred claims takes a twentieth of the time.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(_COLLECT_AFTER)


def join_store(settings: Settings) -> Checker:
    """The checker of a worker on another machine: it must find a store, and never starts one.

    Raises `StoreError` when that machine sees neither the store's folder nor, with `chroma`, a
    store on the server.
    """
    if settings.chroma is not None:
        if shared_manifest(settings.folder, settings.chroma) is None:
            raise StoreError(
                f"there is no store on the Chroma server {settings.chroma}",
                hint="index into it first: jingmai index add FILE, with the same settings",
            )
    elif read_manifest(settings.folder) is None:
        raise StoreError(
            f"there is no store in {settings.folder} on the worker's machine",
            hint="share the folder given with --store, or use a Chroma server: --chroma URL",
        )
    return open_held(settings)


def _judges(choices: Choices, settings: Settings) -> Judges:
    opener = partial(open_held, settings)
    if choices.ray is not None:
        from assistant.bulk.cluster import Cluster

        joiner = partial(join_store, settings)
        return Cluster(opener, choices.ray, choices.workers, joiner=joiner)
    if choices.workers is None and not settings.llm:
        return AsManyAsPay(opener)
    if choices.workers is not None and choices.workers > 1:
        return Processes(opener, choices.workers)
    return Here(opener())
