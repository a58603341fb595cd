"""Names of people, firms and places: where they stand, and when two are the same."""

from assistant.names.find import Name, names_in
from assistant.names.match import named_in, same_name

__all__ = ["Name", "named_in", "names_in", "same_name"]
