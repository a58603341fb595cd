"""How the shipped weights were made; not used at run time."""
