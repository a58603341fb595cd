"""An article as far as its claims are judged: its state, and how the article desk shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from assistant.answer import label_words
from assistant.errors import JingmaiError
from assistant.types import Extraction, Verdict
from assistant.ui import cards, markup
from assistant.ui.reader import article
from assistant.ui.words import say
from assistant.ui.words.of_errors import in_words


@dataclass(frozen=True, slots=True)
class Work:
    """One user's article: what was found in it, judged so far, and which claim is looked at.

    `stopped` says that the reader ended the check early; `only` names the field that was read
    where others were filled as well, else it is "". `problem` is the error that ended it early.
    """

    extraction: Extraction | None = None
    verdicts: tuple[Verdict, ...] = ()
    chosen: int = -1
    stopped: bool = False
    only: str = ""
    problem: JingmaiError | None = None


def head(work: Work, language: str) -> str:
    """What is said above the article: warnings, the count of verdicts, how the check ended."""
    parts = []
    if work.only:
        field = say(language, f"article.only_{work.only}")
        parts.append(markup.banner("info", say(language, "article.only", field=field)))
    found = work.extraction
    if found is not None:
        title = say(language, "article.alarm")
        parts.append(markup.notices(found.warnings, title, found.document.text))
        if not found.claims:
            parts.append(markup.banner("info", say(language, "chat.no_claims")))
        else:
            parts.append(markup.tally(work.verdicts, language))
    if work.stopped:
        parts.append(markup.banner("info", stopped(work, language)))
    if work.problem is not None:
        parts.append(markup.banner("problem", in_words(work.problem, language)))
    return "".join(parts)


def progress(work: Work, language: str) -> str:
    """How many claims are judged, while they are; "" when there are none."""
    done, count = len(work.verdicts), len(work.extraction.claims) if work.extraction else 0
    return markup.busy(say(language, "article.progress", done=done, count=count)) if count else ""


def stopped(work: Work, language: str) -> str:
    """That the check was ended early, and how far it came."""
    if work.extraction is None:
        return say(language, "chat.stopped")
    done, count = len(work.verdicts), len(work.extraction.claims)
    return say(language, "article.stopped", done=done, count=count)


def reader(work: Work, language: str) -> str:
    """The text with its claims marked; "" before there is one."""
    found = work.extraction
    if found is None:
        return ""
    return article(
        found.document, found.claims, work.verdicts, found.warnings, language,
        chosen=work.chosen, stopped=work.stopped or work.problem is not None,
    )  # fmt: skip


def detail(work: Work, language: str) -> str:
    """The card of the claim looked at."""
    if work.chosen < 0:
        return markup.banner("info", say(language, "article.pick"))
    verdict = work.verdicts[work.chosen]
    return cards.verdict_card(verdict, language, number=work.chosen + 1, pick=str(work.chosen))


def rows(work: Work, language: str) -> dict[str, Any]:
    """The verdicts as the value of a table."""
    heads = ("number", "claim", "verdict", "confidence", "worth")
    data = [
        [
            n, v.claim.query, label_words(v.label, language),
            None if v.confidence is None else round(v.confidence, 2),
            round(v.claim.check_worthiness, 2),
        ]
        for n, v in enumerate(work.verdicts, 1)
    ]  # fmt: skip
    return {"headers": [say(language, f"col.{h}") for h in heads], "data": data}
