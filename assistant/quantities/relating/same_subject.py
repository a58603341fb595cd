"""Whether two sentences of one event speak of one subject, where no two figures are linked."""

from __future__ import annotations

from assistant.quantities.compare import Why
from assistant.quantities.linking.link import other_subject
from assistant.quantities.linking.parties import strangers
from assistant.quantities.linking.unheard import unheard
from assistant.quantities.sentence.frame import Frame


def subjects_apart(mine: Frame, theirs: Frame) -> Why | None:
    """Why the two speak of different parties or measures, None when they need not."""
    if why := other_subject(mine, theirs, same_story=True):
        return why
    if strangers(mine, theirs) or unheard(mine.text, theirs.text):
        return Why.OTHER_PARTY
    return None
