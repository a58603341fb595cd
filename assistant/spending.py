"""What language models used, in words and as JSON. Nothing where none was asked."""

from __future__ import annotations

from typing import Any

from assistant.llm.cost import dollars, total_cost
from assistant.types import Cost, Extraction, Report, Verdict

_WORDS = {
    "th": {
        "tokens": "{input:,} + {output:,} โทเคน",
        "about": "ราว {tokens}",
        "seconds": "{seconds:.1f} วินาที",
        "cached": "ใช้คำตอบที่เก็บไว้ ({tokens} เมื่อถามครั้งแรก)",
        "one": "โมเดลภาษา: {told}",
        "all": "โมเดลภาษา รวมทั้งหมด: {told}",
    },
    "en": {
        "tokens": "{input:,} + {output:,} tokens",
        "about": "about {tokens}",
        "seconds": "{seconds:.1f} s",
        "cached": "a reply from the cache ({tokens} when it was made)",
        "one": "Language model: {told}",
        "all": "Language model, in total: {told}",
    },
}


def cost_words(cost: Cost, language: str) -> str:
    """Tokens sent and received, money where a price is known, seconds of waiting."""
    words = _WORDS["th" if language == "th" else "en"]
    parts = [_tokens(cost, words)]
    if cost.usd is not None and cost.input_tokens + cost.output_tokens:
        parts.append(dollars(cost.usd))
    if cost.seconds:
        parts.append(words["seconds"].format(seconds=cost.seconds))
    return " · ".join(parts)


def verdict_cost(verdict: Verdict, language: str) -> str:
    """What the model used for one verdict, as a line; "" where none was asked."""
    if not _asked(verdict):
        return ""
    words = _WORDS["th" if language == "th" else "en"]
    if verdict.cost == Cost():
        told = words["cached"].format(tokens=_tokens(verdict.full_cost, words))
    else:
        told = cost_words(verdict.cost, language)
    return words["one"].format(told=told)


def report_cost(report: Report, language: str) -> str:
    """What the models used for a whole report, as a line; "" where one verdict says it all."""
    alone = len(report.verdicts) == 1 and report.cost == total_cost([report.verdicts[0].cost])
    if alone or not _asked_for(report):
        return ""
    words = _WORDS["th" if language == "th" else "en"]
    return words["all"].format(told=cost_words(report.cost, language))


def extraction_cost(extraction: Extraction) -> str:
    """What finding the claims of an article used, as a line; "" where no model was asked."""
    language = "th" if extraction.document.language == "th" else "en"
    if extraction.cost == Cost():
        return ""
    return _WORDS[language]["all"].format(told=cost_words(extraction.cost, language))


def extraction_cost_json(extraction: Extraction) -> dict[str, Any]:
    """`{"cost": {...}}` of finding the claims of an article, {} where no model was asked."""
    return {} if extraction.cost == Cost() else {"cost": _with_seconds(extraction.cost)}


def verdict_cost_json(verdict: Verdict) -> dict[str, Any]:
    """`{"cost": {...}}` to put into the verdict's object, {} where no model was asked.

    Tokens and money are those of `Verdict.full_cost`: equal replies give equal bytes, whether
    they come from the cache or not.
    """
    return {"cost": _json(verdict.full_cost)} if _asked(verdict) else {}


def report_cost_json(report: Report) -> dict[str, Any]:
    """`{"cost": {...}}` for the whole report, {} where no model was asked.

    It is what was used now, with the seconds, in total and claim by claim.
    """
    if not _asked_for(report):
        return {}
    claims = [_with_seconds(v.cost) for v in report.verdicts]
    return {"cost": {**_with_seconds(report.cost), "claims": claims}}


def _asked(verdict: Verdict) -> bool:
    return verdict.full_cost != Cost() or verdict.cost != Cost()


def _asked_for(report: Report) -> bool:
    return report.cost.seconds > 0 or any(map(_asked, report.verdicts))


def _tokens(cost: Cost, words: dict[str, str]) -> str:
    told = words["tokens"].format(input=cost.input_tokens, output=cost.output_tokens)
    return words["about"].format(tokens=told) if cost.estimated else told


def _json(cost: Cost) -> dict[str, Any]:
    told: dict[str, Any] = {
        "input_tokens": cost.input_tokens,
        "output_tokens": cost.output_tokens,
        "usd": None if cost.usd is None else float(cost.usd),
    }
    return {**told, "estimated": True} if cost.estimated else told


def _with_seconds(cost: Cost) -> dict[str, Any]:
    return {**_json(cost), "seconds": round(cost.seconds, 3)}
