"""Names of people, firms and places: where they stand, and when two are the same."""

from assistant.names.find import Name, names_in
from assistant.names.match import named_in, same_name
from assistant.names.table import HOME, usual

__all__ = ["HOME", "Name", "named_in", "names_in", "same_name", "usual"]
