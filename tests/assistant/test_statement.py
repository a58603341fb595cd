"""Texts that state something, and those that hold figures or signs only."""

import pytest

from assistant.checker import Checker
from assistant.claims.extract import claim_of
from assistant.statement import BY_RULE, NO_STATEMENT, states
from assistant.types import Label
from tests.assistant.test_rating import Paid, checker_with

STATEMENTS = {
    **dict.fromkeys(["1", "12%", "๑๒%", "ร้อยละ 12", "$5 million", "5 ล้านบาท", "พ.ศ. 2568"], False),
    **dict.fromkeys(["twelve percent", "March 2025", "=1+1", "???", "👍", "-"], False),
    **dict.fromkeys(["12% growth", "โต 12%", "GDP", "เท็จ", "x", "COVID-19", "5 Zebras died"], True),
    "1" * 100 + "%": False,
}


@pytest.mark.parametrize("text", STATEMENTS)
def test_figures_alone_are_no_statement(text: str) -> None:
    assert states(text) is STATEMENTS[text]


@pytest.mark.parametrize(("text", "language"), [("12%", "en"), ("พ.ศ. 2568", "th")])
def test_what_states_nothing_is_judged_by_nobody(
    checker: Checker, text: str, language: str
) -> None:
    judge = Paid()
    claims = [claim_of(t) for t in ("Nvidia rose by 3%.", text, "Amazon grew by 5%.")]
    found = list(checker_with(checker, judge).judge_claims(claims))
    assert [v.claim.text for v in found] == [c.text for c in claims]
    assert judge.asked == [claims[0].text, claims[2].text]
    assert (found[1].label, found[1].method) == (Label.NOT_ENOUGH_EVIDENCE, BY_RULE)
    assert found[1].rationale == NO_STATEMENT[language] and found[1].problem is None
