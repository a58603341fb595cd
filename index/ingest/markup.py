"""Markdown inside a line: emphasis, links, images, code, escapes and HTML become their words."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator

_ESCAPE_OR_CODE = re.compile(
    r"\\(?P<sign>[!-/:-@\[-`{-~])"
    r"|(?<!`)(?P<ticks>`{1,4})(?!`)(?P<code>[\s\S]{1,1000}?)(?<!`)(?P=ticks)(?!`)"
)
_AUTOLINK = re.compile(r"<(?P<place>(?:https?://|mailto:)[^\s<>]{1,2000})>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]{0,20}(?:\s[^<>]{0,1000})?/?>")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_INNER = r"(?:[^\[\]]|\[[^\[\]]{0,200}\]){0,1000}"
_TITLE = r"(?:\"[^\"\n]{0,500}\"|'[^'\n]{0,500}'|\([^()\n]{0,500}\))"
_PLACE = (
    r"\(\s{0,5}(?:<[^<>\n]{0,2000}>|[^\s()]{0,2000}(?:\([^\s()]{0,500}\)[^\s()]{0,500}){0,5})"
    rf"(?:\s{{1,5}}{_TITLE})?\s{{0,5}}\)"
)
_IMAGE = re.compile(rf"!\[(?P<words>{_INNER})\](?:{_PLACE}|\[[^\[\]\n]{{0,200}}\])")
_LINK = re.compile(rf"\[(?P<words>{_INNER})\]{_PLACE}(?:\{{[^{{}}\n]{{0,100}}\}})?")
_BY_NAME = re.compile(r"\[(?P<words>[^\[\]\n]{1,500})\](?:\[(?P<name>[^\[\]\n]{0,200})\])?(?![(:])")
_FOOTNOTE = re.compile(r"\[\^[^\[\]\s]{1,100}\]")
DEFINITION = re.compile(
    rf"\s{{0,3}}\[(?P<name>[^\]\n^][^\]\n]{{0,200}})\]:\s{{0,9}}\S{{1,2000}}(?:\s{{1,9}}{_TITLE})?\s*\Z"
)
"""A line that says where the links of a name lead."""
_RUN = re.compile(r"\*{1,3}|_{1,3}|~~")
_KEPT = re.compile("\x00([0-9]{1,7})\x00")


def references(lines: Iterable[str]) -> frozenset[str]:
    """The names of the links that `lines` define, folded."""
    return frozenset(_folded(m["name"]) for line in lines if (m := DEFINITION.match(line)))


def inline(text: str, defined: frozenset[str] = frozenset()) -> str:
    """The words of `text`; links by a name count where the name is one of `defined`."""
    kept: list[str] = []

    def keep(words: str) -> str:
        kept.append(words)
        return f"\x00{len(kept) - 1}\x00"

    text = _ESCAPE_OR_CODE.sub(lambda m: keep(m["sign"] or m["code"].strip()), text)
    text = _AUTOLINK.sub(lambda m: keep(m["place"].removeprefix("mailto:")), text)
    text = _TAG.sub("", _BREAK.sub("  \n", text))
    text = _LINK.sub(r"\g<words>", _IMAGE.sub(r"\g<words>", text))
    text = _FOOTNOTE.sub("", text)
    text = _BY_NAME.sub(lambda m: m["words"] if _known(m, defined) else m.group(), text)
    text = _ENTITY.sub(lambda m: html.unescape(m.group()), _without_emphasis(text))
    return _KEPT.sub(lambda m: kept[int(m[1])] if int(m[1]) < len(kept) else "", text)


def _known(match: re.Match[str], defined: frozenset[str]) -> bool:
    return _folded(match["name"] or match["words"]) in defined


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()


def _without_emphasis(text: str) -> str:
    """`text` without the signs of emphasis that have a mate.

    What is struck out goes with its signs: its author took it back. A sign opens before a letter
    and closes after one. Between two digits it is a sign of
    arithmetic, and an underscore inside a word is part of it.
    """
    runs = [(m.start(), m.group()) for m in _RUN.finditer(text)]
    waiting: dict[str, list[list[int]]] = {}
    gone: set[int] = set()
    for at, run in runs:
        before, after = text[at - 1 : at], text[at + len(run) : at + len(run) + 1]
        if (before.isdigit() and after.isdigit()) or (
            run[0] == "_" and before.isalnum() and after.isalnum()
        ):
            continue
        left = len(run)
        openers = waiting.setdefault(run[0], [])
        while left and openers and before.strip():
            opener = openers[-1]
            used = min(left, opener[1])
            first, last = opener[0] + opener[1] - used, at + len(run) - left + used
            gone.update(_struck(text, first, last) if run == "~~" else _ends(first, last, used))
            opener[1] -= used
            left -= used
            if not opener[1]:
                openers.pop()
        if left and after.strip():
            openers.append([at + len(run) - left, left])
    return "".join(c for n, c in enumerate(text) if n not in gone) if gone else text


def _ends(first: int, last: int, used: int) -> Iterator[int]:
    """The places of the `used` signs at either end of `[first, last)`."""
    yield from range(first, first + used)
    yield from range(last - used, last)


def _struck(text: str, first: int, last: int) -> range:
    """The places of what is struck out, a blank before it included where one follows."""
    blank = text[first - 1 : first].isspace() and (text[last : last + 1].strip(" .,;") == "")
    return range(first - blank, last)
