"""Words of each language in tables of their own, and the shapes of those tables."""
