"""Questions with the paragraph that answers them: SQuAD's JSON, or rows with a context."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from assistant.bulk.rows import Record
from assistant.errors import InputError
from assistant.evaluation.datasets.build import document_of, id_in, query_of, text_in
from assistant.evaluation.datasets.checks import Qrels, retrieval_set
from assistant.evaluation.datasets.faults import READ_IN_PART, Faults, Trouble
from assistant.evaluation.types import RetrievalSet
from index.types import Document

_Asked = tuple[str, Mapping[str, Any]]
"""Where a question stands, and its row: context, question, title, id, is_impossible."""


def is_squad(value: Any) -> bool:
    """Whether a JSON value is a SQuAD file: its data is a list of articles with paragraphs."""
    data = value.get("data") if isinstance(value, dict) else None
    rows = data if isinstance(data, list) else None
    return rows is not None and (
        not rows or any(isinstance(row, dict) and "paragraphs" in row for row in rows)
    )


def load_squad(name: str, articles: Sequence[Any]) -> RetrievalSet:
    """A retrieval set from the "data" list of a SQuAD file (Rajpurkar et al. 2016 and 2018).

    Each distinct paragraph is a document, and the one relevant to its questions. Questions
    marked as impossible have no answer and are left out, with a notice.
    """
    return _retrieval(name, _asked(name, articles), "question", Faults("questions"))


def load_contexts(name: str, records: Sequence[Record]) -> RetrievalSet:
    """A retrieval set from flat rows with context, question and perhaps title and id.

    A question whose answers are an empty list (as SQuAD 2.0 is laid flat) has no answer.
    """
    left = Faults("questions")
    found = []
    for record in records:
        where = f"row {record.line}"
        if record.fault:
            left.note(record.fault.problem, where, record.fault.detail)
        else:
            found.append((where, record.values or {}))
    return _retrieval(name, found, "row", left)


def _asked(name: str, articles: Sequence[Any]) -> Iterator[_Asked]:
    number = 0
    try:
        for article in articles:
            for paragraph in article["paragraphs"]:
                for qa in paragraph["qas"]:
                    number += 1
                    more = {"title": article.get("title"), "context": paragraph.get("context")}
                    yield f"question {number}", {**qa, **more}
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(
            f"{name} is not SQuAD-shaped: {error!r} is missing or of the wrong kind",
            hint="data[].paragraphs[].context and .qas[].id, .question are needed",
        ) from error


def _retrieval(name: str, found: Iterable[_Asked], what: str, left: Faults) -> RetrievalSet:
    mend = Faults("questions", READ_IN_PART)
    documents: dict[str, Document] = {}
    queries, qrels, count = [], Qrels(), left.total
    for number, (where, row) in enumerate(found, 1):
        count += 1
        context = text_in(row, ("context",), where, mend)
        question = text_in(row, ("question",), where, mend)
        if not context.strip() or not question.strip():
            missing = "question" if context.strip() else "context"
            left.note(Trouble.NO_TEXT, where, missing)
            continue
        document = "p" + hashlib.sha256(context.encode("utf-8")).hexdigest()[:12]
        title = text_in(row, ("title",), where, mend)
        documents.setdefault(document, document_of(document, title, context))
        if _impossible(row):
            left.note(Trouble.UNANSWERABLE, where)
            continue
        bare = what == "row" and row.get("id") in (None, "")
        key = f"q{number}" if bare else id_in(row, ("id",), where, left)
        if key is not None:
            queries.append(query_of(key, question))
            qrels.setdefault(key, {})[document] = 1
    told = [*left.told(count), *mend.told(count)]
    return retrieval_set(name, list(documents.values()), queries, qrels, notices=told)


def _impossible(row: Mapping[str, Any]) -> bool:
    answers = row.get("answers")
    flat = isinstance(answers, dict) and answers.get("text") == []
    return row.get("is_impossible") is True or flat
