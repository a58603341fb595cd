"""Whether the evidence names the parties of a claim."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.names import HOME, named_in, names_in, same_name, usual
from assistant.quantities.compare import Why
from assistant.quantities.linking.echo import echo
from assistant.quantities.sentence.facts import Fact
from assistant.quantities.sentence.frame import Frame


@lru_cache(maxsize=8192)
def renamed(claim: str, evidence: str) -> bool:
    """Whether both sentences open with a Latin name and the two share only a part.

    Northmere Bank is not Northmere Insurance; Kestrel may be Kestrel Foundry.
    """
    one, two = names_in(claim, "en"), names_in(evidence, "en")
    if not one or not two:
        return False
    first = one[0].text
    if any(same_name(first, other.text) for other in two):
        return False
    head = first.split()[0].lower()
    kin = [other.text for other in two if other.text.split()[0].lower() == head]
    return bool(kin) and " " in first


@lru_cache(maxsize=8192)
def other_party(claim: str, evidence: str, context: str) -> Why | None:
    """`OTHER_PARTY` when the claim's subject is named nowhere in the evidence or its context.

    Names that carry a number (R1, H800) must all be there: they tell one product from another.
    """
    where = f"{context}\n{evidence}" if context else evidence
    home = HOME.get("th" if _THAI.search(evidence) else "en")  # its own press seldom names it
    names = [name.text for name in names_in(claim) if usual(name.text) != home]
    if names and not any(named_in(name, where) for name in names[:2]):
        return Why.OTHER_PARTY
    squeezed = where.lower().replace("-", "").replace(" ", "")
    models = (m.group().lower().replace("-", "") for m in _MODEL.finditer(claim))
    return None if all(model in squeezed for model in models) else Why.OTHER_PARTY


_THAI = re.compile(r"[\u0e00-\u0e7f]")
_MODEL = re.compile(r"(?<![A-Za-z0-9])(?!Q[1-4]|H[12]|FY)[A-Z][A-Za-z]*-?\d+(?![A-Za-z0-9_%])")


@lru_cache(maxsize=8192)
def names_its_parties(claim: str, evidence: str) -> bool:
    """Whether the sentence itself names the claim's subject, or no other party at all."""
    names = [name.text for name in names_in(claim)][:2]
    if not names:
        return True
    if named_in(names[0], evidence):
        return True
    return not names_in(evidence)


@lru_cache(maxsize=8192)
def names_all(claim: str, evidence: str, context: str) -> bool:
    """Whether every name of the claim is mentioned by the evidence or what precedes it."""
    where = f"{context}\n{evidence}" if context else evidence
    return all(named_in(name.text, where) for name in names_in(claim))


def anothers(claim: str, other: Fact, theirs: Frame) -> bool:
    """Whether a figure of a list bears another party's name, and a rival figure the claim's."""
    if not borne_by_another(claim, other):
        return False
    rivals = (f for f in theirs.facts if f is not other and f.quantity.unit == other.quantity.unit)
    return any(_heard(name.text, claim) for f in rivals for name in names_in(f.left))


def _heard(name: str, claim: str) -> bool:
    """Whether a name, or a Latin one of several short words as a whole, is in the claim."""
    return named_in(name, claim) or (" " in name and echo(name, claim) >= _WHOLE)


_WHOLE = 0.75  # of the consonants of such a name


def told_of_others(claim: str, other: Fact) -> bool:
    """Whether the words around a figure of the evidence name parties, and none of the claim's."""
    around = f"{other.left} {other.right}"
    names, mine = names_in(around), names_in(claim)
    shared = any(named_in(n.text, claim) for n in names) or any(
        named_in(m.text, around) for m in mine
    )
    return bool(names and mine) and not shared


def borne_by_another(claim: str, other: Fact) -> bool:
    """Whether the words before a figure of the evidence name parties, and none of the claim's, and
    its own clause names none of them behind it either: $80 billion at Microsoft."""
    names = names_in(other.left)
    behind = names_in(other.right.partition(",")[0])
    return bool(names) and not any(named_in(name.text, claim) for name in (*names, *behind))
