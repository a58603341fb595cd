"""Notes on one piece of evidence."""

from dataclasses import replace

import pytest

from assistant.claims.extract import claim_of
from assistant.evidence import given
from assistant.judge import features
from assistant.judge.alignment import Aligner
from assistant.judge.features import Notetaker
from index.embedding.models import load_encoder
from tests.assistant.judge.helpers import evidence


@pytest.mark.parametrize(
    ("claim", "text", "readings"),
    [
        ("Kellan Motors sold 40 buses.", "Kellan Motors sold 40 buses.", [False]),
        ("Kellan Motors sold 40 buses.", "Rain fell in the north.", [False, True]),
        # A figure that differs, in a sentence that need not tell of the same event.
        ("Kellan Motors sold 40 buses in May.", "The firm sold 52 buses.", [False, True]),
    ],
)
def test_one_event_is_supposed_only_where_something_hangs_on_it(
    monkeypatch: pytest.MonkeyPatch, claim: str, text: str, readings: list[bool]
) -> None:
    real, asked = features.relate, []

    def relate(*args: str, same_story: bool = False, **more: object) -> object:
        asked.append(same_story)
        return real(*args, same_story=same_story, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(features, "relate", relate)
    taker = Notetaker(Aligner(load_encoder("fast")))
    taker.notes(claim_of(claim), evidence("a", text))
    assert asked == readings


def test_what_the_user_gives_tells_of_the_event() -> None:
    taker = Notetaker(Aligner(load_encoder("fast")))
    claim = claim_of("Kellan Motors sold 40 buses.")
    (item,) = given(claim, ["Kellan Motors sold 40 buses."])
    assert taker.notes(claim, item).value("story_supports") == 1
    (item,) = given(claim, ["Kellan Motors sold 45 buses."])
    assert taker.notes(replace(claim), item).value("story_refutes") == 1
