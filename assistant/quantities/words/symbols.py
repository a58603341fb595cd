"""Signs and symbols that belong to no language: currencies, metric units, scale letters."""

from __future__ import annotations

import re
from decimal import Decimal

from assistant.quantities.words.lexicon import Sense, Table, each
from assistant.quantities.words.units import METRIC

# Codes of currencies in circulation that news writes as letters (ISO 4217).
ISO = (
    "AED AUD BDT BHD BND BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KHR "
    "KRW KWD LAK LKR MMK MXN MYR NGN NOK NPR NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD "
    "UAH USD VND ZAR"
).split()

SIGNS = (
    {code: code for code in ISO}
    | each("USD", "$|US$|USD$|U.S.$|US $|$US")
    | each("THB", "฿|Bt|Bht")
    | each("CNY", "CN¥|CNY¥|RMB|RMB¥")
    | {"€": "EUR", "£": "GBP", "¥": "JPY", "JP¥": "JPY", "₩": "KRW", "₹": "INR", "₫": "VND"}
    | {"S$": "SGD", "A$": "AUD", "AU$": "AUD", "HK$": "HKD", "NT$": "TWD", "C$": "CAD"}
    | {"CA$": "CAD", "NZ$": "NZD", "R$": "BRL", "RM": "MYR", "Rp": "IDR", "Rs": "INR"}
    | {"SFr": "CHF", "₱": "PHP", "₽": "RUB", "₺": "TRY", "₪": "ILS", "₦": "NGN", "SG$": "SGD"}
)

YUAN = re.compile(
    r"\b(?:China['’]s|Chinese|Beijing|Shanghai|Shenzhen|Guangzhou|Hangzhou|Chengdu|Chongqing|Tianjin"
    r"|Wuhan|Nanjing|Suzhou|Xiamen|Dalian|Qingdao)\b"
    r"|ของจีน|บริษัทจีน|รัฐบาลจีน|ปักกิ่ง|เซี่ยงไฮ้|เซินเจิ้น|กว่างโจว|กวางโจว|หางโจว|เฉิงตู|ฉงชิ่ง|เทียนจิน|อู่ฮั่น|หนานจิง|ซูโจว"
)
"""Where a text names a city of China or what is Chinese, the sign that yen and yuan share is that
of the yuan; China alone may only be where somebody sells."""

YEN = re.compile(r"\b(?:Japan|Japanese|Tokyo|Osaka|yen)\b|ญี่ปุ่น|โตเกียว|โอซากา|เยน")
"""Where it names Japan as well, the sign is that of the yen all the same."""

SHARED_SIGN = "¥"

SYMBOLS = {
    prefix + symbol: prefix + symbol
    for symbol, (_, prefixes) in METRIC.items()
    for prefix in ["", *prefixes]
    if prefix + symbol not in {"nm", "B"}
} | {
    "KW": "kW",
    "Kw": "kW",
    "KWh": "kWh",
    "kwh": "kWh",
    "kwH": "kWh",
    "MWH": "MWh",
    "GWH": "GWh",
    "TWH": "TWh",
    "Kg": "kg",
    "KG": "kg",
    "Km": "km",
    "KM": "km",
    "μg": "µg",
    "ug": "µg",
    "μm": "µm",
    "km²": "km2",
    "m²": "m2",
    "m³": "m3",
    "m2": "m2",
    "m3": "m3",
    "km2": "km2",
    "cm²": "cm2",
    "cm³": "cm3",
    "km³": "km3",
    "L": "L",
    "l": "L",
    "ml": "mL",
    "mL": "mL",
    "t": "t",
    "Mt": "Mt",
    "Gt": "Gt",
    "ha": "ha",
    "lb": "lb",
    "lbs": "lb",
    "oz": "oz",
    "ft": "foot",
    "hp": "hp",
    "J": "J",
    "kJ": "kJ",
    "MJ": "MJ",
    "GJ": "GJ",
    "%": "percent",
    "٪": "percent",
    "‰": "permille",
    "°C": "degC",
    "℃": "degC",
    "ºC": "degC",
    "°F": "degF",
    "℉": "degF",
    "bp": "basis_point",
    "bps": "basis_point",
    "pp": "percentage_point",
    "ppt": "percentage_point",
    "ppts": "percentage_point",
    "pps": "percentage_point",
    "Kbps": "Kbps",
    "kbps": "Kbps",
    "Mbps": "Mbps",
    "Gbps": "Gbps",
    "mph": "mph",
    "kph": "kph",
    "kmh": "kph",
    "kmph": "kph",
    "hr": "hour",
    "hrs": "hour",
    "h": "hour",
    "min": "minute",
    "mins": "minute",
    "sec": "second",
    "secs": "second",
    "yr": "year",
    "yrs": "year",
}

SYMBOLS |= {
    f"{unit}{gas}": unit
    for unit in ("t", "Mt", "Gt")
    for gas in ("CO2", "CO2e", "CO2eq", "CO₂", "CO₂e", "CO₂eq")
}
"""Masses of carbon dioxide, or of as much of other gases as warms like it."""

TABLE = Table(
    code="",
    spaced=True,
    words={},
    cased={
        Sense.SIGN: SIGNS,
        Sense.UNIT: SYMBOLS,
        Sense.MONEY: {sign: (code, Decimal(1)) for sign, code in SIGNS.items()},
        Sense.SUFFIX: each(10**3, "k|K")
        | each(10**6, "m|M|mn|mln|mil|MM|mm|Mn")
        | each(10**9, "b|B|bn|bln|Bn|BN")
        | each(10**12, "t|T|tn|trn|tr|Tn"),
        Sense.DEGREES: {"C": "degC", "F": "degF"},
        Sense.JOIN: each(True, "-|~"),
        Sense.PLUS_MINUS: each(True, "±"),
        Sense.PER: each(True, "/"),
        Sense.FOLD: each(True, "x|X|×"),
        Sense.BEFORE: each("approx", "~|≈|±")
        | each("gt", ">")
        | each("lt", "<")
        | each("ge", "≥|>=")
        | each("le", "≤|<="),
        Sense.AFTER: {"+": "ge"},
    },
)
