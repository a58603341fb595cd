"""Reading what was sent to a scripted model, and callers of one."""

from __future__ import annotations

import re
from typing import Any

from assistant.llm.caller import Caller
from assistant.llm.cost import Ledger
from assistant.llm.models import open_model
from assistant.settings import Settings

_PASSAGE = re.compile(r"<passage id=\"(p\d+)\" [^>]*>\n(.*?)\n</passage>", re.DOTALL)


def human(request: dict[str, Any]) -> str:
    """The last message of a request."""
    return str(request["messages"][-1]["content"])


def passages(request: dict[str, Any]) -> list[tuple[str, str]]:
    """Id and text of each passage that was sent."""
    return _PASSAGE.findall(human(request))


def callers(url: str, votes: int = 1) -> list[Caller]:
    """As many callers of the server at `url` as there are votes; one retry each."""
    settings = Settings(llm_base_url=url, llm_key="k", llm_timeout=5.0)
    ledger = Ledger(settings)
    return [
        Caller(
            "openai:scripted",
            open_model("openai:scripted", settings, sample=n),
            ledger=ledger,
            retries=1,
            sample=n,
            wait=0.01,
        )
        for n in range(votes)
    ]
