"""What can be wrong with a row of a data set: counted and told, never a traceback, never silent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from assistant.bulk.rows import Problem
from assistant.errors import InputError

NAMED = 3
"""Rows that a notice names one by one; the others are in its count."""

READ_IN_PART = "read in part"
"""What became of rows that stay without what cannot be read."""

_LONGEST_DETAIL = 60


class Trouble(StrEnum):
    """What is wrong with a row that can be read; what cannot be read is a bulk `Problem`."""

    NO_LABEL = "no_label"
    UNKNOWN_LABEL = "unknown_label"
    NO_EVIDENCE = "no_evidence"
    NO_ID = "no_id"
    NO_TEXT = "no_text"
    OTHER_TEXT = "other_text"
    DAMAGED = "damaged"
    FIELDS = "fields"
    NO_JUDGEMENT = "no_judgement"
    GRADE = "grade"
    JUDGED_TWICE = "judged_twice"
    UNANSWERABLE = "unanswerable"
    NO_UNITS = "no_units"
    NO_WORTHY = "no_worthy"
    UNIT = "unit"
    OUTSIDE = "outside"
    WORTH = "worth"


WORDS: Mapping[StrEnum, str] = {
    Trouble.NO_LABEL: "{where} has no label",
    Trouble.UNKNOWN_LABEL: "{where} has an unknown label: {detail}",
    Trouble.NO_EVIDENCE: "{where} brings no evidence",
    Trouble.NO_ID: "{where} has no {detail}",
    Trouble.NO_TEXT: "{where} has no {detail}",
    Trouble.OTHER_TEXT: "{where} has something else than text: {detail}",
    Trouble.DAMAGED: "{where} has damaged characters",
    Trouble.FIELDS: "{where} has {detail}",
    Trouble.NO_JUDGEMENT: "{where} is no judgement",
    Trouble.GRADE: "{where} has a score that is no whole number from -1000 to 1000: {detail}",
    Trouble.JUDGED_TWICE: "{where} are judged with different scores: {detail}",
    Trouble.UNANSWERABLE: "{where} is marked as without an answer",
    Trouble.NO_UNITS: "{where} has no list of units",
    Trouble.NO_WORTHY: "{where} has no check-worthy unit",
    Trouble.UNIT: "{where} has a unit without whole numbers for start and end",
    Trouble.OUTSIDE: "{where} has a unit at {detail} characters",
    Trouble.WORTH: "{where} has a unit whose check_worthy is not 0, 1 or 2: {detail}",
    Problem.NOT_JSON: "{where} is not JSON",
    Problem.TOO_DEEP: "{where} is nested too deeply",
    Problem.NOT_OBJECT: "{where} has no named fields",
    Problem.CUT_OFF: "{where} is cut off by the end of the file",
    Problem.NO_CLAIM: "{where} has no claim",
    Problem.CLAIM_TYPE: "{where} has something else than text for a claim: {detail}",
    Problem.EMPTY: "{where} has an empty claim",
    Problem.BROKEN_TEXT: "{where} has a claim with damaged characters, not UTF-8",
    Problem.CLAIM_LONG: "{where} has too long a claim: {detail}",
    Problem.ROW_LONG: "{where} is too long: {detail}",
    Problem.ID_TYPE: "{where} has an id that is neither text nor a number",
    Problem.ID_BROKEN: "{where} has an id with damaged characters",
    Problem.ID_LONG: "{where} has too long an id: {detail}",
    Problem.FEW_CELLS: "{where} has too few cells: {detail}",
    Problem.MANY_CELLS: "{where} has too many cells: {detail}",
}
"""One sentence a trouble. `assistant.ui.words.of_errors` has them in Thai."""

_HINTS: Mapping[StrEnum, str] = {
    Trouble.NO_LABEL: "write supported, refuted, conflicting or not_enough_evidence under label",
    Trouble.UNKNOWN_LABEL: "use supported, refuted, conflicting or not_enough_evidence",
    Trouble.NO_EVIDENCE: 'rows need "evidence": ["text", ...]; or leave out --evidence given',
    Trouble.GRADE: "write query-id, corpus-id and a whole number with tabs between them",
    Trouble.NO_JUDGEMENT: "write query-id, corpus-id and score with tabs between them",
    Trouble.NO_UNITS: 'units are a list of {"start", "end", "check_worthy"}',
    Trouble.NO_WORTHY: 'mark what is worth checking: {"start", "end", "check_worthy": 1 or 2}',
    Trouble.UNIT: 'units are a list of {"start", "end", "check_worthy"}',
    Trouble.OUTSIDE: "start and end count the characters of the body, from 0",
    Problem.NO_CLAIM: "write each claim under a heading such as claim",
    Problem.BROKEN_TEXT: "save the file as UTF-8",
}


@dataclass(slots=True)
class Faults:
    """The rows of one kind that something is wrong with, counted by what it is.

    `what` is what the rows are called ("rows", "queries"), `then` what became of them.
    """

    what: str = "rows"
    then: str = "left out"
    counts: Counter[StrEnum] = field(default_factory=Counter)
    _named: dict[StrEnum, list[str]] = field(default_factory=dict)

    def note(self, trouble: StrEnum, where: str, detail: str = "", *, rows: int = 1) -> None:
        """Count `rows` rows; `where` names the first of them, `detail` what stands there."""
        self.counts[trouble] += rows
        named = self._named.setdefault(trouble, [])
        if len(named) < NAMED:
            told = WORDS[trouble].format(where=_cut(where), detail=_cut(detail))
            named.append(told)

    @property
    def total(self) -> int:
        """How many rows were noted."""
        return sum(self.counts.values())

    def told(self, total: int) -> list[str]:
        """One sentence a trouble, most frequent first; `total` is how many rows there were."""
        return [
            f"{count:,} of {total:,} {self.what} {self.then}: {'; '.join(self._named[trouble])}"
            for trouble, count in self.counts.most_common()
        ]

    @property
    def hint(self) -> str:
        """What to do about the most frequent trouble."""
        first = next(iter(self.counts.most_common(1)), None)
        return _HINTS.get(first[0], "mend the data set") if first else "check the data set"

    def refuse(self, message: str, total: int) -> InputError:
        """The error when nothing is left: `message` and why."""
        return InputError("; ".join([message, *self.told(total)]), hint=self.hint)


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_DETAIL else f"{line[: _LONGEST_DETAIL - 1]}…"
