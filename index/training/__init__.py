"""How the shipped sentence weights were made; not used at run time."""
