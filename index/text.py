"""Words and languages: normalising for matching, segmentation of Thai and English.

Nothing here changes what is shown: text is normalised for matching only, quotations are cut
from the original. With `thai_dictionary` this is the one file that imports pythainlp for words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache, partial
from sys import intern
from typing import Any

_THAI_DIGITS = {ord("๐") + i: str(i) for i in range(10)}
_FOLD = str.maketrans(
    {
        **{chr(k): v for k, v in _THAI_DIGITS.items()},
        **dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff\u00ad", None),
        **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"),
        **dict.fromkeys("\u00a0\u2007\u202f\u3000", " "),
    }
)
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32")
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
# Runs of white space that are not one blank already.
_BLANKS = re.compile(r" \s+|[^\S ]\s*")

# Runs in reading order: numbers, Thai abbreviations, Thai, other letters with inner ' . & -
_TOKEN = re.compile(
    r"(?P<number>\d+(?:\.\d+)?)"
    r"|(?P<abbr>(?:[\u0e01-\u0e2e]{1,2}\.){2,})"
    r"|(?P<thai>[\u0e00-\u0e7f]+)"
    r"|(?P<word>[^\W\d_\u0e00-\u0e7f]+(?:['.&][^\W\d_\u0e00-\u0e7f]+)*)"
)
_THAI_MARKS = re.compile("[ๆฯฺ-์็-๎๏๚๛]")
_THAI_LETTERS = re.compile("[\u0e01-\u0e2e\u0e40-\u0e44]+")
_THAI_BLOCK = re.compile("[\u0e00-\u0e7f]+")
_MAX_RUN = 400


def normalise(text: str) -> str:
    """`text` folded for matching: NFC, lower case, ASCII digits, quotes and hyphens.

    Zero-width characters go, SARA AM is composed, thousands separators are dropped
    ("2,565" becomes "2565") and white space is one blank. NFKC is not used: it splits SARA AM
    and turns 10² into 102.
    """
    if text.isascii():
        folded = text.lower()
    else:
        folded = unicodedata.normalize("NFC", text).translate(_FOLD)
        folded = _SARA_AM.sub(r"\1ำ", folded).replace("เเ", "แ").casefold()
    if "," in folded:
        folded = _THOUSANDS.sub(lambda m: m.group().replace(",", ""), folded)
    return _BLANKS.sub(" ", folded).strip()


def words(text: str) -> list[str]:
    """The words of `text` for lexical matching, normalised, in order, without punctuation.

    Thai is segmented with newmm, English possessives and plain plurals are folded; numbers are
    written without separators, abbreviations such as "พ.ศ." and "u.s." without their stops.
    """
    return list(_words(text))


def words_once(text: str) -> list[str]:
    """`words` of a text that is not soon read again: they take no room among those kept."""
    found: list[str] = []
    for match in _TOKEN.finditer(normalise(text)):
        kind, run = match.lastgroup, match.group()
        if kind == "word":
            found.append(_stem(run))
        elif kind == "thai":
            found.extend(_thai_words(run))
        else:
            found.append(intern(run if kind == "number" else run.replace(".", "")))
    return found


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    """`words`, kept: a claim and its evidence are read many times. Equal words share memory."""
    return tuple(words_once(text))


def language_of(text: str) -> str:
    """ "th" when at least a fifth of the letters are Thai, else "en".

    Thai news is full of Latin names, English text hardly ever holds Thai: hence the low bar.
    """
    thai = len(text) - len(_THAI_LETTERS.sub("", text))
    other = sum(map(str.isalpha, _THAI_BLOCK.sub("", text)))
    return "th" if thai and thai * 4 >= other else "en"


def thai_tokens(text: str) -> list[str]:
    """newmm tokens of `text`, blanks included: joined they give `text` again."""
    tokens: list[str] = []
    for start in range(0, len(text), _MAX_RUN * 10):
        tokens.extend(_newmm()(text[start : start + _MAX_RUN * 10]))
    return tokens


def is_thai_word(word: str) -> bool:
    """Whether `word` is one of the dictionary that `thai_tokens` cuts by."""
    return word in _newmm().keywords["custom_dict"]


@lru_cache(maxsize=32768)
def _thai_words(run: str) -> tuple[str, ...]:
    return tuple(intern(t) for t in thai_tokens(run) if _THAI_MARKS.sub("", t).strip())


@cache
def _newmm() -> Any:
    from pythainlp.corpus import thai_words
    from pythainlp.tokenize.newmm import segment

    from index.thai_dictionary import WordTable

    return partial(segment, custom_dict=WordTable(thai_words()))


@lru_cache(maxsize=32768)
def _stem(word: str) -> str:
    word = word.removesuffix("'s").replace(".", "").replace("'", "")
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return intern(word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1])
    return intern(word)
