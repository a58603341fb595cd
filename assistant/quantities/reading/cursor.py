"""Looking at tokens and at what stands between them."""

from __future__ import annotations

from assistant.quantities.reading.numbers import near
from assistant.quantities.reading.scan import Scanned, Token
from assistant.quantities.words.lexicon import Sense


class Cursor:
    """The tokens of one scanned text."""

    def __init__(self, scanned: Scanned) -> None:
        self.scanned, self.tokens = scanned, scanned.tokens

    def _get(self, i: int, sense: Sense) -> Token | None:
        if not 0 <= i < len(self.tokens) or sense not in self.tokens[i].senses:
            return None
        if i and not near(self.scanned, self.tokens[i - 1], self.tokens[i]):
            return None
        return self.tokens[i]

    def _touching(self, i: int) -> bool:
        return near(self.scanned, self.tokens[i - 1], self.tokens[i])
