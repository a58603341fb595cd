"""Names of people, firms and places: where they stand, and when two are the same."""

from assistant.names.find import Name, names_in
from assistant.names.known import Known, known_in
from assistant.names.match import named_in, same_name
from assistant.names.table import HOME, PLACES, usual

__all__ = [
    "HOME",
    "PLACES",
    "Known",
    "Name",
    "known_in",
    "named_in",
    "names_in",
    "same_name",
    "usual",
]
