"""Readings made by hand: documents, notes and strengths without any model."""

from assistant.judge.alignment import Coverage
from assistant.judge.features import FEATURES, Notes
from assistant.judge.stance import Reading
from assistant.quantities import Relation, Why
from assistant.types import Evidence, Stance
from index.types import Document, Passage, Tier


def evidence(name: str, text: str, *, tier: Tier = Tier.PRESS) -> Evidence:
    document = Document(name, name, text, "en", publisher=name, tier=tier)
    passage = Passage(f"{name}#0", name, text, "en", 0, len(text))
    return Evidence("c", passage, document, 0, len(text), score=0.8)


def notes(item: Evidence, *, set_aside: str | None = None, **values: float) -> Notes:
    given = {"related": 0.8, "covered": 0.8, "names": 1.0, **values}
    row = tuple(given.get(name, 0.0) for name in FEATURES)
    relation = Relation(Stance.SILENT, Why.NO_QUANTITY)
    return Notes(item, relation, Coverage(0.8, 0.8, ""), row, set_aside)


def reading(
    name: str, supports: float, refutes: float, *, text: str = "", tier: Tier = Tier.PRESS
) -> Reading:
    item = evidence(name, text or f"{name} {name}1 {name}2 {name}3 {name}4", tier=tier)
    return Reading(notes(item), 1.0, supports, refutes)
