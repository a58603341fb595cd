"""Units: every name leads to a base unit and an exact factor.

Base units are W, Wh, Ah, m, m2, m3, g, degC, byte, the ISO code of a currency, percent,
percentage_point, ratio, times, point; durations and counted things keep their own. Metric
prefixes are composed here; the factors of other units come from pint, when first needed.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, lru_cache

PREFIXES = {
    "n": Decimal("1e-9"),
    "µ": Decimal("1e-6"),
    "m": Decimal("1e-3"),
    "c": Decimal("1e-2"),
    "": Decimal(1),
    "k": Decimal("1e3"),
    "M": Decimal("1e6"),
    "G": Decimal("1e9"),
    "T": Decimal("1e12"),
    "P": Decimal("1e15"),
}

# Units the table composes with prefixes: symbol -> (base unit, prefixes in use).
METRIC = {
    "W": ("W", "mkMGT"),
    "VA": ("VA", "kMG"),
    "Wh": ("Wh", "kMGTP"),
    "Ah": ("Ah", "mk"),
    "m": ("m", "nµmck"),
    "g": ("g", "nµmk"),
    "B": ("byte", "kMGTP"),
    "bit": ("bit", "kMGT"),
}

# Other units: code -> (base unit, factor). Thai land measure is fixed by law (1923); the baht of
# gold bars weighs 15.244 g (Consumer Protection Board of Thailand, labelling of gold).
OWN = {
    "m2": ("m2", Decimal(1)),
    "km2": ("m2", Decimal("1e6")),
    "cm2": ("m2", Decimal("1e-4")),
    "m3": ("m3", Decimal(1)),
    "cm3": ("m3", Decimal("1e-6")),
    "km3": ("m3", Decimal("1e9")),
    "L": ("m3", Decimal("1e-3")),
    "mL": ("m3", Decimal("1e-6")),
    "t": ("g", Decimal("1e6")),
    "Mt": ("g", Decimal("1e12")),
    "Gt": ("g", Decimal("1e15")),
    "khit": ("g", Decimal(100)),
    "gold_baht": ("g", Decimal("15.244")),
    "wa": ("m", Decimal(2)),
    "wa2": ("m2", Decimal(4)),
    "ngan": ("m2", Decimal(400)),
    "rai": ("m2", Decimal(1600)),
    "degC": ("degC", Decimal(1)),
    "percent": ("percent", Decimal(1)),
    "mgL": ("g/m3", Decimal(1)),
    "kph": ("m/hour", Decimal(1000)),
    "Kbps": ("bit/second", Decimal("1e3")),
    "Mbps": ("bit/second", Decimal("1e6")),
    "Gbps": ("bit/second", Decimal("1e9")),
    "mph": ("m/hour", Decimal("1609.344")),
    "knot": ("m/hour", Decimal(1852)),
    "percentage_point": ("percentage_point", Decimal(1)),
    "basis_point": ("percentage_point", Decimal("0.01")),
    "permille": ("percent", Decimal("0.1")),
    "point": ("point", Decimal(1)),
    "times": ("times", Decimal(1)),
    "ratio": ("ratio", Decimal(1)),
    "number": ("number", Decimal(1)),
}

# Units whose factor pint knows: code -> (pint's name, base unit, pint's base). The acre is the
# international one; pint's own is the survey acre.
PINT = {
    "acre": ("43560*foot**2", "m2", "m**2"),
    "ha": ("hectare", "m2", "m**2"),
    "sqft": ("foot**2", "m2", "m**2"),
    "sqmi": ("mile**2", "m2", "m**2"),
    "mile": ("mile", "m", "m"),
    "foot": ("foot", "m", "m"),
    "inch": ("inch", "m", "m"),
    "yard": ("yard", "m", "m"),
    "nmi": ("nautical_mile", "m", "m"),
    "lb": ("pound", "g", "g"),
    "oz": ("ounce", "g", "g"),
    "short_ton": ("short_ton", "g", "g"),
    "barrel": ("oil_barrel", "m3", "m**3"),
    "gallon": ("gallon", "m3", "m**3"),
    "hp": ("horsepower", "W", "W"),
    "J": ("joule", "Wh", "W*hour"),
    "kJ": ("kilojoule", "Wh", "W*hour"),
    "MJ": ("megajoule", "Wh", "W*hour"),
    "GJ": ("gigajoule", "Wh", "W*hour"),
    "btu": ("Btu", "Wh", "W*hour"),
}

DURATIONS = {
    "second": Decimal(1),
    "minute": Decimal(60),
    "hour": Decimal(3600),
    "day": Decimal(86400),
    "week": Decimal(604800),
    "fortnight": Decimal(1209600),
    "month": Decimal(2629746),
    "quarter": Decimal(7889238),
    "year": Decimal(31556952),
    "decade": Decimal(315569520),
    "century": Decimal(3155695200),
}

KINDS = {
    "W": "power",
    "VA": "power",
    "Wh": "energy",
    "Ah": "charge",
    "m": "length",
    "m2": "area",
    "m3": "volume",
    "g": "mass",
    "byte": "data",
    "bit": "data",
    "degC": "temperature",
    "percent": "percent",
    "percentage_point": "percentage_point",
    "ratio": "ratio",
    "times": "times",
    "point": "point",
    "year_ce": "date",
    "date": "date",
} | dict.fromkeys(DURATIONS, "duration")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as a multiple of its base: `value * factor + offset` is in `base`."""

    base: str
    factor: Decimal = Decimal(1)
    offset: Decimal = Decimal(0)


@cache
def unit(code: str) -> Unit:
    """The unit behind a table's code; counted things and currencies are their own base."""
    if code == "degF":
        return Unit("degC", Decimal(5) / Decimal(9), Decimal(-160) / Decimal(9))
    if code in OWN:
        return Unit(*OWN[code])
    if code in PINT:
        name, base, target = PINT[code]
        return Unit(base, _pint_factor(name, target))
    for symbol, (base, prefixes) in METRIC.items():
        prefix = code.removesuffix(symbol)
        if code.endswith(symbol) and (prefix == "" or (prefix in prefixes and len(prefix) == 1)):
            return Unit(base, PREFIXES[prefix])
    return Unit(code)


@lru_cache(maxsize=1)
def _registry() -> object:
    from pint import UnitRegistry

    return UnitRegistry(non_int_type=Decimal)


def _pint_factor(name: str, target: str) -> Decimal:
    count, single = name.split("*", 1) if name[0].isdigit() else ("1", name)
    one = _registry().Quantity(Decimal(count), single)  # type: ignore[attr-defined]
    return Decimal(one.to(target).magnitude).normalize()


def kind_of(unit_code: str) -> str:
    """The dimension of a base unit: "money", "count", "rate", "duration", "power", ..."""
    if "/" in unit_code:
        return "rate"
    if unit_code in KINDS:
        return KINDS[unit_code]
    return "money" if len(unit_code) == 3 and unit_code.isupper() else "count"


def currency_of(unit_code: str) -> str:
    """The currency of an amount or of a price per something, "" when it is no money."""
    code = unit_code.partition("/")[0]
    return code if kind_of(code) == "money" else ""


def seconds(unit_code: str) -> Decimal | None:
    """Mean length of a duration unit in seconds (Gregorian year), None for other units."""
    return DURATIONS.get(unit_code)
