"""From options to figures: each kind of evaluation from its data set to its JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

from assistant.build import build_checker, open_library
from assistant.checker import Checker
from assistant.errors import InputError
from assistant.evaluation.classification import Outcome
from assistant.evaluation.datasets import load_extraction, load_retrieval, load_verdicts
from assistant.evaluation.datasets.claims import references
from assistant.evaluation.datasets.retrieval import Store
from assistant.evaluation.datasets.verdicts import SEEDS, require_evidence
from assistant.evaluation.extraction import ExtractionReport, score_article
from assistant.evaluation.judging import judged_by_checker, judged_with_given, outcome_of
from assistant.evaluation.mutants import mutant_figures, mutants
from assistant.evaluation.retrieval import RetrievalReport, evaluate_retrieval
from assistant.evaluation.slices import claim_slices
from assistant.evaluation.systems import System, systems_of
from assistant.evaluation.temporary import (
    QuickEncoder,
    fill,
    peak_memory,
    size_of,
    temporary_folder,
)
from assistant.evaluation.types import LabelledClaim, Progress, RetrievalSet, VerdictSet
from assistant.evaluation.verdicts import VerdictReport
from assistant.llm.cost import total_cost
from assistant.settings import Settings
from assistant.types import Cost, Verdict
from index.embedding.models import load_encoder
from index.library import Library
from index.retriever import Reranker
from index.types import Document


def run_retrieval(
    settings: Settings,
    dataset: str,
    *,
    split: str | None = None,
    reference_file: Path | None = None,
    encoders: Sequence[str] = (),
    progress: Progress | None = None,
) -> RetrievalReport:
    """Measure retrieval on `dataset` in a library made for it.

    `encoders` are embedding models to put beside the one of `settings`.
    """
    store = Store(settings.folder, lambda: _documents_of(settings))
    data = load_retrieval(dataset, split=split, reference_file=reference_file, store=store)
    with temporary_folder() as folder:
        libraries: list[tuple[Library, Sequence[System]]] = []
        facts: dict[str, Any] = {}
        for number, name in enumerate((settings.encoder, *encoders)):
            library, fact = _built(folder / str(number), name, data, progress)
            suffix = f" ({name})" if number else ""
            reranker = _reranker(settings, folder / "0") if not number else None
            libraries.append((library, systems_of(library, suffix=suffix, reranker=reranker)))
            facts |= fact if not number else {name: fact}
        try:
            report = evaluate_retrieval(data, libraries, index=facts, progress=progress)
        finally:
            for library, _ in libraries:
                library.close()
    report.index["peak_memory_bytes"] = peak_memory()
    return report


def run_verdicts(
    settings: Settings,
    dataset: str,
    *,
    reference_file: Path | None = None,
    given: bool = False,
    with_mutants: bool = False,
    limit: int | None = None,
    progress: Progress | None = None,
) -> VerdictReport:
    """Measure verdicts on `dataset`.

    Evidence comes from `reference_file`, else for the seeds from the seed references, else from
    the store; with `given` it is what the claims bring along, and claims that bring none are
    left out. `cost` in the report is that of the mutants too, `seconds` that of the claims alone.
    """
    found = load_verdicts(dataset, folder=settings.folder)
    data = _limited(require_evidence(found) if given else found, limit)
    documents: Sequence[Document] | None = None
    if given:
        documents = _one_document()
    elif reference_file is not None or dataset == SEEDS:
        documents = references(reference_file)
    with checker_over(settings, documents, progress=progress) as checker:
        judged = _given if given else _retrieved
        started = perf_counter()
        outcomes, cost = judged(checker, data.claims, progress)
        seconds = perf_counter() - started
        known = {d.id: d for d in checker.library.documents()}
        wrong = None
        if with_mutants:
            made = mutants(data.claims)
            said, more = judged(checker, [m.claim for m in made], progress)
            wrong, cost = mutant_figures(made, said), total_cost([cost, more])
        return VerdictReport(
            data=data,
            outcomes=outcomes,
            slices=claim_slices(data.claims, {} if given else known),
            method=checker.judge.name,
            seconds=seconds,
            cost=cost,
            mutants=wrong,
            index=_encoder_of(checker) if given else _index_of(checker),
        )


def run_claims(
    settings: Settings, dataset: str, *, progress: Progress | None = None
) -> ExtractionReport:
    """Measure claim extraction on annotated articles."""
    data = load_extraction(dataset)
    scores = []
    with checker_over(settings, _one_document()) as checker:
        started = perf_counter()
        for number, article in enumerate(data.articles, 1):
            document = article.document
            found = checker.extract(document)
            if found.stopped:
                raise found.stopped
            scores.append(
                score_article(document.id, document.language, article.units, found.claims)
            )
            if progress:
                progress("extracting", number, len(data.articles))
        seconds = perf_counter() - started
        return ExtractionReport(data, tuple(scores), seconds, index=_encoder_of(checker))


@contextmanager
def checker_over(
    settings: Settings,
    documents: Sequence[Document] | None,
    *,
    progress: Progress | None = None,
) -> Iterator[Checker]:
    """A checker over `documents` in a temporary store; over the user's store when None."""
    with temporary_folder() as folder:
        if documents is not None:
            settings = replace(settings, store=folder / "store", chroma=None)
            encoder = QuickEncoder(load_encoder(settings.encoder))
            fill(settings.folder, encoder, documents, progress=progress).close()
        checker = build_checker(settings)
        try:
            yield checker
        finally:
            checker.close()


def _built(
    folder: Path, name: str, data: RetrievalSet, progress: Progress | None
) -> tuple[Library, dict[str, Any]]:
    encoder = QuickEncoder(load_encoder(name))
    started = perf_counter()
    library = fill(folder, encoder, data.documents, progress=progress)
    seconds = perf_counter() - started
    passages = library.stats().passages
    if not passages:
        raise InputError(f"{data.name}: no document has any text", hint="check the corpus")
    return library, {
        "encoder": name,
        "dimensions": encoder.dimensions,
        "encoder_fingerprint": encoder.fingerprint,
        "fingerprint": library.fingerprint,
        "passages": passages,
        "bytes": size_of(folder),
        "build_seconds": seconds,
        "passages_per_second": passages / seconds,
    }


def _reranker(settings: Settings, folder: Path) -> Reranker | None:
    """The reranker that `settings` ask for, as the product would set it up."""
    if settings.reranker == "none":
        return None
    with open_library(replace(settings, store=folder, chroma=None)) as library:
        return library.retriever.reranker


def _documents_of(settings: Settings) -> tuple[Document, ...]:
    library = open_library(settings)
    try:
        return tuple(library.documents())
    finally:
        library.close()


def _limited(data: VerdictSet, limit: int | None) -> VerdictSet:
    if limit is None or limit >= len(data.claims):
        return data
    if limit < 1:
        raise InputError("--limit must be 1 or more", hint="leave it out to judge every claim")
    notice = f"only the first {limit:,} of {len(data.claims):,} claims"
    return replace(data, claims=data.claims[:limit], notices=(*data.notices, notice))


def _one_document() -> tuple[Document, ...]:
    """Something to open a store with where nothing is retrieved."""
    return references()[:1]


def _encoder_of(checker: Checker) -> dict[str, Any]:
    return {"encoder_fingerprint": checker.library.encoder.fingerprint}


def _index_of(checker: Checker) -> dict[str, Any]:
    stats = checker.library.stats()
    return {
        **_encoder_of(checker),
        "fingerprint": checker.library.fingerprint,
        "documents": stats.documents,
        "passages": stats.passages,
        "checker_fingerprint": checker.fingerprint,
        "peak_memory_bytes": peak_memory(),
    }


def _retrieved(
    checker: Checker, claims: Sequence[LabelledClaim], progress: Progress | None
) -> tuple[tuple[Outcome, ...], Cost]:
    return _collected(claims, judged_by_checker(checker, claims, progress=progress))


def _given(
    checker: Checker, claims: Sequence[LabelledClaim], progress: Progress | None
) -> tuple[tuple[Outcome, ...], Cost]:
    return _collected(claims, judged_with_given(checker.judge, claims, progress=progress))


def _collected(
    claims: Sequence[LabelledClaim], verdicts: Iterator[Verdict]
) -> tuple[tuple[Outcome, ...], Cost]:
    outcomes, costs = [], []
    for labelled, verdict in zip(claims, verdicts, strict=True):
        outcomes.append(outcome_of(labelled, verdict))
        costs.append(verdict.cost)
    return tuple(outcomes), total_cost(costs)
