"""A checker that obeys the real one's contract with scripted answers, for the pages' tests."""

# ruff: noqa: E501

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from zlib import crc32

from assistant.errors import InputError
from assistant.settings import Settings
from assistant.types import (
    Claim,
    Evidence,
    Extraction,
    Label,
    Notice,
    Report,
    Stance,
    Verdict,
)
from assistant.ui.backstage import Backstage
from index.text import language_of
from index.types import Document, Hit, Mode, Passage, Tier

HOSTILE = "<img src=x onerror=\"document.title='hacked'\"><script>document.title='hacked'</script>"

DOCUMENTS = (
    Document(
        "fish-th", "รายงานปลาประจำปี", "ปลาวาฬไม่ใช่ปลา ปลาทูขายได้ 5.576 ล้านตัวในปี 2567 ราคาดีขึ้น", "th",
        "https://example.com/fish", "กรมประมง", date(2025, 2, 6), Tier.PRIMARY,
    ),
    Document(
        "whale-en", f"Whales {HOSTILE}", f"Whales are mammals. {HOSTILE} They sing *songs* for $5.", "en",
        "javascript:alert(1)", "The <b>Sea</b> Post", None, Tier.LOW,
    ),
    Document(
        "boat-en", "Boats of 2024", "The company sold 5 boats in 2024. It sold 7 in 2023.", "en",
        "https://example.com/boats", "Boat News", date(2024, 12, 31), Tier.PRESS,
    ),
)  # fmt: skip

SCRIPT = (
    ("6 ล้าน", Label.CONFLICTING),
    ("boats", Label.REFUTED),
    ("ปลา", Label.SUPPORTED),
    ("whale", Label.SUPPORTED),
    ("broken", Label.UNJUDGED),
)


def passage_of(document: Document) -> Passage:
    text = document.text
    return Passage(f"{document.id}#0", document.id, text, document.language, 0, len(text))


def evidence(claim: Claim, document: Document, stance: Stance, *reasons: str) -> Evidence:
    end = document.text.find(" ", 20)
    return Evidence(claim.id, passage_of(document), document, 0, end, stance, 0.8, reasons)


@dataclass(frozen=True)
class Stats:
    documents: int
    passages: int


class FakeRetriever:
    def __init__(self, library: FakeLibrary) -> None:
        self.library = library

    def search(self, query, *, k=10, mode=Mode.HYBRID, filters=None):
        found = self.library.documents()[:k]
        return tuple(
            Hit(passage_of(d), d, 1 / n, n, (("lexical", n), ("dense", len(found) + 1 - n)))
            for n, d in enumerate(found, 1)
        )


@dataclass(frozen=True)
class Changes:
    added: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


class FakeLibrary:
    @property
    def fingerprint(self):
        return f"{crc32(repr(self.documents()).encode()):016x}"

    def __init__(self, documents=DOCUMENTS) -> None:
        self._documents = {d.id: d for d in documents}
        self.retriever = FakeRetriever(self)

    def documents(self):
        return tuple(self._documents[k] for k in sorted(self._documents))

    def get(self, key):
        return self._documents.get(key)

    def passages(self, key):
        return (passage_of(self._documents[key]),)

    def stats(self):
        return Stats(len(self._documents), len(self._documents))

    def refresh(self):
        return False

    def being_written(self):
        return False

    def add(self, documents, *, progress=None):
        added, updated = [], []
        for document in documents:
            (updated if document.id in self._documents else added).append(document.id)
            self._documents[document.id] = document
        return Changes(tuple(added), tuple(updated))

    def remove(self, ids):
        return tuple(i for i in ids if self._documents.pop(i, None))

    def close(self):
        pass


class FakeJudge:
    name = "default judge"
    fingerprint = "j" * 16


class FakeChecker:
    """Judges by the words in `SCRIPT`; splits articles at full stops and line breaks.

    `pace` is how many seconds a claim takes.
    """

    fingerprint = "c" * 16
    settings_fingerprint = "s" * 16

    def __init__(self, library: FakeLibrary | None = None) -> None:
        self.library = library or FakeLibrary()
        self.judge = FakeJudge()
        self.memory = None
        self.pace = 0.0
        self.remembered: list[Report] = []

    def check(self, text, *, as_of=None):
        if len(text) > 2000:
            raise InputError("that is too long for one claim", hint="use the article desk")
        claim = Claim("c1", text, language_of(text), as_of=as_of)
        document = Document("d", "", text, claim.language)
        return self.report_of(Extraction(document, (claim,)), tuple(self.judge_claims([claim])))

    def check_article(self, document, *, as_of=None):
        extraction = self.extract(document)
        return self.report_of(extraction, tuple(self.judge_claims(extraction.claims)))

    def extract(self, document):
        if not document.text.strip():
            raise InputError("the article is empty", hint="give one with text in it")
        claims, start = [], 0
        for line in document.text.splitlines(keepends=True):
            text = line.strip()
            if len(text) > 20:
                begin = start + line.index(text)
                claims.append(
                    Claim(f"c{len(claims)}", text, language_of(text), begin, begin + len(text),
                          check_worthiness=0.5)
                )  # fmt: skip
            start += len(line)
        warned = (Notice("top_line", "คำว่า “ด้านบน” น่าจะแปลมาจาก top line", 0, 9),)
        return Extraction(document, tuple(claims), warned if "ด้านบน" in document.text else ())

    def judge_claims(self, claims, *, cutoff=None, batch=64, ends=()):
        for claim in claims:
            time.sleep(self.pace)
            yield self._judge(claim)

    def _judge(self, claim):
        label = next(
            (label for word, label in SCRIPT if word in claim.text.lower()),
            Label.NOT_ENOUGH_EVIDENCE,
        )
        if label is Label.UNJUDGED:
            return Verdict(claim, label, None, (), "", "fake", problem="the model did not answer")
        if "figures" in claim.text:
            return self._reckoned(claim)
        stance = {Label.SUPPORTED: Stance.SUPPORTS, Label.REFUTED: Stance.REFUTES}
        found = (
            evidence(claim, DOCUMENTS[0], stance.get(label, Stance.SUPPORTS), "5.576 ล้าน < 6 ล้าน ✓"),
            evidence(claim, DOCUMENTS[1], Stance.REFUTES if label is Label.CONFLICTING else Stance.SILENT),
            evidence(claim, DOCUMENTS[2], Stance.SILENT),
        )  # fmt: skip
        why = (
            "ตัวเลขใกล้เคียงแต่เป็นคนละเรื่อง" if claim.language == "th" else "The figures were compared."
        )
        return Verdict(claim, label, 0.87, found, why, "default judge")

    def _reckoned(self, claim):
        """A rationale as the default judge writes it: the gist, then quotes with their figures."""
        found = evidence(claim, DOCUMENTS[2], Stance.SUPPORTS, "2.664 million ≈ ≈ 2.788 million ✓")
        why = f"The evidence supports this claim.\nBoat News: “{found.quote}” (at 0–24)\n{found.reasons[0]}"
        return Verdict(claim, Label.SUPPORTED, 0.6, (found,), why, "default judge")

    def answer(self, verdict, question):
        return ""

    def earlier(self, claim):
        return ()

    def remember(self, report, day):
        self.remembered.append(report)

    def report_of(self, extraction, verdicts, *, seconds=0.0, stopped=None):
        return Report(
            "r1",
            extraction.document,
            verdicts,
            "f" * 16,
            "s" * 16,
            warnings=extraction.warnings,
            stopped=stopped,
        )

    def close(self):
        pass


def backstage(tmp_path: Path, checker: FakeChecker | None = None, **options) -> Backstage:
    return Backstage(
        lambda: checker or FakeChecker(), replace(Settings(), store=tmp_path), **options
    )
