"""Questions with the paragraph that answers them: SQuAD's JSON, or rows with a context."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from typing import Any

from assistant.errors import InputError
from assistant.evaluation.datasets.build import document_of, query_of
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.types import RetrievalSet
from index.types import Document


def load_squad(name: str, articles: list[Any]) -> RetrievalSet:
    """A retrieval set from the "data" list of a SQuAD file (Rajpurkar et al. 2016).

    Each distinct paragraph is a document, and the one relevant to its questions.
    """
    return _from_triples(name, _triples(name, articles))


def load_contexts(name: str, found: list[dict[str, Any]]) -> RetrievalSet:
    """A retrieval set from flat rows with context, question and perhaps title and id."""
    return _from_triples(
        name,
        (
            (
                str(row.get("id") or f"q{number}"),
                str(row.get("question") or ""),
                str(row.get("title") or ""),
                str(row.get("context") or ""),
            )
            for number, row in enumerate(found, 1)
        ),
    )


def _triples(name: str, articles: list[Any]) -> Iterator[tuple[str, str, str, str]]:
    try:
        for article in articles:
            for paragraph in article["paragraphs"]:
                for qa in paragraph["qas"]:
                    title = str(article.get("title") or "")
                    yield str(qa["id"]), str(qa["question"]), title, str(paragraph["context"])
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{name} is not SQuAD-shaped: {error!r} is missing or of the wrong kind",
            hint="data[].paragraphs[].context and .qas[].id, .question are needed",
        ) from error


def _from_triples(name: str, found: Iterable[tuple[str, str, str, str]]) -> RetrievalSet:
    documents: dict[str, Document] = {}
    queries, qrels = [], Qrels()
    for key, question, title, context in found:
        document_id = (
            "p" + hashlib.sha256(context.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        )
        documents.setdefault(document_id, document_of(document_id, title, context))
        queries.append(query_of(key, question))
        qrels.setdefault(key, {})[document_id] = 1
    return retrieval_set(name, list(documents.values()), queries, qrels)
