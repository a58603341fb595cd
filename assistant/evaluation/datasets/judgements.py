"""Relevance judgements (qrels) from tab-separated files, in BEIR's and in TREC's columns."""

from __future__ import annotations

from pathlib import Path

from assistant.evaluation.datasets.checks import Qrels
from assistant.evaluation.datasets.faults import Faults, Trouble
from assistant.evaluation.datasets.files import tsv

LARGEST_GRADE = 1_000
"""Grades are whole numbers between minus this and this; below 1 a document is irrelevant."""


class Judgements:
    """Judgements of any number of files, each line checked.

    `grades` maps query id to document id to grade. Lines that are no judgement, scores that are
    no whole number, and pairs judged with different scores are left out, as `told` says.
    """

    def __init__(self) -> None:
        self.grades: Qrels = {}
        self._left = Faults("judgements")
        self._lines = 0
        self._struck: set[tuple[str, str]] = set()

    def read(self, path: Path) -> None:
        """Add a file: query, document and grade, or TREC's four columns.

        A first line whose last field is no number is a heading.
        """
        for number, parts in tsv(path):
            fields = parts if len(parts) > 1 else parts[0].split()
            if number == 1 and _number(fields[-1]) is None:
                continue
            self._lines += 1
            self._add(fields, f"line {number} of {path.name}")

    @property
    def told(self) -> list[str]:
        """What was left out, in sentences."""
        return self._left.told(self._lines)

    def _add(self, fields: list[str], where: str) -> None:
        value = _number(fields[-1])
        if len(fields) not in (3, 4) or value is None:
            self._left.note(Trouble.NO_JUDGEMENT, where)
        elif not (abs(value) <= LARGEST_GRADE and value.is_integer()):
            self._left.note(Trouble.GRADE, where, fields[-1])
        else:
            self._judge(fields[0], fields[-2], int(value))

    def _judge(self, query: str, document: str, grade: int) -> None:
        known = self.grades.setdefault(query, {})
        if (query, document) in self._struck:
            self._left.counts[Trouble.JUDGED_TWICE] += 1
        elif known.get(document, grade) != grade:
            self._struck.add((query, document))
            scores = f"{known.pop(document)} and {grade}"
            self._left.note(Trouble.JUDGED_TWICE, f"{query} and {document}", scores, rows=2)
        else:
            known[document] = grade


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
