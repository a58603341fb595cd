"""What the chat answers to a turn, piece by piece. No gradio here: turns in, HTML out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from assistant.errors import InputError, JingmaiError
from assistant.recalled import new_to
from assistant.spending import report_cost
from assistant.types import Extraction, Report, Verdict
from assistant.ui import cards, documents, markup
from assistant.ui.backstage import Backstage
from assistant.ui.conversation import ARTICLE_LENGTH, Act, Context, Turn
from assistant.ui.earlier import earlier_html, news
from assistant.ui.words import day, say
from assistant.ui.words.of_errors import in_words
from index.types import Document, Kind, Mode

LONGEST_TEXT = 200_000
"""Code points of a pasted article."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The answer so far: `html` replaces what was shown before, `context` is for the next turn.

    `report` is the finished report, None while it is being made or when there is none.
    """

    html: str
    context: Context
    report: Report | None = None


def reply(
    turn: Turn, context: Context, backstage: Backstage, *, as_of: date | None = None
) -> Iterator[Reply]:
    """Answer `turn`, growing. Raises `JingmaiError` for what the reader can mend."""
    answer = _ANSWERS[turn.act]
    yield from answer(turn, context, backstage, as_of)


def _claim(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    language = turn.language
    shown = ""
    if turn.restated or as_of:
        told = f"{say(language, 'card.checking')}: {turn.text}"
        told += f" ({say(language, 'card.as_of', day=day(language, as_of))})" if as_of else ""
        shown = f'<p class="x-small-line">{markup.text_of(told)}</p>'
    count = backstage.seen.documents
    yield Reply(shown + markup.busy(say(language, "chat.searching", documents=count)), context)
    with backstage.checker() as checker:
        report = checker.check(turn.text, as_of=as_of)
        known = news(checker.earlier(report.verdicts[0].claim), report, backstage.today())
        earlier = earlier_html(known, language)
        backstage.remember(checker, report)
    context = Context(verdicts=report.verdicts)
    yield from _unfold(shown, report, earlier, context, language)


def _unfold(
    shown: str, report: Report, earlier: str, context: Context, language: str
) -> Iterator[Reply]:
    verdict = report.verdicts[0]
    if verdict.evidence:
        head = cards.verdict_card(verdict, language, with_evidence=False, earlier=earlier)
        yield Reply(shown + head, context)
    whole = cards.verdict_card(verdict, language, earlier=earlier)
    yield Reply(shown + whole, context, report)


def _article(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    if len(turn.text) > LONGEST_TEXT:
        raise InputError(say(turn.language, "error.long", length=len(turn.text)))
    document = pasted(turn.text, turn.language)
    if len(turn.text) < ARTICLE_LENGTH:
        document = replace(document, title="")  # a few claims, the first of them no heading
    yield from _check_document(document, turn.language, backstage, as_of)


def _page(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    told = say(turn.language, "chat.fetching", address=turn.text)
    yield Reply(markup.busy(told), context)
    document = read(address(turn.text))
    yield from _check_document(document, turn.language, backstage, as_of)


def _file(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    for path in turn.paths:
        document = read(path)
        if not document.title:
            document = replace(document, title=Path(path).name)
        yield from _check_document(document, turn.language, backstage, as_of)


def _check_document(
    document: Document, language: str, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    heading = f'<p class="x-claim">{markup.text_of(document.title)}</p>' if document.title else ""
    empty = Context(article=document)
    yield Reply(heading + markup.busy(say(language, "chat.reading")), empty)
    with backstage.checker() as checker:
        extraction = checker.extract(document)
    count = len(extraction.claims)
    alarm = markup.notices(extraction.warnings, say(language, "article.alarm"), document.text)
    if not count:
        told = markup.banner("info", say(language, "chat.no_claims"))
        with backstage.checker() as checker:
            report = checker.report_of(extraction, ())
        yield Reply(heading + alarm + told, empty, report)
        return
    verdicts: list[Verdict] = []
    yield Reply(heading + alarm + markup.busy(say(language, "chat.found", count=count)), empty)
    stopped = extraction.stopped
    try:
        for verdict in judged(extraction, backstage, as_of):
            verdicts.append(verdict)
            lines = "".join(cards.claim_line(v, n, language) for n, v in enumerate(verdicts, 1))
            told = markup.busy(say(language, "chat.summary", done=len(verdicts), count=count))
            context = Context(verdicts=tuple(verdicts), article=document)
            yield Reply(f"{heading}{alarm}{markup.tally(verdicts, language)}{lines}{told}", context)
    except JingmaiError as error:
        stopped = error  # what was judged until then stays
    with backstage.checker() as checker:
        report = checker.report_of(extraction, tuple(verdicts), stopped=stopped)
        backstage.remember(checker, report)
    verdicts = list(report.verdicts)  # with what was said of their claims before
    lines = "".join(cards.claim_line(v, n, language) for n, v in enumerate(verdicts, 1))
    hint = f'<p class="x-small-line">{say(language, "chat.ask_evidence")}</p>'
    ended = markup.banner("problem", in_words(stopped, language)) if stopped else ""
    spent = report_cost(report, language)
    used = markup.small(spent) if spent else ""
    html = f"{heading}{alarm}{markup.tally(verdicts, language)}{lines}{ended}{hint}{used}"
    yield Reply(html, Context(verdicts=tuple(verdicts), article=document), report)


def judged(
    extraction: Extraction, backstage: Backstage, as_of: date | None = None
) -> Iterator[Verdict]:
    """Verdicts in reading order, the checker being handed on after each."""
    for claim in extraction.claims:
        with backstage.checker() as checker:
            found = tuple(checker.judge_claims([claim], cutoff=as_of))
        yield from found


def read(path_or_url: str) -> Document:
    """A file or page as an article. Raises `InputError`."""
    from index.ingest import read_article  # brings in the readers of every file type

    return read_article(path_or_url)


def address(text: str) -> str:
    """`text` as a web address. Raises `InputError` for anything else, above all for a path.

    What visitors type must never name a file of the machine that serves the page.
    """
    if not markup.is_web(text):
        raise InputError(
            f"not a web address: {text.strip()[:200]}", hint="only http:// and https:// are fetched"
        )
    return text.strip()


def pasted(text: str, language: str, *, published: date | None = None) -> Document:
    """A pasted text as an article; its first line is the title when it is short."""
    first = text.strip().splitlines()[0] if text.strip() else ""
    title = first if len(first) <= 120 and first != text.strip() else ""
    return Document(
        id="pasted", title=title, text=text, language=language, published=published,
        kind=Kind.ARTICLE,
    )  # fmt: skip


def _evidence(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    language, count = turn.language, len(context.verdicts)
    if count > 1:
        number = turn.number or context.focus + 1
        if not 1 <= number <= count:
            raise InputError(say(language, "error.number", number=number, count=count))
        verdict = context.verdicts[number - 1]
        earlier = earlier_html(new_to(verdict), language)
        card = cards.verdict_card(verdict, language, number=number, earlier=earlier)
        yield Reply(card, replace(context, focus=number - 1))
        return
    verdict = context.verdicts[0]
    pieces = verdict.evidence
    if turn.number > len(pieces):
        told = say(language, "error.number", number=turn.number, count=len(pieces))
        raise InputError(told)
    if not turn.number:
        yield Reply(cards.evidence_list(verdict, language), context)
        return
    piece = pieces[turn.number - 1]
    card = cards.evidence_card(piece, turn.number, language)
    span = (piece.quote_start, piece.quote_end)
    yield Reply(card + documents.in_document(piece.document, span, language), context)


def _why(turn: Turn, context: Context, backstage: Backstage, as_of: date | None) -> Iterator[Reply]:
    verdict = context.verdict or context.verdicts[0]
    number = context.focus + 1 if len(context.verdicts) > 1 else 0
    card = cards.verdict_card(verdict, turn.language, number=number)
    yield Reply(card, context)
    try:
        with backstage.checker() as checker:
            written = checker.answer(verdict, turn.text)
    except JingmaiError as error:
        yield Reply(card + markup.banner("problem", in_words(error, turn.language)), context)
        return
    if written:
        yield Reply(f"<p>{markup.text_of(written)}</p>{card}", context)


def _summary(
    turn: Turn, context: Context, backstage: Backstage, as_of: date | None
) -> Iterator[Reply]:
    language = turn.language
    lines = "".join(cards.claim_line(v, n, language) for n, v in enumerate(context.verdicts, 1))
    yield Reply(markup.tally(context.verdicts, language) + lines, context)


def _passages(key: str) -> Callable[..., Iterator[Reply]]:
    """Answers without a verdict: why there is none, and the passages that come nearest."""

    def answer(
        turn: Turn, context: Context, backstage: Backstage, as_of: date | None
    ) -> Iterator[Reply]:
        language = turn.language
        count = backstage.seen.documents
        yield Reply(markup.busy(say(language, "chat.searching", documents=count)), context)
        with backstage.checker() as checker:
            hits = checker.library.retriever.search(turn.text, k=3, mode=Mode.HYBRID)
        told = markup.banner("info", say(language, key if hits else "chat.nothing_found"))
        for hit in hits:
            ranks = {Mode(name): rank for name, rank in hit.ranks if name in set(Mode)}
            told += documents.passage_card(hit, ranks, language)
        yield Reply(told, context)

    return answer


def _saying(key: str) -> Callable[..., Iterator[Reply]]:
    def answer(
        turn: Turn, context: Context, backstage: Backstage, as_of: date | None
    ) -> Iterator[Reply]:
        yield Reply(markup.banner("info", say(turn.language, key)), context)

    return answer


_ANSWERS: dict[Act, Callable[[Turn, Context, Backstage, date | None], Iterator[Reply]]] = {
    Act.CLAIM: _claim,
    Act.ARTICLE: _article,
    Act.PAGE: _page,
    Act.FILE: _file,
    Act.EVIDENCE: _evidence,
    Act.WHY: _why,
    Act.QUESTION: _passages("chat.passages"),
    Act.ADVICE: _passages("chat.advice"),
    Act.ASIDE: _saying("chat.aside"),
    Act.SUMMARY: _summary,
    Act.HELLO: _saying("chat.hello"),
    Act.THANKS: _saying("chat.thanks"),
    Act.LOST: _saying("chat.lost"),
    Act.EMPTY: _saying("chat.empty"),
}
