"""Earlier verdicts on a claim, as the page shows them. No gradio here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assistant.answer import LABEL_WORDS
from assistant.recalled import who_overrode
from assistant.types import Earlier, Report
from assistant.ui import markup
from assistant.ui.words import day, say


def news(found: Sequence[Earlier], report: Report, today: date) -> list[Earlier]:
    """What was said earlier, less what this report says again on the same day."""
    verdict = report.verdicts[0]
    again = (verdict.claim.text, verdict.label, today, "")
    return [item for item in found if (item.text, item.label, item.day, item.by or "") != again]


def earlier_html(found: Sequence[Earlier], language: str) -> str:
    """What was said of the same claim before; nothing when it is new."""
    if not found:
        return ""
    lines = "".join(
        f"<li>{markup.chip(item.label, language)} {day(language, item.day)}"
        f"{' · ' + markup.text_of(_who(item, language)) if item.by else ''}"
        f" · {markup.text_of(item.text)}</li>"
        for item in found[:3]
    )
    words = say(language, "card.earlier")
    return f'<div class="x-earlier"><b>{words}</b><ul class="x-reasons">{lines}</ul></div>'


def _who(item: Earlier, language: str) -> str:
    """Who overrode what, and why."""
    names = LABEL_WORDS["th" if language == "th" else "en"]
    return ": ".join(filter(None, (who_overrode(item, names, language), item.reason)))
