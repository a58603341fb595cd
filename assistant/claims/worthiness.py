"""How much a statement asks to be checked: a small linear model over named cues and words.

An ordinal logistic model: one weight a cue, one a word, and two thresholds, for "worth a look" (a
routine event, a described scope) and "check this" (a figure, a ranking, a cause, a denial, a
decision). The weights are a JSON file that a person can read; `training/worthiness.py` makes it.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from assistant.claims.cue_words import CASED, CUES, NOT_FIGURES, TOLD
from index.text import words

_CUES = {
    name: tuple(re.compile(p, re.M if name in CASED else re.M | re.I) for p in patterns)
    for name, patterns in CUES.items()
}
_NUMBER = re.compile(r"(?<![A-Za-z0-9-])[0-9๐-๙](?:[0-9๐-๙,.]*[0-9๐-๙])?")
_NOT_FIGURES = re.compile(NOT_FIGURES, re.M)
_DAY = (
    r"(?:(?:วัน\S{0,12}\s?)?(?:ที่\s*)?[0-9๐-๙]{1,2}\s+\S{2,12}\s+(?:พ\.ศ\.\s*)?[0-9๐-๙]{2,4}"
    r"|(?:[A-Z][a-z]+day,? )?[A-Z][a-z]+ [0-9]{1,2}, [0-9]{4}|[0-9]{1,2} [A-Z][a-z]+ [0-9]{4})"
)
_DATELINE = re.compile(
    rf"[\W_]*(?:[A-Z][\w’' ]{{2,24}}, )?{_DAY}(?:\s*(?:และ|ถึง|and|[-–])\s*{_DAY})?[\W_]*"
)
_LETTER = re.compile(r"[^\W\d_]")
# With one of these there is no statement at all.
_NOTHING = frozenset({"no letters", "dateline", "caption", "byline", "link line", "condition"})
# What is only hoped for stays below the border, whatever figures it names.
_HOPED, _HOPED_AT_MOST = frozenset({"hope"}), 0.45
_TOLD_AT_MOST, _TOLD_FROM = 4, 0.15
# The words of a very long unit are read to here; so many at either end are told apart.
_READ, _AT_ENDS = 600, 2


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands in its article: its number from 0, and of how many."""

    number: int = 0
    of: int = 1


@dataclass(frozen=True, slots=True)
class Rating:
    """A check-worthiness in 0..1 and why, in the reader's language, weightiest first.

    0.5 is the border between "leave it" and "worth a look".
    """

    score: float
    reasons: tuple[str, ...]


def cues_of(text: str, language: str, place: Place | None = None) -> dict[str, float]:
    """The cues found in `text`, each 1.0, with its length, figures and place."""
    side = 0 if language == "th" else 1
    found = {name: 1.0 for name, patterns in _CUES.items() if patterns[side].search(text)}
    found |= _figures(text) | _shape(text, language)
    if "predicate" not in found:
        found["no predicate"] = 1.0
    if "request" in found and len(_CUES["request"][side].findall(text)) > 1:
        found["requests"] = 1.0
    if place is not None and place.of > 3:
        if place.number == 0:
            found["first"] = 1.0
        elif place.number >= place.of - 2:
            found["near the end"] = 1.0
    return found


def words_of(text: str) -> tuple[str, ...]:
    """The names of the words of `text`, each once: "word rose", "opens he", "ends today".

    A number is 0, so that no figure is learnt by heart.
    """
    found = ["0" if word[0].isdigit() else word for word in words(text[:_READ])]
    named = [f"word {word}" for word in found]
    named += [f"opens {word}" for word in found[:_AT_ENDS]]
    named += [f"ends {word}" for word in found[-_AT_ENDS:]]
    return tuple(dict.fromkeys(named))


def _figures(text: str) -> dict[str, float]:
    numbers = _NUMBER.findall(_NOT_FIGURES.sub(" ", text))
    if not numbers:
        return {}
    return {"figure": 1.0} | ({"figures": 1.0} if len(numbers) > 3 else {})


def _shape(text: str, language: str) -> dict[str, float]:
    length = len(text) if language == "th" else len(text) * 0.8
    found = {"bias": 1.0, f"language {language}": 1.0}
    if length < 18:
        found["tiny"] = 1.0
    elif length < 45:
        found["short"] = 1.0
    elif length > 180:
        found["long"] = 1.0
    if _DATELINE.fullmatch(text):
        found["dateline"] = 1.0
    if not _LETTER.search(text):
        found["no letters"] = 1.0
    if text[:1] in '“"«‘':
        found["opens with a quotation"] = 1.0
    if text.rstrip()[-1:] in '”"»' and text[:1] in '“"«':
        found["is a quotation"] = 1.0
    return found


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by cue, and the thresholds of "worth a look" and "check this".

    `words` are weights by the names of `words_of`; they say what the cues leave open.
    """

    weights: Mapping[str, float]
    thresholds: tuple[float, float]
    border: float
    words: Mapping[str, float] = field(default_factory=dict)

    def rate(self, text: str, language: str, place: Place | None = None) -> Rating:
        """How check-worthy `text` is."""
        found = cues_of(text, language, place)
        score = self.score(found, self._wording(text) if self.words else 0.0)
        return Rating(score, self._told(found, language) if score else ())

    def score(self, found: Mapping[str, float], wording: float = 0.0) -> float:
        """The check-worthiness, 0..1, of a statement with the cues `found`.

        `wording` is what its words add to the log-odds, 0 where only the cues are to tell.
        """
        if found.keys() & _NOTHING:
            return 0.0
        total = wording + sum(self.weights.get(name, 0.0) * v for name, v in found.items())
        look, check = (1 / (1 + math.exp(t - total)) for t in self.thresholds)
        score = _stretch((look + check) / 2, self.border)
        return min(score, _HOPED_AT_MOST) if found.keys() & _HOPED else score

    def _wording(self, text: str) -> float:
        return sum(self.words.get(name, 0.0) for name in words_of(text))

    def _told(self, found: Mapping[str, float], language: str) -> tuple[str, ...]:
        side = 0 if language == "th" else 1
        ranked = sorted(
            ((abs(self.weights.get(n, 0.0)), n) for n in found if n in TOLD), reverse=True
        )
        return tuple(TOLD[n][side] for w, n in ranked[:_TOLD_AT_MOST] if w >= _TOLD_FROM)


def _stretch(score: float, border: float) -> float:
    """`score` moved so that `border` becomes 0.5; 0 and 1 stay, order is kept."""
    if score < border:
        return round(0.5 * score / border, 4)
    return round(0.5 + 0.5 * (score - border) / (1 - border), 4)


@cache
def default_model() -> Model:
    """The shipped weights."""
    raw = json.loads((files(__package__) / "weights" / "worthiness.json").read_text("utf-8"))
    first, second = raw["thresholds"]
    return Model(raw["weights"], (first, second), raw["border"], raw["words"])
