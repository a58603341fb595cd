"""A language model as answer writer: every sentence names the evidence that backs it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.llm.caller import Caller
from assistant.llm.leash import neutral
from assistant.llm.prompts import load_prompt
from assistant.llm.schemas import AnswerReply, AnswerSentence
from assistant.types import Verdict


def write_answer(caller: Caller, verdict: Verdict, question: str) -> str:
    """Answer `question` about `verdict` in the claim's language, with [n] after each sentence.

    Sentences that name no listed evidence are left out; "" when nothing is left. Raises
    `MachineError` when the model fails.
    """
    evidence = verdict.evidence
    numbered = "\n\n".join(
        f'<passage id="{n}">\n{neutral(e.quote)}\n</passage>' for n, e in enumerate(evidence, 1)
    )
    prompt = load_prompt("answer", verdict.claim.language)
    asked = caller.ask(
        prompt,
        AnswerReply,
        claim=neutral(verdict.claim.query),
        label=verdict.label.value,
        passages=numbered,
        question=neutral(question),
    )
    return " ".join(_backed(asked.reply.sentences, len(evidence)))


def _backed(sentences: Sequence[AnswerSentence], most: int) -> list[str]:
    told = []
    for sentence in sentences:
        numbers = sorted({n for n in sentence.evidence if 1 <= n <= most})
        if numbers:
            marks = "".join(f"[{n}]" for n in numbers)
            told.append(f"{' '.join(sentence.text.split())} {marks}")
    return told
