"""Units: the pieces of an article that are rated one by one, with exact offsets.

`index.sentences` cuts the text at every place that may end a clause. In Thai, where nothing
marks the end of a sentence, a cut is kept only when it earns its place (`claims.joins`). Else the
clauses stay together, as a reader would take them.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.claims.attribution_words import (
    ANNOUNCE_TH,
    DEPEND_TH,
    LATIN_NAME,
    QUOTE_VERB_TH,
    ROLE_TH,
    TITLED_TH,
)
from assistant.claims.cue_words import MONTH_TH
from assistant.claims.foreign import reads_english, with_english
from assistant.claims.joins import Joins, ahead, behind, default_joins
from assistant.claims.worthiness import Model, Place
from index.gap_words import PREDICATE, SUBJECT_VERB, UNFINISHED
from index.sentences import Piece, places

_SHORTEST, _LEFT_OF_TURN = 28, 60
# How far what follows from a reason is looked for.
_REASON_WITHIN = 80
# A new speaker in running Thai text.
_TURN = {
    "th": re.compile(
        r"(?<=\s)(?:[A-Z][\w.]+\s?){1,3}(?:ได้|ยัง)?"
        r"(?:กล่าว|คาด|ระบุ|อธิบาย|เปิดเผย|เชื่อ|อ้าง|ยืนยัน)(?:การณ์)?ว่า"
    ),
    "en": re.compile(r"(?!)"),
}
# A speaker with office and verb, which no cut divides.
_SPEAKER = {
    "th": re.compile(
        rf"(?:{TITLED_TH}|{LATIN_NAME})(?:\s(?:{ROLE_TH}|กระทรวง|กรม|สำนัก|ธนาคาร|บริษัท|พรรค|ในฐานะ)"
        rf"[^\s“”\"0-9]{{0,60}}){{0,4}}\s?(?:{ANNOUNCE_TH}|{DEPEND_TH})"
    ),
    "en": re.compile(r"(?!)"),
}
# A month with its year, or a day of it.
_DATE = {
    "th": re.compile(rf"{MONTH_TH}\s(?:พ\.ศ\.\s?|ค\.ศ\.\s?)?[0-9๐-๙]{{2,4}}(?![0-9๐-๙])"),
    "en": re.compile(r"(?!)"),
}
# A quotation that begins where another has been closed by its speaker.
_QUOTED_AGAIN = re.compile(rf"[”\"][^“”\"]{{2,120}}{QUOTE_VERB_TH}\s*\Z")
# A dangling "and if ..." up to the end of the line.
_DANGLING = {
    "th": re.compile(
        r"(?:และ|แต่)(?:หาก|ถ้า)(?:(?!จะ|ก็|ให้|ต้อง|อาจ|สามารถ)[^\n]){0,200}$", re.MULTILINE
    ),
    "en": re.compile(r"(?!)"),
}
# "... X said": closes a quotation and belongs to it.
_SAID = {
    "th": re.compile(
        r"(?<=[”\"’])\s*(?P<said>[^\s“\"]{1,40}(?:\s[^\s“\"]{1,30}){0,2}\s?"
        r"(?:กล่าว|ย้ำ|ระบุ|เปิดเผย|ทิ้งท้าย|กล่าวเสริม|กล่าวปิดท้าย)\.?)(?=\s|$)"
    ),
    "en": re.compile(
        r"(?<=[”\"’])\s*(?P<said>(?:[A-Z][\w.'’-]*\s){1,4}"
        r"(?:said|added|told reporters|says|stated)\b.{0,40})$",
        re.MULTILINE,
    ),
}
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_THAI_SPACE = re.compile(r"(?<=[\u0e01-\u0e5b])[ \u00a0]+(?=[\u0e01-\u0e5b])")
_SUBJECT_VERB = re.compile(SUBJECT_VERB)
_PREDICATE = re.compile(PREDICATE)
_QUESTION = re.compile(r"(?:คำถาม|สงสัย|ไม่แน่ใจ|ไม่ทราบ)[^\n]*(?:หรือไม่|หรือเปล่า|\?)\s*\Z")
# A reason stays with what it explains, unless what follows from it comes after it.
_REASON = re.compile(r"(?:อัน)?(?:เนื่องจาก|เนื่องมาจาก|เพราะ)(?!ฉะนั้น|ดังนั้น|เหตุนี้)")
_FOLLOWS = re.compile(r"จึง|ทำให้|ส่งผลให้|ดังนั้น")
# Where machine translation begins a sentence with a connective.
_NEXT_SENTENCE = re.compile(r"เป็นผลให้|ส่งผลให้|ด้วยเหตุนี้|แต่(?!ละ|งตั้ง)|อย่างไรก็ตาม|ดังนั้น")
# "X disclosed after chairing a meeting ..." up to the "that" with which the statement begins.
_ANNOUNCING = re.compile(
    r"(?:เปิดเผย|กล่าว|เผย|ให้สัมภาษณ์)(?:ภายหลัง|หลัง|ระหว่าง|ใน|ถึง|กรณี)(?!.*ว่า)[^“”\n]*\Z"
)
_THAT = re.compile(r"[^“”\n]{0,220}?\sว่า(?:\s|(?=[ก-ฮ]))")
_AGENT = re.compile(r"โดย\s?(?=[ก-๙A-Z])")
_OPEN_END = re.compile(rf"(?:{UNFINISHED}|[“(\"A-Za-z])\s*\Z")
# Thai letters to a space between Thai letters; people write about 20 to 50.
_SPARSE = 55
_LETTERS = re.compile(r"[^\W_]")
_NUMBERING = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A piece of an article: `text == article[start:end]`, and its place among the units.

    `language` is that of the piece, "" where it is the article's.
    """

    text: str
    start: int
    end: int
    place: Place
    language: str = ""


def units_of(
    text: str, language: str, model: Model, joins: Joins | None = None
) -> tuple[Unit, ...]:
    """The units of an article, in reading order. `language` is "th" or "en".

    `joins` are the weights that join Thai clauses, None for the shipped ones.
    """
    spans: list[Piece] = []
    joins = joins or default_joins()
    sparse = _is_sparse(text)
    for piece in tried(text, language):
        known = _known(text, spans[-1], piece, language, sparse=sparse) if spans else False
        if known is None:
            known = not joins.begins_unit(text, spans[-1], piece, model)
        if known:
            spans[-1] = Piece(spans[-1].start, piece.end, spans[-1].odds)
        else:
            spans.append(piece)
    return tuple(
        Unit(
            text[p.start : p.end],
            p.start,
            p.end,
            Place(number, len(spans)),
            language_of_piece(text[p.start : p.end], language),
        )
        for number, p in enumerate(spans)
    )


def language_of_piece(text: str, language: str) -> str:
    """The language of a piece of an article written in `language`.

    An English sentence in a Thai article is English.
    """
    return "en" if language == "th" and not _THAI.search(text) and reads_english(text) else language


def tried(text: str, language: str) -> Iterator[Piece]:
    """The pieces that units are joined of, in order: what lies between possible cuts."""
    told = [m.span() for m in _TURN[language].finditer(text)]
    told += [m.span() for m in _SPEAKER[language].finditer(text)]
    told += [m.span() for m in _DATE[language].finditer(text)]
    told += [m.span("said") for m in _SAID[language].finditer(text)]
    inside = {at for start, end in told for at in range(start + 1, end)}
    held: Piece | None = None
    cut = _with_dangling(text, language)
    for piece in with_english(cut, text) if language == "th" else cut:
        if held is not None and held.end in inside:
            held = Piece(held.start, piece.end, held.odds)
            continue
        if held is not None:
            yield held
        held = piece
    if held is not None:
        yield held


def _with_dangling(text: str, language: str) -> Iterator[Piece]:
    """Every piece of `text`, also cut where a condition without conclusion begins."""
    cuts = [m.start() for m in _DANGLING[language].finditer(text)]
    for piece in places(text, language):
        begin, odds = piece.start, piece.odds
        for cut in cuts[bisect_right(cuts, begin) : bisect_left(cuts, piece.end)]:
            yield Piece(begin, cut, odds)
            begin, odds = cut, 0.0
        yield Piece(begin, piece.end, odds)


def _is_sparse(text: str) -> bool:
    """Whether spaces are as rare as machines write them: where a sentence of the source ended."""
    return len(_THAI.findall(text)) >= _SPARSE * (len(_THAI_SPACE.findall(text)) + 1)


def _ends_sentence(left: str, right: str) -> bool:
    """Whether a statement is complete and another begins with its subject and verb."""
    if len(left) < _LEFT_OF_TURN or len(right) < _SHORTEST:
        return False
    if _QUESTION.search(left):
        return True
    complete = _PREDICATE.search(left) is not None and not _OPEN_END.search(left)
    begins = _SUBJECT_VERB.match(right) or _NEXT_SENTENCE.match(right)
    return complete and begins is not None


def _names_agent(_: str, rest: str) -> bool:
    """Whether the `rest` of a line only says by whom: "by four firms"."""
    return _AGENT.match(rest) is not None and not _PREDICATE.search(rest)


def _still_announcing(left: str, rest: str) -> bool:
    """Whether a speaker is named on the `left` and what is said begins only in the `rest`."""
    return _ANNOUNCING.search(left) is not None and _THAT.match(rest) is not None


def _gives_reason(left: str, rest: str) -> bool:
    """Whether the `rest` of a line begins with the reason for the statement on its `left`."""
    if _REASON.match(rest) is None or _FOLLOWS.search(rest[:_REASON_WITHIN]):
        return False
    return _PREDICATE.search(left) is not None


def _known(text: str, before: Piece, piece: Piece, language: str, *, sparse: bool) -> bool | None:
    """Whether `piece` goes on with the unit `before` it; None where no rule says."""
    left, rest = behind(text, before), ahead(text, piece)
    same_line = "\n" not in text[before.end : piece.start]
    said = _SAID[language].match(text, before.end)
    if said is not None and said.end("said") == piece.end and _LETTERS.search(said["said"]):
        return same_line
    if text[piece.start] in '“"' and _QUOTED_AGAIN.search(left):
        return False
    if math.isinf(piece.odds):
        return same_line and _NUMBERING.fullmatch(left) is not None
    if _DANGLING[language].match(text, piece.start):
        return len(left) < _LEFT_OF_TURN
    if language == "th" and any(
        goes_on(left, rest) for goes_on in (_names_agent, _still_announcing, _gives_reason)
    ):
        return True
    if _TURN[language].match(text, piece.start) and len(left) >= _LEFT_OF_TURN:
        return len(rest) < _SHORTEST
    if sparse and before.end < piece.start and _ends_sentence(left, rest):
        return False
    return None
