"""Thai and English quantities, money, dates and periods: parse, compare, relate.

`parse` reads every quantity of a text; `compare` sets two of them against each other as
intervals; `relate` does so for two sentences, where they speak of the same thing, party and
period, and explains itself in both languages.
"""

from assistant.quantities.compare import Comparison, Why, compare
from assistant.quantities.parse import as_row, parse, parse_period
from assistant.quantities.relate import relate
from assistant.quantities.relation import Relation

__all__ = ["Comparison", "Relation", "Why", "as_row", "compare", "parse", "parse_period", "relate"]
