"""How the shipped models are made: `python -m index.embedding.training --help`."""
