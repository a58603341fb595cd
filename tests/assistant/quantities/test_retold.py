"""A relation does not hang on how the two sentences are dressed: who reports them, in what case
they are written, what else is said beside them."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from assistant.quantities import relate
from assistant.quantities.sentence.headline import in_sentence_case
from assistant.quantities.words.english_telling import SMALL_IN_HEADLINES
from tests.assistant.quantities.test_seeds import rows

Pair = tuple[str, str]
_THAI = re.compile(r"[\u0e00-\u0e7f]")
_EACH = 9  # every ninth pair is dressed in each way

PAIRS = [
    (row["claim"], row["evidence"])
    for name in ("quantity_pairs", "quantity_pairs_more")
    for row in rows(f"{name}.jsonl")
][::_EACH]


def _said(thai: str, english: str, text: str) -> str:
    return (thai if _THAI.search(text) else english).format(text)


def _closed(thai: str, english: str, text: str) -> str:
    return _said(thai, english, text if text.endswith(("ม.", "น.", "m.")) else text.rstrip("."))


def _short(text: str) -> str:
    scaled = re.sub(r"(?<=\d) (b|m)illion\b", r" \1n", text)
    return re.sub(r"(?<=\d) per ?cent\b", "%", scaled)


DRESSED: dict[str, Callable[[str, str], Pair]] = {
    "reported claim": lambda c, e: (_said("มีรายงานว่า{}", "Reports say that {}", c), e),
    "latest data": lambda c, e: (
        c,
        _said("ตามข้อมูลล่าสุด {}", "According to the latest data, {}", e),
    ),
    "added": lambda c, e: (_said("นอกจากนี้ {}", "In addition, {}", c), e),
    "meanwhile": lambda c, e: (c, _said("ขณะเดียวกัน {}", "Meanwhile, {}", e)),
    "quoted": lambda c, e: (f"“{c}”", e),
    "spokesman": lambda c, e: (
        c,
        _closed("{} ตามที่โฆษกแถลงเมื่อวานนี้", "{}, a spokesman said on Tuesday.", e),
    ),
    "welcomed": lambda c, e: (
        c,
        _said("{} โดยผู้เกี่ยวข้องแสดงความยินดี", "{} Local people welcomed the news.", e),
    ),
    "speaker": lambda c, e: (
        c,
        _said("นายอนันต์ ศรีสุข รัฐมนตรี กล่าวว่า {}", "Minister Anan Srisuk said {}", e),
    ),
    "speaker of the claim": lambda c, e: (
        _said("รัฐมนตรีเปิดเผยว่า {}", "The minister said that {}", c),
        e,
    ),
    "dateline": lambda c, e: (c, _said("กรุงเทพฯ - {}", "BANGKOK (Reuters) - {}", e)),
    "no-break blanks": lambda c, e: (c.replace(" ", "\u00a0"), e.replace(" ", "\u202f")),
    "no full stop": lambda c, e: (c.rstrip("."), e.rstrip(".")),
    "short scales": lambda c, e: (_short(c), _short(e)),
}


@pytest.mark.parametrize("dress", DRESSED)
def test_a_dress_changes_no_relation(dress: str) -> None:
    changed = []
    for claim, evidence in PAIRS:
        if dress == "short scales" and not {claim, evidence} & {_short(claim), _short(evidence)}:
            continue
        dressed = DRESSED[dress](claim, evidence)
        plain = relate(claim, evidence, same_story=True).stance
        if relate(*dressed, same_story=True).stance is not plain:
            changed.append(dressed)
    assert changed == []


def _counted(word: str, before: str) -> bool:
    """Whether a short word behind a number may be a unit, which a headline leaves as it is."""
    return re.search(r"\d", before) is not None and len(word.rstrip(",.")) <= len("tkm")


def _headline(text: str) -> str:
    if _THAI.search(text):
        return text
    words = text.rstrip(".").split(" ")
    last = ["", *words]
    return " ".join(
        w if _kept(w, i, last[i]) else w[0].upper() + w[1:] for i, w in enumerate(words)
    )


def _kept(word: str, place: int, before: str) -> bool:
    small = place > 0 and word in SMALL_IN_HEADLINES
    return small or not word[:1].islower() or "/" in word or _counted(word, before)


def test_headlines_rarely_change_a_relation() -> None:
    """One in fifty: what is a name and what is not cannot always be told in a headline."""
    english = [pair for pair in PAIRS if _headline(pair[1]) != pair[1]]
    changed = [
        (claim, evidence)
        for claim, evidence in english
        if relate(claim, _headline(evidence), same_story=True).stance
        is not relate(claim, evidence, same_story=True).stance
    ]
    assert len(english) > 100
    assert len(changed) <= len(english) / 50, changed


@pytest.mark.parametrize(
    ("headline", "plain"),
    [
        ("Tharin Steel Issued Bonds Worth 36 Billion Baht",
         "Tharin Steel issued bonds worth 36 billion baht"),
        ("Hale Lines' Profit Was Cut to $15 Million in June",
         "Hale Lines' profit was cut to $15 million in June"),
        ("Admission to Larkfield Gardens Costs A$15 This Year",
         "Admission to Larkfield Gardens costs A$15 this year"),
        ("The Orsan Treaty was signed in June", "The Orsan Treaty was signed in June"),
    ],
)  # fmt: skip
def test_headlines_stand_as_sentences_at_the_same_offsets(headline: str, plain: str) -> None:
    assert in_sentence_case(headline) == plain


def test_a_denial_of_something_else_denies_nothing() -> None:
    claim = "ธารินทร์สตีลออกหุ้นกู้ 3.6 หมื่นล้านบาท"
    told = "Tharin Steel issued bonds worth 36 billion baht."
    for added in ("Further details were not given.", "The buyers were not named."):
        assert relate(claim, f"{told} {added}", same_story=True).stance.value == "supports"
    for added in ("This is not true.", "The company denied it."):
        assert relate(claim, f"{told} {added}", same_story=True).stance.value != "supports"


def test_another_sentence_with_a_figure_of_another_kind_says_nothing() -> None:
    claim = "ธารินทร์สตีลออกหุ้นกู้ 3.6 หมื่นล้านบาท"
    told = "Tharin Steel issued bonds worth 36 billion baht. The briefing lasted 50 minutes."
    assert relate(claim, told, same_story=True).stance.value == "supports"


def test_a_firm_that_speaks_of_itself_stays() -> None:
    told = "Linfield Water says its pipes leak 6% less than they did."
    assert relate("Pelham Water's pipes leak 6% less.", told).stance.value == "silent"


def test_offsets_are_those_of_the_whole_text() -> None:
    claim, evidence = (
        "มีรายงานว่าวังฟ้าขายรถ 120 คัน",
        "According to the latest data, Wang Fa sold 120 cars.",
    )
    (found,) = relate(claim, evidence, same_story=True).comparisons
    assert claim[found.claim.start : found.claim.end] == "120 คัน"
    assert evidence[found.evidence.start : found.evidence.end] == "120 cars"


def test_figures_are_told_in_their_own_letters() -> None:
    headline = "Wang Fa Issued Bonds Worth 36 Billion Baht"
    (found,) = relate("วังฟ้าออกหุ้นกู้ 3.6 หมื่นล้านบาท", headline, same_story=True).comparisons
    assert found.evidence.text == "36 Billion Baht"
