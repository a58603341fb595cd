"""The provinces of Thailand in both scripts, from pythainlp's list of them."""

from __future__ import annotations

import re
from functools import lru_cache

_TOLD = r"(?:จังหวัด|จ\.) ?"
_CAPITAL = {"กรุงเทพ": "Bangkok", "กทม.": "Bangkok"}
_SHORT = 4  # letters up to which a Thai name is also an ordinary word (เลย, ตาก, แพร่)


@lru_cache(maxsize=4096)
def provinces_in(text: str, *, loose: bool = False) -> frozenset[str]:
    """The provinces that `text` names, by their English names; a short Thai name counts only behind
    the word for a province, or anywhere where it is `loose`."""
    pattern, names = _table(loose)
    return frozenset(names[next(filter(None, found.groups()))] for found in pattern.finditer(text))


@lru_cache(maxsize=2)
def _table(loose: bool) -> tuple[re.Pattern[str], dict[str, str]]:
    from pythainlp.corpus import provinces

    rows = provinces(details=True)
    thai = {row["name_th"]: row["name_en"] for row in rows} | _CAPITAL
    english = {row["name_en"]: row["name_en"] for row in rows}
    short = [name for name in thai if len(name) <= _SHORT and name not in _CAPITAL]
    long = [re.escape(name) for name in thai if name not in short]
    return re.compile(
        rf"{'' if loose else _TOLD}({'|'.join(short)})(?![ก-ฮะ-์])|({'|'.join(long)})"
        rf"|\b({'|'.join(map(re.escape, english))})\b"
    ), thai | english
