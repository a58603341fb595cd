"""The audit log of reviews as a table, the newest decision first."""

# ruff: noqa: E501 (markup reads best unbroken)

from __future__ import annotations

from datetime import datetime

from assistant.review import AuditLog, Entry
from assistant.types import Label, Stance
from assistant.ui import markup
from assistant.ui.words import day, say
from assistant.ui.words.of_errors import problem_in_words

SHOWN = 40
"""Entries in the table; the export has them all."""

_COLUMNS = ("when", "who", "what", "claim", "said", "decided", "document", "reason")


def audit_table(audit: AuditLog, language: str) -> str:
    """Whether the log is as it was written, and its last entries; on a phone one under another."""
    problem = audit.verify()
    if problem:
        told = say(language, "review.broken", problem=problem_in_words(problem, language))
        return markup.banner("problem", told)
    entries = audit.entries()
    intact = markup.banner("info", say(language, "review.intact", count=len(entries)))
    if not entries:
        return intact
    rows = "".join(_row(entry, language) for entry in reversed(entries[-SHOWN:]))
    heads = "".join(f'<th scope="col">{say(language, f"review.{n}")}</th>' for n in _COLUMNS)
    title = say(language, "review.log")
    return (
        f'{intact}<div class="x-scroll" tabindex="0" role="region" aria-label="{title}"><table class="x-table x-stack x-named"><caption>{title}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(entry: Entry, language: str) -> str:
    d = entry.decision
    at = datetime.fromisoformat(entry.at).astimezone()
    now = markup.chip(Label(d.label), language) if d.label else ""
    if d.stance:
        now = markup.stance_chip(Stance(d.stance), language)
    cells = (
        f"{day(language, at.date())} {at:%H:%M}",
        markup.text_of(d.who),
        say(language, f"action.{d.action.value}"),
        markup.text_of(d.claim),
        markup.chip(Label(d.machine_label), language) if d.machine_label else "",
        now,
        markup.text_of(d.document_id),
        markup.text_of(d.reason),
    )
    told = zip(_COLUMNS, cells, strict=True)
    return (
        f"<tr>{''.join(_cell(say(language, f'review.{name}'), cell) for name, cell in told)}</tr>"
    )


def _cell(name: str, cell: str) -> str:
    if not cell:
        return '<td class="x-none">–</td>'
    return f'<td data-name="{name}">{cell}</td>'
