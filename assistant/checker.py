"""The whole story on one page: text -> claims -> evidence -> verdicts -> `Report`.

Chat, bulk and evaluation are doors into this room.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from itertools import islice, repeat
from time import perf_counter

from assistant.claims.extract import claim_of
from assistant.claims.memory import Earlier, Memory
from assistant.errors import EmptyStore, InputError, MachineError, UserError
from assistant.evidence import candidates_many
from assistant.llm.cost import total_cost
from assistant.types import (
    Claim,
    Evidence,
    Extraction,
    Extractor,
    Judge,
    Label,
    Report,
    Verdict,
)
from index.embedding.base import Encoder
from index.library import Library
from index.types import Document, Filters, Hit, Kind

LONGEST_CLAIM = 2_000
"""Code points of a single claim; longer text is an article."""

Found = tuple[Hit, ...] | MachineError
QueryWriter = Callable[[Claim], tuple[str, ...]]
AnswerWriter = Callable[[Verdict, str], str]

_EVIDENCE = Filters(kinds=(Kind.REFERENCE, Kind.FACT_CHECK))


class Checker:
    """Rates claims against a library of documents.

    `top_k` passages are retrieved a claim and `sentences` of their sentences are judged.
    `sentence_encoder` embeds single sentences and should be fast. `settings_fingerprint`
    identifies everything but the documents that could change an answer. `query_writer` adds
    queries to the claim's own words, `answer_writer` answers questions about a verdict.
    `workers` claims are judged at a time, which pays only where judging waits for a server.
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

    @property
    def fingerprint(self) -> str:
        """Changes whenever the same claim could be answered otherwise."""
        parts = (self.library.fingerprint, self.settings_fingerprint, self.judge.fingerprint)
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:16]

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

        An error that the user must mend (a key refused half-way) ends the run; the verdicts
        reached until then are in the report, the error in `Report.stopped`.
        """
        started = perf_counter()
        extraction = self.extract(document)
        verdicts: list[Verdict] = []
        stopped: UserError | None = None
        try:
            verdicts.extend(self.judge_claims(extraction.claims, cutoff=as_of))
        except UserError as error:
            stopped = error
        seconds = perf_counter() - started
        return self.report_of(extraction, verdicts, seconds=seconds, stopped=stopped)

    def stream_article(self, document: Document, *, as_of: date | None = None) -> Iterator[Verdict]:
        """Like `check_article`, verdict by verdict as they are reached."""
        return self.judge_claims(self.extract(document).claims, cutoff=as_of, batch=1)

    def extract(self, document: Document) -> Extraction:
        """Find the claims of `document` without rating them."""
        if not document.text.strip():
            raise InputError("the article is empty", hint="give a file or page with text in it")
        return self.extractor.extract(document)

    def judge_claims(
        self, claims: Iterable[Claim], *, cutoff: date | None = None, batch: int = 64
    ) -> Iterator[Verdict]:
        """Rate `claims` in order, `batch` at a time through the embedder and the retriever.

        Evidence published after `cutoff` is not used. A failure of the machine becomes
        `UNJUDGED` with its problem; it never stops the others.
        """
        waiting = iter(claims)
        while group := list(islice(waiting, batch)):
            yield from self._judge_batch(group, cutoff)

    def answer(self, verdict: Verdict, question: str) -> str:
        """A written answer to `question` about `verdict`; "" without a writer.

        Raises `MachineError` when the writer fails.
        """
        return self.answer_writer(verdict, question) if self.answer_writer else ""

    def earlier(self, claim: Claim) -> tuple[Earlier, ...]:
        """Earlier verdicts on the same claim, newest first; empty without a memory."""
        return self.memory.recall(claim) if self.memory else ()

    def remember(self, report: Report, day: date) -> None:
        """Keep the claims and verdicts of `report` for `earlier`. Raises `StoreError`."""
        if self.memory:
            self.memory.remember(report, day)

    def close(self) -> None:
        """Let go of the store."""
        self.library.close()

    def _judge_batch(self, claims: Sequence[Claim], cutoff: date | None) -> Iterator[Verdict]:
        found = self._candidates(claims, self._found(claims, cutoff))
        if self.workers == 1:
            yield from map(self._judge_one, claims, found, repeat(cutoff))
            return
        with ThreadPoolExecutor(self.workers) as pool:
            yield from pool.map(self._judge_one, claims, found, repeat(cutoff))

    def _candidates(
        self, claims: Sequence[Claim], found: Sequence[Found]
    ) -> list[tuple[Evidence, ...] | MachineError]:
        """The candidate sentences of each claim, embedded together; failures stay in place."""
        hits = [() if isinstance(f, MachineError) else f for f in found]
        many = candidates_many(claims, hits, self.sentence_encoder, limit=self.sentences)
        return [
            f if isinstance(f, MachineError) else sentences
            for f, sentences in zip(found, many, strict=True)
        ]

    def _found(self, claims: Sequence[Claim], cutoff: date | None) -> Sequence[Found]:
        """The hits of each claim, or the failure that stands in their place."""
        try:
            if self.query_writer is None:
                return self._search([claim.query for claim in claims], cutoff)
        except MachineError as error:
            return [error] * len(claims)
        return [self._found_widely(claim, self.query_writer, cutoff) for claim in claims]

    def _found_widely(self, claim: Claim, write: QueryWriter, cutoff: date | None) -> Found:
        try:
            queries = (claim.query, *write(claim))
            return merged(self._search(queries, cutoff), k=self.top_k)
        except MachineError as error:
            return error

    def _search(self, queries: Sequence[str], cutoff: date | None) -> Sequence[tuple[Hit, ...]]:
        if not self.library.stats().passages:
            raise EmptyStore(
                "there are no documents to check against", hint="add some: jingmai index add FILE"
            )
        filters = replace(_EVIDENCE, published_by=cutoff)
        return self.library.retriever.search_many(queries, k=self.top_k, filters=filters)

    def _judge_one(
        self, claim: Claim, found: tuple[Evidence, ...] | MachineError, cutoff: date | None
    ) -> Verdict:
        if isinstance(found, MachineError):
            return self._unjudged(claim, found)
        try:
            verdict = self.judge.judge(replace(claim, as_of=cutoff), found)
            verdict = replace(verdict, claim=claim)
            return replace(verdict, then=self._then(claim, found, verdict, cutoff))
        except MachineError as error:
            return self._unjudged(claim, error)

    def _then(
        self, claim: Claim, found: Sequence[Evidence], now: Verdict, cutoff: date | None
    ) -> Verdict | None:
        """The verdict on what was known by the claim's date, where it differs from `now`."""
        if cutoff is not None or claim.as_of is None:
            return None
        known = [
            e for e in found if not e.document.published or e.document.published <= claim.as_of
        ]
        if len(known) == len(found):
            return None
        then = self.judge.judge(claim, known)
        return then if then.label is not now.label else None

    def _unjudged(self, claim: Claim, error: MachineError) -> Verdict:
        return Verdict(
            claim=claim,
            label=Label.UNJUDGED,
            confidence=None,
            evidence=(),
            rationale="",
            method=self.judge.name,
            problem=str(error),
        )

    def report_of(
        self,
        extraction: Extraction,
        verdicts: Sequence[Verdict],
        *,
        seconds: float = 0.0,
        stopped: UserError | None = None,
    ) -> Report:
        """Bind `verdicts` on the claims of `extraction` into a report."""
        text = extraction.document.text
        return Report(
            id=_digest(self.fingerprint + text),
            document=extraction.document,
            verdicts=tuple(verdicts),
            index_fingerprint=self.library.fingerprint,
            settings_fingerprint=self.settings_fingerprint,
            warnings=extraction.warnings,
            timings=(("total", seconds),),
            cost=total_cost(v.cost for v in verdicts),
            stopped=stopped,
        )


def merged(found: Sequence[tuple[Hit, ...]], *, k: int) -> tuple[Hit, ...]:
    """Several answers as one, by reciprocal rank fusion with the usual constant 60.

    Cormack, Clarke and Buettcher, SIGIR 2009.
    """
    scores: dict[str, float] = {}
    hits: dict[str, Hit] = {}
    for answer in found:
        for hit in answer:
            hits.setdefault(hit.passage.id, hit)
            scores[hit.passage.id] = scores.get(hit.passage.id, 0.0) + 1 / (60 + hit.rank)
    best = sorted(scores, key=lambda key: (-scores[key], key))[:k]
    return tuple(replace(hits[key], score=scores[key], rank=n) for n, key in enumerate(best, 1))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
