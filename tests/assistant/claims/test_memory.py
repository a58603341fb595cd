"""Claims met again: found in other words and the other language, never with another figure."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from assistant.claims.extract import claim_of
from assistant.claims.identity import same_claim
from assistant.claims.memory import Memory
from assistant.claims.training.matching import (
    changes,
    measure,
    read_pairs,
    report_on,
    seed_claims,
)
from assistant.types import Label, Report
from index.embedding.models import load_encoder
from index.library import Library

CLAIMS = seed_claims()
REWORDED = read_pairs(Path(__file__).parent / "reworded.tsv")
DAY = date(2025, 2, 7)


def report(*texts: str, label: Label = Label.SUPPORTED) -> Report:
    return report_on(texts, label)


@pytest.fixture(scope="module")
def memory(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Memory]:
    folder = tmp_path_factory.mktemp("memory") / "store"
    with Library.open(folder, load_encoder("default")) as library:
        kept = Memory(library)
        kept.remember(report(*CLAIMS.values()), DAY)
        yield kept


def test_reworded_claims_are_recalled_and_changed_ones_are_not(memory: Memory) -> None:
    found = measure(memory, CLAIMS, REWORDED, every=7)
    assert found.recall >= 0.85
    assert found.changed > 40
    assert found.wrong == ()


def test_a_changed_figure_year_or_company_is_another_claim() -> None:
    wrong = [
        (text, changed)
        for key, text in [*CLAIMS.items(), *REWORDED]
        for changed in changes(text)
        if same_claim(claim_of(changed), claim_of(CLAIMS[key]))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("ใช้งบ 100 พันล้านบาท", "ใช้งบ 1 แสนล้านบาท", True),
        ("Sales rose by 5%.", "Sales did not rise by 5%.", False),
        ("More than 50 people died.", "Fewer than 50 people died.", False),
        ("It cost $26.3 billion.", "It cost $27.8 billion.", False),
        ("It cost $26.3 billion.", "It cost 26,300 million dollars.", True),
        ("It cost $5 billion.", "It cost 5 billion baht.", False),
        ("Output grew 5% in 2024.", "Output grew 5%.", True),
        ("Output grew 5% in May 2024.", "Output grew 5% in June 2024.", False),
    ],
)
def test_identity(a: str, b: str, same: bool) -> None:
    assert same_claim(claim_of(a), claim_of(b)) is same
    assert same_claim(claim_of(b), claim_of(a)) is same


CROSSED = [
    ("PTT made a profit of 90 billion baht in 2024.", "ปตท. มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("Kasikornbank earned 49 billion baht in 2024.", "กสิกรไทยมีกำไร 4.9 หมื่นล้านบาทในปี 2567"),
    ("Lemon juice cures cancer.", "น้ำมะนาวรักษามะเร็งได้"),
]  # fmt: skip
RIVALS = [
    ("ปตท. มีกำไร 9 หมื่นล้านบาทในปี 2567", "บางจาก มีกำไร 9 หมื่นล้านบาทในปี 2567"),
    ("GPT-4 was released in March 2023", "GPT-3 was released in March 2023"),
    ("Lemon juice cures cancer.", "น้ำมะนาวรักษาเบาหวานได้"),
    ("Unemployment was 1.2% in 2024.", "เงินเฟ้ออยู่ที่ 1.2% ในปี 2567"),
]  # fmt: skip


def test_claims_are_recalled_across_languages_and_rivals_are_not(tmp_path: Path) -> None:
    with Library.open(tmp_path / "store", load_encoder("fast")) as library:
        memory = Memory(library)
        memory.remember(report(*(kept for kept, _ in (*CROSSED, *RIVALS))), DAY)
        for kept, asked in CROSSED:
            assert [e.text for e in memory.recall(claim_of(asked))][-1:] == [kept]
        for kept, asked in RIVALS:
            assert kept not in [e.text for e in memory.recall(claim_of(asked))]


def test_overrides_tell_who_and_what(tmp_path: Path) -> None:
    with Library.open(tmp_path / "store", load_encoder("fast")) as library:
        memory = Memory(library)
        text = "Amazon spent $83 billion on capital expenditure in 2024."
        memory.remember(report(text), DAY)
        later = date(2025, 3, 1)
        memory.override(
            claim_of(text), Label.REFUTED, by="Somchai", day=later, machine_label=Label.SUPPORTED
        )
        first, second = memory.recall(claim_of(text))
        assert (first.label, first.by, first.day) == (Label.REFUTED, "Somchai", later)
        assert first.machine_label is Label.SUPPORTED
        assert (second.label, second.by) == (Label.SUPPORTED, None)


def test_an_unjudged_claim_is_kept_but_is_no_verdict(tmp_path: Path) -> None:
    with Library.open(tmp_path / "store", load_encoder("fast")) as library:
        memory = Memory(library)
        assert memory.recall(claim_of("Nothing is remembered yet.")) == ()
        memory.remember(report("Rice exports rose by 9% in 2024.", label=Label.UNJUDGED), DAY)
        assert library.claims.count() == 1
        assert memory.recall(claim_of("Rice exports rose by 9% in 2024.")) == ()
