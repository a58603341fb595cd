"""What `jingmai eval` does: options in, text and figures out. Printing is left to the caller."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from assistant.errors import InputError, StoreError
from assistant.evaluation.compare import compare, comparison_text, figures_of
from assistant.evaluation.datasets.build import whole_characters
from assistant.evaluation.gate import gate_text, read_baseline, run_gate
from assistant.evaluation.history import History, history_path
from assistant.evaluation.options import command_of, parse
from assistant.evaluation.record import provenance
from assistant.evaluation.tables import table, text_of
from assistant.evaluation.types import Progress
from assistant.settings import Settings

PARTLY = 3
"""The exit code of a run of verdicts in which some claims could not be judged (see design)."""


@dataclass(frozen=True, slots=True)
class Done:
    """What to print and how to exit: `text` for standard output, `notes` for standard error.

    `run` is the number under which an evaluation was kept, None where it was not.
    """

    text: str
    code: int = 0
    notes: tuple[str, ...] = ()
    run: int | None = None


def execute(
    args: argparse.Namespace,
    settings: Settings,
    *,
    progress: Progress | None = None,
    owner: str = "",
) -> Done:
    """Do what `args` (see `options`) ask for. Raises `UserError`.

    An evaluation is kept as one of `owner`'s, a login on the page, or with "" as everybody's.
    """
    doors: dict[str, Callable[..., Done]] = {
        "history": _history,
        "compare": _compare,
        "gate": _gate,
    }
    if args.what in doors:
        return doors[args.what](args, settings, progress)
    return _evaluate(args, settings, progress, owner)


def measure(
    args: argparse.Namespace, settings: Settings, *, progress: Progress | None = None
) -> dict[str, Any]:
    """The figures of one evaluation, as the JSON object of its kind."""
    from assistant.evaluation import runs

    if args.what == "retrieval":
        return runs.run_retrieval(
            settings,
            args.dataset,
            split=args.split,
            reference_file=args.references,
            encoders=args.encoder,
            progress=progress,
        ).json()
    if args.what == "verdicts":
        return runs.run_verdicts(
            settings,
            args.dataset,
            reference_file=args.references,
            given=args.evidence == "given",
            with_mutants=args.mutants,
            limit=args.limit,
            progress=progress,
        ).json()
    if args.what == "claims":
        return runs.run_claims(settings, args.dataset, progress=progress).json()
    raise InputError(f"{args.what} gives no figures", hint="use retrieval, verdicts or claims")


def _evaluate(
    args: argparse.Namespace, settings: Settings, progress: Progress | None, owner: str
) -> Done:
    figures = measure(args, settings, progress=progress)
    index = figures.get("index", {})
    told = provenance(
        settings,
        kind=args.what,
        encoders=getattr(args, "encoder", ()),
        encoder_fingerprint=str(index.get("encoder_fingerprint", "")),
        index_fingerprint=str(index.get("fingerprint", "")),
    )
    figures["provenance"] = told
    notes: list[str] = []
    number = None
    if not args.no_history:
        if progress:
            progress("keeping", 1, 1)  # the last moment at which a run can be stopped
        try:
            history = History(history_path(settings.folder))
            number = history.keep(
                figures, told, command=command_of(args), name=args.name, owner=owner
            )
            notes.append(f"kept as run {number}")
        except StoreError as error:
            notes.append(f"the run was not kept: {error}")
    unjudged = unjudged_in(figures)
    if unjudged:
        notes.append(f"{unjudged:,} claims could not be judged and are left out of the figures")
    done = replace(_written(args, figures, text_of(figures), notes), run=number)
    return replace(done, code=PARTLY) if unjudged else done


def unjudged_in(figures: Mapping[str, Any]) -> int:
    """How many claims, mutants included, a run of verdicts could not judge; 0 for other runs."""
    mutants = figures.get("mutants") or {}
    return int(figures.get("unjudged", 0)) + int(mutants.get("unjudged", 0))


def _history(args: argparse.Namespace, settings: Settings, progress: Progress | None) -> Done:
    history = History(history_path(settings.folder))
    if args.wanted:
        figures = history.get(args.wanted).figures
        return _written(args, figures, text_of(figures), [])
    if args.html:
        raise InputError(
            "a report is of one run, not of the list",
            hint="name the run: jingmai eval history RUN --html OUT",
        )
    runs = history.runs()
    rows = [[r.id, r.at, r.name, r.kind, r.dataset, headline(r.figures)] for r in runs]
    text = table(["run", "at (UTC)", "name", "kind", "data set", "figures"], rows)
    listed = {
        "runs": [
            {"id": r.id, "at": r.at, "name": r.name, "kind": r.kind, "dataset": r.dataset,
             "login": r.owner, "command": r.command, "headline": headline(r.figures),
             "provenance": r.provenance}
            for r in runs
        ]
    }  # fmt: skip
    return _written(args, listed, text if runs else "no run was kept yet", [])


def _compare(args: argparse.Namespace, settings: Settings, progress: Progress | None) -> Done:
    history = History(history_path(settings.folder))
    found = compare(figures_of(args.a, history), figures_of(args.b, history))
    return _written(args, found, comparison_text(found), [])


def _gate(args: argparse.Namespace, settings: Settings, progress: Progress | None) -> Done:
    checks = run_gate(
        read_baseline(args.baseline),
        lambda words: measure(parse(words), settings, progress=progress),
    )
    found = {"passed": all(c.passed for c in checks), "checks": [c.json() for c in checks]}
    done = _written(args, found, gate_text(checks), [])
    return Done(done.text, 0 if found["passed"] else 1, done.notes)


def headline(figures: dict[str, Any]) -> str:
    """The one or two figures of a run that a list has room for."""
    if figures["kind"] == "retrieval":
        best = figures["retrievers"][figures["main"]]
        return f"{figures['main']} nDCG@10 {best['nDCG@10']:.3f}, R@5 {best['R@5']:.3f}"
    if figures["kind"] == "verdicts":
        if figures["accuracy"] is None:
            return f"{figures['unjudged']} unjudged"
        return f"accuracy {figures['accuracy']:.3f}, macro-F1 {figures['macro_f1']:.3f}"
    return f"unit F1 {figures['unit_f1']:.3f}, AP {figures['average_precision']:.3f}"


def _written(
    args: argparse.Namespace, figures: dict[str, Any], text: str, notes: list[str]
) -> Done:
    """Write the files asked for; with a bare --json the JSON takes the place of the tables."""
    data = json.dumps(figures, ensure_ascii=False, indent=2)
    notes = [*figures.get("notices", ()), *notes]
    if args.json not in (None, "-"):
        _write(Path(args.json), data + "\n")
        notes = [*notes, f"figures: {args.json}"]
    if getattr(args, "html", None):
        from assistant.evaluation.html_report import html_of

        _write(args.html, html_of(figures))
        notes = [*notes, f"report: {args.html}"]
    return Done(data if args.json == "-" else text, notes=tuple(notes))


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(whole_characters(text), "utf-8")
    except OSError as error:
        raise InputError(
            f"cannot write {path}: {error.strerror}", hint="check that its folder exists"
        ) from error
