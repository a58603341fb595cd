"""What a statement is read with: the article around it; and how a doubt about it is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

WORDS = {
    "th": {
        "undated": "“{what}”: ไม่ทราบวันที่ของบทความ",
        "company": "“{what}”: อาจหมายถึง {names}",
        "company_none": "“{what}”: บทความไม่ได้บอกว่าบริษัทใด",
        "person": "“{what}”: อาจหมายถึง {names}",
        "time": "“{what}”: อาจหมายถึง {names}",
        "fiscal": "ปีงบประมาณ {year}",
        "pointing": "“{what}”: หมายถึงข้อความก่อนหน้า",
        "subject": "ประธานของประโยคนำมาจากข้อความก่อนหน้า อาจหมายถึงสิ่งอื่น",
        "or": " หรือ ",
    },
    "en": {
        "undated": "“{what}”: the article's date is unknown",
        "company": "“{what}”: may be {names}",
        "company_none": "“{what}”: the article does not say which company",
        "person": "“{what}”: may be {names}",
        "time": "“{what}”: may be {names}",
        "fiscal": "fiscal {year}",
        "pointing": "“{what}”: refers to what was said before",
        "subject": "the subject is taken from the clause before and may be another",
        "or": " or ",
    },
}


@dataclass(frozen=True, slots=True)
class Edit:
    """`words` in place of `text[start:end]` of the statement."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a step of resolving found: edits, and doubts in the reader's language."""

    edits: tuple[Edit, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Context:
    """What stands before a statement in its article, and the article as a whole.

    `unit` is the stretch of the article that the statement was split from, and `intro` the words
    in it that name who said it; "" when that is not known.
    """

    before: str
    article: str
    as_of: date | None
    language: str
    unit: str = ""
    intro: str = ""


def doubt(context: Context, key: str, what: str, names: str = "") -> str:
    """A doubt of the kind `key` about the words `what`, which may mean `names`."""
    return WORDS[context.language][key].format(what=what, names=names)
