"""The whole story: a claim or an article in, a report out; failures are never verdicts."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import report_json
from assistant.checker import LONGEST_CLAIM, Checker
from assistant.claims.extract import claim_of
from assistant.errors import InputError, ModelTimeout, SettingsError
from assistant.rating import merged
from assistant.types import Claim, Evidence, Label, Verdict
from index.ingest import read_article
from index.types import Document, Filters, Hit, Kind, Passage, Tier

ARTICLE = Path(__file__).parents[2] / "seeds" / "amazon-ai-capex.th.txt"


class Failing:
    """A judge that fails on claims that say so."""

    name = "failing"
    fingerprint = "failing"

    def __init__(self, error: Exception) -> None:
        self.error = error

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        if "fail" in claim.text:
            raise self.error
        return Verdict(claim, Label.SUPPORTED, 0.9, tuple(candidates), "", self.name)


def with_judge(checker: Checker, judge: Failing, *, workers: int = 1) -> Checker:
    return Checker(
        checker.library,
        extractor=checker.extractor,
        judge=judge,
        sentence_encoder=checker.sentence_encoder,
        workers=workers,
    )


@pytest.mark.parametrize("workers", [1, 3])
def test_a_failure_is_unjudged_and_stops_nothing(checker: Checker, workers: int) -> None:
    failing = with_judge(checker, Failing(ModelTimeout("no answer", hint="wait")), workers=workers)
    claims = [claim_of(t) for t in ("Nvidia rose.", "please fail", "Nvidia fell.")]
    verdicts = list(failing.judge_claims(claims))
    assert [v.label for v in verdicts] == [Label.SUPPORTED, Label.UNJUDGED, Label.SUPPORTED]
    assert verdicts[1].problem == "no answer (wait)"
    assert verdicts[1].confidence is None
    assert [v.claim.text for v in verdicts] == [c.text for c in claims]


def test_what_the_user_must_mend_ends_the_run_and_keeps_what_was_done(checker: Checker) -> None:
    failing = with_judge(checker, Failing(SettingsError("the key was refused")))
    text = "Nvidia lost $589 billion on 27 January 2025.\nThis will fail 3 times in 2025.\n"
    document = Document("a", "", text, "en", kind=Kind.ARTICLE)
    report = failing.check_article(document)
    assert isinstance(report.stopped, SettingsError)
    assert [v.label for v in report.verdicts] == [Label.SUPPORTED]


def test_an_empty_store_is_a_failure_not_a_verdict(checker: Checker, tmp_path: Path) -> None:
    from index.library import Library

    library = Library.open(tmp_path / "empty", checker.library.encoder)
    empty = Checker(
        library,
        extractor=checker.extractor,
        judge=checker.judge,
        sentence_encoder=checker.sentence_encoder,
    )
    verdict = empty.check("Nvidia rose by 3% in 2024.").verdicts[0]
    library.close()
    assert verdict.label is Label.UNJUDGED
    assert verdict.problem is not None and "no documents" in verdict.problem


@pytest.mark.parametrize("text", ["", " \n\t", "x" * (LONGEST_CLAIM + 1)])
def test_what_is_no_claim_is_told(checker: Checker, text: str) -> None:
    with pytest.raises(InputError) as caught:
        checker.check(text)
    assert caught.value.hint


def test_the_same_input_gives_the_same_bytes(checker: Checker) -> None:
    claim = "อเมซอนจะใช้เงินลงทุน 1 แสนล้านดอลลาร์ในปี 2568"
    once, again = checker.check(claim), checker.check(claim)
    assert report_json(once) == report_json(again)


def test_one_at_a_time_or_many_together_makes_no_difference(checker: Checker) -> None:
    claims = checker.extract(read_article(str(ARTICLE))).claims[:6]
    together = list(checker.judge_claims(claims, batch=64))
    apart = list(checker.judge_claims(claims, batch=1))
    assert together == apart


def test_evidence_later_than_the_cutoff_is_not_used(checker: Checker) -> None:
    day = date(2025, 2, 10)
    report = checker.check("Amazon's capital expenditure for 2025 was $131 billion.", as_of=day)
    published = [e.document.published for e in report.verdicts[0].evidence]
    assert published
    assert all(p is None or p <= day for p in published)


@pytest.mark.parametrize(
    ("wanted", "right"),
    [
        (Filters(languages=("th",)), lambda d: d.language == "th"),
        (Filters(tiers=(Tier.PRIMARY,)), lambda d: d.tier is Tier.PRIMARY),
        (Filters(publishers=("bangkok post",)), lambda d: d.publisher == "Bangkok Post"),
        (Filters(kinds=(Kind.REFERENCE, Kind.ARTICLE)), lambda d: d.kind is Kind.REFERENCE),
        (
            Filters(published_by=date(2025, 2, 10), undated=False),
            lambda d: d.published is not None and d.published <= date(2025, 2, 10),
        ),
    ],
)
def test_evidence_comes_from_the_documents_asked_for(
    checker: Checker, wanted: Filters, right: Callable[[Document], bool]
) -> None:
    claim = "Amazon's capital expenditure for 2025 was $131 billion."
    part = checker.restricted(wanted)
    used = [e.document for e in part.check(claim).verdicts[0].evidence]
    assert used
    assert all(right(document) for document in used)
    assert part.fingerprint != checker.fingerprint
    assert not part.earlier(claim_of(claim))


def test_the_earlier_of_two_last_days_counts(checker: Checker) -> None:
    part = checker.restricted(Filters(published_by=date(2025, 6, 1), undated=False))
    for day in (date(2025, 2, 10), date(2026, 1, 1)):
        report = part.check("Amazon plans about $100 billion for 2025.", as_of=day)
        published = [e.document.published for e in report.verdicts[0].evidence]
        assert published
        assert all(p is not None and p <= min(day, date(2025, 6, 1)) for p in published)


def test_what_leaves_no_evidence_is_told(checker: Checker) -> None:
    for wanted in (Filters(publishers=("Nobody",)), Filters(kinds=(Kind.ARTICLE,))):
        with pytest.raises(InputError) as caught:
            checker.restricted(wanted)
        assert caught.value.hint


def test_quotes_are_verbatim(checker: Checker) -> None:
    report = checker.check("Nvidia lost $589 billion of market value on 27 January 2025.")
    assert report.verdicts[0].evidence
    for e in report.verdicts[0].evidence:
        assert e.document.text[e.quote_start : e.quote_end] == e.quote
        assert e.passage.start <= e.quote_start < e.quote_end <= e.passage.end


def test_the_verdict_of_the_claims_own_day_is_told_where_it_differs(checker: Checker) -> None:
    class ByEvidence(Failing):
        def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
            late = any(
                e.document.published and e.document.published.year > 2025 for e in candidates
            )
            label = Label.REFUTED if late else Label.SUPPORTED
            return Verdict(claim, label, 0.9, tuple(candidates), "", self.name)

    judge = with_judge(checker, ByEvidence(ModelTimeout("")))
    claim = claim_of("Amazon plans about $200 billion of capital spending for 2026.")
    dated = replace(claim, as_of=date(2025, 3, 1))
    (verdict,) = judge.judge_claims([dated])
    assert verdict.label is Label.REFUTED
    assert verdict.then is not None and verdict.then.label is Label.SUPPORTED
    (undated,) = judge.judge_claims([claim])
    assert undated.then is None


def test_fusion_of_queries_is_reciprocal_rank() -> None:
    document = Document("d", "", "abc", "en")

    def hit(name: str, rank: int) -> Hit:
        return Hit(Passage(name, "d", "abc", "en", 0, 3), document, 1.0, rank)

    fused = merged([(hit("a", 1), hit("b", 2)), (hit("b", 1), hit("c", 2))], k=2)
    assert [(h.passage.id, h.rank) for h in fused] == [("b", 1), ("a", 2)]
    assert fused[0].score == pytest.approx(1 / 62 + 1 / 61)
