"""`jingmai index`: what evidence is taken from."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.errors import InputError

if TYPE_CHECKING:
    from assistant.settings import Settings
    from index.library import Library
    from index.types import Document

HELP = "add, list and remove the documents that evidence is taken from"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--store", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    common.add_argument("--config", type=Path, default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help="print one JSON object")
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    add = actions.add_parser("add", parents=[common], help="add files, folders or web pages")
    add.add_argument("source", nargs="+", metavar="PATH_OR_URL")
    remove = actions.add_parser("remove", parents=[common], help="remove documents by id")
    remove.add_argument("id", nargs="+", metavar="ID")
    actions.add_parser("list", parents=[common], help="list the documents")
    actions.add_parser("stats", parents=[common], help="say how much there is")
    actions.add_parser("rebuild", parents=[common], help="embed and index everything again")


def run(args: argparse.Namespace) -> int:
    """Do what was asked; exit code 3 when some of it failed."""
    if args.action == "rebuild":
        return _rebuild(args)
    from assistant.build import open_library

    with open_library(_settings(args), progress=_progress) as library:
        actions = {"add": _add, "remove": _remove, "list": _list, "stats": _stats}
        return actions[args.action](args, library)


def _add(args: argparse.Namespace, library: Library) -> int:
    from assistant.cli import EXIT_DONE, EXIT_PARTLY, one_line
    from index.adding import add_sources

    added = add_sources(library, args.source, progress=_progress)
    if args.json:
        print(json.dumps(asdict(added), ensure_ascii=False, indent=2))
    else:
        for name in ("added", "updated", "unchanged"):
            ids = getattr(added.changes, name)
            print(f"{name}: {len(ids)}{' (' + one_line(', '.join(ids[:5])) + ')' if ids else ''}")
        if added.skipped:
            print(f"passed by, not of a kind that is read: {len(added.skipped)}")
    for problem in added.problems:
        print(f"jingmai: left out: {one_line(str(problem))}", file=sys.stderr)
    for note in added.undated:
        print(f"jingmai: note: {one_line(str(note))}", file=sys.stderr)
    return EXIT_PARTLY if added.problems else EXIT_DONE


def _remove(args: argparse.Namespace, library: Library) -> int:
    from assistant.cli import EXIT_DONE, EXIT_PARTLY, one_line

    gone = library.remove(args.id)
    missing = [i for i in dict.fromkeys(args.id) if i not in gone]
    if not gone:
        raise InputError(f"no document has the id {missing[0]}", hint="see: jingmai index list")
    told = {"removed": gone, "missing": missing}
    print(json.dumps(told, ensure_ascii=False) if args.json else f"removed: {len(gone)}")
    for id in missing:
        print(f"jingmai: no document has the id {one_line(id)}", file=sys.stderr)
    return EXIT_PARTLY if missing else EXIT_DONE


def _list(args: argparse.Namespace, library: Library) -> int:
    from assistant.cli import EXIT_DONE, one_line

    documents = library.documents()
    if args.json:
        print(json.dumps([_told(d) for d in documents], ensure_ascii=False, indent=2))
    for d in () if args.json else documents:
        day = d.published.isoformat() if d.published else "no date"
        print("\t".join(one_line(x) for x in (d.id, d.language, day, d.tier, d.publisher, d.title)))
    return EXIT_DONE


def _stats(args: argparse.Namespace, library: Library) -> int:
    from assistant.cli import EXIT_DONE

    told = asdict(library.stats())
    if args.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    for key, value in () if args.json else told.items():
        shown = ", ".join(f"{k} {n}" for k, n in value) if isinstance(value, tuple) else value
        print(f"{key:<12} {shown}")
    return EXIT_DONE


def _rebuild(args: argparse.Namespace) -> int:
    from assistant.cli import EXIT_DONE
    from index.embedding.models import load_encoder
    from index.library import Library

    settings = _settings(args)
    encoder = load_encoder(settings.encoder)
    folder, server = settings.folder, settings.chroma
    with Library.open(folder, encoder, server=server, check=False) as library:
        library.rebuild(progress=_progress)
        stats = library.stats()
    told = {"documents": stats.documents, "passages": stats.passages, "encoder": stats.encoder}
    words = f"rebuilt: {_count(stats.documents, 'document')}, {_count(stats.passages, 'passage')}"
    print(json.dumps(told) if args.json else f"{words}, embedded by the model {stats.encoder}")
    return EXIT_DONE


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _settings(args: argparse.Namespace) -> Settings:
    from assistant.cli import settings_of

    return settings_of(args)


def _told(document: Document) -> dict[str, object]:
    from index.records import record_of

    return {"id": document.id, **record_of(document), "characters": len(document.text)}


def _progress(done: int, total: int) -> None:
    """A line on a terminal, nothing in a pipe."""
    if sys.stderr.isatty():
        end = "\n" if done >= total else ""
        print(f"\r{done:,} of {total:,} documents", end=end, file=sys.stderr, flush=True)
