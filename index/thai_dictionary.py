"""pythainlp's dictionary as a table of words by how they begin.

A trie of its 62,000 words takes as long to lay out as the rest of a check, and 60 MB. The table
holds the words and little else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pythainlp.util.trie import Trie

_KEY = 4
_REMEMBERED = 30_000


class WordTable(Trie):  # type: ignore[misc]  # pythainlp has no types
    """Answers as a trie of `words` does; it cannot be changed. Thread-safe."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(())
        self._short: set[str] = set()
        self._long: dict[str, list[str]] = {}
        self._begun: dict[str, list[str]] = {}
        for word in sorted({word.strip() for word in words}, key=len):
            if len(word) < _KEY:
                self._short.add(word)
            else:
                self._long.setdefault(word[:_KEY], []).append(word)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that stand in `text` at `start`, the shortest first."""
        key = text[start : start + _KEY]
        short = self._begun.get(key)
        if short is None:
            short = self._begin(key)
        if key in self._long:
            return short + [word for word in self._long[key] if text.startswith(word, start)]
        return short[:]

    def _begin(self, key: str) -> list[str]:
        """The words shorter than `_KEY` that stand at the beginning of `key`, remembered."""
        starts = [key[:n] for n in range(1, min(_KEY, len(key) + 1))]
        if len(self._begun) >= _REMEMBERED:
            self._begun = {}
        return self._begun.setdefault(key, [start for start in starts if start in self._short])

    def __contains__(self, word: str) -> bool:
        """Whether `word` is one of the words."""
        return word in self._short or word in self._long.get(word[:_KEY], ())

    def __iter__(self) -> Iterator[str]:
        """All words."""
        yield from self._short
        for words in self._long.values():
            yield from words

    def __len__(self) -> int:
        """How many words there are."""
        return len(self._short) + sum(map(len, self._long.values()))

    def __bool__(self) -> bool:
        """Whether there are any words, without counting them."""
        return bool(self._short) or bool(self._long)
