"""Cards: what is shown, and that nothing from outside becomes markup."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.types import Claim, Evidence, Label, Notice, Stance, Verdict
from assistant.ui import cards, documents, markup
from assistant.ui.reader import article, pieces
from assistant.ui.words import say
from index.types import Document, Hit, Mode, Passage
from tests.assistant.ui.fakes import DOCUMENTS, HOSTILE, evidence, passage_of


class Reader(HTMLParser):
    """Collects tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: dict[str, str] = {}
        self.links: list[str] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes |= dict(attrs)
        self.links += [value for name, value in attrs if name == "href"]

    def handle_data(self, data):
        self.text += data


def verdict(label: Label = Label.CONFLICTING, text: str = "ปลาบินได้", **options) -> Verdict:
    claim = Claim("c1", text, "th")
    found = (
        evidence(claim, DOCUMENTS[0], Stance.SUPPORTS, "5.576 ล้าน < 6 ล้าน ✓"),
        evidence(claim, DOCUMENTS[1], Stance.SILENT),
    )
    options = {"evidence": found, "rationale": "เพราะ", "method": "default"} | options
    confidence = None if label is Label.UNJUDGED else 0.87
    return Verdict(claim, label, confidence, **options)


@pytest.mark.parametrize("language", ["th", "en"])
@pytest.mark.parametrize("label", Label)
def test_a_verdict_says_its_label_in_words_and_class(label: Label, language: str) -> None:
    read = Reader(cards.verdict_card(verdict(label), language, number=3))
    from assistant.answer import label_words

    assert label_words(label, language) in read.text
    assert ("87%" in read.text) == (label is not Label.UNJUDGED)
    assert "default" in read.text and "เพราะ" in read.text


def test_evidence_shows_the_verbatim_quote_the_source_and_the_arithmetic() -> None:
    html = cards.evidence_card(verdict().evidence[0], 1, "th")
    quote = verdict().evidence[0].quote
    assert f"<mark>{quote}</mark>" in html
    read = Reader(html)
    for told in ("5.576 ล้าน < 6 ล้าน ✓", "กรมประมง", "6 ก.พ. 2568", "แหล่งปฐมภูมิ", "สนับสนุน"):
        assert told in read.text
    assert read.links == ["https://example.com/fish"]


@pytest.mark.parametrize("language", ["th", "en"])
def test_a_claim_that_could_not_be_judged_lacks_no_evidence(language: str) -> None:
    failed = verdict(Label.UNJUDGED, evidence=(), rationale="", problem="no answer in time")
    lacking = say(language, "card.no_evidence")
    for html in (cards.verdict_card(failed, language), cards.claim_line(failed, 1, language)):
        assert lacking not in html
        assert html.count(say(language, "card.problem")) == 1
    assert say(language, "card.problem") in cards.evidence_list(failed, language)
    unbacked = verdict(Label.NOT_ENOUGH_EVIDENCE, evidence=())
    assert lacking in cards.verdict_card(unbacked, language)
    assert lacking in cards.claim_line(unbacked, 1, language)


def test_html_as_text() -> None:
    html = (
        markup.busy("wait") + markup.banner("info", "a < b & *c*") + "<p>two</p><ul><li>x</li></ul>"
    )
    assert markup.plain(html) == "a < b & *c*\ntwo\nx"
    assert "x-busy" not in markup.settled(html)


def test_silent_evidence_is_folded_away() -> None:
    read = Reader(cards.evidence_list(verdict(), "en"))
    assert read.tags.count("details") == 1
    assert "(1)" in read.text


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//x", "http://", ""]
)
def test_only_web_addresses_become_links(url: str) -> None:
    assert Reader(markup.link(url, "words")).tags == []


ALLOWED = {
    "article", "div", "span", "blockquote", "mark", "ul", "li", "p", "a", "br", "b", "section",
    "details", "summary", "h2", "h3", "sup", "button", "ol", "i",
}  # fmt: skip


@settings(deadline=None, max_examples=60)
@given(st.text() | st.just(HOSTILE))
def test_text_stays_text(text: str) -> None:
    read = Reader(f"<p>{markup.text_of(text)}</p>")
    assert set(read.tags) <= {"p", "br"}
    kept = "".join(text.split())
    assert "".join(read.text.split()) == kept


@pytest.mark.parametrize("text", [HOSTILE, "</p><script>x</script>", '" onclick="x', "a\n\nb"])
def test_hostile_text_everywhere(text: str) -> None:
    document = Document("d", text, text + text, "en", text, text)
    passage = Passage("p", "d", document.text, "en", 0, len(document.text))
    claim = Claim("c", text, "en", 0, len(text), speaker=text, self_contained=text + " more")
    piece = Evidence("c", passage, document, 0, len(text), Stance.REFUTES, 0.5, (text,))
    judged = Verdict(claim, Label.REFUTED, 0.5, (piece,), text, text, text, text)
    notice = Notice("n", text, 0, 3)
    for html in (
        cards.verdict_card(judged, "th", number=1, pick="0"),
        cards.claim_line(judged, 1, "th"),
        documents.in_document(document, (0, 4), "th"),
        documents.passage_card(Hit(passage, document, 1.0, 1), {Mode.LEXICAL: 1}, "th"),
        documents.passages([passage], text),
        markup.banner("info", text),
        markup.notices([notice], text),
        article(document, [claim], [judged], [notice], "th"),
    ):
        read = Reader(html)
        assert set(read.tags) <= ALLOWED
        assert not {name for name in read.attributes if name.startswith("on")}
        assert "\n\n" not in html, "a blank line would end the markup inside Markdown"


@settings(deadline=None, max_examples=60)
@given(
    st.integers(0, 60),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=6),
    st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70)), max_size=3),
)
def test_pieces_cover_the_article_once(length, spans, alarms) -> None:
    claims = [Claim(str(n), "", "en", a, b) for n, (a, b) in enumerate(spans)]
    cut = pieces(length, claims, [Notice("", "", a, b) for a, b in alarms])
    assert [p.start for p in cut] == [0, *[p.end for p in cut[:-1]]][: len(cut)]
    assert sum(p.end - p.start for p in cut) == length
    for piece in cut:
        if piece.claim >= 0:
            owner = claims[piece.claim]
            assert owner.start <= piece.start and piece.end <= owner.end
    shown = [p.claim for p in cut if p.last]
    assert len(shown) == len(set(shown))


def test_the_article_keeps_its_text_and_marks_claims() -> None:
    text = "แรกสุด\nปลาบินได้\nท้ายสุด"
    document = Document("d", "", text, "th")
    claim = Claim("c", "ปลาบินได้", "th", 7, 16)
    html = article(document, [claim], [verdict(Label.REFUTED)], [], "th")
    assert html.count("<br>") == 2
    assert 'class="x-mark x-edge-refuted"' in html
    waiting = article(document, [claim], [], [], "th")
    assert "x-edge-waiting" in waiting


def test_the_document_view_marks_the_quote() -> None:
    html = documents.in_document(DOCUMENTS[0], (0, 5), "th")
    assert f"<mark>{DOCUMENTS[0].text[:5]}</mark>" in html


def test_a_broken_offset_still_shows_the_quote() -> None:
    document = DOCUMENTS[0]
    passage = passage_of(document)
    moved = Passage("p", document.id, document.text[20:], "th", 20, len(document.text))
    piece = Evidence("c", moved, document, 0, 5)
    assert f"<mark>{document.text[:5]}</mark>" in cards.evidence_card(piece, 1, "th")
    assert passage.text == document.text


def test_claims_made_by_the_same_words_each_get_a_sign() -> None:
    document = Document("d", "", "ปลาบินได้", "th")
    twins = [Claim(key, "ปลาบินได้", "th", 0, 9) for key in ("a", "b")]
    html = article(document, twins, [verdict(Label.REFUTED), verdict(Label.SUPPORTED)], [], "th")
    assert html.count("<sup>") == 2
    assert 'data-pick="0"' in html and 'data-pick="1"' in html
    assert Reader(html).text == "ปลาบินได้12"


def test_notices_quote_what_they_are_about_and_fold_when_many() -> None:
    one = [Notice("n", "แปลผิด", 0, 4)]
    assert "“ปลาบ”" in markup.notices(one, "เตือน", "ปลาบินได้") and " open" in markup.notices(
        one, "x"
    )
    assert " open" not in markup.notices(one * 5, "x") and "(5)" in markup.notices(one * 5, "x")
