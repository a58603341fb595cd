"""Reviewers' decisions: an append-only audit log, and the labelled data that comes out of it.

The log is JSON lines. Each entry carries the SHA-256 of the entry before it, so a changed,
removed or reordered line breaks the chain and `AuditLog.verify` says where.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from assistant.errors import InputError, StoreError
from assistant.types import VERDICT_LABELS, Label, Stance

FIRST = "0" * 64
LOG_NAME = "review.jsonl"


class Action(StrEnum):
    """What a reviewer did."""

    OVERRIDE = "override"
    ADD_EVIDENCE = "add_evidence"
    STRIKE_EVIDENCE = "strike_evidence"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided about a claim, before it is written down.

    `who` and `reason` must not be empty. `label` is needed for an override, `document_id` for
    evidence. `quote_start` and `quote_end` are offsets into that document (0, 0: all of it).
    `machine_label` is what the product had said ("" when it said nothing).
    """

    who: str
    action: Action
    claim_id: str
    claim: str
    language: str
    reason: str
    label: str = ""
    machine_label: str = ""
    document_id: str = ""
    quote_start: int = 0
    quote_end: int = 0
    stance: str = ""
    report_id: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A decision as it stands in the log.

    `number` counts from 1, `at` is UTC in ISO format, `previous` is the digest of the entry
    before, `origin` the digest it had in the log it was imported from ("" when made here).
    """

    number: int
    at: str
    decision: Decision
    previous: str
    digest: str
    origin: str = ""


class AuditLog:
    """The log in one file. Entries are only ever appended, one writer at a time."""

    def __init__(self, path: Path, *, clock: Callable[[], datetime] | None = None) -> None:
        self.path = path
        self._clock = clock or (lambda: datetime.now(UTC))

    @classmethod
    def beside(cls, store: Path) -> AuditLog:
        """The log that belongs to the store folder `store`."""
        return cls(store / LOG_NAME)

    def append(self, decision: Decision) -> Entry:
        """Write `decision` down and flush it to the disk before returning.

        Raises `InputError` when the decision is incomplete, `StoreError` when the log cannot
        be written or its chain is broken.
        """
        _check(decision)
        with self._locked():
            return self._write([(decision, self._clock().isoformat(timespec="seconds"), "")])[0]

    def entries(self) -> tuple[Entry, ...]:
        """All entries in order. Raises `StoreError` at the first line that cannot be trusted."""
        problem = self.verify()
        if problem:
            raise StoreError(
                f"the audit log {self.path.name} was changed: {problem}",
                hint="restore the file from an export or a backup",
            )
        return tuple(self._read())

    def verify(self) -> str | None:
        """What is wrong with the chain, in one line; None when every entry is as written."""
        previous = FIRST
        try:
            for number, entry in enumerate(self._read(), start=1):
                if entry.number != number or entry.previous != previous:
                    return f"entry {number} does not follow the one before it"
                if entry.digest != _digest(entry):
                    return f"entry {number} is not as it was written"
                previous = entry.digest
        except (ValueError, KeyError, TypeError, RecursionError) as error:
            return f"a line is not a log entry ({type(error).__name__})"
        return None

    def export(self, path: Path) -> int:
        """Write a verified copy to `path`; the number of entries."""
        found = self.entries()
        path.write_text("".join(_line(e) + "\n" for e in found), "utf-8")
        return len(found)

    def take_in(self, path: Path) -> int:
        """Append the entries of another log that are not here yet; how many were new.

        Their author and time stay; they get a place in this chain. Raises `InputError` when
        the file cannot be read or its own chain is broken.
        """
        other = AuditLog(path)
        if not path.is_file():
            raise InputError(f"no such file: {path.name}", hint="choose an exported review log")
        problem = other.verify()
        if problem:
            raise InputError(
                f"{path.name} cannot be imported: {problem}", hint="export it again at its source"
            )
        for entry in other.entries():
            try:
                _check(entry.decision)
            except InputError as error:
                raise InputError(
                    f"{path.name} cannot be imported: entry {entry.number} is not complete: "
                    f"{error.message}",
                    hint="export it again at its source",
                ) from error
        with self._locked():
            known = {d for e in self.entries() for d in (e.digest, e.origin)}
            fresh = [
                (e.decision, e.at, e.origin or e.digest)
                for e in other.entries()
                if not {e.digest, e.origin} - {""} & known
            ]
            return len(self._write(fresh))

    def _write(self, rows: Sequence[tuple[Decision, str, str]]) -> list[Entry]:
        known = self.entries()
        previous, number = (known[-1].digest, len(known)) if known else (FIRST, 0)
        made: list[Entry] = []
        for decision, at, origin in rows:
            number += 1
            bare = Entry(number, at, decision, previous, "", origin)
            entry = replace(bare, digest=_digest(bare))
            made.append(entry)
            previous = entry.digest
        try:
            with self.path.open("ab") as log:
                log.write("".join(_line(e) + "\n" for e in made).encode("utf-8"))
                log.flush()
                os.fsync(log.fileno())
        except OSError as error:
            raise self._unwritable(error) from error
        return made

    def _read(self) -> Iterator[Entry]:
        if not self.path.exists():
            return
        for line in self.path.read_text("utf-8").splitlines():
            yield _entry(json.loads(line))

    @contextmanager
    def _locked(self) -> Iterator[None]:
        import fcntl

        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            handle = self.path.with_suffix(".lock").open("a")
        except OSError as error:
            raise self._unwritable(error) from error
        with handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield

    def _unwritable(self, error: OSError) -> StoreError:
        return StoreError(
            f"the audit log cannot be written: {error.strerror}",
            hint=f"check the permissions of {self.path.parent}",
        )


def labelled_claims(entries: Iterable[Entry]) -> tuple[dict[str, Any], ...]:
    """The claims that reviewers decided, as rows of a claims file, in order of first decision.

    A row has id, lang, claim, label, evidence_ids, why and annotators; the last override
    counts. `evidence_ids` are the documents added or upheld and not struck since.
    """
    kept = tuple(entries)
    relevant = qrels(kept)
    rows: dict[str, dict[str, Any]] = {}
    for entry in kept:
        d = entry.decision
        if d.action is not Action.OVERRIDE:
            continue
        earlier = rows.get(d.claim_id, {}).get("annotators", [])
        rows[d.claim_id] = {
            "id": d.claim_id,
            "lang": d.language,
            "claim": d.claim,
            "label": d.label,
            "evidence_ids": sorted(k for k, v in relevant.get(d.claim_id, {}).items() if v > 0),
            "why": d.reason,
            "annotators": [*earlier, *([d.who] if d.who not in earlier else [])],
        }
    return tuple(rows.values())


def qrels(entries: Iterable[Entry]) -> dict[str, dict[str, int]]:
    """Relevance judgements: claim id to document id to 1 (evidence) or 0 (struck).

    The last decision about a pair counts. BEIR's qrels have this shape.
    """
    found: dict[str, dict[str, int]] = {}
    for entry in entries:
        d = entry.decision
        if d.document_id:
            worth = 0 if d.action is Action.STRIKE_EVIDENCE else 1
            found.setdefault(d.claim_id, {})[d.document_id] = worth
    return found


def _check(decision: Decision) -> None:
    for name in ("who", "reason", "claim"):
        if not getattr(decision, name).strip():
            raise InputError(
                f"a decision needs {'a' if name != 'who' else 'the'} "
                f"{'name of the reviewer' if name == 'who' else name}",
                hint="fill in the name, the reason and the claim",
            )
    if decision.action is Action.OVERRIDE and decision.label not in set(VERDICT_LABELS):
        raise InputError(
            f"not a verdict: {decision.label or '(none)'}",
            hint=f"choose one of {', '.join(VERDICT_LABELS)}",
        )
    if decision.action is not Action.OVERRIDE and not decision.document_id:
        raise InputError("no document was chosen", hint="give the id of a document")
    if decision.stance and decision.stance not in set(Stance):
        raise InputError(f"not a stance: {decision.stance}", hint=f"one of {', '.join(Stance)}")
    if decision.machine_label and decision.machine_label not in set(Label):
        raise InputError(f"not a label: {decision.machine_label}", hint="leave it empty")


def _body(entry: Entry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "at": entry.at,
        **asdict(entry.decision),
        "origin": entry.origin,
        "previous": entry.previous,
    }


def _digest(entry: Entry) -> str:
    text = json.dumps(_body(entry), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _line(entry: Entry) -> str:
    # ensure_ascii: a line separator inside a claim must not end the line
    return json.dumps({**_body(entry), "digest": entry.digest}, ensure_ascii=True)


def _entry(row: dict[str, Any]) -> Entry:
    values = {f.name: row[f.name] for f in fields(Decision)}
    numbers = (row["number"], values["quote_start"], values["quote_end"])
    texts = (v for k, v in values.items() if not k.startswith("quote_"))
    told = (*texts, row["at"], row["previous"], row["digest"], row.get("origin", ""))
    if not all(type(n) is int for n in numbers) or not all(isinstance(t, str) for t in told):
        raise TypeError("a field of the wrong type")
    datetime.fromisoformat(row["at"])
    values["action"] = Action(values["action"])
    decision = Decision(**values)
    return Entry(
        row["number"], row["at"], decision, row["previous"], row["digest"], row.get("origin", "")
    )
