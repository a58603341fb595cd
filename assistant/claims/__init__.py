"""Claims of an article: units, worthiness, resolution, translation alarm, memory."""
