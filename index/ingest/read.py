"""One way in: a file, a folder or a web address becomes documents and a list of problems."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from index.errors import InputError
from index.ingest.decoding import Decoded, decode
from index.ingest.extract import Extract, Page
from index.ingest.fetch import Fetched, fetch
from index.ingest.front_matter import front_matter_of
from index.ingest.html import host_of
from index.ingest.limits import (
    ARTICLE_CHARACTERS,
    DOCUMENT_CHARACTERS,
    FILE_BYTES,
    FOLDER_FILES,
    MEGABYTE,
)
from index.ingest.markdown import markdown_text
from index.ingest.markup import inline
from index.ingest.records import RowError, clean, date_of, document_of_row, web_address
from index.ingest.sandbox import Sandbox
from index.ingest.tables import read_csv, read_json, read_jsonl
from index.problems import Problem
from index.text import language_of
from index.types import Document, Kind

_KINDS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf", ".docx": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx",
    ".csv": "csv", ".tsv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "json",
}  # fmt: skip
_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://")
_HEADING = re.compile(r"^#{1,3}\s+(.+?)\s*#*$")
_SHORT = 200
_WITH_TEXT = "give a file or page with text in it"

Fetch = Callable[[str], Fetched]


@dataclass(frozen=True, slots=True)
class Ingested:
    """The documents read, what could not be read, and files of a folder that were passed by."""

    documents: tuple[Document, ...]
    problems: tuple[Problem, ...] = ()
    skipped: tuple[str, ...] = ()


def read_documents(source: str | Path, *, fetch: Fetch = fetch) -> Ingested:
    """Read the documents in a file, in a folder with all below it, or at a web address.

    What can be read is returned, the rest is listed with its reason. Raises `InputError` when
    nothing could be read. `fetch` gets pages from the web.
    """
    if is_web_address(source):
        return _one_document(_page_at(str(source), fetch), id=str(source).strip())
    path = Path(source)
    if path.is_dir():
        return _folder(path)
    with Sandbox() as sandbox, _named(path):
        return _file(path, sandbox)


def read_article(
    source: str | Path,
    *,
    published: date | None = None,
    publisher: str | None = None,
    fetch: Fetch = fetch,
) -> Document:
    """Read one article from a file or a web address, as a document of kind ARTICLE.

    `published` and `publisher` go before what the source says of itself. Raises `InputError`
    when there is no text or more than one document.
    """
    found = read_documents(source, fetch=fetch)
    if len(found.documents) != 1:
        raise InputError(
            f"{source} holds {len(found.documents)} documents, not one article",
            hint="check the articles one by one, or a file of claims with: jingmai bulk",
        )
    document = found.documents[0]
    if len(document.text) > ARTICLE_CHARACTERS:
        raise InputError(
            f"{source} holds {len(document.text):,} characters, too many for one article",
            hint=f"the limit is {ARTICLE_CHARACTERS:,}; give it in parts",
        )
    return replace(
        document,
        kind=Kind.ARTICLE,
        published=published or document.published,
        publisher=publisher or document.publisher,
    )


def is_web_address(source: str | Path) -> bool:
    """Whether `source` is meant as an address rather than as a file."""
    return isinstance(source, str) and bool(_URL.match(source.strip()))


def _folder(folder: Path) -> Ingested:
    documents: list[Document] = []
    problems: list[Problem] = []
    skipped: list[str] = []
    with Sandbox() as sandbox:
        for path in _files(folder):
            name = path.relative_to(folder).as_posix()
            if path.suffix.lower() not in _KINDS:
                skipped.append(name)
                continue
            try:
                found = _file(path, sandbox)
            except InputError as error:
                problems.append(Problem(name, error.message))
                continue
            documents.extend(found.documents)
            problems.extend(Problem(f"{name}, {p.where}", p.reason) for p in found.problems)
    if not documents:
        reasons = f": {problems[0]}" if problems else ""
        raise InputError(
            f"there is no document in the folder {folder}{reasons}",
            hint=f"these kinds are read: {', '.join(sorted(_KINDS))}",
        )
    return Ingested(tuple(documents), tuple(problems), tuple(skipped))


def _files(folder: Path) -> Iterator[Path]:
    """The files below `folder`, in order; hidden ones and links are passed by."""
    count = 0
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
        if not hidden and not path.is_symlink() and path.is_file():
            count += 1
            if count > FOLDER_FILES:
                raise InputError(
                    f"the folder {folder} holds more than {FOLDER_FILES:,} files",
                    hint="give the folders below it one by one",
                )
            yield path


@contextmanager
def _named(source: str | Path) -> Iterator[None]:
    """Errors inside say which source they are about."""
    try:
        yield
    except InputError as error:
        raise InputError(f"cannot use {source}: {error.message}", hint=error.hint) from error


def _file(path: Path, sandbox: Sandbox) -> Ingested:
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        raise InputError(
            f"files of type {path.suffix or '(none)'} are not read",
            hint=f"these are: {', '.join(sorted(_KINDS))}",
        )
    try:
        size = path.stat().st_size
        if not path.is_file():
            raise InputError("it is not a plain file", hint="give a file, a folder or an address")
        if size > FILE_BYTES:
            raise InputError(
                f"it is larger than {FILE_BYTES // MEGABYTE} MB", hint="cut it into several files"
            )
        if size == 0:
            raise InputError("it is empty", hint=_WITH_TEXT)
        return _ingested(path, kind, sandbox)
    except OSError as error:
        raise InputError(
            error.strerror or str(error), hint="check the path and the permissions"
        ) from error


def _ingested(path: Path, kind: str, sandbox: Sandbox) -> Ingested:
    mark = _mark(path)
    if kind in ("txt", "md"):
        page, problems = _plain(decode(path.read_bytes()), path.stem, kind)
        return _one_document(Extract((page,), (), problems), id=mark)
    if kind in ("csv", "jsonl", "json"):
        read = {"csv": read_csv, "jsonl": read_jsonl, "json": read_json}[kind]
        return _many_documents(read(path))
    extract = sandbox.read(kind, path)
    if kind == "xlsx":
        return _many_documents(extract)
    return _one_document(extract, id=mark, name=path.stem)


def _mark(path: Path) -> str:
    """An id for the document in a file: its name, and its place so that namesakes differ."""
    place = str(path.resolve()).encode("utf-8", "surrogateescape")
    name = " ".join(clean(path.name).split())
    return f"{name}-{hashlib.sha256(place).hexdigest()[:8]}"


def _plain(decoded: Decoded, name: str, kind: str) -> tuple[Page, tuple[Problem, ...]]:
    problems: tuple[Problem, ...] = ()
    if decoded.unreadable:
        reason = f"{decoded.unreadable} characters are not {decoded.encoding.upper()}"
        problems = (Problem("text", reason),)
    if kind != "md":
        return Page(decoded.text, title=name), problems
    about, body = front_matter_of(decoded.text)
    first = next((line.strip() for line in body.splitlines() if line.strip()), "")
    heading = _HEADING.match(first)
    page = Page(
        markdown_text(body),
        title=inline(about.title or (heading[1] if heading else "")) or name,
        published=about.published,
        publisher=about.publisher,
        url=about.url,
    )
    return page, problems


def _page_at(url: str, fetch: Fetch) -> Extract:
    with _named(url[:200]):
        fetched = fetch(url)
        if fetched.kind in ("txt", "md"):
            decoded = decode(fetched.data, declared=fetched.charset)
            page, problems = _plain(decoded, "", fetched.kind)
            # A page may claim any name; when we fetched it, its host is what we know.
            host = host_of(fetched.address)
            return Extract((replace(page, url=fetched.address, publisher=host),), (), problems)
        with tempfile.TemporaryDirectory() as folder, Sandbox() as sandbox:
            path = Path(folder) / "page"
            path.write_bytes(fetched.data)
            found = sandbox.read(
                fetched.kind, path, charset=fetched.charset, address=fetched.address
            )
        pages = tuple(replace(page, url=fetched.address) for page in found.pages)
        return replace(found, pages=pages)


def _one_document(extract: Extract, *, id: str, name: str = "") -> Ingested:
    page = extract.pages[0]
    text = clean(page.text)
    if not text.strip(" \t\r\n\u200b\ufeff\u2060\x00\ufffd"):
        raise InputError("there is no text in it", hint=_WITH_TEXT)
    if len(text) > DOCUMENT_CHARACTERS:
        raise InputError(
            f"its text is longer than {DOCUMENT_CHARACTERS:,} characters", hint="give it in parts"
        )
    return Ingested(
        (
            Document(
                id=id[:500],
                title=clean(" ".join((page.title or name).split()))[:_SHORT],
                text=text,
                language=language_of(text),
                url=web_address(page.url),
                publisher=clean(page.publisher),
                published=date_of(page.published),
                made=date_of(page.made),
            ),
        ),
        extract.problems,
    )


def _many_documents(extract: Extract) -> Ingested:
    documents: dict[str, Document] = {}
    problems = list(extract.problems)
    for n, row in extract.rows:
        try:
            document = document_of_row(row)
        except RowError as error:
            problems.append(Problem(f"row {n}", str(error)))
            continue
        met = documents.setdefault(document.id, document)
        if met.content_hash != document.content_hash:
            problems.append(
                Problem(f"row {n}", f"the id {document.id!r:.60} stands above with another text")
            )
    if not documents:
        reason = f": {problems[0]}" if problems else ""
        raise InputError(
            f"there is no document in it{reason}", hint="each row needs a text (or ข้อความ, เนื้อหา)"
        )
    return Ingested(tuple(documents.values()), tuple(sorted(problems, key=_row_number)))


def _row_number(problem: Problem) -> int:
    digits = problem.where.removeprefix("row ")
    return int(digits) if digits.isdigit() else 0
