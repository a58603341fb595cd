"""The review desk: overrule a verdict, mend its evidence, and see who did what."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from assistant.answer import label_words
from assistant.claims.extract import claim_of
from assistant.errors import InputError, JingmaiError
from assistant.review import Action, AuditLog, Decision, labelled_claims
from assistant.types import VERDICT_LABELS, Label, Stance
from assistant.ui import cards, markup
from assistant.ui.audited import audit_table
from assistant.ui.page import Checked, Page, log, told
from assistant.ui.words import say
from index.text import language_of

_LONG, _TITLE = 90, 60
_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}


@dataclass(frozen=True, slots=True)
class _Choosing:
    """A verdict of this session, or any claim in words."""

    choose: Any
    claim: Any
    shown: Any


@dataclass(frozen=True, slots=True)
class _Overruling:
    """Who decides, why, and the verdict that takes the other's place."""

    who: Any
    reason: Any
    label: Any
    override: Any


@dataclass(frozen=True, slots=True)
class _Mending:
    """A document that the evidence lacks, or should not have."""

    document: Any
    stance: Any
    add: Any
    strike: Any


@dataclass(frozen=True, slots=True)
class _Files:
    """Where the log of decisions is written to a file, and read from one."""

    export: Any
    labelled: Any
    out: Any
    file: Any


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk."""

    choosing: _Choosing
    overruling: _Overruling
    mending: _Mending
    note: Any
    table: Any
    files: _Files


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    page.put(gr.Markdown, {"value": "review.intro"}, elem_classes="x-intro")
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=300):
            choosing = _choosing(page)
        with gr.Column(scale=2, min_width=300):
            overruling = _overruling(page)
            mending = _mending(page)
    note = gr.HTML("", elem_id="x-review-note")
    table = gr.HTML("", elem_id="x-review-log")
    return _Desk(choosing, overruling, mending, note, table, _files(page))


def _choosing(page: Page) -> _Choosing:
    choose = page.put(
        gr.Dropdown, {"label": "review.choose"}, choices=[], elem_id="x-review-choose"
    )
    claim = page.put(gr.Textbox, {"label": "review.claim"}, lines=2, elem_id="x-review-claim")
    return _Choosing(choose, claim, gr.HTML("", elem_id="x-review-shown"))


def _overruling(page: Page) -> _Overruling:
    who = page.put(gr.Textbox, {"label": "review.who"}, max_lines=1, elem_id="x-review-who")
    reason = page.put(gr.Textbox, {"label": "review.reason"}, lines=2, elem_id="x-review-reason")
    label = page.put(
        gr.Radio,
        {
            "label": "review.label",
            "choices": lambda lang: [(label_words(x, lang), x.value) for x in VERDICT_LABELS],
        },
        elem_id="x-review-label",
    )
    override = page.put(
        gr.Button, {"value": "review.override"}, variant="primary", elem_id="x-review-override"
    )
    return _Overruling(who, reason, label, override)


def _mending(page: Page) -> _Mending:
    document = page.put(
        gr.Dropdown, {"label": "review.evidence"}, choices=[], allow_custom_value=True,
        elem_id="x-review-document",
    )  # fmt: skip
    stance = page.put(
        gr.Radio,
        {
            "label": "review.stance",
            "choices": lambda lang: [
                (say(lang, f"stance.{s.value}"), s.value) for s in (Stance.SUPPORTS, Stance.REFUTES)
            ],
        },
        elem_id="x-review-stance",
    )
    with gr.Row():
        add = page.put(gr.Button, {"value": "review.add"}, elem_id="x-review-add")
        strike = page.put(gr.Button, {"value": "review.strike"}, elem_id="x-review-strike")
    return _Mending(document, stance, add, strike)


def _files(page: Page) -> _Files:
    with gr.Row():
        export = page.put(gr.Button, {"value": "review.export"}, elem_id="x-review-export")
        labelled = page.put(gr.Button, {"value": "review.export_claims"}, elem_id="x-review-claims")
    out = gr.File(label="⬇", interactive=False, visible=False, elem_id="x-review-out")
    file = page.put(
        gr.File, {"label": "review.import"}, height=130, elem_classes="x-drop",
        file_types=[".jsonl"], elem_id="x-review-import",
    )  # fmt: skip
    return _Files(export, labelled, out, file)


class _Handlers:
    """What the widgets do; `decide` and `save` make the handler of one button."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def pick(self, place: int | None, checked: Any, language: str) -> tuple[Any, ...]:
        found = _at(checked, place)
        if found is None:
            return gr.skip(), "", gr.skip()
        card = cards.verdict_card(found.verdict, language)
        return found.verdict.claim.query, card, _documents(self.page, found, language)

    def decide(self, action: Action) -> Any:
        def do(
            place: int | None, claim: str, who: str, reason: str, label: str | None,
            document: str | None, stance: str | None, language: str, checked: Any,
            request: gr.Request,
        ) -> tuple[Any, ...]:  # fmt: skip
            who = _signed_in(who, request)
            with told(language):
                if action is Action.ADD_EVIDENCE and not stance:
                    raise InputError(say(language, "review.no_stance"))
                decision = _decision(
                    action, _at(checked, place), claim, who, reason, label or "",
                    document or "", stance or "",
                )  # fmt: skip
                _record(self.page, decision, language)
                done = markup.banner("done", say(language, "review.saved"))
                return done, _log(self.page, language)

        return do

    def save(self, kind: str) -> Any:
        def do(language: str, request: gr.Request) -> Any:
            with told(language):
                found = self.page.hand_out(_saved(self.page, kind, language), request)
                return gr.update(value=found, visible=True)

        return do

    def take(self, path: str, language: str) -> Iterator[tuple[Any, ...]]:
        with told(language):
            try:
                count = AuditLog.beside(self.page.backstage.folder).take_in(Path(path))
            except JingmaiError:
                yield "", gr.skip(), None  # the next file can be dropped
                raise
            done = markup.banner("done", say(language, "review.imported", count=count))
            yield done, _log(self.page, language), None


def _wired(page: Page, desk: _Desk) -> None:
    do, choosing, files = _Handlers(page), desk.choosing, desk.files
    ours, mending, table = desk.overruling, desk.mending, desk.table
    choose = choosing.choose
    given = [
        choose, choosing.claim, ours.who, ours.reason, ours.label, mending.document, mending.stance,
        page.language, page.checked,
    ]  # fmt: skip
    for button, action in (
        (ours.override, Action.OVERRIDE), (mending.add, Action.ADD_EVIDENCE),
        (mending.strike, Action.STRIKE_EVIDENCE),
    ):  # fmt: skip
        button.click(do.decide(action), given, [desk.note, table], **_QUIET)
    shown = [choosing.claim, choosing.shown, mending.document]
    choose.input(do.pick, [choose, page.checked, page.language], shown, **_QUIET)
    page.checked.change(_claims, [page.checked, page.language], choose, **_QUIET)
    files.export.click(do.save("log"), page.language, files.out, **_QUIET)
    files.labelled.click(do.save("claims"), page.language, files.out, **_QUIET)
    taken = [desk.note, table, files.file]
    files.file.upload(do.take, [files.file, page.language], taken, **_QUIET)
    page.after_switch(lambda language: _log(page, language), [page.language], [table])
    page.after_switch(_signed_in, [ours.who], [ours.who])
    page.after_switch(_claims, [page.checked, page.language], [choose])
    page.when_changed(
        lambda place, checked, language: _documents(page, _at(checked, place), language),
        [choose, page.checked, page.language], [mending.document],
    )  # fmt: skip


def _signed_in(who: str, request: gr.Request) -> str:
    """Whoever has logged in is the reviewer."""
    return request.username or who


def _at(checked: Any, place: int | None) -> Checked | None:
    return checked[place] if checked and place is not None and place < len(checked) else None


def _claims(checked: Any, language: str) -> Any:
    names = [
        (f"{label_words(c.verdict.label, language)} · {c.verdict.claim.query[:_LONG]}", n)
        for n, c in enumerate(checked or ())
    ]
    return gr.update(choices=[*reversed(names)])


def _documents(page: Page, chosen: Checked | None, language: str) -> Any:
    """The documents of the library, those first that the chosen verdict cites."""
    if not page.backstage.ready:
        return gr.skip()
    try:
        with page.backstage.checker() as checker:
            found = checker.library.documents()
    except JingmaiError:  # the banner says why
        return gr.skip()
    cited = {e.document.id for e in chosen.verdict.evidence} if chosen else set()
    names = {d.id: f"{d.id} · {d.title[:_TITLE]}" for d in found}
    mark = say(language, "review.cited")
    first = [(f"{mark} · {names[key]}", key) for key in names if key in cited]
    return gr.update(choices=[*first, *((n, key) for key, n in names.items() if key not in cited)])


def _decision(
    action: Action, found: Checked | None, claim: str, who: str, reason: str, label: str,
    document: str, stance: str,
) -> Decision:  # fmt: skip
    text = claim.strip()
    verdict = found.verdict if found and found.verdict.claim.query == text else None
    override = action is Action.OVERRIDE
    return Decision(
        who=who.strip(),
        action=action,
        claim_id=_id(text),
        claim=text,
        language=language_of(text),
        reason=reason.strip(),
        label=label if override else "",
        machine_label=verdict.label.value if verdict else "",
        document_id="" if override else document.strip(),
        stance=stance if action is Action.ADD_EVIDENCE else "",
        report_id=found.report_id if found and verdict else "",
    )


def _record(page: Page, decision: Decision, language: str) -> None:
    with page.backstage.checker() as checker:
        if decision.document_id and checker.library.get(decision.document_id) is None:
            raise InputError(say(language, "review.no_document", id=decision.document_id))
        AuditLog.beside(page.backstage.folder).append(decision)
        if decision.action is Action.OVERRIDE and checker.memory is not None:
            try:
                checker.memory.override(
                    claim_of(decision.claim), Label(decision.label), by=decision.who,
                    day=page.backstage.today(),
                    machine_label=Label(decision.machine_label or Label.UNJUDGED), reason=decision.reason,
                )  # fmt: skip
            except JingmaiError as error:
                log.warning("the override is in the log but not in the memory: %s", error)


def _saved(page: Page, kind: str, language: str) -> Path:
    folder = page.backstage.scratch()
    audit = AuditLog.beside(page.backstage.folder)
    if kind == "log":
        path = folder / f"{say(language, 'review.file_name')}.jsonl"
        audit.export(path)
        return path
    path = folder / f"{say(language, 'review.claims_name')}.jsonl"
    rows = (json.dumps(r, ensure_ascii=False) + "\n" for r in labelled_claims(audit.entries()))
    path.write_text("".join(rows), "utf-8")
    return path


def _log(page: Page, language: str) -> str:
    return audit_table(AuditLog.beside(page.backstage.folder), language)


def _id(text: str) -> str:
    return "r" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
