"""The whole story: text -> claims -> evidence -> verdicts (`assistant.rating`) -> `Report`.

Chat, bulk and evaluation are doors into this room.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import replace
from datetime import date
from itertools import islice
from time import perf_counter

from assistant.claims.extract import claim_of
from assistant.claims.memory import Memory
from assistant.errors import InputError, JingmaiError, UserError
from assistant.inorder import finished_first
from assistant.llm.cost import total_cost
from assistant.rating import EVIDENCE, Ends, QueryWriter, Rater
from assistant.types import (
    Claim,
    Cost,
    Earlier,
    Extraction,
    Extractor,
    Judge,
    Label,
    Report,
    Verdict,
)
from index.embedding.base import Encoder
from index.library import Library
from index.narrowing import fitted
from index.types import Document, Filters, Kind

LONGEST_CLAIM = 2_000
"""Code points of a single claim; longer text is an article."""

AnswerWriter = Callable[[Verdict, str], str]


class Checker:
    """Rates claims against a library of documents.

    `top_k` passages are retrieved a claim and `sentences` of their sentences are judged.
    `sentence_encoder` embeds single sentences and should be fast. `settings_fingerprint`
    identifies everything but the documents that could change an answer. `query_writer` adds
    queries to the claim's own words, `answer_writer` answers questions about a verdict.
    `workers` claims are judged at a time, which pays only where judging waits for a server.
    `spent` tells what language models have used so far.
    """

    def __init__(
        self,
        library: Library,
        *,
        extractor: Extractor,
        judge: Judge,
        sentence_encoder: Encoder,
        memory: Memory | None = None,
        settings_fingerprint: str = "",
        top_k: int = 12,
        sentences: int = 10,
        query_writer: QueryWriter | None = None,
        answer_writer: AnswerWriter | None = None,
        workers: int = 1,
        spent: Callable[[], Cost] = Cost,
    ) -> None:
        self.library = library
        self.extractor = extractor
        self.judge = judge
        self.sentence_encoder = sentence_encoder
        self.memory = memory
        self.settings_fingerprint = settings_fingerprint
        self.top_k = top_k
        self.sentences = sentences
        self.query_writer = query_writer
        self.answer_writer = answer_writer
        self.workers = workers
        self.spent = spent
        self.evidence = EVIDENCE

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same claim could be answered otherwise."""
        parts = [self.library.fingerprint, self.settings_fingerprint, self.judge.fingerprint]
        if self.evidence != EVIDENCE:
            parts.append(repr(self.evidence))
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]

    def restricted(self, wanted: Filters) -> Checker:
        """A checker of the same store that takes evidence only from documents `wanted` accepts.

        It has no memory: what part of the documents say is no verdict to come back to. Publishers
        are found whatever their case. Raises `InputError` when no document is left.
        """
        allowed = self.evidence.kinds
        kinds = tuple(k for k in wanted.kinds or allowed if k in allowed)
        if not kinds:
            raise InputError(
                "articles are no evidence", hint=f"the kinds are: {', '.join(EVIDENCE.kinds)}"
            )
        other = copy(self)
        other.evidence = fitted(replace(wanted, kinds=kinds), self.library.documents())
        other.memory = None
        return other

    def check(self, text: str, *, as_of: date | None = None) -> Report:
        """Rate one claim. `as_of` leaves out evidence published later.

        Raises `InputError` when there is no text or far too much for one claim.
        """
        if not text.strip():
            raise InputError("the claim is empty", hint='write it in quotes: jingmai check "..."')
        if len(text) > LONGEST_CLAIM:
            raise InputError(
                f"that is {len(text):,} characters, too long for one claim",
                hint="save it as a file and use: jingmai check --article FILE",
            )
        started = perf_counter()
        claim = claim_of(text, as_of=as_of)
        document = Document(
            id=_digest(text), title="", text=text, language=claim.language, kind=Kind.ARTICLE
        )
        verdicts = tuple(self.judge_claims([claim], cutoff=as_of))
        return self.report_of(
            Extraction(document, (claim,)), verdicts, seconds=perf_counter() - started
        )

    def check_article(self, document: Document, *, as_of: date | None = None) -> Report:
        """Find the claims of `document` and rate each one; `as_of` as in `check`.

        An error that the user must mend (a key refused half-way) ends the run, as one that ends
        the search for claims ends that; the verdicts reached until then are in the report, the
        error in `Report.stopped`.
        """
        started = perf_counter()
        extraction = self.extract(document)
        verdicts: list[Verdict] = []
        stopped = extraction.stopped
        try:
            verdicts.extend(self.judge_claims(extraction.claims, cutoff=as_of))
        except UserError as error:
            stopped = error
        seconds = perf_counter() - started
        return self.report_of(extraction, verdicts, seconds=seconds, stopped=stopped)

    def stream_article(self, document: Document, *, as_of: date | None = None) -> Iterator[Verdict]:
        """Like `check_article`, verdict by verdict as they are reached; errors are raised last."""
        found = self.extract(document)
        yield from self.judge_claims(found.claims, cutoff=as_of, batch=1)
        if found.stopped:
            raise found.stopped

    def extract(self, document: Document) -> Extraction:
        """Find the claims of `document` without rating them; see `Extraction.stopped`."""
        if not document.text.strip():
            raise InputError("the article is empty", hint="give a file or page with text in it")
        return self.extractor.extract(document)

    def judge_claims(
        self,
        claims: Iterable[Claim],
        *,
        cutoff: date | None = None,
        batch: int = 64,
        ends: Ends = (UserError,),
    ) -> Iterator[Verdict]:
        """Rate `claims` in order, `batch` at a time through the embedder and the retriever.

        Evidence published after `cutoff` is not used. A failure of the machine becomes
        `UNJUDGED` with its problem; it never stops the others. An error of the types `ends` is
        raised instead, after the claims that are under way have been given: those among them that
        have no verdict for it are `UNJUDGED`.
        """
        waiting = iter(claims)
        while group := list(islice(waiting, batch)):
            yield from finished_first(self._rater(cutoff, ends).rated(group), _is_judged)

    def _rater(self, cutoff: date | None, ends: Ends) -> Rater:
        return Rater(
            *(self.library, self.judge, self.sentence_encoder, self.top_k, self.sentences),
            *(self.query_writer, self.workers, cutoff, ends, self.evidence),
        )

    def answer(self, verdict: Verdict, question: str) -> str:
        """A written answer to `question` about `verdict`; "" without a writer.

        Raises `MachineError` when the writer fails.
        """
        return self.answer_writer(verdict, question) if self.answer_writer else ""

    def earlier(self, claim: Claim) -> tuple[Earlier, ...]:
        """Earlier verdicts on the same claim, newest first; empty without a memory."""
        return self.memory.recall(claim) if self.memory else ()

    def _recalled(self, verdicts: Sequence[Verdict]) -> list[Verdict]:
        """`verdicts` with what was found earlier; as they are where the memory cannot be read."""
        try:
            found = self.memory.recall_all([v.claim for v in verdicts]) if self.memory else None
        except JingmaiError:
            return list(verdicts)
        pairs = zip(verdicts, found or [()] * len(verdicts), strict=True)
        return [replace(verdict, earlier=earlier) for verdict, earlier in pairs]

    def remember(self, report: Report, day: date) -> None:
        """Keep the claims and verdicts of `report` for `earlier`. Raises `StoreError`."""
        if self.memory:
            self.memory.remember(report, day)

    def close(self) -> None:
        """Let go of the store."""
        self.library.close()

    def report_of(
        self,
        extraction: Extraction,
        verdicts: Sequence[Verdict],
        *,
        seconds: float = 0.0,
        stopped: JingmaiError | None = None,
    ) -> Report:
        """Bind `verdicts` on the claims of `extraction` into a report.

        Each gets the earlier verdicts on its claim.
        """
        text = extraction.document.text
        return Report(
            id=_digest(self.fingerprint + text),
            document=extraction.document,
            verdicts=tuple(self._recalled(verdicts)),
            index_fingerprint=self.library.fingerprint,
            settings_fingerprint=self.settings_fingerprint,
            warnings=extraction.warnings,
            timings=(("total", seconds),),
            cost=total_cost([extraction.cost, *(v.cost for v in verdicts)]),
            stopped=stopped,
        )


def _is_judged(verdict: Verdict) -> bool:
    return verdict.label is not Label.UNJUDGED


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
