"""Articles as files of every kind: their text is in the JSON, and all places count in it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

import pytest

from assistant.checker import Checker
from assistant.claims.extract import ArticleExtractor
from assistant.claims.report import extraction_json
from assistant.cli import main
from index.ingest import read_article
from index.ingest.fetch import Fetched
from index.types import Document, Kind
from tests.index.ingest.test_files import pdf

SEEDS = Path(__file__).parent.parent.parent / "seeds"
ARTICLE = (SEEDS / "amazon-ai-capex.th.txt").read_text("utf-8")
OTHERS = [
    row["text"]
    for line in (SEEDS / "references.jsonl").read_text("utf-8").splitlines()
    for row in [json.loads(line)]
]
HEAD = "---\ntitle: A **title**\ndate: 7 ก.พ. 2568\npublisher: The Daily\n---\n"


def as_text(folder: Path, text: str) -> Path:
    path = folder / "a.txt"
    path.write_text(text, "utf-8", newline="")
    return path


def as_markdown(folder: Path, text: str) -> Path:
    """With front matter, a heading, emphasis, links and quotations."""
    lines = [line for line in text.splitlines() if line.strip()]
    marked = [
        f"> **{line[:9]}**{line[9:]}" if n % 3 else f"[{line[:9]}](https://x.y/{n}){line[9:]}"
        for n, line in enumerate(lines)
    ]
    path = folder / "a.md"
    path.write_text(HEAD + "# One *more*\n\n" + "\n\n".join(marked), "utf-8")
    return path


def page(text: str) -> str:
    paragraphs = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines() if line.strip())
    return f"<html><head><title>A</title></head><body><article>{paragraphs}</article></body></html>"


def as_html(folder: Path, text: str) -> Path:
    path = folder / "a.html"
    path.write_text(page(text), "utf-8")
    return path


def as_docx(folder: Path, text: str) -> Path:
    import docx

    word = docx.Document()
    for line in text.splitlines():
        word.add_paragraph(line)
    word.save(str(folder / "a.docx"))
    return folder / "a.docx"


def verified(document: Document) -> list[dict[str, Any]]:
    """The claims of `document`, every place in the JSON looked up in the JSON's own text."""
    told = json.loads(json.dumps(extraction_json(ArticleExtractor().extract(document))))
    text = told["document"]["text"]
    assert told["document"]["length"] == len(text)
    for claim in told["claims"]:
        assert text[claim["start"] : claim["end"]] == claim["text"]
        for fact in claim["facts"]:
            assert claim["start"] <= fact["start"] <= fact["end"] <= claim["end"]
    for warning in told["warnings"]:
        assert text[warning["start"] : warning["end"]] == warning["text"]
    return list(told["claims"])


@pytest.mark.parametrize("make", [as_text, as_markdown, as_html, as_docx])
@pytest.mark.parametrize("number", [None, 3, 17, 40, 77, 101])
def test_places_count_in_the_text_of_the_json(
    make: Callable[[Path, str], Path], number: int | None, tmp_path: Path
) -> None:
    path = make(tmp_path, ARTICLE if number is None else OTHERS[number])
    claims = verified(read_article(path))
    if number is None:
        assert len(claims) > 10
        assert not any(sign in c["text"] for c in claims for sign in ("**", "](", "<p>", "> "))


def test_places_count_in_the_text_of_every_seed() -> None:
    for n, text in enumerate(OTHERS):
        verified(Document(f"d{n}", "", text, "en", kind=Kind.ARTICLE))


def test_places_count_in_the_text_of_a_pdf(tmp_path: Path) -> None:
    told = "Amazon spent $83 billion in 2024. Meta spent $39 billion in 2024, the filing said."
    (tmp_path / "a.pdf").write_bytes(pdf(told))
    assert verified(read_article(tmp_path / "a.pdf"))


def test_places_count_in_the_text_of_a_page() -> None:
    data = page(ARTICLE).encode()
    found = read_article(
        "https://news.example/a",
        fetch=lambda url: Fetched(data, "html", "utf-8", "https://news.example/a"),
    )
    assert found.publisher == "news.example"
    assert len(verified(found)) > 10


@pytest.mark.parametrize("day", ["2025-02-05", "2568-02-05", "5 ก.พ. 2568", "๕ กุมภาพันธ์ ๒๕๖๘"])
def test_date_and_publisher_go_before_what_the_file_says(
    day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEAD + "**Rice** exports rose by 9% yesterday, the ministry said.\n", "utf-8")
    options = ["--date", day, "--publisher", "ข่าวจริง", "--json"]
    assert main(["claims", str(path), *options]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["document"]["published"], told["document"]["publisher"]) == (
        "2025-02-05",
        "ข่าวจริง",
    )
    assert told["document"]["title"] == "A title"
    assert "February 4, 2025" in told["claims"][0]["self_contained"]


def test_check_takes_the_date_too(
    tmp_path: Path, seed_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.md"
    path.write_text(HEAD + "**Rice** exports rose by 9% yesterday, the ministry said.\n", "utf-8")
    options = ["--date", "5 ก.พ. 2568", "--publisher", "X", "--json", "--forget"]
    assert main(["check", "--article", str(path), *options, "--store", str(seed_store)]) == 0
    told = json.loads(capsys.readouterr().out)
    document, (verdict,) = told["document"], told["verdicts"]
    assert (document["published"], document["publisher"]) == ("2025-02-05", "X")
    assert "February 4, 2025" in verdict["self_contained"]
    assert document["text"][verdict["start"] : verdict["end"]] == verdict["claim"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["claims", "ARTICLE", "--date", "30 ก.พ. 2568"],
        ["claims", "ARTICLE", "--date", "soon"],
        ["check", "--article", "ARTICLE", "--date", "2025-13-01"],
        ["check", "--article", "ARTICLE", "--date", ""],
        ["check", "Rice rose by 9%.", "--date", "2025-02-05"],
        ["check", "Rice rose by 9%.", "--publisher", "X"],
    ],
)
def test_a_wrong_date_is_one_line_and_a_hint(
    arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article = as_text(tmp_path, "Rice exports rose by 9%.")
    given = [str(article) if a == "ARTICLE" else a for a in arguments]
    assert main([*given, "--store", str(tmp_path / "store")]) == 1
    lines = capsys.readouterr().err.splitlines()
    assert [line.split(":")[0] for line in lines] == ["jingmai", "  hint"]
    assert not (tmp_path / "store").exists()


def test_an_article_is_dated_by_its_day_when_checked(checker: Checker) -> None:
    document = Document("d", "", "Rice exports rose by 9% yesterday.", "en", kind=Kind.ARTICLE)
    found = checker.extract(document)
    assert found.claims[0].as_of is None
    dated = Document("d", "", document.text, "en", kind=Kind.ARTICLE, published=date(2025, 2, 5))
    assert checker.extract(dated).claims[0].as_of == date(2025, 2, 5)
