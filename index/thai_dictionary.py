"""pythainlp's dictionary, of which only the words that a text may hold are laid out.

Laying out all 62,000 words takes as long as the rest of a check. A text needs those that begin
with two letters that stand in it, a few hundred; they are laid out when they are first asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from threading import Lock

from pythainlp.util.trie import Trie

_KEY = 2


class LazyTrie(Trie):  # type: ignore[misc]  # pythainlp has no types
    """A trie of `words` that answers as a whole one does. Thread-safe."""

    def __init__(self, words: Iterable[str]) -> None:
        super().__init__(())
        self._lock = Lock()
        self._waiting: dict[str, list[str]] = {}
        for word in map(str.strip, words):
            if len(word) < _KEY:
                self.add(word)
            else:
                self._waiting.setdefault(word[:_KEY], []).append(word)

    def prefixes(self, text: str, start: int = 0) -> list[str]:
        """The words that stand in `text` at `start`, the shortest first."""
        key = text[start : start + _KEY]
        if key in self._waiting:
            self._lay_out(key)
        found: list[str] = super().prefixes(text, start)
        return found

    def __contains__(self, word: str) -> bool:
        """Whether `word` is one of the words."""
        self._lay_out(word[:_KEY])
        return bool(super().__contains__(word))

    def __iter__(self) -> Iterator[str]:
        """All words."""
        for key in list(self._waiting):
            self._lay_out(key)
        yield from super().__iter__()

    def __len__(self) -> int:
        """How many words there are."""
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        """Whether there are any words, without counting them."""
        return bool(self._waiting) or bool(self._word_count)

    def _lay_out(self, key: str) -> None:
        with self._lock:
            for word in self._waiting.get(key, ()):
                self.add(word)
            self._waiting.pop(key, None)  # only now: others wait until all of them are there
