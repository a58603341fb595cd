"""When two names are the same, also across scripts."""

from __future__ import annotations

from assistant.names.sound import coarse, skeleton


def same_name(a: str, b: str) -> bool:
    """Whether `a` and `b` name the same thing, in either script."""
    if a.casefold().strip() == b.casefold().strip():
        return True
    one, two = coarse(skeleton(a)), coarse(skeleton(b))
    return len(one) > 2 and one == two
