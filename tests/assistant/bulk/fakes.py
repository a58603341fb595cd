"""Judges that need no model: the verdict follows from the claim's text alone."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from time import sleep

from assistant.answer import verdict_json
from assistant.bulk.judging import Block, Fingerprints, Told
from assistant.bulk.rows import Row
from assistant.bulk.run import BulkRun, Outcome
from assistant.bulk.sources import open_source
from assistant.errors import SettingsError
from assistant.types import VERDICT_LABELS, Claim, Evidence, Extraction, Stance, Verdict
from index.types import Document, Passage, Tier

DOCUMENT = Document(
    "ref-1",
    'A title with "quotes" & <b>markup</b>',
    "รายได้ปี 2567 อยู่ที่ 2.5% ของ GDP. =1+1 is not a formula here.",
    "th",
    url="https://example.org/a?b=1&c=2",
    publisher="สำนักข่าว",
    tier=Tier.PRIMARY,
)


def told(row: Row) -> Told:
    """A verdict that depends on nothing but the text."""
    label = VERDICT_LABELS[len(row.text) % 4]
    passage = Passage("p", DOCUMENT.id, DOCUMENT.text, "th", 0, len(DOCUMENT.text))
    evidence = Evidence(
        "c",
        passage,
        DOCUMENT,
        0,
        20,
        Stance.SUPPORTS,
        0.75,
        ("5.576 < 6 ✓", "<script>alert(1)</script>"),
    )
    claim = Claim("c", row.text, row.language or "th", speaker=row.speaker, as_of=row.as_of)
    return verdict_json(Verdict(claim, label, 0.8125, (evidence,), "เพราะ <i>หลักฐาน</i>", "fake"))


class FakeJudges:
    """Judges for tests. `asked` lists the texts judged, `index` can be changed meanwhile."""

    def __init__(self, *, index: str = "i", settings: str = "s") -> None:
        self.index, self.settings = index, settings
        self.asked: list[str] = []

    def fingerprints(self) -> Fingerprints:
        return Fingerprints(self.index, self.settings)

    def judge(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Iterator[Told]]]:
        for block in blocks:
            yield block, self._answers(block)

    def _answers(self, block: Block) -> Iterator[Told]:
        for row in block.tasks:
            self.asked.append(row.text)
            yield told(row)

    def extract(self, document: Document) -> Extraction:
        claims = tuple(
            Claim(f"{document.id}-{n}", text, document.language)
            for n, text in enumerate(document.text.split(". "), 1)
            if text.strip()
        )
        return Extraction(document, claims)

    def close(self) -> None:
        pass


def run(source: Path, output: Path, judges: FakeJudges | None = None, **options: object) -> Outcome:
    """A whole run."""
    with open_source(source) as opened:
        bulk = BulkRun(opened, output, judges or FakeJudges(), **options)  # type: ignore[arg-type]
        for _ in bulk.events():
            pass
    assert bulk.outcome is not None
    return bulk.outcome


class FakeLibrary:
    """Only what a run asks a library for."""

    fingerprint = "i"


class FakeJudge:
    """Only what a run asks a judge for."""

    fingerprint = "j"


class FakeChecker:
    """Answers like `FakeJudges`, and misbehaves on certain words.

    "bug": raises; "key": raises what the user must mend; "halt": takes its process down with it.
    """

    library, judge, settings_fingerprint = FakeLibrary(), FakeJudge(), "s"

    def judge_claims(
        self, claims: Iterable[Claim], *, batch: int = 64, ends: object = ()
    ) -> Iterator[Verdict]:
        for claim in claims:
            if "bug" in claim.text:
                raise TypeError("a bug")
            if "key" in claim.text:
                raise SettingsError("the key was refused", hint="set another")
            if "halt" in claim.text:
                os._exit(9)
            label = VERDICT_LABELS[len(claim.text) % 4]
            yield Verdict(claim, label, 0.5, (), str(claim.as_of), "fake")

    def close(self) -> None:
        pass


def open_fake() -> FakeChecker:
    """An opener for worker processes."""
    return FakeChecker()


def open_slow() -> FakeChecker:
    """An opener that takes a moment."""
    sleep(0.5)
    return FakeChecker()


class OtherLibrary:
    """A library with other documents."""

    fingerprint = "other"


class OtherChecker(FakeChecker):
    """Sees other documents than `FakeChecker`, and says so in the method."""

    library = OtherLibrary()  # type: ignore[assignment]

    def judge_claims(
        self, claims: Iterable[Claim], *, batch: int = 64, ends: object = ()
    ) -> Iterator[Verdict]:
        for verdict in super().judge_claims(claims, batch=batch):
            yield replace(verdict, method="other")
