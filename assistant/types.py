"""The few types that cross rooms. Frozen, with slots, tuples inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Protocol

from index.errors import JingmaiError
from index.types import Document, Passage


class Label(StrEnum):
    """What a claim is found to be: AVeriTeC's four labels, and `UNJUDGED` apart from them.

    `UNJUDGED` means that the machine failed; it is no verdict, carries a `problem` and is left
    out of accuracy.
    """

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    UNJUDGED = "unjudged"


VERDICT_LABELS = tuple(label for label in Label if label is not Label.UNJUDGED)


class Stance(StrEnum):
    """What a piece of evidence says of a claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time, first and last day inclusive (CE); None means open on that side.

    `grain` is "day", "month", "quarter", "half", "year", "fiscal_year" or "range"; `text` is
    the wording it was read from and `[start, end)` its place in it.
    """

    first: date | None
    last: date | None
    grain: str
    text: str = ""
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure as an interval `[low, high]` in a base unit.

    `low == high` when exact, None when that side is open. Dates (`unit == "date"`) hold
    `datetime.date`; calendar years (`unit == "year_ce"`) hold Decimal CE years, Buddhist-era
    years being converted when parsed. `kind` is the dimension: "money", "percent",
    "percentage_point", "energy", "power", "count", "duration", "date", "ratio", "times", ...
    `comparator` is one of exact, approx, gt, ge, lt, le, almost, range. `resolution` is half a
    unit of the last written place, in the base unit (0 when written out in full).
    `text == source[start:end]`.
    """

    low: Decimal | date | None
    high: Decimal | date | None
    unit: str
    kind: str
    comparator: str
    text: str
    start: int
    end: int
    period: Period | None = None
    resolution: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement.

    `text` is the wording as it stands in the article (`article.text[start:end]`) or as the
    user typed it; `self_contained` is the same statement with company, year and pronouns
    filled in, equal to `text` when nothing had to be resolved. `check_worthiness` is in 0..1.
    `as_of` is the day the claim speaks from (None: unknown, so undated). `speaker` is who the
    text says said it (None: nobody is named). `ambiguous` lists what could not be resolved.
    `own` is the place in the article of the words that tell this claim and no other, where
    several were split from `text` (None: all of `text`, or it has no words of its own).
    """

    id: str
    text: str
    language: str
    start: int = 0
    end: int = 0
    self_contained: str = ""
    quantities: tuple[Quantity, ...] = ()
    period: Period | None = None
    entities: tuple[str, ...] = ()
    negated: bool = False
    check_worthiness: float = 1.0
    reasons: tuple[str, ...] = ()
    speaker: str | None = None
    ambiguous: tuple[str, ...] = ()
    as_of: date | None = None
    own: tuple[int, int] | None = None

    @property
    def query(self) -> str:
        """The wording to search and judge with."""
        return self.self_contained or self.text


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quotation and what it says of the claim.

    `quote == document.text[quote_start:quote_end]`, inside `passage`. `score` is relatedness
    before judging and the strength of the stance after it, 0..1. `reasons` are sentences for
    the reader, the arithmetic among them.
    """

    claim_id: str
    passage: Passage
    document: Document
    quote_start: int
    quote_end: int
    stance: Stance = Stance.SILENT
    score: float = 0.0
    reasons: tuple[str, ...] = ()

    @property
    def quote(self) -> str:
        """The quoted words, verbatim."""
        return self.document.text[self.quote_start : self.quote_end]


@dataclass(frozen=True, slots=True)
class Cost:
    """What language models used: tokens, money in USD (None: price unknown), seconds of waiting.

    `estimated` says that a server did not count its tokens, so that some were reckoned from the
    length of the text.
    """

    input_tokens: int = 0
    output_tokens: int = 0
    usd: Decimal | None = None
    seconds: float = 0.0
    estimated: bool = False


@dataclass(frozen=True, slots=True)
class Earlier:
    """A verdict reached before on the same claim, in these words (`text`) on that `day`.

    `by` is who overrode the machine (None: nobody did), with `reason` ("" where none was kept);
    `machine_label` is what the machine had said then (the label itself when nobody overrode it).
    `confidence` is the machine's, 0..1, None for a person's verdict and where it was not kept.
    `similarity` is that of the wordings, 0..1.
    """

    claim_id: str
    text: str
    language: str
    label: Label
    day: date
    by: str | None
    machine_label: Label
    similarity: float
    confidence: float | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The answer to one claim.

    `confidence` is the calibrated probability in 0..1 that `label` is right, None when
    `label` is `UNJUDGED`. `method` names who judged. `prompt_id` is None without a language
    model. `problem` says what failed, None when nothing did. `then` is the verdict on
    what was known by the claim's own day, where it differs or could not be reached. `cost` is
    what judging used now, failed calls included; `full_cost` is what it takes without a cache:
    replies kept from earlier count as if they had been asked for. `earlier` are the verdicts that
    were reached before on the same claim, newest first, None where nobody looked for them.
    """

    claim: Claim
    label: Label
    confidence: float | None
    evidence: tuple[Evidence, ...]
    rationale: str
    method: str
    prompt_id: str | None = None
    problem: str | None = None
    then: Verdict | None = None
    cost: Cost = Cost()
    full_cost: Cost = Cost()
    earlier: tuple[Earlier, ...] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a reader should know about an article: its span, a code and one sentence."""

    code: str
    message: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Extraction:
    """What an extractor found in a document, claims in reading order.

    `cost` is what finding them used. `stopped` is the error that ended the search after these
    claims, None when the whole document was read.
    """

    document: Document
    claims: tuple[Claim, ...]
    warnings: tuple[Notice, ...] = ()
    cost: Cost = Cost()
    stopped: JingmaiError | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """Everything `Checker.check` has to say. `id` depends only on the input and fingerprints.

    `cost` is what the whole report used, finding the claims included. `stopped` is the error that
    ended the run after these verdicts, None when it was finished.
    """

    id: str
    document: Document
    verdicts: tuple[Verdict, ...]
    index_fingerprint: str
    settings_fingerprint: str
    warnings: tuple[Notice, ...] = ()
    timings: tuple[tuple[str, float], ...] = ()
    cost: Cost = Cost()
    stopped: JingmaiError | None = None


class Judge(Protocol):
    """Whoever rates a claim. The default judge and the language-model judge share this."""

    @property
    def name(self) -> str:
        """What is written in `Verdict.method`."""
        ...

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same input could be judged otherwise."""
        ...

    def judge(self, claim: Claim, candidates: Sequence[Evidence]) -> Verdict:
        """Rate `claim` from candidate sentences, best first.

        Candidates come with stance `SILENT` and their relatedness as score. Raises
        `MachineError` when it could not judge; the checker turns that into `UNJUDGED`.
        """
        ...


class Extractor(Protocol):
    """Whoever finds claims in a document."""

    def extract(self, document: Document, *, as_of: date | None = None) -> Extraction:
        """Find the claims of `document`; `as_of` overrides its publication date."""
        ...
