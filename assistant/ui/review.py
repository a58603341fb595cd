"""The review desk: overrule a verdict, mend its evidence, and see who did what."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
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


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    page.put(gr.Markdown, {"value": "review.intro"}, elem_classes="x-intro")
    with gr.Row(equal_height=False):
        with gr.Column(scale=3, min_width=300):
            choose = page.put(
                gr.Dropdown, {"label": "review.choose"}, choices=[], elem_id="x-review-choose"
            )
            claim = page.put(
                gr.Textbox, {"label": "review.claim"}, lines=2, elem_id="x-review-claim"
            )
            shown = gr.HTML("", elem_id="x-review-shown")
        with gr.Column(scale=2, min_width=300):
            who = page.put(gr.Textbox, {"label": "review.who"}, max_lines=1, elem_id="x-review-who")
            reason = page.put(
                gr.Textbox, {"label": "review.reason"}, lines=2, elem_id="x-review-reason"
            )
            label = page.put(
                gr.Radio,
                {
                    "label": "review.label",
                    "choices": lambda lang: [
                        (label_words(x, lang), x.value) for x in VERDICT_LABELS
                    ],
                },
                elem_id="x-review-label",
            )
            override = page.put(
                gr.Button,
                {"value": "review.override"},
                variant="primary",
                elem_id="x-review-override",
            )
            document = page.put(
                gr.Dropdown, {"label": "review.evidence"}, choices=[], allow_custom_value=True,
                elem_id="x-review-document",
            )  # fmt: skip
            stance = page.put(
                gr.Radio,
                {
                    "label": "review.stance",
                    "choices": lambda lang: [
                        (say(lang, f"stance.{s.value}"), s.value)
                        for s in (Stance.SUPPORTS, Stance.REFUTES)
                    ],
                },
                elem_id="x-review-stance",
            )
            with gr.Row():
                add = page.put(gr.Button, {"value": "review.add"}, elem_id="x-review-add")
                strike = page.put(gr.Button, {"value": "review.strike"}, elem_id="x-review-strike")
    note = gr.HTML("", elem_id="x-review-note")
    table = gr.HTML("", elem_id="x-review-log")
    with gr.Row():
        export = page.put(gr.Button, {"value": "review.export"}, elem_id="x-review-export")
        labelled = page.put(gr.Button, {"value": "review.export_claims"}, elem_id="x-review-claims")
    out = gr.File(label="⬇", interactive=False, visible=False, elem_id="x-review-out")
    file = page.put(
        gr.File, {"label": "review.import"}, height=130, elem_classes="x-drop",
        file_types=[".jsonl"], elem_id="x-review-import",
    )  # fmt: skip

    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}

    def pick(place: int | None, checked: Any, language: str) -> tuple[Any, ...]:
        found = _at(checked, place)
        if found is None:
            return gr.skip(), "", gr.skip()
        card = cards.verdict_card(found.verdict, language)
        return found.verdict.claim.query, card, _documents(page, found, language)

    def decide(action: Action) -> Any:
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
                _record(page, decision, language)
                return markup.banner("done", say(language, "review.saved")), _log(page, language)

        return do

    def save(kind: str) -> Any:
        def do(language: str, request: gr.Request) -> Any:
            with told(language):
                found = page.hand_out(_saved(page, kind, language), request)
                return gr.update(value=found, visible=True)

        return do

    def take(path: str, language: str) -> Iterator[tuple[Any, ...]]:
        with told(language):
            try:
                count = AuditLog.beside(page.backstage.folder).take_in(Path(path))
            except JingmaiError:
                yield "", gr.skip(), None  # the next file can be dropped
                raise
            done = markup.banner("done", say(language, "review.imported", count=count))
            yield done, _log(page, language), None

    given = [choose, claim, who, reason, label, document, stance, page.language, page.checked]
    for button, action in (
        (override, Action.OVERRIDE), (add, Action.ADD_EVIDENCE), (strike, Action.STRIKE_EVIDENCE),
    ):  # fmt: skip
        button.click(decide(action), given, [note, table], **quiet)
    choose.input(pick, [choose, page.checked, page.language], [claim, shown, document], **quiet)
    page.checked.change(_claims, [page.checked, page.language], choose, **quiet)
    export.click(save("log"), page.language, out, **quiet)
    labelled.click(save("claims"), page.language, out, **quiet)
    file.upload(take, [file, page.language], [note, table, file], **quiet)
    page.after_switch(lambda language: _log(page, language), [page.language], [table])
    page.after_switch(_signed_in, [who], [who])
    page.after_switch(_claims, [page.checked, page.language], [choose])
    page.when_changed(
        lambda place, checked, language: _documents(page, _at(checked, place), language),
        [choose, page.checked, page.language], [document],
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
