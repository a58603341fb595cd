"""Words that are written like names, or stand where names do, and are none."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

COMMON = frozenset(
    "the a an in on at of by for from to with as and or but if when while after before since until "
    "this that these those it its he she they we you i his her their our there here what which who "
    "about around some many most more less over under up down no not nor all both each every any "
    "one two three four five six seven eight nine ten first second third last next january "
    "february march april may june july august september october november december monday tuesday "
    "wednesday thursday friday saturday sunday fewer exactly nearly almost between only women men "
    "people according however although though because during under forty thirty twenty fifty half "
    "also just even still yet so such than then turnout unemployment upwards data sales revenue "
    "exports imports prices inflation shares tourists visitors farmers students workers officials "
    "researchers scientists analysts police government households consumers companies investors "
    "total average annual net gross foreign domestic global public private new today yesterday "
    "earlier later meanwhile once how why is are was were has have had do does did will".split()
)
"""English words, lower case, that are capitalised only because they begin a sentence."""


@lru_cache(maxsize=1)
def opening() -> frozenset[str]:
    """English words that are written small at least twice as often as with a capital inside a
    sentence (`opening.txt`; made by `assistant.names.training.opening`)."""
    return frozenset(
        resources.files("assistant.names").joinpath("opening.txt").read_text("utf-8").split()
    )


GENERIC = frozenset(
    "AI API CAPEX CapEx Capex CEO CFO COO GDP GNP CPI PPI GPU GPUs CPU CPUs IPO EV EVs BEV BEVs "
    "ETF IT VAT LLM LLMs R&D USD THB EUR GBP JPY CNY GW MW kW TW GWh MWh kWh TWh GHz MHz GB TB MB "
    "km kg cm mm PM2 CO2 TV PC DNA PhD MP MPs PM Q1 Q2 Q3 Q4 H1 H2 FY pH".split()
)
"""Abbreviations of things, measures and units that many texts share; they name nobody."""

SITES = frozenset(
    "mueang muang ban baan bang khao doi ko koh nong bueng khlong huai tha pak wiang nakhon chiang "
    "thung laem wat phu san mae nam hat soi dan sop".split()
)
"""Thai words for what a place is, as Latin letters write them: many places bear them."""

ENDS = frozenset(
    "ที่ ใน ของ และ ให้ ได้ เป็น มี ว่า จะ ไม่ กับ จาก ไป มา ก็ แต่ หรือ ซึ่ง โดย นี้ นั้น อยู่ ถึง แก่ เพื่อ คือ ต่อ ตาม "
    "กัน แล้ว ยัง ด้วย เมื่อ เหล่านี้ เหล่านั้น แรก กล่าว ระบุ เปิดเผย แถลง เปิดตัว เปิด ประกาศ รายงาน กำลัง เพิ่ม ลด ปี "
    "วัน เดือน ทั้ง ทุก หลาย บาง อาจ ต้อง เคย เพิ่ง ลงทุน ขาย ซื้อ ใช้ สร้าง ทำ คาด คาดว่า".split()
)
"""Thai words that no name contains as a word of its own; a name ends before them."""


@lru_cache(maxsize=1)
def _words() -> frozenset[str]:
    from pythainlp.corpus import provinces, thai_words

    return frozenset(thai_words()) - frozenset(provinces())


def is_word(token: str) -> bool:
    """Whether a Thai token is an ordinary word, not the name of a province or anything unknown."""
    return token in _words()
