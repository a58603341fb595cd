"""What a reading handle sees at one moment: a cache, its snapshot and the lexical index."""

from __future__ import annotations

from dataclasses import dataclass

from index.cache import Cache
from index.lexical import Lexical
from index.snapshot import Snapshot, load_snapshot


@dataclass(frozen=True, slots=True)
class State:
    """One consistent state of a library, held until a writer changes it."""

    cache: Cache
    snapshot: Snapshot
    lexical: Lexical


def load_state(cache: Cache, dimensions: int) -> State:
    """Read the state of `cache`; vectors have `dimensions` components."""
    snapshot = load_snapshot(cache, dimensions)
    return State(cache, snapshot, Lexical(cache, snapshot))
