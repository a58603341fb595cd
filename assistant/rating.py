"""Claims to verdicts, a batch at a time: queries, passages, sentences, and what the judge says."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.errors import EmptyStore, JingmaiError
from assistant.evidence import candidates_many
from assistant.inorder import Done, in_order
from assistant.llm.cost import total_cost
from assistant.llm.meter import metered
from assistant.statement import stateless, states
from assistant.types import Claim, Cost, Evidence, Judge, Label, Verdict
from index.embedding.base import Encoder
from index.library import Library
from index.types import Filters, Hit, Kind

QueryWriter = Callable[[Claim], tuple[str, ...]]
Ends = tuple[type[JingmaiError], ...]
"""The errors that end a run of claims; any other stays with its claim."""

EVIDENCE = Filters(kinds=(Kind.REFERENCE, Kind.FACT_CHECK))


@dataclass(frozen=True, slots=True)
class _Found:
    """What is known of a claim before it is judged, or the failure that stands in its place."""

    queries: tuple[str, ...] = ()
    hits: tuple[Hit, ...] = ()
    sentences: tuple[Evidence, ...] = ()
    error: JingmaiError | None = None
    cost: Cost = field(default_factory=Cost)
    full_cost: Cost = field(default_factory=Cost)


@dataclass(frozen=True, slots=True)
class Rater:
    """Rates batches of claims; see `Checker` for what its parts are.

    Only documents that `evidence` accepts are used, and none published after `cutoff` (None: no
    such day). Errors of the types `ends` end the run: they come as `Done.stop`.
    """

    library: Library
    judge: Judge
    sentence_encoder: Encoder
    top_k: int
    sentences: int
    query_writer: QueryWriter | None
    workers: int
    cutoff: date | None
    ends: Ends
    evidence: Filters = EVIDENCE

    def rated(self, claims: Sequence[Claim]) -> Iterator[Done[Verdict]]:
        """A verdict for each claim, in order, with everything that it cost.

        A claim that states nothing, such as "12%", has not enough evidence and is not judged.
        """
        work = list(zip(claims, self._found(claims), strict=True))
        return in_order(lambda one: self._rated(*one), work, self.workers)

    def _found(self, claims: Sequence[Claim]) -> list[_Found]:
        """The candidate sentences of each claim, embedded together."""
        if self.query_writer is None:
            found = self._searched_together(claims)
        else:
            asked = self._asked(claims, self.query_writer)
            found = [self._searched(c, f) for c, f in zip(claims, asked, strict=True)]
        hits = [f.hits for f in found]
        many = candidates_many(claims, hits, self.sentence_encoder, limit=self.sentences)
        return [replace(f, sentences=many[n]) for n, f in enumerate(found)]

    def _searched_together(self, claims: Sequence[Claim]) -> list[_Found]:
        try:
            return [_Found(hits=hits) for hits in self._hits([claim.query for claim in claims])]
        except JingmaiError as error:
            return [_Found(error=error)] * len(claims)

    def _asked(self, claims: Sequence[Claim], write: QueryWriter) -> list[_Found]:
        """The queries of each claim. Once an error has ended the run no other is asked for."""

        def written(claim: Claim) -> Done[_Found]:
            with metered() as meter:
                try:
                    found = _Found((claim.query, *write(claim)))
                except JingmaiError as error:
                    found = _Found(error=error)
            stop = found.error if isinstance(found.error, self.ends) else None
            return Done(replace(found, cost=meter.cost, full_cost=meter.full_cost), stop)

        done = list(in_order(written, claims, self.workers))
        stop = next((d.stop for d in done if d.stop is not None), None)
        return [*(d.result for d in done), *[_Found(error=stop)] * (len(claims) - len(done))]

    def _searched(self, claim: Claim, found: _Found) -> _Found:
        if found.error is not None:
            return found
        try:
            return replace(found, hits=merged(self._hits(found.queries), k=self.top_k))
        except JingmaiError as error:
            return replace(found, error=error)

    def _hits(self, queries: Sequence[str]) -> Sequence[tuple[Hit, ...]]:
        if not self.library.stats().passages:
            raise EmptyStore(
                "there are no documents to check against", hint="add some: jingmai index add FILE"
            )
        days = [day for day in (self.evidence.published_by, self.cutoff) if day is not None]
        filters = replace(self.evidence, published_by=min(days, default=None))
        return self.library.retriever.search_many(queries, k=self.top_k, filters=filters)

    def _rated(self, claim: Claim, found: _Found) -> Done[Verdict]:
        if not states(claim.query):
            return Done(stateless(claim))
        with metered() as meter:
            verdict, error = self._judged(claim, found)
            if error is None:
                then, error = self._then(claim, found.sentences, verdict)
                verdict = replace(verdict, then=then)
        priced = replace(
            verdict,
            cost=_sum(found.cost, meter.cost),
            full_cost=_sum(found.full_cost, meter.full_cost),
        )
        return Done(priced, error if isinstance(error, self.ends) else None)

    def _judged(self, claim: Claim, found: _Found) -> tuple[Verdict, JingmaiError | None]:
        if found.error is not None:
            return self._unjudged(claim, found.error), found.error
        try:
            verdict = self.judge.judge(replace(claim, as_of=self.cutoff), found.sentences)
        except JingmaiError as error:
            return self._unjudged(claim, error), error
        return replace(verdict, claim=claim), None

    def _then(
        self, claim: Claim, found: Sequence[Evidence], now: Verdict
    ) -> tuple[Verdict | None, JingmaiError | None]:
        """The verdict on what was known by the claim's date, where it differs from `now`.

        A failure in it is `UNJUDGED` itself and leaves `now` alone.
        """
        if self.cutoff is not None or claim.as_of is None:
            return None, None
        known = [
            e for e in found if not e.document.published or e.document.published <= claim.as_of
        ]
        if len(known) == len(found):
            return None, None
        try:
            then = self.judge.judge(claim, known)
        except JingmaiError as error:
            return self._unjudged(claim, error), error
        return (then if then.label is not now.label else None), None

    def _unjudged(self, claim: Claim, error: JingmaiError) -> Verdict:
        return Verdict(
            claim=claim,
            label=Label.UNJUDGED,
            confidence=None,
            evidence=(),
            rationale="",
            method=self.judge.name,
            problem=str(error),
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


def _sum(*costs: Cost) -> Cost:
    """The sum; `Cost()` where no model was asked."""
    used = [cost for cost in costs if cost != Cost()]
    return total_cost(used) if used else Cost()
