"""From text to quantities: tokens, numbers, units, dates, and the grammar that joins them."""
