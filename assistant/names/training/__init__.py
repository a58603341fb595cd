"""How the word lists of `assistant.names` are made."""
