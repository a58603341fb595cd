"""One query searched three ways, side by side, with what explains the order."""

from __future__ import annotations

from assistant.errors import InputError
from assistant.ui import documents, markup
from assistant.ui.backstage import Backstage
from assistant.ui.words import say
from index.types import Mode

WAYS = (Mode.LEXICAL, Mode.DENSE, Mode.HYBRID)
SHOWN = 5
LOOKED = 50
"""How deep a passage's rank is looked for in the other ways' lists."""


def side_by_side(stage: Backstage, query: str, language: str) -> str:
    """The first passages by words, by meaning and by both, each with its rank in all three.

    Raises `InputError` when the query is empty, `EmptyStore` when there is nothing to search in.
    """
    if not query.strip():
        raise InputError(say(language, "library.no_query"))
    found = {}
    for mode in WAYS:
        with stage.checker() as checker:
            found[mode] = checker.library.retriever.search(query, k=LOOKED, mode=mode)
    places = {mode: {hit.passage.id: hit.rank for hit in hits} for mode, hits in found.items()}
    columns = []
    for mode, hits in found.items():
        cards = [
            documents.passage_card(
                hit, {m: of.get(hit.passage.id) for m, of in places.items()}, language
            )
            for hit in hits[:SHOWN]
        ]
        body = "".join(cards) or f'<p class="x-soft">{say(language, "library.nothing")}</p>'
        columns.append(f"<section><h3>{say(language, f'mode.{mode.value}')}</h3>{body}</section>")
    return f'<div class="x-columns">{"".join(columns)}</div>{_why(language)}'


def _why(language: str) -> str:
    """How the mixed list is made, with the weights it is made with."""
    from index.retriever import OTHER_LANGUAGE, SAME_LANGUAGE

    told = say(
        language, "library.why_mixed", same=SAME_LANGUAGE[0], other=OTHER_LANGUAGE[0],
        same_words=SAME_LANGUAGE[1], other_words=OTHER_LANGUAGE[1],
    )  # fmt: skip
    return markup.folded(say(language, "library.why"), f"<p>{markup.text_of(told)}</p>")
