"""What is noted about one claim beside one evidence sentence: named numbers, all inspectable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from itertools import pairwise

from assistant.evidence import WHOLE, context_of, is_given, overlap
from assistant.judge.addressed import no_evidence
from assistant.judge.alignment import Aligner, Coverage
from assistant.judge.cues import cues_in, opposed
from assistant.judge.denial import denies, denies_matter
from assistant.judge.figures import figures, near_bound, of_a_kind
from assistant.judge.reader import Reader
from assistant.names import HOME, PLACES, Name, named_in, names_in, usual
from assistant.quantities import Relation, relate
from assistant.quantities.sentence.frame import frame
from assistant.types import Claim, Evidence, Stance

ELSEWHERE = frozenset({"other_period", "other_party", "other_measure"})
"""Codes of `relate` for a figure that is real but belongs to something else."""

FEATURES = (
    "related", "alike", "covered", "worst", "words", "figures",
    "names", "names_here", "name_missing",
    "q_supports", "q_complete", "q_refutes", "q_elsewhere", "q_silent", "q_none",
    "story_supports", "story_refutes",
    "amounts", "matched", "mistimed", "nearby", "slipped", "apart", "near", "other_unit",
    "periods", "period_matched", "period_nearby", "period_apart",
    "negation", "denied", "both_deny", "opposed", "extreme", "planned", "unplanned", "doubt",
    "hypothetical",
    "reader_supports", "reader_refutes",
)  # fmt: skip
"""Names of the numbers in `Notes.values`, in order; all lie about in 0..1. `alike` is noted of
evidence that the user gives; of other evidence `related` says as much."""

_PLACE = {name: i for i, name in enumerate(FEATURES)}


@dataclass(frozen=True, slots=True)
class Notes:
    """The pair: relation of figures, coverage, and one value for each of `FEATURES`.

    `relation` is the strict one where it speaks, else the one that takes claim and evidence to
    tell of one event.

    `set_aside` says why the sentence is no evidence at all, None when it may be.
    """

    evidence: Evidence
    relation: Relation
    coverage: Coverage
    values: tuple[float, ...]
    set_aside: str | None = None

    def value(self, feature: str) -> float:
        """The value of one of `FEATURES`."""
        return self.values[_PLACE[feature]]

    @property
    def topical(self) -> float:
        """How much the sentence is about the claim: relatedness, names and covered words."""
        named, covered = self.value("names"), self.value("covered")
        return self.value("related") * (0.4 + 0.6 * named) * (0.5 + 0.5 * covered)


READ, READ_WITH_FIGURES = 2, 1
"""How many passages the pair reader reads for a claim, those of the most related sentences; fewer
where the claim states figures, which decide more cheaply."""

DATED_ALIKE = 0.5
"""What is left of a contradiction that the pair reader hears where names and dates agree and
neither side denies anything: it hears too many."""

WINDOW, LEAD = 420, 140
"""Code points of a passage that are read, and how many of them before the sentence at hand."""


class Notetaker:
    """Takes notes with the help of a word encoder and a pair reader (None: without)."""

    def __init__(self, aligner: Aligner, reader: Reader | None = None) -> None:
        self.aligner = aligner
        self.reader = reader

    def all_notes(self, claim: Claim, evidence: Sequence[Evidence]) -> list[Notes]:
        """Notes on every piece of evidence, in order."""
        taken = [self.notes(claim, e) for e in evidence]
        if self.reader is None:
            return taken
        order = sorted(range(len(taken)), key=lambda i: (-taken[i].topical, i))
        amounts = bool(taken) and bool(taken[0].value("amounts"))
        given = bool(evidence) and is_given(evidence[0].document)
        most = READ_WITH_FIGURES if amounts and not given else READ
        told = _joined(evidence) if given else None
        for i in _best_of_passages(taken, order)[:most]:
            taken[i] = self._read(claim, taken[i], self.reader, told)
        return taken

    def _related(self, claim: Claim, evidence: Evidence) -> float:
        """The score of a candidate; of evidence given without one, its coverage."""
        if not is_given(evidence.document):
            return evidence.score
        return max(0.5, self.aligner.coverage(claim.query, evidence.quote).mean)

    def _read(self, claim: Claim, notes: Notes, reader: Reader, told: str | None) -> Notes:
        figures = bool(notes.value("amounts"))
        texts = [told] if told else _to_read(notes.evidence, alone=not figures)
        read = [reader.probabilities(text, claim.query) for text in texts]
        refutes, _, supports = (sum(side) / len(read) for side in zip(*read, strict=True))
        if _dated_alike(notes):
            refutes *= DATED_ALIKE
        values = dict(zip(FEATURES, notes.values, strict=True))
        values |= {"reader_supports": round(supports, 5), "reader_refutes": round(refutes, 5)}
        return replace(notes, values=tuple(values[name] for name in FEATURES))

    def notes(self, claim: Claim, evidence: Evidence) -> Notes:
        """Lay `evidence` beside `claim`. The reader's two values are left at 0."""
        context = context_of(evidence)

        def laid_beside(*, same_story: bool) -> Relation:
            return relate(
                claim.query,
                evidence.quote,
                claim_as_of=claim.as_of,
                evidence_as_of=evidence.document.published,
                context=context,
                same_story=same_story,
            )

        relation = laid_beside(same_story=False)
        coverage = self.aligner.coverage(claim.query, f"{context} {evidence.quote}")
        told = _figures(claim.query, evidence, context)
        given = is_given(evidence.document)
        shares = _relation(relation, told["matched"] >= 1)
        # Where a figure may only be that of the same event, that event is taken for granted.
        doubtful = bool(shares["q_silent"] and told["apart"])
        story = relation
        if given or doubtful or not relation.comparisons:
            story = laid_beside(same_story=True)
        values = {
            "related": self._related(claim, evidence),
            "alike": self.aligner.likeness(claim.query, evidence.quote) if given else 0.0,
            "covered": coverage.mean,
            "worst": coverage.worst,
            **dict(zip(("words", "figures"), overlap(claim.query, evidence.quote), strict=True)),
            **_names(claim, evidence, context),
            **shares,
            "q_complete": _complete(claim, relation),
            "story_supports": story is not relation and story.stance is Stance.SUPPORTS,
            "story_refutes": story is not relation and story.stance is Stance.REFUTES,
            **told,
            **_cues(claim.query, evidence.quote, self.aligner),
        }
        ordered = tuple(round(float(values.get(name, 0.0)), 5) for name in FEATURES)
        # What the reader is shown must say why figures were not taken to settle the claim.
        shown = story if given or not relation.comparisons else relation
        return Notes(evidence, shown, coverage, ordered, no_evidence(evidence.quote))


def _dated_alike(notes: Notes) -> bool:
    """Whether a claim that states no figure but dates is told of a sentence that itself names all
    that the claim names, at the claim's own time, and denies nothing that the claim says."""
    value = notes.value
    here = value("names_here") >= 1 and value("period_matched") >= 1
    denies = value("denied") or value("both_deny") or value("opposed")
    return here and not value("amounts") and not denies


def _best_of_passages(taken: Sequence[Notes], order: Sequence[int]) -> list[int]:
    """The first of `order` in each passage, without what is no evidence."""
    first: dict[str, int] = {}
    for i in order:
        if not taken[i].set_aside:
            first.setdefault(taken[i].evidence.passage.id, i)
    return list(first.values())


def _to_read(evidence: Evidence, *, alone: bool) -> list[str]:
    """The title with the passage around the sentence, and with `alone` the title with the sentence
    alone too: on its own a sentence may lack what it hangs on, in a passage what matters may
    drown. What is read of both is averaged. Claims with figures, which hang on the reader less,
    are spared the second reading."""
    title, passage = evidence.document.title, evidence.passage
    begin = max(0, min(evidence.quote_start - passage.start - LEAD, len(passage.text) - WINDOW))
    window = passage.text[begin : begin + WINDOW]
    texts = dict.fromkeys((evidence.quote, window) if alone else (window,))
    return [f"{title}. {text}" if title else text for text in texts]


def _joined(evidence: Sequence[Evidence]) -> str | None:
    """Short given texts as one, for they belong together; None when they are long."""
    text = " ".join(e.quote for e in evidence)
    return text if len(text) <= WHOLE else None


def _names(claim: Claim, evidence: Evidence, context: str) -> dict[str, float]:
    """Shares of the claim's names that the sentence mentions, alone and with its context.

    The home country of the document's language is always there: its press seldom names it.
    """
    told = _without_attributes(names_in(claim.query), claim.query)
    wanted = list({usual(n.text) or n.text.lower(): n.text for n in told}.items())
    if not wanted:
        return {"names": 1.0, "names_here": 1.0}
    home = HOME.get(evidence.document.language)
    here = [key == home or named_in(name, evidence.quote) for key, name in wanted]
    there = [
        found or named_in(name, context) for found, (_, name) in zip(here, wanted, strict=True)
    ]
    shared = sum(there) / len(wanted)
    return {
        "names": shared,
        "names_here": sum(here) / len(wanted),
        "name_missing": float(shared < 1.0),
    }


def _without_attributes(names: Sequence[Name], text: str) -> list[Name]:
    """Names without places that only describe the next: "China's DeepSeek", "ของจีน Deepseek"."""
    attributes = [
        a
        for a, b in pairwise(names)
        if text[a.end : b.start] in _ATTRIBUTIVE and usual(a.text) in PLACES
    ]
    return [name for name in names if name not in attributes]


_ATTRIBUTIVE = frozenset({" ", "'s ", "’s "})


def _relation(relation: Relation, borne: bool) -> dict[str, float]:
    """`borne`: whether some figure of the sentence bears out each of the claim's; then another
    one that does not is no contradiction."""
    why = str(relation.why)
    supports = relation.stance is Stance.SUPPORTS
    refutes = relation.stance is Stance.REFUTES
    near = all(near_bound(c) for c in relation.comparisons)
    return {
        "q_supports": supports and near,
        "q_refutes": refutes and (not borne or why in _AGAINST),
        "q_elsewhere": relation.stance is Stance.SILENT and why in ELSEWHERE,
        "q_silent": (supports and not near)
        or (refutes and borne and why not in _AGAINST)
        or (relation.stance is Stance.SILENT and why not in ELSEWHERE | {"no_quantity"}),
        "q_none": why == "no_quantity",
    }


def _complete(claim: Claim, relation: Relation) -> bool:
    """Whether every figure of the claim is borne out by its own value in its own kind of unit."""
    told = relation.comparisons
    return (
        relation.stance is Stance.SUPPORTS
        and len(told) == len(frame(claim.query, claim.as_of).facts)
        and all(str(c.why) in _SAME and of_a_kind(c.claim, c.evidence) for c in told)
    )


_AGAINST = frozenset({"direction", "negated"})
"""What refutes though the figures are the same."""

_SAME = frozenset({"equal", "rounds"})


def _surroundings(evidence: Evidence, context: str) -> str:
    """Title, passage and the day of publication, which dates what has no other date."""
    day = evidence.document.published
    return f"{context} {evidence.passage.text} {f'({day:%d %B %Y})' if day else ''}"


def _figures(claim: str, evidence: Evidence, context: str) -> dict[str, float]:
    around = _surroundings(evidence, context)
    told_on = evidence.document.published
    found = asdict(figures(claim, evidence.quote, around, told_on=told_on))
    return {**found, "amounts": found["amounts"] > 0, "periods": found["periods"] > 0}


def _cues(claim: str, evidence: str, aligner: Aligner) -> dict[str, float]:
    """A denial of the claim is matched only by one of the same matter."""
    mine, theirs = cues_in(claim), cues_in(evidence)
    here = denies(claim)
    there = denies_matter(claim, evidence, aligner) if here else denies(evidence)
    extremes = {"first", "most", "least", "only", "all"}
    return {
        "negation": here != there,
        "denied": "negation" in mine and not there,
        "both_deny": here and there,
        "opposed": opposed(mine, theirs),
        "extreme": bool((mine & extremes) - theirs),
        "planned": "planned" in theirs and "planned" not in mine,
        "unplanned": "planned" in mine and "planned" not in theirs,
        "doubt": "doubt" in theirs and "doubt" not in mine,
        "hypothetical": bool({"question", "condition"} & theirs)
        and not {"question", "condition"} & mine,
    }
