"""Thai and English numbers, units, money, dates and periods: one engine, a table a language."""
