"""Units: the pieces of an article that are rated one by one, with exact offsets.

`index.sentences` cuts the text at every place that may end a clause. In Thai, where nothing
marks the end of a sentence, a cut is kept only when it earns its place (`claims.joins`): the
pieces fall into different classes (a fact, then a wish), or each has something to check of its
own. Else the clauses stay together, as a reader would take them.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.claims.joins import default_joins
from assistant.claims.worthiness import Model, Place
from index.gap_words import PREDICATE, SUBJECT_VERB, UNFINISHED
from index.gaps import gaps_in
from index.sentences import Piece, pieces

# Cuts with log-odds under this are not even tried; the log-odds of those that are certain.
TRIED, CERTAIN = -2.2, 1.0
_SHORTEST, _LEFT_OF_TURN = 28, 60
# A new speaker in running Thai text; a dangling "and if ..." up to the end of the line.
_TURN = {
    "th": re.compile(
        r"(?P<gap>\s)(?=(?:[A-Z][\w.]+\s?){1,3}(?:ได้|ยัง)?(?:กล่าว|คาด|ระบุ|อธิบาย|เปิดเผย|เชื่อ|อ้าง|ยืนยัน)(?:การณ์)?ว่า)"
        r"|(?P<dangling>)(?=(?:และ|แต่)(?:หาก|ถ้า)(?:(?!จะ|ก็|ให้|ต้อง|อาจ|สามารถ)[^\n])*$)",
        re.MULTILINE,
    ),
    "en": re.compile(r"(?P<gap>(?!))"),
}
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_THAI_SPACE = re.compile(r"(?<=[\u0e01-\u0e5b])[ \u00a0]+(?=[\u0e01-\u0e5b])")
_SUBJECT_VERB = re.compile(SUBJECT_VERB)
_PREDICATE = re.compile(PREDICATE)
_OPEN_END = re.compile(rf"(?:{UNFINISHED}|[“(\"A-Za-z])\s*\Z")
# Thai letters to a space between Thai letters; people write about 20 to 50.
_SPARSE = 55
_LETTERS = re.compile(r"[^\W_]")
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)]")
# "... X said": closes a quotation and belongs to it.
_SAID_TH = re.compile(
    r"[^\s“\"]{1,40}(?:\s[^\s“\"]{1,30}){0,2}\s?"
    r"(?:กล่าว|ย้ำ|ระบุ|เปิดเผย|ทิ้งท้าย|กล่าวเสริม|กล่าวปิดท้าย)\.?"
)
_SAID_EN = re.compile(
    r"(?:[A-Z][\w.'’-]*\s){1,4}(?:said|added|told reporters|says|stated)\b.{0,40}"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of an article: `text == article[start:end]`, and its place among the units."""

    text: str
    start: int
    end: int
    place: Place


def units_of(text: str, language: str, model: Model) -> tuple[Unit, ...]:
    """The units of an article, in reading order. `language` is "th" or "en"."""
    spans: list[Piece] = []
    sparse = _is_sparse(text)
    for piece in tried(text, language, sparse=sparse):
        if spans and _together(text, spans[-1], piece, language, model, sparse=sparse):
            spans[-1] = Piece(spans[-1].start, piece.end, spans[-1].odds)
        else:
            spans.append(piece)
    return tuple(
        Unit(text[p.start : p.end], p.start, p.end, Place(number, len(spans)))
        for number, p in enumerate(spans)
    )


def tried(text: str, language: str, *, sparse: bool = False) -> Iterator[Piece]:
    """The clauses that units are joined of, in order.

    Also cut where somebody begins to speak, or a condition without conclusion begins, and, in a
    text where spaces are rare, where another statement begins.
    """
    for piece in pieces(text, language, threshold=TRIED):
        begin, odds = piece.start, piece.odds
        for left, right in _more_cuts(text, piece, language, sparse=sparse):
            if left > begin:
                yield Piece(begin, left, odds)
                begin, odds = right, CERTAIN
        yield Piece(begin, piece.end, odds)


def _more_cuts(
    text: str, piece: Piece, language: str, *, sparse: bool
) -> Iterator[tuple[int, int]]:
    found = [(m.start(), m.end()) for m in _TURN[language].finditer(text, piece.start, piece.end)]
    if sparse:
        found.extend(
            (gap.left, gap.right)
            for gap in gaps_in(text, piece.start, piece.end)
            if not gap.fused
            and piece.end - gap.right >= _SHORTEST
            and _SUBJECT_VERB.match(text, gap.right, piece.end)
        )
    yield from sorted(found)


def _is_sparse(text: str) -> bool:
    """Whether spaces are as rare as machines write them: where a sentence of the source ended."""
    return len(_THAI.findall(text)) >= _SPARSE * (len(_THAI_SPACE.findall(text)) + 1)


def _ends_sentence(left: str, right: str) -> bool:
    """Whether a statement is complete and another begins with its subject and verb."""
    if len(left) < _LEFT_OF_TURN or len(right) < _SHORTEST:
        return False
    complete = _PREDICATE.search(left) is not None and not _OPEN_END.search(left)
    return complete and _SUBJECT_VERB.match(right) is not None


def _together(
    text: str, before: Piece, piece: Piece, language: str, model: Model, *, sparse: bool
) -> bool:
    """Whether `piece` goes on with the unit `before` it."""
    left, right = text[before.start : before.end], text[piece.start : piece.end]
    same_line = "\n" not in text[before.end : piece.start]
    said = _SAID_TH if language == "th" else _SAID_EN
    if left[-1] in '”"’' and said.fullmatch(right) and _LETTERS.search(right):
        return same_line
    if math.isinf(piece.odds):
        return same_line and _NUMBERING.fullmatch(left) is not None
    if _TURN[language].match(text, before.end) and len(left) >= _LEFT_OF_TURN:
        return len(right) < _SHORTEST
    if sparse and before.end < piece.start and _ends_sentence(left, right):
        return False
    return not default_joins().begins_unit(text, before, piece, model)
