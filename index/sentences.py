"""Sentence spans in Thai and English text, verbatim.

English sentences end at . ! ? before a capital, unless the full stop belongs to an abbreviation,
an initial or a number. Thai has no full stop: every space, and every clause opener written with
no space before it, is weighed by a small linear model over named features (`index.gaps`); the
weights are in `sentence_weights.json`.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from importlib.resources import files

from index.gaps import features_of, gaps_in, opens_clause
from index.lines import Spans, paragraphs

_Cut = tuple[int, int, float]

# Log-odds from which a gap ends a sentence, and from which it ends at least a clause.
SENTENCE, CLAUSE = -0.5, -1.1

# After this many characters a connective such as "besides" begins a clause for certain.
_CLAUSE_AT_LEAST, _CERTAIN = 25, 1.0

_EN_END = re.compile(
    r"[.!?…]+[\"'”’)\]]*(?:(?=\s+[\"'“‘(\[]*[A-Z0-9$£€\u0e01-\u0e2e\u0e40-\u0e44])|(?=\s*$))"
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"'“])(?:[A-Za-z]|(?:[A-Za-z]\.)+[A-Za-z]|Mr|Mrs|Ms|Dr|Prof|Gen|Maj|Col|Lt|Sgt|Capt"
    r"|Cpl|Adm|Cmdr|Gov|Govt|Sen|Rep|Rev|Hon|Pres|Amb|St|Mt|Ft|Jr|Sr|Inc|Corp|Ltd|Co|Bros|No|Nos"
    r"|Vol|Fig|Eq|Sec|Art|Ch|pp?|vs|etc|cf|al|approx|est|ca|dept|univ|assn|ave|blvd"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun)\.$"
)
# After these a following capital may start a sentence ("... in the U.S. The ...").
_MAY_END = re.compile(r"(?:U\.S|U\.K|E\.U|U\.N|D\.C|a\.m|p\.m|Inc|Corp|Ltd|Co|Jr|Sr|etc|al)\.$")
_OPENER = re.compile(
    r"(?:The|A|An|It|He|She|They|We|I|In|On|At|But|And|This|That|These|Those|Its|His|Her|For|As|By"
    r"|After|Before|When|While|However|Meanwhile|Since|Last|Shares|According)\b"
)
_THAI_STOP = re.compile(r"(?:[\u0e01-\u0e2e][\u0e30-\u0e4e]*\.)+$")


def sentences(text: str, language: str) -> Spans:
    """Half-open code-point spans of the sentences of `text`, in order, without outer blanks.

    `language` is "th" or "en". Spans never overlap; what lies between them is white space.
    """
    return tuple((p.start, p.end) for p in pieces(text, language, threshold=SENTENCE))


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text, `[start, end)`, and the log-odds of the cut before it.

    `odds` is infinite where a line or an English sentence ends.
    """

    start: int
    end: int
    odds: float


def pieces(text: str, language: str, *, threshold: float = CLAUSE) -> tuple[Piece, ...]:
    """Like `sentences`, with Thai cut wherever the log-odds of a cut are over `threshold`."""
    return _trimmed(text, partial(_thai, threshold=threshold) if language == "th" else _english)


def places(text: str, language: str) -> tuple[Piece, ...]:
    """Like `pieces`, with Thai cut at every place where a cut is possible, none of them weighed:
    their odds are 0."""
    return _trimmed(text, _unweighed if language == "th" else _english)


def _trimmed(text: str, cut: Callable[[str, int, int], Iterator[_Cut]]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for start, end in paragraphs(text):
        for left, right, odds in cut(text, *_trim(text, start, end)):
            left, right = _trim(text, left, right)
            if left < right:
                found.append(Piece(left, right, odds))
    return tuple(found)


_BLANKS = " \t\r\n\u00a0\u200b\u200c\u200d\u2060\ufeff\u3000\u2028\u2029\x85\f\v"


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and (text[start].isspace() or text[start] in _BLANKS):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in _BLANKS):
        end -= 1
    return start, end


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature of a gap adds to the log-odds of a cut there."""

    bias: float
    weights: Mapping[str, float]

    def of(self, features: Mapping[str, float]) -> float:
        """The log-odds of a cut."""
        return self.bias + sum([self.weights.get(n, 0.0) * v for n, v in features.items()])


@cache
def thai_weights() -> Weights:
    """The shipped weights (`index/training/sentences.py` makes them)."""
    raw = json.loads((files(__package__) / "sentence_weights.json").read_text("utf-8"))
    return Weights(raw["bias"], raw["weights"])


def _thai(text: str, start: int, end: int, threshold: float) -> Iterator[_Cut]:
    weights, begin, before = thai_weights(), start, math.inf
    gaps = list(gaps_in(text, start, end))
    for i, gap in enumerate(gaps):
        following = gaps[i + 1].left if i + 1 < len(gaps) else end
        odds = weights.of(features_of(text, begin, gap, following, end))
        if gap.left - begin >= _CLAUSE_AT_LEAST and opens_clause(text, gap):
            odds = max(odds, _CERTAIN)
        if odds > threshold:
            yield begin, gap.left, before
            begin, before = gap.right, odds
    yield begin, end, before


def _unweighed(text: str, start: int, end: int) -> Iterator[_Cut]:
    begin, before = start, math.inf
    for gap in gaps_in(text, start, end):
        yield begin, gap.left, before
        begin, before = gap.right, 0.0
    yield begin, end, before


def _english(text: str, start: int, end: int) -> Iterator[_Cut]:
    begin = start
    for match in _EN_END.finditer(text, start, end):
        if match.end() < end and not _is_abbreviation(text, begin, match):
            yield begin, match.end(), math.inf
            begin = match.end()
    yield begin, end, math.inf


def _is_abbreviation(text: str, begin: int, match: re.Match[str]) -> bool:
    if match.group()[0] != "." or match.group().startswith(".."):
        return False
    head = text[max(begin, match.start() - 14) : match.start() + 1]
    if _THAI_STOP.search(head):
        return True
    if not _ABBREVIATION.search(head):
        return False
    after = text[match.end() : match.end() + 14].lstrip()
    return not (_MAY_END.search(head) and _OPENER.match(after))
