"""Markdown files read as text, and say in their front matter where they come from."""

from datetime import date
from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.ingest import read_article
from index.ingest.front_matter import About, front_matter_of
from index.ingest.markdown import markdown_text

WORDS = [
    ("**Amazon** spent _$83 billion_.", "Amazon spent $83 billion."),
    ("***ทั้งหมด*** และ __บางส่วน__", "ทั้งหมด และ บางส่วน"),
    ("grew ~~**15**~~ 19%, ~~up~~.", "grew 19%,."),
    ("**“คำพูด”**ต่อเนื่อง", "“คำพูด”ต่อเนื่อง"),
    ('a [*fine* link](https://x.y/z_(a) "t") here', "a fine link here"),
    ("see [the report][r], [SEC]\n\n[r]: https://r.ex\n[sec]: <u> 'T'", "see the report, SEC"),
    ("[![ยอดขาย](a.png)](https://x.y) โต 5%", "ยอดขาย โต 5%"),
    ("in 2024[^1].\n\n[^1]: Source: **SEC**.", "in 2024.\n\nSource: SEC."),
    ("run `jingmai **x**` now", "run jingmai **x** now"),
    ("```sh\nx = **5\n```\nEnd.", "x = **5\nEnd."),
    ("## มูลค่า *ใหญ่* ##", "มูลค่า ใหญ่"),
    ("Head\n====\nText.", "Head\nText."),
    ("- one\n- [x] **two**\n  1. three", "one\ntwo\nthree"),
    ("> **He** said:\n>\n> > 5 million.", "He said:\n\n5 million."),
    ("| a | **b** |\n|:--|--:|\n| [Meta](http://m) | 39 \\| 40 |", "a | b\nMeta | 39 | 40"),
    ("a<br>b <b>c</b> &amp; <!-- x\ny -->d <https://e.f>", "a\nb c & d https://e.f"),
    ("One.\n\n---\n\nTwo.", "One.\n\nTwo."),
]  # fmt: skip
MEANT = [
    *("2*3*4 = 24", "5 * 3 and 4 * 2", "snake_case_name", "*หมายเหตุ: ไม่รวมภาษี", "a < b and c > d"),
    *("[not a link] (nor this)", "[Reuters]: said that sales fell", "#แฮชแท็ก", "ราคา ~5% ถึง ~6%"),
    *("2568. เป็นปีที่ดี", "C:\\Users", "**unfinished", "-5% in May", "+7 points"),
]  # fmt: skip


@pytest.mark.parametrize(("markup", "words"), WORDS)
def test_signs_go_and_words_stay(markup: str, words: str) -> None:
    assert markdown_text(markup) == words


@pytest.mark.parametrize("text", MEANT)
def test_signs_that_mark_nothing_stay(text: str) -> None:
    assert markdown_text(text) == text


def test_lines_that_were_broken_to_be_short_are_put_together() -> None:
    wrapped = (
        "Amazon said on Thursday that it had spent **$83 billion on\ncapital expenditure** in 2024."
    )
    assert markdown_text(wrapped) == (
        "Amazon said on Thursday that it had spent $83 billion on capital expenditure in 2024."
    )
    assert (
        markdown_text('He said: "we\nwill **pay\n5** million"')
        == 'He said: "we will pay 5 million"'
    )
    assert markdown_text("Up **5\nper** [cent\nin](u) May") == "Up 5\nper cent\nin May"
    assert markdown_text("Headline\nBy Somchai") == "Headline\nBy Somchai"
    broken = "A line of verse that is just long enough  \nto be read as a line of prose"
    assert markdown_text(broken).count("\n") == 1


@pytest.mark.parametrize(
    ("block", "about"),
    [
        (
            "title: Rice up\ndate: 7 กุมภาพันธ์ 2568\nauthor: [A, B]\nurl: https://x.y/z",
            About("Rice up", "7 กุมภาพันธ์ 2568", "A, B", "https://x.y/z"),
        ),
        (
            "headline: >-\n  Rice\n  up\npublisher:\n  name: The Daily\nsource: https://x.y",
            About("Rice up", "", "The Daily", "https://x.y"),
        ),
        (
            "title: AI: the cost\ndate: 2025-02-30\nsite: 'ข่าวจริง'",
            About("AI: the cost", "2025-02-30", "ข่าวจริง", ""),
        ),
        ("tags:\n  - a", About()),
        ("a: &a [x, x]\ntitle: *a", About("x, x")),
    ],
)
def test_front_matter(block: str, about: About) -> None:
    assert front_matter_of(f"\ufeff---\r\n{block}\r\n---\r\nBody.") == (about, "Body.")


@pytest.mark.parametrize(
    "text", ["---\nProse.\n---\nMore.", "---\ntitle: x\n", "--- a\nb: c\n---\n", ""]
)
def test_what_is_no_front_matter_stays(text: str) -> None:
    assert front_matter_of(text) == (About(), text)


def test_an_article_in_markdown(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(
        "---\ntitle: '**AI** spending'\ndate: 7 ก.พ. 2568\nsource: The Daily\n---\n"
        "# Other\n\n**Up** 9%.\n",
        "utf-8",
    )
    article = read_article(path)
    assert (article.title, article.publisher) == ("AI spending", "The Daily")
    assert article.published == date(2025, 2, 7)
    assert article.text == "Other\n\nUp 9%."


@pytest.mark.parametrize(
    "piece",
    [
        *("*", "[", "![", "[a](", "`a ``", "<a ", "> ", "_a*", "| a ", "# a   ", "<!--", "- - x"),
        *("   x", "*a\n", '"a\n[b', "[a\n", "`\n", "~~a\n~~"),
    ],
)
def test_hostile_markdown_takes_no_longer(piece: str) -> None:
    started = perf_counter()
    markdown_text(piece * (100_000 // len(piece)))
    assert perf_counter() - started < 5


SIGNS = st.text(alphabet='*_~`[]()!<>#-|\\&; \n1.:"^x\x00aก5', max_size=120)


@given(SIGNS)
@settings(max_examples=150, deadline=None)
def test_any_signs_are_read_and_no_letter_is_made_up(text: str) -> None:
    found = markdown_text(text)
    assert "\x00" not in found
    assert found.count("ก") <= text.count("ก")
    assert found.count("5") <= text.count("5")


@given(st.lists(st.text(alphabet="กขคabc5 ,", min_size=1, max_size=20), min_size=1, max_size=5))
@settings(max_examples=50, deadline=None)
def test_prose_without_signs_stays(words: list[str]) -> None:
    lines = [f"ก{' '.join(word.split())}." for word in words]
    assert markdown_text("\n".join(lines)) == "\n".join(lines)
    assert markdown_text("\n\n".join(f"**{line}**" for line in lines)) == "\n\n".join(lines)
