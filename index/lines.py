"""Lines and paragraphs: which line breaks end something, and which are only the page's width.

Radio scripts, old e-mails and text copied from PDFs are wrapped at a fixed width, sometimes
inside a word. A break is soft when the next run of letters would not have fitted on its line;
a text is taken as wrapped when most of its breaks are soft, and some of them stand in the middle
of a clause. Else it has short paragraphs of like length, as news has.
"""

from __future__ import annotations

import re

from index.gap_words import UNFINISHED

_LINE = re.compile(r"[^\r\n\u2028\u2029\x85\f\v]+")
_NO_WIDTH = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u200b-\u200d\u2060\ufeff]")
_CHUNK = re.compile(r"\s*\S+")
_MARKER = re.compile(
    r"\s*(?:[-–—•●▪◦*#>✅☑👉➡]|[0-9๐-๙]{1,2}[.)]\s?(?![0-9๐-๙])|\(?[0-9a-zก-ฮ]\)|https?:)"
)
# A line that goes on with the one before it; a line that cannot end a clause.
_GOES_ON = re.compile(
    r"\s*(?:[a-z0-9๐-๙]|และ|หรือ|ซึ่ง|ที่(?!ประชุม|ปรึกษา|นี่)|เพื่อ|โดย|ให้|จาก|ใน|ของ|ต่อ(?!จากนี้)|แก่|ด้วย|จน|เนื่อง|พร้อม|รวม|เช่น"
    r"|ได้แก่|ระหว่าง|ตาม|ว่า|กับ|ฉบับ|คน|ราย|ปี|บาท|ล้าน|แห่ง|ตั้งแต่|ณ|สำหรับ|ตลอดจน|[ะัาำิีึืุู็่้๊๋์])"
)
_BREAKS_OFF = re.compile(rf"(?:{UNFINISHED}|[0-9๐-๙,])\s*\Z")
_STOPPED = re.compile(r"[.!?:”\"]\s*$")
_NARROWEST, _WIDEST, _FEWEST_LINES, _SHARE, _SLACK = 45, 130, 5, 0.6, 0.85
_INSIDE, _FEWEST_INSIDE = 0.2, 2

Spans = tuple[tuple[int, int], ...]


def paragraphs(text: str) -> Spans:
    """Spans of `text` that no hard line break divides, blank lines left out, untrimmed.

    In a text wrapped at a fixed width a span runs over the soft breaks.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if m.group().strip()]
    widths = [_width(text[a:b]) for a, b in lines]
    soft = _soft_breaks(text, lines, widths)
    joined: list[tuple[int, int]] = []
    for i, (start, end) in enumerate(lines):
        if i and soft[i - 1]:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)


def _width(line: str) -> int:
    """How many columns `line` takes: Thai vowels and tone marks above or below take none."""
    return len(_NO_WIDTH.sub("", line))


def _soft_breaks(text: str, lines: list[tuple[int, int]], widths: list[int]) -> list[bool]:
    """For each line but the last, whether the break after it is soft."""
    if len(lines) < _FEWEST_LINES or not _NARROWEST <= max(widths) <= _WIDEST:
        return [False] * max(0, len(lines) - 1)
    full = max(widths) * _SLACK
    soft = []
    for i in range(len(lines) - 1):
        end, (following, stop) = lines[i][1], lines[i + 1]
        chunk = _CHUNK.match(text, following, stop)
        needed = widths[i] + 1 + (_width(chunk.group()) if chunk else 0)
        near = text.count("\n", end, following) <= 1
        soft.append(near and needed > full and not _MARKER.match(text, following, stop))
    inside = sum(soft[i] and _inside_clause(text, lines[i], lines[i + 1]) for i in range(len(soft)))
    wrapped = sum(soft) >= _SHARE * len(soft) and inside >= max(_FEWEST_INSIDE, _INSIDE * sum(soft))
    return soft if wrapped else [False] * len(soft)


def _inside_clause(text: str, line: tuple[int, int], following: tuple[int, int]) -> bool:
    """Whether the break between two lines stands inside a clause, by the words around it."""
    ends = _BREAKS_OFF.search(text[max(line[0], line[1] - 20) : line[1]])
    return ends is not None or _GOES_ON.match(text, *following) is not None
