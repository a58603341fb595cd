"""Markdown files: what their front matter says of them, and their text as a reader sees it.

Lines are walked once and every pattern is bounded, so a hostile file costs no more than a plain
one of its length. Signs without a mate stay: they may be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from index.ingest.markup import DEFINITION, inline, references

_FENCE = re.compile(r"(?P<sign>`{3,}|~{3,})")
_HEADING = re.compile(r"#{1,6}(?:\s+|\Z)")
_RULE = re.compile(r"(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})\Z")
_UNDERLINE = re.compile(r"(?:=+|-+)\Z")
_BULLET = re.compile(r"[-*+•]\s+")
_NUMBER = re.compile(r"(?P<number>[0-9๐-๙]{1,3})[.)]\s+")
_TASK = re.compile(r"\A\[[ xX]\]\s+")
_FOOTNOTE = re.compile(r"\[\^[^\]\n]{1,100}\]:\s*")
_COLUMNS = re.compile(r"\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\Z")
_CELLS = re.compile(r"(?<!\\)\|")
_UNSEEN = (("<!--", "-->"), ("<script", "</script>"), ("<style", "</style>"))
# A line of this many characters that no stop ends goes on in the next one.
_WRAPPED = range(40, 121)
_STOPS = tuple('.!?:;…”"’)。')


@dataclass
class _Reader:
    """The blocks found so far; `lines` are those of the paragraph that is open."""

    blocks: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    in_list: bool = False
    in_table: bool = False
    defined: frozenset[str] = frozenset()

    def end(self) -> None:
        """Close the open paragraph."""
        if self.lines:
            words = inline("\n".join(self.lines), self.defined)
            self.blocks.extend(_joined(words.split("\n")))
        self.lines, self.in_table = [], False

    def blank(self) -> None:
        """An empty line, one at a time."""
        self.end()
        if self.blocks and self.blocks[-1]:
            self.blocks.append("")


def markdown_text(body: str) -> str:
    """The text of Markdown without its signs, a line a paragraph, item or row.

    Emphasis, links, headings, quotations and lists leave their words, images their alternative
    text, tables their cells between bars, code its own characters. What is struck out, HTML tags
    and comments go.
    """
    body = _seen(body.replace("\x00", "\ufffd"))
    lines = body.splitlines()
    reader = _Reader(defined=references(lines))
    fence = ""
    for line in lines:
        if fence:
            if line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                fence = ""
            else:
                reader.blocks.append(line)
        elif opened := _FENCE.match(line.lstrip()):
            reader.end()
            fence = opened["sign"]
        else:
            _line(reader, line)
    reader.end()
    return "\n".join(reader.blocks).strip("\n")


def _line(reader: _Reader, raw: str) -> None:
    """Read one line outside code."""
    line = raw.strip()
    if line.startswith(">"):
        line = line.lstrip("> \t")
    if not line:
        reader.in_list = False
        reader.blank()
    elif reader.lines and not reader.in_list and _UNDERLINE.match(line):
        reader.end()  # what stood above is a heading
    elif reader.lines and "|" in line and _COLUMNS.match(line):
        _table(reader)
    elif reader.in_table and "|" in line:
        reader.blocks.append(inline(_row(line), reader.defined))
    elif _RULE.match(line):
        reader.blank()
    elif heading := _HEADING.match(line):
        reader.end()
        reader.blocks.append(inline(_unmarked(line[heading.end() :]), reader.defined))
    elif (reader.lines and not reader.in_list) or not DEFINITION.match(line):
        _words(reader, line, broken=raw.endswith("  "))


def _unmarked(heading: str) -> str:
    """A heading without the signs that may close it."""
    words = heading.rstrip("#")
    return (words if words[-1:].isspace() else heading).strip()


def _words(reader: _Reader, line: str, *, broken: bool) -> None:
    """A line of prose, which may begin an item; `broken`: the next one is not to join it."""
    item = _BULLET.match(line) or _FOOTNOTE.match(line)
    number = _NUMBER.match(line)
    if number and (not reader.lines or reader.in_list or number["number"] in ("1", "๑")):
        item = number
    if item:
        reader.end()
        reader.in_list = True
        line = _TASK.sub("", line[item.end() :], count=1)
    elif not reader.lines:
        reader.in_list = False
    reader.lines.append(line + "  " * broken)


def _table(reader: _Reader) -> None:
    """The open paragraph's last line heads a table."""
    head = reader.lines.pop()
    reader.end()
    reader.blocks.append(inline(_row(head), reader.defined))
    reader.in_table = True


def _row(line: str) -> str:
    cells = (cell.strip().replace("\\|", "|") for cell in _CELLS.split(line.strip().strip("|")))
    return " | ".join(cells)


def _joined(lines: list[str]) -> Iterator[str]:
    """Lines that were broken to keep them short, put together again.

    Also those of a quotation: it does not end with its line.
    """
    held: list[str] = []
    plain = curly = 0
    for line in lines:
        broken = line.endswith(("  ", "\\"))
        line = line.rstrip().removesuffix("\\").rstrip() if broken else line.rstrip()
        held.append(line)
        plain += line.count('"')
        curly += line.count("“") - line.count("”")
        wrapped = len(line) in _WRAPPED and not line.endswith(_STOPS)
        if broken or not (wrapped or plain % 2 or curly > 0):
            yield " ".join(held)
            held, plain, curly = [], 0, 0
    if held:
        yield " ".join(held)


def _seen(text: str) -> str:
    """`text` without comments, scripts and styles; one that never ends stays."""
    for opening, closing in _UNSEEN:
        parts, at, lowered = [], 0, text.lower()
        if len(lowered) != len(text):  # letters that grow when they are lowered
            continue
        while (start := lowered.find(opening, at)) >= 0:
            end = lowered.find(closing, start)
            if end < 0:
                break
            parts.append(text[at:start])
            at = end + len(closing)
        text = "".join((*parts, text[at:]))
    return text
