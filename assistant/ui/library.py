"""The library desk: what claims are checked against; add, describe, remove, search."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from dataclasses import replace
from typing import Any

import gradio as gr

from assistant.errors import InputError, JingmaiError
from assistant.ui import documents, markup
from assistant.ui.answers import address
from assistant.ui.backstage import Backstage
from assistant.ui.chat import a_day
from assistant.ui.page import Page, reveal, told
from assistant.ui.searching import side_by_side
from assistant.ui.words import WORDS, day, say
from assistant.ui.words.of_errors import in_words, problem_in_words
from index.types import Document, Kind, Tier

_COLUMNS = ("id", "title", "publisher", "date", "tier", "language", "kind", "passages")
_SHOWN = 5
_TYPES = [
    ".html",
    ".htm",
    ".pdf",
    ".docx",
    ".txt",
    ".md",
    ".csv",
    ".tsv",
    ".json",
    ".jsonl",
    ".xlsx",
]


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    chosen = gr.State("")
    page.put(gr.Markdown, {"value": "library.intro"}, elem_classes="x-intro")
    with page.put(gr.Accordion, {"label": "library.search"}, open=True):
        page.put(gr.Markdown, {"value": "library.search_intro"}, elem_classes="x-intro")
        with gr.Row(elem_classes="x-slim"):
            query = page.put(
                gr.Textbox,
                {"label": "library.query"},
                scale=4,
                max_lines=2,
                elem_id="x-search-query",
            )
            go = page.put(
                gr.Button, {"value": "library.search_button"}, variant="primary", scale=1,
                elem_id="x-search-go",
            )  # fmt: skip
        found = gr.HTML("", elem_id="x-search-found")
    table = page.put(
        gr.Dataframe, {"label": "library.documents"}, interactive=False, type="array", wrap=True,
        max_height=440, show_search="filter", elem_id="x-library-table", datatype=["str"] * 7 + ["number"],
        column_widths=["11%", "24%", "13%", "10%", "11%", "10.5%", "9.5%", "11%"],
    )  # fmt: skip
    gone = gr.HTML("", elem_id="x-library-gone")
    with gr.Row(equal_height=False, visible=False) as editor:
        with gr.Column(scale=3, min_width=300):
            detail = gr.HTML("", elem_id="x-library-detail")
        with (
            gr.Column(scale=2, min_width=300),
            page.put(gr.Accordion, {"label": "library.edit"}, open=True),
        ):
            fields = _fields(page)
            save = page.put(
                gr.Button, {"value": "library.save"}, variant="primary", elem_id="x-library-save"
            )
            saved = gr.HTML("", elem_id="x-library-saved")
            sure = page.put(
                gr.Checkbox, {"label": "library.confirm"}, value=False, elem_id="x-library-sure"
            )
            remove = page.put(
                gr.Button, {"value": "library.remove"}, variant="stop", elem_id="x-library-remove"
            )
    with page.put(gr.Accordion, {"label": "library.add"}, open=False, elem_id="x-library-add"):
        files = page.put(
            gr.File, {"label": "library.add_files"}, file_count="multiple", height=150,
            elem_classes="x-drop", file_types=_TYPES, elem_id="x-library-files",
        )  # fmt: skip
        url = page.put(
            gr.Textbox,
            {"label": "library.add_url"},
            max_lines=1,
            placeholder="https://",
            elem_id="x-library-url",
        )
        add = page.put(
            gr.Button,
            {"value": "library.add_button"},
            variant="primary",
            elem_id="x-library-add-go",
        )
        note = gr.HTML("", elem_id="x-library-note")

    stage = page.backstage
    quiet = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}

    def search(query: str, language: str) -> str:
        with told(language):
            return side_by_side(stage, query, language)

    def choose(language: str, event: gr.SelectData) -> tuple[Any, ...]:
        return (*_shown(stage, str(event.row_value[0]), language), "", "")

    def change(key: str, language: str, *values: str) -> tuple[Any, ...]:
        with told(language):
            _save(stage, key, values, language)
            message = markup.banner("done", say(language, "library.saved"))
            return message, _rows(stage, language), _detail(stage, key, language)

    def drop(key: str, sure: bool, language: str) -> tuple[Any, ...]:
        with told(language):
            title = _remove(stage, key, sure, language)
            message = markup.banner("done", say(language, "library.removed", title=title))
            return message, _rows(stage, language), "", gr.update(visible=False), False

    def take(paths: list[str] | None, web: str, language: str) -> Any:
        with told(language):
            yield markup.busy(say(language, "banner.busy")), gr.skip(), gr.skip(), gr.skip()
            try:
                message = _add(
                    stage,
                    [*(paths or []), *([address(web)] if web.strip() else [])],
                    language,
                )
            except Exception:
                yield "", gr.skip(), gr.skip(), gr.skip()
                raise
            yield message, _rows(stage, language), None, ""

    gr.on([go.click, query.submit], search, [query, page.language], found, **quiet)
    shown = [chosen, editor, detail, *fields, saved, gone]
    table.select(choose, page.language, shown, **quiet).success(
        None, js=reveal("#x-library-detail", unless_keys=True), **quiet
    )
    save.click(change, [chosen, page.language, *fields], [saved, table, detail], **quiet).success(
        None, js=reveal("#x-library-saved"), **quiet
    )
    dropped = [gone, table, chosen, editor, sure]
    remove.click(drop, [chosen, sure, page.language], dropped, **quiet).success(
        None, js=reveal("#x-library-gone"), **quiet
    )
    add.click(take, [files, url, page.language], [note, table, files, url], **quiet).success(
        None, js=reveal("#x-library-note"), **quiet
    )
    for follow in (page.after_switch, page.when_changed):
        follow(lambda language: _listed(stage, language), [page.language], [table])


def _fields(page: Page) -> list[Any]:
    title = page.put(gr.Textbox, {"label": "col.title"}, max_lines=2, elem_id="x-edit-title")
    publisher = page.put(
        gr.Textbox, {"label": "col.publisher"}, max_lines=1, elem_id="x-edit-publisher"
    )
    url = page.put(gr.Textbox, {"label": "col.url"}, max_lines=1, elem_id="x-edit-url")
    published = page.put(
        gr.Textbox,
        {"label": "col.date"},
        max_lines=1,
        placeholder="2025-02-07",
        elem_id="x-edit-date",
    )
    tier = page.put(
        gr.Dropdown,
        {"label": "col.tier", "choices": lambda lang: [(say(lang, f"tier.{t.value}"), t.value) for t in Tier]},
        value=Tier.SECONDARY.value, elem_id="x-edit-tier",
    )  # fmt: skip
    kind = page.put(
        gr.Dropdown,
        {"label": "col.kind", "choices": lambda lang: [(say(lang, f"kind.{k.value}"), k.value) for k in Kind]},
        value=Kind.REFERENCE.value, elem_id="x-edit-kind",
    )  # fmt: skip
    return [title, publisher, url, published, tier, kind]


def _listed(stage: Backstage, language: str) -> Any:
    """The table, or nothing where the store cannot be read: the banner says why."""
    try:
        return _rows(stage, language) if stage.ready else gr.skip()
    except JingmaiError:
        return gr.skip()


def _rows(stage: Backstage, language: str) -> Any:
    heads = [say(language, f"col.{name}") for name in _COLUMNS]
    with stage.checker() as checker:
        library = checker.library
        rows = [
            [
                d.id, d.title, d.publisher, d.published.isoformat() if d.published else "",
                say(language, f"tier.{d.tier.value}"), _spoken(d.language, language),
                say(language, f"kind.{d.kind.value}"), len(library.passages(d.id)),
            ]
            for d in library.documents()
        ]  # fmt: skip
    return {"headers": heads, "data": rows}


def _spoken(code: str, language: str) -> str:
    """What the reader calls the language of a document."""
    key = f"library.language.{code}"
    return say(language, key) if key in WORDS else code


def _shown(stage: Backstage, key: str, language: str) -> tuple[Any, ...]:
    with stage.checker() as checker:
        document = checker.library.get(key)
    if document is None:
        return "", gr.update(visible=False), "", *[gr.skip()] * 6
    published = document.published.isoformat() if document.published else ""
    return (
        key, gr.update(visible=True), _detail(stage, key, language), document.title,
        document.publisher, document.url, published, document.tier.value, document.kind.value,
    )  # fmt: skip


def _detail(stage: Backstage, key: str, language: str) -> str:
    """The document under `key` with its passages; "" when there is none."""
    with stage.checker() as checker:
        document = checker.library.get(key)
        found = checker.library.passages(key) if document else ()
    if document is None:
        return ""
    html = documents.in_document(document, (0, 0), language)
    return html + documents.passages(found, say(language, "library.passages"))


def _chosen(stage: Backstage, key: str, language: str) -> Document:
    with stage.checker() as checker:
        document = checker.library.get(key) if key else None
    if document is None:
        raise InputError(say(language, "library.choose"))
    return document


def _save(stage: Backstage, key: str, values: tuple[str, ...], language: str) -> None:
    title, publisher, url, published, tier, kind = values
    document = _chosen(stage, key, language)
    changed = replace(
        document, title=title.strip(), publisher=publisher.strip(), url=url.strip(),
        published=a_day(published, language), tier=Tier(tier), kind=Kind(kind),
    )  # fmt: skip
    with stage.writing() as checker:
        checker.library.add([changed])


def _remove(stage: Backstage, key: str, sure: bool, language: str) -> str:
    document = _chosen(stage, key, language)
    if not sure:
        raise InputError(say(language, "library.confirm_first"))
    with stage.writing() as checker:
        checker.library.remove([key])
    return document.title or document.id


def _add(stage: Backstage, sources: list[str], language: str) -> str:
    if not sources:
        raise InputError(say(language, "article.empty"))
    documents: list[Document] = []
    notes: list[str] = []
    refused: list[JingmaiError] = []
    for source in sources:
        try:
            read = stage.read(source)
        except JingmaiError as error:  # the others are added all the same
            refused.append(error)
            continue
        documents.extend(read.documents)
        notes.extend(
            markup.banner("problem", f"{p.where}: {problem_in_words(p.reason, language)}")
            for p in read.problems[:_SHOWN]
        )
        notes.extend(
            markup.banner("info", say(language, "library.undated", title=d.title, day=day(language, d.made)))
            for d in read.documents[:_SHOWN] if d.made and not d.published
        )  # fmt: skip
    if len(refused) == len(sources) == 1:
        raise refused[0]
    notes.extend(markup.banner("problem", in_words(error, language)) for error in refused)
    if not documents:
        return "".join(notes)
    with stage.writing() as checker:
        changes = checker.library.add(documents)
    told = say(
        language, "library.added", added=len(changes.added), updated=len(changes.updated),
        unchanged=len(changes.unchanged),
    )  # fmt: skip
    return markup.banner("done", told) + "".join(notes)
