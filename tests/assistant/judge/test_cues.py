"""The little words that turn a statement."""

import pytest

from assistant.judge.cues import cues_in

ASKED = [
    ("Analysts asked whether exports would reach $10 billion.", True),
    ("On Monday they asked if sales would rise.", True),
    ("Is it true that sales rose?", True),
    ("Fears knocked $8 billion off the firm, which left it facing doubts whether to build.", False),
    ("Sales fell by 9%, raising the question whether the plant will last.", False),
    ("Sales rose by 9%.", False),
]


@pytest.mark.parametrize(("text", "asked"), ASKED, ids=[row[0] for row in ASKED])
def test_only_a_question_of_the_main_clause_leaves_it_open(text: str, asked: bool) -> None:
    assert ("question" in cues_in(text)) is asked
