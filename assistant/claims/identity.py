"""When two claims are the same claim: the same figures, years, names, matter and polarity.

Nearness of vectors finds candidates; identity is decided here, because "$26.3 billion" and
"$27.8 billion", or 2024 and 2025, or two companies, make sentences that are nearly equal and
claims that are not.
"""

from __future__ import annotations

from assistant.claims.amounts import amounts, bounded, same_amounts, times_agree
from assistant.claims.glossary import Glossary
from assistant.claims.matter import same_matter
from assistant.claims.parties import same_parties
from assistant.claims.wording import telling, uncovered
from assistant.quantities import parse
from assistant.types import Claim, Quantity

# Of claims that state no figure, the share of telling words that both must have. Measured on the
# seed claims: claims reworded share 0.56 and more, others 0.5 and less.
_ALIKE = 0.55
# In claims of so few telling words one that is exchanged makes another claim.
_FEW = 6


def same_claim(a: Claim, b: Claim, *, glossary: Glossary | None = None) -> bool:
    """Whether `a` and `b` say the same, given that they are about as much as alike.

    Every amount of one must stand in the other, from the same side of it; times must not
    contradict each other; neither may speak of somebody or something that the other replaces by
    another; and both must affirm or deny. `glossary` knows words across the two languages;
    without one only names, figures and the tables tell claims of two languages apart.
    """
    if a.negated != b.negated:
        return False
    mine, theirs = _quantities(a), _quantities(b)
    return (
        same_amounts(amounts(mine), amounts(theirs))
        and times_agree(mine, theirs)
        and same_matter(a, b)
        and same_parties(a, b, glossary)
        and (bool(amounts(mine)) or glossary is None or _worded_alike(a, b, glossary))
    )


def _worded_alike(a: Claim, b: Claim, glossary: Glossary) -> bool:
    """Whether most of what either says without figures stands in the other."""
    sides = ((a.query, b.query), (b.query, a.query))
    lacking = [len(uncovered(one, two, glossary)) for one, two in sides]
    counts = [len(telling(one)) for one, _ in sides]
    if all(lacking) and max(counts) <= _FEW:
        return False
    return all(n <= (1 - _ALIKE) * count for n, count in zip(lacking, counts, strict=True))


def _quantities(claim: Claim) -> tuple[Quantity, ...]:
    text = claim.query
    found = claim.quantities or parse(text, language=claim.language, as_of=claim.as_of)
    return bounded(found, text)
