"""The English words for units of measure and of money."""

from __future__ import annotations

from assistant.quantities.words.lexicon import each

_PREFIXES = {"": "", "kilo": "k", "mega": "M", "giga": "G", "tera": "T", "milli": "m"}
_PREFIXES |= {"micro": "µ", "centi": "c", "nano": "n"}
_METRIC = each("W", "watt|watts") | each("Wh", "watt-hour|watt-hours|watt hour|watt hours")
_METRIC |= each("m", "metre|metres|meter|meters") | each("g", "gram|grams|gramme|grammes")
_METRIC |= each("VA", "volt-ampere|volt-amperes|volt-amp|volt-amps|volt ampere|volt amperes")
_METRIC |= each("Wh", "watthour|watthours") | each("Ah", "amp-hour|amp-hours|amp hours")
_METRIC |= each("bit", "bit|bits") | each("B", "byte|bytes")
_COMPOSED = {
    prefix + word: letter + symbol
    for prefix, letter in _PREFIXES.items()
    for word, symbol in _METRIC.items()
    if not (letter and letter in "µcn" and symbol not in ("m", "g"))
}


def _powers(word: str, symbol: str) -> dict[str, str]:
    return {
        f"{head} {prefix}{word}": f"{letter}{symbol}{power}"
        for head, power in (("square", 2), ("cubic", 3), ("sq", 2), ("cu", 3), ("sq.", 2))
        for prefix, letter in (("", ""), ("kilo", "k"), ("centi", "c"))
    }


_AT_WORK = {
    f"{what} {time}{end}": time
    for what in "gpu tpu cpu core man person flight flying teaching machine".split()
    for time in "second minute hour day week month year".split()
    for end in ("", "s")
}
"""Lengths of time that several were at work for: 2.788 million GPU hours."""

UNITS = (
    _COMPOSED
    | _AT_WORK
    | _powers("metre", "m")
    | _powers("metres", "m")
    | _powers("meter", "m")
    | _powers("meters", "m")
    | each("m2", "sq m|sqm")
    | each("km2", "sq km|sqkm")
    | each("m3", "cu m|cubic meter")
    | each("L", "litre|litres|liter|liters")
    | each("mL", "millilitre|millilitres|milliliter|milliliters|cc")
    | each("t", "tonne|tonnes|ton|tons|metric ton|metric tons|metric tonnes")
    | each("short_ton", "short ton|short tons")
    | each("kg", "kilo|kilos")
    | each("ha", "hectare|hectares")
    | each("acre", "acre|acres")
    | each("rai", "rai")
    | each("ngan", "ngan")
    | each("wa2", "square wa|square wah")
    | each("mile", "mile|miles")
    | each("sqmi", "square mile|square miles")
    | each("nmi", "nautical mile|nautical miles")
    | each("foot", "foot|feet")
    | each("sqft", "square foot|square feet|sq ft")
    | each("inch", "inch|inches")
    | each("yard", "yard|yards")
    | each("lb", "pounds of")
    | each("oz", "ounce|ounces")
    | each("gold_baht", "baht-weight|baht-weights|baht weight|baht of gold|baht weights")
    | each("barrel", "barrel|barrels|bbl")
    | each("gallon", "gallon|gallons")
    | each("hp", "horsepower")
    | each("knot", "knot|knots")
    | each("J", "joule|joules")
    | each("degC", "degrees celsius|degree celsius|degrees centigrade|degrees c|degrees|celsius")
    | each("degF", "degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit")
    | each("percent", "per cent|percent|pct|per-cent|pc")
    | each("percentage_point", "percentage point|percentage points|percent points|pct points")
    | each("percentage_point", "percentage-point|per cent points|pct point")
    | each(
        "permille", "per mille|permille|per mil|per thousand|per 1,000|per 1000|parts per thousand"
    )
    | each("basis_point", "basis point|basis points|basis-point")
    | each("point", "point|points|index points")
    | each("second", "second|seconds")
    | each("minute", "minute|minutes")
    | each("hour", "hour|hours")
    | each("day", "day|days|night|nights")
    | each("week", "week|weeks")
    | each("fortnight", "fortnight|fortnights")
    | each("month", "month|months")
    | each("quarter", "quarters")
    | each("year", "year|years|years old|year-old")
    | each("decade", "decade|decades")
    | each("century", "century|centuries")
)

CURRENCIES = (
    each("USD", "dollar|dollars|us dollar|us dollars|u.s. dollars|american dollars|greenbacks")
    | each("SGD", "singapore dollars|singapore dollar")
    | each("AUD", "australian dollars|australian dollar")
    | each("HKD", "hong kong dollars|hong kong dollar")
    | each("CAD", "canadian dollars|canadian dollar")
    | each("TWD", "taiwan dollars|new taiwan dollars")
    | each("NZD", "new zealand dollars")
    | each("THB", "baht|thai baht|bahts")
    | each("CNY", "yuan|renminbi|chinese yuan")
    | each("JPY", "yen|japanese yen")
    | each("EUR", "euro|euros")
    | each("GBP", "pound|pounds|pounds sterling|sterling|british pounds")
    | each("KRW", "won|south korean won|korean won")
    | each("INR", "rupee|rupees|indian rupees")
    | each("IDR", "rupiah|indonesian rupiah")
    | each("MYR", "ringgit|malaysian ringgit")
    | each("VND", "dong|vietnamese dong")
    | each("PHP", "peso|pesos|philippine pesos")
    | each("CHF", "swiss franc|swiss francs|francs")
    | each("LAK", "kip")
    | each("MMK", "kyat")
    | each("KHR", "riel|riels")
    | each("RUB", "rouble|roubles|ruble|rubles")
    | each("SEK", "swedish kronor|swedish krona")
    | each("AED", "dirham|dirhams")
    | each("TRY", "lira|turkish lira")
    | each("MNT", "tugrik|tugriks")
    | each("BDT", "taka")
    | each("KZT", "tenge")
    | each("UAH", "hryvnia|hryvnias")
    | each("PLN", "zloty|zlotys")
    | each("CZK", "koruna|korunas")
    | each("HUF", "forint|forints")
    | each("ILS", "shekel|shekels")
    | each("SAR", "riyal|riyals")
    | each("NGN", "naira")
    | each("ETB", "birr")
    | each("PKR", "pakistani rupees")
    | each("LKR", "sri lankan rupees")
    | each("NPR", "nepalese rupees")
    | each("DKK", "danish kroner")
    | each("NOK", "norwegian kroner")
    | each("ZAR", "rand")
    | each("BRL", "reais|brazilian reais")
    | each("MXN", "mexican pesos")
)
