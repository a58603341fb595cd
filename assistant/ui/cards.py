"""Verdicts and their evidence as HTML.

The markup is one line without blank lines, so that it also survives inside Markdown.
"""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from assistant.answer import grounds
from assistant.bearing import arithmetic
from assistant.spending import verdict_cost
from assistant.types import Evidence, Label, Stance, Verdict
from assistant.ui.documents import source_line, tier_chip
from assistant.ui.markup import banner, chip, lang_of, small, stance_chip, text_of
from assistant.ui.palette import STANCE_INK
from assistant.ui.words import day, say
from assistant.ui.words.of_errors import problem_in_words

OWN_JUDGE = "default"
"""The method of verdicts that no language model took part in."""

_ARITHMETIC = frozenset("=≠<>≤≥≈✓✗✔✘×÷")


def confidence(verdict: Verdict, language: str) -> str:
    """A bar with the figure beside it; nothing when there is no confidence."""
    if verdict.confidence is None:
        return ""
    percent = round(verdict.confidence * 100)
    words = say(language, "card.confidence")
    return (
        f'<span class="x-conf"><span class="x-conf-word">{words}</span>'
        f'<span class="x-bar x-{verdict.label.value}"><span style="width:{percent}%"></span></span>'
        f"<b>{percent}%</b></span>"
    )


def evidence_card(evidence: Evidence, number: int, language: str, *, pick: str = "") -> str:
    """One piece of evidence: stance, verbatim quote in its passage, source, arithmetic.

    With `pick` the card carries a control that asks the page to show the passage in its
    document; `pick` is what it sends.
    """
    document = evidence.document
    body = (
        f'<div class="x-ev-head"><span class="x-num">{number}</span>'
        f"{stance_chip(evidence.stance, language)}{tier_chip(document, language)}</div>"
        f'<blockquote class="x-quote" lang="{lang_of(document.language)}">{_quoted(evidence)}</blockquote>'
        f"{_reasons(evidence, language)}{source_line(document, language)}"
    )
    if pick:
        words = say(language, "card.show_passage")
        body += f'<button type="button" class="x-pick" data-pick="{escape(pick, quote=True)}">{words}</button>'
    ink = STANCE_INK[evidence.stance.value]
    return f'<article class="x-ev x-edge-{ink}" aria-label="{say(language, "card.evidence")} {number}">{body}</article>'


def evidence_list(verdict: Verdict, language: str, *, pick: str = "") -> str:
    """The evidence of a verdict; what is silent is folded away behind what speaks.

    Without any it says so; but of a claim that could not be judged, what failed.
    """
    cards = [
        (
            e.stance,
            evidence_card(e, n, language, pick=f"{pick}:{n - 1}" if pick else ""),
        )
        for n, e in enumerate(verdict.evidence, 1)
    ]
    if not cards and verdict.label is Label.UNJUDGED:
        return _problem(verdict, language)
    if not cards:
        return f'<p class="x-soft">{say(language, "card.no_evidence")}</p>'
    loud = [html for stance, html in cards if stance is not Stance.SILENT]
    silent = [html for stance, html in cards if stance is Stance.SILENT]
    if not loud:
        loud, silent = silent[:2], silent[2:]
    folded = ""
    if silent:
        words = say(language, "card.more", count=len(silent))
        folded = f"<details><summary>{words}</summary>{''.join(silent)}</details>"
    return "".join(loud) + folded


def verdict_head(verdict: Verdict, language: str, *, number: int = 0) -> str:
    """Chip, confidence and claim of a verdict, with who judged, the rationale and problems."""
    claim = verdict.claim
    counted = f'<span class="x-num">{number}</span>' if number else ""
    lines = [
        f'<div class="x-top">{counted}{chip(verdict.label, language)}{confidence(verdict, language)}</div>',
        f'<p class="x-claim" lang="{lang_of(claim.language)}">{text_of(claim.query)}</p>',
    ]
    if claim.query != claim.text:
        lines.append(small(f"{say(language, 'card.wording')}: {claim.text}"))
    if claim.speaker:
        lines.append(small(say(language, "card.speaker", speaker=claim.speaker)))
    lines.append(_rationale(verdict, language))
    lines.append(_problem(verdict, language))
    if verdict.then is not None and claim.as_of is not None:
        told = say(language, "card.then", day=day(language, claim.as_of))
        lines.append(
            f'<p class="x-small-line">{text_of(told)}: {chip(verdict.then.label, language)}</p>'
        )
    return "".join(lines)


def _problem(verdict: Verdict, language: str) -> str:
    """What failed; "" when nothing did."""
    if not verdict.problem:
        return ""
    told = problem_in_words(verdict.problem, language)
    return banner("problem", f"{say(language, 'card.problem')}: {told}")


def _below(verdict: Verdict, language: str, *, pick: str = "") -> str:
    """The evidence under a card's head; nothing where the head says that nothing was judged."""
    if verdict.label is Label.UNJUDGED and not verdict.evidence:
        return ""
    return evidence_list(verdict, language, pick=pick)


def _rationale(verdict: Verdict, language: str) -> str:
    """What the rationale adds to the evidence cards; the whole of it folded away."""
    reasons = [r for e in verdict.evidence for r in e.reasons]
    quotes = [e.quote for e in verdict.evidence]
    return reasoning(verdict.rationale, reasons, quotes, verdict.claim.language, language)


def reasoning(
    rationale: str,
    reasons: Iterable[str],
    quotes: Iterable[str],
    spoken: str,
    language: str,
    *,
    between: str = "",
) -> str:
    """A rationale less the `reasons` and `quotes` that evidence tells; the whole is folded away.

    `spoken` is the language that it is written in, `between` HTML to put before the fold.
    """
    whole = [line for line in rationale.splitlines() if line.strip()]
    known = {reason.strip() for reason in reasons}
    cited = [" ".join(quote.split()) for quote in quotes]
    told = [
        line for line in whole
        if line.strip() not in known and not any(q and q in " ".join(line.split()) for q in cited)
    ]  # fmt: skip
    shown = f'<p class="x-why">{text_of(chr(10).join(told))}</p>' if told else ""
    if len(told) == len(whole):
        return shown + between
    words = say(language, "card.rationale")
    read = "\n".join(arithmetic(line, spoken) for line in whole)
    return f'{shown}{between}<details class="x-full"><summary>{words}</summary><p>{text_of(read)}</p></details>'


def verdict_card(
    verdict: Verdict,
    language: str,
    *,
    number: int = 0,
    with_evidence: bool = True,
    earlier: str = "",
    pick: str = "",
) -> str:
    """The whole answer to one claim. `earlier` is HTML about earlier verdicts."""
    foot = judged_by(verdict, language)
    if verdict.prompt_id:
        foot += f" · {verdict.prompt_id}"
    if used := verdict_cost(verdict, language):
        foot += f" · {used}"
    evidence = _below(verdict, language, pick=pick) if with_evidence else ""
    return (
        f'<section class="x-card x-edge-{verdict.label.value}" aria-label="{say(language, "card.claim")} '
        f'{number or ""}">{verdict_head(verdict, language, number=number)}{earlier}'
        f"{evidence}{small(foot)}</section>"
    )


def judged_by(verdict: Verdict, language: str) -> str:
    """Who judged, in words for the judge that ships with the program."""
    name = say(language, "card.own_judge") if verdict.method == OWN_JUDGE else verdict.method
    return f"{say(language, 'card.judged_by')} {name}"


def _judged_at(verdict: Verdict, language: str) -> str:
    """Who judged, and what that used where a language model did."""
    used = verdict_cost(verdict, language)
    return judged_by(verdict, language) + (f" · {used}" if used else "")


def claim_line(verdict: Verdict, number: int, language: str) -> str:
    """One claim of many: number, chip, words, and its evidence folded away."""
    return (
        f'<details class="x-card x-edge-{verdict.label.value}"><summary><span class="x-num">{number}</span>'
        f'{chip(verdict.label, language)}<span class="x-line">{text_of(verdict.claim.query)}</span></summary>'
        f"{verdict_head(verdict, language)}{_below(verdict, language)}"
        f"{small(_judged_at(verdict, language))}</details>"
    )


def _quoted(evidence: Evidence) -> str:
    passage = evidence.passage
    start, end = evidence.quote_start - passage.start, evidence.quote_end - passage.start
    if not 0 <= start <= end <= len(passage.text):
        return f"<mark>{text_of(evidence.quote)}</mark>"
    before, after = text_of(passage.text[:start]), text_of(passage.text[end:])
    return f"{before}<mark>{text_of(evidence.quote)}</mark>{after}"


def _reasons(evidence: Evidence, language: str) -> str:
    told = grounds(evidence, language)
    sums = [arithmetic(reason, language) for reason in evidence.reasons]
    items = "".join(
        f'<li class="{"x-sum" if line in sums and _ARITHMETIC & set(line) else "x-reason"}">{text_of(line)}</li>'
        for line in told
    )
    return f'<ul class="x-reasons">{items}</ul>' if told else ""
