"""A language model as query writer, in both languages."""

from __future__ import annotations

from assistant.llm.caller import Caller
from assistant.llm.leash import neutral
from assistant.llm.prompts import load_prompt
from assistant.llm.schemas import QueriesReply
from assistant.types import Claim

_MOST, _LONGEST = 4, 300


class QueryWriter:
    """Writes up to four queries for a claim, Thai and English in turn."""

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    def __call__(self, claim: Claim) -> tuple[str, ...]:
        """Queries of at most 300 code points each. Raises `MachineError` when the model fails."""
        prompt = load_prompt("queries", claim.language)
        reply = self._caller.ask(prompt, QueriesReply, claim=neutral(claim.query)).reply
        pairs = zip(reply.thai[:2], reply.english[:2], strict=False)
        written = [q for pair in pairs for q in pair] or [*reply.thai, *reply.english]
        clean = (" ".join(q.split())[:_LONGEST] for q in written)
        return tuple(dict.fromkeys(q for q in clean if q))[:_MOST]
