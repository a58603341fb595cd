"""Whether two sentences speak of the same thing, party, act and time, and by which figures."""
