from datetime import date

import numpy as np
import pytest

from assistant.evidence import WHOLE, candidates, candidates_many, context_of, given, is_given
from assistant.types import Claim, Stance
from index.embedding.models import load_encoder
from index.types import Document, Hit, Passage

TEXT = (
    "Amazon reported net sales of $187.8 billion in the fourth quarter. "
    "The weather in Seattle was mild that week. Operating income was $21.2 billion."
)
ENCODER = load_encoder("fast")
CLAIM = Claim("c1", "Amazon's net sales were $187.8 billion in the fourth quarter.", "en")


def hit(name: str, text: str, rank: int = 1, start: int = 0, end: int | None = None) -> Hit:
    document = Document(name, "Results", text, "en", published=date(2025, 2, 6))
    stop = len(text) if end is None else end
    passage = Passage(f"{name}#{start}", name, text[start:stop], "en", start, stop)
    return Hit(passage, document, 1.0 / rank, rank)


def test_candidates_are_verbatim_sentences_best_first() -> None:
    found = candidates(CLAIM, [hit("a", TEXT)], ENCODER, limit=2)
    assert len(found) == 2
    assert found[0].quote.startswith("Amazon reported net sales")
    assert found[0].score >= found[1].score
    assert all(0 <= e.score <= 1 and e.stance is Stance.SILENT for e in found)
    assert all(e.document.text[e.quote_start : e.quote_end] == e.quote for e in found)


def test_a_sentence_reached_through_two_passages_counts_once() -> None:
    end = TEXT.index(" Operating")
    hits = [hit("a", TEXT), hit("a", TEXT, rank=2, start=0, end=end)]
    found = candidates(CLAIM, hits, ENCODER, limit=9)
    assert len({(e.quote_start, e.quote_end) for e in found}) == len(found) == 3


def test_no_hits_no_candidates() -> None:
    assert candidates(CLAIM, [], ENCODER) == ()


def test_many_claims_give_what_each_gives_alone() -> None:
    other = Claim("c2", "Operating income was $21.2 billion.", "en")
    hits = [[hit("a", TEXT)], [hit("a", TEXT)]]
    together = candidates_many([CLAIM, other], hits, ENCODER)
    alone = [candidates(c, h, ENCODER) for c, h in zip([CLAIM, other], hits, strict=True)]
    assert together == alone


def test_given_texts_are_trusted_documents_without_date() -> None:
    found = given(CLAIM, ["One text.", "  ", "Another."])
    assert [e.quote for e in found] == ["One text.", "Another."]
    assert all(is_given(e.document) and e.document.published is None for e in found)
    assert len({e.document.id for e in found}) == 2


def test_a_long_given_text_is_cut_into_sentences() -> None:
    long = "This is a sentence of some length about nothing in particular. " * (WHOLE // 50)
    assert len(given(CLAIM, [long])) > 1


@pytest.mark.parametrize("text", ["", "\u200b", "๑๒๓", "?!"])
def test_texts_without_words_do_no_harm(text: str) -> None:
    claim = Claim("c", text, "th")
    found = candidates(claim, [hit("a", TEXT)], ENCODER)
    assert np.isfinite([e.score for e in found]).all()


def test_context_is_title_and_what_stands_before() -> None:
    found = candidates(CLAIM, [hit("a", TEXT)], ENCODER, limit=9)
    last = next(e for e in found if e.quote.startswith("Operating"))
    assert context_of(last).startswith("Results. Amazon reported")
