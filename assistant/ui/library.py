"""The library desk: what claims are checked against; add, describe, remove, search."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from dataclasses import dataclass, replace
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
    ".html", ".htm", ".pdf", ".docx", ".txt", ".md", ".csv", ".tsv", ".json", ".jsonl", ".xlsx",
]  # fmt: skip
_QUIET = {"api_visibility": "private", "show_progress": "hidden", "concurrency_limit": 4}


@dataclass(frozen=True, slots=True)
class _Search:
    """A query, and what is found by it."""

    query: Any
    go: Any
    found: Any


@dataclass(frozen=True, slots=True)
class _Editor:
    """The row in which one document is shown, described and removed."""

    row: Any
    detail: Any
    fields: list[Any]
    save: Any
    saved: Any
    sure: Any
    remove: Any


@dataclass(frozen=True, slots=True)
class _Adding:
    """Files and a web address to read documents from."""

    files: Any
    url: Any
    add: Any
    note: Any


@dataclass(frozen=True, slots=True)
class _Desk:
    """The widgets of the desk, and the key of the document chosen, which is not seen."""

    chosen: Any
    search: _Search
    table: Any
    gone: Any
    editor: _Editor
    adding: _Adding


def build(page: Page) -> None:
    """Lay out the desk and wire it."""
    _wired(page, _laid_out(page))


def _laid_out(page: Page) -> _Desk:
    chosen = gr.State("")
    page.put(gr.Markdown, {"value": "library.intro"}, elem_classes="x-intro")
    search = _search(page)
    table = page.put(
        gr.Dataframe, {"label": "library.documents"}, interactive=False, type="array", wrap=True,
        max_height=440, show_search="filter", elem_id="x-library-table", datatype=["str"] * 7 + ["number"],
        column_widths=["11%", "24%", "13%", "10%", "11%", "10.5%", "9.5%", "11%"],
    )  # fmt: skip
    gone = gr.HTML("", elem_id="x-library-gone")
    return _Desk(chosen, search, table, gone, _editor(page), _adding(page))


def _search(page: Page) -> _Search:
    with page.put(gr.Accordion, {"label": "library.search"}, open=True):
        page.put(gr.Markdown, {"value": "library.search_intro"}, elem_classes="x-intro")
        with gr.Row(elem_classes="x-slim"):
            query = page.put(
                gr.Textbox, {"label": "library.query"}, scale=4, max_lines=2,
                elem_id="x-search-query",
            )  # fmt: skip
            go = page.put(
                gr.Button, {"value": "library.search_button"}, variant="primary", scale=1,
                elem_id="x-search-go",
            )  # fmt: skip
        found = gr.HTML("", elem_id="x-search-found")
    return _Search(query, go, found)


def _editor(page: Page) -> _Editor:
    with gr.Row(equal_height=False, visible=False) as row:
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
    return _Editor(row, detail, fields, save, saved, sure, remove)


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


def _adding(page: Page) -> _Adding:
    with page.put(gr.Accordion, {"label": "library.add"}, open=False, elem_id="x-library-add"):
        files = page.put(
            gr.File, {"label": "library.add_files"}, file_count="multiple", height=150,
            elem_classes="x-drop", file_types=_TYPES, elem_id="x-library-files",
        )  # fmt: skip
        url = page.put(
            gr.Textbox, {"label": "library.add_url"}, max_lines=1, placeholder="https://",
            elem_id="x-library-url",
        )  # fmt: skip
        add = page.put(
            gr.Button, {"value": "library.add_button"}, variant="primary",
            elem_id="x-library-add-go",
        )  # fmt: skip
        note = gr.HTML("", elem_id="x-library-note")
    return _Adding(files, url, add, note)


class _Handlers:
    """What the widgets do."""

    def __init__(self, page: Page) -> None:
        self.stage = page.backstage

    def search(self, query: str, language: str) -> str:
        with told(language):
            return side_by_side(self.stage, query, language)

    def choose(self, language: str, event: gr.SelectData) -> tuple[Any, ...]:
        return (*_shown(self.stage, str(event.row_value[0]), language), "", "")

    def change(self, key: str, language: str, *values: str) -> tuple[Any, ...]:
        with told(language):
            _save(self.stage, key, values, language)
            message = markup.banner("done", say(language, "library.saved"))
            return message, _rows(self.stage, language), _detail(self.stage, key, language)

    def drop(self, key: str, sure: bool, language: str) -> tuple[Any, ...]:
        with told(language):
            title = _remove(self.stage, key, sure, language)
            message = markup.banner("done", say(language, "library.removed", title=title))
            return message, _rows(self.stage, language), "", gr.update(visible=False), False

    def take(self, paths: list[str] | None, web: str, language: str) -> Any:
        with told(language):
            yield markup.busy(say(language, "banner.busy")), gr.skip(), gr.skip(), gr.skip()
            try:
                sources = [*(paths or []), *([address(web)] if web.strip() else [])]
                message = _add(self.stage, sources, language)
            except Exception:
                yield "", gr.skip(), gr.skip(), gr.skip()
                raise
            yield message, _rows(self.stage, language), None, ""


def _wired(page: Page, desk: _Desk) -> None:
    do, chosen, table, editor = _Handlers(page), desk.chosen, desk.table, desk.editor
    search, adding = desk.search, desk.adding
    asked = [search.go.click, search.query.submit]
    gr.on(asked, do.search, [search.query, page.language], search.found, **_QUIET)
    shown = [chosen, editor.row, editor.detail, *editor.fields, editor.saved, desk.gone]
    table.select(do.choose, page.language, shown, **_QUIET).success(
        None, js=reveal("#x-library-detail", unless_keys=True), **_QUIET
    )
    given, changed = [chosen, page.language, *editor.fields], [editor.saved, table, editor.detail]
    editor.save.click(do.change, given, changed, **_QUIET).success(
        None, js=reveal("#x-library-saved"), **_QUIET
    )
    dropped = [desk.gone, table, chosen, editor.row, editor.sure]
    editor.remove.click(do.drop, [chosen, editor.sure, page.language], dropped, **_QUIET).success(
        None, js=reveal("#x-library-gone"), **_QUIET
    )
    sources, taken = [adding.files, adding.url], [adding.note, table, adding.files, adding.url]
    adding.add.click(do.take, [*sources, page.language], taken, **_QUIET).success(
        None, js=reveal("#x-library-note"), **_QUIET
    )
    for follow in (page.after_switch, page.when_changed):
        follow(lambda language: _listed(page.backstage, language), [page.language], [table])


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
