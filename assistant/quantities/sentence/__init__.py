"""A sentence as facts: what each of its figures is, of what, and when."""
