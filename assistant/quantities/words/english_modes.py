"""The English table of modes: what might be, is asked for or arranged, and so is no fact yet.

A mode that ends in `?` is told by some who mean the fact itself: "the hall holds 300".
"""

from __future__ import annotations

_OUGHT = "scheduled due supposed meant planned slated"

MODES = {
    "able": "designed to|designed for|built to hold|built to carry"
    "|was built to hold|were built to hold|is built to hold|built to take|licensed to"
    "|licensed for|permitted to|cleared to|entitled to|meant to hold|meant to carry",
    "able?": "holds|seats|carries|has room for|accommodates|capacity|capable of|able to|can|could",
    "asked": "wants|want|wanted to|was asked to|were asked to|applied for|applies for"
    "|applying for|apply for|is seeking|seeking|seeks|sought"
    "|asked for|asks for|asking for|requested|requests"
    "|requesting|demanded|demands|demanding|lobbied for|petitioned for|urged|urges|recommended"
    "|recommends|calling for|called for|demand a",
    "due": "been scheduled|slated for|set for|was set for|originally planned|was to have"
    "|were to have|had planned to|"
    + "|".join(
        f"{was} {word}{to}"
        for was in ("was", "were", "had been", "is", "are")
        for word in _OUGHT.split()
        for to in (" for", " to")
    ),
    "needed": "needs|is looking for|vacancies for",
}
"""Wordings by mode."""
