"""Thai and English quantities, money, dates and periods: parse, compare, relate.

`parse` reads every quantity of a text; `compare` sets two of them against each other as
intervals; `relate` does so for two sentences, where they speak of the same thing, party and
period, and explains itself in both languages.

The rooms, from below: `words` (a table a language), `reading` (text to quantities), `sentence` (its
figures as facts), `linking` (same thing, party, act and time) and `relating` (what one sentence
says of another).
"""

from assistant.quantities.compare import Comparison, Why, compare
from assistant.quantities.reading.parse import as_row, parse, parse_period
from assistant.quantities.relating.relate import relate
from assistant.quantities.relating.relation import Relation

__all__ = ["Comparison", "Relation", "Why", "as_row", "compare", "parse", "parse_period", "relate"]
