"""Verdicts, evidence and documents as HTML. Everything from outside is escaped here.

The markup is one line without blank lines, so that it also survives inside Markdown.
"""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from urllib.parse import urlsplit

from assistant.answer import label_words
from assistant.types import Evidence, Label, Notice, Stance, Verdict
from assistant.ui.palette import STANCE_INK
from assistant.ui.words import day, say
from index.types import Document, Hit, Passage

_ARITHMETIC = frozenset("=≠<>≤≥≈✓✗✔✘×÷")


_FEW, _SHORT = 2, 60


def text_of(text: str) -> str:
    """`text` as HTML text on one line; line breaks become <br>."""
    flat = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "<br>".join(_inert(escape(" ".join(part.splitlines()))) for part in flat)


def _inert(text: str) -> str:
    # Markdown and LaTeX signs as entities, so that "*" or "$$" in a quote stays what it is.
    for sign in "\\`*_~$[]|":
        text = text.replace(sign, f"&#{ord(sign)};")
    return text


def link(url: str, words: str) -> str:
    """A link that opens a new tab, or just the words when `url` is not http(s)."""
    if not is_web(url):
        return text_of(words)
    address = _inert(escape(url.strip(), quote=True))
    return (
        f'<a class="x-link" href="{address}" target="_blank" rel="noopener noreferrer nofollow">'
        f"{text_of(words)}</a>"
    )


def is_web(url: str) -> bool:
    """Whether `url` is an http(s) address with a host."""
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


def chip(label: Label, language: str) -> str:
    """The verdict's chip: a shape, a colour and the word."""
    return f'<span class="x-chip x-{label.value}">{_icon()}{text_of(label_words(label, language))}</span>'


def stance_chip(stance: Stance, language: str) -> str:
    """What the evidence says, as a small chip."""
    from assistant.answer import STANCE_WORDS

    words = STANCE_WORDS["th" if language == "th" else "en"][stance]
    return f'<span class="x-chip x-small x-{STANCE_INK[stance.value]}">{_icon()}{words}</span>'


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
        f"{stance_chip(evidence.stance, language)}{_tier(document, language)}</div>"
        f'<blockquote class="x-quote" lang="{_lang(document.language)}">{_quoted(evidence)}</blockquote>'
        f"{_reasons(evidence.reasons)}{_source(document, language)}"
    )
    if pick:
        words = say(language, "card.show_passage")
        body += f'<button type="button" class="x-pick" data-pick="{escape(pick, quote=True)}">{words}</button>'
    ink = STANCE_INK[evidence.stance.value]
    return f'<article class="x-ev x-edge-{ink}" aria-label="{say(language, "card.evidence")} {number}">{body}</article>'


def evidence_list(verdict: Verdict, language: str, *, pick: str = "") -> str:
    """The evidence of a verdict; what is silent is folded away behind what speaks."""
    cards = [
        (
            e.stance,
            evidence_card(e, n, language, pick=f"{pick}:{n - 1}" if pick else ""),
        )
        for n, e in enumerate(verdict.evidence, 1)
    ]
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
        f'<p class="x-claim" lang="{_lang(claim.language)}">{text_of(claim.text)}</p>',
    ]
    if claim.query != claim.text:
        lines.append(_small(f"{say(language, 'card.reading')}: {claim.query}"))
    if claim.speaker:
        lines.append(_small(say(language, "card.speaker", speaker=claim.speaker)))
    lines.append(_rationale(verdict, language))
    if verdict.problem:
        lines.append(banner("problem", f"{say(language, 'card.problem')}: {verdict.problem}"))
    if verdict.then is not None and claim.as_of is not None:
        told = say(language, "card.then", day=day(language, claim.as_of))
        lines.append(
            f'<p class="x-small-line">{text_of(told)}: {chip(verdict.then.label, language)}</p>'
        )
    return "".join(lines)


def _rationale(verdict: Verdict, language: str) -> str:
    """What the rationale adds to the evidence cards; the whole of it folded away."""
    whole = [line for line in verdict.rationale.splitlines() if line.strip()]
    reasons = {r.strip() for e in verdict.evidence for r in e.reasons}
    quotes = [" ".join(e.quote.split()) for e in verdict.evidence]
    told = [
        line for line in whole
        if line.strip() not in reasons and not any(q and q in " ".join(line.split()) for q in quotes)
    ]  # fmt: skip
    shown = f'<p class="x-why">{text_of(chr(10).join(told))}</p>' if told else ""
    if len(told) == len(whole):
        return shown
    words = say(language, "card.rationale")
    return f'{shown}<details class="x-full"><summary>{words}</summary><p>{text_of(chr(10).join(whole))}</p></details>'


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
    foot = f"{say(language, 'card.judged_by')} {verdict.method}"
    if verdict.prompt_id:
        foot += f" · {verdict.prompt_id}"
    evidence = evidence_list(verdict, language, pick=pick) if with_evidence else ""
    return (
        f'<section class="x-card x-edge-{verdict.label.value}" aria-label="{say(language, "card.claim")} '
        f'{number or ""}">{verdict_head(verdict, language, number=number)}{earlier}'
        f"{evidence}{_small(foot)}</section>"
    )


def claim_line(verdict: Verdict, number: int, language: str) -> str:
    """One claim of many: number, chip, words, and its evidence folded away."""
    return (
        f'<details class="x-card x-edge-{verdict.label.value}"><summary><span class="x-num">{number}</span>'
        f'{chip(verdict.label, language)}<span class="x-line">{text_of(verdict.claim.text)}</span></summary>'
        f"{verdict_head(verdict, language)}{evidence_list(verdict, language)}"
        f"{_small(say(language, 'card.judged_by') + ' ' + verdict.method)}</details>"
    )


def tally(verdicts: Iterable[Verdict], language: str) -> str:
    """How many claims got each label, as chips."""
    found = [v.label for v in verdicts]
    parts = [
        f'<span class="x-chip x-{label.value}">{_icon()}{text_of(label_words(label, language))} <b>{count}</b></span>'
        for label in Label
        if (count := found.count(label))
    ]
    return f'<div class="x-tally">{"".join(parts)}</div>'


def banner(kind: str, words: str) -> str:
    """A notice over the page: kind is "info", "problem" or "done"."""
    role = "alert" if kind == "problem" else "status"
    return f'<div class="x-banner x-{kind}" role="{role}">{text_of(words)}</div>'


def busy(words: str) -> str:
    """A line that says what is being done."""
    return f'<p class="x-busy" role="status"><span class="x-dots" aria-hidden="true"></span>{text_of(words)}</p>'


def notices(found: Sequence[Notice], title: str, text: str = "") -> str:
    """What a reader should know about an article, folded when there is much of it.

    `text` is the article: the words that a notice is about are quoted from it.
    """
    if not found:
        return ""
    items = "".join(f"<li>{_about(n, text)}{text_of(n.message)}</li>" for n in found)
    head = f"{text_of(title)} ({len(found)})"
    opened = " open" if len(found) <= _FEW else ""
    return f'<details class="x-banner x-problem"{opened}><summary>{head}</summary><ul>{items}</ul></details>'


def _about(notice: Notice, text: str) -> str:
    words = " ".join(text[notice.start : notice.end].split())
    if not words:
        return ""
    return f"<b>“{text_of(words if len(words) <= _SHORT else words[:_SHORT] + '…')}”</b> "


def passage_card(hit: Hit, language: str) -> str:
    """A passage found by searching, with the rank that each retriever gave it."""
    ranks = "".join(
        f'<span class="x-rank"><i>{say(language, f"mode.{name}")}</i> {rank}</span>'
        for name, rank in hit.ranks
        if name in ("lexical", "dense", "exact", "hybrid")
    )
    return (
        f'<article class="x-ev"><div class="x-ev-head"><span class="x-num">{hit.rank}</span>'
        f"{_tier(hit.document, language)}{ranks}</div>"
        f'<blockquote class="x-quote" lang="{_lang(hit.passage.language)}">{text_of(hit.passage.text)}</blockquote>'
        f"{_source(hit.document, language)}</article>"
    )


def in_document(document: Document, marked: tuple[int, int], language: str) -> str:
    """The document's text with the span `marked` highlighted."""
    start, end = marked
    text = (
        f"{text_of(document.text[:start])}<mark>{text_of(document.text[start:end])}</mark>"
        f"{text_of(document.text[end:])}"
    )
    return (
        f'<article class="x-doc"><h3>{text_of(document.title or document.id)}</h3>'
        f"{_source(document, language, title=False)}"
        f'<div class="x-text" lang="{_lang(document.language)}">{text}</div></article>'
    )


def passages(found: Sequence[Passage], title: str) -> str:
    """The passages of one document, numbered, with their offsets."""
    items = "".join(
        f'<li lang="{_lang(p.language)}"><span class="x-rank">{p.start}–{p.end}</span> {text_of(p.text)}</li>'
        for p in found
    )
    return f'<div class="x-doc"><h3>{text_of(title)}</h3><ol class="x-passages">{items}</ol></div>'


def _quoted(evidence: Evidence) -> str:
    passage = evidence.passage
    start, end = evidence.quote_start - passage.start, evidence.quote_end - passage.start
    if not 0 <= start <= end <= len(passage.text):
        return f"<mark>{text_of(evidence.quote)}</mark>"
    before, after = text_of(passage.text[:start]), text_of(passage.text[end:])
    return f"{before}<mark>{text_of(evidence.quote)}</mark>{after}"


def _reasons(reasons: Sequence[str]) -> str:
    if not reasons:
        return ""
    items = "".join(
        f'<li class="{"x-sum" if _ARITHMETIC & set(r) else "x-reason"}">{text_of(r)}</li>'
        for r in reasons
    )
    return f'<ul class="x-reasons">{items}</ul>'


def _source(document: Document, language: str, *, title: bool = True) -> str:
    name = document.title or document.id
    parts = [link(document.url, name)] if title else []
    parts += [text_of(document.publisher)] if document.publisher else []
    parts.append(day(language, document.published))
    if not title and is_web(document.url):
        parts.append(link(document.url, say(language, "card.source")))
    return f'<p class="x-source">{" · ".join(parts)}</p>'


def _tier(document: Document, language: str) -> str:
    return f'<span class="x-tier x-tier-{document.tier.value}">{say(language, f"tier.{document.tier.value}")}</span>'


def _small(words: str) -> str:
    return f'<p class="x-small-line">{text_of(words)}</p>'


def _icon() -> str:
    return '<span class="x-icon" aria-hidden="true"></span>'


def _lang(language: str) -> str:
    return "th" if language == "th" else "en"
