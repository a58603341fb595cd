"""The article desk without its page: what is read, and the article with its claims marked."""

import pytest

from assistant.types import Claim
from assistant.ui.article import Given
from assistant.ui.documents import in_document
from assistant.ui.reader import article
from assistant.ui.words import say
from index.types import Document
from tests.assistant.ui.fakes import DOCUMENTS


@pytest.mark.parametrize(
    ("given", "filled"),
    [
        (Given("", "", "", ""), ()),
        (Given("  ", " ", "", "text"), ()),
        (Given("words", "", "", "text"), ("text",)),
        (Given("words", "", "/f.txt", "file"), ("file", "text")),
        (Given("words", "", "/f.txt", "text"), ("text", "file")),
        (Given("words", "https://x.org", "/f.txt", "url"), ("url", "text", "file")),
        (Given("words", "", "", "file"), ("text",)),
        (Given("words", "https://x.org", "", ""), ("text", "url")),
    ],
)
def test_the_field_filled_last_counts_where_there_is_something_in_it(given, filled) -> None:
    assert given.filled == filled


@pytest.mark.parametrize(("stopped", "key"), [(False, "card.checking"), (True, "card.unchecked")])
@pytest.mark.parametrize("language", ["th", "en"])
def test_a_claim_without_a_verdict_says_why(language: str, stopped: bool, key: str) -> None:
    document = Document("d", "", "Boats float.", "en")
    html = article(
        document, [Claim("c", "Boats float.", "en", 0, 12)], [], [], language, stopped=stopped
    )
    assert f'title="1. {say(language, key)}"' in html


@pytest.mark.parametrize(("span", "count"), [((0, 0), 0), ((0, 5), 1)])
def test_only_a_span_is_marked(span: tuple[int, int], count: int) -> None:
    assert in_document(DOCUMENTS[0], span, "th").count("<mark>") == count
