"""A language model as answer writer: every sentence names the evidence that backs it."""

from __future__ import annotations

import re

from assistant.llm.caller import Caller
from assistant.llm.leash import neutral
from assistant.llm.prompts import load_prompt
from assistant.llm.prose import held_to, rests_on, sources_of
from assistant.llm.schemas import AnswerReply, AnswerSentence
from assistant.llm.words import words
from assistant.types import Verdict

_MARK = re.compile(r"\[\s*\d+(?:\s*,\s*\d+)*\s*\]")


def write_answer(caller: Caller, verdict: Verdict, question: str) -> str:
    """Answer `question` about `verdict` in the claim's language, with [n] after each sentence.

    Sentences that name no listed evidence are left out. Sentences whose quotations, figures or
    addresses do not stand in the evidence they name are dropped, and a last sentence says so. ""
    when nothing is left to say. Raises `MachineError` when the model fails.
    """
    evidence = verdict.evidence
    numbered = "\n\n".join(
        f'<passage id="{n}">\n{neutral(e.quote)}\n</passage>' for n, e in enumerate(evidence, 1)
    )
    language = verdict.claim.language
    asked = caller.ask(
        load_prompt("answer", language),
        AnswerReply,
        claim=neutral(verdict.claim.query),
        label=verdict.label.value,
        passages=numbered,
        question=neutral(question),
    )
    told = [_backed(sentence, verdict) for sentence in asked.reply.sentences]
    kept = [text for text in told if text]
    if None in told:
        kept.append(words(language)["prose"])
    return " ".join(kept)


def _backed(sentence: AnswerSentence, verdict: Verdict) -> str | None:
    """The sentence with its marks, "" when it names no listed evidence, None when what it names
    does not bear it out."""
    most = len(verdict.evidence)
    numbers = sorted({n for n in sentence.evidence if 1 <= n <= most})
    if not numbers:
        return ""
    named = [verdict.evidence[n - 1] for n in numbers]
    text = _MARK.sub("", sentence.text)
    prose = held_to(text, sources_of(named, claim=verdict.claim), verdict.claim.language)
    if prose.dropped or not prose.text or not rests_on(prose.text, sources_of(named)):
        return None  # figures that only the claim states are no answer either
    return f"{prose.text} {''.join(f'[{n}]' for n in numbers)}"
